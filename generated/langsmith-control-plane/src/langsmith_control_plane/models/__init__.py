"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .agent_connection_list_response import (
        AgentConnectionListResponse as AgentConnectionListResponse,
    )
    from .agent_connection_response import AgentConnectionResponse as AgentConnectionResponse
    from .auth_authenticate_request import AuthAuthenticateRequest as AuthAuthenticateRequest
    from .auth_authenticate_request import (
        AuthAuthenticateRequestDict as AuthAuthenticateRequestDict,
    )
    from .auth_authenticate_response import AuthAuthenticateResponse as AuthAuthenticateResponse
    from .auth_status import AuthStatus as AuthStatus
    from .auth_wait_response import AuthWaitResponse as AuthWaitResponse
    from .auth_wait_status import AuthWaitStatus as AuthWaitStatus
    from .container import Container as Container
    from .container import ContainerDict as ContainerDict
    from .create_agent_connection_request import (
        CreateAgentConnectionRequest as CreateAgentConnectionRequest,
    )
    from .create_agent_connection_request import (
        CreateAgentConnectionRequestDict as CreateAgentConnectionRequestDict,
    )
    from .deployment import Deployment as Deployment
    from .deployment_create_request import DeploymentCreateRequest as DeploymentCreateRequest
    from .deployment_create_request import (
        DeploymentCreateRequestDict as DeploymentCreateRequestDict,
    )
    from .deployment_patch_request import DeploymentPatchRequest as DeploymentPatchRequest
    from .deployment_patch_request import DeploymentPatchRequestDict as DeploymentPatchRequestDict
    from .deployments_list import DeploymentsList as DeploymentsList
    from .env_var import EnvVar as EnvVar
    from .env_var import EnvVarDict as EnvVarDict
    from .error_response import ErrorResponse as ErrorResponse
    from .github_integration import GithubIntegration as GithubIntegration
    from .github_repository import GithubRepository as GithubRepository
    from .http_validation_error import HTTPValidationError as HTTPValidationError
    from .listener import Listener as Listener
    from .listener_compute_config import ListenerComputeConfig as ListenerComputeConfig
    from .listener_compute_config import ListenerComputeConfigDict as ListenerComputeConfigDict
    from .listener_config import ListenerConfig as ListenerConfig
    from .listener_config import ListenerConfigDict as ListenerConfigDict
    from .listener_create_request import ListenerCreateRequest as ListenerCreateRequest
    from .listener_create_request import ListenerCreateRequestDict as ListenerCreateRequestDict
    from .listener_patch_request import ListenerPatchRequest as ListenerPatchRequest
    from .listener_patch_request import ListenerPatchRequestDict as ListenerPatchRequestDict
    from .listeners_list import ListenersList as ListenersList
    from .local_object_reference import LocalObjectReference as LocalObjectReference
    from .local_object_reference import LocalObjectReferenceDict as LocalObjectReferenceDict
    from .mcp_oauth_provider_create_request import (
        MCPOAuthProviderCreateRequest as MCPOAuthProviderCreateRequest,
    )
    from .mcp_oauth_provider_create_request import (
        MCPOAuthProviderCreateRequestDict as MCPOAuthProviderCreateRequestDict,
    )
    from .oauth_finalize_request import OAuthFinalizeRequest as OAuthFinalizeRequest
    from .oauth_finalize_request import OAuthFinalizeRequestDict as OAuthFinalizeRequestDict
    from .oauth_provider_create_request import (
        OAuthProviderCreateRequest as OAuthProviderCreateRequest,
    )
    from .oauth_provider_create_request import (
        OAuthProviderCreateRequestDict as OAuthProviderCreateRequestDict,
    )
    from .oauth_provider_response import OAuthProviderResponse as OAuthProviderResponse
    from .oauth_provider_update_request import (
        OAuthProviderUpdateRequest as OAuthProviderUpdateRequest,
    )
    from .oauth_provider_update_request import (
        OAuthProviderUpdateRequestDict as OAuthProviderUpdateRequestDict,
    )
    from .oauth_token_status_response import OAuthTokenStatusResponse as OAuthTokenStatusResponse
    from .oauth_token_summary import OAuthTokenSummary as OAuthTokenSummary
    from .oauth_token_update_request import OAuthTokenUpdateRequest as OAuthTokenUpdateRequest
    from .oauth_token_update_request import (
        OAuthTokenUpdateRequestDict as OAuthTokenUpdateRequestDict,
    )
    from .resource_requirements import ResourceRequirements as ResourceRequirements
    from .resource_requirements import ResourceRequirementsDict as ResourceRequirementsDict
    from .resource_spec_input import ResourceSpecInput as ResourceSpecInput
    from .resource_spec_input import ResourceSpecInputDict as ResourceSpecInputDict
    from .resource_spec_output import ResourceSpecOutput as ResourceSpecOutput
    from .revision import Revision as Revision
    from .revisions_list import RevisionsList as RevisionsList
    from .secret import Secret as Secret
    from .secret import SecretDict as SecretDict
    from .secret_reference import SecretReference as SecretReference
    from .secret_reference import SecretReferenceDict as SecretReferenceDict
    from .source_config import SourceConfig as SourceConfig
    from .source_config_request import SourceConfigRequest as SourceConfigRequest
    from .source_config_request import SourceConfigRequestDict as SourceConfigRequestDict
    from .source_revision_config import SourceRevisionConfig as SourceRevisionConfig
    from .source_revision_config_request import (
        SourceRevisionConfigRequest as SourceRevisionConfigRequest,
    )
    from .source_revision_config_request import (
        SourceRevisionConfigRequestDict as SourceRevisionConfigRequestDict,
    )
    from .validation_error import ValidationError as ValidationError
    from .volume import Volume as Volume
    from .volume import VolumeDict as VolumeDict
    from .volume_mount import VolumeMount as VolumeMount
    from .volume_mount import VolumeMountDict as VolumeMountDict
