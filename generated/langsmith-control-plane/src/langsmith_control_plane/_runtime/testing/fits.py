"""Which values can be written in a place so that they read the same there: not all text can."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from ..media import json as is_json
from ..parameters import listed
from .case import ParameterCase
from .codec import accepts
from .json import Json, encode


@dataclass(frozen=True)
class Fits:
    """Whether a value can be written in its place so that it reads the same there: not all text can.

    `names` are those of all parameters. `crowded` is what else stands in the same segment of a path: `.{format}`.
    """

    parameter: ParameterCase
    names: Collection[str]
    crowded: str = ""

    def __call__(self, value: Json) -> bool:
        if is_json(self.parameter.media_type) and value is not None:
            return not self.crowded and (self.parameter.place != "header" or b"\x7f" not in encode(value))
        match value:
            case dict() if self.parameter.form:
                return not self.crowded and bool(value) and all(self.field(member) for member in value.values())
            case list() | dict() if self.parameter.media_type:
                return False
            case []:
                return self.empty()
            case list():
                return all(self.inside(item) for item in value)
            case dict():
                return bool(value) and all(self.key(name) and self.inside(member) for name, member in value.items())
            case str() if self.crowded:
                return self.apart(value)
            case str() if self.parameter.place == "path":
                return value not in ("", ".", "..")
            case str() if self.parameter.place == "header":
                return re.fullmatch(r"[!-~]([ -~]*[!-~])?", value) is not None
            case None:
                return not self.parameter.required
            case _:
                return not self.crowded or self.apart(str(value))

    def apart(self, text: str) -> bool:
        """Whether a text cannot be taken for what stands beside it in a segment: it may be, of another parameter's."""
        alone = "{" not in self.crowded
        if text in listed(self.parameter.type()) and (alone or not re.match(r"[\w-]", text)):
            return True
        literal = re.sub(r"\{[^{}]*\}", "", self.crowded)
        return re.fullmatch(r"[\w-]+", text, re.ASCII) is not None and (alone or not set(text) & set(literal))

    def empty(self) -> bool:
        """An empty list is an empty text, unless that stands for itself; one that may be left out is left out."""
        texts: tuple[Json, ...] = ("", [""])
        written = self.parameter.required and self.parameter.place != "path"
        return written and not any(accepts(self.parameter.type, text) for text in texts)

    def field(self, member: Json) -> bool:
        """Whether a member of a form has a text for each item, of which it has some."""
        items = member if isinstance(member, list) else [member]
        return bool(items) and not any(item is None or isinstance(item, list | dict) for item in items)

    def key(self, name: str) -> bool:
        return self.plain(name) and name not in self.names

    def inside(self, value: Json) -> bool:
        """A value in a list or an object: nothing but `deepObject` goes deeper."""
        match value:
            case str():
                free = self.parameter.style in ("simple", "form", "matrix") and self.parameter.place != "header"
                return bool(value) if free and not self.crowded else self.plain(value)
            case dict() if self.parameter.style == "deepObject":
                return bool(value) and all(self.plain(name) and self.inside(each) for name, each in value.items())
            case list() if self.parameter.style == "deepObject":
                return bool(value) and all(self.inside(item) for item in value)
            case bool() | int() | float():
                return not (self.crowded or self.parameter.style == "label") or isinstance(value, int)
            case _:
                return False

    def plain(self, text: str) -> bool:
        dot = "" if self.crowded or self.parameter.style == "label" else "."
        return re.fullmatch(rf"[\w:+{dot}-]+", text, re.ASCII) is not None
