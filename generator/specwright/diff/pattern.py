"""Strings that a regular expression matches: short ones, made from its parts."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from importlib import import_module
from typing import Any

_parser: Any = import_module("re._parser")
_CATEGORIES = {"CATEGORY_DIGIT": "0", "CATEGORY_WORD": "a", "CATEGORY_SPACE": " "}
_NEGATED = {"CATEGORY_NOT_DIGIT": "a", "CATEGORY_NOT_WORD": "-", "CATEGORY_NOT_SPACE": "a"}
_LETTERS = "aA0-_ .~!"


def matching(pattern: str, least: int, most: int | None) -> Iterator[str]:
    """A few strings that match, within these lengths; none if the expression is beyond Python."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            parts, expression = _parser.parse(pattern), re.compile(pattern)
        except (re.error, OverflowError, RecursionError):
            return
    for extra in dict.fromkeys((0, 1, least)):
        made = "".join(_made(part, extra) for part in parts)
        for text in dict.fromkeys((made, made.ljust(least, "a"), made.ljust(least, "0"))):
            if len(text) >= least and (most is None or len(text) <= most) and expression.search(text):
                yield text


def matches(pattern: str, text: str) -> bool | None:
    """Whether a string matches; None if the expression is beyond Python."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return re.search(pattern, text) is not None
        except (re.error, OverflowError, RecursionError):
            return None


def _made(part: tuple[Any, Any], extra: int) -> str:
    """A text for one part; what may repeat is repeated so often at least."""
    kind, held = str(part[0]), part[1]
    match kind:
        case "LITERAL":
            return chr(held)
        case "NOT_LITERAL":
            return next(letter for letter in _LETTERS if letter != chr(held))
        case "ANY":
            return "a"
        case "IN":
            return _one_of(held)
        case "BRANCH":
            return "".join(_made(each, extra) for each in held[1][0])
        case "SUBPATTERN":
            return "".join(_made(each, extra) for each in held[3])
        case "ATOMIC_GROUP":
            return "".join(_made(each, extra) for each in held)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            fewest, greatest, inner = held
            times = min(max(int(fewest), extra), int(greatest), 10_000)
            return "".join(_made(each, extra) for each in inner) * times
        case "CATEGORY":
            return {**_CATEGORIES, **_NEGATED}.get(str(held), "a")
        case _:
            return ""


def _one_of(choices: list[tuple[Any, Any]]) -> str:
    if str(choices[0][0]) == "NEGATE":
        return next((letter for letter in _LETTERS if not any(_holds(each, letter) for each in choices[1:])), "")
    kind, held = str(choices[0][0]), choices[0][1]
    return chr(held[0]) if kind == "RANGE" else _made(choices[0], 0)


def _holds(choice: tuple[Any, Any], letter: str) -> bool:
    kind, held = str(choice[0]), choice[1]
    match kind:
        case "LITERAL":
            return chr(held) == letter
        case "RANGE":
            return bool(held[0] <= ord(letter) <= held[1])
        case _:
            classes = {"CATEGORY_DIGIT": r"\d", "CATEGORY_WORD": r"\w", "CATEGORY_SPACE": r"\s"}
            return bool(re.match(classes.get(str(held), r"(?!)"), letter))
