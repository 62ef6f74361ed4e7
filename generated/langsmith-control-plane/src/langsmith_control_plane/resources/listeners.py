"""The operations tagged 'Listeners (v2)'."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from .. import models
from .._runtime.bodies import Body, spread
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.model import UNSET
from .._runtime.operation import Operation
from .._runtime.parameters import Path, Query
from .._runtime.responses import Answer
from .._runtime.types import Integer, Uuid

LIST_LISTENERS: Operation[models.ListenersList] = Operation(
    "GET",
    "/v2/listeners",
    parameters=(
        Query("limit", lambda: Annotated[Integer, Field(ge=1, le=100)]),
        Query("offset", lambda: Annotated[Integer, Field(ge=0)]),
    ),
    responses={
        "200": Answer("application/json", lambda: models.ListenersList),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
CREATE_LISTENER: Operation[models.Listener] = Operation(
    "POST",
    "/v2/listeners",
    body=Body("application/json", lambda: models.ListenerCreateRequest, required=True),
    responses={
        "201": Answer("application/json", lambda: models.Listener),
        "403": Answer("application/json", lambda: models.ErrorResponse),
        "409": Answer("application/json", lambda: models.ErrorResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
GET_LISTENER: Operation[models.Listener] = Operation(
    "GET",
    "/v2/listeners/{listener_id}",
    parameters=(Path("listener_id", lambda: Uuid),),
    responses={
        "200": Answer("application/json", lambda: models.Listener),
        "403": Answer("application/json", lambda: models.ErrorResponse),
        "404": Answer("application/json", lambda: models.ErrorResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
PATCH_LISTENER: Operation[models.Listener] = Operation(
    "PATCH",
    "/v2/listeners/{listener_id}",
    parameters=(Path("listener_id", lambda: Uuid),),
    body=Body("application/json", lambda: models.ListenerPatchRequest, required=True),
    responses={
        "200": Answer("application/json", lambda: models.Listener),
        "403": Answer("application/json", lambda: models.ErrorResponse),
        "404": Answer("application/json", lambda: models.ErrorResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
DELETE_LISTENER: Operation[None] = Operation(
    "DELETE",
    "/v2/listeners/{listener_id}",
    parameters=(Path("listener_id", lambda: Uuid),),
    responses={
        "204": Answer(),
        "403": Answer("application/json", lambda: models.ErrorResponse),
        "404": Answer("application/json", lambda: models.ErrorResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)


class Listeners:
    """The operations tagged 'Listeners (v2)'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list_listeners(
        self, *, limit: int | None = None, offset: int | None = None
    ) -> models.ListenersList:
        """List Listeners

        Return listeners, one page at a time.

        Args:
            limit: Largest number of items in one page. Default: `20`.
            offset: Number of items to skip. For the next page, send the `offset` of the page
                before. Default: `0`.
        """
        return self._client.send(LIST_LISTENERS, {"limit": limit, "offset": offset})

    def create_listener(
        self,
        *,
        version: str | None | UNSET = UNSET,
        compute_type: Literal["k8s"],
        compute_id: str,
        compute_config: models.ListenerComputeConfig | models.ListenerComputeConfigDict,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.Listener:
        """Create Listener

        Create a listener. Reserved for organizations with a self-hosted enterprise plan.

        Args:
            version: Version that the listener runs.
            compute_type: Kind of compute behind the listener. Fixed at creation.
            compute_id: Name that the user gives to the compute behind the listener, such as the
                name of the Kubernetes cluster for `k8s`. Unique and fixed at creation.
        """
        return self._client.send(
            CREATE_LISTENER,
            body=spread(
                {
                    "version": version,
                    "compute_type": compute_type,
                    "compute_id": compute_id,
                    "compute_config": compute_config,
                },
                extra_body,
            ),
        )

    def get_listener(self, listener_id: UUID | str) -> models.Listener:
        """Get Listener

        Return one listener.
        """
        return self._client.send(GET_LISTENER, {"listener_id": listener_id})

    def patch_listener(
        self,
        listener_id: UUID | str,
        *,
        version: str | None | UNSET = UNSET,
        compute_config: (
            models.ListenerComputeConfig | models.ListenerComputeConfigDict | None | UNSET
        ) = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.Listener:
        """Patch Listener

        Change a listener.

        Args:
            version: Version that the listener runs.
        """
        return self._client.send(
            PATCH_LISTENER,
            {"listener_id": listener_id},
            body=spread({"version": version, "compute_config": compute_config}, extra_body),
        )

    def delete_listener(self, listener_id: UUID | str) -> None:
        """Delete Listener

        Delete one listener.
        """
        return self._client.send(DELETE_LISTENER, {"listener_id": listener_id})


class AsyncListeners:
    """The operations tagged 'Listeners (v2)'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list_listeners(
        self, *, limit: int | None = None, offset: int | None = None
    ) -> models.ListenersList:
        """List Listeners

        Return listeners, one page at a time.

        Args:
            limit: Largest number of items in one page. Default: `20`.
            offset: Number of items to skip. For the next page, send the `offset` of the page
                before. Default: `0`.
        """
        return await self._client.send(LIST_LISTENERS, {"limit": limit, "offset": offset})

    async def create_listener(
        self,
        *,
        version: str | None | UNSET = UNSET,
        compute_type: Literal["k8s"],
        compute_id: str,
        compute_config: models.ListenerComputeConfig | models.ListenerComputeConfigDict,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.Listener:
        """Create Listener

        Create a listener. Reserved for organizations with a self-hosted enterprise plan.

        Args:
            version: Version that the listener runs.
            compute_type: Kind of compute behind the listener. Fixed at creation.
            compute_id: Name that the user gives to the compute behind the listener, such as the
                name of the Kubernetes cluster for `k8s`. Unique and fixed at creation.
        """
        return await self._client.send(
            CREATE_LISTENER,
            body=spread(
                {
                    "version": version,
                    "compute_type": compute_type,
                    "compute_id": compute_id,
                    "compute_config": compute_config,
                },
                extra_body,
            ),
        )

    async def get_listener(self, listener_id: UUID | str) -> models.Listener:
        """Get Listener

        Return one listener.
        """
        return await self._client.send(GET_LISTENER, {"listener_id": listener_id})

    async def patch_listener(
        self,
        listener_id: UUID | str,
        *,
        version: str | None | UNSET = UNSET,
        compute_config: (
            models.ListenerComputeConfig | models.ListenerComputeConfigDict | None | UNSET
        ) = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.Listener:
        """Patch Listener

        Change a listener.

        Args:
            version: Version that the listener runs.
        """
        return await self._client.send(
            PATCH_LISTENER,
            {"listener_id": listener_id},
            body=spread({"version": version, "compute_config": compute_config}, extra_body),
        )

    async def delete_listener(self, listener_id: UUID | str) -> None:
        """Delete Listener

        Delete one listener.
        """
        return await self._client.send(DELETE_LISTENER, {"listener_id": listener_id})
