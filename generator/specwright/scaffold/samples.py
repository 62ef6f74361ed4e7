"""The samples of JSON in a page, and which answers they are of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from specwright.problem import Refusal
from specwright.read import json_text
from specwright.read.json_text import JsonValue
from specwright.read.load import deeper
from specwright.scaffold.bodies import DEPTH
from specwright.scaffold.material import Answer

_OPENING = re.compile(r"(?:^|(?<=[';]))[ \t]*([{\[])(?=\s*[\"{\[\]}\d])", re.MULTILINE)
_STATUS = re.compile(
    r"\W*(?:HTTP/[\d.]+ |(?:status|response|returns|code)(?: code)?\W+)?([1-5]\d\d)(?:\W+[A-Z][\w -]*)?\W*",
    re.IGNORECASE,
)
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Sample:
    """A value that a page shows, and the offsets of its text."""

    value: JsonValue
    start: int
    end: int


def samples(text: str, start: int, end: int) -> Iterator[Sample]:
    """The objects and lists between two offsets; what is no JSON is none."""
    while match := _OPENING.search(text, start, end):
        start = match.end()
        try:
            behind = _DECODER.raw_decode(text, match.start(1))[1]
            value = json_text.parse(text[match.start(1) : behind], "")
        except (ValueError, RecursionError, Refusal):
            continue
        if deeper(value, DEPTH):
            continue
        if value or "\n" not in text[match.start(1) : behind]:
            yield Sample(value, match.start(1), behind)
            start = behind


def answers(text: str, start: int, end: int, shown: Sequence[Sample]) -> tuple[Answer, ...]:
    """The answers that are told between two offsets, where these samples are shown.

    Each takes the next status that is printed before it; where tabs print several at once, they go by their order. A
    sample that has none is another of the answer before it.
    """
    found: dict[str, list[JsonValue]] = {}
    waiting: list[str] = []
    status = "200"
    for sample in shown:
        waiting += [each for each in _statuses(text[start : sample.start]) if each not in (*found, *waiting)]
        status = waiting.pop(0) if waiting else status
        values = found.setdefault(status, [])
        if sample.value not in values:
            values.append(sample.value)
        start = sample.end
    waiting += [each for each in dict.fromkeys(_statuses(text[start:end])) if each not in (*found, *waiting)]
    return tuple(Answer(each, tuple(found.get(each, ()))) for each in (*found, *waiting))


def _statuses(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if match := _STATUS.fullmatch(line):
            yield match[1]
