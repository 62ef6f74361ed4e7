"""Values that surprise nobody: words, small numbers, days of this decade."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

WORDS = tuple(
    "amber apple arrow autumn basil beacon birch bridge candle canyon cedar cloud cobalt coral cotton crystal dawn "
    "delta ember falcon field forest garden ginger granite harbor hazel hollow indigo island ivory jasmine juniper "
    "lagoon lantern laurel lemon linen maple marble meadow mellow meteor mint misty morning nectar ocean olive opal "
    "orchid pebble pepper pine planet prairie quartz quiet river saffron silver spruce summer willow".split()
)
TEXTS = tuple(
    "1 7 42 2026 65536 v1 1.2 1.2.3 v2.0.1 a1b2c3d4 0123456789abcdef en de en-US EUR USD +15550100 #3366cc 10s 5m 2Gi "
    "100% 09:30 09:30:00 2026-01-31 2026-01-31T09:30:00Z f81d4fae-7dec-41d0-a765-00a0c91e6bf6 192.0.2.7 example.com "
    "meadow@example.com https://example.com/meadow /meadow/river text/plain application/json X-Meadow $meadow".split()
)
"""What patterns usually ask for."""

FEW = 1000
FIRST_DAY, DECADE = date(2020, 1, 1), 3653
DAY = 24 * 60 * 60


# --- strings ----------------------------------------------------------------------------------------------------------


def phrase(draw: st.DrawFn, min_size: int = 0, max_size: int | None = None) -> str:
    """Two words, as often as it takes, or as much of them as there is room for."""
    first, second = divmod(draw(_PAIRS), len(WORDS))
    return _sized(f"{WORDS[first]}-{WORDS[second]}", min_size, max_size)


def name(draw: st.DrawFn) -> str:
    """The name of a member; there are enough for any object."""
    first, second = divmod(draw(_PAIRS), len(WORDS))
    return WORDS[first] if second % 2 else f"{WORDS[first]}_{WORDS[second]}"


def _sized(text: str, min_size: int, max_size: int | None) -> str:
    long = text if len(text) >= min_size else (f"{text}-" * (min_size // len(text) + 1))[:min_size]
    cut = long[:max_size]
    return f"{cut[:-1]}s" if cut.endswith("-") else cut


def matching(
    expression: re.Pattern[str], fits: Callable[[str], bool], usual: SearchStrategy[str]
) -> Callable[[st.DrawFn], str]:
    """Draws words that fit, or other texts that do, or plain characters that match; else what is usual."""
    spelled = [st.from_regex(expression, alphabet=alphabet).filter(fits) for alphabet in _ALPHABETS]

    @cache
    def known() -> list[str]:
        return next(filter(None, (list(filter(fits, texts)) for texts in _known())), list[str]())

    def drawn(draw: st.DrawFn) -> str:
        if texts := known():
            return draw(st.sampled_from(texts))
        for strategy in spelled:
            with suppress(InvalidArgument):  # the expression has characters of its own that are not of the alphabet
                return draw(strategy)
        return draw(usual)

    return drawn


def _known() -> Iterator[Iterable[str]]:
    """Texts to try, the most readable first."""
    yield WORDS
    for joint in "-_":
        yield map(joint.join, pairwise(WORDS))
    yield map(str.title, WORDS)
    yield map(str.upper, WORDS)
    yield (f"{word}1" for word in WORDS)
    yield TEXTS


# --- numbers and times ------------------------------------------------------------------------------------------------


def span(least: int | None, most: int | None, unit: int = 1, few: int = FEW) -> tuple[int, int]:
    """The first and the last of a few whole numbers within bounds, from `unit` on if there are some."""
    first = unit if least is None else max(unit, least)
    if most is not None and most < first:
        first = most - few if least is None else max(least, most - few)
    last = first + few - 1
    return first, last if most is None else min(last, most)


def day(draw: st.DrawFn) -> str:
    """A day of this decade."""
    return _day(draw(_DAYS))


def moment(draw: st.DrawFn) -> str:
    """A moment of this decade, to the second."""
    count, second = divmod(draw(_SECONDS), DAY)
    return f"{_day(count)}T{timedelta(seconds=second)!s:0>8}Z"


def _day(count: int) -> str:
    return (FIRST_DAY + timedelta(count)).isoformat()


_PAIRS = st.integers(0, len(WORDS) ** 2 - 1)
_DAYS = st.integers(0, DECADE - 1)
_SECONDS = st.integers(0, DECADE * DAY - 1)
_ALPHABETS = (
    st.sampled_from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."),
    st.characters(min_codepoint=0x20, max_codepoint=0x7E),
)
