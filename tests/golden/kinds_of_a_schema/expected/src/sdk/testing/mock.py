"""The API as an application that makes up its answers."""

from __future__ import annotations

from typing import Literal

from fastapi import FastAPI

from .._runtime.testing.mock import Mock
from .._runtime.testing.stubs import stubs
from ..server import create_app
from .cases import OPERATIONS


def app(*, seed: int = 0, mode: Literal["typical", "edge"] = "typical") -> FastAPI:
    """An ASGI application that answers every operation with data that the document allows.

    An answer has the lowest status of success that is declared. It depends on the seed, the
    operation and the values of its path, query and body, and on nothing else: ask again, or in
    another process, and it is the same, as long as Hypothesis is. Requests that the document does
    not allow are refused, as by any server made of the stubs; credentials are not looked at. Where
    nothing can be drawn that is valid, the answer is 501 and says so.

    Args:
        seed: Another one gives other data.
        mode: `typical` data surprises nobody: all declared members are there and no others, nothing
            is null that need not be, texts are words, numbers are small, arrays have one to three
            items. `edge` is whatever the document allows: absent members and unheard-of ones, null,
            empty and odd texts, large numbers, leap seconds.
    """
    return create_app(**stubs(create_app, OPERATIONS, Mock(seed, mode).handler))
