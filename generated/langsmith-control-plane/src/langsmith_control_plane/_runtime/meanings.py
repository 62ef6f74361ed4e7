"""What texts may mean: they do not say what they are, so the type decides, member by member."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeAlias, TypeVar, cast

from pydantic import ValidationError
from pydantic_core import from_json

from .json_text import infinite
from .locations import tokens

T = TypeVar("T")

Meanings: TypeAlias = dict[str, list[object]]
"""What the members of an object may be, the likeliest first."""

LITERAL = re.compile(r"true|false|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")


def grouped(pairs: Iterable[tuple[str, T]]) -> Iterable[tuple[str, list[T]]]:
    """The values of each name, in the order of the names."""
    groups: dict[str, list[T]] = {}
    for name, each in pairs:
        groups.setdefault(name, []).append(each)
    return groups.items()


def readings(texts: Sequence[str]) -> list[object]:
    """What the fields of one name may stand for."""
    typed = [json_or_text(text) for text in texts]
    return [texts[0], typed[0], [texts[0]], typed] if len(texts) == 1 else [list(texts), typed]


def json_or_text(text: str) -> object:
    try:
        value: object = from_json(text, allow_inf_nan=False)
    except ValueError:
        return text
    return value if infinite(value) is None else text


def fitted(meanings: Meanings, validate: Callable[[object], T]) -> T:
    """The value that the first meanings which fit make together; raises pydantic's ValidationError of the likeliest."""
    likeliest: ValidationError | None = None
    while True:
        candidate = likely(meanings)
        try:
            return validate(candidate)
        except ValidationError as error:
            likeliest = likeliest or error
            refused = {tuple(tokens(candidate, detail["loc"])) for detail in error.errors(include_url=False)}
        changed = [reconsidered(name, options, refused) for name, options in meanings.items()]
        if not any(changed):
            raise likeliest


def likely(meanings: Meanings) -> dict[str, object]:
    """The object that the first meanings make."""
    return {name: options[0] for name, options in meanings.items()}


def reconsidered(name: str, options: list[object], refused: set[tuple[int | str, ...]]) -> bool:
    """Whether a member that was refused has another meaning: numbers in place of texts, or else the next one."""
    inside = {place[1:] for place in refused if place[:1] == (name,)}
    if not inside:
        return False
    typed = literals(options[0], inside, ())
    if typed != options[0]:
        options[0] = typed
        return True
    if len(options) > 1:
        del options[0]
        return True
    return False


def literals(value: object, refused: Collection[tuple[int | str, ...]], place: tuple[int | str, ...]) -> object:
    """A value whose refused texts are replaced by the JSON numbers or booleans that they spell."""
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return {key: literals(member, refused, (*place, key)) for key, member in members.items()}
    if isinstance(value, list):
        items = cast("list[object]", value)
        return [literals(item, refused, (*place, index)) for index, item in enumerate(items)]
    if place in refused and isinstance(value, str) and LITERAL.fullmatch(value):
        return cast(object, from_json(value))
    return value
