"""The operations of a document -> `ir.Operation`, with every default of the specification filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from specwright import ir, naming
from specwright.ir import escaped
from specwright.read.hoist import Hoist
from specwright.read.json_text import JsonValue
from specwright.read.keywords import items, members, text, texts, tokens
from specwright.read.media_types import media_types
from specwright.read.outline import Node, Operation, Outline
from specwright.read.references import default_of
from specwright.read.schemas import Schemas
from specwright.read.servers import own_servers

_STYLES = {
    ir.Place.PATH: "simple",
    ir.Place.QUERY: "form",
    ir.Place.HEADER: "simple",
    ir.Place.COOKIE: "form",
}
_SUFFIXES = {"requestBodies": "Request", "responses": "Response", "parameters": "Parameter", "headers": "Header"}
"""How what a component holds inline is called, after the component."""
_UNTOLD = {"*/*", "application/*", "text/*", "text/plain"}
_FORM = "application/x-www-form-urlencoded"
_STYLED = {"style", "explode", "allowReserved"}
FRAMING = {"host", "content-length", "transfer-encoding"}
"""Headers that HTTP makes of each request, whatever a caller says: of its address, and of its content."""
_NOT_PARAMETERS = {"accept", "content-type", "authorization"} | FRAMING
"""Headers that the specification says to ignore among the parameters (section 4.8.12.1), and those of HTTP."""
_OF_THE_MESSAGE = {"content-type", "content-length", "transfer-encoding", "connection"}
"""Headers of a response that are not declared there, or that HTTP makes of it."""


def tag_of(operation: Operation) -> str:
    """The first tag, which decides the namespace; empty without one."""
    return next(iter(texts(operation.value.get("tags"))), "")


def name_of(operation: Operation) -> str:
    """The name that position alone gives: from operationId, or from method and path."""
    pinned = text(operation.value, "x-specwright-name")
    return naming.method_name(pinned or text(operation.value, "operationId"), operation.method, operation.path)


class Operations:
    """Converts the operations of one document; what they hold inline is hoisted under their names."""

    def __init__(self, outline: Outline, schemas: Schemas, hoist: Hoist) -> None:
        self.security_schemes = _security_schemes(outline)
        self._outline = outline
        self._document = outline.document
        self._schemas = schemas
        self._version_3_0 = str(outline.document.value.get("openapi")).startswith("3.0")
        self._hoist = hoist
        self._contents_of: dict[str, tuple[ir.Content, ...]] = {}
        self._schema_of: dict[str, ir.Schema] = {}
        self._scheme_names = {scheme.wire_name: scheme.name for scheme in self.security_schemes}

    def operation(self, source: Operation, name: str) -> ir.Operation:
        """The operation under the name that was settled for it."""
        prefix = naming.class_name(name)
        return ir.Operation(
            name=name,
            tag=naming.tag_name(tag_of(source)),
            method=source.method.upper(),
            path=source.path,
            parameters=tuple(self.parameters(source, prefix)),
            body=self.body(source, prefix),
            responses=tuple(self.responses(source, prefix)),
            security=self._security(source.value),
            servers=own_servers(source, self._document.value),
            operation_id=text(source.value, "operationId"),
            summary=text(source.value, "summary"),
            description=text(source.value, "description"),
            deprecated=source.value.get("deprecated") is True,
            pointer=source.pointer,
            location=self._document.locate(source.pointer),
        )

    def parameters(self, source: Operation, prefix: str) -> Iterator[ir.Parameter]:
        """The operation's own, and those of its path item that it does not override; path parameters first."""
        found: dict[tuple[str, str], Node] = {}
        for owner in (source.item, Node(source.pointer, source.value)):
            for node in self._outline.parameters(owner):
                found[text(node.value, "in"), str(node.value.get("name"))] = node
        names = naming.Names()
        for (place, wire_name), node in sorted(found.items(), key=lambda item: item[0][0] != "path"):
            if place in set(ir.Place) and self._applies(place, wire_name, source):
                wanted = naming.parameter_name(text(node.value, "x-specwright-name") or wire_name)
                yield self._parameter(node, ir.Place(place), names.new(wanted), prefix)

    def _applies(self, place: str, wire_name: str, source: Operation) -> bool:
        if place == "path":
            return f"{{{wire_name}}}" in source.path
        return place != "header" or wire_name.lower() not in _NOT_PARAMETERS

    def _parameter(self, node: Node, place: ir.Place, name: str, prefix: str) -> ir.Parameter:
        value, location = node.value, self._document.locate(node.pointer)
        media_type = next(iter(members(value.get("content"))), "")
        holder, pointer = _holder(node, media_type)
        wire_name, notes = str(value["name"]), members(holder.get("schema"))
        schema = self._schemas.convert(holder.get("schema", True), f"{pointer}/schema")
        name_of_own = prefix + naming.class_name(wire_name)
        told = "" if media_type else text(value, "style").replace("cookie", "")
        style, explode = told or _STYLES[place], value.get("explode")
        return ir.Parameter(
            name=name,
            wire_name=wire_name,
            place=place,
            schema=self._placed(node, schema, name_of_own),
            required=place is ir.Place.PATH or value.get("required") is True,
            style=style,
            explode=explode if isinstance(explode, bool) and not media_type else style == "form",
            allow_reserved=place is ir.Place.QUERY and value.get("allowReserved") is True,
            allow_empty=place is ir.Place.QUERY and value.get("allowEmptyValue") is True,
            media_type=media_type,
            description=text(value, "description") or text(notes, "description"),
            default=default_of(self._document.value, holder.get("schema")),
            deprecated=value.get("deprecated") is True,
            pointer=node.pointer,
            location=location,
        )

    def body(self, source: Operation, prefix: str) -> ir.Body | None:
        """What is sent, if anything."""
        place = Node(f"{source.pointer}/requestBody", members(source.value.get("requestBody")))
        node = self._outline.resolved(place)
        content = self._contents(node, f"{prefix}Request") if node else ()
        if node is None or not content:
            return None
        return ir.Body(content, node.value.get("required") is True, text(node.value, "description"))

    def _placed(self, node: Node, schema: ir.Schema, own: str) -> ir.Schema:
        """The schema of a parameter or a header as it is used. What a component holds inline is called after that."""
        shared = _shared_name(node)
        if shared and node.pointer in self._schema_of:
            return self._schema_of[node.pointer]
        placed = self._hoist.place(schema, shared or own, self._document.locate(node.pointer))
        return self._schema_of.setdefault(node.pointer, placed) if shared else placed

    def _contents(self, node: Node, own: str) -> tuple[ir.Content, ...]:
        """Each media type of a body or an answer. What a component holds inline is called after that."""
        shared = _shared_name(node)
        if shared and node.pointer in self._contents_of:
            return self._contents_of[node.pointer]
        content = tuple(self._content(node, shared or own))
        return self._contents_of.setdefault(node.pointer, content) if shared else content

    def _content(self, owner: Node, name: str) -> Iterator[ir.Content]:
        """Each media type. What a further one holds inline has its subtype in the name, unless it is the same."""
        placed: dict[ir.Schema, ir.Schema] = {}
        for media_type, value in members(owner.value.get("content")).items():
            place = Node(f"{owner.pointer}/content/{escaped(media_type)}", members(value))
            node = self._outline.resolved(place) or place
            location = self._document.locate(node.pointer)
            schema = self._schemas.convert(node.value.get("schema", True), f"{node.pointer}/schema")
            if schema not in placed:
                wanted = name + naming.class_name(media_type.partition("/")[2].partition(";")[0]) if placed else name
                placed[schema] = self._hoist.place(schema, wanted, location)
            yield ir.Content(
                media_type,
                placed[schema],
                tuple(self._encodings(media_type, node)),
                self._structured(media_type, schema, others=[each for each in placed if each != schema]),
                location,
            )

    def _structured(self, media_type: str, schema: ir.Schema, others: Sequence[ir.Schema]) -> bool:
        """Whether text or anything at all is to be an object or a number; not if others could be meant as well."""
        kind = media_type.partition(";")[0].strip().lower()
        if kind in ("*/*", "application/*") and others:
            return False
        return kind in _UNTOLD and not self._schemas.admits_text(schema)

    def _encodings(self, media_type: str, content: Node) -> Iterator[ir.Encoding]:
        """What a media type object says about the members of a form; nothing is said of other media types.

        A style of a part means something from OpenAPI 3.1 on, and so do the media types that schemas tell.
        """
        kind = media_type.partition(";")[0].strip().lower()
        if kind != _FORM and not kind.startswith("multipart/"):
            return
        styled = kind == _FORM or (kind == "multipart/form-data" and not self._version_3_0)
        told = {}
        if kind != _FORM and not self._version_3_0:
            told = media_types(self._outline, _below(content, "schema"))
        for name, each in {**dict.fromkeys(told), **members(content.value.get("encoding"))}.items():
            said = members(each)
            if styled and _STYLED & set(said):
                style, explode = text(said, "style") or "form", said.get("explode")
                yield ir.Encoding(
                    name,
                    style=style,
                    explode=explode if isinstance(explode, bool) else style == "form",
                    allow_reserved=said.get("allowReserved") is True,
                )
            elif text(said, "contentType") or name in told:
                yield ir.Encoding(name, text(said, "contentType") or told[name])

    def responses(self, source: Operation, prefix: str) -> Iterator[ir.Response]:
        """Each declared answer: the first success holds `<Operation>Response`, any other has its status in the name."""
        declared = members(source.value.get("responses"))
        if all(status.startswith("x-") for status in declared):  # any answer may come: OpenAPI 3.1 requires none
            yield ir.Response("default", "", (), location=self._document.locate(source.pointer))
        first = min((status for status in declared if status.startswith("2")), default="")
        for status, value in declared.items():
            node = self._outline.resolved(Node(f"{source.pointer}/responses/{status}", members(value)))
            if node is None or status.startswith("x-"):
                continue
            suffix = "" if status == first else status.upper() if status[0].isdigit() else naming.class_name(status)
            name = f"{prefix}Response{suffix}"
            yield ir.Response(
                status.upper() if status[0].isdigit() else status,
                text(node.value, "description") or text(node.value, "summary"),
                self._contents(node, name),
                tuple(self._headers(node, name)),
                self._document.locate(node.pointer),
            )

    def _headers(self, response: Node, prefix: str) -> Iterator[ir.Parameter]:
        """The declared headers, without `Content-Type`, as the specification says, and what HTTP itself sets."""
        for wire_name, value in members(response.value.get("headers")).items():
            node = self._outline.resolved(Node(f"{response.pointer}/headers/{escaped(wire_name)}", members(value)))
            if node is not None and wire_name.lower() not in _OF_THE_MESSAGE:
                named = Node(node.pointer, {**node.value, "name": wire_name})
                yield self._parameter(named, ir.Place.HEADER, wire_name, prefix)

    def _security(self, operation: Mapping[str, JsonValue]) -> tuple[ir.Requirement, ...]:
        """The requirements, without the names that the document does not define."""
        required = items(operation.get("security", self._document.value.get("security")))
        return tuple(
            tuple(self._scheme_names[name] for name in members(requirement) if name in self._scheme_names)
            for requirement in required
        )


