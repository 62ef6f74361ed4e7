"""What was received, as it may be sent: without the members that only the API itself says."""

from __future__ import annotations

import sys
from typing import Any

from .model import UNSET, Model, wire_names
from .root import Root

__all__ = ["sendable"]


def sendable(value: Any) -> Any:
    """A value as a model of what is sent takes it: of an object the members that may be sent, by their wire names."""
    match value:
        case Model():
            return _members(value)
        case Root(root=inside):
            return sendable(inside)
        case [*items]:
            return [sendable(item) for item in items]
        case {**members}:
            return {name: sendable(member) for name, member in members.items()}
        case _:
            return value


def _members(received: Model) -> dict[str, Any]:
    sent = set(wire_names(_sent(type(received))).values())
    own = {name: getattr(received, attribute, UNSET) for attribute, name in wire_names(type(received)).items()}
    kept = {name: member for name, member in own.items() if name in sent and member is not UNSET}
    return {name: sendable(member) for name, member in (kept | (received.model_extra or {})).items()}


def _sent(cls: type[Model]) -> type[Model]:
    """The class that stands for another one where it is sent."""
    name = vars(cls).get("_sent_as")
    found: type[Model] = getattr(sys.modules[cls.__module__.rpartition(".")[0]], name) if name else cls
    return found
