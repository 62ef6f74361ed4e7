"""A program as a user would write it: deployments kept in memory, served by uvicorn, called over a socket."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
import uvicorn
from langsmith_control_plane import UNSET, Client, errors, models
from langsmith_control_plane.server import Deployments, create_app
from langsmith_control_plane.server.errors import BadRequest, NotFound


class InMemory(Deployments):
    """Deployments that last as long as the process."""

    def __init__(self) -> None:
        self.kept: dict[UUID, models.Deployment] = {}

    async def create_deployment(self, body: models.DeploymentCreateRequest) -> models.Deployment:
        if any(each.name == body.name for each in self.kept.values()):
            raise BadRequest(models.ErrorResponse(detail=f"{body.name} exists"))
        now = datetime.now(UTC)
        given = body.model_dump(mode="json", include={"name", "source", "secrets"}, by_alias=True)
        made = models.Deployment(
            **given,
            source_config=models.SourceConfig(),
            source_revision_config=models.SourceRevisionConfig(),
            id=uuid4(),
            tenant_id=uuid4(),
            created_at=now,
            updated_at=now,
            status="READY",
            latest_revision_id=uuid4(),
            active_revision_id=None,
        )
        return self.kept.setdefault(made.id, made)

    async def list_deployments(
        self,
        *,
        limit: int | UNSET = UNSET,
        offset: int | UNSET = UNSET,
        name_contains: str | UNSET = UNSET,
        **_: object,
    ) -> models.DeploymentsList:
        text = "" if name_contains is UNSET else name_contains
        first, most = (0 if offset is UNSET else offset), (20 if limit is UNSET else limit)
        found = [each for each in self.kept.values() if text in each.name]
        return models.DeploymentsList(resources=found[first : first + most], offset=first + most)

    async def get_deployment(self, deployment_id: UUID) -> models.Deployment:
        if deployment_id not in self.kept:
            raise NotFound(models.ErrorResponse(detail=f"no deployment {deployment_id}"))
        return self.kept[deployment_id]

    async def patch_deployment(self, deployment_id: UUID, body: models.DeploymentPatchRequest) -> models.Deployment:
        found = await self.get_deployment(deployment_id)
        if body.secrets is not UNSET and body.secrets is not None:
            found.secrets = body.secrets
        return found

    async def redeploy_revision(self, deployment_id: UUID, revision_id: UUID) -> models.Deployment:
        found = await self.get_deployment(deployment_id)
        found.latest_revision_id = uuid4()
        return found

    async def delete_deployment(self, deployment_id: UUID, *, delete_tracing_project: bool | UNSET = UNSET) -> None:
        await self.get_deployment(deployment_id)
        del self.kept[deployment_id]


@pytest.fixture
def base_url() -> Iterator[str]:
    """Where a server answers until the test is over."""
    server = uvicorn.Server(uvicorn.Config(create_app(deployments=InMemory()), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not server.started:
        assert thread.is_alive() and time.monotonic() < deadline, "the server does not start"
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(30)
    assert not thread.is_alive()


def test_a_deployment_lives_and_dies_over_the_wire(base_url: str) -> None:
    body = {"source": "github", "source_config": {}, "source_revision_config": {}, "secrets": []}
    with Client(base_url=base_url, api_key="key", tenant_id="tenant") as client:
        made = client.deployments.create_deployment(name="büro", **body)
        with pytest.raises(errors.BadRequestError, match="büro exists"):
            client.deployments.create_deployment(name="büro", **body)
        other = client.deployments.create_deployment(name="other", **body)
        assert client.deployments.get_deployment(made.id) == made
        assert client.deployments.list_deployments(name_contains="ü").resources == [made]
        assert client.deployments.list_deployments(limit=1, offset=1).resources == [other]
        assert made.latest_revision_id is not None
        again = client.deployments.redeploy_revision(made.id, made.latest_revision_id)
        assert again.latest_revision_id != made.latest_revision_id
        patched = client.deployments.patch_deployment(made.id, secrets=[{"name": "A", "value": "ä"}])
        assert client.deployments.patch_deployment(made.id, secrets=None).secrets == patched.secrets
        assert [secret.value for secret in patched.secrets] == ["ä"]
        assert client.deployments.delete_deployment(made.id) is None
        with pytest.raises(errors.NotFoundError) as missing:
            client.deployments.get_deployment(made.id)
        assert missing.value.body == models.ErrorResponse(detail=f"no deployment {made.id}")
