"""Path items -> `ir.Operation`: parameters, bodies, responses and security, with every default filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from specwright import ir, naming
from specwright.read.hoist import Hoist
from specwright.read.load import Document
from specwright.read.references import References
from specwright.read.schemas import Schemas, text

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_STYLES = {
    ir.Place.PATH: "simple",
    ir.Place.QUERY: "form",
    ir.Place.HEADER: "simple",
    ir.Place.COOKIE: "form",
}
_IGNORED_HEADERS = {"accept", "content-type", "authorization"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An operation as the document has it: where it stands, and the path item that it stands in."""

    method: str
    path: str
    value: Mapping[str, Any]
    pointer: str
    path_item: Mapping[str, Any]
    path_pointer: str

    @property
    def tag(self) -> str:
        """The first tag, which decides the namespace; empty without one."""
        return next((tag for tag in self.value.get("tags") or [] if isinstance(tag, str)), "")

    @property
    def own_name(self) -> str:
        """The name by position alone: from operationId, or from method and path."""
        pinned = text(self.value, "x-specwright-name")
        return naming.method_name(pinned or text(self.value, "operationId"), self.method, self.path)


def entries(document: Document, references: References) -> Iterator[Entry]:
    """Every operation under `paths`, in the order of the document."""
    for path, item in cast("dict[str, Any]", document.value.get("paths") or {}).items():
        if not path.startswith("/"):
            continue
        path_item, path_pointer = references.follow(item, f"/paths/{path.replace('~', '~0').replace('/', '~1')}")
        for method, value in cast("dict[str, Any]", path_item).items():
            if method in METHODS:
                yield Entry(method.upper(), path, value, f"{path_pointer}/{method}", path_item, path_pointer)


