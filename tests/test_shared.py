"""What operations share is one class, called after the component that it stands in."""

from __future__ import annotations

from typing import Any

import pytest

from specwright import ir
from specwright.read.load import Document
from specwright.read.normalise import normalise

INLINE = {"type": "object", "properties": {"code": {"type": "object", "properties": {"x": {}}}}}
CONTENT = {"application/json": {"schema": INLINE}, "application/xml": {"schema": {**INLINE, "minProperties": 1}}}
COMPONENTS: dict[str, dict[str, Any]] = {
    "responses": {
        "Bad": {"description": "", "content": CONTENT},
        "BadResponse": {"$ref": "#/components/responses/Bad"},
    },
    "requestBodies": {"new-pet": {"content": CONTENT}},
    "parameters": {"filter": {"name": "filter", "in": "query", "style": "deepObject", "schema": INLINE}},
    "headers": {"Page": {"schema": INLINE}},
}


def read(**operations: dict[str, Any]) -> ir.Api:
    paths = {f"/{name}": {"post": {"operationId": name, **each}} for name, each in operations.items()}
    value: Any = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths, "components": COMPONENTS}
    return normalise(Document("t.yaml", value))[0]


def operation(response: str = "Bad") -> dict[str, Any]:
    found = {"$ref": "#/components/headers/Page"}
    return {
        "parameters": [{"$ref": "#/components/parameters/filter"}],
        "requestBody": {"$ref": "#/components/requestBodies/new-pet"},
        "responses": {
            "200": {"description": "", "headers": {"X-Page": found, "X-Other": found}},
            "404": {"$ref": f"#/components/responses/{response}"},
            "5XX": {"$ref": f"#/components/responses/{response}"},
        },
    }


NAMES = {
    *("BadResponse", "BadResponseCode", "BadResponseXml", "BadResponseXmlCode"),
    *("NewPetRequest", "NewPetRequestCode", "NewPetRequestXml", "NewPetRequestXmlCode"),
    *("FilterParameter", "FilterParameterCode", "PageHeader", "PageHeaderCode"),
}


@pytest.mark.parametrize("names", ["a", "ab", "ba", "bac"])
def test_a_shared_schema_has_one_name_whoever_uses_it(names: str) -> None:
    api = read(**{name: operation("BadResponse" if name == "b" else "Bad") for name in names})
    assert {named.name for named in api.schemas} == NAMES
    for each in api.operations:
        assert each.body is not None
        assert each.body.content[0].schema == ir.Reference("NewPetRequest")
        assert [response.content[0].schema for response in each.responses[1:]] == [ir.Reference("BadResponse")] * 2


def test_what_an_operation_holds_itself_is_called_after_it() -> None:
    own = {"responses": {"200": {"description": "", "content": CONTENT}}}
    assert {named.name for named in read(one=own, two=own).schemas} == {
        f"{name}Response{rest}" for name in ("One", "Two") for rest in ("", "Code", "Xml", "XmlCode")
    }