def _shared_name(node: Node) -> str:
    """What is called after a component that operations share: `BadRequest` gives `BadRequestResponse`; else nothing."""
    match tokens(node.pointer):
        case ["components", kind, key] if kind in _SUFFIXES:
            name, suffix = naming.class_name(text(node.value, "x-specwright-name") or key), _SUFFIXES[kind]
            return name if name.endswith(suffix) else f"{name}{suffix}"
        case _:
            return ""


def _holder(parameter: Node, media_type: str) -> tuple[Mapping[str, JsonValue], str]:
    """What holds the schema of a parameter, and where it stands: the parameter itself or its only media type."""
    if not media_type:
        return parameter.value, parameter.pointer
    content = members(members(parameter.value.get("content")).get(media_type))
    return content, f"{parameter.pointer}/content/{escaped(media_type)}"


def _below(node: Node, name: str) -> Node:
    return Node(f"{node.pointer}/{name}", members(node.value.get(name)))


def _security_schemes(outline: Outline) -> tuple[ir.SecurityScheme, ...]:
    """The declared schemes, sorted by their names in the document."""
    declared = members(members(outline.document.value.get("components")).get("securitySchemes"))
    schemes: list[ir.SecurityScheme] = []
    for wire_name in sorted(declared):
        node = outline.resolved(Node(f"/components/securitySchemes/{escaped(wire_name)}", members(declared[wire_name])))
        if node is not None:
            wanted = naming.credential_name(text(node.value, "x-specwright-name") or wire_name)
            name = naming.unique(wanted, {scheme.name for scheme in schemes})
            where = outline.document.locate(node.pointer)
            told = text(node.value, "description")
            schemes.append(ir.SecurityScheme(name, wire_name, credential(node.value), told, where))
    return tuple(schemes)


def credential(scheme: Mapping[str, JsonValue]) -> ir.Credential:
    """What a security scheme object asks a request to carry."""
    match text(scheme, "type"), text(scheme, "scheme").lower():
        case "apiKey", _ if text(scheme, "in") in set(ir.Place):
            return ir.ApiKey(ir.Place(text(scheme, "in")), text(scheme, "name"))
        case ("http", "bearer") | ("oauth2" | "openIdConnect", _):
            return ir.Bearer()
        case "http", "basic":
            return ir.Basic()
        case kind, flavour:
            return ir.Unsupported(flavour or kind)
