"""Credentials: what proves who calls, and where it is sent (OpenAPI 3.1, sections 4.8.27 and 4.8.30).

A secret is text or a function that returns it, called for each request. No secret is ever part of a repr or a message.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from .draft import Draft
from .headers import header_value
from .styles import encode

Secret: TypeAlias = str | Callable[[], str]


@dataclass(frozen=True, slots=True)
class ApiKeyCredential:
    """A key sent under a name in a header, the query or a cookie."""

    place: Literal["header", "query", "cookie"]
    wire_name: str
    value: Secret | None = field(repr=False)

    def sign(self, draft: Draft) -> None:
        secret = reveal(self.value)
        match self.place:
            case "header":
                draft.headers.setdefault(self.wire_name.lower(), header_value(self.wire_name, secret))
            case "query":
                draft.query.append(f"{encode(self.wire_name)}={encode(secret)}")
            case "cookie":
                draft.cookies.append(f"{encode(self.wire_name)}={encode(secret)}")


@dataclass(frozen=True, slots=True)
class BearerCredential:
    """A token sent as `Authorization: Bearer ...`."""

    value: Secret | None = field(repr=False)

    def sign(self, draft: Draft) -> None:
        draft.headers.setdefault("authorization", header_value("the bearer token", f"Bearer {reveal(self.value)}"))


@dataclass(frozen=True, slots=True)
class BasicCredential:
    """A user name and a password sent as `Authorization: Basic ...` (RFC 7617, in UTF-8)."""

    value: tuple[str, Secret] | None = field(repr=False)

    def sign(self, draft: Draft) -> None:
        user, password = self.value or ("", "")
        if ":" in user:
            raise ValueError("a user name with a colon cannot be sent")
        pair = f"{user}:{reveal(password)}".encode()
        draft.headers.setdefault("authorization", b"Basic " + b64encode(pair))


Credential: TypeAlias = ApiKeyCredential | BearerCredential | BasicCredential


def reveal(secret: Secret | None) -> str:
    return secret() if callable(secret) else secret or ""


def choose(security: Sequence[Sequence[str]], credentials: Mapping[str, Credential]) -> Sequence[Credential]:
    """The credentials to send: of the first requirement that is met in full, else of the one met best.

    Nothing given is no error: whether a call is allowed is the server's business. For the same reason the empty
    requirement, which allows anonymous calls, does not keep a credential that was given from being sent.
    """
    best: list[Credential] = []
    for requirement in security:
        held = [credentials[name] for name in requirement if name in credentials and credentials[name].value]
        if held and len(held) == len(requirement):
            return held
        if len(held) > len(best):
            best = held
    return best
