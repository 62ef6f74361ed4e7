"""What an edit of a document can touch: two small documents, before and after, in place of two large ones.

The parts of a document are its path items, its webhooks and its components, but for the security schemes; all else is
its frame. A part is a matter of what it refers to, so a slice holds the parts that were edited, all that lead to them,
and all that any of these leads to. What is generated for the other parts cannot tell one version from the other, but
for what is decided about the document as a whole: who builds on slices must look after that.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from specwright.ir import escaped
from specwright.read.json_text import JsonValue
from specwright.read.keywords import items, last_token, members, pointer_of
from specwright.read.load import Document

_SHARE = 4
_SMALL = 100_000
"""A slice is at most one part in so many of its document, or so many octets: a larger one gains little."""
_SECTIONS = ("paths", "webhooks")
_OF_ALL = "securitySchemes"
"""The components that are part of the frame: operations name them without a reference."""
_NAMING = ("operationId", "x-specwright-name")
_VERSION = 2
"""The format of `marshal` that tells nothing of which values are the same object."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A document in pieces that can be compared, the order of their members included: the frame, and each part.

    `leads` has the parts that each refers to, by their pointers, and `kinds` those that extend it and that it tells
    apart. Some go `always` with what is cut out.
    """

    frame: bytes
    parts: Mapping[str, bytes]
    leads: Mapping[str, tuple[str, ...]]
    always: tuple[str, ...]
    kinds: Mapping[str, tuple[str, ...]]

    @property
    def edges(self) -> dict[str, tuple[str, ...]]:
        """The parts that decide what each part comes to."""
        return {**self.leads, **{pointer: (*self.leads[pointer], *each) for pointer, each in self.kinds.items()}}


@dataclass(frozen=True, slots=True)
class Slices:
    """The two slices, the pointers of the parts that were edited or lead to one that was, and the whole afterwards.

    They are `moored` if what was edited refers to the same things at the same places.
    """

    before: dict[str, Any]
    after: dict[str, Any]
    touched: frozenset[str]
    moored: bool
    pieces: Pieces


def pieces(document: Document, always: Iterable[str] = ()) -> Pieces | None:
    """A document in pieces; nothing if it is not built like one, or refers to anything but its parts."""
    frame, parts = _taken(document)
    leads = {pointer: _leads(part) for pointer, part in parts.items()}
    frozen = {pointer: _frozen(part) for pointer, part in parts.items()}
    return _known(Pieces(_frozen(frame), frozen, leads, tuple(always), _kinds(parts)))


def slices(before: Pieces, document: Document) -> Slices | None:
    """The slices of an earlier version and of a document.

    Nothing if they differ in anything but the parts they have in common, or in what names something there or makes one
    a kind of another, or if too much leads to these.
    """
    frame, parts = _taken(document)
    if _frozen(frame) != before.frame:  # the frame lists the parts, in their order
        return None
    frozen = {pointer: _frozen(part) for pointer, part in parts.items()}
    edited = [pointer for pointer, part in frozen.items() if part != before.parts[pointer]]
    new = {pointer: _leads(parts[pointer]) for pointer in edited}
    after = _known(replace(before, parts=frozen, leads={**before.leads, **new}))
    if after is None or not edited:
        return None
    edges = after.edges
    both = {**edges, **{pointer: (*before.leads[pointer], *edges[pointer]) for pointer in edited}}
    touched = _reached(edited, _turned(both))
    held = _reached([*touched, *after.always], both)
    if sum(len(frozen[pointer]) for pointer in held) > max(_SMALL, sum(map(len, frozen.values())) // _SHARE):
        return None
    old = {pointer: marshal.loads(before.parts[pointer]) for pointer in edited}
    if any(set(_placed(old[pointer], _names)) != set(_placed(parts[pointer], _names)) for pointer in edited):
        return None
    if any(_line(old[pointer]) != _line(parts[pointer]) for pointer in edited):
        return None
    moored = all(set(_placed(old[pointer], _targets)) == set(_placed(parts[pointer], _targets)) for pointer in edited)
    return Slices(_cut(document.value, held, old), _cut(document.value, held, {}), touched, moored, after)


def _known(pieces: Pieces) -> Pieces | None:
    """The pieces, unless they speak of a part that there is not."""
    spoken_of = (pieces.always, *pieces.leads.values())
    return pieces if all(target in pieces.parts for targets in spoken_of for target in targets) else None


def _taken(document: Document) -> tuple[list[Any], dict[str, JsonValue]]:
    """The frame, with the names of the parts in their places, where the text of the document is, and the parts."""
    frame: dict[str, Any] = {}
    parts: dict[str, JsonValue] = {}
    for name, value in document.value.items():
        sections = _sections(name, value)
        whole = members(value).get(_OF_ALL) if name == "components" else None
        frame[name] = [[path, list(section)] for path, section in sections.items()] + [whole] if sections else value
        for path, section in sections.items():
            parts |= {f"{path}/{escaped(key)}": part for key, part in section.items()}
    origins = [[pointer, place.file, place.pointer] for pointer, place in document.origins.items()]
    return [frame, origins], parts


def _frozen(value: JsonValue) -> bytes:
    return marshal.dumps(value, _VERSION)


def _sections(name: str, value: JsonValue) -> dict[str, dict[str, JsonValue]]:
    """The sections of parts that a member of the document is or has, by their pointers."""
    found: dict[str, JsonValue] = {}
    if name in _SECTIONS:
        found = {pointer_of(name): value}
    elif name == "components":
        kinds = members(value).items()
        found = {pointer_of(name, kind): section for kind, section in kinds if kind != _OF_ALL}
    sections = {path: section for path, section in found.items() if isinstance(section, dict)}
    return sections if len(sections) == len(found) else {}


def _leads(part: JsonValue) -> tuple[str, ...]:
    """The parts that a part refers to, and whatever else it refers to, by their pointers."""
    found: dict[str, None] = {}
    waiting = [part]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            for target in _targets(each):
                found[part_at(unquote(target[1:])) if target.startswith("#/") else target] = None
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
    return tuple(found)


def _placed(
    value: JsonValue, told: Callable[[dict[str, JsonValue]], Iterable[str]], place: tuple[str | int, ...] = ()
) -> Iterator[tuple[object, ...]]:
    """What is told of each object in a value, and where."""
    if isinstance(value, dict):
        yield from ((*place, each) for each in told(value))
    inside: list[tuple[str | int, JsonValue]] = [*members(value).items(), *enumerate(items(value))]
    for step, child in inside:
        yield from _placed(child, told, (*place, step))


def _names(value: dict[str, JsonValue]) -> Iterator[str]:
    """What an object names itself, which tells it from others anywhere in the document."""
    yield from (f"{keyword} {value[keyword]}" for keyword in _NAMING if keyword in value)


def _targets(value: dict[str, JsonValue]) -> Iterator[str]:
    """What an object refers to, also where that would mean nothing."""
    if isinstance(reference := value.get("$ref"), str):
        yield reference
    if discriminator := members(value.get("discriminator")):
        mapped = (discriminator.get("defaultMapping"), *members(discriminator.get("mapping")).values())
        yield from (_spelled(target) for target in mapped if isinstance(target, str))


def _kinds(parts: Mapping[str, JsonValue]) -> dict[str, tuple[str, ...]]:
    """The parts that extend each of those that tell them apart, or that extend one that does."""
    lines = {pointer: _line(part) for pointer, part in parts.items()}
    extends = {pointer: bases for pointer, (_, bases) in lines.items() if bases}
    extended = _turned(extends)
    tellers = _reached((pointer for pointer, (tells, _) in lines.items() if tells and pointer in extended), extended)
    return {base: tuple(kinds) for base, kinds in extended.items() if base in tellers}


def _line(part: JsonValue) -> tuple[bytes, tuple[str, ...]]:
    """What a schema tells others apart by, and the parts that it extends."""
    keywords = members(part)
    refs = (members(each).get("$ref") for each in items(keywords.get("allOf")))
    bases = tuple(part_at(unquote(ref[1:])) for ref in refs if isinstance(ref, str))
    return _frozen(keywords["discriminator"]) if "discriminator" in keywords else b"", bases


def _spelled(target: str) -> str:
    """A value of a discriminator's mapping as a reference: it may be the name of a component."""
    return target if "#" in target or "/" in target else f"#{pointer_of('components', 'schemas', target)}"


