from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, NotRequired, TypedDict

from .._runtime.conditions import Excludes, Having, Implies
from .._runtime.lazy import later
from .._runtime.model import UNSET, Model
from .._runtime.rules import rules
from .._runtime.types import OPEN, Nothing

if TYPE_CHECKING:
    from .address import Address, AddressDict
    from .european import European


class Payment(Model):
    kind: Annotated[Literal["card", "bank", "voucher"] | str, OPEN]
    number: str | UNSET = UNSET
    iban: str | UNSET = UNSET
    address: Address | UNSET = UNSET
    _rules = rules(
        Implies(Having("iban"), lambda: Having(optional={"address": European})),
        Excludes(Having("iban", required={"kind": Literal["voucher"]})),
        Implies(
            Having(optional={"kind": Literal["card"]}),
            Having("number"),
            Having(optional={"number": Nothing}),
        ),
    )


class PaymentDict(TypedDict):
    """`Payment` as a dict, with the names of the wire."""

    kind: Literal["card", "bank", "voucher"]
    number: NotRequired[str]
    iban: NotRequired[str]
    address: NotRequired[AddressDict]


later(__name__, "Address", "AddressDict", "European")
