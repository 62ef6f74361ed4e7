"""What there is to prove of this package: every schema and every operation."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from . import strategies
from .. import models
from .._runtime.testing.case import BodyCase, Case, ParameterCase, ResponseCase, SchemaCase
from .._runtime.testing.draw import (
    booleans,
    integers,
    json_values,
    lists,
    sampled_from,
    text,
    uuids,
)
from .._runtime.types import OPEN, Integer, Uuid

SCHEMAS: tuple[SchemaCase, ...] = (
    SchemaCase(
        "AgentConnectionListResponse",
        lambda: models.AgentConnectionListResponse,
        strategies.agent_connection_list_response,
        "/components/schemas/AgentConnectionListResponse",
    ),
    SchemaCase(
        "AgentConnectionResponse",
        lambda: models.AgentConnectionResponse,
        strategies.agent_connection_response,
        "/components/schemas/AgentConnectionResponse",
    ),
    SchemaCase(
        "AuthAuthenticateRequest",
        lambda: models.AuthAuthenticateRequest,
        strategies.auth_authenticate_request,
        "/components/schemas/AuthAuthenticateRequest",
    ),
    SchemaCase(
        "AuthAuthenticateResponse",
        lambda: models.AuthAuthenticateResponse,
        strategies.auth_authenticate_response,
        "/components/schemas/AuthAuthenticateResponse",
    ),
    SchemaCase(
        "AuthStatus",
        lambda: models.AuthStatus,
        strategies.auth_status,
        "/components/schemas/AuthStatus",
    ),
    SchemaCase(
        "AuthWaitResponse",
        lambda: models.AuthWaitResponse,
        strategies.auth_wait_response,
        "/components/schemas/AuthWaitResponse",
    ),
    SchemaCase(
        "AuthWaitStatus",
        lambda: models.AuthWaitStatus,
        strategies.auth_wait_status,
        "/components/schemas/AuthWaitStatus",
    ),
    SchemaCase(
        "Container", lambda: models.Container, strategies.container, "/components/schemas/Container"
    ),
    SchemaCase(
        "CreateAgentConnectionRequest",
        lambda: models.CreateAgentConnectionRequest,
        strategies.create_agent_connection_request,
        "/components/schemas/CreateAgentConnectionRequest",
    ),
    SchemaCase(
        "Deployment",
        lambda: models.Deployment,
        strategies.deployment,
        "/components/schemas/Deployment",
    ),
    SchemaCase(
        "DeploymentCreateRequest",
        lambda: models.DeploymentCreateRequest,
        strategies.deployment_create_request,
        "/components/schemas/DeploymentCreateRequest",
    ),
    SchemaCase(
        "DeploymentPatchRequest",
        lambda: models.DeploymentPatchRequest,
        strategies.deployment_patch_request,
        "/components/schemas/DeploymentPatchRequest",
    ),
    SchemaCase(
        "DeploymentsList",
        lambda: models.DeploymentsList,
        strategies.deployments_list,
        "/components/schemas/DeploymentsList",
    ),
    SchemaCase("EnvVar", lambda: models.EnvVar, strategies.env_var, "/components/schemas/EnvVar"),
    SchemaCase(
        "ErrorResponse",
        lambda: models.ErrorResponse,
        strategies.error_response,
        "/components/schemas/ErrorResponse",
    ),
    SchemaCase(
        "GithubIntegration",
        lambda: models.GithubIntegration,
        strategies.github_integration,
        "/components/schemas/GithubIntegration",
    ),
    SchemaCase(
        "GithubRepository",
        lambda: models.GithubRepository,
        strategies.github_repository,
        "/components/schemas/GithubRepository",
    ),
    SchemaCase(
        "HTTPValidationError",
        lambda: models.HTTPValidationError,
        strategies.http_validation_error,
        "/components/schemas/HTTPValidationError",
    ),
    SchemaCase(
        "Listener", lambda: models.Listener, strategies.listener, "/components/schemas/Listener"
    ),
    SchemaCase(
        "ListenerComputeConfig",
        lambda: models.ListenerComputeConfig,
        strategies.listener_compute_config,
        "/components/schemas/ListenerComputeConfig",
    ),
    SchemaCase(
        "ListenerConfig",
        lambda: models.ListenerConfig,
        strategies.listener_config,
        "/components/schemas/ListenerConfig",
    ),
    SchemaCase(
        "ListenerCreateRequest",
        lambda: models.ListenerCreateRequest,
        strategies.listener_create_request,
        "/components/schemas/ListenerCreateRequest",
    ),
    SchemaCase(
        "ListenerPatchRequest",
        lambda: models.ListenerPatchRequest,
        strategies.listener_patch_request,
        "/components/schemas/ListenerPatchRequest",
    ),
    SchemaCase(
        "ListenersList",
        lambda: models.ListenersList,
        strategies.listeners_list,
        "/components/schemas/ListenersList",
    ),
    SchemaCase(
        "LocalObjectReference",
        lambda: models.LocalObjectReference,
        strategies.local_object_reference,
        "/components/schemas/LocalObjectReference",
    ),
    SchemaCase(
        "MCPOAuthProviderCreateRequest",
        lambda: models.MCPOAuthProviderCreateRequest,
        strategies.mcp_oauth_provider_create_request,
        "/components/schemas/MCPOAuthProviderCreateRequest",
    ),
    SchemaCase(
        "OAuthFinalizeRequest",
        lambda: models.OAuthFinalizeRequest,
        strategies.oauth_finalize_request,
        "/components/schemas/OAuthFinalizeRequest",
    ),
    SchemaCase(
        "OAuthProviderCreateRequest",
        lambda: models.OAuthProviderCreateRequest,
        strategies.oauth_provider_create_request,
        "/components/schemas/OAuthProviderCreateRequest",
    ),
    SchemaCase(
        "OAuthProviderResponse",
        lambda: models.OAuthProviderResponse,
        strategies.oauth_provider_response,
        "/components/schemas/OAuthProviderResponse",
    ),
    SchemaCase(
        "OAuthProviderUpdateRequest",
        lambda: models.OAuthProviderUpdateRequest,
        strategies.oauth_provider_update_request,
        "/components/schemas/OAuthProviderUpdateRequest",
    ),
    SchemaCase(
        "OAuthTokenStatusResponse",
        lambda: models.OAuthTokenStatusResponse,
        strategies.oauth_token_status_response,
        "/components/schemas/OAuthTokenStatusResponse",
    ),
    SchemaCase(
        "OAuthTokenSummary",
        lambda: models.OAuthTokenSummary,
        strategies.oauth_token_summary,
        "/components/schemas/OAuthTokenSummary",
    ),
    SchemaCase(
        "OAuthTokenUpdateRequest",
        lambda: models.OAuthTokenUpdateRequest,
        strategies.oauth_token_update_request,
        "/components/schemas/OAuthTokenUpdateRequest",
    ),
    SchemaCase(
        "ResourceRequirements",
        lambda: models.ResourceRequirements,
        strategies.resource_requirements,
        "/components/schemas/ResourceRequirements",
    ),
    SchemaCase(
        "ResourceSpecInput",
        lambda: models.ResourceSpecInput,
        strategies.resource_spec_input,
        "/components/schemas/ResourceSpec-Input",
    ),
    SchemaCase(
        "ResourceSpecOutput",
        lambda: models.ResourceSpecOutput,
        strategies.resource_spec_output,
        "/components/schemas/ResourceSpec-Output",
    ),
    SchemaCase(
        "Revision", lambda: models.Revision, strategies.revision, "/components/schemas/Revision"
    ),
    SchemaCase(
        "RevisionsList",
        lambda: models.RevisionsList,
        strategies.revisions_list,
        "/components/schemas/RevisionsList",
    ),
    SchemaCase("Secret", lambda: models.Secret, strategies.secret, "/components/schemas/Secret"),
    SchemaCase(
        "SecretReference",
        lambda: models.SecretReference,
        strategies.secret_reference,
        "/components/schemas/SecretReference",
    ),
    SchemaCase(
        "SourceConfig",
        lambda: models.SourceConfig,
        strategies.source_config,
        "/components/schemas/SourceConfig",
    ),
    SchemaCase(
        "SourceConfigRequest",
        lambda: models.SourceConfigRequest,
        strategies.source_config_request,
        "/components/schemas/SourceConfigRequest",
    ),
    SchemaCase(
        "SourceRevisionConfig",
        lambda: models.SourceRevisionConfig,
        strategies.source_revision_config,
        "/components/schemas/SourceRevisionConfig",
    ),
    SchemaCase(
        "SourceRevisionConfigRequest",
        lambda: models.SourceRevisionConfigRequest,
        strategies.source_revision_config_request,
        "/components/schemas/SourceRevisionConfigRequest",
    ),
    SchemaCase(
        "ValidationError",
        lambda: models.ValidationError,
        strategies.validation_error,
        "/components/schemas/ValidationError",
    ),
    SchemaCase("Volume", lambda: models.Volume, strategies.volume, "/components/schemas/Volume"),
    SchemaCase(
        "VolumeMount",
        lambda: models.VolumeMount,
        strategies.volume_mount,
        "/components/schemas/VolumeMount",
    ),
)

OPERATIONS: tuple[Case, ...] = (
    Case(
        tag="agent_connections",
        name="list_connections",
        method="GET",
        path="/v2/auth/agents/{agent_id}/connections",
        parameters=(
            ParameterCase("agent_id", "agent_id", "path", lambda: str, text, required=True),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.AgentConnectionListResponse,
                strategies.agent_connection_list_response,
                "/paths/~1v2~1auth~1agents~1{agent_id}~1connections/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1agents~1{agent_id}~1connections/get/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="agent_connections",
        name="create_connection",
        method="POST",
        path="/v2/auth/agents/{agent_id}/connections",
        parameters=(
            ParameterCase("agent_id", "agent_id", "path", lambda: str, text, required=True),
        ),
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.CreateAgentConnectionRequest,
                strategies.create_agent_connection_request,
                "/paths/~1v2~1auth~1agents~1{agent_id}~1connections/post/requestBody/content/application~1json/schema",
                arguments={"oauth_token_id": "oauth_token_id"},
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "201",
                "application/json",
                lambda: models.AgentConnectionResponse,
                strategies.agent_connection_response,
                "/paths/~1v2~1auth~1agents~1{agent_id}~1connections/post/responses/201/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1agents~1{agent_id}~1connections/post/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="agent_connections",
        name="remove_connection",
        method="DELETE",
        path="/v2/auth/agents/{agent_id}/connections/{connection_id}",
        parameters=(
            ParameterCase("agent_id", "agent_id", "path", lambda: str, text, required=True),
            ParameterCase(
                "connection_id", "connection_id", "path", lambda: str, text, required=True
            ),
        ),
        responses=(
            ResponseCase("204"),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1agents~1{agent_id}~1connections~1{connection_id}/delete/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="list_oauth_providers",
        method="GET",
        path="/v2/auth/providers",
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: list[models.OAuthProviderResponse],
                lambda: lists(strategies.oauth_provider_response()),
                "/paths/~1v2~1auth~1providers/get/responses/200/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="create_oauth_provider",
        method="POST",
        path="/v2/auth/providers",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.OAuthProviderCreateRequest,
                strategies.oauth_provider_create_request,
                "/paths/~1v2~1auth~1providers/post/requestBody/content/application~1json/schema",
                arguments={
                    "provider_id": "provider_id",
                    "name": "name",
                    "client_id": "client_id",
                    "client_secret": "client_secret",
                    "auth_url": "auth_url",
                    "token_url": "token_url",
                    "uses_pkce": "uses_pkce",
                    "code_challenge_method": "code_challenge_method",
                    "provider_type": "provider_type",
                    "token_endpoint_auth_method": "token_endpoint_auth_method",
                },
                optional=(
                    ("client_secret",),
                    ("uses_pkce",),
                    ("code_challenge_method",),
                    ("provider_type",),
                    ("token_endpoint_auth_method",),
                ),
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.OAuthProviderResponse,
                strategies.oauth_provider_response,
                "/paths/~1v2~1auth~1providers/post/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1providers/post/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="oauth_setup_callback",
        method="GET",
        path="/v2/auth/setup/{provider_id}",
        parameters=(
            ParameterCase("provider_id", "provider_id", "path", lambda: str, text, required=True),
            ParameterCase("code", "code", "query", lambda: str, text, style="form"),
            ParameterCase("state", "state", "query", lambda: str, text, style="form"),
            ParameterCase("setup_action", "setup_action", "query", lambda: str, text, style="form"),
            ParameterCase(
                "installation_id",
                "installation_id",
                "query",
                lambda: Integer,
                integers,
                style="form",
            ),
            ParameterCase("error", "error", "query", lambda: str, text, style="form"),
            ParameterCase(
                "error_description", "error_description", "query", lambda: str, text, style="form"
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: Any,
                json_values,
                "/paths/~1v2~1auth~1setup~1{provider_id}/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1setup~1{provider_id}/get/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="oauth_callback_get",
        method="GET",
        path="/v2/auth/callback/{provider_id}",
        parameters=(
            ParameterCase("provider_id", "provider_id", "path", lambda: str, text, required=True),
            ParameterCase("code", "code", "query", lambda: str, text, style="form"),
            ParameterCase("state", "state", "query", lambda: str, text, style="form"),
            ParameterCase("error", "error", "query", lambda: str, text, style="form"),
            ParameterCase(
                "error_description", "error_description", "query", lambda: str, text, style="form"
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: Any,
                json_values,
                "/paths/~1v2~1auth~1callback~1{provider_id}/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1callback~1{provider_id}/get/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="oauth_callback",
        method="POST",
        path="/v2/auth/callback/{provider_id}",
        parameters=(
            ParameterCase("provider_id", "provider_id", "path", lambda: str, text, required=True),
        ),
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.OAuthFinalizeRequest,
                strategies.oauth_finalize_request,
                "/paths/~1v2~1auth~1callback~1{provider_id}/post/requestBody/content/application~1json/schema",
                arguments={"code": "code", "state": "state"},
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: Any,
                json_values,
                "/paths/~1v2~1auth~1callback~1{provider_id}/post/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1callback~1{provider_id}/post/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="authenticate",
        method="POST",
        path="/v2/auth/authenticate",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.AuthAuthenticateRequest,
                strategies.auth_authenticate_request,
                "/paths/~1v2~1auth~1authenticate/post/requestBody/content/application~1json/schema",
                arguments={
                    "user_id": "user_id",
                    "ls_user_id": "ls_user_id",
                    "agent_id": "agent_id",
                    "provider": "provider",
                    "scopes": "scopes",
                    "use_agent_builder_public_oauth": "use_agent_builder_public_oauth",
                    "force_new": "force_new",
                    "token_id": "token_id",
                    "is_default": "is_default",
                },
                optional=(
                    ("user_id",),
                    ("ls_user_id",),
                    ("agent_id",),
                    ("use_agent_builder_public_oauth",),
                    ("force_new",),
                    ("token_id",),
                    ("is_default",),
                ),
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.AuthAuthenticateResponse,
                strategies.auth_authenticate_response,
                "/paths/~1v2~1auth~1authenticate/post/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1authenticate/post/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="wait_for_auth_completion",
        method="GET",
        path="/v2/auth/wait/{auth_id}",
        parameters=(
            ParameterCase("auth_id", "auth_id", "path", lambda: str, text, required=True),
            ParameterCase("timeout", "timeout", "query", lambda: Integer, integers, style="form"),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.AuthWaitResponse,
                strategies.auth_wait_response,
                "/paths/~1v2~1auth~1wait~1{auth_id}/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1wait~1{auth_id}/get/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="create_mcp_oauth_provider",
        method="POST",
        path="/v2/auth/providers/mcp-discover",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.MCPOAuthProviderCreateRequest,
                strategies.mcp_oauth_provider_create_request,
                "/paths/~1v2~1auth~1providers~1mcp-discover/post/requestBody/content/application~1json/schema",
                arguments={
                    "provider_id": "provider_id",
                    "name": "name",
                    "mcp_server_url": "mcp_server_url",
                },
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.OAuthProviderResponse,
                strategies.oauth_provider_response,
                "/paths/~1v2~1auth~1providers~1mcp-discover/post/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1providers~1mcp-discover/post/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="get_oauth_provider",
        method="GET",
        path="/v2/auth/providers/{provider_id}",
        parameters=(
            ParameterCase("provider_id", "provider_id", "path", lambda: str, text, required=True),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.OAuthProviderResponse,
                strategies.oauth_provider_response,
                "/paths/~1v2~1auth~1providers~1{provider_id}/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1providers~1{provider_id}/get/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="update_oauth_provider",
        method="PATCH",
        path="/v2/auth/providers/{provider_id}",
        parameters=(
            ParameterCase("provider_id", "provider_id", "path", lambda: str, text, required=True),
        ),
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.OAuthProviderUpdateRequest,
                strategies.oauth_provider_update_request,
                "/paths/~1v2~1auth~1providers~1{provider_id}/patch/requestBody/content/application~1json/schema",
                arguments={
                    "name": "name",
                    "client_id": "client_id",
                    "client_secret": "client_secret",
                    "auth_url": "auth_url",
                    "token_url": "token_url",
                    "uses_pkce": "uses_pkce",
                    "code_challenge_method": "code_challenge_method",
                },
                optional=(
                    ("name",),
                    ("client_id",),
                    ("client_secret",),
                    ("auth_url",),
                    ("token_url",),
                    ("uses_pkce",),
                    ("code_challenge_method",),
                ),
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.OAuthProviderResponse,
                strategies.oauth_provider_response,
                "/paths/~1v2~1auth~1providers~1{provider_id}/patch/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1providers~1{provider_id}/patch/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="delete_oauth_provider",
        method="DELETE",
        path="/v2/auth/providers/{provider_id}",
        parameters=(
            ParameterCase("provider_id", "provider_id", "path", lambda: str, text, required=True),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: Any,
                json_values,
                "/paths/~1v2~1auth~1providers~1{provider_id}/delete/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1providers~1{provider_id}/delete/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="list_oauth_tokens_for_user",
        method="GET",
        path="/v2/auth/tokens",
        parameters=(
            ParameterCase("provider_id", "provider_id", "query", lambda: str, text, style="form"),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: list[models.OAuthTokenSummary],
                lambda: lists(strategies.oauth_token_summary()),
                "/paths/~1v2~1auth~1tokens/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1tokens/get/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="delete_oauth_tokens_for_user",
        method="DELETE",
        path="/v2/auth/tokens",
        parameters=(
            ParameterCase(
                "provider_id",
                "provider_id",
                "query",
                lambda: str,
                text,
                required=True,
                style="form",
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: Any,
                json_values,
                "/paths/~1v2~1auth~1tokens/delete/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1tokens/delete/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="update_token_label",
        method="PATCH",
        path="/v2/auth/tokens/{token_id}/metadata",
        parameters=(
            ParameterCase("token_id", "token_id", "path", lambda: str, text, required=True),
        ),
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.OAuthTokenUpdateRequest,
                strategies.oauth_token_update_request,
                "/paths/~1v2~1auth~1tokens~1{token_id}~1metadata/patch/requestBody/content/application~1json/schema",
                arguments={
                    "provider_account_label": "provider_account_label",
                    "is_default": "is_default",
                },
                optional=(("provider_account_label",), ("is_default",)),
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.OAuthTokenSummary,
                strategies.oauth_token_summary,
                "/paths/~1v2~1auth~1tokens~1{token_id}~1metadata/patch/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1tokens~1{token_id}~1metadata/patch/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="delete_single_oauth_token",
        method="DELETE",
        path="/v2/auth/tokens/{token_id}",
        parameters=(
            ParameterCase("token_id", "token_id", "path", lambda: str, text, required=True),
        ),
        responses=(
            ResponseCase("204"),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1tokens~1{token_id}/delete/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="check_oauth_token_exists",
        method="GET",
        path="/v2/auth/tokens/exists",
        parameters=(
            ParameterCase(
                "provider_id",
                "provider_id",
                "query",
                lambda: str,
                text,
                required=True,
                style="form",
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.OAuthTokenStatusResponse,
                strategies.oauth_token_status_response,
                "/paths/~1v2~1auth~1tokens~1exists/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1auth~1tokens~1exists/get/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="check_workspace_slack_tokens_exist",
        method="GET",
        path="/v2/auth/tokens/workspace/slack/exists",
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.OAuthTokenStatusResponse,
                strategies.oauth_token_status_response,
                "/paths/~1v2~1auth~1tokens~1workspace~1slack~1exists/get/responses/200/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="auth_service",
        name="revoke_all_slack_tokens_for_workspace",
        method="DELETE",
        path="/v2/auth/tokens/workspace/slack",
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: Any,
                json_values,
                "/paths/~1v2~1auth~1tokens~1workspace~1slack/delete/responses/200/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="deployments",
        name="list_deployments",
        method="GET",
        path="/v2/deployments",
        parameters=(
            ParameterCase(
                "limit",
                "limit",
                "query",
                lambda: Annotated[Integer, Field(ge=1, le=100)],
                lambda: integers(1, 100),
                style="form",
            ),
            ParameterCase(
                "offset",
                "offset",
                "query",
                lambda: Annotated[Integer, Field(ge=0)],
                lambda: integers(0),
                style="form",
            ),
            ParameterCase(
                "name_contains", "name_contains", "query", lambda: str, text, style="form"
            ),
            ParameterCase("status", "status", "query", lambda: str, text, style="form"),
            ParameterCase(
                "remote_reconciled",
                "remote_reconciled",
                "query",
                lambda: bool,
                booleans,
                style="form",
            ),
            ParameterCase(
                "tag_value_ids", "tag_value_ids", "query", lambda: str, text, style="form"
            ),
            ParameterCase(
                "image_version", "image_version", "query", lambda: str, text, style="form"
            ),
            ParameterCase(
                "deployment_type",
                "deployment_type",
                "query",
                lambda: Annotated[Literal["dev_free", "dev", "prod"] | str, OPEN],
                lambda: sampled_from(["dev_free", "dev", "prod"]),
                style="form",
            ),
            ParameterCase(
                "deployment_ids", "deployment_ids", "query", lambda: str, text, style="form"
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.DeploymentsList,
                strategies.deployments_list,
                "/paths/~1v2~1deployments/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1deployments/get/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="deployments",
        name="create_deployment",
        method="POST",
        path="/v2/deployments",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.DeploymentCreateRequest,
                strategies.deployment_create_request,
                "/paths/~1v2~1deployments/post/requestBody/content/application~1json/schema",
                arguments={
                    "name": "name",
                    "source": "source",
                    "source_config": "source_config",
                    "source_revision_config": "source_revision_config",
                    "secrets": "secrets",
                    "secret_references": "secret_references",
                },
                optional=(
                    ("source_config", "integration_id"),
                    ("source_config", "repo_url"),
                    ("source_config", "deployment_type"),
                    ("source_config", "build_on_push"),
                    ("source_config", "custom_url"),
                    ("source_config", "resource_spec"),
                    ("source_config", "listener_id"),
                    ("source_config", "listener_config"),
                    ("source_config", "install_command"),
                    ("source_config", "build_command"),
                    ("source_revision_config", "repo_ref"),
                    ("source_revision_config", "langgraph_config_path"),
                    ("source_revision_config", "image_uri"),
                    ("source_revision_config", "source_tarball_path"),
                    ("secret_references",),
                ),
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "201",
                "application/json",
                lambda: models.Deployment,
                strategies.deployment,
                "/paths/~1v2~1deployments/post/responses/201/content/application~1json/schema",
            ),
            ResponseCase(
                "400",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1deployments/post/responses/400/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1deployments/post/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="deployments",
        name="delete_deployments",
        method="DELETE",
        path="/v2/deployments",
        parameters=(
            ParameterCase(
                "deployment_ids",
                "deployment_ids",
                "query",
                lambda: Annotated[list[Uuid], Field(max_length=100)],
                lambda: lists(uuids(), max_size=100),
                required=True,
                style="form",
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: Any,
                json_values,
                "/paths/~1v2~1deployments/delete/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "404",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1deployments/delete/responses/404/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1deployments/delete/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="deployments",
        name="get_deployment",
        method="GET",
        path="/v2/deployments/{deployment_id}",
        parameters=(
            ParameterCase(
                "deployment_id", "deployment_id", "path", lambda: Uuid, uuids, required=True
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.Deployment,
                strategies.deployment,
                "/paths/~1v2~1deployments~1{deployment_id}/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "404",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1deployments~1{deployment_id}/get/responses/404/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1deployments~1{deployment_id}/get/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="deployments",
        name="patch_deployment",
        method="PATCH",
        path="/v2/deployments/{deployment_id}",
        parameters=(
            ParameterCase(
                "deployment_id", "deployment_id", "path", lambda: Uuid, uuids, required=True
            ),
        ),
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.DeploymentPatchRequest,
                strategies.deployment_patch_request,
                "/paths/~1v2~1deployments~1{deployment_id}/patch/requestBody/content/application~1json/schema",
                arguments={
                    "revision_source": "revision_source",
                    "source_config": "source_config",
                    "source_revision_config": "source_revision_config",
                    "secrets": "secrets",
                    "secret_references": "secret_references",
                },
                optional=(
                    ("revision_source",),
                    ("source_config",),
                    ("source_config", "integration_id"),
                    ("source_config", "repo_url"),
                    ("source_config", "deployment_type"),
                    ("source_config", "build_on_push"),
                    ("source_config", "custom_url"),
                    ("source_config", "resource_spec"),
                    ("source_config", "listener_id"),
                    ("source_config", "listener_config"),
                    ("source_config", "install_command"),
                    ("source_config", "build_command"),
                    ("source_revision_config",),
                    ("source_revision_config", "repo_ref"),
                    ("source_revision_config", "langgraph_config_path"),
                    ("source_revision_config", "image_uri"),
                    ("source_revision_config", "source_tarball_path"),
                    ("secrets",),
                    ("secret_references",),
                ),
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.Deployment,
                strategies.deployment,
                "/paths/~1v2~1deployments~1{deployment_id}/patch/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "404",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1deployments~1{deployment_id}/patch/responses/404/content/application~1json/schema",
            ),
            ResponseCase(
                "400",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1deployments~1{deployment_id}/patch/responses/400/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1deployments~1{deployment_id}/patch/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="deployments",
        name="delete_deployment",
        method="DELETE",
        path="/v2/deployments/{deployment_id}",
        parameters=(
            ParameterCase(
                "deployment_id", "deployment_id", "path", lambda: Uuid, uuids, required=True
            ),
            ParameterCase(
                "delete_tracing_project",
                "delete_tracing_project",
                "query",
                lambda: bool,
                booleans,
                style="form",
            ),
        ),
        responses=(
            ResponseCase("204"),
            ResponseCase(
                "404",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1deployments~1{deployment_id}/delete/responses/404/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1deployments~1{deployment_id}/delete/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="deployments",
        name="list_revisions",
        method="GET",
        path="/v2/deployments/{deployment_id}/revisions",
        parameters=(
            ParameterCase(
                "deployment_id", "deployment_id", "path", lambda: Uuid, uuids, required=True
            ),
            ParameterCase(
                "limit",
                "limit",
                "query",
                lambda: Annotated[Integer, Field(ge=1, le=100)],
                lambda: integers(1, 100),
                style="form",
            ),
            ParameterCase(
                "offset",
                "offset",
                "query",
                lambda: Annotated[Integer, Field(ge=0)],
                lambda: integers(0),
                style="form",
            ),
            ParameterCase("status", "status", "query", lambda: str, text, style="form"),
            ParameterCase(
                "remote_reconciled",
                "remote_reconciled",
                "query",
                lambda: bool,
                booleans,
                style="form",
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.RevisionsList,
                strategies.revisions_list,
                "/paths/~1v2~1deployments~1{deployment_id}~1revisions/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "404",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1deployments~1{deployment_id}~1revisions/get/responses/404/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1deployments~1{deployment_id}~1revisions/get/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="deployments",
        name="get_revision",
        method="GET",
        path="/v2/deployments/{deployment_id}/revisions/{revision_id}",
        parameters=(
            ParameterCase(
                "deployment_id", "deployment_id", "path", lambda: Uuid, uuids, required=True
            ),
            ParameterCase("revision_id", "revision_id", "path", lambda: Uuid, uuids, required=True),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.Revision,
                strategies.revision,
                "/paths/~1v2~1deployments~1{deployment_id}~1revisions~1{revision_id}/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "404",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1deployments~1{deployment_id}~1revisions~1{revision_id}/get/responses/404/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1deployments~1{deployment_id}~1revisions~1{revision_id}/get/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="deployments",
        name="redeploy_revision",
        method="POST",
        path="/v2/deployments/{deployment_id}/revisions/{revision_id}/redeploy",
        parameters=(
            ParameterCase(
                "deployment_id", "deployment_id", "path", lambda: Uuid, uuids, required=True
            ),
            ParameterCase("revision_id", "revision_id", "path", lambda: Uuid, uuids, required=True),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.Deployment,
                strategies.deployment,
                "/paths/~1v2~1deployments~1{deployment_id}~1revisions~1{revision_id}~1redeploy/post/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "404",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1deployments~1{deployment_id}~1revisions~1{revision_id}~1redeploy/post/responses/404/content/application~1json/schema",
            ),
            ResponseCase(
                "400",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1deployments~1{deployment_id}~1revisions~1{revision_id}~1redeploy/post/responses/400/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1deployments~1{deployment_id}~1revisions~1{revision_id}~1redeploy/post/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="integrations",
        name="list_github_integrations",
        method="GET",
        path="/v1/integrations/github/install",
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: list[models.GithubIntegration],
                lambda: lists(strategies.github_integration()),
                "/paths/~1v1~1integrations~1github~1install/get/responses/200/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="integrations",
        name="list_github_repositories",
        method="GET",
        path="/v1/integrations/github/{integration_id}/repos",
        parameters=(
            ParameterCase(
                "integration_id", "integration_id", "path", lambda: Uuid, uuids, required=True
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: list[models.GithubRepository],
                lambda: lists(strategies.github_repository()),
                "/paths/~1v1~1integrations~1github~1{integration_id}~1repos/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v1~1integrations~1github~1{integration_id}~1repos/get/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="integrations",
        name="list_forge_github_integrations",
        method="GET",
        path="/v1/integrations/forge/github/install",
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: list[models.GithubIntegration],
                lambda: lists(strategies.github_integration()),
                "/paths/~1v1~1integrations~1forge~1github~1install/get/responses/200/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="integrations",
        name="list_forge_github_repositories",
        method="GET",
        path="/v1/integrations/forge/github/{integration_id}/repos",
        parameters=(
            ParameterCase(
                "integration_id", "integration_id", "path", lambda: Uuid, uuids, required=True
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: list[models.GithubRepository],
                lambda: lists(strategies.github_repository()),
                "/paths/~1v1~1integrations~1forge~1github~1{integration_id}~1repos/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v1~1integrations~1forge~1github~1{integration_id}~1repos/get/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="listeners",
        name="list_listeners",
        method="GET",
        path="/v2/listeners",
        parameters=(
            ParameterCase(
                "limit",
                "limit",
                "query",
                lambda: Annotated[Integer, Field(ge=1, le=100)],
                lambda: integers(1, 100),
                style="form",
            ),
            ParameterCase(
                "offset",
                "offset",
                "query",
                lambda: Annotated[Integer, Field(ge=0)],
                lambda: integers(0),
                style="form",
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.ListenersList,
                strategies.listeners_list,
                "/paths/~1v2~1listeners/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1listeners/get/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="listeners",
        name="create_listener",
        method="POST",
        path="/v2/listeners",
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.ListenerCreateRequest,
                strategies.listener_create_request,
                "/paths/~1v2~1listeners/post/requestBody/content/application~1json/schema",
                arguments={
                    "version": "version",
                    "compute_type": "compute_type",
                    "compute_id": "compute_id",
                    "compute_config": "compute_config",
                },
                optional=(("version",), ("compute_config", "k8s_namespaces")),
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "201",
                "application/json",
                lambda: models.Listener,
                strategies.listener,
                "/paths/~1v2~1listeners/post/responses/201/content/application~1json/schema",
            ),
            ResponseCase(
                "403",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1listeners/post/responses/403/content/application~1json/schema",
            ),
            ResponseCase(
                "409",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1listeners/post/responses/409/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1listeners/post/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="listeners",
        name="get_listener",
        method="GET",
        path="/v2/listeners/{listener_id}",
        parameters=(
            ParameterCase("listener_id", "listener_id", "path", lambda: Uuid, uuids, required=True),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.Listener,
                strategies.listener,
                "/paths/~1v2~1listeners~1{listener_id}/get/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "403",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1listeners~1{listener_id}/get/responses/403/content/application~1json/schema",
            ),
            ResponseCase(
                "404",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1listeners~1{listener_id}/get/responses/404/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1listeners~1{listener_id}/get/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="listeners",
        name="patch_listener",
        method="PATCH",
        path="/v2/listeners/{listener_id}",
        parameters=(
            ParameterCase("listener_id", "listener_id", "path", lambda: Uuid, uuids, required=True),
        ),
        bodies=(
            BodyCase(
                "application/json",
                lambda: models.ListenerPatchRequest,
                strategies.listener_patch_request,
                "/paths/~1v2~1listeners~1{listener_id}/patch/requestBody/content/application~1json/schema",
                arguments={"version": "version", "compute_config": "compute_config"},
                optional=(("version",), ("compute_config",), ("compute_config", "k8s_namespaces")),
                required=True,
            ),
        ),
        responses=(
            ResponseCase(
                "200",
                "application/json",
                lambda: models.Listener,
                strategies.listener,
                "/paths/~1v2~1listeners~1{listener_id}/patch/responses/200/content/application~1json/schema",
            ),
            ResponseCase(
                "403",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1listeners~1{listener_id}/patch/responses/403/content/application~1json/schema",
            ),
            ResponseCase(
                "404",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1listeners~1{listener_id}/patch/responses/404/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1listeners~1{listener_id}/patch/responses/422/content/application~1json/schema",
            ),
        ),
    ),
    Case(
        tag="listeners",
        name="delete_listener",
        method="DELETE",
        path="/v2/listeners/{listener_id}",
        parameters=(
            ParameterCase("listener_id", "listener_id", "path", lambda: Uuid, uuids, required=True),
        ),
        responses=(
            ResponseCase("204"),
            ResponseCase(
                "403",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1listeners~1{listener_id}/delete/responses/403/content/application~1json/schema",
            ),
            ResponseCase(
                "404",
                "application/json",
                lambda: models.ErrorResponse,
                strategies.error_response,
                "/paths/~1v2~1listeners~1{listener_id}/delete/responses/404/content/application~1json/schema",
            ),
            ResponseCase(
                "422",
                "application/json",
                lambda: models.HTTPValidationError,
                strategies.http_validation_error,
                "/paths/~1v2~1listeners~1{listener_id}/delete/responses/422/content/application~1json/schema",
            ),
        ),
    ),
)
