"""Parameters: where each travels, and how a Python value is written there (OpenAPI 3.1, section 4.8.12)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cached_property
from typing import Literal, cast, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from . import media
from .adapter import adapter
from .draft import Draft
from .forms import FORM, urlencoded
from .headers import header_value
from .styles import PathStyle, QueryStyle, compound, encode, encode_reserved, misread, pairs, scalar, segment


def listed(type_: object) -> tuple[str, ...]:
    """The texts that a type lists; none if it admits anything else."""
    values = get_args(type_) if get_origin(type_) is Literal else ()
    return values if all(isinstance(value, str) for value in values) else ()


class Parameter(ABC):
    """A parameter: `name` in Python, `wire_name` in the request, and the type its values must have.

    `type` is called when a value is first given. `media_type` is set for a parameter with `content`
    in place of a style; its value is one text.
    """

    place: str
    spread = False
    """Whether each member of an object is a pair of its own."""

    def __init__(
        self,
        wire_name: str,
        type: Callable[[], object],
        *,
        name: str | None = None,
        required: bool = False,
        media_type: str | None = None,
    ) -> None:
        self.wire_name = wire_name
        self.type = type
        self.name = wire_name if name is None else name
        self.required = required
        self.media_type = media_type

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.wire_name!r})"

    @property
    def form(self) -> bool:
        """Whether an object is written as the fields of a form."""
        return self.media_type is not None and media.essence(self.media_type) == FORM

    @cached_property
    def adapter(self) -> TypeAdapter[object]:
        """The adapter of the type; its errors carry the name of the parameter."""
        return adapter(self.type, title=self.name)

    def choices(self) -> tuple[str, ...]:
        """The texts that a value can be, if its type lists them; else none."""
        return listed(self.type())

    def json(self, value: object) -> object:
        """The JSON value of an argument, as text if the parameter has a media type: JSON, the fields of a form, or
        that of a scalar. Raises pydantic's ValidationError unless the argument is of the type."""
        valid = self.adapter.validate_python(value)
        if self.media_type is not None and media.json(self.media_type):
            return self.adapter.dump_json(valid, by_alias=True).decode()
        plain: object = self.adapter.dump_python(valid, mode="json", by_alias=True)
        if self.form and isinstance(plain, dict):
            return urlencoded(cast("object", plain), {}).decode()
        return plain if self.media_type is None else scalar(self.name, plain)

    def takes(self, plain: object) -> bool:
        """Whether a JSON value is of the type."""
        try:
            self.adapter.validate_json(to_json(plain))
        except ValidationError:
            return False
        return True

    def empty(self, plain: object) -> list[str]:
        """The pairs of an empty list or object: none if it may be absent, or if each member would be a pair.

        Raises ValueError if the empty text that stands for it would be read as something else.
        """
        if not self.required or (self.spread and plain == {}):
            return []
        if self.takes("") or self.takes([""]):
            raise ValueError(f"{self.name} is required and cannot be {plain!r}: it would be read as something else")
        return [f"{encode(self.wire_name)}="]

    @abstractmethod
    def write(self, value: object, draft: Draft) -> None:
        """Add an argument to a request; raises ValueError if it cannot be written."""


class Path(Parameter):
    """A parameter in the path, where it fills a placeholder; always required."""

    place = "path"

    def __init__(
        self,
        wire_name: str,
        type: Callable[[], object],
        *,
        name: str | None = None,
        style: PathStyle = "simple",
        explode: bool = False,
        media_type: str | None = None,
    ) -> None:
        super().__init__(wire_name, type, name=name, required=True, media_type=media_type)
        self.style: PathStyle = style
        self.explode = explode

    def text(self, value: object) -> str:
        """The encoded text of an argument. Empty and dot texts are refused: they would name another resource."""
        text = segment(self.wire_name, self.json(value), self.style, self.explode, encode)
        if text in ("", ".", ".."):
            raise ValueError(f"{self.name} cannot be {text!r} in a path")
        return text

    def write(self, value: object, draft: Draft) -> None:
        draft.path += self.text(value)


class Query(Parameter):
    """A parameter in the query. With `allow_reserved`, reserved characters stay bare where they cannot mislead.

    With `allow_empty`, a server takes an empty text that is not of the type for an absent parameter.
    """

    place = "query"

    def __init__(
        self,
        wire_name: str,
        type: Callable[[], object],
        *,
        name: str | None = None,
        required: bool = False,
        style: QueryStyle = "form",
        explode: bool | None = None,
        allow_reserved: bool = False,
        allow_empty: bool = False,
        media_type: str | None = None,
    ) -> None:
        super().__init__(wire_name, type, name=name, required=required, media_type=media_type)
        self.style: QueryStyle = style
        self.explode = style == "form" if explode is None else explode
        self.may_be_empty = allow_empty and not required
        self.spread = self.explode or style == "deepObject"
        self.encode = encode_reserved if allow_reserved else encode

    def write(self, value: object, draft: Draft) -> None:
        plain = self.json(value)
        texts = pairs(self.wire_name, plain, self.style, self.explode, self.encode)
        draft.query += texts or self.empty(plain)


class Header(Parameter):
    """A header. Its texts are not percent-encoded, so what would read as a separator is refused."""

    place = "header"

    def __init__(
        self,
        wire_name: str,
        type: Callable[[], object],
        *,
        name: str | None = None,
        required: bool = False,
        explode: bool = False,
        media_type: str | None = None,
    ) -> None:
        super().__init__(wire_name, type, name=name, required=required, media_type=media_type)
        self.explode = explode

    def write(self, value: object, draft: Draft) -> None:
        plain = self.json(value)
        bare = self.bare if compound(plain) else str
        text = segment(self.name, plain, "simple", self.explode, bare)
        if text or plain == "" or self.empty(plain):
            draft.headers[self.wire_name.lower()] = header_value(self.wire_name, text)

    def bare(self, text: str) -> str:
        """A text inside a list or an object, where a server parts the value and strips what it gets."""
        if not text or "," in text or ("=" in text and self.explode) or text != text.strip():
            raise misread(self.name, text)
        return text


class Cookie(Parameter):
    """A cookie, percent-encoded as style `form` is; exploded, each of its pairs is a cookie of its own."""

    place = "cookie"

    def __init__(
        self,
        wire_name: str,
        type: Callable[[], object],
        *,
        name: str | None = None,
        required: bool = False,
        explode: bool = True,
        media_type: str | None = None,
    ) -> None:
        super().__init__(wire_name, type, name=name, required=required, media_type=media_type)
        self.explode = self.spread = explode

    def write(self, value: object, draft: Draft) -> None:
        plain = self.json(value)
        texts = pairs(self.wire_name, plain, "form", self.explode, encode)
        draft.cookies += texts or self.empty(plain)
