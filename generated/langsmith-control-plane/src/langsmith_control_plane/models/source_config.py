from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.types import OPEN, Uuid

if TYPE_CHECKING:
    from .listener_config import ListenerConfig
    from .resource_spec_output import ResourceSpecOutput


class SourceConfig(Model):
    """Settings that depend on the `source` of the deployment."""

    integration_id: Uuid | None | UNSET = UNSET
    """ID of the GitHub integration, from `GET /v1/integrations/github/install`. For `github` only; not
    patchable.
    """

    repo_url: str | None | UNSET = UNSET
    """URL of the git repository. For `github` only; not patchable."""

    deployment_type: Annotated[Literal["dev_free", "dev", "prod"] | str, OPEN] | None | UNSET = (
        UNSET
    )
    """Size class of the deployment, as the documentation on deployment types explains. For `github`
    only; not patchable.
    """

    build_on_push: bool | None | UNSET = UNSET
    """Whether a push to `source_revision_config.repo_ref` builds a new revision. For `github` only.
    Must be off when `repo_ref` is a tag (`refs/tags/...`), because a tag never moves.
    """

    custom_url: str | None | UNSET = UNSET
    """Address of the deployment. Settable for `external_docker` only; for `github` it is assigned by
    the server and read-only.
    """

    resource_spec: ResourceSpecOutput | None | UNSET = UNSET
    listener_id: Uuid | None | UNSET = UNSET
    """ID of the listener that deploys this, from `GET /v2/listeners`. For `external_docker` only; not
    patchable.
    """

    listener_config: ListenerConfig | None | UNSET = UNSET
    install_command: str | None | UNSET = UNSET
    """Command that installs the dependencies of a JavaScript deployment. Runs at the root of the
    repository, which need not be the folder of `langgraph.json`. Without it, the command is chosen
    by the files of yarn, npm and the like that are found.
    """

    build_command: str | None | UNSET = UNSET
    """Command that builds a JavaScript deployment. Runs in the folder of `langgraph.json`. Helps with
    shared workspaces, in place of a `postinstall` script in `package.json`.
    """


later(__name__, "ListenerConfig", "ResourceSpecOutput")
