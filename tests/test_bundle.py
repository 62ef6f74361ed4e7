"""Bundling: what a document's references mean stays the same, whichever files it is spread over."""

from __future__ import annotations

import json
import posixpath
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from specwright.ir import Location
from specwright.pipeline import examine, read
from specwright.problem import Problem, Severity
from specwright.read.bundle import Bundle, bundle
from specwright.read.load import load
from specwright.read.references import lookup

HEAD: dict[str, Any] = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}}


def document(schemas: dict[str, Any], version: str = "3.1.0") -> dict[str, Any]:
    return {**HEAD, "openapi": version, "paths": {}, "components": {"schemas": schemas}}


def written(folder: Path, files: dict[str, Any]) -> Path:
    for name, value in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(value if isinstance(value, str) else json.dumps(value))
    return folder


def bundled(folder: Path, files: dict[str, Any], spec: str = "spec.yaml") -> Bundle:
    written(folder, files)
    return bundle(load(folder / spec, spec), folder)


def schemas(result: Bundle) -> dict[str, Any]:
    assert result.problems == ()
    found: dict[str, Any] = result.document.value["components"]["schemas"]
    return found


def ref(target: str) -> dict[str, str]:
    return {"$ref": target}


def local(name: str) -> dict[str, str]:
    return ref(f"#/components/schemas/{name}")


def test_a_document_in_one_piece_is_returned_as_it_is(tmp_path: Path) -> None:
    written(tmp_path, {"spec.yaml": document({"A": {"properties": {"a": local("A")}}, "B": {"example": {"$ref": 1}}})})
    whole = load(tmp_path / "spec.yaml", "spec.yaml")
    assert bundle(whole, tmp_path) == Bundle(whole)


def test_what_is_named_twice_is_there_once_and_one_name_is_numbered(tmp_path: Path) -> None:
    result = bundled(
        tmp_path,
        {
            "spec.yaml": document({"Pet": {"items": ref("a.yaml#/Pet")}, "B": {"items": ref("./a.yaml#/Pet")}}),
            "a.yaml": {"Pet": {"items": ref("b/pet.yaml")}},
            "b/pet.yaml": {"type": "string"},
        },
    )
    assert schemas(result) == {
        "Pet": {"items": local("Pet2")},
        "B": {"items": local("Pet2")},
        "Pet2": {"items": local("pet_2")},
        "pet_2": {"type": "string"},
    }
    assert result.files == ("a.yaml", "b/pet.yaml")
    assert result.document.locate("/components/schemas/pet_2/type") == Location("b/pet.yaml", "/type")
    assert result.document.locate("/components/schemas/B/items") == Location("spec.yaml", "/components/schemas/B/items")


def test_a_component_that_is_a_mere_reference_becomes_what_it_names(tmp_path: Path) -> None:
    result = bundled(
        tmp_path,
        {
            "spec.yaml": document({"A": ref("index.yaml#/One"), "B": ref("one.yaml"), "C": local("A")}),
            "index.yaml": {"One": ref("one.yaml")},
            "one.yaml": {"items": ref("one.yaml"), "default": ref("kept.yaml")},
        },
    )
    assert schemas(result) == {
        "A": {"items": local("A"), "default": ref("kept.yaml")},
        "B": local("A"),
        "C": local("A"),
    }


def test_what_stands_beside_a_reference_stays(tmp_path: Path) -> None:
    files = {
        "spec.yaml": document({"A": {**ref("a.yaml"), "minLength": 2, "not": ref("a.yaml#/x")}}),
        "a.yaml": {"type": "string", "x": {"const": ""}},
    }
    result = bundled(tmp_path, files)
    assert schemas(result)["A"] == {**local("a_2"), "minLength": 2, "not": local("x")}


def test_a_reference_back_into_the_document_and_a_pointer_into_a_bundled_schema_are_plain(tmp_path: Path) -> None:
    files = {
        "api/spec.yaml": document({"A": ref("../lib/a.yaml"), "B": {"items": {"type": "string"}}}),
        "lib/a.yaml": {"anyOf": [ref("../api/spec.yaml#/components/schemas/B/items"), ref("#/anyOf/2"), {"const": 1}]},
    }
    result = bundled(tmp_path, files, "api/spec.yaml")
    assert schemas(result)["A"]["anyOf"][0] == local("B/items")
    assert lookup(result.document.value, schemas(result)["A"]["anyOf"][1]["$ref"][1:]) == {"const": 1}
    assert result.files == ("lib/a.yaml",)


