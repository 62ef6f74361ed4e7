"""Where "exactly one" of a `oneOf` says more than "any": only there does a union stay exclusive."""

from __future__ import annotations

from dataclasses import replace

from specwright import ir
from specwright.ir import Schema
from specwright.read.everywhere import throughout
from specwright.read.overlap import Overlap


def exclusive(api: ir.Api) -> ir.Api:
    """The API with each `oneOf` parted: members that no value has in common with the others stand by themselves."""
    overlap = Overlap({named.name: named.schema for named in api.schemas})

    def parted(schema: Schema) -> Schema:
        return _parted(schema, overlap) if isinstance(schema, ir.Union) and schema.exclusive else schema

    return throughout(api, parted)


def _parted(union: ir.Union, overlap: Overlap) -> ir.Union:
    groups = overlap.groups(union.members)
    if len(groups) == 1:
        return union
    members = [replace(union, members=tuple(group)) if len(group) > 1 else group[0] for group in groups]
    return replace(union, members=tuple(members), exclusive=False)
