"""Calls and literals as text, broken over lines the way black breaks them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from specwright.emit.wrap import LINE_LENGTH


@dataclass(frozen=True, slots=True)
class Call:
    """A call: each argument with what stands before it, `name=` or nothing."""

    name: str
    arguments: tuple[tuple[str, Expression], ...] = ()


@dataclass(frozen=True, slots=True)
class Display:
    """A list, a tuple or a dict, by its brackets: each item with what stands before it, `"key": ` or nothing."""

    brackets: str
    items: tuple[tuple[str, Expression], ...] = ()


_SHORT = 24
"""A text of so few characters is no shorter than a name that stands for it."""
_UNBREAKABLE = re.compile(r' *(?:\w+=)?(?:"(?:[^"\\]|\\.)*"|[\w.]+),')
SETTLED = "\x02\x03"
"""What stands before and after such a text: control characters, which no literal has bare."""

Expression: TypeAlias = "str | Call | Display"


def call(name: str, /, *arguments: Expression, **keywords: Expression | None) -> Call:
    """A call; a keyword that is None is left out."""
    given = ((f"{keyword}=", value) for keyword, value in keywords.items() if value is not None)
    return Call(name, (*(("", argument) for argument in arguments), *given))


def listing(*items: Expression) -> Display:
    """A list display."""
    return Display("[]", tuple(("", item) for item in items))


def literal(value: object) -> str:
    """A literal as black quotes it."""
    text = repr(value)
    return f'"{text[1:-1]}"' if text.startswith("'") and '"' not in text else text


def lay_out(expression: Expression, indent: int = 0, before: int = 0, after: int = 0) -> str:
    """The text of an expression on a line with this indent and so many characters before and after it."""
    return _laid_out(expression, indent, before, after, {})


def settled(text: str) -> str:
    """The text of a call or a display that was laid out, marked as what black leaves alone.

    Where it may not, for the quotes or for a line that is too long, there is no mark, nor on a short text.
    """
    lines = text.split("\n")
    long = (index for index, line in enumerate(lines) if len(line) > LINE_LENGTH)
    doubtful = len(text) < _SHORT or "'" in text or not all(_stays(lines, index) for index in long)
    return text if doubtful else f"{SETTLED[0]}{text}{SETTLED[1]}"


def _stays(lines: list[str], index: int) -> bool:
    """Whether a line that is too long is one of several items, and has nothing that could be broken."""
    if not _UNBREAKABLE.fullmatch(lines[index]):
        return False
    return lines[index - 1][-1] not in "([{" or lines[index + 1].lstrip()[0] not in ")]}"


def _laid_out(expression: Expression, indent: int, before: int, after: int, known: dict[int, str]) -> str:
    text = flat(expression, known)
    if isinstance(expression, str) or indent + before + len(text) + after <= LINE_LENGTH:
        return text
    opening, parts, closing = _parts(expression)
    if not parts:
        return text
    margin, inner = "\n" + " " * (indent + 4), indent + 4
    together = ", ".join(lead + flat(part, known) for lead, part in parts)
    if isinstance(expression, Call) and inner + len(together) <= LINE_LENGTH:
        return f"{opening}{margin}{together}\n{' ' * indent}{closing}"
    rows = (f"{margin}{lead}{_laid_out(part, inner, len(lead), 1, known)}," for lead, part in parts)
    return f"{opening}{''.join(rows)}\n{' ' * indent}{closing}"


def flat(expression: Expression, known: dict[int, str] | None = None) -> str:
    """The text of an expression on one line; of parts of one whole, those that are `known` by their identity."""
    if isinstance(expression, str):
        return expression
    known = {} if known is None else known
    if (text := known.get(id(expression))) is None:
        opening, parts, closing = _parts(expression)
        comma = "," if opening == "(" and len(parts) == 1 else ""
        text = f"{opening}{', '.join(lead + flat(part, known) for lead, part in parts)}{comma}{closing}"
        known[id(expression)] = text
    return text


def _parts(expression: Call | Display) -> tuple[str, tuple[tuple[str, Expression], ...], str]:
    match expression:
        case Call(name=name, arguments=arguments):
            return f"{name}(", arguments, ")"
        case Display(brackets=brackets, items=items):
            return brackets[0], items, brackets[1]
