"""The operations tagged 'Auth Service (v2)'."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal
from uuid import UUID

from .. import models
from .._runtime.bodies import Body, spread
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.model import UNSET
from .._runtime.operation import Operation
from .._runtime.parameters import Path, Query
from .._runtime.responses import Answer
from .._runtime.types import Integer

LIST_OAUTH_PROVIDERS: Operation[list[models.OAuthProviderResponse]] = Operation(
    "GET",
    "/v2/auth/providers",
    responses={
        "200": Answer("application/json", lambda: list[models.OAuthProviderResponse]),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
CREATE_OAUTH_PROVIDER: Operation[models.OAuthProviderResponse] = Operation(
    "POST",
    "/v2/auth/providers",
    body=Body("application/json", lambda: models.OAuthProviderCreateRequest, required=True),
    responses={
        "200": Answer("application/json", lambda: models.OAuthProviderResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
OAUTH_SETUP_CALLBACK: Operation[Any] = Operation(
    "GET",
    "/v2/auth/setup/{provider_id}",
    parameters=(
        Path("provider_id", lambda: str),
        Query("code", lambda: str),
        Query("state", lambda: str),
        Query("setup_action", lambda: str),
        Query("installation_id", lambda: Integer),
        Query("error", lambda: str),
        Query("error_description", lambda: str),
    ),
    responses={
        "200": Answer("application/json", lambda: Any),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
)
OAUTH_CALLBACK_GET: Operation[Any] = Operation(
    "GET",
    "/v2/auth/callback/{provider_id}",
    parameters=(
        Path("provider_id", lambda: str),
        Query("code", lambda: str),
        Query("state", lambda: str),
        Query("error", lambda: str),
        Query("error_description", lambda: str),
    ),
    responses={
        "200": Answer("application/json", lambda: Any),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("bearer_auth",),),
)
OAUTH_CALLBACK: Operation[Any] = Operation(
    "POST",
    "/v2/auth/callback/{provider_id}",
    parameters=(Path("provider_id", lambda: str),),
    body=Body("application/json", lambda: models.OAuthFinalizeRequest, required=True),
    responses={
        "200": Answer("application/json", lambda: Any),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
AUTHENTICATE: Operation[models.AuthAuthenticateResponse] = Operation(
    "POST",
    "/v2/auth/authenticate",
    body=Body("application/json", lambda: models.AuthAuthenticateRequest, required=True),
    responses={
        "200": Answer("application/json", lambda: models.AuthAuthenticateResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
WAIT_FOR_AUTH_COMPLETION: Operation[models.AuthWaitResponse] = Operation(
    "GET",
    "/v2/auth/wait/{auth_id}",
    parameters=(
        Path("auth_id", lambda: str),
        Query("timeout", lambda: Integer),
    ),
    responses={
        "200": Answer("application/json", lambda: models.AuthWaitResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
CREATE_MCP_OAUTH_PROVIDER: Operation[models.OAuthProviderResponse] = Operation(
    "POST",
    "/v2/auth/providers/mcp-discover",
    body=Body("application/json", lambda: models.MCPOAuthProviderCreateRequest, required=True),
    responses={
        "200": Answer("application/json", lambda: models.OAuthProviderResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
GET_OAUTH_PROVIDER: Operation[models.OAuthProviderResponse] = Operation(
    "GET",
    "/v2/auth/providers/{provider_id}",
    parameters=(Path("provider_id", lambda: str),),
    responses={
        "200": Answer("application/json", lambda: models.OAuthProviderResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
UPDATE_OAUTH_PROVIDER: Operation[models.OAuthProviderResponse] = Operation(
    "PATCH",
    "/v2/auth/providers/{provider_id}",
    parameters=(Path("provider_id", lambda: str),),
    body=Body("application/json", lambda: models.OAuthProviderUpdateRequest, required=True),
    responses={
        "200": Answer("application/json", lambda: models.OAuthProviderResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
DELETE_OAUTH_PROVIDER: Operation[Any] = Operation(
    "DELETE",
    "/v2/auth/providers/{provider_id}",
    parameters=(Path("provider_id", lambda: str),),
    responses={
        "200": Answer("application/json", lambda: Any),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
LIST_OAUTH_TOKENS_FOR_USER: Operation[list[models.OAuthTokenSummary]] = Operation(
    "GET",
    "/v2/auth/tokens",
    parameters=(Query("provider_id", lambda: str),),
    responses={
        "200": Answer("application/json", lambda: list[models.OAuthTokenSummary]),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
DELETE_OAUTH_TOKENS_FOR_USER: Operation[Any] = Operation(
    "DELETE",
    "/v2/auth/tokens",
    parameters=(Query("provider_id", lambda: str, required=True),),
    responses={
        "200": Answer("application/json", lambda: Any),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
UPDATE_TOKEN_LABEL: Operation[models.OAuthTokenSummary] = Operation(
    "PATCH",
    "/v2/auth/tokens/{token_id}/metadata",
    parameters=(Path("token_id", lambda: str),),
    body=Body("application/json", lambda: models.OAuthTokenUpdateRequest, required=True),
    responses={
        "200": Answer("application/json", lambda: models.OAuthTokenSummary),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
DELETE_SINGLE_OAUTH_TOKEN: Operation[None] = Operation(
    "DELETE",
    "/v2/auth/tokens/{token_id}",
    parameters=(Path("token_id", lambda: str),),
    responses={
        "204": Answer(),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
CHECK_OAUTH_TOKEN_EXISTS: Operation[models.OAuthTokenStatusResponse] = Operation(
    "GET",
    "/v2/auth/tokens/exists",
    parameters=(Query("provider_id", lambda: str, required=True),),
    responses={
        "200": Answer("application/json", lambda: models.OAuthTokenStatusResponse),
        "422": Answer("application/json", lambda: models.HTTPValidationError),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
CHECK_WORKSPACE_SLACK_TOKENS_EXIST: Operation[models.OAuthTokenStatusResponse] = Operation(
    "GET",
    "/v2/auth/tokens/workspace/slack/exists",
    responses={
        "200": Answer("application/json", lambda: models.OAuthTokenStatusResponse),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)
REVOKE_ALL_SLACK_TOKENS_FOR_WORKSPACE: Operation[Any] = Operation(
    "DELETE",
    "/v2/auth/tokens/workspace/slack",
    responses={
        "200": Answer("application/json", lambda: Any),
    },
    security=(("api_key", "tenant_id"), ("bearer_auth",)),
)


class AuthService:
    """The operations tagged 'Auth Service (v2)'."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list_oauth_providers(self) -> list[models.OAuthProviderResponse]:
        """List Oauth Providers

        Return the OAuth providers of the organization.
        """
        return self._client.send(LIST_OAUTH_PROVIDERS)

    def create_oauth_provider(
        self,
        *,
        provider_id: str,
        name: str,
        client_id: str,
        client_secret: str | None | UNSET = UNSET,
        auth_url: str,
        token_url: str,
        uses_pkce: bool | UNSET = UNSET,
        code_challenge_method: str | UNSET = UNSET,
        provider_type: Literal["microsoft", "salesforce", "slack"] | None | UNSET = UNSET,
        token_endpoint_auth_method: (
            Literal["none", "client_secret_basic", "client_secret_post"] | UNSET
        ) = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.OAuthProviderResponse:
        """Create Oauth Provider

        Create an OAuth provider from settings given by hand.
        """
        return self._client.send(
            CREATE_OAUTH_PROVIDER,
            body=spread(
                {
                    "provider_id": provider_id,
                    "name": name,
                    "client_id": client_id,
                    "client_secret": client_secret,
                    "auth_url": auth_url,
                    "token_url": token_url,
                    "uses_pkce": uses_pkce,
                    "code_challenge_method": code_challenge_method,
                    "provider_type": provider_type,
                    "token_endpoint_auth_method": token_endpoint_auth_method,
                },
                extra_body,
            ),
        )

    def oauth_setup_callback(
        self,
        provider_id: str,
        *,
        code: str | None = None,
        state: str | None = None,
        setup_action: str | None = None,
        installation_id: int | None = None,
        error: str | None = None,
        error_description: str | None = None,
    ) -> Any:
        """Oauth Setup Callback

        Receive the redirect that GitHub sends after its app was installed or changed. An update
        needs no token, so only a success page is shown. A new installation that carries a code and
        a state is handled like the ordinary OAuth callback.

        Args:
            code: Authorization code issued by the OAuth provider.
            state: OAuth state, which carries the `auth_id`.
            setup_action: What happened to the GitHub App, as GitHub calls it.
            installation_id: Number of the installation of the GitHub App.
            error: Error code, when the OAuth provider refused.
            error_description: The provider's explanation of `error`.
        """
        return self._client.send(
            OAUTH_SETUP_CALLBACK,
            {
                "provider_id": provider_id,
                "code": code,
                "state": state,
                "setup_action": setup_action,
                "installation_id": installation_id,
                "error": error,
                "error_description": error_description,
            },
        )

    def oauth_callback_get(
        self,
        provider_id: str,
        *,
        code: str | None = None,
        state: str | None = None,
        error: str | None = None,
        error_description: str | None = None,
    ) -> Any:
        """Oauth Callback Get

        Receive the redirect of an OAuth provider, exchange the code for a token, then send the
        browser on to the front end's callback page.

        Args:
            code: Authorization code issued by the OAuth provider.
            state: OAuth state, which carries the `auth_id`.
            error: Error code, when the OAuth provider refused.
            error_description: The provider's explanation of `error`.
        """
        return self._client.send(
            OAUTH_CALLBACK_GET,
            {
                "provider_id": provider_id,
                "code": code,
                "state": state,
                "error": error,
                "error_description": error_description,
            },
        )

    def oauth_callback(
        self,
        provider_id: str,
        *,
        code: str,
        state: str,
        extra_body: Mapping[str, object] | None = None,
    ) -> Any:
        """Oauth Callback"""
        return self._client.send(
            OAUTH_CALLBACK,
            {"provider_id": provider_id},
            body=spread({"code": code, "state": state}, extra_body),
        )

    def authenticate(
        self,
        *,
        user_id: str | None | UNSET = UNSET,
        ls_user_id: str | None | UNSET = UNSET,
        agent_id: str | None | UNSET = UNSET,
        provider: str,
        scopes: list[str],
        use_agent_builder_public_oauth: bool | UNSET = UNSET,
        force_new: bool | UNSET = UNSET,
        token_id: UUID | str | None | UNSET = UNSET,
        is_default: bool | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.AuthAuthenticateResponse:
        """Authenticate

        Return the OAuth token of a user, or start a sign-in when there is none.
        """
        return self._client.send(
            AUTHENTICATE,
            body=spread(
                {
                    "user_id": user_id,
                    "ls_user_id": ls_user_id,
                    "agent_id": agent_id,
                    "provider": provider,
                    "scopes": scopes,
                    "use_agent_builder_public_oauth": use_agent_builder_public_oauth,
                    "force_new": force_new,
                    "token_id": token_id,
                    "is_default": is_default,
                },
                extra_body,
            ),
        )

    def wait_for_auth_completion(
        self, auth_id: str, *, timeout: int | None = None
    ) -> models.AuthWaitResponse:
        """Wait For Auth Completion

        Wait until a sign-in that was started earlier is finished.

        Args:
            auth_id: ID of the sign-in to wait for.
            timeout: Seconds to wait before giving up, 30 unless stated. Default: `30`.
        """
        return self._client.send(WAIT_FOR_AUTH_COMPLETION, {"auth_id": auth_id, "timeout": timeout})

    def create_mcp_oauth_provider(
        self,
        *,
        provider_id: str,
        name: str,
        mcp_server_url: str,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.OAuthProviderResponse:
        """Create Mcp Oauth Provider

        Create an OAuth provider from what an MCP server publishes about itself.
        """
        return self._client.send(
            CREATE_MCP_OAUTH_PROVIDER,
            body=spread(
                {"provider_id": provider_id, "name": name, "mcp_server_url": mcp_server_url},
                extra_body,
            ),
        )

    def get_oauth_provider(self, provider_id: str) -> models.OAuthProviderResponse:
        """Get Oauth Provider

        Return one OAuth provider.

        Args:
            provider_id: ID of the OAuth provider.
        """
        return self._client.send(GET_OAUTH_PROVIDER, {"provider_id": provider_id})

    def update_oauth_provider(
        self,
        provider_id: str,
        *,
        name: str | None | UNSET = UNSET,
        client_id: str | None | UNSET = UNSET,
        client_secret: str | None | UNSET = UNSET,
        auth_url: str | None | UNSET = UNSET,
        token_url: str | None | UNSET = UNSET,
        uses_pkce: bool | None | UNSET = UNSET,
        code_challenge_method: str | None | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.OAuthProviderResponse:
        """Update Oauth Provider

        Change the settings of an OAuth provider.
        """
        return self._client.send(
            UPDATE_OAUTH_PROVIDER,
            {"provider_id": provider_id},
            body=spread(
                {
                    "name": name,
                    "client_id": client_id,
                    "client_secret": client_secret,
                    "auth_url": auth_url,
                    "token_url": token_url,
                    "uses_pkce": uses_pkce,
                    "code_challenge_method": code_challenge_method,
                },
                extra_body,
            ),
        )

    def delete_oauth_provider(self, provider_id: str) -> Any:
        """Delete Oauth Provider

        Delete one OAuth provider.
        """
        return self._client.send(DELETE_OAUTH_PROVIDER, {"provider_id": provider_id})

    def list_oauth_tokens_for_user(
        self, *, provider_id: str | None = None
    ) -> list[models.OAuthTokenSummary]:
        """List Oauth Tokens For User

        Return the tokens that the caller holds, by provider.

        Args:
            provider_id: ID of the OAuth provider.
        """
        return self._client.send(LIST_OAUTH_TOKENS_FOR_USER, {"provider_id": provider_id})

    def delete_oauth_tokens_for_user(self, *, provider_id: str) -> Any:
        """Delete Oauth Tokens For User

        Delete the caller's tokens for one provider, whichever agent they were made for.

        Args:
            provider_id: ID of the OAuth provider whose tokens are deleted.
        """
        return self._client.send(DELETE_OAUTH_TOKENS_FOR_USER, {"provider_id": provider_id})

    def update_token_label(
        self,
        token_id: str,
        *,
        provider_account_label: str | None | UNSET = UNSET,
        is_default: bool | None | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.OAuthTokenSummary:
        """Update Token Label

        Change the account label of a token. Open to the owner of the token only.
        """
        return self._client.send(
            UPDATE_TOKEN_LABEL,
            {"token_id": token_id},
            body=spread(
                {"provider_account_label": provider_account_label, "is_default": is_default},
                extra_body,
            ),
        )

    def delete_single_oauth_token(self, token_id: str) -> None:
        """Delete Single Oauth Token

        Revoke one token at its provider, then delete it. Open to the owner of the token only.
        """
        return self._client.send(DELETE_SINGLE_OAUTH_TOKEN, {"token_id": token_id})

    def check_oauth_token_exists(self, *, provider_id: str) -> models.OAuthTokenStatusResponse:
        """Check Oauth Token Exists

        Tell whether the caller holds a token for a provider, whichever agent it was made for.

        Args:
            provider_id: ID of the OAuth provider.
        """
        return self._client.send(CHECK_OAUTH_TOKEN_EXISTS, {"provider_id": provider_id})

    def check_workspace_slack_tokens_exist(self) -> models.OAuthTokenStatusResponse:
        """Check Workspace Slack Tokens Exist

        Tell whether anybody in the workspace holds a Slack token.
        """
        return self._client.send(CHECK_WORKSPACE_SLACK_TOKENS_EXIST)

    def revoke_all_slack_tokens_for_workspace(self) -> Any:
        """Revoke All Slack Tokens For Workspace

        Disconnect Slack from the workspace. Open to administrators only. Every user's Slack token
        is revoked at Slack and deleted here. This cannot be undone.
        """
        return self._client.send(REVOKE_ALL_SLACK_TOKENS_FOR_WORKSPACE)


class AsyncAuthService:
    """The operations tagged 'Auth Service (v2)'."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list_oauth_providers(self) -> list[models.OAuthProviderResponse]:
        """List Oauth Providers

        Return the OAuth providers of the organization.
        """
        return await self._client.send(LIST_OAUTH_PROVIDERS)

    async def create_oauth_provider(
        self,
        *,
        provider_id: str,
        name: str,
        client_id: str,
        client_secret: str | None | UNSET = UNSET,
        auth_url: str,
        token_url: str,
        uses_pkce: bool | UNSET = UNSET,
        code_challenge_method: str | UNSET = UNSET,
        provider_type: Literal["microsoft", "salesforce", "slack"] | None | UNSET = UNSET,
        token_endpoint_auth_method: (
            Literal["none", "client_secret_basic", "client_secret_post"] | UNSET
        ) = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.OAuthProviderResponse:
        """Create Oauth Provider

        Create an OAuth provider from settings given by hand.
        """
        return await self._client.send(
            CREATE_OAUTH_PROVIDER,
            body=spread(
                {
                    "provider_id": provider_id,
                    "name": name,
                    "client_id": client_id,
                    "client_secret": client_secret,
                    "auth_url": auth_url,
                    "token_url": token_url,
                    "uses_pkce": uses_pkce,
                    "code_challenge_method": code_challenge_method,
                    "provider_type": provider_type,
                    "token_endpoint_auth_method": token_endpoint_auth_method,
                },
                extra_body,
            ),
        )

    async def oauth_setup_callback(
        self,
        provider_id: str,
        *,
        code: str | None = None,
        state: str | None = None,
        setup_action: str | None = None,
        installation_id: int | None = None,
        error: str | None = None,
        error_description: str | None = None,
    ) -> Any:
        """Oauth Setup Callback

        Receive the redirect that GitHub sends after its app was installed or changed. An update
        needs no token, so only a success page is shown. A new installation that carries a code and
        a state is handled like the ordinary OAuth callback.

        Args:
            code: Authorization code issued by the OAuth provider.
            state: OAuth state, which carries the `auth_id`.
            setup_action: What happened to the GitHub App, as GitHub calls it.
            installation_id: Number of the installation of the GitHub App.
            error: Error code, when the OAuth provider refused.
            error_description: The provider's explanation of `error`.
        """
        return await self._client.send(
            OAUTH_SETUP_CALLBACK,
            {
                "provider_id": provider_id,
                "code": code,
                "state": state,
                "setup_action": setup_action,
                "installation_id": installation_id,
                "error": error,
                "error_description": error_description,
            },
        )

    async def oauth_callback_get(
        self,
        provider_id: str,
        *,
        code: str | None = None,
        state: str | None = None,
        error: str | None = None,
        error_description: str | None = None,
    ) -> Any:
        """Oauth Callback Get

        Receive the redirect of an OAuth provider, exchange the code for a token, then send the
        browser on to the front end's callback page.

        Args:
            code: Authorization code issued by the OAuth provider.
            state: OAuth state, which carries the `auth_id`.
            error: Error code, when the OAuth provider refused.
            error_description: The provider's explanation of `error`.
        """
        return await self._client.send(
            OAUTH_CALLBACK_GET,
            {
                "provider_id": provider_id,
                "code": code,
                "state": state,
                "error": error,
                "error_description": error_description,
            },
        )

    async def oauth_callback(
        self,
        provider_id: str,
        *,
        code: str,
        state: str,
        extra_body: Mapping[str, object] | None = None,
    ) -> Any:
        """Oauth Callback"""
        return await self._client.send(
            OAUTH_CALLBACK,
            {"provider_id": provider_id},
            body=spread({"code": code, "state": state}, extra_body),
        )

    async def authenticate(
        self,
        *,
        user_id: str | None | UNSET = UNSET,
        ls_user_id: str | None | UNSET = UNSET,
        agent_id: str | None | UNSET = UNSET,
        provider: str,
        scopes: list[str],
        use_agent_builder_public_oauth: bool | UNSET = UNSET,
        force_new: bool | UNSET = UNSET,
        token_id: UUID | str | None | UNSET = UNSET,
        is_default: bool | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.AuthAuthenticateResponse:
        """Authenticate

        Return the OAuth token of a user, or start a sign-in when there is none.
        """
        return await self._client.send(
            AUTHENTICATE,
            body=spread(
                {
                    "user_id": user_id,
                    "ls_user_id": ls_user_id,
                    "agent_id": agent_id,
                    "provider": provider,
                    "scopes": scopes,
                    "use_agent_builder_public_oauth": use_agent_builder_public_oauth,
                    "force_new": force_new,
                    "token_id": token_id,
                    "is_default": is_default,
                },
                extra_body,
            ),
        )

    async def wait_for_auth_completion(
        self, auth_id: str, *, timeout: int | None = None
    ) -> models.AuthWaitResponse:
        """Wait For Auth Completion

        Wait until a sign-in that was started earlier is finished.

        Args:
            auth_id: ID of the sign-in to wait for.
            timeout: Seconds to wait before giving up, 30 unless stated. Default: `30`.
        """
        return await self._client.send(
            WAIT_FOR_AUTH_COMPLETION, {"auth_id": auth_id, "timeout": timeout}
        )

    async def create_mcp_oauth_provider(
        self,
        *,
        provider_id: str,
        name: str,
        mcp_server_url: str,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.OAuthProviderResponse:
        """Create Mcp Oauth Provider

        Create an OAuth provider from what an MCP server publishes about itself.
        """
        return await self._client.send(
            CREATE_MCP_OAUTH_PROVIDER,
            body=spread(
                {"provider_id": provider_id, "name": name, "mcp_server_url": mcp_server_url},
                extra_body,
            ),
        )

    async def get_oauth_provider(self, provider_id: str) -> models.OAuthProviderResponse:
        """Get Oauth Provider

        Return one OAuth provider.

        Args:
            provider_id: ID of the OAuth provider.
        """
        return await self._client.send(GET_OAUTH_PROVIDER, {"provider_id": provider_id})

    async def update_oauth_provider(
        self,
        provider_id: str,
        *,
        name: str | None | UNSET = UNSET,
        client_id: str | None | UNSET = UNSET,
        client_secret: str | None | UNSET = UNSET,
        auth_url: str | None | UNSET = UNSET,
        token_url: str | None | UNSET = UNSET,
        uses_pkce: bool | None | UNSET = UNSET,
        code_challenge_method: str | None | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.OAuthProviderResponse:
        """Update Oauth Provider

        Change the settings of an OAuth provider.
        """
        return await self._client.send(
            UPDATE_OAUTH_PROVIDER,
            {"provider_id": provider_id},
            body=spread(
                {
                    "name": name,
                    "client_id": client_id,
                    "client_secret": client_secret,
                    "auth_url": auth_url,
                    "token_url": token_url,
                    "uses_pkce": uses_pkce,
                    "code_challenge_method": code_challenge_method,
                },
                extra_body,
            ),
        )

    async def delete_oauth_provider(self, provider_id: str) -> Any:
        """Delete Oauth Provider

        Delete one OAuth provider.
        """
        return await self._client.send(DELETE_OAUTH_PROVIDER, {"provider_id": provider_id})

    async def list_oauth_tokens_for_user(
        self, *, provider_id: str | None = None
    ) -> list[models.OAuthTokenSummary]:
        """List Oauth Tokens For User

        Return the tokens that the caller holds, by provider.

        Args:
            provider_id: ID of the OAuth provider.
        """
        return await self._client.send(LIST_OAUTH_TOKENS_FOR_USER, {"provider_id": provider_id})

    async def delete_oauth_tokens_for_user(self, *, provider_id: str) -> Any:
        """Delete Oauth Tokens For User

        Delete the caller's tokens for one provider, whichever agent they were made for.

        Args:
            provider_id: ID of the OAuth provider whose tokens are deleted.
        """
        return await self._client.send(DELETE_OAUTH_TOKENS_FOR_USER, {"provider_id": provider_id})

    async def update_token_label(
        self,
        token_id: str,
        *,
        provider_account_label: str | None | UNSET = UNSET,
        is_default: bool | None | UNSET = UNSET,
        extra_body: Mapping[str, object] | None = None,
    ) -> models.OAuthTokenSummary:
        """Update Token Label

        Change the account label of a token. Open to the owner of the token only.
        """
        return await self._client.send(
            UPDATE_TOKEN_LABEL,
            {"token_id": token_id},
            body=spread(
                {"provider_account_label": provider_account_label, "is_default": is_default},
                extra_body,
            ),
        )

    async def delete_single_oauth_token(self, token_id: str) -> None:
        """Delete Single Oauth Token

        Revoke one token at its provider, then delete it. Open to the owner of the token only.
        """
        return await self._client.send(DELETE_SINGLE_OAUTH_TOKEN, {"token_id": token_id})

    async def check_oauth_token_exists(
        self, *, provider_id: str
    ) -> models.OAuthTokenStatusResponse:
        """Check Oauth Token Exists

        Tell whether the caller holds a token for a provider, whichever agent it was made for.

        Args:
            provider_id: ID of the OAuth provider.
        """
        return await self._client.send(CHECK_OAUTH_TOKEN_EXISTS, {"provider_id": provider_id})

    async def check_workspace_slack_tokens_exist(self) -> models.OAuthTokenStatusResponse:
        """Check Workspace Slack Tokens Exist

        Tell whether anybody in the workspace holds a Slack token.
        """
        return await self._client.send(CHECK_WORKSPACE_SLACK_TOKENS_EXIST)

    async def revoke_all_slack_tokens_for_workspace(self) -> Any:
        """Revoke All Slack Tokens For Workspace

        Disconnect Slack from the workspace. Open to administrators only. Every user's Slack token
        is revoked at Slack and deleted here. This cannot be undone.
        """
        return await self._client.send(REVOKE_ALL_SLACK_TOKENS_FOR_WORKSPACE)
