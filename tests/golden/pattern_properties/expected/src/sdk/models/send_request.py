from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypedDict

from pydantic import Field

from .._runtime.conditions import Patterns
from .._runtime.model import UNSET, Model
from .._runtime.rules import rules
from .._runtime.types import Integer, Nothing


class SendRequest(Model):
    to: str | UNSET = UNSET
    x_retry: Annotated[Integer | UNSET, Field(alias="x-retry")] = UNSET
    _rules = rules(Patterns({"^x-": str | Integer}, others=Nothing, declared=("to", "x-retry")))
    if TYPE_CHECKING:

        @property
        def model_extra(self) -> dict[str, str | Integer]: ...

    else:
        __pydantic_extra__: dict[str, str | Integer]


SendRequestDict = TypedDict(
    "SendRequestDict",
    {
        "to": "str",
        "x-retry": "int",
    },
    total=False,
)
"""`SendRequest` as a dict, with the names of the wire."""
