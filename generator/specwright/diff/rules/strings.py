"""Rules about schemas of strings."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.change import Effect, Level
from specwright.diff.pairs import Strings
from specwright.diff.pattern import matches, matching
from specwright.diff.rules.rule import Finding, rule
from specwright.ir import Format, String

_LENGTHS = {
    Format.DATE: (10, 10),
    Format.DATE_TIME: (20, None),
    Format.UUID: (36, 36),
    Format.BINARY: (0, None),
}
"""The lengths of the shortest and the longest string of a format."""
_CHARACTERS = "?a0 A-\n_.~<>/\\\"'é\u4e00"


@rule(Strings, Effect.NARROWS, oasdiff="request-{body,property,parameter}-max-length-decreased")
def max_length_lowered(pair: Strings) -> Iterator[Finding]:
    """Strings must be shorter than before."""
    old, new = pair.old.max_length, pair.new.max_length
    if old is not None and new is not None and new < old and _exceeds(pair.old, new):
        yield Finding(f"has at most {new} characters, not {old}", _of_length(pair.old, new + 1))


@rule(Strings, Effect.NARROWS, request=Level.WARNING, oasdiff="request-{body,property,parameter}-max-length-set")
def max_length_set(pair: Strings) -> Iterator[Finding]:
    """Strings had no greatest length, and now they have.

    A warning for what is sent: the limit may always have been there, and only be told now.
    """
    new = pair.new.max_length
    if pair.old.max_length is None and new is not None and _exceeds(pair.old, new):
        yield Finding(f"has at most {new} characters", _of_length(pair.old, new + 1))


@rule(
    Strings,
    Effect.WIDENS,
    oasdiff="request-{body,property,parameter}-max-length-increased response-{body,property}-max-length-increased",
)
def max_length_raised(pair: Strings) -> Iterator[Finding]:
    """Strings may be longer than before."""
    old, new = pair.old.max_length, pair.new.max_length
    if old is not None and new is not None and new > old and _exceeds(pair.new, old):
        yield Finding(f"may have up to {new} characters, not {old}", _of_length(pair.new, old + 1))


@rule(Strings, Effect.WIDENS, oasdiff="response-{body,property}-max-length-unset")
def max_length_removed(pair: Strings) -> Iterator[Finding]:
    """Strings have no greatest length any more."""
    old = pair.old.max_length
    if old is not None and pair.new.max_length is None and _exceeds(pair.new, old):
        yield Finding(f"may have more than {old} characters", _of_length(pair.new, old + 1))


@rule(Strings, Effect.NARROWS, oasdiff="request-{body,property,parameter}-min-length-increased")
def min_length_raised(pair: Strings) -> Iterator[Finding]:
    """Strings must be longer than before; where no length was asked for, that was 0."""
    if pair.new.min_length > _shortest(pair.old):
        message = f"has at least {pair.new.min_length} characters, not {pair.old.min_length}"
        yield Finding(message, _of_length(pair.old, _shortest(pair.old)))


@rule(
    Strings,
    Effect.WIDENS,
    oasdiff="request-{body,property,parameter}-min-length-decreased response-{body,property}-min-length-decreased",
)
def min_length_lowered(pair: Strings) -> Iterator[Finding]:
    """Strings may be shorter than before; where no length is asked for, that is 0."""
    if pair.old.min_length > _shortest(pair.new):
        message = f"has at least {pair.new.min_length} characters, not {pair.old.min_length}"
        yield Finding(message, _of_length(pair.new, _shortest(pair.new)))


@rule(Strings, Effect.NARROWS, oasdiff="request-{property,parameter}-pattern-added response-property-pattern-added")
def pattern_added(pair: Strings) -> Iterator[Finding]:
    """Strings must now match a regular expression."""
    if pair.old.pattern is None and pair.new.pattern is not None:
        yield Finding(f"matches `{pair.new.pattern}`", _unmatched(pair, pair.new.pattern))


@rule(
    Strings,
    Effect.WIDENS,
    response=Level.INFO,
    oasdiff="request-{property,parameter}-pattern-removed response-property-pattern-removed",
)
def pattern_removed(pair: Strings) -> Iterator[Finding]:
    """Strings need no longer match a regular expression.

    An info for what is received: few readers check a pattern.
    """
    if pair.old.pattern is not None and pair.new.pattern is None:
        yield Finding(f"need not match `{pair.old.pattern}`", _unmatched(pair, pair.old.pattern))


@rule(
    Strings,
    Effect.CHANGES,
    request=Level.WARNING,
    response=Level.INFO,
    oasdiff="request-{property,parameter}-pattern-{changed,generalized} response-property-pattern-changed",
)
def pattern_changed(pair: Strings) -> Iterator[Finding]:
    """Strings must match another regular expression than before.

    A warning for what is sent, since the two may well mean the same; an info for what is received.
    """
    if pair.old.pattern is not None and pair.new.pattern is not None and pair.old.pattern != pair.new.pattern:
        values = (*_unmatched(pair, pair.old.pattern), *_unmatched(pair, pair.new.pattern))
        yield Finding(f"matches `{pair.new.pattern}`, not `{pair.old.pattern}`", values)


@rule(
    Strings,
    Effect.NARROWS,
    oasdiff="request-{body,property,parameter}-type-changed request-parameter-property-type-specialized"
    " response-{body,property,header}-type-specialized",
)
def format_added(pair: Strings) -> Iterator[Finding]:
    """Strings must now be dates, times or UUIDs. Other formats are annotations, and any string is valid for them."""
    if pair.old.format is None and pair.new.format is not None:
        yield Finding(f"has the format {pair.new.format}", _unlikely(pair))


@rule(
    Strings,
    Effect.WIDENS,
    oasdiff="request-{body,property,parameter,parameter-property}-type-generalized"
    " response-{body,property,header}-type-generalized",
)
def format_removed(pair: Strings) -> Iterator[Finding]:
    """Strings need no longer be dates, times or UUIDs."""
    if pair.old.format is not None and pair.new.format is None:
        yield Finding(f"need not have the format {pair.old.format}", _unlikely(pair))


@rule(
    Strings,
    Effect.CHANGES,
    oasdiff="request-{body,property,parameter,parameter-property}-type-changed"
    " response-{body,property,header}-type-changed",
)
def format_changed(pair: Strings) -> Iterator[Finding]:
    """Strings have another format than before: dates, times or UUIDs."""
    if pair.old.format is not None and pair.new.format is not None and pair.old.format != pair.new.format:
        yield Finding(f"has the format {pair.new.format}, not {pair.old.format}")


def _shortest(string: String) -> int:
    """No string is shorter: by its bound, its format, or an expression that the empty one does not match."""
    by_format = _LENGTHS[string.format][0] if string.format else 0
    by_pattern = 1 if string.pattern is not None and matches(string.pattern, "") is False else 0
    return max(string.min_length, by_format, by_pattern)


def _exceeds(string: String, length: int) -> bool:
    """Whether its format admits longer strings."""
    longest = _LENGTHS[string.format][1] if string.format else None
    return longest is None or longest > length


def _of_length(string: String, length: int) -> tuple[str, ...]:
    """Strings of a length, those first that match the expression if there is one."""
    if length > 100_000:
        return ()
    matched = matching(string.pattern, length, length) if string.pattern is not None else ()
    return (*matched, *(letter * length for letter in "a0A-"))


def _unmatched(pair: Strings, pattern: str) -> tuple[str, ...]:
    """Strings that may be valid but for an expression: those of the other one, and those that hardly any admits."""
    least = max(pair.old.min_length, pair.new.min_length)
    others = {side.pattern for side in (pair.old, pair.new)} - {pattern, None}
    found = [text for other in others if other for text in matching(other, least, None)]
    some = ("", *found, *(letter * max(1, least) for letter in _CHARACTERS))
    return tuple(dict.fromkeys(text for text in some if not matches(pattern, text)))


def _unlikely(pair: Strings) -> tuple[str, ...]:
    """Strings that hardly any expression or format admits, of the lengths that are asked for."""
    least = max(pair.old.min_length, pair.new.min_length)
    return tuple(each * max(1, least) if each or least else "" for each in ("", "?", "a", "0", " ", "A", "-", "\n"))
