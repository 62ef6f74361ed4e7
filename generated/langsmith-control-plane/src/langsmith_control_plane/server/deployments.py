"""The operations tagged 'Deployments (v2)'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal
from uuid import UUID

from .. import models
from .._runtime.model import UNSET
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import deployments as _calls


class Deployments:
    """The operations tagged 'Deployments (v2)'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def list_deployments(
        self,
        *,
        limit: int | UNSET = UNSET,
        offset: int | UNSET = UNSET,
        name_contains: str | UNSET = UNSET,
        status: str | UNSET = UNSET,
        remote_reconciled: bool | UNSET = UNSET,
        tag_value_ids: str | UNSET = UNSET,
        image_version: str | UNSET = UNSET,
        deployment_type: Literal["dev_free", "dev", "prod"] | UNSET = UNSET,
        deployment_ids: str | UNSET = UNSET,
    ) -> Result[models.DeploymentsList]:
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

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("deployments.list_deployments")

    async def create_deployment(
        self, body: models.DeploymentCreateRequest
    ) -> Result[models.Deployment]:
        """Create Deployment

        Create a deployment together with its first revision.

        Raises:
            BadRequest: Bad Request
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("deployments.create_deployment")

    async def delete_deployments(self, *, deployment_ids: list[UUID]) -> Result[Any]:
        """Delete Deployments

        Delete several deployments in one call. Some may be deleted while others fail: 200 means
        that all were deleted, 207 that only a part was.

        Raises:
            NotFound: Not Found
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("deployments.delete_deployments")

    async def get_deployment(self, deployment_id: UUID) -> Result[models.Deployment]:
        """Get Deployment

        Return one deployment.

        Raises:
            NotFound: Not Found
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("deployments.get_deployment")

    async def patch_deployment(
        self, deployment_id: UUID, body: models.DeploymentPatchRequest
    ) -> Result[models.Deployment]:
        """Patch Deployment

        Change a deployment. Depending on the fields that are given, this creates a new revision.
        The answer is the deployment, not the revision.

        Raises:
            BadRequest: Bad Request
            NotFound: Not Found
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("deployments.patch_deployment")

    async def delete_deployment(
        self, deployment_id: UUID, *, delete_tracing_project: bool | UNSET = UNSET
    ) -> Result[None]:
        """Delete Deployment

        Delete one deployment.

        Args:
            delete_tracing_project: Whether to delete the deployment's tracing project as well.
                Default: `false`.

        Raises:
            NotFound: Not Found
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("deployments.delete_deployment")

    async def list_revisions(
        self,
        deployment_id: UUID,
        *,
        limit: int | UNSET = UNSET,
        offset: int | UNSET = UNSET,
        status: str | UNSET = UNSET,
        remote_reconciled: bool | UNSET = UNSET,
    ) -> Result[models.RevisionsList]:
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

        Raises:
            NotFound: Not Found
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("deployments.list_revisions")

    async def get_revision(self, deployment_id: UUID, revision_id: UUID) -> Result[models.Revision]:
        """Get Revision

        Return one revision of a deployment.

        Raises:
            NotFound: Not Found
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("deployments.get_revision")

    async def redeploy_revision(
        self, deployment_id: UUID, revision_id: UUID
    ) -> Result[models.Deployment]:
        """Redeploy Revision

        Deploy an existing revision again.

        Raises:
            BadRequest: Bad Request
            NotFound: Not Found
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("deployments.redeploy_revision")


def routes(handlers: Deployments | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = Deployments() if handlers is None else handlers
    yield Route(_calls.LIST_DEPLOYMENTS, handlers.list_deployments)
    yield Route(_calls.CREATE_DEPLOYMENT, handlers.create_deployment)
    yield Route(_calls.DELETE_DEPLOYMENTS, handlers.delete_deployments)
    yield Route(_calls.GET_DEPLOYMENT, handlers.get_deployment)
    yield Route(_calls.PATCH_DEPLOYMENT, handlers.patch_deployment)
    yield Route(_calls.DELETE_DEPLOYMENT, handlers.delete_deployment)
    yield Route(_calls.LIST_REVISIONS, handlers.list_revisions)
    yield Route(_calls.GET_REVISION, handlers.get_revision)
    yield Route(_calls.REDEPLOY_REVISION, handlers.redeploy_revision)
