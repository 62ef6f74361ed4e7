"""A defect costs the parts that hold it and those that need them, each told and recorded, and no others."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specwright.cli.main import main
from specwright.pipeline import Reading, read
from specwright.problem import Problem, Refusal, Severity
from specwright.read.load import Document
from specwright.read.mend import MENDS, code, mend
from specwright.read.outline import Outline


def operation(schema: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {"operationId": f"get_{schema.lower()}", "responses": {"200": {"description": "It.", "content": content}}}


ZOO: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Zoo", "version": "1"},
    "paths": {
        "/cats": {"get": operation("Cat")},
        "/dogs": {"get": operation("Dog"), "delete": {"responses": {"204": {"description": "Gone."}}}},
        "/owners": {"get": operation("Owner")},
        "/shared": {"$ref": "#/components/pathItems/Shared"},
    },
    "components": {
        "schemas": {
            "Cat": {"type": "object", "properties": {"owner": {"$ref": "#/components/schemas/Owner"}}},
            "Dog": {"type": "object", "properties": {"name": {"type": "string"}}},
            "Owner": {"type": "object", "properties": {"cats": {"items": {"$ref": "#/components/schemas/Cat"}}}},
        },
        "pathItems": {"Shared": {"get": operation("Owner")}},
    },
}
OPERATIONS = {"GET /cats", "GET /dogs", "DELETE /dogs", "GET /owners", "GET /shared"}
DEFECT = {"type": "strin"}


def reading(document: dict[str, Any], folder: Path, waive: tuple[str, ...] = ()) -> Reading:
    (folder / "zoo.json").write_text(json.dumps(document), encoding="utf-8")
    return read("zoo.json", (), folder, waive)


def altered(*path: str, value: object) -> dict[str, Any]:
    document = copy.deepcopy(ZOO)
    holder: Any = document
    for token in path[:-1]:
        holder = holder[token]
    holder[path[-1]] = value
    return document


def emitted(result: Reading) -> set[str]:
    return {f"{each.method} {each.path}" for each in result.api.operations}


def errors(result: Reading) -> list[Problem]:
    return [problem for problem in result.problems if problem.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("path", "value", "gone"),
    [
        (("components", "schemas", "Dog", "properties", "name"), DEFECT, {"GET /dogs"}),
        (("components", "schemas", "Owner"), DEFECT, {"GET /cats", "GET /owners", "GET /shared"}),
        (
            ("components", "schemas", "Cat", "properties", "owner", "$ref"),
            "#/no",
            {"GET /cats", "GET /owners", "GET /shared"},
        ),
        (("paths", "/dogs", "get", "responses"), 3, {"GET /dogs"}),
        (("paths", "/dogs", "parameters"), [{"name": "x", "in": "body"}], {"GET /dogs", "DELETE /dogs"}),
        (("components", "pathItems", "Shared", "get", "parameters"), 3, {"GET /shared"}),
        (("components", "schemas", "Unused"), DEFECT, set[str]()),
    ],
)
def test_a_defect_costs_what_needs_it(tmp_path: Path, path: tuple[str, ...], value: object, gone: set[str]) -> None:
    result = reading(altered(*path, value=value), tmp_path)
    assert emitted(result) == OPERATIONS - gone
    assert {part.title for part in result.left_out if part.method} == gone
    assert errors(result)
    for title in gone:
        assert any(problem.message.startswith(f"{title} is left out: ") for problem in result.problems)
    assert not Outline(result.document).dangling


@pytest.mark.parametrize("name", ["GET /dogs", "get_dog"])
def test_what_is_waived_is_no_error(tmp_path: Path, name: str) -> None:
    result = reading(altered("components", "schemas", "Dog", value=DEFECT), tmp_path, (name,))
    assert emitted(result) == OPERATIONS - {"GET /dogs"}
    assert not errors(result)
    assert [part.title for part in result.left_out if part.waived] == ["GET /dogs"]


def test_a_defect_is_an_error_as_long_as_it_costs_more_than_is_waived(tmp_path: Path) -> None:
    result = reading(altered("components", "schemas", "Owner", value=DEFECT), tmp_path, ("GET /cats", "GET /owners"))
    assert {problem.code for problem in errors(result)} == {"schema-keyword-mistyped", "operation-left-out"}


def test_a_waiver_that_is_not_needed_is_told(tmp_path: Path) -> None:
    result = reading(ZOO, tmp_path, ("GET /cats",))
    assert "waive-unneeded" in {problem.code for problem in result.problems}


@pytest.mark.parametrize(("path", "value"), [(("info",), 3), (("paths",), []), (("security",), 3)])
def test_what_is_the_documents_own_costs_the_document(tmp_path: Path, path: tuple[str, ...], value: object) -> None:
    with pytest.raises(Refusal):
        reading(altered(*path, value=value), tmp_path)


def test_a_document_of_which_no_operation_is_left_is_refused(tmp_path: Path) -> None:
    document = altered("paths", value={"/dogs": ZOO["paths"]["/cats"]})
    document["components"]["schemas"]["Owner"] = DEFECT
    with pytest.raises(Refusal) as refusal:
        reading(document, tmp_path)
    assert refusal.value.problems[-1].message == (
        "nothing is left to generate: the only operation needs something that is broken"
    )


def test_the_rest_is_written_and_the_manifest_says_what_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "zoo.json").write_text(json.dumps(altered("components", "schemas", "Dog", value=DEFECT)))
    assert main(["generate", "zoo.json", "-o", "out"]) == 1
    assert "4 operations (1 left out), 2 schemas" in capfd.readouterr().err
    manifest = json.loads((tmp_path / "out" / "specwright.json").read_text(encoding="utf-8"))
    assert {f"{row['method']} {row['path']}" for row in manifest["operations"]} == OPERATIONS
    (absent,) = (row for row in manifest["operations"] if row["status"] != "emitted")
    reason = '`type` is "strin", not a known type'
    assert absent == {"method": "GET", "path": "/dogs", "name": None, "status": "left out", "reason": reason}


JSON = st.recursive(
    st.sampled_from([None, True, 0, -1.5, "", "x", "#/components/schemas/Cat", "#/nowhere"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["$ref", "type", "schema", "200", "get"]), inner, max_size=2)
    ),
    max_leaves=4,
)


def places(value: object) -> list[tuple[Any, Any]]:
    """Every container with every key of it."""
    keys: list[Any] = (
        list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    )
    return [(value, key) for key in keys] + [place for key in keys for place in places(value[key])]  # type: ignore[index]


@settings(derandomize=True, deadline=None, max_examples=80, database=None)
@given(data=st.data())
def test_whatever_is_broken_every_operation_is_there_or_accounted_for(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    document = copy.deepcopy(ZOO)
    found = places({key: document[key] for key in ("paths", "components")})
    holder, key = found[data.draw(st.integers(0, len(found) - 1))]
    holder[key] = data.draw(JSON)
    folder = tmp_path_factory.mktemp("zoo")
    try:
        result = reading(document, folder)
    except Refusal as refusal:
        assert refusal.problems
        return
    mended, _ = mend(Document("zoo.json", document))
    there = {each.title for each in Outline(mended).operations}
    absent = {part.title for part in result.left_out if part.method}
    assert emitted(result) | absent == there
    assert not emitted(result) & absent
    assert bool(absent) <= bool(errors(result))


# --- mends ------------------------------------------------------------------------------------------------------------

GET = {"operationId": "get_pets", "responses": {"200": {"description": "Them."}}}
PARAMETER = {"name": "page", "in": "query", "schema": {"type": "integer"}}


@pytest.mark.parametrize(
    ("name", "document", "meant"),
    [
        (
            "info-incomplete",
            {"info": {"title": "T"}, "paths": {}},
            {"info": {"title": "T", "version": "0.0.0"}, "paths": {}},
        ),
        (
            "info-unquoted",
            {"info": {"title": 7, "version": 1.0}, "paths": {}},
            {"info": {"title": "7", "version": "1.0"}, "paths": {}},
        ),
        ("paths-missing", {}, {"paths": {}}),
        ("path-without-slash", {"paths": {"pets": {"get": GET}}}, {"paths": {"/pets": {"get": GET}}}),
        (
            "path-with-query",
            {"paths": {"/pets?page={page}": {"get": GET, "parameters": [PARAMETER]}}},
            {"paths": {"/pets": {"get": GET, "parameters": [PARAMETER]}}},
        ),
        (
            "parameter-without-schema",
            {"paths": {"/a": {"parameters": [{"name": "page", "in": "query", "type": "integer"}]}}},
            {"paths": {"/a": {"parameters": [{**PARAMETER, "type": "integer"}]}}},
        ),
        (
            "parameter-repeated",
            {"paths": {"/a": {"parameters": [PARAMETER, PARAMETER]}}},
            {"paths": {"/a": {"parameters": [PARAMETER]}}},
        ),
        (
            "responses-missing",
            {"paths": {"/a": {"get": {}}}},
            {"paths": {"/a": {"get": {"responses": {"default": {"description": ""}}}}}},
        ),
        (
            "response-undescribed",
            {"paths": {"/a": {"get": {"responses": {"200": {}}}}}},
            {"paths": {"/a": {"get": {"responses": {"200": {"description": ""}}}}}},
        ),
        (
            "status-spelled",
            {"paths": {"/a": {"get": {"responses": {"4xx": {"description": ""}}}}}},
            {"paths": {"/a": {"get": {"responses": {"4XX": {"description": ""}}}}}},
        ),
        (
            "reference-to-nothing-needed",
            {"paths": {}, "components": {"examples": {"a": {"$ref": "#/nowhere"}, "b": {}}}},
            {"paths": {}, "components": {"examples": {"b": {}}}},
        ),
        (
            "keyword-unreadable",
            {"paths": {}, "components": {"schemas": {"A": {"pattern": 0, "maxLength": "3", "nullable": "true"}}}},
            {"paths": {}, "components": {"schemas": {"A": {"maxLength": 3, "nullable": True}}}},
        ),
    ],
)
def test_what_can_be_meant_in_one_way_is_mended(name: str, document: dict[str, Any], meant: dict[str, Any]) -> None:
    head = {"openapi": "3.0.3", "info": {"title": "T", "version": "1"}}
    before = {**head, **document}
    result, problems = mend(Document("a.yaml", before))
    assert result.value == {**head, **meant}
    assert {(problem.code, problem.severity) for problem in problems} == {(name, Severity.WARNING)}
    assert before == {**head, **document}
    assert mend(result) == (result, ())


def test_each_mend_is_a_manual_page_and_is_tried() -> None:
    assert len({code(rule) for rule in MENDS}) == len(MENDS) == 12
    assert all(rule.__doc__ for rule in MENDS)


def test_a_query_that_says_more_than_its_parameters_stays() -> None:
    paths = {"/pets?kind=cat": {"get": GET}, "/pets?page={page}": {"get": GET}}
    document = Document("a.yaml", {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths})
    assert mend(document) == (document, ())
