"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .fault import Fault as Fault
    from .watch import Watch as Watch
    from .watch import WatchDict as WatchDict
else:
    _MODULES = {
        "Fault": "fault",
        "Watch": "watch",
        "WatchDict": "watch",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
