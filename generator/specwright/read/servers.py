"""Where an API is, and where those of its operations are that are elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urljoin

from specwright import ir
from specwright.read.json_text import JsonValue
from specwright.read.keywords import items, members, text
from specwright.read.outline import Operation

_ABSOLUTE = re.compile(r"https?://[^/?#{}\s]+[^?#{}\s]*", re.IGNORECASE)


def servers(holder: Mapping[str, JsonValue]) -> tuple[ir.Server, ...]:
    """The servers that a document, a path item or an operation has, each variable replaced by its default."""
    return tuple(_server(members(each)) for each in items(holder.get("servers")))


def own_servers(source: Operation, document: Mapping[str, JsonValue]) -> tuple[str, ...]:
    """The base URLs of an operation that is not where the API is: its own, or those of its path item.

    A relative one is as seen from the first server of the API; it leads nowhere if that is relative as well.
    """
    home = next((each.url for each in servers(document)), "")
    places = servers(source.value) or servers(source.item.value)
    urls = dict.fromkeys(urljoin(home, each.url).rstrip("/") for each in places)
    known = tuple(url for url in urls if _ABSOLUTE.fullmatch(url))
    return () if home.rstrip("/") == next(iter(known), home) else known


def _server(server: dict[str, JsonValue]) -> ir.Server:
    url = text(server, "url") or "/"
    for name, variable in members(server.get("variables")).items():
        url = url.replace(f"{{{name}}}", str(members(variable).get("default", "")))
    return ir.Server(url, text(server, "description"))
