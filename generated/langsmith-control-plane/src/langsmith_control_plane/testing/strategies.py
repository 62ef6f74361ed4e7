"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import (
    Json,
    SearchStrategy,
    booleans,
    date_times,
    integers,
    json_values,
    just,
    lists,
    mapping,
    none,
    numbers,
    one_of,
    record,
    sampled_from,
    text,
    uuids,
)


@cache
def agent_connection_list_response() -> SearchStrategy[Json]:
    """`AgentConnectionListResponse`."""
    return record(required={"data": lists(agent_connection_response())}, extra=json_values())


@cache
def agent_connection_response() -> SearchStrategy[Json]:
    """`AgentConnectionResponse`."""
    return record(
        required={
            "id": text(),
            "agent_id": text(),
            "oauth_token_id": text(),
            "provider_id": text(),
            "provider_account_label": one_of(none(), text()),
            "scopes": lists(text()),
            "expires_at": one_of(none(), date_times()),
            "created_by": text(),
            "created_at": date_times(),
        },
        extra=json_values(),
    )


@cache
def auth_authenticate_request() -> SearchStrategy[Json]:
    """`AuthAuthenticateRequest`."""
    return record(
        required={"provider": text(), "scopes": lists(text())},
        optional={
            "user_id": one_of(none(), text()),
            "ls_user_id": one_of(none(), text()),
            "agent_id": one_of(none(), text()),
            "use_agent_builder_public_oauth": booleans(),
            "force_new": booleans(),
            "token_id": one_of(none(), uuids()),
            "is_default": booleans(),
        },
        extra=json_values(),
    )


@cache
def auth_authenticate_response() -> SearchStrategy[Json]:
    """`AuthAuthenticateResponse`."""
    return record(
        required={"status": auth_status()},
        optional={
            "url": one_of(none(), text()),
            "auth_id": one_of(none(), text()),
            "token": one_of(none(), text()),
            "user_id": one_of(none(), text()),
            "metadata": one_of(none(), mapping(json_values())),
        },
        extra=json_values(),
    )


@cache
def auth_status() -> SearchStrategy[Json]:
    """`AuthStatus`."""
    return sampled_from(["completed", "pending", "connection_required", "token_expired"])


@cache
def auth_wait_response() -> SearchStrategy[Json]:
    """`AuthWaitResponse`."""
    return record(
        required={"status": auth_wait_status()},
        optional={"token": one_of(none(), text())},
        extra=json_values(),
    )


@cache
def auth_wait_status() -> SearchStrategy[Json]:
    """`AuthWaitStatus`."""
    return sampled_from(["completed", "pending", "timeout", "not_found"])


@cache
def container() -> SearchStrategy[Json]:
    """`Container`."""
    return record(
        required={"name": text(), "image": text()},
        optional={
            "imagePullPolicy": one_of(none(), text()),
            "command": one_of(none(), lists(text())),
            "args": one_of(none(), lists(text())),
            "workingDir": one_of(none(), text()),
            "env": one_of(none(), lists(env_var())),
            "envFrom": one_of(none(), lists(mapping(json_values()))),
            "resources": one_of(none(), resource_requirements()),
            "volumeMounts": one_of(none(), lists(volume_mount())),
            "securityContext": one_of(none(), mapping(json_values())),
            "restartPolicy": one_of(none(), text()),
        },
        extra=json_values(),
    )


@cache
def create_agent_connection_request() -> SearchStrategy[Json]:
    """`CreateAgentConnectionRequest`."""
    return record(required={"oauth_token_id": text()}, extra=json_values())


@cache
def deployment() -> SearchStrategy[Json]:
    """`Deployment`."""
    return record(
        required={
            "name": text(),
            "source": sampled_from(
                ["github", "external_docker", "internal_docker", "internal_source"]
            ),
            "source_config": source_config(),
            "source_revision_config": source_revision_config(),
            "secrets": lists(secret()),
            "id": uuids(),
            "tenant_id": uuids(),
            "created_at": date_times(),
            "updated_at": date_times(),
            "status": sampled_from(
                ["AWAITING_DATABASE", "READY", "UNUSED", "AWAITING_DELETE", "UNKNOWN"]
            ),
            "latest_revision_id": one_of(none(), uuids()),
            "active_revision_id": one_of(none(), uuids()),
        },
        optional={
            "secret_references": one_of(none(), lists(secret_reference())),
            "image_version": one_of(none(), text()),
        },
        extra=json_values(),
    )


