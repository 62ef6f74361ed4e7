from __future__ import annotations

from typing import Annotated, TypedDict

from pydantic import Field

from .._runtime.model import Model


class FindPetsRequest(Model):
    name: Annotated[str, Field(min_length=1)]


class FindPetsRequestDict(TypedDict):
    """`FindPetsRequest` as a dict, with the names of the wire."""

    name: str