def test_every_kind_of_component_goes_to_its_section(tmp_path: Path) -> None:
    operation = {
        "parameters": [ref("all.yaml#/parameter")],
        "requestBody": ref("all.yaml#/body"),
        "responses": {"200": ref("all.yaml#/answer")},
        "callbacks": {"done": ref("all.yaml#/callback")},
    }
    parts = {
        "parameter": {"name": "q", "in": "query", "examples": {"one": ref("#/example")}, "schema": True},
        "body": {"content": {"text/plain": {"schema": ref("#/true")}}},
        "answer": {"description": "", "headers": {"X-A": ref("#/header")}, "links": {"next": ref("#/link")}},
        "callback": {"{$url}": {"post": {"responses": {"200": ref("#/answer")}}}},
        "example": {"value": ref("not-a-file.yaml")},
        "header": {"schema": {"type": "string"}},
        "link": {"operationId": "get"},
        "true": True,
        "path": {"get": operation},
        "scheme": {"type": "http", "scheme": "basic"},
    }
    root = {
        **HEAD,
        "paths": {"/a": ref("all.yaml#/path"), "/b": ref("all.yaml#/path")},
        "components": {"securitySchemes": {"basic": ref("all.yaml#/scheme")}},
    }
    result = bundled(tmp_path, {"spec.yaml": root, "all.yaml": parts})
    assert result.problems == ()
    found = {section: set(members) for section, members in result.document.value["components"].items()}
    assert found == {
        "securitySchemes": {"basic"},
        "pathItems": {"path"},
        "parameters": {"parameter"},
        "requestBodies": {"body"},
        "responses": {"answer"},
        "callbacks": {"callback"},
        "examples": {"example"},
        "schemas": {"true"},
        "headers": {"header"},
        "links": {"link"},
    }
    assert result.document.value["components"]["securitySchemes"]["basic"] == parts["scheme"]
    assert result.document.value["components"]["schemas"]["true"] is True


def test_openapi_3_0_has_no_section_for_path_items_so_they_stand_where_they_are_used_first(tmp_path: Path) -> None:
    item = {"get": {"operationId": "get", "responses": {"200": {"description": "", "content": {}}}}}
    root = {**HEAD, "openapi": "3.0.3", "paths": {"/a": ref("item.yaml"), "/b": ref("item.yaml")}}
    result = bundled(tmp_path, {"spec.yaml": root, "item.yaml": item})
    assert result.document.value["paths"] == {"/a": item, "/b": ref("#/paths/~1a")}
    assert result.document.locate("/paths/~1a/get") == Location("item.yaml", "/get")
    operations = read("spec.yaml", (), tmp_path).api.operations
    assert [(operation.path, operation.name) for operation in operations] == [("/a", "get"), ("/b", "get_2")]


def test_a_mapping_may_name_files(tmp_path: Path) -> None:
    mapping = {"cat": "cat.yaml", "dog": "./pets/dog.yaml#/Dog", "fish": "Fish", "none": "#/components/schemas/None"}
    union = {"oneOf": [ref("cat.yaml"), ref("pets/dog.yaml#/Dog"), local("Fish")]}
    kinds = {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}}
    root = document({"Pet": {**union, "discriminator": {"propertyName": "kind", "mapping": mapping}}, "Fish": kinds})
    result = bundled(tmp_path, {"spec.yaml": root, "cat.yaml": kinds, "pets/dog.yaml": {"Dog": kinds}})
    assert schemas(result)["Pet"]["discriminator"]["mapping"] == {
        **mapping,
        "cat": "#/components/schemas/cat",
        "dog": "#/components/schemas/Dog",
    }


def test_a_name_is_made_fit_for_a_component(tmp_path: Path) -> None:
    files: dict[str, Any] = {"ペット.yaml": {"a/b c": {"const": 1}}, "a.v2.yaml": {"const": 2}}
    names = ("ペット.yaml", "ペット.yaml#/a~1b%20c", "a.v2.yaml")
    files["spec.yaml"] = document({"All": {"anyOf": [ref(name) for name in names]}})
    assert schemas(bundled(tmp_path, files))["All"] == {"anyOf": [local("schemas"), local("a-b-c"), local("a")]}
    assert examine("spec.yaml", (), tmp_path) == ()


