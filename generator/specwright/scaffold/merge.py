"""An operation that a document has -> the same, widened by what new material shows of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from specwright.naming import method_name
from specwright.read import keywords
from specwright.read.json_text import JsonValue
from specwright.scaffold.addresses import Address
from specwright.scaffold.bodies import body_of, is_json
from specwright.scaffold.document import Known, mapping
from specwright.scaffold.enumerations import Enumeration, enumerations
from specwright.scaffold.grow import put
from specwright.scaffold.infer import Schema, Values
from specwright.scaffold.material import Answer, Material
from specwright.scaffold.notes import Note, Sureness, homeless_note
from specwright.scaffold.operation import Planning
from specwright.scaffold.told import NOTHING, Told
from specwright.scaffold.widen import Widening


def merged(value: Schema, material: Material, address: Address, planning: Planning) -> Schema:
    """The document with an operation that is widened, and the components that it needs then."""
    merging = _Merging(Widening(value, planning.inference, planning.notes), material, address, planning)
    merging.parameters()
    merging.request()
    merging.responses()
    merging.homeless()
    value = merging.widening.value
    for name, schema in planning.schemas.added.items():
        value = put(value, ["components", "schemas", name], schema)
    return value


@dataclass(frozen=True, slots=True)
class _Merging:
    """The parts of one operation, widened one after the other."""

    widening: Widening
    material: Material
    address: Address
    planning: Planning

    @property
    def _tokens(self) -> list[str]:
        return ["paths", self.address.path, self.material.request.method.lower()]

    @property
    def _operation(self) -> Schema:
        return mapping(Known(self.widening.value).at(keywords.pointer_of(*self._tokens)))

    def parameters(self) -> None:
        """New parameters of the query and of headers."""
        document = Known(self.widening.value)
        declared = self._operation.get("parameters")
        listed = declared if isinstance(declared, list) else []
        known = [mapping(document.resolved(each)) for each in listed]
        names = {(each.get("in"), str(each.get("name")).lower()) for each in known}
        for parameter in self.planning.parameters(self.material):
            found = mapping(document.resolved(parameter))
            name = str(found.get("name"))
            if (found.get("in"), name.lower()) not in names:
                listed = [*listed, parameter]
                self._put([*self._tokens, "parameters"], listed)
                self._say(f"{found.get('in')} {name}", "a new parameter")

    def request(self) -> None:
        """The body of the request."""
        body = body_of(self.material.request)
        if body is None:
            return
        tokens = self._followed([*self._tokens, "requestBody"])
        content = self._content(tokens)
        if body.media_type not in content:
            name = method_name(str(self._operation.get("operationId", "")), self._tokens[2], self.address.path)
            new = self.planning.request_body(self.material, name, self.address.path)
            self._put(tokens, {**mapping(new), "content": {**content, **mapping(mapping(new).get("content"))}})
            self._say("request", f"a body of the media type `{body.media_type}`")
        elif body.fixed is None:
            self._widen([*tokens, "content", body.media_type, "schema"], [body.value], self.material.body, "request")

    def responses(self) -> None:
        """The answers: new statuses, and more of those that are there."""
        for answer in self.material.answers:
            tokens = self._followed([*self._tokens, "responses", answer.status])
            place = f"response {answer.status}"
            if answer.status not in mapping(self._operation.get("responses")):
                self._put(tokens, self._response(answer))
                self._say(place, "a new answer")
            elif answer.values or answer.told != NOTHING:
                media_type = next(filter(is_json, self._content(tokens)), "")
                schema = [*tokens, "content", media_type or "application/json", "schema"]
                if Known(self.widening.value).at(keywords.pointer_of(*schema)) is None:
                    new = mapping(self._response(answer).get("content"))
                    self._put(schema, mapping(new["application/json"])["schema"])
                    self._say(place, "a body")
                else:
                    self._widen(schema, answer.values, answer.told, place)

    def homeless(self) -> None:
        """Enumerations without the name of a member: taken for the only one that has no other values."""
        for each in self.material.homeless:
            homes = [home for home in self._enumerations(request=each.request) if home.values <= set(each.values)]
            if len({home.pointer for home in homes}) == 1:
                message = "taken for the member of an enumeration that names none: " + ", ".join(each.values)
                self.planning.notes.append(Note(Sureness.INFERRED, homes[0].place, message))
                self.widening.widen(homes[0].pointer, (), Told(enum=each.values), homes[0].place)
            else:
                self.planning.notes.append(homeless_note(each))

    def _response(self, answer: Answer) -> Schema:
        return self.planning.response(answer, self.material.request.method, self.address.path)

    def _enumerations(self, *, request: bool) -> Iterator[Enumeration]:
        """The enumerations within the request, or within the answers."""
        statuses = mapping(self._operation.get("responses"))
        holders = {"request": ["requestBody"]} if request else {f"response {s}": ["responses", s] for s in statuses}
        for place, below in holders.items():
            tokens = self._followed([*self._tokens, *below])
            for media_type in self._content(tokens):
                pointer = keywords.pointer_of(*tokens, "content", media_type, "schema")
                yield from enumerations(Known(self.widening.value), pointer, place)

    def _followed(self, tokens: list[str]) -> list[str]:
        """Where a part of the operation stands: at its reference's target if it is one."""
        reference = mapping(Known(self.widening.value).at(keywords.pointer_of(*tokens))).get("$ref")
        return keywords.tokens(reference[1:]) if isinstance(reference, str) and reference.startswith("#/") else tokens

    def _content(self, tokens: list[str]) -> Schema:
        """The media types of a body, or of an answer."""
        return mapping(mapping(Known(self.widening.value).at(keywords.pointer_of(*tokens))).get("content"))

    def _widen(self, tokens: list[str], values: Values, told: Told, place: str) -> None:
        self.widening.widen(keywords.pointer_of(*tokens), values, told, place)

    def _put(self, tokens: list[str], new: JsonValue) -> None:
        self.widening.value = put(self.widening.value, tokens, new)

    def _say(self, place: str, message: str) -> None:
        self.planning.notes.append(Note(Sureness.WIDENED, place, message))
