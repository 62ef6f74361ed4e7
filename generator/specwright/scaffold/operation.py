"""A material -> the operation that a document gets, and the components that it needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from specwright.naming import method_name
from specwright.read.json_text import JsonValue
from specwright.scaffold.addresses import Address, Addresses
from specwright.scaffold.bodies import BINARY, body_of, scalar
from specwright.scaffold.credentials import secret, security
from specwright.scaffold.document import Known, mapping, strings
from specwright.scaffold.habits import Habits, resource
from specwright.scaffold.infer import Inference, Schema
from specwright.scaffold.material import Answer, Material
from specwright.scaffold.notes import INFERRED, Note, Sureness
from specwright.scaffold.schemas import Schemas
from specwright.scaffold.told import NOTHING, Told
from specwright.statuses import phrase

_OF_THE_TRANSPORT = frozenset(
    "accept accept-charset accept-encoding accept-language authorization cache-control connection content-length "
    "content-type cookie dnt expect host if-modified-since origin pragma priority proxy-authorization referer te "
    "transfer-encoding upgrade-insecure-requests user-agent".split()
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be added: an operation in its place, and components by kind and name."""

    path: str
    method: str
    operation: Schema
    schemas: dict[str, Schema]
    schemes: dict[str, Schema]


@dataclass(frozen=True, slots=True)
class Planning:
    """Makes operations for a document."""

    document: Known
    notes: list[Note]
    habits: Habits
    schemas: Schemas
    inference: Inference

    @classmethod
    def beside(cls, document: Known) -> Planning:
        notes: list[Note] = []
        habits = Habits(document)
        schemas = Schemas(document, habits, notes)
        return cls(document, notes, habits, schemas, Inference(schemas, notes))

    def address(self, material: Material) -> Address:
        """The path of the operation that a material tells of."""
        return Addresses(self.document, self.habits, self.notes).address(material.request.server, material.request.path)

    def plan(self, material: Material, address: Address) -> Plan:
        """The operation of a material. Raises `Refusal` for samples that cannot be read."""
        request = material.request
        operation_id = material.operation_id or self.habits.operation_id(material.summary, request.method, address.path)
        name = method_name(operation_id, request.method, address.path).rstrip("_")
        schemes, required = security(request, self.document, self.notes)
        parts: Schema = {
            "tags": list[JsonValue](self._tags(address.path)),
            "summary": material.summary or name.replace("_", " ").capitalize(),
            "description": material.description,
            "operationId": operation_id,
            "parameters": [*self._path_parameters(material, address), *self.parameters(material)],
            "requestBody": self.request_body(material, name, address.path),
            "responses": self.responses(material, address.path),
            "security": None if required is None else list[JsonValue](required),
        }
        if not material.answers:
            parts[INFERRED] = "responses"
        operation = {key: value for key, value in parts.items() if value or key == "responses"}
        return Plan(address.path, request.method.lower(), operation, self.schemas.added, schemes)

    def _tags(self, path: str) -> list[str]:
        """The tags of the operation whose path has most in common with this one."""
        segments = path.split("/")
        best, tags = 1, list[str]()
        for operation in self.document.operations():
            common = 0
            for one, other in zip(segments, operation.path.split("/"), strict=False):
                if one != other:
                    break
                common += 1
            if common > best and (found := strings(operation.value.get("tags"))):
                best, tags = common, found
        return tags

    def _path_parameters(self, material: Material, address: Address) -> Iterator[JsonValue]:
        """The parameters of the path that its path item does not declare."""
        item = mapping(self.document.paths.get(address.path))
        declared = item.get("parameters")
        shared = [mapping(self.document.resolved(each)) for each in declared] if isinstance(declared, list) else []
        names = {str(each.get("name")) for each in shared if each.get("in") == "path"}
        for parameter in address.parameters:
            told = material.parameters.get(("path", str(parameter.get("name"))), NOTHING)
            if mapping(self.document.resolved(parameter)).get("name") not in names:
                yield self._told(parameter, told)

    def _told(self, parameter: Schema, told: Told) -> Schema:
        """A parameter with what a page says of it, unless another path says it already."""
        if INFERRED not in mapping(parameter.get("schema")) or told == NOTHING:
            return parameter
        schema = self.inference.schema((), told, str(parameter["name"]), f"{{{parameter['name']}}}")
        described: Schema = {"description": told.description} if told.description else {}
        return {**parameter, **described, "schema": schema}

    def parameters(self, material: Material) -> Iterator[JsonValue]:
        """The parameters in the query and in headers, whose values end here."""
        seen: dict[tuple[str, str], list[JsonValue]] = {}
        for name, value in material.request.query:
            seen.setdefault(("query", name), []).append(scalar(value))
        for name, _ in material.request.headers:
            if name.lower() not in _OF_THE_TRANSPORT and not name.lower().startswith("sec-"):
                seen[("header", name)] = ["<string>"]
        for place, name in (*seen, *(key for key in material.parameters if key[0] != "path" and key not in seen)):
            if not secret(name):
                yield self._parameter(place, name, seen.get((place, name), []), material)

    def _parameter(self, place: str, name: str, values: list[JsonValue], material: Material) -> Schema:
        for reference, other in self.document.components("parameters").items():
            if (mapping(other).get("in"), mapping(other).get("name")) == (place, name):
                self.notes.append(Note(Sureness.REUSED, name, f"the parameter `{reference}`"))
                return {"$ref": f"#/components/parameters/{reference}"}
        told = material.parameters.get((place, name), NOTHING)
        shown: list[JsonValue] = [values] if len(values) > 1 else values
        schema = self.inference.schema(shown, replace(told, description=""), name, f"{place} {name}")
        parameter: Schema = {"name": name, "in": place, "description": told.description, "required": told.required}
        return {**{key: value for key, value in parameter.items() if value}, "schema": schema}

    def request_body(self, material: Material, operation: str, path: str) -> Schema | None:
        """The body of the request; None if it has none."""
        if material.body_schema:
            return {"required": True, "content": _json({"$ref": f"#/components/schemas/{material.body_schema}"})}
        body = body_of(material.request)
        if body is None:
            return None
        schema = body.fixed
        if schema is None:
            name = self.habits.request_name(operation, material.request.method, path)
            values = [self._without_files(body.value, body.files)]
            schema = self.inference.schema(values, material.body, name, "request")
            schema = self._with_files(schema, body.files)
        return {"required": True, "content": {body.media_type: {"schema": schema}}}

    def _without_files(self, value: JsonValue, files: tuple[str, ...]) -> JsonValue:
        return {key: item for key, item in mapping(value).items() if key not in files} if files else value

    def _with_files(self, schema: Schema, files: tuple[str, ...]) -> Schema:
        """The schema of a form with the fields that carry files, which no sample shows."""
        if not files:
            return schema
        fields: Schema = dict.fromkeys(files, BINARY)
        name = str(schema.get("$ref", "")).rpartition("/")[2]
        if name in self.schemas.added:
            added = self.schemas.added[name]
            self.schemas.added[name] = {**added, "properties": {**mapping(added.get("properties")), **fields}}
            return schema
        return {"type": "object", "properties": fields, INFERRED: "required members"}

    def responses(self, material: Material, path: str) -> Schema:
        """The responses by status."""
        if not material.answers:
            self.notes.append(Note(Sureness.UNKNOWN, "", "what is answered: 200 without a body stands in for it"))
        answers = material.answers or (Answer("200"),)
        return {answer.status: self.response(answer, material.request.method, path) for answer in answers}

    def response(self, answer: Answer, method: str, path: str) -> Schema:
        """The response of an answer; one that shows nothing is as others of its status are."""
        if answer.schema_name:
            return {**_described(answer), "content": _json({"$ref": f"#/components/schemas/{answer.schema_name}"})}
        if not answer.values and answer.told == NOTHING:
            return self._usual(answer) or _described(answer)
        name = _answer_name(answer, method, path)
        schema = self.inference.schema(answer.values, answer.told, name, f"response {answer.status}")
        return {**_described(answer), "content": _json(schema)}

    def _usual(self, answer: Answer) -> Schema:
        """The response that most operations have for a status of an error; empty if there is none."""
        found = [
            mapping(mapping(operation.value.get("responses")).get(answer.status))
            for operation in self.document.operations()
        ]
        counted = Counter(repr(each) for each in found if each)
        if answer.status.startswith("2") or not counted:
            return {}
        self.notes.append(Note(Sureness.REUSED, f"response {answer.status}", "what other operations answer"))
        return next(each for each in found if repr(each) == counted.most_common(1)[0][0])


def _answer_name(answer: Answer, method: str, path: str) -> str:
    """What the schema of an answer is called: that of the items in a list is the singular of its name."""
    thing = resource(method, path)
    if not answer.status.startswith("2"):
        return f"{thing}_error"
    if any(isinstance(value, list) for value in answer.values):
        return f"{thing.removesuffix('_list')}s"
    return thing


def _json(schema: Schema) -> Schema:
    return {"application/json": {"schema": schema}}


def _described(answer: Answer) -> Schema:
    meant = phrase(int(answer.status)) if answer.status.isdigit() else ""
    return {"description": answer.description or meant or "Response"}