def test_an_overlay_sees_the_document_in_one_piece_and_problems_stay_where_their_text_is(tmp_path: Path) -> None:
    pet = {"type": "object", "properties": {"a": {"type": "strin"}, "b": {"type": "strin"}}}
    action = {"target": "$.components.schemas.pet.properties.a", "update": {"type": "number"}}
    overlay = {"overlay": "1.0.0", "info": {"title": "T", "version": "1"}, "actions": [action]}
    files = {"spec.yaml": document({"All": {"items": ref("lib/pet.yaml")}}), "lib/pet.yaml": pet, "o.yaml": overlay}
    written(tmp_path, files)
    problems = [each for each in examine("spec.yaml", ("o.yaml",), tmp_path) if not each.code.endswith("left-out")]
    assert {problem.location for problem in problems} == {Location("lib/pet.yaml", "/properties/b/type")}


def test_the_manifest_lists_every_file_that_was_read(tmp_path: Path) -> None:
    files = {"spec.yaml": {**document({"A": ref("a.yaml")})}, "a.yaml": {"items": ref("b.yaml")}, "b.yaml": {}}
    written(tmp_path, {**files, "unread.yaml": {}})
    assert set(read("spec.yaml", (), tmp_path).inputs) == {"spec.yaml", "a.yaml", "b.yaml"}


# --- $id, $anchor and $defs -------------------------------------------------------------------------------------------

NAMED: list[tuple[str, dict[str, Any], str, dict[str, Any]]] = [
    ("an anchor", {"A": {"$anchor": "a", "const": 1}}, "#a", {"const": 1}),
    ("an anchor inside", {"A": {"items": {"$anchor": "a", "const": 1}}}, "#a", {"const": 1}),
    ("a definition", {"A": {"$defs": {"D": {"const": 1}}}}, "#/components/schemas/A/$defs/D", {"const": 1}),
    ("a URI", {"A": {"$id": "https://x.org/a", "const": 1}}, "https://x.org/a", {"const": 1}),
    ("a URI and a pointer", {"A": {"$id": "urn:a", "$defs": {"D": {"const": 1}}}}, "urn:a#/$defs/D", {"const": 1}),
    ("a URI and an anchor", {"A": {"$id": "urn:a", "items": {"$anchor": "b", "const": 1}}}, "urn:a#b", {"const": 1}),
    ("a relative URI", {"A": {"$id": "a", "const": 1}}, "./a", {"const": 1}),
    (
        "an anchor of its own",
        {"A": {"$id": "u", "$anchor": "a"}, "B": {"$anchor": "a", "const": 1}},
        "#a",
        {"const": 1},
    ),
    ("no anchor but a property", {"A": {"properties": {"$anchor": {"const": 0}}}, "B": {"$anchor": "a"}}, "#a", {}),
    ("no anchor but an example", {"A": {"example": {"$anchor": "a"}}, "B": {"$anchor": "a"}}, "#a", {}),
]


@pytest.mark.parametrize(("held", "reference", "meant"), [case[1:] for case in NAMED], ids=[case[0] for case in NAMED])
def test_a_schema_may_be_named_by(tmp_path: Path, held: dict[str, Any], reference: str, meant: dict[str, Any]) -> None:
    result = bundled(tmp_path, {"spec.yaml": document({**held, "User": {"items": ref(reference)}})})
    pointer = schemas(result)["User"]["items"]["$ref"]
    assert pointer.startswith("#/components/schemas/") and pointer.count("/") == 3
    assert lookup(result.document.value, pointer[1:]) == meant
    assert '"$id"' not in json.dumps(result.document.value).replace("properties", "")


def test_a_reference_counts_from_the_uri_around_it_or_else_from_its_file(tmp_path: Path) -> None:
    files = {
        "spec.yaml": document({"A": ref("lib/a.json")}),
        "lib/a.json": {"$id": "https://x.org/s/a.json", "anyOf": [ref("b.json"), ref("#/$defs/D"), ref("c.json#c")]},
        "lib/b.json": {"$id": "https://x.org/s/b.json", "items": ref("a.json")},
        "lib/c.json": {"$id": "https://x.org/s/c.json", "$defs": {"x": {"$anchor": "c", "const": 3}}},
    }
    files["lib/a.json"]["$defs"] = {"D": {"const": 2}}
    found = schemas(bundled(tmp_path, files))
    assert found["A"]["anyOf"] == [local("b"), local("D"), local("x")]
    assert (found["b"], found["D"], found["x"]) == ({"items": local("A")}, {"const": 2}, {"const": 3})


