"""LangSmith Deployment Control Plane API

Create and run Agent Server deployments from a program, for example from a CI/CD pipeline.

## Host

`https://api.host.langchain.com`

## Authentication

Send a LangSmith API key in the `X-Api-Key` header.

## Versioning

The first part of each path is a version, such as `v1` or `v2`.

## First steps

1. Create a deployment with `POST /v2/deployments`. Keep `id` and `latest_revision_id`
   from the answer; the latter names its first revision.
2. Read the deployment with `GET /v2/deployments/{deployment_id}`.
3. Call `GET /v2/deployments/{deployment_id}/revisions/{latest_revision_id}` from time to
   time until `status` is `DEPLOYED`.
4. Change the deployment with `PATCH /v2/deployments/{deployment_id}`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.lazy import lazy

if TYPE_CHECKING:
    from ._runtime.files import Upload as Upload
    from ._runtime.model import UNSET as UNSET
    from .client import SERVERS as SERVERS
    from .client import AsyncClient as AsyncClient
    from .client import Client as Client
else:
    _MODULES = {
        "Upload": "_runtime.files",
        "UNSET": "_runtime.model",
        "SERVERS": "client",
        "AsyncClient": "client",
        "Client": "client",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
