from __future__ import annotations

from .._runtime.model import UNSET, Model


class CreateOrderRequestLinesItem(Model):
    sku: str | UNSET = UNSET
