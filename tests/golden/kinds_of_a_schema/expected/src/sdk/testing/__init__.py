"""What the tests of this package are made of, for tests of your own: it needs the extra `testing`.

`app()` is a mock of the API, `strategies` has payloads for your own tests, and `bridge` connects a
client to an application.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .mock import app as app
else:
    __getattr__, __dir__, __all__ = lazy(__name__, {"app": "mock"})
