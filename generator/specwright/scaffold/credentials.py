"""The credentials of a request -> security schemes. Their values end here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specwright.naming import class_name, unique
from specwright.scaffold.curl import Request
from specwright.scaffold.document import Known, mapping
from specwright.scaffold.infer import Schema
from specwright.scaffold.notes import Note, Sureness

_SECRET = re.compile(
    r"(?:^|[-_.])(?:api[-_]?key|apikey|key|token|secret|password|passwd|signature|credential|auth|session|sid|jwt)"
    r"(?:$|[-_.]id$)|^(?:authorization|proxy-authorization|sessionid|phpsessid|jsessionid|access_?token|connect\.sid)$",
    re.IGNORECASE,
)
_SCHEMES = ("basic", "bearer", "digest", "negotiate", "hoba", "mutual", "vapid")


def secret(name: str) -> bool:
    """Whether a header, a cookie or a parameter of this name carries a secret."""
    return bool(_SECRET.search(name)) and "idempotency" not in name.lower()


def credentials(request: Request) -> Iterator[Schema]:
    """The security scheme of each credential of a request."""
    if request.basic:
        yield {"type": "http", "scheme": "basic"}
    if request.bearer:
        yield {"type": "http", "scheme": "bearer"}
    for name, value in request.headers:
        scheme = value.partition(" ")[0].lower()
        if name.lower() == "authorization" and scheme in _SCHEMES and " " in value:
            yield {"type": "http", "scheme": scheme}
        elif secret(name):
            yield {"type": "apiKey", "in": "header", "name": name}
    for name, _ in request.query:
        if secret(name):
            yield {"type": "apiKey", "in": "query", "name": name}
    for name in request.cookies:
        if secret(name) or len(request.cookies) == 1:
            yield {"type": "apiKey", "in": "cookie", "name": name}


def security(request: Request, document: Known, notes: list[Note]) -> tuple[dict[str, Schema], list[Schema] | None]:
    """The new schemes by name, and what the operation requires; None if that is what the document requires anyway."""
    added: dict[str, Schema] = {}
    required: Schema = {}
    for scheme in credentials(request):
        name = _existing(scheme, document, added)
        if not name:
            taken = [*document.components("securitySchemes"), *added]
            name = unique(class_name(str(scheme.get("name") or f"{scheme['scheme']}_auth")), taken)
            added[name] = scheme
            notes.append(Note(Sureness.NOTED, name, "a credential of the command is a security scheme"))
        required[name] = []
    default = document.value.get("security")
    if not required or (isinstance(default, list) and required in default):
        return added, None
    return added, [required]


def _existing(scheme: Schema, document: Known, added: dict[str, Schema]) -> str:
    for name, other in {**document.components("securitySchemes"), **added}.items():
        if _comparable(mapping(document.resolved(other))) == _comparable(scheme):
            return name
    return ""


def _comparable(scheme: Schema) -> list[str]:
    return [str(scheme.get(key, "")).lower() for key in ("type", "scheme", "in", "name")]
