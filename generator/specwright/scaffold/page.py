"""A page of documentation, as text or Markdown -> the materials that it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from specwright.problem import Position
from specwright.scaffold.attributes import attributes
from specwright.scaffold.curl import requests_of
from specwright.scaffold.material import Answer, Homeless, Material
from specwright.scaffold.samples import Sample, answers, samples
from specwright.scaffold.sections import Line, Section, sections
from specwright.scaffold.shell import Command, commands
from specwright.scaffold.told import NOTHING, Told

_ESCAPED = re.compile(r"\\([_*\[\]|<>#`~{}().!+-])")
_HEADING = re.compile(r"#{1,6}\s+(.+)")
_HEADING_LINE = re.compile(r"^(#{1,6})[ \t]+\S", re.MULTILINE)
_TITLE = re.compile(r"\A---\r?\n(?:.*\n)*?title:\s*[\"']?(.+?)[\"']?\s*\r?\n")
_SENTENCE = re.compile(r"[A-Z`].*\s.*\s.*\.")
_HEADLINE = re.compile(r"[A-Z][\w ,'-]{2,60}")
_OPTIONS = re.compile(r"([A-Za-z][\w-]*(?:, [A-Za-z][\w-]*)+)(?: [A-Z].*)?")
_NEAR = 8


def materials(text: str, file: str) -> tuple[Material, ...]:
    """The operations that a page tells of: one for each different command. Raises `Refusal` for a broken one."""
    found = list(commands(text, file))
    first: dict[tuple[str, ...], Command] = {}
    for command in found:
        first.setdefault(command.words, command)
    ordered = sorted(first.values(), key=lambda command: command.start)
    starts = [*_beginnings(text, ordered), len(text)]
    parts = [_Part(text, file, command, found, *starts[n : n + 2]) for n, command in enumerate(ordered)]
    return tuple(part.material() for part in parts)


def _beginnings(text: str, ordered: Sequence[Command]) -> list[int]:
    """Where what tells of each command begins: at the highest heading between it and the command before it.

    What tells of the first begins at a heading of the same height, which the title of the page may stand above.
    """
    found = [_highest(text, before.end, command.start) for before, command in pairwise(ordered)]
    heights = [height for _, height in found if height]
    before = list(_HEADING_LINE.finditer(text, 0, ordered[0].start if ordered else 0))
    first = next((each.start() for each in reversed(before) if heights and len(each[1]) == heights[0]), 0)
    return [first, *(start for start, _ in found)]


def _highest(text: str, start: int, end: int) -> tuple[int, int]:
    """The last of the highest headings between two offsets, with its height; the end and 0 if there is none."""
    headings = list(_HEADING_LINE.finditer(text, start, end))
    height = min((len(heading[1]) for heading in headings), default=0)
    return next(((each.start(), height) for each in reversed(headings) if len(each[1]) == height), (end, 0))


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of a page, between two offsets, that tells of one command; `found` are all commands of the page."""

    text: str
    file: str
    command: Command
    found: Sequence[Command]
    start: int
    end: int

    def material(self) -> Material:
        """The operation of the command."""
        shown = self._samples()
        lines = self._lines()
        listed = list(sections(lines))
        request = next(iter(requests_of(self.command)))
        told = {kind: _told(section for section in listed if section.kind == kind) for kind in ("body", "response")}
        summary, description = self._title(lines, shown)
        return Material(
            request=request,
            answers=_with_told(answers(self.text, self.command.end, self._next(), shown), listed, told["response"]),
            summary=summary,
            description=description,
            body=told["body"],
            parameters=_parameters(listed),
            homeless=tuple(_homeless(listed, self.file)),
        )

    def _samples(self) -> list[Sample]:
        """The samples behind the command, as far as the next."""
        return list(samples(self.text, self.command.end, self._next()))

    def _next(self) -> int:
        """Where the next command begins, or the next part."""
        following = (command.start for command in self.found if command.start > self.command.start)
        return min([*following, self.end])

    def _lines(self) -> list[Line]:
        """What is neither a command nor a sample, line by line, blank lines left out."""
        text = self.text[: self.end]
        spans = [(command.start, command.end) for command in self.found]
        spans += [(each.start, each.end) for each in samples(self.text, self.start, self.end)]
        for start, end in spans:
            text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
        lines: list[Line] = []
        for number, raw in enumerate(text[self.start :].split("\n"), text.count("\n", 0, self.start) + 1):
            heading = _HEADING.match(raw.strip())
            clean = _ESCAPED.sub(r"\1", heading[1] if heading else raw).strip()
            if clean and not clean.startswith("```"):
                lines.append(Line(clean, number, bool(heading)))
        return lines

    def _title(self, lines: Sequence[Line], shown: Sequence[Sample]) -> tuple[str, str]:
        """The title of the operation and the sentence that follows it.

        It is the heading that the front matter repeats, or the first; else what stands directly behind a sample.
        """
        matter = _TITLE.match(self.text) if self.start == 0 else None
        headings = [number for number, line in enumerate(lines) if line.heading]
        named = [number for number in headings if not matter or lines[number].text == matter[1]]
        if named:
            return lines[named[0]].text, _sentence(lines[named[0] + 1 :][:_NEAR])
        behind = {self.text[each.end :].partition("\n")[0].strip() for each in shown} if not matter else set[str]()
        index = next((number for number, line in enumerate(lines) if line.text in behind), None)
        if index is not None:
            return lines[index].text, _sentence(lines[index + 1 :][:_NEAR])
        return matter[1] if matter else "", ""


