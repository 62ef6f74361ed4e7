"""What a JSON text holds, as RFC 8259 has it and no further: every key once, every number a number."""

from __future__ import annotations

import json
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, NoReturn, TypeAlias

from specwright.problem import Position, Problem, Refusal, error

JsonValue: TypeAlias = "dict[str, JsonValue] | list[JsonValue] | str | int | float | bool | None"
"""Plain JSON in Python's own types."""


def parse(text: str, file: str) -> JsonValue:
    """The value of a text. Raises `Refusal` with the line and column of everything that is wrong."""
    try:
        value: JsonValue = _DECODER.decode(text)
    except json.JSONDecodeError as failure:
        raise Refusal([_syntax_error(failure, file)], findings=True) from None
    except _KeyTwiceError:
        raise Refusal(_duplicates(text, _start(text), file), findings=True) from None
    except (_NumberError, ValueError):
        raise Refusal(_unwritable_numbers(text, file), findings=True) from None
    if _HALF_PAIR.search(text):
        _refuse_half_pairs(text, file, value)
    return value


@lru_cache(maxsize=8192)
def members(text: str, offset: int) -> Mapping[str, tuple[int, int]]:
    """The children of the object or array at an offset: token -> (where the key stands, where the value does).

    Empty for a scalar. An element of an array has no key: its value stands for it. The text is read as far as it takes;
    asking raises `ValueError` where it is no JSON.
    """
    return _Members(text, offset)


class _Members(Mapping[str, tuple[int, int]]):
    """Children, found when they are asked for: those before the one that is wanted, and no further."""

    def __init__(self, text: str, offset: int) -> None:
        self._known: dict[str, tuple[int, int]] = {}
        self._rest = _members(text, offset)

    def __getitem__(self, token: str) -> tuple[int, int]:
        while token not in self._known:
            name, key, value = next(self._rest, (None, 0, 0))
            if name is None:
                raise KeyError(token)
            self._known[name] = key, value
        return self._known[token]

    def __iter__(self) -> Iterator[str]:
        self._known |= {name: (key, value) for name, key, value in self._rest}
        return iter(self._known)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def root(text: str) -> int:
    """The offset of the outermost value."""
    return _start(text)


def end(text: str, offset: int) -> int:
    """The offset behind the value at an offset. Raises `ValueError` where the text is no JSON."""
    return _SKIP.raw_decode(text, offset)[1]


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The place of an offset; both count from 1."""
    starts = line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=4)
def line_starts(text: str) -> Sequence[int]:
    """The offset at which each line begins."""
    return array("Q", chain((0,), (match.end() for match in re.finditer("\n", text))))


class _KeyTwiceError(Exception):
    """An object has a key twice."""


class _NumberError(Exception):
    """A number that JSON cannot write, or that no float can hold."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise _KeyTwiceError
    return value


def _float(text: str) -> float:
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise _NumberError
    return value


def _constant(_: str) -> NoReturn:
    raise _NumberError


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=_float, parse_constant=_constant)
_SKIP = json.JSONDecoder(parse_int=len, parse_float=len, parse_constant=len)
_SPACE = re.compile(r"[ \t\r\n\ufeff]*")
_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*"|(NaN|-?Infinity|-?\d[\d.eE+-]*)')
_HALF_PAIR = re.compile(r"\\u[dD][89a-fA-F]")


def _start(text: str, offset: int = 0) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset


def _members(text: str, offset: int) -> Iterator[tuple[str, int, int]]:
    opening = text[offset : offset + 1]
    if opening not in ("{", "["):
        return
    offset = _start(text, offset + 1)
    index = 0
    while text[offset : offset + 1] not in ("}", "]", ""):
        token, key = str(index), offset
        if opening == "{":
            token, offset = _key(text, offset)
        yield token, key, offset
        offset = _start(text, _SKIP.raw_decode(text, offset)[1])
        offset = _start(text, offset + 1) if text[offset : offset + 1] == "," else offset
        index += 1


def _key(text: str, offset: int) -> tuple[str, int]:
    """A key and the offset of its value."""
    name, offset = _SKIP.raw_decode(text, offset)
    return str(name), _start(text, _start(text, offset) + 1)


def _syntax_error(failure: json.JSONDecodeError, file: str) -> Problem:
    if not failure.doc.strip():
        return error("document-empty", "the document is empty", Position(file, 1, 1), "Write a document into it.")
    return error(
        "syntax-error",
        f"not valid JSON: {failure.msg[:1].lower()}{failure.msg[1:]}",
        Position(file, failure.lineno, failure.colno),
        "Mend the text here; a missing or superfluous comma, quote or bracket shortly before is the usual cause.",
    )


def _duplicates(text: str, offset: int, file: str) -> Iterator[Problem]:
    """One problem for each key that its object has had before."""
    first: dict[str, int] = {}
    for token, key, value in _members(text, offset):
        if token in first:
            yield key_duplicated(
                token, Position(file, *line_and_column(text, key)), line_and_column(text, first[token])
            )
        first.setdefault(token, key)
        try:
            _DECODER.raw_decode(text, value)
        except _KeyTwiceError:
            yield from _duplicates(text, value, file)


def key_duplicated(key: str, position: Position, first: tuple[int, int]) -> Problem:
    """The problem of a key that is there for the second time."""
    line, column = first
    return error(
        "key-duplicated",
        f"the key `{key}` is there twice; it is first at line {line}, column {column}",
        position,
        "Remove one of the two, or merge what they hold.",
    )


def _unwritable_numbers(text: str, file: str) -> Iterator[Problem]:
    for match in _NUMBER.finditer(text):
        if match[1] and not _writable(match[1]):
            yield number_unwritable(match[1], Position(file, *line_and_column(text, match.start())))


def _writable(number: str) -> bool:
    try:
        _DECODER.decode(number)
    except (_NumberError, ValueError):
        return False
    return True


def number_unwritable(number: str, position: Position) -> Problem:
    """The problem of a number that is none in JSON, or none that fits."""
    shown = number if len(number) < 40 else f"{number[:20]}... ({len(number)} characters)"
    return error(
        "number-unwritable",
        f"`{shown}` is not a number that JSON can carry",
        position,
        "Write a finite number of reasonable length, or quote it if it is text.",
    )


def _refuse_half_pairs(text: str, file: str, value: JsonValue) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise Refusal(_half_pairs(text, file), findings=True) from None


_PAIRS = re.compile(
    r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)


def _half_pairs(text: str, file: str) -> Iterator[Problem]:
    for match in _PAIRS.finditer(text):
        if match[1]:
            yield error(
                "surrogate-unpaired",
                f"`{match[1]}` is half of a character",
                Position(file, *line_and_column(text, match.start())),
                "Write both halves of the pair, or the character itself.",
            )