def part_at(pointer: str) -> str:
    """The pointer of the part that holds a place, if any part does."""
    steps = pointer.split("/")
    return "/".join(steps[: 4 if steps[1:2] == ["components"] else 3])


def _turned(edges: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    turned: dict[str, list[str]] = {}
    for pointer, targets in edges.items():
        for target in targets:
            turned.setdefault(target, []).append(pointer)
    return turned


def _reached(start: Iterable[str], edges: Mapping[str, Iterable[str]]) -> frozenset[str]:
    reached = set(start)
    waiting = list(reached)
    while waiting:
        new = [target for target in edges.get(waiting.pop(), ()) if target not in reached]
        reached.update(new)
        waiting += new
    return frozenset(reached)


def _cut(document: Mapping[str, Any], held: frozenset[str], instead: Mapping[str, Any]) -> dict[str, Any]:
    """The document with the parts that are `held` alone, some of them replaced, and without extensions."""
    cut: dict[str, Any] = {}
    for name, value in document.items():
        kept = {
            last_token(path): {
                key: instead.get(pointer, part)
                for key, part in section.items()
                if (pointer := f"{path}/{escaped(key)}") in held
            }
            for path, section in _sections(name, value).items()
        }
        if kept:
            of_all = {key: each for key, each in members(value).items() if key == _OF_ALL}
            cut[name] = {**kept, **of_all} if name == "components" else kept[name]
        elif not name.startswith("x-") or name.startswith("x-specwright"):
            cut[name] = value
    return cut