def _sentence(lines: Sequence[Line]) -> str:
    """The first line that is a sentence, before another heading."""
    for line in lines:
        if line.heading:
            break
        if _SENTENCE.fullmatch(line.text):
            return line.text
    return ""


def _told(listed: Iterator[Section]) -> Told:
    """What the sections of a body say of it."""
    told = NOTHING
    for section in listed:
        found = attributes(section.texts)
        if found.members:
            text = "\n\n".join(line for line in found.text if _SENTENCE.fullmatch(line))
            told = Told(kinds=frozenset({"object"}), members=found.members, description=text)
    return told


def _parameters(listed: Sequence[Section]) -> dict[tuple[str, str], Told]:
    found: dict[tuple[str, str], Told] = {}
    for section in listed:
        if section.kind in ("path", "query", "header"):
            found.update({(section.kind, name): told for name, told in attributes(section.texts).members.items()})
    return found


def _with_told(found: Sequence[Answer], listed: Sequence[Section], told: Told) -> tuple[Answer, ...]:
    """The answers, with what is told of the first that is a success."""
    statuses = [status for section in listed for status in section.statuses]
    known = {answer.status: answer for answer in found}
    known |= {status: Answer(status) for status in statuses if status not in known}
    success = next((status for status in known if status.startswith("2")), "200")
    description = next((_headline(section) for section in listed if section.kind == "response"), "")
    if told != NOTHING or (description and success in known):
        known[success] = replace(known.get(success, Answer(success)), told=told, description=description)
    return tuple(known.values())


def _headline(section: Section) -> str:
    """What stands first in a section of answers, if it is no sentence: `Successful Response`."""
    text = attributes(section.texts).text[:1]
    return text[0] if text and _HEADLINE.fullmatch(text[0]) else ""


def _homeless(listed: Sequence[Section], file: str) -> Iterator[Homeless]:
    """Lists of options in sections that name no attribute."""
    for section in listed:
        if section.kind in ("body", "response") and not attributes(section.texts).members:
            for line in section.lines:
                if match := _OPTIONS.fullmatch(line.text):
                    values = tuple(match[1].split(", "))
                    yield Homeless(values, section.kind == "body", Position(file, line.number, 1))
