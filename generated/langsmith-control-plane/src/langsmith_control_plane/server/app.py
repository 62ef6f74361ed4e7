"""The application that answers for the API."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI

from .._runtime.server import app as _app
from .._runtime.server.app import current_request as current_request
from .._runtime.server.reply import Reply as Reply
from . import agent_connections as _agent_connections
from . import auth_service as _auth_service
from . import deployments as _deployments
from . import integrations as _integrations
from . import listeners as _listeners


def create_app(
    *,
    agent_connections: _agent_connections.AgentConnections | None = None,
    auth_service: _auth_service.AuthService | None = None,
    deployments: _deployments.Deployments | None = None,
    integrations: _integrations.Integrations | None = None,
    listeners: _listeners.Listeners | None = None,
) -> FastAPI:
    """The API as an application: a tag without an instance answers 501 to everything.

    Add middleware, routes and exception handlers to it, or mount it under a prefix, as with any
    other. The document is served at `/openapi.json`.
    """
    return _app.application(
        Path(__file__).parent.parent / "testing" / "openapi.json",
        (
            *_agent_connections.routes(agent_connections),
            *_auth_service.routes(auth_service),
            *_deployments.routes(deployments),
            *_integrations.routes(integrations),
            *_listeners.routes(listeners),
        ),
    )
