"""A statement on one line -> the same, broken over lines the way black breaks it.

Black is the judge of the layout of everything that is written, and takes most of the time of a run. So the kinds of
statements that are written most are laid out here, by the same rules; about any other text black itself is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from specwright.emit.bracketed import Group, Item, Unknown, bracketed, members, spelled

LINE_LENGTH = 100
_TYPED = re.compile(r"(\w+: (?:TypeAlias = )?)(.*)")
_VALUE = re.compile(r" = [\w.]+")
_DEFINITION = re.compile(r"(?:async )?def \w+$")
_IMPORT = re.compile(r"(from [.\w]+) import (.+)")

Ask: TypeAlias = Callable[[str, int, str], str]
"""How black lays out an item: its text, its indentation, and the opening bracket around it (`def`: of parameters)."""


class Wrap:
    """Breaks statements; of what it was given before it remembers the lines."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._known: dict[tuple[str, int, str, str], str] = {}

    def __call__(self, statement: str, indent: int) -> str:
        """The lines of a statement, of which the first is not indented. Raises Unknown."""
        if match := _IMPORT.fullmatch(statement):
            return _imported(match[1], match[2], indent)
        text, simple = spelled(statement)
        if simple and indent + len(text) <= LINE_LENGTH:
            return text
        item = bracketed(text)
        if not item.exploded and indent + len(item.flat) <= LINE_LENGTH:
            return item.flat
        if any("lambda" in part for part in item.parts if isinstance(part, str)):
            raise Unknown(item.flat)
        match item.parts:
            case [str(head), Group(opening="(") as group, *tail] if _DEFINITION.match(head):
                return self._definition(head, group, _flat(tail), indent)
            case [str(head), Group(opening="(") as group, ":"] if head.startswith("class "):
                return self._broken(head, group, ":", indent)
            case [str(name), Group() as type_, str(value), Group() as group] if _VALUE.fullmatch(value):
                return self._assigned(name, type_, value, group, indent)
            case [*head, Group() as group] if not _operates(head):
                return self._broken(_flat(head), group, "", indent)
            case _:
                return self._annotated(item, indent, "")

    def _assigned(self, name: str, type_: Group, value: str, group: Group, indent: int) -> str:
        """A call that is assigned to a name whose type has brackets: `NAME: Operation[Pet] = Operation(...)`."""
        head = name + type_.flat
        if indent + len(head + value) + 1 <= LINE_LENGTH:
            return self._broken(head + value, group, "", indent)
        if not _exploded(group):
            raise Unknown(head)
        if indent + len(head) + len(" = (") <= LINE_LENGTH:
            row = self._broken(value.removeprefix(" = "), group, "", indent + 4)
            return _lines(f"{head} = (", [row], ")", indent)
        if _exploded(type_) or indent + max(len(name) + 1, len(type_.flat) + 2) > LINE_LENGTH:
            raise Unknown(head)
        return _lines(name + type_.opening, [type_.flat[1:-1]], self._broken(f"]{value}", group, "", indent), indent)

    def _definition(self, head: str, group: Group, tail: str, indent: int) -> str:
        if not group.items and (match := re.fullmatch(r" -> \(?([^()]+?)\)?:", tail)):
            if indent + len(head) + len("() -> (") > LINE_LENGTH:
                raise Unknown(head)
            return _lines(f"{head}() -> (", [match[1]], "):", indent)
        if not group.items or indent + 1 + len(tail) > LINE_LENGTH:
            raise Unknown(head)
        inner = indent + 4
        together = ", ".join(item.flat for item in group.items)
        if len(group.items) > 1 and not _exploded(group) and inner + len(together) <= LINE_LENGTH:
            return _lines(f"{head}(", [together], f"){tail}", indent)
        rows = [self._row(item, inner, ",", "def") for item in group.items]
        return _lines(f"{head}(", rows, f"){tail}", indent)

    def _broken(self, head: str, group: Group, tail: str, indent: int) -> str:
        """A text that ends with brackets, broken inside of them."""
        if indent + len(head) + 1 > LINE_LENGTH or indent + 1 + len(tail) > LINE_LENGTH or not group.items:
            raise Unknown(head)
        inner = indent + 4
        together = ", ".join(item.flat for item in group.items)
        fits = not _exploded(group) and inner + len(together) <= LINE_LENGTH
        if fits and group.called:
            return _lines(head + group.opening, [together], group.closing + tail, indent)
        if len(group.items) == 1 and not group.magic and not group.flat.endswith(",)"):
            if not group.called:
                raise Unknown(head)
            rows = [self._row(group.items[0], inner, "", "single")]
        else:
            rows = [self._row(item, inner, ",", group.opening) for item in group.items]
        return _lines(head + group.opening, rows, group.closing + tail, indent)

    def _row(self, item: Item, indent: int, comma: str, around: str) -> str:
        """The lines of an item in brackets."""
        if not item.exploded and indent + len(item.flat) + len(comma) <= LINE_LENGTH:
            return item.flat + comma
        key = (item.flat, indent, comma, around)
        if key not in self._known:
            try:
                self._known[key] = self._split(item, indent, comma, around)
            except Unknown:
                if around == "single":
                    raise
                self._known[key] = self._ask(item.flat, indent, around)
        return self._known[key]

    def _split(self, item: Item, indent: int, comma: str, around: str) -> str:
        if around == "def":
            return self._annotated(item, indent, comma)
        match item.parts:
            case [*head, Group(items=())] if _atom(head):
                return item.flat + comma
            case [*head, Group() as group] if not _operates(head):
                return self._broken(_flat(head), group, comma, indent)
            case [str(), *value] if _atom(item.parts) or (value and around == "{" and _atom(value)):
                return item.flat + comma
            case [str(head), *_] if "=" in head or around == "{":
                raise Unknown(item.flat)
            case parts:
                return self._united(parts, indent, comma)

    def _united(self, parts: Sequence[str | Group], indent: int, comma: str) -> str:
        """The members of a union, each on its line."""
        *others, last = members(parts)
        if not others:
            raise Unknown(last.flat)
        rows = [*(self._row(other, indent, "", "single") for other in others), self._row(last, indent, comma, "single")]
        return f"\n{' ' * indent}".join(rows)

    def _annotated(self, item: Item, indent: int, comma: str) -> str:
        """A name whose type is a union, in parentheses."""
        head, *type_ = item.parts
        if not isinstance(head, str) or not (match := _TYPED.fullmatch(head)):
            raise Unknown(item.flat)
        type_, default = [*([match[2]] if match[2] else []), *type_], ""
        if isinstance(type_[-1], str) and (found := re.fullmatch(r"(.*)( = [\w.]+)", type_[-1])):
            type_, default = [*type_[:-1], *([found[1]] if found[1] else [])], found[2]
        if not comma and default and indent + len(item.flat) - len(default) + len(" = (") <= LINE_LENGTH:
            raise Unknown(item.flat)  # black would rather break after the equal sign
        if any(" = " in part for part in type_ if isinstance(part, str)):
            raise Unknown(item.flat)
        among = members(type_)
        inner, flat = indent + 4, _flat(type_)
        fits = not item.exploded and inner + len(flat) <= LINE_LENGTH
        if len(among) == 1 and (comma or default or not fits or not _atom(type_)):
            raise Unknown(item.flat)
        if len(among) == 2 and isinstance(type_[-1], Group):
            raise Unknown(item.flat)
        rows = [flat] if fits else [self._united(type_, inner, "")]
        return _lines(f"{match[1]}(", rows, f"){default}{comma}", indent)