else:
    _MODULES = {
        "AgentConnectionListResponse": "agent_connection_list_response",
        "AgentConnectionResponse": "agent_connection_response",
        "AuthAuthenticateRequest": "auth_authenticate_request",
        "AuthAuthenticateRequestDict": "auth_authenticate_request",
        "AuthAuthenticateResponse": "auth_authenticate_response",
        "AuthStatus": "auth_status",
        "AuthWaitResponse": "auth_wait_response",
        "AuthWaitStatus": "auth_wait_status",
        "Container": "container",
        "ContainerDict": "container",
        "CreateAgentConnectionRequest": "create_agent_connection_request",
        "CreateAgentConnectionRequestDict": "create_agent_connection_request",
        "Deployment": "deployment",
        "DeploymentCreateRequest": "deployment_create_request",
        "DeploymentCreateRequestDict": "deployment_create_request",
        "DeploymentPatchRequest": "deployment_patch_request",
        "DeploymentPatchRequestDict": "deployment_patch_request",
        "DeploymentsList": "deployments_list",
        "EnvVar": "env_var",
        "EnvVarDict": "env_var",
        "ErrorResponse": "error_response",
        "GithubIntegration": "github_integration",
        "GithubRepository": "github_repository",
        "HTTPValidationError": "http_validation_error",
        "Listener": "listener",
        "ListenerComputeConfig": "listener_compute_config",
        "ListenerComputeConfigDict": "listener_compute_config",
        "ListenerConfig": "listener_config",
        "ListenerConfigDict": "listener_config",
        "ListenerCreateRequest": "listener_create_request",
        "ListenerCreateRequestDict": "listener_create_request",
        "ListenerPatchRequest": "listener_patch_request",
        "ListenerPatchRequestDict": "listener_patch_request",
        "ListenersList": "listeners_list",
        "LocalObjectReference": "local_object_reference",
        "LocalObjectReferenceDict": "local_object_reference",
        "MCPOAuthProviderCreateRequest": "mcp_oauth_provider_create_request",
        "MCPOAuthProviderCreateRequestDict": "mcp_oauth_provider_create_request",
        "OAuthFinalizeRequest": "oauth_finalize_request",
        "OAuthFinalizeRequestDict": "oauth_finalize_request",
        "OAuthProviderCreateRequest": "oauth_provider_create_request",
        "OAuthProviderCreateRequestDict": "oauth_provider_create_request",
        "OAuthProviderResponse": "oauth_provider_response",
        "OAuthProviderUpdateRequest": "oauth_provider_update_request",
        "OAuthProviderUpdateRequestDict": "oauth_provider_update_request",
        "OAuthTokenStatusResponse": "oauth_token_status_response",
        "OAuthTokenSummary": "oauth_token_summary",
        "OAuthTokenUpdateRequest": "oauth_token_update_request",
        "OAuthTokenUpdateRequestDict": "oauth_token_update_request",
        "ResourceRequirements": "resource_requirements",
        "ResourceRequirementsDict": "resource_requirements",
        "ResourceSpecInput": "resource_spec_input",
        "ResourceSpecInputDict": "resource_spec_input",
        "ResourceSpecOutput": "resource_spec_output",
        "Revision": "revision",
        "RevisionsList": "revisions_list",
        "Secret": "secret",
        "SecretDict": "secret",
        "SecretReference": "secret_reference",
        "SecretReferenceDict": "secret_reference",
        "SourceConfig": "source_config",
        "SourceConfigRequest": "source_config_request",
        "SourceConfigRequestDict": "source_config_request",
        "SourceRevisionConfig": "source_revision_config",
        "SourceRevisionConfigRequest": "source_revision_config_request",
        "SourceRevisionConfigRequestDict": "source_revision_config_request",
        "ValidationError": "validation_error",
        "Volume": "volume",
        "VolumeDict": "volume",
        "VolumeMount": "volume_mount",
        "VolumeMountDict": "volume_mount",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