@cache
def deployment_create_request() -> SearchStrategy[Json]:
    """`DeploymentCreateRequest`."""
    return record(
        required={
            "name": text(),
            "source": sampled_from(
                ["github", "external_docker", "internal_docker", "internal_source"]
            ),
            "source_config": source_config_request(),
            "source_revision_config": source_revision_config_request(),
            "secrets": lists(secret()),
        },
        optional={"secret_references": one_of(none(), lists(secret_reference()))},
        extra=json_values(),
    )


@cache
def deployment_patch_request() -> SearchStrategy[Json]:
    """`DeploymentPatchRequest`."""
    return record(
        optional={
            "revision_source": one_of(
                none(), sampled_from(["github", "internal_docker", "internal_source"])
            ),
            "source_config": one_of(none(), source_config_request()),
            "source_revision_config": one_of(none(), source_revision_config_request()),
            "secrets": one_of(none(), lists(secret())),
            "secret_references": one_of(none(), lists(secret_reference())),
        },
        extra=json_values(),
    )


@cache
def deployments_list() -> SearchStrategy[Json]:
    """`DeploymentsList`."""
    return record(
        required={"resources": lists(deployment()), "offset": integers()}, extra=json_values()
    )


@cache
def env_var() -> SearchStrategy[Json]:
    """`EnvVar`."""
    return record(
        required={"name": text()},
        optional={
            "value": one_of(none(), text()),
            "valueFrom": one_of(none(), mapping(json_values())),
        },
        extra=json_values(),
    )


@cache
def error_response() -> SearchStrategy[Json]:
    """`ErrorResponse`."""
    return record(required={"detail": text()}, extra=json_values())


@cache
def github_integration() -> SearchStrategy[Json]:
    """`GithubIntegration`."""
    return record(
        required={"id": uuids(), "installation_id": integers(), "name": text()}, extra=json_values()
    )


@cache
def github_repository() -> SearchStrategy[Json]:
    """`GithubRepository`."""
    return record(
        required={
            "host_integration_id": uuids(),
            "id": integers(),
            "name": text(),
            "owner": text(),
            "url": text(),
            "default_branch": text(),
        },
        extra=json_values(),
    )


@cache
def http_validation_error() -> SearchStrategy[Json]:
    """`HTTPValidationError`."""
    return record(optional={"detail": lists(validation_error())}, extra=json_values())


@cache
def listener() -> SearchStrategy[Json]:
    """`Listener`."""
    return record(
        required={
            "compute_type": just("k8s"),
            "compute_id": text(),
            "compute_config": listener_compute_config(),
            "id": uuids(),
            "created_at": date_times(),
            "updated_at": date_times(),
        },
        optional={"version": one_of(none(), text())},
        extra=json_values(),
    )


@cache
def listener_compute_config() -> SearchStrategy[Json]:
    """`ListenerComputeConfig`."""
    return record(optional={"k8s_namespaces": one_of(none(), lists(text()))}, extra=json_values())


@cache
def listener_config() -> SearchStrategy[Json]:
    """`ListenerConfig`."""
    return record(optional={"k8s_namespace": one_of(none(), text())}, extra=json_values())


@cache
def listener_create_request() -> SearchStrategy[Json]:
    """`ListenerCreateRequest`."""
    return record(
        required={
            "compute_type": just("k8s"),
            "compute_id": text(),
            "compute_config": listener_compute_config(),
        },
        optional={"version": one_of(none(), text())},
        extra=json_values(),
    )


@cache
def listener_patch_request() -> SearchStrategy[Json]:
    """`ListenerPatchRequest`."""
    return record(
        optional={
            "version": one_of(none(), text()),
            "compute_config": one_of(none(), listener_compute_config()),
        },
        extra=json_values(),
    )


@cache
def listeners_list() -> SearchStrategy[Json]:
    """`ListenersList`."""
    return record(
        required={"resources": lists(listener()), "offset": integers()}, extra=json_values()
    )


@cache
def local_object_reference() -> SearchStrategy[Json]:
    """`LocalObjectReference`."""
    return record(required={"name": text()}, extra=json_values())


@cache
def mcp_oauth_provider_create_request() -> SearchStrategy[Json]:
    """`MCPOAuthProviderCreateRequest`."""
    return record(
        required={"provider_id": text(), "name": text(), "mcp_server_url": text()},
        extra=json_values(),
    )


