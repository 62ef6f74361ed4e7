"""The API as a whole -> what the templates of the client, the errors and the project place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from specwright import ir, naming
from specwright.emit.annotations import union
from specwright.emit.contents import content_hint
from specwright.emit.docstring import docstring
from specwright.emit.imports import Spelling
from specwright.statuses import phrase

_RUNTIME_ERRORS = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
    500: "InternalServerError",
}


@dataclass(frozen=True, slots=True)
class CredentialView:
    """A constructor argument that fills a security scheme."""

    name: str
    annotation: str
    credential: str
    description: str


@dataclass(frozen=True, slots=True)
class ErrorView:
    """An exception class for a status that the API declares."""

    name: str
    base: str
    status: int
    docstring: str
    body: str


@dataclass(frozen=True, slots=True)
class ServerView:
    """A base URL, as a literal."""

    url: str
    comment: str


@dataclass(frozen=True, slots=True)
class SdkView:
    """The project: its names, its client's arguments and its errors. `distribution`, `version` and `summary` are
    TOML strings, `title` is one line of Markdown.
    """

    package: str
    distribution: str
    version: str
    summary: str
    title: str
    docstring: str
    user_agent: str
    client_title: str
    async_title: str
    client_docstring: str
    servers: tuple[ServerView, ...]
    base_url: str
    credentials: tuple[CredentialView, ...]
    credential_imports: str
    errors: tuple[ErrorView, ...]
    runtime_errors: tuple[str, ...]
    error_imports: str
    error_models: bool


def sdk_view(api: ir.Api, package: str, version: str) -> SdkView:
    """The one row of the project; `version` is that of the generated distribution."""
    spelling = Spelling(models="models.", runtime="._runtime")
    errors = tuple(_errors(api, spelling))
    servers = tuple(ServerView(repr(s.url), _comment(s.description)) for s in api.servers if "://" in s.url)
    credentials = tuple(_credentials(api))
    title = " ".join(api.title.split())
    if spelling.models:
        spelling.need("typing", "TYPE_CHECKING")
    return SdkView(
        package=package,
        distribution=_toml(package.replace("_", "-")),
        version=_toml(version),
        summary=_toml(f"Python SDK of {title}"),
        title=_markdown(title),
        docstring=docstring("\n\n".join(part for part in (api.title, api.description) if part)),
        user_agent=repr(f"{package.replace('_', '-')}/{version}"),
        client_title=docstring(f"A client of {title} whose calls wait for the answer."),
        async_title=docstring(f"A client of {title} whose calls are awaited."),
        client_docstring=docstring(_client_text(credentials, known=bool(servers)), 8),
        servers=servers,
        base_url=" = SERVERS[0]" if servers else "",
        credentials=credentials,
        credential_imports=", ".join(sorted({*(view.credential.partition("(")[0] for view in credentials), "Secret"})),
        errors=errors,
        runtime_errors=_runtime_errors(api, errors),
        error_imports=spelling.imports(),
        error_models=bool(spelling.models),
    )


def _runtime_errors(api: ir.Api, errors: tuple[ErrorView, ...]) -> tuple[str, ...]:
    """The classes of the runtime that the module hands on as they are."""
    received = {"APIWebhookValidationError"} if api.webhooks else set[str]()
    return tuple(sorted((set(_RUNTIME_ERRORS.values()) | received) - {error.name for error in errors}))


def _client_text(credentials: tuple[CredentialView, ...], *, known: bool) -> str:
    place = "Where the API is; `SERVERS` lists the known places." if known else "Where the API is."
    rows = [
        *(f"    {view.name}: {' '.join(view.description.split())}" for view in credentials),
        f"    base_url: {place}",
        "    timeout: Seconds to wait for an answer, None for no limit; 60 by default.",
        "    headers: Sent with every call.",
        "    http_client: A client of httpx2 to use in place of an own one; it is yours to close.",
    ]
    return "Where to call, as whom, and how long to wait.\n\nArgs:\n" + "\n".join(rows)


def _credentials(api: ir.Api) -> Iterator[CredentialView]:
    for scheme in api.security_schemes:
        match scheme.credential:
            case ir.ApiKey(place=place, wire_name=wire_name):
                credential = f"ApiKeyCredential({place.value!r}, {wire_name!r}, {scheme.name})"
                told = scheme.description or f"Sent as {wire_name} in the {place.value}."
                yield CredentialView(scheme.name, "Secret | None", credential, told)
            case ir.Bearer():
                told = scheme.description or "Sent as a bearer token in the Authorization header."
                yield CredentialView(scheme.name, "Secret | None", f"BearerCredential({scheme.name})", told)
            case ir.Basic():
                told = scheme.description or "User name and password, sent in the Authorization header."
                credential = f"BasicCredential({scheme.name})"
                yield CredentialView(scheme.name, "tuple[str, Secret] | None", credential, told)
            case ir.Unsupported():
                pass


def errors(api: ir.Api) -> tuple[object, ...]:
    """All that the classes of errors of a client and of a server are made of: what is declared, in order."""
    return tuple(
        (response.status, tuple(content_hint(content) for content in response.content))
        for operation in api.operations
        for response in operation.responses
    )


def _errors(api: ir.Api, spelling: Spelling) -> Iterator[ErrorView]:
    """A class for each declared status from 400 on; its body is what any operation declares for it, or anything."""
    declared: dict[int, list[str]] = {}
    for operation in api.operations:
        for response in operation.responses:
            if response.status.isdigit() and int(response.status) >= 400:
                bodies = declared.setdefault(int(response.status), [])
                bodies.extend(content_hint(content) for content in response.content)
    for status in sorted(declared):
        base = _RUNTIME_ERRORS.get(status, "InternalServerError" if status >= 500 else "APIStatusError")
        text = f"{status} {phrase(status)}".strip()
        kinds = [kind for kind in dict.fromkeys(declared[status]) if kind != "\x00Any"]
        body = spelling(union(kinds) + " | \x00Any" if kinds else "\x00Any")
        yield ErrorView(_error_name(status), base, status, docstring(text, 4), body)


def _error_name(status: int) -> str:
    if status in _RUNTIME_ERRORS:
        return _RUNTIME_ERRORS[status]
    name = status_name(status)
    return name if name.endswith("Error") else f"{name}Error"


def status_name(status: int) -> str:
    """A class name made of what a status is called: `NotFound`."""
    return naming.class_name(phrase(status)) if phrase(status) else f"Status{status}"


def _toml(text: str) -> str:
    """A basic string of TOML: JSON's escapes are among its own."""
    return json.dumps("".join(c if c.isprintable() else " " for c in text))


def _markdown(text: str) -> str:
    """A text whose punctuation Markdown and HTML take as it is."""
    return re.sub(r"([\\`*_{}\[\]()#+!|<>~&])", r"\\\1", text)


def _comment(text: str) -> str:
    """A description on one line of a comment: nothing in it can end the line."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))[:80]
