"""What statuses are called."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus

_RENAMED = {
    413: "Request Entity Too Large",
    414: "Request-URI Too Long",
    416: "Requested Range Not Satisfiable",
    422: "Unprocessable Entity",
}
"""The statuses that newer versions of Python call by newer names."""


@cache
def phrase(status: int) -> str:
    """What a status is called, whatever the version of Python; empty for one that has no name."""
    known = {member.value: member.phrase for member in HTTPStatus} | _RENAMED
    return known.get(status, "")
