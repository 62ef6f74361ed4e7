from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class Dog(Model):
    """A named animal that barks."""

    name: Annotated[str, Field(min_length=2)]
    barks: bool
