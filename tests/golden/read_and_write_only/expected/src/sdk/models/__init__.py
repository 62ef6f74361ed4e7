"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .account import Account as Account
    from .account_input import AccountInput as AccountInput
    from .account_input import AccountInputDict as AccountInputDict
    from .identifier import Identifier as Identifier
    from .login import Login as Login
    from .login import LoginDict as LoginDict
else:
    _MODULES = {
        "Account": "account",
        "AccountInput": "account_input",
        "AccountInputDict": "account_input",
        "Identifier": "identifier",
        "Login": "login",
        "LoginDict": "login",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
