"""The parts of a page that list attributes: of the path, the query, the headers, the body and the answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

_HEADINGS = {
    "path": "path parameters|path params|path parameter|url parameters|uri parameters",
    "query": "query parameters|query params|query string|query string parameters|query",
    "header": "headers|header parameters|request headers",
    "body": "body|request body|body parameters|body params|request parameters|request body parameters|request",
    "response": "response|responses|response body|response parameters|response fields|response attributes|returns",
}
_KINDS = {heading: kind for kind, headings in _HEADINGS.items() for heading in headings.split("|")}
_STATUS = re.compile(r"[1-5]\d\d(?: [A-Z][\w ]*)?")
_MEDIA_TYPE = re.compile(r"(?:application|text|multipart)/[\w.+-]+")

_END = re.compile(
    r"(?:was|is|did) this (?:page|article|section|topic)\b.*\?|(?:rate|edit) this page|on this page", re.IGNORECASE
)
"""What documentation sites ask at the end of a page; what follows is navigation."""


class Line(NamedTuple):
    """A line of a page, without marks of Markdown around it, and its number."""

    text: str
    number: int
    heading: bool


@dataclass(slots=True)
class Section:
    """The lines of a part, and the statuses that it names if it tells of answers."""

    kind: str
    lines: list[Line] = field(default_factory=list[Line])
    statuses: list[str] = field(default_factory=list[str])

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]


def sections(lines: Iterable[Line]) -> Iterator[Section]:
    """The parts in order. A heading that is none of theirs ends one."""
    section: Section | None = None
    for line in lines:
        kind = _KINDS.get(line.text.strip("#*_: ").lower())
        if kind or line.heading or _END.fullmatch(line.text):
            if section:
                yield section
            section = Section(kind) if kind else None
        elif section and section.kind == "response" and _STATUS.fullmatch(line.text):
            section.statuses.append(line.text[:3])
        elif section and not _MEDIA_TYPE.fullmatch(line.text):
            section.lines.append(line)
    if section:
        yield section
