"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .pet import Pet as Pet
    from .pet_gone_request_json import PetGoneRequestJson as PetGoneRequestJson
    from .subscribe_request import SubscribeRequest as SubscribeRequest
    from .subscribe_request import SubscribeRequestDict as SubscribeRequestDict
else:
    _MODULES = {
        "Pet": "pet",
        "PetGoneRequestJson": "pet_gone_request_json",
        "SubscribeRequest": "subscribe_request",
        "SubscribeRequestDict": "subscribe_request",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
