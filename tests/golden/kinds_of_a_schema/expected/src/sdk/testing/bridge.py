"""An ASGI application as the transport of a client of either kind: calls in process, without a socket."""

from __future__ import annotations

from .._runtime.testing.asgi import AsyncASGITransport as AsyncASGITransport
from .._runtime.testing.bridge import SyncASGITransport as SyncASGITransport
