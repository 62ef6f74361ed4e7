"""The operations tagged 'Auth Service (v2)'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import models
from .._runtime.model import UNSET
from .._runtime.server.app import Route
from .._runtime.server.reply import Result, Unimplemented
from ..resources import auth_service as _calls


class AuthService:
    """The operations tagged 'Auth Service (v2)'.

    Extend the class, and override what you answer: the rest is 501.
    """

    async def list_oauth_providers(self) -> Result[list[models.OAuthProviderResponse]]:
        """List Oauth Providers

        Return the OAuth providers of the organization.
        """
        raise Unimplemented("auth_service.list_oauth_providers")

    async def create_oauth_provider(
        self, body: models.OAuthProviderCreateRequest
    ) -> Result[models.OAuthProviderResponse]:
        """Create Oauth Provider

        Create an OAuth provider from settings given by hand.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("auth_service.create_oauth_provider")

    async def oauth_setup_callback(
        self,
        provider_id: str,
        *,
        code: str | UNSET = UNSET,
        state: str | UNSET = UNSET,
        setup_action: str | UNSET = UNSET,
        installation_id: int | UNSET = UNSET,
        error: str | UNSET = UNSET,
        error_description: str | UNSET = UNSET,
    ) -> Result[Any]:
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

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("auth_service.oauth_setup_callback")

    async def oauth_callback_get(
        self,
        provider_id: str,
        *,
        code: str | UNSET = UNSET,
        state: str | UNSET = UNSET,
        error: str | UNSET = UNSET,
        error_description: str | UNSET = UNSET,
    ) -> Result[Any]:
        """Oauth Callback Get

        Receive the redirect of an OAuth provider, exchange the code for a token, then send the
        browser on to the front end's callback page.

        Args:
            code: Authorization code issued by the OAuth provider.
            state: OAuth state, which carries the `auth_id`.
            error: Error code, when the OAuth provider refused.
            error_description: The provider's explanation of `error`.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("auth_service.oauth_callback_get")

    async def oauth_callback(
        self, provider_id: str, body: models.OAuthFinalizeRequest
    ) -> Result[Any]:
        """Oauth Callback

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("auth_service.oauth_callback")

    async def authenticate(
        self, body: models.AuthAuthenticateRequest
    ) -> Result[models.AuthAuthenticateResponse]:
        """Authenticate

        Return the OAuth token of a user, or start a sign-in when there is none.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("auth_service.authenticate")

    async def wait_for_auth_completion(
        self, auth_id: str, *, timeout: int | UNSET = UNSET
    ) -> Result[models.AuthWaitResponse]:
        """Wait For Auth Completion

        Wait until a sign-in that was started earlier is finished.

        Args:
            auth_id: ID of the sign-in to wait for.
            timeout: Seconds to wait before giving up, 30 unless stated. Default: `30`.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("auth_service.wait_for_auth_completion")

    async def create_mcp_oauth_provider(
        self, body: models.MCPOAuthProviderCreateRequest
    ) -> Result[models.OAuthProviderResponse]:
        """Create Mcp Oauth Provider

        Create an OAuth provider from what an MCP server publishes about itself.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("auth_service.create_mcp_oauth_provider")

    async def get_oauth_provider(self, provider_id: str) -> Result[models.OAuthProviderResponse]:
        """Get Oauth Provider

        Return one OAuth provider.

        Args:
            provider_id: ID of the OAuth provider.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("auth_service.get_oauth_provider")

    async def update_oauth_provider(
        self, provider_id: str, body: models.OAuthProviderUpdateRequest
    ) -> Result[models.OAuthProviderResponse]:
        """Update Oauth Provider

        Change the settings of an OAuth provider.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("auth_service.update_oauth_provider")

    async def delete_oauth_provider(self, provider_id: str) -> Result[Any]:
        """Delete Oauth Provider

        Delete one OAuth provider.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("auth_service.delete_oauth_provider")

    async def list_oauth_tokens_for_user(
        self, *, provider_id: str | UNSET = UNSET
    ) -> Result[list[models.OAuthTokenSummary]]:
        """List Oauth Tokens For User

        Return the tokens that the caller holds, by provider.

        Args:
            provider_id: ID of the OAuth provider.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("auth_service.list_oauth_tokens_for_user")

    async def delete_oauth_tokens_for_user(self, *, provider_id: str) -> Result[Any]:
        """Delete Oauth Tokens For User

        Delete the caller's tokens for one provider, whichever agent they were made for.

        Args:
            provider_id: ID of the OAuth provider whose tokens are deleted.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("auth_service.delete_oauth_tokens_for_user")

    async def update_token_label(
        self, token_id: str, body: models.OAuthTokenUpdateRequest
    ) -> Result[models.OAuthTokenSummary]:
        """Update Token Label

        Change the account label of a token. Open to the owner of the token only.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("auth_service.update_token_label")

    async def delete_single_oauth_token(self, token_id: str) -> Result[None]:
        """Delete Single Oauth Token

        Revoke one token at its provider, then delete it. Open to the owner of the token only.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("auth_service.delete_single_oauth_token")

    async def check_oauth_token_exists(
        self, *, provider_id: str
    ) -> Result[models.OAuthTokenStatusResponse]:
        """Check Oauth Token Exists

        Tell whether the caller holds a token for a provider, whichever agent it was made for.

        Args:
            provider_id: ID of the OAuth provider.

        Raises:
            UnprocessableEntity: Validation Error
        """
        raise Unimplemented("auth_service.check_oauth_token_exists")

    async def check_workspace_slack_tokens_exist(self) -> Result[models.OAuthTokenStatusResponse]:
        """Check Workspace Slack Tokens Exist

        Tell whether anybody in the workspace holds a Slack token.
        """
        raise Unimplemented("auth_service.check_workspace_slack_tokens_exist")

    async def revoke_all_slack_tokens_for_workspace(self) -> Result[Any]:
        """Revoke All Slack Tokens For Workspace

        Disconnect Slack from the workspace. Open to administrators only. Every user's Slack token
        is revoked at Slack and deleted here. This cannot be undone.
        """
        raise Unimplemented("auth_service.revoke_all_slack_tokens_for_workspace")