def _imported(module: str, names: str, indent: int) -> str:
    if not re.fullmatch(r"\(?[\w, ]+\)?", names) or "  " in names:
        raise Unknown(names)
    each = names.strip("(), ").split(", ")
    line = f"{module} import {', '.join(each)}"
    if not names.rstrip(")").endswith(",") and indent + len(line) <= LINE_LENGTH:
        return line
    return _lines(f"{module} import (", [f"{name}," for name in each], ")", indent)


def _operates(parts: Sequence[str | Group]) -> bool:
    """Whether an operator stands between parts, which is where black would break first."""
    return any(" | " in part or " if " in part for part in parts if isinstance(part, str) and part[0] not in "'\"")


def _atom(parts: Sequence[str | Group]) -> bool:
    """Whether there is no place to break at."""
    return all(isinstance(part, str) and (part[0] in "'\"" or not re.search(r"(?<!:) ", part)) for part in parts)


def _exploded(group: Group) -> bool:
    return group.magic or any(item.exploded for item in group.items)


def _flat(parts: Sequence[str | Group]) -> str:
    return "".join(part if isinstance(part, str) else part.flat for part in parts)


def _lines(opening: str, rows: Sequence[str], closing: str, indent: int) -> str:
    margin = " " * indent
    return "\n".join([opening, *(f"{margin}    {row}" for row in rows), f"{margin}{closing}"])