@cache
def oauth_finalize_request() -> SearchStrategy[Json]:
    """`OAuthFinalizeRequest`."""
    return record(required={"code": text(), "state": text()}, extra=json_values())


@cache
def oauth_provider_create_request() -> SearchStrategy[Json]:
    """`OAuthProviderCreateRequest`."""
    return record(
        required={
            "provider_id": text(),
            "name": text(),
            "client_id": text(),
            "auth_url": text(),
            "token_url": text(),
        },
        optional={
            "client_secret": one_of(none(), text()),
            "uses_pkce": booleans(),
            "code_challenge_method": text(),
            "provider_type": one_of(none(), sampled_from(["microsoft", "salesforce", "slack"])),
            "token_endpoint_auth_method": sampled_from(
                ["none", "client_secret_basic", "client_secret_post"]
            ),
        },
        extra=json_values(),
    )


@cache
def oauth_provider_response() -> SearchStrategy[Json]:
    """`OAuthProviderResponse`."""
    return record(
        required={
            "id": text(),
            "organization_id": text(),
            "provider_id": text(),
            "name": text(),
            "client_id": text(),
            "auth_url": text(),
            "token_url": text(),
            "uses_pkce": booleans(),
            "code_challenge_method": one_of(none(), text()),
            "created_at": date_times(),
            "updated_at": date_times(),
        },
        optional={
            "provider_type": one_of(none(), text()),
            "mcp_server_url": one_of(none(), text()),
            "token_endpoint_auth_method": text(),
            "is_dynamic_client": booleans(),
        },
        extra=json_values(),
    )


@cache
def oauth_provider_update_request() -> SearchStrategy[Json]:
    """`OAuthProviderUpdateRequest`."""
    return record(
        optional={
            "name": one_of(none(), text()),
            "client_id": one_of(none(), text()),
            "client_secret": one_of(none(), text()),
            "auth_url": one_of(none(), text()),
            "token_url": one_of(none(), text()),
            "uses_pkce": one_of(none(), booleans()),
            "code_challenge_method": one_of(none(), text()),
        },
        extra=json_values(),
    )


@cache
def oauth_token_status_response() -> SearchStrategy[Json]:
    """`OAuthTokenStatusResponse`."""
    return record(required={"has_token": booleans()}, extra=json_values())


@cache
def oauth_token_summary() -> SearchStrategy[Json]:
    """`OAuthTokenSummary`."""
    return record(
        required={
            "id": text(),
            "provider_id": text(),
            "created_at": date_times(),
            "updated_at": date_times(),
        },
        optional={
            "provider_account_label": one_of(none(), text()),
            "scopes": lists(text()),
            "expires_at": one_of(none(), date_times()),
            "is_default": booleans(),
        },
        extra=json_values(),
    )


@cache
def oauth_token_update_request() -> SearchStrategy[Json]:
    """`OAuthTokenUpdateRequest`."""
    return record(
        optional={
            "provider_account_label": one_of(none(), text()),
            "is_default": one_of(none(), booleans()),
        },
        extra=json_values(),
    )


@cache
def resource_requirements() -> SearchStrategy[Json]:
    """`ResourceRequirements`."""
    return record(
        optional={
            "limits": one_of(none(), mapping(text())),
            "requests": one_of(none(), mapping(text())),
        },
        extra=json_values(),
    )


