from __future__ import annotations

from typing import TypedDict

from .._runtime.model import UNSET, Model


class CreateOrderRequestLinesItem(Model):
    sku: str | UNSET = UNSET


class CreateOrderRequestLinesItemDict(TypedDict, total=False):
    """`CreateOrderRequestLinesItem` as a dict, with the names of the wire."""

    sku: str
