"""What a change is: which rule found it, where, how bad it is, whom it hurts, and the value that shows it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from specwright.ir import Direction, Json, Location


class Level(StrEnum):
    """How bad a change is: an error breaks somebody, a warning may, an info is good to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Party(StrEnum):
    """Whom a change hurts: a client or a server that stays as it is, or people who regenerate the SDK."""

    OLD_CLIENT = "old-client"
    NEW_CLIENT = "new-client"
    SOURCE = "source"


class Effect(StrEnum):
    """What becomes of the values that are valid: fewer are, more are, some are and some are no longer, or the same."""

    NARROWS = "narrows"
    WIDENS = "widens"
    CHANGES = "changes"
    KEEPS = "keeps"

    def hurts(self, direction: Direction) -> tuple[Party, ...]:
        """Whom it hurts: whoever goes on to send what the other side, which follows the other document, refuses.

        An old client goes on to send what was valid, and a new server answers with what is valid now. A new client
        sends what is valid now, and an old server goes on to answer with what was valid.
        """
        if self is Effect.KEEPS:
            return ()
        if self is Effect.CHANGES:
            return (Party.OLD_CLIENT, Party.NEW_CLIENT)
        old_client = (self is Effect.NARROWS) == (direction is Direction.REQUEST)
        return (Party.OLD_CLIENT,) if old_client else (Party.NEW_CLIENT,)


@dataclass(frozen=True, slots=True)
class Witness:
    """The smallest value found that is valid for one document and not for the other.

    `valid_in` is `old` or `new`. It is a payload as a whole, or the value of the parameter or header.
    """

    value: Json
    valid_in: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `subject` says what has changed, `message` how, `operations` which operations it reaches.

    `old` and `new` are its places in the two documents: of what was added, `old` is the place it was added to,
    and `NOWHERE` for a whole operation.
    `pointer` is the place in a payload: a JSON pointer, with 0 for any element.
    """

    rule: str
    level: Level
    hurts: tuple[Party, ...]
    subject: str
    message: str
    old: Location
    new: Location
    direction: Direction | None = None
    witness: Witness | None = None
    operations: tuple[str, ...] = ()
    pointer: str = ""

    @property
    def fingerprint(self) -> str:
        """A name for this change that neither other changes nor moved lines alter: 12 hexadecimal digits."""
        said = "\n".join(
            (self.rule, self.direction or "", self.subject, self.old.pointer, self.new.pointer, self.message)
        )
        return hashlib.sha256(said.encode()).hexdigest()[:12]
