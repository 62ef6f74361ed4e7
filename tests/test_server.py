"""The server stubs of a generated package: what handlers see, return and raise, through both clients."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest
from fastapi import FastAPI, HTTPException
from langsmith_control_plane import UNSET, AsyncClient, Client, errors, models, server
from langsmith_control_plane._runtime.testing.bridge import SyncASGITransport
from langsmith_control_plane.server import AuthService, Deployments, HTTPProblem, Reply, create_app, current_request
from langsmith_control_plane.server.errors import NotFound, UnprocessableEntity
from starlette.requests import Request
from starlette.responses import JSONResponse

BASE = "https://api.test"
ID = UUID("0b7e7a44-5b0c-4a0e-9d3c-6b6c2f1e8a11")
NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)

Call = Callable[..., Any]


def deployment(**members: Any) -> models.Deployment:
    given: dict[str, Any] = {
        "name": "agent",
        "source": "github",
        "source_config": models.SourceConfig(),
        "source_revision_config": models.SourceRevisionConfig(),
        "secrets": [],
        "id": ID,
        "tenant_id": ID,
        "created_at": NOW,
        "updated_at": NOW,
        "status": "READY",
        "latest_revision_id": None,
        "active_revision_id": None,
    }
    return models.Deployment(**{**given, **members})


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest) -> Call:
    """`call(app, lambda client: client.tag.method(...))`, with a client of either kind."""

    def waiting(app: FastAPI, use: Callable[[Client], Any], base_url: str = BASE) -> Any:
        with httpx2.Client(transport=SyncASGITransport(app)) as http:
            return use(Client(http_client=http, base_url=base_url, api_key="key", tenant_id="tenant"))

    def awaited(app: FastAPI, use: Callable[[AsyncClient], Awaitable[Any]], base_url: str = BASE) -> Any:
        async def run() -> Any:
            async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app)) as http:
                return await use(AsyncClient(http_client=http, base_url=base_url, api_key="key", tenant_id="tenant"))

        return asyncio.run(run())

    return waiting if request.param == "sync" else awaited


def raw(app: FastAPI) -> httpx2.Client:
    """A client that sends what it is told."""
    return httpx2.Client(transport=SyncASGITransport(app), base_url=BASE)


# --- what a handler sees ----------------------------------------------------------------------------------------------


class Patches(Deployments):
    """Keeps the body of the last patch."""

    body: models.DeploymentPatchRequest | None = None

    async def patch_deployment(self, deployment_id: UUID, body: models.DeploymentPatchRequest) -> models.Deployment:
        assert deployment_id == ID
        self.body = body
        return deployment()


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"secrets": None},
        {"secrets": []},
        {"source_config": {"resource_spec": None}},
        {"source_config": {"resource_spec": {"cpu": 1, "memory_mb": 512, "unheard_of": {"a": [1.5, None]}}}},
        {"secrets": [{"name": "A", "value": "é\u0000\U0001f600"}], "source_config": None},
    ],
    ids=str,
)
def test_a_patch_arrives_with_its_three_states(call: Call, given: dict[str, Any]) -> None:
    handlers = Patches()
    answer = call(create_app(deployments=handlers), lambda c: c.deployments.patch_deployment(ID, **given))
    assert answer == deployment()
    assert isinstance(handlers.body, models.DeploymentPatchRequest)
    assert json.loads(handlers.body.model_dump_json()) == given
    for name in ("secrets", "source_config", "source_revision_config"):
        assert (getattr(handlers.body, name) is UNSET) is (name not in given)


class Tokens(AuthService):
    """Says which handler was called, and with what."""

    async def delete_single_oauth_token(self, token_id: str) -> None:
        self.seen: object = token_id

    async def check_oauth_token_exists(self, **parameters: Any) -> models.OAuthTokenStatusResponse:
        self.seen = parameters
        return models.OAuthTokenStatusResponse(has_token=True)

    async def get_oauth_provider(self, provider_id: str) -> Any:
        self.seen = provider_id
        raise HTTPProblem(404, {"detail": provider_id})

    async def create_mcp_oauth_provider(self, body: object) -> Any:
        self.seen = body
        raise HTTPProblem(400, {"detail": "literal"})


@pytest.mark.parametrize(
    "token",
    ["a/b?c#d%", "é 日本", "100%25", "a+b", ";=,", "a:b@c", "~", "...", "exists", "x\u0000y", "\U0001f600" * 50],
)
def test_any_text_survives_in_a_path(call: Call, token: str) -> None:
    handlers = Tokens()
    call(create_app(auth_service=handlers), lambda c: c.auth_service.delete_single_oauth_token(token))
    assert handlers.seen == token


def test_a_literal_path_comes_before_a_templated_one(call: Call) -> None:
    handlers = Tokens()
    app = create_app(auth_service=handlers)
    assert call(app, lambda c: c.auth_service.check_oauth_token_exists(provider_id="p")).has_token
    assert handlers.seen == {"provider_id": "p"}
    with raw(app) as http:
        body = {"name": "n", "mcp_url": "u", "provider_id": "p", "mcp_server_url": "https://u"}
        assert http.post("/v2/auth/providers/mcp-discover", json=body).status_code in (400, 422)
        assert http.get("/v2/auth/providers/mcp-discover").json() == {"detail": "mcp-discover"}


class Listing(Deployments):
    """Keeps the parameters of the last call."""

    async def list_deployments(self, **parameters: Any) -> models.DeploymentsList:
        self.seen = parameters
        return models.DeploymentsList(resources=[], offset=0)

    async def delete_deployments(self, *, deployment_ids: list[UUID]) -> object:
        self.seen = {"deployment_ids": deployment_ids}
        return {"deleted": len(deployment_ids)}


def test_a_handler_gets_the_parameters_that_were_sent_and_no_defaults(call: Call) -> None:
    handlers = Listing()
    app = create_app(deployments=handlers)
    call(app, lambda c: c.deployments.list_deployments())
    assert handlers.seen == {}
    given = {"limit": 5, "name_contains": "a&b=c é", "remote_reconciled": False, "deployment_ids": "1,2", "status": "7"}
    call(app, lambda c: c.deployments.list_deployments(**given))
    assert handlers.seen == given
    ids = [uuid4(), uuid4()]
    assert call(app, lambda c: c.deployments.delete_deployments(deployment_ids=ids)) == {"deleted": 2}
    assert handlers.seen == {"deployment_ids": ids}
    call(app, lambda c: c.deployments.delete_deployments(deployment_ids=ids[:1]))
    assert handlers.seen == {"deployment_ids": ids[:1]}


def test_a_class_is_no_instance_of_itself() -> None:
    given: Any = Listing
    with pytest.raises(TypeError, match=r"Listing is a class: create_app takes an instance of it, Listing\(\)"):
        create_app(deployments=given)


def test_absent_parameters_have_the_value_that_the_stub_says(call: Call) -> None:
    seen: list[object] = []

    class Mine(Deployments):
        async def delete_deployment(self, deployment_id: UUID, *, delete_tracing_project: bool | UNSET = UNSET) -> None:
            seen.append(delete_tracing_project)

    app = create_app(deployments=Mine())
    call(app, lambda c: c.deployments.delete_deployment(ID))
    call(app, lambda c: c.deployments.delete_deployment(ID, delete_tracing_project=True))
    assert seen[0] is UNSET
    assert seen[1] is True


def test_a_handler_sees_the_request_for_what_no_parameter_declares(call: Call) -> None:
    class Mine(Deployments):
        async def get_deployment(self, deployment_id: UUID) -> models.Deployment:
            return deployment(name=current_request().headers["x-api-key"])

    assert call(create_app(deployments=Mine()), lambda c: c.deployments.get_deployment(ID)).name == "key"
    with pytest.raises(LookupError):
        current_request()


def test_a_handler_may_be_a_plain_function_and_then_waits_in_a_thread(call: Call) -> None:
    class Mine(Deployments):
        def get_deployment(self, deployment_id: UUID) -> models.Deployment:  # type: ignore[override]
            with pytest.raises(RuntimeError):
                asyncio.get_running_loop()
            return deployment(name=current_request().method)

    assert call(create_app(deployments=Mine()), lambda c: c.deployments.get_deployment(ID)).name == "GET"


# --- what a handler returns and raises --------------------------------------------------------------------------------


def test_what_nobody_answers_is_501(call: Call) -> None:
    for app in (create_app(), create_app(deployments=Patches())):
        with pytest.raises(errors.InternalServerError) as caught:
            call(app, lambda c: c.deployments.get_deployment(ID))
        assert caught.value.status_code == 501
        (fault,) = caught.value.body["detail"]
        assert fault["type"] == "not_implemented"
        assert "deployments.get_deployment" in fault["msg"]


def test_a_stub_that_counts_as_false_is_still_used(call: Call) -> None:
    class Empty(Patches):
        def __len__(self) -> int:
            return 0

    assert call(create_app(deployments=Empty()), lambda c: c.deployments.patch_deployment(ID)) == deployment()


def test_an_error_that_is_raised_arrives_as_the_clients_error_with_its_body(call: Call) -> None:
    class Mine(Deployments):
        async def get_deployment(self, deployment_id: UUID) -> models.Deployment:
            raise NotFound(models.ErrorResponse(detail=f"no {deployment_id}"), headers={"X-Hint": "é"})

        async def create_deployment(self, body: models.DeploymentCreateRequest) -> models.Deployment:
            fault = models.ValidationError(loc=["body", "name"], msg="is taken", type="taken")
            raise UnprocessableEntity(models.HTTPValidationError(detail=[fault]))

        async def delete_deployment(self, deployment_id: UUID, **parameters: Any) -> None:
            raise HTTPProblem(418, ["short", {"and": "stout"}])

        async def list_deployments(self, **parameters: Any) -> models.DeploymentsList:
            raise HTTPProblem(503, headers={"retry-after": "1"})

    app = create_app(deployments=Mine())
    with pytest.raises(errors.NotFoundError) as missing:
        call(app, lambda c: c.deployments.get_deployment(ID))
    assert missing.value.body == models.ErrorResponse(detail=f"no {ID}")
    assert missing.value.response.headers["x-hint"] == "é"
    with pytest.raises(errors.UnprocessableEntityError) as taken:
        body = {"name": "a", "source": "github", "source_config": {}, "source_revision_config": {}, "secrets": []}
        call(app, lambda c: c.deployments.create_deployment(**body))
    assert taken.value.body.detail[0].msg == "is taken"
    with pytest.raises(errors.APIStatusError) as undeclared:
        call(app, lambda c: c.deployments.delete_deployment(ID))
    assert (undeclared.value.status_code, undeclared.value.body) == (418, ["short", {"and": "stout"}])
    with pytest.raises(errors.InternalServerError) as empty:
        call(app, lambda c: c.deployments.list_deployments())
    assert (empty.value.body, empty.value.response.headers["retry-after"]) == (None, "1")


def test_a_reply_carries_headers_and_a_declared_status(call: Call) -> None:
    class Mine(Deployments):
        async def get_deployment(self, deployment_id: UUID) -> Reply[models.Deployment]:
            return Reply(deployment(), headers={"ETag": '"1"'})

        async def create_deployment(self, body: models.DeploymentCreateRequest) -> models.Deployment:
            return deployment(name=body.name)

    with raw(create_app(deployments=Mine())) as http:
        assert http.get(f"/v2/deployments/{ID}").headers["etag"] == '"1"'
        body = {"name": "a", "source": "github", "source_config": {}, "source_revision_config": {}, "secrets": []}
        created = http.post("/v2/deployments", json=body)
        assert (created.status_code, created.json()["name"]) == (201, "a")
        head = http.head(f"/v2/deployments/{ID}")
        assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", '"1"')


class Rubbish(Deployments):
    """Returns or raises what it is given."""

    def __init__(self, value: object) -> None:
        self.value = value

    async def get_deployment(self, deployment_id: UUID) -> Any:
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


def changed() -> models.Deployment:
    value = deployment()
    object.__setattr__(value.source_config, "repo_url", 5)
    return value


RUBBISH: dict[str, tuple[object, str]] = {
    "nothing": (None, "at the top"),
    "another model": (models.ErrorResponse(detail="x"), "at "),
    "a dict without its members": ({"name": "a"}, "/source"),
    "an unknown enum value": (deployment().model_copy(update={"status": "?"}), "/status"),
    "a model that was changed": (changed(), "/source_config/repo_url"),
    "a model that was never validated": (models.Deployment.model_construct(name=5), "/name"),
    "a lone surrogate": (deployment().model_copy(update={"name": "\ud800"}), ""),
    "NaN": ({**json.loads(deployment().model_dump_json()), "extra": float("nan")}, ""),
    "an object": (object(), "at the top"),
    "an undeclared status": (Reply(deployment(), status=299), "299"),
    "an error that does not fit": (HTTPProblem(404, {"detail": 5}), "/detail"),
    "a header that would be two": (Reply(deployment(), headers={"a": "b\r\nc: d"}), "a"),
    "a media type that is not declared": (Reply(deployment(), headers={"content-type": "text/plain"}), "text/plain"),
}


@pytest.mark.parametrize(("value", "told"), RUBBISH.values(), ids=RUBBISH)
def test_what_may_not_be_sent_is_500_and_the_log_says_why(
    value: object, told: str, call: Call, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(errors.InternalServerError) as caught:
        call(create_app(deployments=Rubbish(value)), lambda c: c.deployments.get_deployment(ID))
    assert caught.value.status_code == 500
    assert [fault["type"] for fault in caught.value.body["detail"]] == ["internal_error"]
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert "GET /v2/deployments/{deployment_id} (Rubbish.get_deployment)" in record.getMessage()
    assert told in record.getMessage()


def test_a_bug_in_a_handler_is_500_and_only_the_log_knows_it(call: Call, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(errors.InternalServerError) as caught:
        call(create_app(deployments=Rubbish(KeyError("s3cret"))), lambda c: c.deployments.get_deployment(ID))
    assert "s3cret" not in caught.value.response.text
    assert "s3cret" in caplog.text
    assert "Rubbish.get_deployment" in caplog.text


# --- the application as an application --------------------------------------------------------------------------------


def test_the_applications_own_exception_handlers_routes_and_middleware_work() -> None:
    app = create_app(deployments=Rubbish(LookupError("mine")))

    def answered(request: Request, error: Exception) -> JSONResponse:
        return JSONResponse({"mine": str(error)}, 409)

    async def health() -> dict[str, bool]:
        return {"fine": True}

    async def stamped(request: Request, following: Any) -> Any:
        answer = await following(request)
        answer.headers["x-stamp"] = "1"
        return answer

    app.add_exception_handler(LookupError, answered)
    app.add_api_route("/health", health)
    app.middleware("http")(stamped)
    with raw(app) as http:
        answer = http.get(f"/v2/deployments/{ID}")
        assert (answer.status_code, answer.json(), answer.headers["x-stamp"]) == (409, {"mine": "mine"}, "1")
        assert http.get("/health").json() == {"fine": True}
    with raw(create_app(deployments=Rubbish(HTTPException(402, "pay")))) as http:
        assert http.get(f"/v2/deployments/{ID}").status_code == 402


def test_it_can_be_mounted_under_a_prefix(call: Call) -> None:
    handlers = Tokens()
    outer = FastAPI()
    outer.mount("/api-host/v0", create_app(auth_service=handlers))
    call(outer, lambda c: c.auth_service.delete_single_oauth_token("a/b?%"), base_url=f"{BASE}/api-host/v0")
    assert handlers.seen == "a/b?%"
    with raw(outer) as http:
        assert http.get("/api-host/v0/openapi.json").status_code == 200
        assert http.get("/v2/auth/tokens").status_code == 404


def test_a_root_path_that_a_proxy_has_taken_off_or_left_on_is_no_obstacle() -> None:
    handlers = Tokens()
    app = create_app(auth_service=handlers)
    for prefix in ("", "/root/path"):
        transport = SyncASGITransport(app, root_path="/root/path")
        with httpx2.Client(transport=transport, base_url=BASE) as http:
            assert http.delete(f"{prefix}/v2/auth/tokens/a%2Fb{len(prefix)}").status_code == 204
        assert handlers.seen == f"a/b{len(prefix)}"


def test_a_path_that_a_middleware_has_changed_counts(call: Call) -> None:
    handlers = Tokens()
    app = create_app(auth_service=handlers)

    async def renamed(scope: Any, receive: Any, send: Any) -> None:
        await app({**scope, "path": "/v2/auth/tokens/other one"}, receive, send)

    with httpx2.Client(transport=SyncASGITransport(renamed), base_url=BASE) as http:
        assert http.delete("/old").status_code == 204
    assert handlers.seen == "other one"


def test_the_document_is_served_as_it_lies_in_the_package() -> None:
    with raw(create_app()) as http:
        answer = http.get("/openapi.json")
        assert answer.headers["content-type"] == "application/json"
        assert answer.content == (Path(server.__path__[0]).parent / "testing" / "openapi.json").read_bytes()
        for path in ("/docs", "/redoc"):
            assert http.get(path).status_code == 404


def test_paths_and_methods_that_do_not_exist() -> None:
    with raw(create_app()) as http:
        missing = http.get("/v3/deployments")
        assert (missing.status_code, missing.json()["detail"][0]["type"]) == (404, "not_found")
        for path in ("/v2/deployments/", "//v2/deployments", "/", f"/v2/deployments/{ID}/"):
            assert http.get(path).status_code == 404
        wrong = http.put("/v2/deployments", json={})
        assert (wrong.status_code, wrong.headers["allow"]) == (405, "DELETE, GET, HEAD, POST")
        assert wrong.json()["detail"][0]["type"] == "method_not_allowed"
