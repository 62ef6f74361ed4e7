"""The application that makes up its answers: valid for the document, the same for the same request, in any place."""

from __future__ import annotations

import asyncio
import importlib
import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st
from langsmith_control_plane import AsyncClient, Client, models, testing
from langsmith_control_plane.testing import strategies
from langsmith_control_plane.testing.bridge import SyncASGITransport
from langsmith_control_plane.testing.cases import OPERATIONS
from pydantic import BaseModel
from tests.built import build

from specwright.config import Target

GOLDEN = Path(__file__).parent / "golden"
SOURCE = Path(__file__).parent.parent / "generated" / "langsmith-control-plane" / "src"
BASE = "https://api.test"
ID = "0b7e7a44-5b0c-4a0e-9d3c-6b6c2f1e8a11"
OTHER = "0b7e7a44-5b0c-4a0e-9d3c-6b6c2f1e8a12"


class Package:
    """A generated package: its operations are called by its clients, with what the document allows, and mocked."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.api = importlib.import_module(name)
        self.testing = importlib.import_module(f"{name}.testing")
        self.operations = importlib.import_module(f"{name}.testing.cases").OPERATIONS
        self.oracle = importlib.import_module(f"{name}.testing.document").oracle()
        self.bridge, self.calls, self.loop, self.mock, self.outside, self.wire = (
            importlib.import_module(f"{name}._runtime.testing.{module}")
            for module in ("bridge", "calls", "loop", "mock", "outside", "wire")
        )

    def call(self, kind: str, case: Any, **asked: Any) -> tuple[Any, Any]:
        """What a client returns for an operation, and what went over the wire."""
        tap = self.wire.Tap(self.testing.app(**asked))
        if kind == "sync":
            http: Any = httpx2.Client(transport=self.bridge.SyncASGITransport(tap))
            client = self.api.Client(base_url=BASE, http_client=http)
        else:
            http = httpx2.AsyncClient(transport=httpx2.ASGITransport(tap))
            client = self.api.AsyncClient(base_url=BASE, http_client=http)
        values, body = self.arguments(case)
        if body.media_type:
            client = client.with_options(headers={"Content-Type": body.media_type})
        outcome = self.loop.call(client, kind, case, {**values, **body.arguments})
        return outcome, tap.exchanges[-1]

    def arguments(self, case: Any) -> tuple[dict[str, Any], Any]:
        """Values for the parameters of an operation, and a body."""
        parameters = self.calls.parameter_values(case, self.calls.rivals(case, self.operations))
        draw = self.outside.drawing_from(st.tuples(parameters, self.calls.bodies(case, self.oracle)))
        values, (body, *_) = next(found for attempt in range(500) for found in draw(str(attempt)))
        return values, body

    def fault(self, case: Any, exchange: Any) -> str:
        """What is wrong with an answer; empty if it is the success that is declared."""
        wanted = self.mock.success(case)
        if exchange.status != case.code(wanted):
            return f"the status is {exchange.status}: {exchange.answer!r}"
        missing = [each.wire_name for each in wanted.headers if each.required]
        if any(name.lower() not in exchange.answer_headers for name in missing):
            return f"one of the headers {missing} is missing"
        if not wanted.json or exchange.status in (204, 205, 304):
            return ""
        return str(self.oracle.validator(wanted.pointer).explain(json.loads(exchange.answer)))


CONTROL_PLANE = Package("langsmith_control_plane")


# --- every operation has an answer ------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["typical", "edge"])
@pytest.mark.parametrize("case", OPERATIONS, ids=str)
def test_every_operation_is_answered_to_both_clients(case: Any, mode: str) -> None:
    (outcome, exchange), (same, _) = (CONTROL_PLANE.call(kind, case, mode=mode) for kind in ("sync", "async"))
    assert not isinstance(outcome, Exception), outcome
    assert CONTROL_PLANE.fault(case, exchange) == ""
    assert outcome == same


@pytest.mark.parametrize("case", OPERATIONS, ids=str)
def test_a_typical_answer_surprises_nobody(case: Any) -> None:
    outcome, exchange = CONTROL_PLANE.call("sync", case, seed=3)
    assert not any(value.model_extra for value in inside(outcome) if isinstance(value, BaseModel))
    for value in inside(json.loads(exchange.answer or b"{}")):
        match value:
            case str():
                assert re.fullmatch(r"[ -~]{1,40}", value)
                assert not re.match(r"\d{4}-", value) or re.fullmatch(r"202\d-\d\d-\d\dT[\d:]{8}Z", value)
            case int() | float():
                assert 0 <= value <= 1000
            case list():
                assert 1 <= len(value) <= 3
            case _:
                assert value is not None


def inside(value: Any) -> Iterator[Any]:
    """A value and all that is in it."""
    yield value
    members = dict(value) if isinstance(value, BaseModel) else value
    for member in members.values() if isinstance(members, dict) else value if isinstance(value, list) else ():
        yield from inside(member)


GOLDENS = (
    "hostile_text multipart_encoding names_collide one_of_overlapping openapi_3_0 openapi_3_2 parameter_styles "
    "read_and_write_only references_to_files response_headers response_media_types schema_conditions "
    "several_media_types"
).split()


@pytest.mark.parametrize("name", GOLDENS)
def test_whatever_a_document_declares_is_answered(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = generated(GOLDEN / name / "spec.yaml", f"mocked_{name}", tmp_path, monkeypatch)
    for case in package.operations:
        for mode in ("typical", "edge"):
            outcome, exchange = package.call("sync", case, mode=mode)
            assert not isinstance(outcome, Exception), f"{case}: {outcome}"
            assert package.fault(case, exchange) == "", f"{case}: {exchange.answer!r}"


def generated(spec: Path, name: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> Package:
    """The package of a document."""
    tree = build(Target(name, spec.name, (), "out", name, None, None, (), spec.parent)).files
    for path, text in tree.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(root / "src"))
    return Package(name)


UNANSWERABLE = """
openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  /nothing:
    get:
      operationId: nothing
      responses: {"200": {description: Ok., content: {application/json: {schema: {not: {}}}}}}
    put: {operationId: refuse, responses: {"404": {description: No.}}}
    post: {operationId: redirect, responses: {"303": {description: There.}, "404": {description: No.}}}
    delete:
      operationId: narrow
      responses:
        "200":
          description: Ok.
          content: {application/json: {schema: {type: string, pattern: "^[ab]{9}$", not: {pattern: "^[ab]"}}}}
