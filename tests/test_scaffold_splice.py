"""Putting parts into a document: they are there, and not one other character of the text is another."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.corpus import splices
from tests.scaffold.nasty import DOCUMENTS, REFUSED

from specwright.problem import Refusal
from specwright.scaffold.source import Text, read_text
from specwright.scaffold.splice import same, splice

PATH_ITEM = {
    "post": {
        "summary": "Make it: now",
        "description": "It's one line,\n\nthen another.",
        "tags": ["yes", "a b"],
        "responses": {"200": {"description": "OK # fine", "content": {"text/plain": {"schema": {"$ref": "#/x"}}}}},
    }
}
SCHEMA = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer", "enum": [1, 2]}, "e": {}}}


def grown(value: Any) -> Any:
    """The value with a path item and a schema more; all else are the same objects."""
    components = value.get("components") or {}
    schemas = {**(components.get("schemas") or {}), "New": SCHEMA}
    paths = {**(value.get("paths") or {}), "/new/{id}": PATH_ITEM}
    return {**value, "paths": paths, "components": {**components, "schemas": schemas}}


def kept(old: Iterable[str], new: Iterable[str]) -> bool:
    """Whether everything in a sequence is in another, in order."""
    rest = iter(new)
    return all(each in rest for each in old)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_added_is_there_and_every_line_stays(name: str) -> None:
    document = read_text(DOCUMENTS[name], "spec.yaml")
    wanted = grown(document.value)
    after = splice(document, wanted).document
    assert same(read_text(after.text, "spec.yaml").value, wanted)
    if "spelled" not in name:
        assert kept(document.text, after.text)
    if document.root.block and "flow" not in name and "spelled" not in name:
        assert kept(document.text.splitlines(), after.text.splitlines())


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_change_another_place_is_refused(name: str) -> None:
    document = read_text(REFUSED[name], "spec.yaml")
    with pytest.raises(Refusal) as refused:
        splice(document, grown(document.value))
    (problem,) = refused.value.problems
    assert problem.code == "splice-impossible"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_line_ends_and_the_end_of_the_file_are_as_they_were(name: str) -> None:
    document = read_text(DOCUMENTS[name], "spec.yaml")
    text = splice(document, grown(document.value)).document.text
    assert text.endswith("\n") == document.text.endswith("\n")
    if "\r\n" in document.text and "mixed" not in name:
        assert "\n" not in text.replace("\r\n", "")


def test_nothing_to_add_changes_nothing() -> None:
    for text in DOCUMENTS.values():
        document = read_text(text, "spec.yaml")
        assert splice(document, json.loads(json.dumps(document.value))).edits == ()


def spliced(text: str, **more: Any) -> str:
    document = read_text(text, "spec.yaml")
    return splice(document, {**document.value, **more}).document.text


def test_new_text_is_written_as_its_neighbours_are() -> None:
    assert spliced("a:\n    b:\n    - 1\n", a={"b": [1], "c": {"d": ["x"]}}) == (
        "a:\n    b:\n    - 1\n    c:\n        d:\n        - x\n"
    )
    assert spliced('a: "x"\n', b="1") == 'a: "x"\nb: "1"\n'
    assert spliced("a: 'x'\n", b="1") == "a: 'x'\nb: '1'\n"
    assert spliced("a: {b: 1}\n", a={"b": 1, "c": [2]}) == "a: {b: 1, c: [2]}\n"
    assert spliced('{"a":1}', b=[2]) == '{"a":1,"b":[2]}'
    assert spliced('{\n  "a": 1\n}\n', b=[2]) == '{\n  "a": 1,\n  "b": [\n    2\n  ]\n}\n'


def test_items_are_appended_and_scalars_give_way() -> None:
    assert spliced("a: [x, y]\n", a=["x", "y", "z"]) == "a: [x, y, z]\n"
    assert spliced("a:\n- x # one\n- y\nb: 1\n", a=["x", "y", "z"]) == "a:\n- x # one\n- y\n- z\nb: 1\n"
    assert spliced("a: integer # why\n", a="number") == "a: number # why\n"
    assert spliced("a: 'integer'\n", a="number") == "a: 'number'\n"
    assert spliced('{"a": "integer"}', a="number") == '{"a": "number"}'
    assert spliced("a: integer\n", a=["integer", "null"]) == "a: [integer, 'null']\n"
    assert spliced("a:\n  $ref: x\nb: 1\n", a={"anyOf": [{"$ref": "x"}]}) == "a:\n  anyOf:\n    - $ref: x\nb: 1\n"


def test_comments_and_long_texts_do_not_give_way() -> None:
    for text in ("a:\n  x: 1 # why\n  z: 1\n", "a: |\n  x\n"):
        with pytest.raises(Refusal, match="comments, or text over several lines"):
            spliced(text, a={"y": 1})


SMALL = sorted((Path(__file__).parent / "corpus" / "documents").glob("*.yaml"))


@pytest.mark.parametrize("path", SMALL, ids=lambda path: path.stem)
def test_small_real_documents_take_an_operation_in_every_style(path: Path) -> None:
    assert splices.fault(path.read_text("utf-8")) == ""
    value = read_text(path.read_text("utf-8"), path.name).value
    assert {style: found for style, text in splices.texts(value) if (found := splices.fault(text))} == {}


SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12)
MAPPINGS = st.dictionaries(st.text(), VALUES, min_size=1)
STYLES = st.sampled_from(["block", "mixed", "flow", "wide", "literal", "json", "json_pretty", "json_tabs"])


def written(value: Any, style: str) -> str:
    """A value as text, by a writer that is not ours."""
    if style.startswith("json"):
        indents = {"json": None, "json_pretty": 2, "json_tabs": "\t"}
        return json.dumps(value, indent=indents[style], ensure_ascii=style == "json")
    flow = {"mixed": None, "flow": True}.get(style, False)
    scalars = "|" if style == "literal" else None
    indent = 6 if style == "wide" else None
    text: str = yaml.safe_dump(
        value, default_flow_style=flow, default_style=scalars, indent=indent, allow_unicode=True, sort_keys=False
    )
    return text


def documents(text: str) -> Text | None:
    """The text as a document; none where the other writer writes YAML 1.1 that is not 1.2."""
    try:
        return read_text(text, "spec.yaml")
    except Refusal:
        return None


@settings(derandomize=True, deadline=None, database=None, max_examples=300)
@given(value=MAPPINGS, more=MAPPINGS, style=STYLES, ends=st.sampled_from(["\n", "\r\n", ""]), data=st.data())
def test_whatever_is_added_to_whatever_is_there(
    value: Any, more: Any, style: str, ends: str, data: st.DataObject
) -> None:
    text = written(value, style)
    document = documents(text.replace("\n", ends) if ends else text.rstrip("\n"))
    if document is None:
        return
    inner = [(key,) for key, each in document.value.items() if isinstance(each, dict)]
    place = data.draw(st.sampled_from([(), *inner]))
    wanted: Any = dict(document.value)
    if place:
        wanted[place[0]] = {**more, **wanted[place[0]]}
    else:
        wanted = {**more, **wanted}
    after = splice(document, wanted).document
    assert same(read_text(after.text, "").value, wanted)
    assert kept(document.text, after.text)
