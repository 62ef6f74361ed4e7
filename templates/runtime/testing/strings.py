"""Strings within bounds and patterns."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from . import plain
from .typical import accepted, either, simple

LONGEST = 2_000
AWKWARD = ("/a?b=1&c=%26#d", "&=%", "a,b;c d+e:f", "\"'\\é😀~", " a ", "..", "null", "true", "1.0")
"""What has a meaning where texts are put together, or is taken for a value of another type."""


def text(min_size: int = 0, max_size: int | None = None) -> SearchStrategy[str]:
    """Strings of so many code points, of every script."""
    return either(_any_text(min_size, max_size), lambda draw: plain.phrase(draw, min_size, max_size))


def _any_text(min_size: int, max_size: int | None) -> SearchStrategy[str]:
    usual = st.text(
        min_size=min(min_size, LONGEST), max_size=min(min_size + 12, LONGEST if max_size is None else max_size)
    )
    awkward = [each for each in AWKWARD if min_size <= len(each) and (max_size is None or len(each) <= max_size)]
    if awkward:
        usual = st.one_of(usual, usual, usual, st.sampled_from(awkward))
    if min_size > 40:
        usual = st.text(min_size=1, max_size=12).map(lambda part: (part * min_size)[:min_size])
    if max_size is None or not min_size + 12 < max_size <= LONGEST:
        return usual
    longest = st.text(min_size=1, max_size=3).map(lambda part: (part * max_size)[:max_size])
    return st.one_of(usual, usual, usual, longest)


def matching(pattern: str, min_size: int = 0, max_size: int | None = None) -> SearchStrategy[str]:
    """Strings in which a Python expression, its classes taken as ASCII, is found."""
    expression = re.compile(pattern, re.ASCII)
    fits = _fits(expression, min_size, max_size)
    found = st.from_regex(expression, alphabet=_PLAIN)
    if max_size is not None:  # then there may be no room around the match
        alone = st.from_regex(expression, alphabet=_PLAIN, fullmatch=True)
        found = st.one_of(alone, alone, alone, found)
    usual = found.filter(fits)
    return either(usual, plain.matching(expression, fits, usual))


def fitting(
    strings: SearchStrategy[str], pattern: str = "", min_size: int = 0, max_size: int | None = None
) -> SearchStrategy[str]:
    """Those of the strings that are of such a length, and in which an expression is found."""
    return simple(accepted(strings, _fits(re.compile(pattern, re.ASCII), min_size, max_size)))


def _fits(expression: re.Pattern[str], min_size: int, max_size: int | None) -> Callable[[str], bool]:
    def fits(drawn: str) -> bool:
        long_enough = min_size <= len(drawn) and (max_size is None or len(drawn) <= max_size)
        return long_enough and expression.search(drawn) is not None

    return fits


def uuids() -> SearchStrategy[str]:
    """UUIDs, now and then in upper case."""
    lower = st.uuids().map(str)
    return either(st.one_of(lower, lower, lower.map(str.upper)), lambda draw: str(draw(_RANDOM)))


# What engines do not agree on: which characters end a line, and which are white space beyond ASCII.
_SPACES = "\x1c\x1d\x1e\x1f\x85\xa0\u1680\u180e\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
_DISPUTED = "\r\u2028\u2029" + _SPACES
_RANDOM = st.uuids(version=4)
_PLAIN = st.characters(codec="utf-8", exclude_characters=_DISPUTED)
