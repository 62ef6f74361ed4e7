from __future__ import annotations

from typing import TypedDict

from .._runtime.model import UNSET, Model


class SourceRevisionConfigRequest(Model):
    """Settings that depend on the `source` and need a new revision to change. Each may be null, and
    the server checks which ones the `source` calls for.
    """

    repo_ref: str | None | UNSET = UNSET
    """Git ref to build, for `github` only: a branch by its bare name (`main`) or a tag by its full
    path (`refs/tags/v1.0.0`). A tag needs `source_config.build_on_push` to be `false`. In a PATCH,
    a non-null value creates a new revision.
    """

    langgraph_config_path: str | None | UNSET = UNSET
    """Path of the configuration file, `langgraph.json`. Needed at creation for `github` and
    `internal_source`; `null` for every other source. In a PATCH, a non-null value creates a new
    revision.
    """

    image_uri: str | None | UNSET = UNSET
    """URI of the Docker image to run, for `external_docker`. In a PATCH, a non-null value creates a
    new revision.
    """

    source_tarball_path: str | None | UNSET = UNSET
    """Object path of the uploaded source archive, for `internal_source` only. Must come from `POST
    /deployments/{deployment_id}/upload-url`; other paths are refused. In a PATCH, a non-null value
    creates a new revision.
    """


class SourceRevisionConfigRequestDict(TypedDict, total=False):
    """`SourceRevisionConfigRequest` as a dict, with the names of the wire."""

    repo_ref: str | None
    langgraph_config_path: str | None
    image_uri: str | None
    source_tarball_path: str | None
