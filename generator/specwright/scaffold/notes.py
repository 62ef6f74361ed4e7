"""The loss report: what was inferred and how surely, and what found no place."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from specwright.read.rules.inferred import MARK
from specwright.scaffold.material import Homeless

INFERRED = MARK
"""The member that carries, in the document, what is not known for sure of the schema it stands in."""

_WIDTH = 110


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

    @property
    def owner(self) -> str:
        """The schema that the place is in, or the place if it is in none."""
        return self.place.partition(".")[0]


def homeless_note(each: Homeless) -> Note:
    """The note on an enumeration that no member is known to have."""
    place = "request" if each.request else "response"
    return Note(
        Sureness.HOMELESS, "", f"an enumeration of the {place} whose member is not named: {', '.join(each.values)}"
    )


def report(notes: Iterable[Note]) -> Iterator[str]:
    """The lines of the report: what was noted, and below it the places, those of one schema on a line."""
    grouped: dict[tuple[Sureness, str], dict[str, list[str]]] = {}
    for note in notes:
        member = note.place.partition(".")[2]
        members = grouped.setdefault((note.sureness, note.message), {}).setdefault(note.owner, [])
        if member and member not in members:
            members.append(member)
    for sureness, message in sorted(grouped, key=lambda key: list(Sureness).index(key[0])):
        yield f"{sureness}: {message}"
        for owner, members in grouped[sureness, message].items():
            text = f"{owner}: {', '.join(members)}" if members else owner
            yield from textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="    ") if text else ()
