"""Every operation of the API in `spec/`, scaffolded again from a command and samples that its own schemas draw."""

from __future__ import annotations

import json
import shlex
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import jsonschema_rs
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from langsmith_control_plane.testing.cases import OPERATIONS

from specwright.scaffold.material import Answer
from specwright.scaffold.proposal import Proposal, propose
from specwright.scaffold.source import Text, read_text
from specwright.scaffold.sources import from_curl

SPEC = Path(__file__).parents[1] / "spec" / "langsmith-control-plane.yaml"
EMPTY = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"
OPERATION = pytest.mark.parametrize("case", OPERATIONS, ids=lambda case: f"{case.tag}.{case.name}")


@cache
def whole() -> Any:
    return yaml.load(SPEC.read_text(), yaml.CSafeLoader)


@cache
def without(method: str, path: str) -> Text:
    """The document without an operation."""
    document = whole()
    item = {key: value for key, value in document["paths"][path].items() if key != method.lower()}
    paths = {**document["paths"], path: item}
    if not item:
        del paths[path]
    return read_text(yaml.dump({**document, "paths": paths}, Dumper=yaml.CSafeDumper, sort_keys=False), "spec.yaml")


def command(case: Any, body: Any, values: dict[tuple[str, str], Any]) -> str:
    """The command that calls an operation; what is no UUID stands as a template in the path."""
    path = case.path
    for (place, name), value in values.items():
        if place == "path":
            path = path.replace(f"{{{name}}}", quote(str(value), safe=""))
    query = urlencode([(name, value) for (place, name), value in values.items() if place == "query"])
    words = ["curl", "-X", case.method, f"https://api.example.com{path}" + (f"?{query}" if query else "")]
    if case.bodies:
        words += ["-H", f"Content-Type: {case.bodies[0].media_type}", "--data-raw", json.dumps(body)]
    return " ".join(map(shlex.quote, words))


def scaffolded(document: Text, case: Any, data: st.DataObject) -> tuple[Proposal, Any, tuple[Answer, ...]]:
    """What a document gets for an operation, and the samples that it was made from."""
    body = data.draw(case.bodies[0].strategy()) if case.bodies else None
    sent = [
        each
        for each in case.parameters
        if (each.place == "query" and data.draw(st.booleans()))
        or (each.place == "path" and "UUID" in repr(each.type()))
    ]
    values = {(each.place, each.wire_name): data.draw(each.strategy()) for each in sent}
    drawn = [each for each in case.responses if each.media_type == "application/json" and data.draw(st.booleans())]
    answers = tuple(Answer(each.status, (data.draw(each.strategy()),)) for each in drawn)
    materials = from_curl(command(case, body, values), "curl.txt", answers, "")
    return propose(document, materials, merge=False), body, answers


def accepts(document: Any, schema: Any, value: Any) -> bool:
    """Whether a schema of a document admits a value, by a validator that is not ours."""
    validator = jsonschema_rs.Draft202012Validator({**schema, "components": document.get("components", {})})
    return validator.is_valid(value)


def judge(proposal: Proposal, case: Any, body: Any, answers: tuple[Answer, ...]) -> None:
    """The operation is there, and admits the samples."""
    document = read_text(proposal.spliced.document.text, "").value
    (title,) = proposal.titles
    method, _, path = title.partition(" ")
    operation: Any = document["paths"][path][method.lower()]
    assert method == case.method
    assert len(path.split("/")) == len(case.path.split("/"))
    if case.bodies:
        content = operation["requestBody"]["content"][case.bodies[0].media_type]
        assert accepts(document, content["schema"], body)
    for answer in answers:
        content = operation["responses"][answer.status]["content"]["application/json"]
        assert all(accepts(document, content["schema"], value) for value in answer.values)


@OPERATION
@settings(derandomize=True, deadline=None, database=None, max_examples=8)
@given(data=st.data())
def test_an_operation_in_an_empty_document_accepts_the_samples(case: Any, data: st.DataObject) -> None:
    proposal, body, answers = scaffolded(read_text(EMPTY, "spec.yaml"), case, data)
    judge(proposal, case, body, answers)


@OPERATION
@settings(derandomize=True, deadline=None, database=None, max_examples=2)
@given(data=st.data())
def test_an_operation_beside_the_others_accepts_the_samples(case: Any, data: st.DataObject) -> None:
    proposal, body, answers = scaffolded(without(case.method, case.path), case, data)
    judge(proposal, case, body, answers)


@pytest.mark.parametrize(
    "case", [case for case in OPERATIONS if case.bodies], ids=lambda case: f"{case.tag}.{case.name}"
)
@settings(derandomize=True, deadline=None, database=None, max_examples=12)
@given(data=st.data())
def test_an_operation_that_is_merged_accepts_the_old_sample_and_the_new(case: Any, data: st.DataObject) -> None:
    document, samples = read_text(EMPTY, "spec.yaml"), list[Any]()
    for number in range(3):
        samples.append(data.draw(case.bodies[0].strategy()))
        materials = from_curl(command(case, samples[-1], {}), "curl.txt", (), "")
        proposal = propose(document, materials, merge=number > 0)
        document = proposal.spliced.document
        if any("left as it is" in note.message for note in proposal.notes):
            return
    for sample in samples:
        judge(proposal, case, sample, ())