@cache
def resource_spec_input() -> SearchStrategy[Json]:
    """`ResourceSpecInput`."""
    return record(
        optional={
            "min_scale": one_of(none(), integers()),
            "max_scale": one_of(none(), integers()),
            "cpu": one_of(none(), numbers(0.1, 8)),
            "cpu_limit": one_of(none(), numbers(0.1, 16)),
            "memory_mb": one_of(none(), integers()),
            "memory_limit_mb": one_of(none(), integers()),
            "queue_min_scale": one_of(none(), integers()),
            "queue_max_scale": one_of(none(), integers()),
            "queue_cpu": one_of(none(), numbers(0.1, 8)),
            "queue_cpu_limit": one_of(none(), numbers(0.1, 16)),
            "queue_memory_mb": one_of(none(), integers()),
            "queue_memory_limit_mb": one_of(none(), integers()),
            "orchestrator_cpu": one_of(none(), numbers()),
            "orchestrator_cpu_limit": one_of(none(), numbers()),
            "orchestrator_memory_mb": one_of(none(), integers()),
            "orchestrator_memory_limit_mb": one_of(none(), integers()),
            "orchestrator_min_scale": one_of(none(), integers()),
            "orchestrator_max_scale": one_of(none(), integers()),
            "executor_cpu": one_of(none(), numbers()),
            "executor_cpu_limit": one_of(none(), numbers()),
            "executor_memory_mb": one_of(none(), integers()),
            "executor_memory_limit_mb": one_of(none(), integers()),
            "redis_cpu": one_of(none(), numbers(0.1, 8)),
            "redis_cpu_limit": one_of(none(), numbers(0.1, 16)),
            "redis_memory_mb": one_of(none(), integers()),
            "redis_memory_limit_mb": one_of(none(), integers()),
            "labels": one_of(none(), mapping(text())),
            "annotations": one_of(none(), mapping(text())),
            "service_account_name": one_of(none(), text()),
            "image_pull_secrets": one_of(none(), lists(local_object_reference())),
            "volumes": one_of(none(), lists(volume())),
            "volume_mounts": one_of(none(), lists(volume_mount())),
            "init_containers": one_of(none(), lists(container())),
            "sidecars": one_of(none(), lists(container())),
            "db_cpu": one_of(none(), numbers()),
            "db_cpu_limit": one_of(none(), numbers()),
            "db_memory_mb": one_of(none(), integers()),
            "db_memory_limit_mb": one_of(none(), integers()),
            "db_storage_gi": one_of(none(), integers()),
            "db_max_connections": one_of(none(), integers()),
        },
        extra=json_values(),
    )


@cache
def resource_spec_output() -> SearchStrategy[Json]:
    """`ResourceSpecOutput`."""
    return record(
        optional={
            "min_scale": one_of(none(), integers()),
            "max_scale": one_of(none(), integers()),
            "cpu": one_of(none(), numbers(0.1, 8)),
            "cpu_limit": one_of(none(), numbers(0.1, 16)),
            "memory_mb": one_of(none(), integers()),
            "memory_limit_mb": one_of(none(), integers()),
            "queue_min_scale": one_of(none(), integers()),
            "queue_max_scale": one_of(none(), integers()),
            "queue_cpu": one_of(none(), numbers(0.1, 8)),
            "queue_cpu_limit": one_of(none(), numbers(0.1, 16)),
            "queue_memory_mb": one_of(none(), integers()),
            "queue_memory_limit_mb": one_of(none(), integers()),
            "orchestrator_cpu": one_of(none(), numbers()),
            "orchestrator_cpu_limit": one_of(none(), numbers()),
            "orchestrator_memory_mb": one_of(none(), integers()),
            "orchestrator_memory_limit_mb": one_of(none(), integers()),
            "orchestrator_min_scale": one_of(none(), integers()),
            "orchestrator_max_scale": one_of(none(), integers()),
            "executor_cpu": one_of(none(), numbers()),
            "executor_cpu_limit": one_of(none(), numbers()),
            "executor_memory_mb": one_of(none(), integers()),
            "executor_memory_limit_mb": one_of(none(), integers()),
            "redis_cpu": one_of(none(), numbers(0.1, 8)),
            "redis_cpu_limit": one_of(none(), numbers(0.1, 16)),
            "redis_memory_mb": one_of(none(), integers()),
            "redis_memory_limit_mb": one_of(none(), integers()),
            "labels": one_of(none(), mapping(text())),
            "annotations": one_of(none(), mapping(text())),
            "service_account_name": one_of(none(), text()),
            "image_pull_secrets": one_of(none(), lists(local_object_reference())),
            "volumes": one_of(none(), lists(volume())),
            "volume_mounts": one_of(none(), lists(volume_mount())),
            "init_containers": one_of(none(), lists(container())),
            "sidecars": one_of(none(), lists(container())),
            "db_cpu": one_of(none(), numbers()),
            "db_cpu_limit": one_of(none(), numbers()),
            "db_memory_mb": one_of(none(), integers()),
            "db_memory_limit_mb": one_of(none(), integers()),
            "db_storage_gi": one_of(none(), integers()),
            "db_max_connections": one_of(none(), integers()),
        },
        extra=json_values(),
    )


@cache
def revision() -> SearchStrategy[Json]:
    """`Revision`."""
    return record(
        required={
            "id": uuids(),
            "created_at": date_times(),
            "updated_at": date_times(),
            "status": sampled_from(
                [
                    "CREATING",
                    "QUEUED",
                    "AWAITING_BUILD",
                    "BUILDING",
                    "AWAITING_DEPLOY",
                    "DEPLOYING",
                    "CREATE_FAILED",
                    "BUILD_FAILED",
                    "DEPLOY_FAILED",
                    "DEPLOYED",
                    "SKIPPED",
                    "INTERRUPTED",
                    "UNKNOWN",
                ],
            ),
            "source": sampled_from(
                ["github", "external_docker", "internal_docker", "internal_source"]
            ),
            "source_revision_config": source_revision_config(),
        },
        extra=json_values(),
    )