"""


def test_what_cannot_be_answered_is_501_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "spec.yaml").write_text(UNANSWERABLE)
    package = generated(tmp_path / "spec.yaml", "mocked_nothing", tmp_path, monkeypatch)
    with TestClient(package.testing.app()) as http:
        for method, reason in {
            "GET": "GET /nothing cannot be answered: 200 application/json: no value is valid for it",
            "DELETE": "nothing was found that is valid for the answer 200 application/json",
            "PUT": "PUT /nothing cannot be answered: no success is declared",
        }.items():
            answer = http.request(method, "/nothing")
            assert (answer.status_code, answer.json()["detail"][0]["msg"]) == (501, reason)
        assert http.post("/nothing", follow_redirects=False).status_code == 303


# --- the same request has the same answer -----------------------------------------------------------------------------


def mocked(**asked: Any) -> httpx2.Client:
    return httpx2.Client(transport=SyncASGITransport(testing.app(**asked)), base_url=BASE)


REQUESTS: list[tuple[str, str, Any]] = [
    ("GET", "/v2/deployments?limit=5&offset=2", None),
    ("GET", f"/v2/deployments/{ID}", None),
    ("PATCH", f"/v2/deployments/{ID}", {"secrets": [{"name": "a", "value": "b"}], "source_config": None}),
    ("GET", f"/v2/deployments/{ID}/revisions", None),
]

PROGRAM = """
import json, os, sys
import httpx2
from langsmith_control_plane import testing
from langsmith_control_plane.testing.bridge import SyncASGITransport

mode, requests = sys.argv[1], json.loads(sys.argv[2])
http = httpx2.Client(transport=SyncASGITransport(testing.app(seed=5, mode=mode)), base_url="https://api.test")
def ask():
    return [http.request(method, path, json=body).text for method, path, body in requests]
"""


def run(program: str, mode: str, requests: list[Any], **environment: str) -> str:
    """What a program prints in a process of its own."""
    found = subprocess.run(
        [sys.executable, "-c", program, mode, json.dumps(requests)],
        env={"PYTHONPATH": str(SOURCE), **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return found.stdout


@pytest.mark.parametrize("mode", ["typical", "edge"])
def test_an_answer_is_the_same_in_any_process_and_order(mode: str, tmp_path: Path) -> None:
    """A module of the user's with constants of its own has no say, either, though Hypothesis would draw them."""
    (tmp_path / "constants.py").write_text("A = 123456\nB = 'unheard of'\n")
    path = f"{SOURCE}:{tmp_path}"
    here = mocked(seed=5, mode=mode)
    answers = [here.request(method, path, json=body).text for method, path, body in REQUESTS]
    program = PROGRAM + "import constants\nprint(json.dumps(ask()))"
    assert json.loads(run(program, mode, REQUESTS, PYTHONHASHSEED="1", PYTHONPATH=path)) == answers
    backwards = run(program, mode, REQUESTS[::-1], PYTHONHASHSEED="2", PYTHONPATH=path)
    assert json.loads(backwards)[::-1] == answers


