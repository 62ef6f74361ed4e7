from __future__ import annotations

from .._runtime.model import Model


class MCPOAuthProviderCreateRequest(Model):
    """What is needed to create an OAuth provider from an MCP server's own metadata."""

    provider_id: str
    name: str
    mcp_server_url: str