def test_a_dynamic_reference_that_can_mean_one_thing_is_a_plain_one(tmp_path: Path) -> None:
    tree = {"$dynamicAnchor": "node", "properties": {"inner": {"$dynamicRef": "#node"}}}
    assert schemas(bundled(tmp_path, {"spec.yaml": document({"Tree": tree})})) == {
        "Tree": {"properties": {"inner": local("Tree")}}
    }


def test_a_dynamic_reference_that_can_mean_several_things_is_a_warning(tmp_path: Path) -> None:
    tree = {"$dynamicAnchor": "node", "properties": {"inner": {"$dynamicRef": "#node"}}}
    strict = {"$id": "urn:strict", "$dynamicAnchor": "node", **local("Tree"), "unevaluatedProperties": False}
    result = bundled(tmp_path, {"spec.yaml": document({"Tree": tree, "Strict": strict})})
    place = Location("spec.yaml", "/components/schemas/Tree/properties/inner/$dynamicRef")
    assert [(problem.code, problem.severity, problem.location) for problem in result.problems] == [
        ("reference-dynamic", Severity.WARNING, place)
    ]
    assert result.document.value["components"]["schemas"]["Tree"] == {"properties": {"inner": {}}}


def test_openapi_3_0_knows_no_anchor(tmp_path: Path) -> None:
    files = {"spec.yaml": document({"A": {"x-a": {"$anchor": "a"}, "items": ref("#a")}}, "3.0.3")}
    assert schemas(bundled(tmp_path, files))["A"]["items"] == ref("#a")


# --- what is refused --------------------------------------------------------------------------------------------------


