"""An ASGI application as the transport of a `Client`: calls in process, without a socket."""

from __future__ import annotations

from .._runtime.testing.bridge import SyncASGITransport as SyncASGITransport
