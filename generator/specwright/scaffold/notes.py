"""The loss report: what was inferred and how surely, and what found no place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from specwright.scaffold.material import Homeless

INFERRED = "x-specwright-inferred"
"""The member that carries, in the document, what is not known for sure of the schema it stands in."""


class Sureness(StrEnum):
    """What a note tells."""

    WIDENED = "widened"
    INFERRED = "inferred"
    UNKNOWN = "not known"
    REUSED = "reused"
    HOMELESS = "found no place"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Note:
    """One line of the report: of a place in the request or an answer, or of none."""

    sureness: Sureness
    place: str
    message: str


def homeless_note(each: Homeless) -> Note:
    """The note on an enumeration that no member is known to have."""
    place = "request" if each.request else "response"
    return Note(
        Sureness.HOMELESS, "", f"an enumeration of the {place} whose member is not named: {', '.join(each.values)}"
    )


def report(notes: Iterable[Note]) -> Iterator[str]:
    """The lines of a report, a paragraph for each kind of note; places of which the same is said stand together."""
    grouped: dict[Sureness, dict[str, list[str]]] = {}
    for note in notes:
        places = grouped.setdefault(note.sureness, {}).setdefault(note.message, [])
        if note.place and note.place not in places:
            places.append(note.place)
    for sureness in Sureness:
        for message, places in grouped.get(sureness, {}).items():
            yield f"{sureness}: {message}" + (f": {', '.join(places)}" if places else "")
