from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from pydantic import Field

from .._runtime.model import UNSET, Model


class EnvVar(Model):
    """A variable that a container sees in its environment."""

    name: str
    """Name of the variable, a C identifier."""

    value: str | None | UNSET = UNSET
    """Value of the variable, empty unless given."""

    value_from: Annotated[dict[str, Any] | None | UNSET, Field(alias="valueFrom")] = UNSET
    """Where to take the value from. Excludes a non-empty `value`."""


class EnvVarDict(TypedDict):
    """`EnvVar` as a dict, with the names of the wire."""

    name: str
    value: NotRequired[str | None]
    valueFrom: NotRequired[dict[str, Any] | None]
