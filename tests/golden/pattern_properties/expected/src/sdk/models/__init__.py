"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .headers import Headers as Headers
    from .languages import Languages as Languages
    from .mixed import Mixed as Mixed
    from .send_request import SendRequest as SendRequest
    from .send_request import SendRequestDict as SendRequestDict
    from .text import Text as Text
else:
    _MODULES = {
        "Headers": "headers",
        "Languages": "languages",
        "Mixed": "mixed",
        "SendRequest": "send_request",
        "SendRequestDict": "send_request",
        "Text": "text",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