class Operations:
    """Converts the operations of one document; what they hold inline is hoisted under their names."""

    def __init__(self, document: Document, references: References, schemas: Schemas, hoist: Hoist) -> None:
        self._document = document
        self._references = references
        self._schemas = schemas
        self._hoist = hoist
        self._scheme_names = {scheme.wire_name: scheme.name for scheme in security_schemes(document, references)}

    def operation(self, entry: Entry, name: str) -> ir.Operation:
        """The operation under the name that was settled for it."""
        prefix = naming.class_name(name)
        return ir.Operation(
            name=name,
            tag=naming.tag_name(entry.tag),
            method=entry.method,
            path=entry.path,
            parameters=tuple(self._parameters(entry, prefix)),
            body=self._body(entry, prefix),
            responses=tuple(self._responses(entry, prefix)),
            security=self._security(entry.value),
            operation_id=text(entry.value, "operationId"),
            summary=text(entry.value, "summary"),
            description=text(entry.value, "description"),
            deprecated=entry.value.get("deprecated") is True,
            location=self._document.locate(entry.pointer),
        )

    def _parameters(self, entry: Entry, prefix: str) -> Iterator[ir.Parameter]:
        """The operation's own, and those of its path item that it does not override; path parameters first."""
        found: dict[tuple[str, str], tuple[dict[str, Any], str]] = {}
        for owner, pointer in ((entry.path_item, entry.path_pointer), (entry.value, entry.pointer)):
            for index, value in enumerate(owner.get("parameters") or []):
                parameter, place = self._references.follow(value, f"{pointer}/parameters/{index}")
                found[parameter["in"], parameter["name"]] = (parameter, place)
        ordered = sorted(found.items(), key=lambda item: item[0][0] != "path")
        taken: set[str] = set()
        for (place, wire_name), (parameter, pointer) in ordered:
            if place == "header" and wire_name.lower() in _IGNORED_HEADERS:
                continue
            wanted = naming.parameter_name(text(parameter, "x-specwright-name") or wire_name)
            name = naming.unique(wanted, taken)
            taken.add(name)
            yield self._parameter(parameter, pointer, name, prefix)

    def _parameter(self, parameter: dict[str, Any], pointer: str, name: str, prefix: str) -> ir.Parameter:
        place = ir.Place(parameter["in"])
        style = text(parameter, "style") or _STYLES[place]
        location = self._document.locate(pointer)
        schema = self._schemas.convert(parameter.get("schema", True), f"{pointer}/schema")
        notes = cast("dict[str, Any]", parameter.get("schema") if isinstance(parameter.get("schema"), dict) else {})
        explode = parameter.get("explode")
        return ir.Parameter(
            name=name,
            wire_name=parameter["name"],
            place=place,
            schema=self._hoist.place(schema, prefix + naming.class_name(parameter["name"]), location),
            required=place is ir.Place.PATH or parameter.get("required") is True,
            style=style,
            explode=explode if isinstance(explode, bool) else style == "form",
            description=text(parameter, "description") or text(notes, "description"),
            default=ir.Json.of(notes["default"]) if "default" in notes else None,
            deprecated=parameter.get("deprecated") is True,
            location=location,
        )

    def _body(self, entry: Entry, prefix: str) -> ir.Body | None:
        if "requestBody" not in entry.value:
            return None
        body, pointer = self._references.follow(entry.value["requestBody"], f"{entry.pointer}/requestBody")
        content = tuple(self._content(body, pointer, f"{prefix}Request"))
        return ir.Body(content, body.get("required") is True, text(body, "description")) if content else None

    def _content(self, owner: Mapping[str, Any], pointer: str, name: str) -> Iterator[ir.Content]:
        for media_type, value in cast("dict[str, Any]", owner.get("content") or {}).items():
            place = f"{pointer}/content/{media_type.replace('~', '~0').replace('/', '~1')}"
            location = self._document.locate(place)
            schema = self._schemas.convert(value.get("schema", True), f"{place}/schema")
            yield ir.Content(media_type, self._hoist.place(schema, name, location), location)

    def _responses(self, entry: Entry, prefix: str) -> Iterator[ir.Response]:
        """Each declared answer; what a success holds inline is `<Operation>Response`, else the status is added."""
        declared = cast("dict[str, Any]", entry.value.get("responses") or {})
        successes = sorted(status for status in declared if status.startswith("2"))
        for status, value in declared.items():
            if status.startswith("x-"):
                continue
            response, pointer = self._references.follow(value, f"{entry.pointer}/responses/{status}")
            suffix = "" if status in successes[:1] else naming.class_name(status).removeprefix("N")
            content = tuple(self._content(response, pointer, f"{prefix}Response{suffix}"))
            where = self._document.locate(pointer)
            yield ir.Response(status.upper() if status != "default" else status, text(response, "description"), content, where)

    def _security(self, operation: Mapping[str, Any]) -> tuple[ir.Requirement, ...]:
        required = operation.get("security", self._document.value.get("security")) or []
        return tuple(
            tuple(self._scheme_names[name] for name in requirement if name in self._scheme_names)
            for requirement in required
        )


def security_schemes(document: Document, references: References) -> tuple[ir.SecurityScheme, ...]:
    """The declared schemes, sorted by the constructor arguments that fill them."""
    declared = cast("dict[str, Any]", (document.value.get("components") or {}).get("securitySchemes") or {})
    schemes: list[ir.SecurityScheme] = []
    for wire_name in sorted(declared):
        value, pointer = references.follow(declared[wire_name], f"/components/securitySchemes/{wire_name}")
        taken = {scheme.name for scheme in schemes}
        name = naming.unique(naming.parameter_name(text(value, "x-specwright-name") or wire_name), taken)
        where = document.locate(pointer)
        schemes.append(ir.SecurityScheme(name, wire_name, _credential(value), text(value, "description"), where))
    return tuple(schemes)


def _credential(scheme: Mapping[str, Any]) -> ir.Credential:
    match scheme.get("type"), str(scheme.get("scheme", "")).lower():
        case "apiKey", _:
            return ir.ApiKey(ir.Place(scheme["in"]), scheme["name"])
        case ("http", "bearer") | ("oauth2" | "openIdConnect", _):
            return ir.Bearer()
        case "http", "basic":
            return ir.Basic()
        case kind, flavour:
            return ir.Unsupported(flavour or str(kind))