def errors(spec: str, root: Path) -> list[Problem]:
    return [problem for problem in examine(spec, (), root) if problem.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("https://example.com/a.yaml", "reference-remote"),
        ("http://[::1", "reference-remote"),
        ("file:///etc/passwd", "reference-remote"),
        ("//example.com/a.yaml", "reference-remote"),
        ("C:/a.yaml", "reference-remote"),
        ("/etc/passwd", "reference-outside"),
        ("%2Fetc/passwd", "reference-outside"),
        ("../secret.yaml", "reference-outside"),
        ("%2e%2e/secret.yaml", "reference-outside"),
        ("a/../../secret.yaml#/A", "reference-outside"),
        ("link.yaml#/A", "reference-outside"),
        ("linked/secret.yaml#/A", "reference-outside"),
        ("\x00.yaml", "reference-outside"),
        ("none.yaml", "reference-file-missing"),
        (".", "reference-outside"),
        ("folder", "reference-file-missing"),
        (f"{'a' * 5000}.yaml", "reference-file-missing"),
        ("broken.yaml#/A", "reference-file-broken"),
        ("list.yaml", "reference-file-broken"),
        ("good.yaml#/None", "reference-unresolved"),
        ("good.yaml#None", "reference-unresolved"),
    ],
)
def test_a_reference_that_is_not_followed_is_told_once_where_it_stands(
    tmp_path: Path, reference: str, code: str
) -> None:
    project = tmp_path / "project"
    files: dict[str, Any] = {"broken.yaml": "a: [", "list.yaml": [1], "good.yaml": {"A": {}}, "folder/a.yaml": {}}
    written(project, {"spec.yaml": document({"B": {"items": ref("in.yaml")}}), **files, "in.yaml": ref(reference)})
    written(tmp_path, {"secret.yaml": {"A": {"const": "secret"}}})
    (project / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (project / "linked").symlink_to(tmp_path)
    problems = errors("spec.yaml", project)
    assert [problem.code for problem in problems if problem.location == Location("in.yaml")] == [code]
    assert len(problems) == 2 if code == "reference-file-broken" else 1
    assert "secret" not in json.dumps(bundle(load(project / "spec.yaml", "spec.yaml"), project).document.value).replace(
        reference, ""
    )


def test_a_document_outside_of_the_project_reads_what_lies_beside_it(tmp_path: Path) -> None:
    folder = written(tmp_path, {"here/spec.yaml": document({"A": ref("a.yaml")}), "here/a.yaml": {"const": 1}})
    (folder / "project").mkdir()
    for name in ("../here/spec.yaml", str(folder / "here" / "spec.yaml")):
        result = bundle(load(folder / "project" / name, name), folder / "project")
        assert schemas(result) == {"A": {"const": 1}}
        assert result.files == (posixpath.join(posixpath.dirname(name), "a.yaml"),)


def test_files_that_refer_to_nothing_but_each_other_are_circular(tmp_path: Path) -> None:
    files = {"spec.yaml": document({"A": ref("a.yaml")}), "a.yaml": ref("b.yaml"), "b.yaml": ref("a.yaml")}
    written(tmp_path, files)
    assert {problem.code for problem in errors("spec.yaml", tmp_path)} == {"reference-circular"}


PARTS = ("", "/items", "/discriminator", "/discriminator/mapping")


@pytest.mark.parametrize("junk", [None, [], [1], "x", 1, True, {}, {"$ref": 1}, {"$ref": "a.yaml#/0"}, {"$id": "["}])
@pytest.mark.parametrize(
    "place",
    ["paths", "components", "components/schemas", *(f"components/schemas/A{part}" for part in PARTS)],
)
def test_a_malformed_document_is_a_matter_of_validation(tmp_path: Path, place: str, junk: object) -> None:
    parts = {"items": ref("a.yaml"), "discriminator": {"propertyName": "kind", "mapping": {"a": "a.yaml"}}}
    root = document({"A": parts})
    holder: Any = root
    *outside, last = place.split("/")
    for token in outside:
        holder = holder[token]
    holder[last] = junk
    root["paths"] = root["paths"] or {"/a": ref("a.yaml")}
    written(tmp_path, {"spec.yaml": root, "a.yaml": {"items": [ref("#/items/0"), ref(f"#/items/{'9' * 5000}")]}})
    bundle(load(tmp_path / "spec.yaml", "spec.yaml"), tmp_path)


# --- any document, spread over files ----------------------------------------------------------------------------------

NAMES = ("Ant", "Bee", "Cat", "Dog", "Elk")
PLACES = ("spec.yaml", "a.yaml", "sub/b.json", "sub/sub/c.yaml", "whole", "sub/whole")
SCHEMA = st.recursive(
    st.sampled_from(NAMES).map(local) | st.sampled_from([{"type": "string"}, {}]),
    lambda inner: st.one_of(
        st.fixed_dictionaries({"items": inner}),
        st.fixed_dictionaries({"properties": st.dictionaries(st.sampled_from(["$ref", "a/b", "items"]), inner)}),
        st.fixed_dictionaries({"anyOf": st.lists(inner)}),
    ),
    max_leaves=6,
)
OBJECTS = st.fixed_dictionaries({name: SCHEMA.map(lambda schema: {"not": schema}) for name in NAMES})


@settings(derandomize=True, deadline=None)
@given(components=OBJECTS, places=st.fixed_dictionaries({name: st.sampled_from(PLACES) for name in NAMES}))
def test_whatever_files_a_document_is_spread_over_the_bundle_is_the_document(
    tmp_path_factory: pytest.TempPathFactory, components: dict[str, Any], places: dict[str, str]
) -> None:
    def place(name: str) -> tuple[str, str]:
        """The file and the pointer of a component."""
        if places[name] == "spec.yaml":
            return "spec.yaml", f"#/components/schemas/{name}"
        if places[name].endswith("whole"):
            return f"{posixpath.dirname(places[name])}/{name}.yaml".lstrip("/"), ""
        return places[name], f"#/deep/down/{name}"

    def spread(value: Any, file: str) -> Any:
        """A part of the document as it is written in a file."""
        match value:
            case {"$ref": str(reference)}:
                target, pointer = place(reference.rpartition("/")[2])
                path = "" if target == file and pointer else posixpath.relpath(target, posixpath.dirname(file) or ".")
                return ref(path + pointer)
            case dict():
                return {name: spread(member, file) for name, member in value.items()}
            case list():
                return [spread(item, file) for item in value]
            case _:
                return value

    used = {"properties": {name: local(name) for name in NAMES}}
    whole = document({"Used": used, **components})
    files = {"spec.yaml": document({"Used": spread(used, "spec.yaml")})}
    for name, schema in components.items():
        file, pointer = place(name)
        holder: Any = files.setdefault(file, {})
        if not pointer:
            holder.update(spread(schema, file))
        else:
            for token in pointer.split("/")[1:-1]:
                holder = holder.setdefault(token, {})
            holder[name] = spread(schema, file)
    texts = {name: yaml.safe_dump(value, sort_keys=False) for name, value in files.items()}
    result = bundled(tmp_path_factory.mktemp("bundle"), texts)
    assert result.problems == ()
    assert result.document.value == whole
    assert set(result.files) == set(files) - {"spec.yaml"}
