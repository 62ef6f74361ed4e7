"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .address import Address as Address
    from .address import AddressDict as AddressDict
    from .european import European as European
    from .european import EuropeanDict as EuropeanDict
    from .named import Named as Named
    from .order import Order as Order
    from .payment import Payment as Payment
    from .payment import PaymentDict as PaymentDict
    from .rate import Rate as Rate
    from .shape import Shape as Shape
else:
    _MODULES = {
        "Address": "address",
        "AddressDict": "address",
        "European": "european",
        "EuropeanDict": "european",
        "Named": "named",
        "Order": "order",
        "Payment": "payment",
        "PaymentDict": "payment",
        "Rate": "rate",
        "Shape": "shape",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
