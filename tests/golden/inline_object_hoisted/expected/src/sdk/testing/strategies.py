"""Payloads: for each schema of the API, a strategy that draws what is valid for it, as it looks on the wire."""

from __future__ import annotations

from functools import cache

from .._runtime.testing.draw import Json, SearchStrategy, integers, json_values, lists, record, text


@cache
def create_order_request() -> SearchStrategy[Json]:
    """`CreateOrderRequest`."""
    return record(required={"lines": lists(create_order_request_lines_item())}, extra=json_values())


@cache
def create_order_request_lines_item() -> SearchStrategy[Json]:
    """`CreateOrderRequestLinesItem`."""
    return record(optional={"sku": text()}, extra=json_values())


@cache
def create_order_response() -> SearchStrategy[Json]:
    """`CreateOrderResponse`."""
    return record(optional={"id": integers()}, extra=json_values())
