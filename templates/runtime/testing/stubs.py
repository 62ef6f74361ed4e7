"""Stubs that answer everything in one way, whatever it is that they answer."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from inspect import Signature
from typing import Any, TypeAlias, get_args, get_type_hints

from .case import Case

Handlers: TypeAlias = Callable[[Case, Signature], Callable[..., Any]]
"""Makes the handler of an operation, which is called as the method is that it overrides, `self` included."""


def stubs(create_app: Callable[..., Any], operations: tuple[Case, ...], handlers: Handlers) -> dict[str, Any]:
    """The arguments for `create_app`: for each tag an instance of a subclass of its stub with handlers of its own."""
    return dict(_stubs(create_app, operations, handlers))


def _stubs(
    create_app: Callable[..., Any], operations: tuple[Case, ...], handlers: Handlers
) -> Iterator[tuple[str, object]]:
    hints = get_type_hints(create_app)
    for tag in dict.fromkeys(case.tag for case in operations):
        stub = get_args(hints[tag])[0]
        own = [case for case in operations if case.tag == tag]
        overrides = {case.name: handlers(case, inspect.signature(getattr(stub, case.name))) for case in own}
        yield tag, type(stub.__name__, (stub,), overrides)()