def routes(handlers: AuthService | None) -> Iterator[Route[Any]]:
    """Each operation with the handler that answers it."""
    handlers = AuthService() if handlers is None else handlers
    yield Route(_calls.LIST_OAUTH_PROVIDERS, handlers.list_oauth_providers)
    yield Route(_calls.CREATE_OAUTH_PROVIDER, handlers.create_oauth_provider)
    yield Route(_calls.OAUTH_SETUP_CALLBACK, handlers.oauth_setup_callback)
    yield Route(_calls.OAUTH_CALLBACK_GET, handlers.oauth_callback_get)
    yield Route(_calls.OAUTH_CALLBACK, handlers.oauth_callback)
    yield Route(_calls.AUTHENTICATE, handlers.authenticate)
    yield Route(_calls.WAIT_FOR_AUTH_COMPLETION, handlers.wait_for_auth_completion)
    yield Route(_calls.CREATE_MCP_OAUTH_PROVIDER, handlers.create_mcp_oauth_provider)
    yield Route(_calls.GET_OAUTH_PROVIDER, handlers.get_oauth_provider)
    yield Route(_calls.UPDATE_OAUTH_PROVIDER, handlers.update_oauth_provider)
    yield Route(_calls.DELETE_OAUTH_PROVIDER, handlers.delete_oauth_provider)
    yield Route(_calls.LIST_OAUTH_TOKENS_FOR_USER, handlers.list_oauth_tokens_for_user)
    yield Route(_calls.DELETE_OAUTH_TOKENS_FOR_USER, handlers.delete_oauth_tokens_for_user)
    yield Route(_calls.UPDATE_TOKEN_LABEL, handlers.update_token_label)
    yield Route(_calls.DELETE_SINGLE_OAUTH_TOKEN, handlers.delete_single_oauth_token)
    yield Route(_calls.CHECK_OAUTH_TOKEN_EXISTS, handlers.check_oauth_token_exists)
    yield Route(
        _calls.CHECK_WORKSPACE_SLACK_TOKENS_EXIST, handlers.check_workspace_slack_tokens_exist
    )
    yield Route(
        _calls.REVOKE_ALL_SLACK_TOKENS_FOR_WORKSPACE, handlers.revoke_all_slack_tokens_for_workspace
    )
