"""What a handler returns and raises."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

NO_HEADERS: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class Reply(Generic[T_co]):
    """A value with another status than the first declared one, or with headers of its own.

    A `content-type` among the headers chooses between the media types that are declared for the status. A header that
    is declared has a value of its type, any other is a str.
    """

    value: T_co
    status: int | None = None
    headers: Mapping[str, object] = field(default_factory=dict[str, object])


Result: TypeAlias = T | Reply[T]
"""What a handler returns: the value alone, or a Reply that holds it."""


Stream: TypeAlias = AsyncIterator[T] | Iterator[T]
"""Content piece by piece, in the place of octets or text: it is sent as it is produced."""


class HTTPProblem(Exception):
    """Raised by a handler to answer with an error status; `body` is what the document declares for it.

    A status that the operation does not declare may be given too: its body is sent as JSON, whatever it is.
    """

    def __init__(self, status: int, body: object = None, *, headers: Mapping[str, object] = NO_HEADERS) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body
        self.headers = headers


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a request: the place, its JSON pointer inside the parameter or the body, why, and a code."""

    loc: tuple[int | str, ...]
    msg: str
    type: str
    pointer: str = ""

    def json(self) -> dict[str, object]:
        return {"loc": list(self.loc), "pointer": self.pointer, "msg": self.msg, "type": self.type}


class Refusal(Exception):
    """An answer of the server itself, without a handler: `{"detail": [{"loc", "pointer", "msg", "type"}, ...]}`."""

    def __init__(self, status: int, faults: Sequence[Fault], headers: Mapping[str, object] = NO_HEADERS) -> None:
        super().__init__(status, faults)
        self.status = status
        self.faults = faults
        self.headers = headers


class Unimplemented(Refusal):
    """501: nobody has written this handler yet; `name` says which."""

    def __init__(self, name: str) -> None:
        super().__init__(501, [Fault(("server",), f"{name} is not implemented", "not_implemented")])