@cache
def revisions_list() -> SearchStrategy[Json]:
    """`RevisionsList`."""
    return record(
        required={"resources": lists(revision()), "offset": integers()}, extra=json_values()
    )


@cache
def secret() -> SearchStrategy[Json]:
    """`Secret`."""
    return record(required={"name": text(), "value": text()}, extra=json_values())


@cache
def secret_reference() -> SearchStrategy[Json]:
    """`SecretReference`."""
    return record(
        required={"name": text(), "secret_name": text(), "secret_key": text()}, extra=json_values()
    )


@cache
def source_config() -> SearchStrategy[Json]:
    """`SourceConfig`."""
    return record(
        optional={
            "integration_id": one_of(none(), uuids()),
            "repo_url": one_of(none(), text()),
            "deployment_type": one_of(none(), sampled_from(["dev_free", "dev", "prod"])),
            "build_on_push": one_of(none(), booleans()),
            "custom_url": one_of(none(), text()),
            "resource_spec": one_of(none(), resource_spec_output()),
            "listener_id": one_of(none(), uuids()),
            "listener_config": one_of(none(), listener_config()),
            "install_command": one_of(none(), text()),
            "build_command": one_of(none(), text()),
        },
        extra=json_values(),
    )


@cache
def source_config_request() -> SearchStrategy[Json]:
    """`SourceConfigRequest`."""
    return record(
        optional={
            "integration_id": one_of(none(), uuids()),
            "repo_url": one_of(none(), text()),
            "deployment_type": one_of(none(), sampled_from(["dev_free", "dev", "prod"])),
            "build_on_push": one_of(none(), booleans()),
            "custom_url": one_of(none(), text()),
            "resource_spec": one_of(none(), resource_spec_input()),
            "listener_id": one_of(none(), uuids()),
            "listener_config": one_of(none(), listener_config()),
            "install_command": one_of(none(), text()),
            "build_command": one_of(none(), text()),
        },
        extra=json_values(),
    )


@cache
def source_revision_config() -> SearchStrategy[Json]:
    """`SourceRevisionConfig`."""
    return record(
        optional={
            "repo_ref": one_of(none(), text()),
            "langgraph_config_path": one_of(none(), text()),
            "image_uri": one_of(none(), text()),
            "source_tarball_path": one_of(none(), text()),
            "repo_commit_sha": one_of(none(), text()),
        },
        extra=json_values(),
    )


@cache
def source_revision_config_request() -> SearchStrategy[Json]:
    """`SourceRevisionConfigRequest`."""
    return record(
        optional={
            "repo_ref": one_of(none(), text()),
            "langgraph_config_path": one_of(none(), text()),
            "image_uri": one_of(none(), text()),
            "source_tarball_path": one_of(none(), text()),
        },
        extra=json_values(),
    )


@cache
def validation_error() -> SearchStrategy[Json]:
    """`ValidationError`."""
    return record(
        required={"loc": lists(one_of(text(), integers())), "msg": text(), "type": text()},
        extra=json_values(),
    )


@cache
def volume() -> SearchStrategy[Json]:
    """`Volume`."""
    return record(
        optional={
            "name": text(),
            "configMap": one_of(none(), mapping(json_values())),
            "secret": one_of(none(), mapping(json_values())),
            "emptyDir": one_of(none(), mapping(json_values())),
            "persistentVolumeClaim": one_of(none(), mapping(json_values())),
            "nfs": one_of(none(), mapping(json_values())),
            "projected": one_of(none(), mapping(json_values())),
            "downwardAPI": one_of(none(), mapping(json_values())),
            "csi": one_of(none(), mapping(json_values())),
        },
        extra=json_values(),
    )


@cache
def volume_mount() -> SearchStrategy[Json]:
    """`VolumeMount`."""
    return record(
        optional={
            "name": text(),
            "mountPath": text(),
            "subPath": one_of(none(), text()),
            "mountPropagation": one_of(none(), text()),
            "readOnly": one_of(none(), booleans()),
            "subPathExpr": one_of(none(), text()),
        },
        extra=json_values(),
    )
