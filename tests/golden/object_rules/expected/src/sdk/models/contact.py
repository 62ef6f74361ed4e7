from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import UNSET, Model
from .._runtime.rules import Needs, Size, Together, rules
from .._runtime.types import Date, Matches, Spelled


class Contact(Model):
    email: str | UNSET = UNSET
    phone_number: Annotated[
        Annotated[str, Matches("^\\d+$")] | UNSET, Field(alias="phoneNumber")
    ] = UNSET
    since: Annotated[Date, Spelled(min_length=10)] | UNSET = UNSET
    _rules = rules(
        Needs("phoneNumber", ("since",)),
        Together(("email",), ("phoneNumber",), least=1),
        Together(("email", "phoneNumber"), most=0),
        Size(1, 3),
    )
