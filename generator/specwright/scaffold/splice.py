"""Puts new members and items into a document and leaves every other character of it as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from specwright.ir import Location
from specwright.problem import Problem, Refusal, error
from specwright.read.json_text import JsonValue
from specwright.scaffold.insert import Edit, NoPlaceError, fill, insert_items, insert_members, replaced
from specwright.scaffold.pieces import Alias, Kind, Piece
from specwright.scaffold.source import Text, read_text
from specwright.scaffold.style import Style, style_of


@dataclass(frozen=True, slots=True)
class Spliced:
    """A document after what was put into it: `edits` are in the order of their places in the old text."""

    document: Text
    edits: tuple[Edit, ...]


def splice(document: Text, wanted: dict[str, JsonValue]) -> Spliced:
    """The document that says what is wanted, with the least change of its text.

    What `wanted` shares with the value of the document (the very objects) is not looked at. Raises `Refusal` where
    the text cannot be made to say it.
    """
    splicing = _Splicing(document.text, style_of(document))
    found = splicing.edits(document.root, document.value, wanted, Location(document.name))
    edits = tuple(sorted(found, key=lambda edit: edit.start))
    try:
        after = read_text(_applied(document.text, edits), document.name)
    except Refusal as refusal:
        reason = f"the text would not be read any more: {refusal.problems[0].message}"
        raise Refusal([_impossible(Location(document.name), reason)], findings=True) from None
    if not same(after.value, wanted):
        place = Location(document.name, _difference(after.value, wanted))
        raise Refusal([_impossible(place, "something else would change with it")], findings=True)
    return Spliced(after, edits)


def same(one: JsonValue, other: JsonValue) -> bool:
    """Whether two values are the same JSON: 1 is neither 1.0 nor true, and members have no order."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


@dataclass(frozen=True, slots=True)
class _Splicing:
    """The edits of a text that is written in some style."""

    text: str
    style: Style

    def edits(self, piece: Piece, old: JsonValue, new: JsonValue, place: Location) -> Iterator[Edit]:
        """What turns the text of a part into that of another value; edits of inner parts come first."""
        if new is old or same(old, new):
            return
        if isinstance(piece, Alias):
            raise Refusal(
                [_impossible(place, "it is an alias: its anchor says the same in other places")], findings=True
            )
        try:
            yield from self._changes(piece, old, new, place)
        except NoPlaceError as reason:
            raise Refusal([_impossible(place, str(reason))], findings=True) from None

    def _changes(self, piece: Piece, old: JsonValue, new: JsonValue, place: Location) -> Iterator[Edit]:
        match old, new:
            case dict(), dict() if piece.kind is Kind.MAPPING and old.keys() <= new.keys():
                yield from self._members(piece, old, new, place)
            case list(), list() if piece.kind is Kind.SEQUENCE and len(old) <= len(new):
                yield from self._items(piece, old, new, place)
            case _:
                yield replaced(piece, new, self.text, self.style)

    def _members(
        self, piece: Piece, old: dict[str, JsonValue], new: dict[str, JsonValue], place: Location
    ) -> Iterator[Edit]:
        written = {entry.key: entry for entry in piece.entries}
        for key, before in old.items():
            if new[key] is before or same(before, new[key]):
                continue
            if key not in written:
                raise NoPlaceError(f"`{key}` is merged into it from an anchor")
            entry = written[key]
            if before is None and new[key] and piece.block and entry.value.start == entry.value.end:
                yield fill(entry, new[key], self.text, self.style)
            else:
                yield from self.edits(entry.value, before, new[key], place / key)
        if added := {key: value for key, value in new.items() if key not in old}:
            yield insert_members(piece, added, self.text, self.style)

    def _items(self, piece: Piece, old: list[JsonValue], new: list[JsonValue], place: Location) -> Iterator[Edit]:
        for entry, before, after in zip(piece.entries, old, new, strict=False):
            yield from self.edits(entry.value, before, after, place / entry.key)
        if added := new[len(old) :]:
            yield insert_items(piece, added, self.text, self.style)


def _applied(text: str, edits: Iterable[Edit]) -> str:
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


def _difference(found: JsonValue, wanted: JsonValue, pointer: str = "") -> str:
    """The pointer of the outermost mapping or value in which two values differ."""
    if isinstance(found, dict) and isinstance(wanted, dict) and found.keys() == wanted.keys():
        for key, value in found.items():
            if not same(value, wanted[key]):
                return _difference(value, wanted[key], (Location("", pointer) / key).pointer)
    return pointer


def _impossible(place: Location, reason: str) -> Problem:
    message = f"`#{place.pointer}` cannot be added to without changing the rest: {reason}"
    return error(
        "splice-impossible", message, place, "Add it by hand, or write that part of the document plainly first."
    )