def test_only_the_values_of_a_request_decide() -> None:
    with mocked() as http:
        listed = http.get("/v2/deployments?limit=5&offset=2").json()
        assert http.get("/v2/deployments?offset=2&limit=5", headers={"X-Trace": "1"}).json() == listed
        assert http.get("/v2/deployments?limit=6&offset=2").json() != listed
        assert http.get(f"/v2/deployments/{ID}").json() == http.get(f"/v2/deployments/{ID.upper()}").json()
        assert http.get(f"/v2/deployments/{ID}").json() != http.get(f"/v2/deployments/{OTHER}").json()
        patched = http.patch(
            f"/v2/deployments/{ID}", content='{"secrets": null, "x": [1.0, {"a": 1, "b": 2}]}', headers=JSON
        )
        spaced = http.patch(f"/v2/deployments/{ID}", content='{"x":[1,{"b":2,"a":1}],"secrets":null}', headers=JSON)
        other = http.patch(f"/v2/deployments/{ID}", content='{"x":[1,{"b":2,"a":1}]}', headers=JSON)
        assert patched.status_code == 200
        assert patched.json() == spaced.json() != other.json()


JSON = {"content-type": "application/json"}


def test_another_seed_gives_other_data() -> None:
    answers = {mocked(seed=seed).get(f"/v2/deployments/{ID}").text for seed in range(-2, 10)}
    assert len(answers) == 12


def test_many_may_ask_at_once() -> None:
    paths = [f"/v2/deployments?limit={1 + index % 5}" for index in range(40)]
    with mocked() as one, mocked() as other, ThreadPoolExecutor(8) as pool:
        assert [answer.text for answer in pool.map(one.get, paths)] == [other.get(path).text for path in paths]

    async def gathered() -> list[str]:
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(testing.app()), base_url=BASE) as http:
            return [answer.text for answer in await asyncio.gather(*map(http.get, paths))]

    assert asyncio.run(gathered()) == [mocked().get(path).text for path in paths]


def test_what_the_document_does_not_allow_is_refused() -> None:
    with mocked() as http:
        assert http.get("/v2/deployments?limit=0").status_code == 422
        assert http.patch(f"/v2/deployments/{ID}", json={"secrets": 1}).status_code == 422
        assert http.get("/v2/nothing").status_code == 404


# --- anywhere ---------------------------------------------------------------------------------------------------------


@settings(max_examples=10, deadline=None, database=None)
@given(st.integers(1, 100), strategies.deployment_patch_request())
def test_it_may_be_called_inside_a_test_of_hypothesis(limit: int, patch: Any) -> None:
    """By either client; the application is made in the test, too."""
    client = Client(base_url=BASE, http_client=httpx2.Client(transport=SyncASGITransport(testing.app(seed=limit))))
    listed = client.deployments.list_deployments(limit=limit)
    patched = client.deployments.patch_deployment(ID, extra_body=patch)

    async def awaited() -> tuple[object, object]:
        transport = httpx2.ASGITransport(testing.app(seed=limit))
        async with AsyncClient(base_url=BASE, http_client=httpx2.AsyncClient(transport=transport)) as other:
            found = await other.deployments.list_deployments(limit=limit)
            return found, await other.deployments.patch_deployment(ID, extra_body=patch)

    assert asyncio.run(awaited()) == (listed, patched)


def test_it_may_be_called_by_the_test_client_of_fastapi() -> None:
    with TestClient(testing.app()) as http:
        assert http.get(f"/v2/deployments/{ID}").json() == mocked().get(f"/v2/deployments/{ID}").json()
        assert http.get("/openapi.json").status_code == 200


def test_there_are_two_modes() -> None:
    with pytest.raises(ValueError, match="'typical', 'edge'"):
        testing.app(mode="other")


def test_random_numbers_of_the_user_stay_as_they_are() -> None:
    random.seed(1)
    expected = random.random()
    random.seed(1)
    mocked().get(f"/v2/deployments/{ID}")
    assert random.random() == expected


def test_a_process_that_is_forked_can_be_asked_too() -> None:
    program = "ask()\nchild = os.fork()\nask()\nif child: sys.exit(os.waitpid(child, 0)[1])"
    run(PROGRAM + program, "typical", REQUESTS[:1])


def test_the_answer_is_a_model_like_any_other() -> None:
    client = Client(base_url=BASE, http_client=httpx2.Client(transport=SyncASGITransport(testing.app())))
    answer = client.deployments.get_deployment(ID)
    assert isinstance(answer, models.Deployment)
    assert isinstance(answer.source_config, models.SourceConfig)
