from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class Secret(Model):
    """A secret, which the container of the deployment sees as an environment variable. Some names
    configure the Agent Server itself. In a PATCH, a non-null list of secrets creates a new
    revision.
    """

    name: str
    """Name of the environment variable."""

    value: str
    """Value, in plain text."""


class SecretDict(TypedDict):
    """`Secret` as a dict, with the names of the wire."""

    name: str
    value: str
