"""The operations tagged 'Deployments (v2)'."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from .. import models
from .._runtime.bodies import Body, spread
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.model import UNSET
from .._runtime.operation import Operation
from .._runtime.parameters import Path, Query
from .._runtime.responses import Answer
from .._runtime.types import OPEN, Integer, Uuid

LIST_DEPLOYMENTS: Operation[models.DeploymentsList] = Operation(
    "GET",
    "/v2/deployments",
    parameters=(
        Query("limit", lambda: Annotated[Integer, Field(ge=1, le=100)]),
        Query("offset", lambda: Annotated[Integer, Field(ge=0)]),
        Query("name_contains", lambda: str),
        Query("status", lambda: str),
        Query("remote_reconciled", lambda: bool),
        Query("tag_value_ids", lambda: str),
        Query("image_version", lambda: str),
        Query("deployment_type", lambda: Annotated[Literal["dev_free", "dev", "prod"] | str, OPEN]),
        Query("deployment_ids", lambda: str),
    ),
    responses={
        "200": Answer("application/json", lambda: models.DeploymentsList),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
CREATE_DEPLOYMENT: Operation[models.Deployment] = Operation(
    "POST",
    "/v2/deployments",
    body=Body("application/json", lambda: models.DeploymentCreateRequest, required=True),
    responses={
        "201": Answer("application/json", lambda: models.Deployment),
        "400": Answer("application/json", lambda: models.ErrorResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
DELETE_DEPLOYMENTS: Operation[Any] = Operation(
    "DELETE",
    "/v2/deployments",
    parameters=(
        Query(
            "deployment_ids", lambda: Annotated[list[Uuid], Field(max_length=100)], required=True
        ),
    ),
    responses={
        "200": Answer("application/json", lambda: Any),
        "404": Answer("application/json", lambda: models.ErrorResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
GET_DEPLOYMENT: Operation[models.Deployment] = Operation(
    "GET",
    "/v2/deployments/{deployment_id}",
    parameters=(Path("deployment_id", lambda: Uuid),),
    responses={
        "200": Answer("application/json", lambda: models.Deployment),
        "404": Answer("application/json", lambda: models.ErrorResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
PATCH_DEPLOYMENT: Operation[models.Deployment] = Operation(
    "PATCH",
    "/v2/deployments/{deployment_id}",
    parameters=(Path("deployment_id", lambda: Uuid),),
    body=Body("application/json", lambda: models.DeploymentPatchRequest, required=True),
    responses={
        "200": Answer("application/json", lambda: models.Deployment),
        "404": Answer("application/json", lambda: models.ErrorResponse),
        "400": Answer("application/json", lambda: models.ErrorResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
DELETE_DEPLOYMENT: Operation[None] = Operation(
    "DELETE",
    "/v2/deployments/{deployment_id}",
    parameters=(
        Path("deployment_id", lambda: Uuid),
        Query("delete_tracing_project", lambda: bool),
    ),
    responses={
        "204": Answer(),
        "404": Answer("application/json", lambda: models.ErrorResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
LIST_REVISIONS: Operation[models.RevisionsList] = Operation(
    "GET",
    "/v2/deployments/{deployment_id}/revisions",
    parameters=(
        Path("deployment_id", lambda: Uuid),
        Query("limit", lambda: Annotated[Integer, Field(ge=1, le=100)]),
        Query("offset", lambda: Annotated[Integer, Field(ge=0)]),
        Query("status", lambda: str),
        Query("remote_reconciled", lambda: bool),
    ),
    responses={
        "200": Answer("application/json", lambda: models.RevisionsList),
        "404": Answer("application/json", lambda: models.ErrorResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
GET_REVISION: Operation[models.Revision] = Operation(
    "GET",
    "/v2/deployments/{deployment_id}/revisions/{revision_id}",
    parameters=(
        Path("deployment_id", lambda: Uuid),
        Path("revision_id", lambda: Uuid),
    ),
    responses={
        "200": Answer("application/json", lambda: models.Revision),
        "404": Answer("application/json", lambda: models.ErrorResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
REDEPLOY_REVISION: Operation[models.Deployment] = Operation(
    "POST",
    "/v2/deployments/{deployment_id}/revisions/{revision_id}/redeploy",
    parameters=(
        Path("deployment_id", lambda: Uuid),
        Path("revision_id", lambda: Uuid),
    ),
    responses={
        "200": Answer("application/json", lambda: models.Deployment),
        "404": Answer("application/json", lambda: models.ErrorResponse),
        "400": Answer("application/json", lambda: models.ErrorResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)


class Deployments:
    """The operations tagged 'Deployments (v2)'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list_deployments(
        self,
        *,
        limit: int | None = None,
        offset: int | None = None,
        name_contains: str | None = None,
        status: str | None = None,
        remote_reconciled: bool | None = None,
        tag_value_ids: str | None = None,
        image_version: str | None = None,
        deployment_type: Literal["dev_free", "dev", "prod"] | None = None,
        deployment_ids: str | None = None,
    ) -> models.DeploymentsList:
        """List Deployments

        Return deployments, one page at a time. Filters narrow the result.

        Args:
            limit: Largest number of items in one page. Default: `20`.
            offset: Number of items to skip. For the next page, send the `offset` of the page
                before. Default: `0`.
            name_contains: Keep deployments whose name contains this text.
            status: Keep deployments with this `status`.
            remote_reconciled: Keep deployments by whether they have been reconciled remotely.
            tag_value_ids: Keep deployments with these tag values: IDs in one string, separated
                by commas.
            image_version: Keep deployments that run this image version.
            deployment_type: Keep deployments of this type.
            deployment_ids: Keep the deployments with these IDs, in one string, separated by
                commas.
        """
        return self._client.send(
            LIST_DEPLOYMENTS,
            {
                "limit": limit,
                "offset": offset,
                "name_contains": name_contains,
                "status": status,
                "remote_reconciled": remote_reconciled,
                "tag_value_ids": tag_value_ids,
                "image_version": image_version,
                "deployment_type": deployment_type,
                "deployment_ids": deployment_ids,
            },
        )

    def create_deployment(
        self,
        *,
        name: str,
        source: Literal["github", "external_docker", "internal_docker", "internal_source"],
        source_config: models.SourceConfigRequest | models.SourceConfigRequestDict,
        source_revision_config: (
            models.SourceRevisionConfigRequest | models.SourceRevisionConfigRequestDict
        ),
        secrets: list[models.Secret] | list[models.SecretDict],
        secret_references: (
            list[models.SecretReference] | list[models.SecretReferenceDict] | None | UNSET
        ) = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.Deployment:
        """Create Deployment

        Create a deployment together with its first revision.

        Args:
            name: Name of the deployment, fixed at creation. A tracing project of this name is
                created along with it.
            source: What to deploy from: a GitHub repository (`github`, on Cloud only) or an
                external Docker image (`external_docker`, self-hosted only). Fixed at creation.
            secret_references: Existing Kubernetes Secrets to read environment variables from,
                for `external_docker` only.
        """
        return self._client.send(
            CREATE_DEPLOYMENT,
            body=spread(
                {
                    "name": name,
                    "source": source,
                    "source_config": source_config,
                    "source_revision_config": source_revision_config,
                    "secrets": secrets,
                    "secret_references": secret_references,
                },
                extra_body,
            ),
        )

    def delete_deployments(self, *, deployment_ids: list[UUID | str]) -> Any:
        """Delete Deployments

        Delete several deployments in one call. Some may be deleted while others fail: 200 means
        that all were deleted, 207 that only a part was.
        """
        return self._client.send(DELETE_DEPLOYMENTS, {"deployment_ids": deployment_ids})

    def get_deployment(self, deployment_id: UUID | str) -> models.Deployment:
        """Get Deployment

        Return one deployment.
        """
        return self._client.send(GET_DEPLOYMENT, {"deployment_id": deployment_id})

    def patch_deployment(
        self,
        deployment_id: UUID | str,
        *,
        revision_source: (
            Literal["github", "internal_docker", "internal_source"] | None | UNSET
        ) = UNSET,
        source_config: (
            models.SourceConfigRequest | models.SourceConfigRequestDict | None | UNSET
        ) = UNSET,
        source_revision_config: (
            models.SourceRevisionConfigRequest
            | models.SourceRevisionConfigRequestDict
            | None
            | UNSET
        ) = UNSET,
        secrets: list[models.Secret] | list[models.SecretDict] | None | UNSET = UNSET,
        secret_references: (
            list[models.SecretReference] | list[models.SecretReferenceDict] | None | UNSET
        ) = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.Deployment:
        """Patch Deployment

        Change a deployment. Depending on the fields that are given, this creates a new revision.
        The answer is the deployment, not the revision.

        Args:
            revision_source: Source of the new revision only. Without it, the `source` of the
                deployment applies.
            secret_references: Existing Kubernetes Secrets to read environment variables from,
                for `external_docker` only.
        """
        return self._client.send(
            PATCH_DEPLOYMENT,
            {"deployment_id": deployment_id},
            body=spread(
                {
                    "revision_source": revision_source,
                    "source_config": source_config,
                    "source_revision_config": source_revision_config,
                    "secrets": secrets,
                    "secret_references": secret_references,
                },
                extra_body,
            ),
        )

    def delete_deployment(
        self, deployment_id: UUID | str, *, delete_tracing_project: bool | None = None
    ) -> None:
        """Delete Deployment

        Delete one deployment.

        Args:
            delete_tracing_project: Whether to delete the deployment's tracing project as well.
                Default: `false`.
        """
        return self._client.send(
            DELETE_DEPLOYMENT,
            {"deployment_id": deployment_id, "delete_tracing_project": delete_tracing_project},
        )

    def list_revisions(
        self,
        deployment_id: UUID | str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        status: str | None = None,
        remote_reconciled: bool | None = None,
    ) -> models.RevisionsList:
        """List Revisions

        Return the revisions of a deployment, one page at a time.

        Args:
            limit: Largest number of items in one page. Default: `20`.
            offset: Number of items to skip. For the next page, send the `offset` of the page
                before. Default: `0`.
            status: Keep revisions whose `status` is one of these, separated by commas:
                CREATING, QUEUED, AWAITING_BUILD, BUILDING, AWAITING_DEPLOY, DEPLOYING,
                CREATE_FAILED, BUILD_FAILED, DEPLOY_FAILED, DEPLOYED, SKIPPED, INTERRUPTED, UNKNOWN.
            remote_reconciled: Keep revisions by whether they have been reconciled remotely.
        """
        return self._client.send(
            LIST_REVISIONS,
            {
                "deployment_id": deployment_id,
                "limit": limit,
                "offset": offset,
                "status": status,
                "remote_reconciled": remote_reconciled,
            },
        )

    def get_revision(self, deployment_id: UUID | str, revision_id: UUID | str) -> models.Revision:
        """Get Revision

        Return one revision of a deployment.
        """
        return self._client.send(
            GET_REVISION, {"deployment_id": deployment_id, "revision_id": revision_id}
        )

    def redeploy_revision(
        self, deployment_id: UUID | str, revision_id: UUID | str
    ) -> models.Deployment:
        """Redeploy Revision

        Deploy an existing revision again.
        """
        return self._client.send(
            REDEPLOY_REVISION, {"deployment_id": deployment_id, "revision_id": revision_id}
        )


class AsyncDeployments:
    """The operations tagged 'Deployments (v2)'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list_deployments(
        self,
        *,
        limit: int | None = None,
        offset: int | None = None,
        name_contains: str | None = None,
        status: str | None = None,
        remote_reconciled: bool | None = None,
        tag_value_ids: str | None = None,
        image_version: str | None = None,
        deployment_type: Literal["dev_free", "dev", "prod"] | None = None,
        deployment_ids: str | None = None,
    ) -> models.DeploymentsList:
        """List Deployments

        Return deployments, one page at a time. Filters narrow the result.

        Args:
            limit: Largest number of items in one page. Default: `20`.
            offset: Number of items to skip. For the next page, send the `offset` of the page
                before. Default: `0`.
            name_contains: Keep deployments whose name contains this text.
            status: Keep deployments with this `status`.
            remote_reconciled: Keep deployments by whether they have been reconciled remotely.
            tag_value_ids: Keep deployments with these tag values: IDs in one string, separated
                by commas.
            image_version: Keep deployments that run this image version.
            deployment_type: Keep deployments of this type.
            deployment_ids: Keep the deployments with these IDs, in one string, separated by
                commas.
        """
        return await self._client.send(
            LIST_DEPLOYMENTS,
            {
                "limit": limit,
                "offset": offset,
                "name_contains": name_contains,
                "status": status,
                "remote_reconciled": remote_reconciled,
                "tag_value_ids": tag_value_ids,
                "image_version": image_version,
                "deployment_type": deployment_type,
                "deployment_ids": deployment_ids,
            },
        )

    async def create_deployment(
        self,
        *,
        name: str,
        source: Literal["github", "external_docker", "internal_docker", "internal_source"],
        source_config: models.SourceConfigRequest | models.SourceConfigRequestDict,
        source_revision_config: (
            models.SourceRevisionConfigRequest | models.SourceRevisionConfigRequestDict
        ),
        secrets: list[models.Secret] | list[models.SecretDict],
        secret_references: (
            list[models.SecretReference] | list[models.SecretReferenceDict] | None | UNSET
        ) = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.Deployment:
        """Create Deployment

        Create a deployment together with its first revision.

        Args:
            name: Name of the deployment, fixed at creation. A tracing project of this name is
                created along with it.
            source: What to deploy from: a GitHub repository (`github`, on Cloud only) or an
                external Docker image (`external_docker`, self-hosted only). Fixed at creation.
            secret_references: Existing Kubernetes Secrets to read environment variables from,
                for `external_docker` only.
        """
        return await self._client.send(
            CREATE_DEPLOYMENT,
            body=spread(
                {
                    "name": name,
                    "source": source,
                    "source_config": source_config,
                    "source_revision_config": source_revision_config,
                    "secrets": secrets,
                    "secret_references": secret_references,
                },
                extra_body,
            ),
        )

    async def delete_deployments(self, *, deployment_ids: list[UUID | str]) -> Any:
        """Delete Deployments

        Delete several deployments in one call. Some may be deleted while others fail: 200 means
        that all were deleted, 207 that only a part was.
        """
        return await self._client.send(DELETE_DEPLOYMENTS, {"deployment_ids": deployment_ids})

    async def get_deployment(self, deployment_id: UUID | str) -> models.Deployment:
        """Get Deployment

        Return one deployment.
        """
        return await self._client.send(GET_DEPLOYMENT, {"deployment_id": deployment_id})

    async def patch_deployment(
        self,
        deployment_id: UUID | str,
        *,
        revision_source: (
            Literal["github", "internal_docker", "internal_source"] | None | UNSET
        ) = UNSET,
        source_config: (
            models.SourceConfigRequest | models.SourceConfigRequestDict | None | UNSET
        ) = UNSET,
        source_revision_config: (
            models.SourceRevisionConfigRequest
            | models.SourceRevisionConfigRequestDict
            | None
            | UNSET
        ) = UNSET,
        secrets: list[models.Secret] | list[models.SecretDict] | None | UNSET = UNSET,
        secret_references: (
            list[models.SecretReference] | list[models.SecretReferenceDict] | None | UNSET
        ) = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.Deployment:
        """Patch Deployment

        Change a deployment. Depending on the fields that are given, this creates a new revision.
        The answer is the deployment, not the revision.

        Args:
            revision_source: Source of the new revision only. Without it, the `source` of the
                deployment applies.
            secret_references: Existing Kubernetes Secrets to read environment variables from,
                for `external_docker` only.
        """
        return await self._client.send(
            PATCH_DEPLOYMENT,
            {"deployment_id": deployment_id},
            body=spread(
                {
                    "revision_source": revision_source,
                    "source_config": source_config,
                    "source_revision_config": source_revision_config,
                    "secrets": secrets,
                    "secret_references": secret_references,
                },
                extra_body,
            ),
        )

    async def delete_deployment(
        self, deployment_id: UUID | str, *, delete_tracing_project: bool | None = None
    ) -> None:
        """Delete Deployment

        Delete one deployment.

        Args:
            delete_tracing_project: Whether to delete the deployment's tracing project as well.
                Default: `false`.
        """
        return await self._client.send(
            DELETE_DEPLOYMENT,
            {"deployment_id": deployment_id, "delete_tracing_project": delete_tracing_project},
        )

    async def list_revisions(
        self,
        deployment_id: UUID | str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        status: str | None = None,
        remote_reconciled: bool | None = None,
    ) -> models.RevisionsList:
        """List Revisions

        Return the revisions of a deployment, one page at a time.

        Args:
            limit: Largest number of items in one page. Default: `20`.
            offset: Number of items to skip. For the next page, send the `offset` of the page
                before. Default: `0`.
            status: Keep revisions whose `status` is one of these, separated by commas:
                CREATING, QUEUED, AWAITING_BUILD, BUILDING, AWAITING_DEPLOY, DEPLOYING,
                CREATE_FAILED, BUILD_FAILED, DEPLOY_FAILED, DEPLOYED, SKIPPED, INTERRUPTED, UNKNOWN.
            remote_reconciled: Keep revisions by whether they have been reconciled remotely.
        """
        return await self._client.send(
            LIST_REVISIONS,
            {
                "deployment_id": deployment_id,
                "limit": limit,
                "offset": offset,
                "status": status,
                "remote_reconciled": remote_reconciled,
            },
        )

    async def get_revision(
        self, deployment_id: UUID | str, revision_id: UUID | str
    ) -> models.Revision:
        """Get Revision

        Return one revision of a deployment.
        """
        return await self._client.send(
            GET_REVISION, {"deployment_id": deployment_id, "revision_id": revision_id}
        )

    async def redeploy_revision(
        self, deployment_id: UUID | str, revision_id: UUID | str
    ) -> models.Deployment:
        """Redeploy Revision

        Deploy an existing revision again.
        """
        return await self._client.send(
            REDEPLOY_REVISION, {"deployment_id": deployment_id, "revision_id": revision_id}
        )
