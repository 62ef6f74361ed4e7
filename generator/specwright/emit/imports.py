"""How a module spells the names that its text borrows, and the import lines that this takes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from specwright.emit.annotations import BORROWED, MARKED

_MODULES = {
    "typing": "Annotated Any ClassVar Literal NotRequired TypeAlias TypedDict Union TYPE_CHECKING",
    "collections.abc": "Iterator Mapping",
    "datetime": "date datetime",
    "uuid": "UUID",
    "pydantic": "ConfigDict Field",
    "typing_extensions": "deprecated",
    ".._runtime.bodies": "spread",
    ".._runtime.files": "Content File Upload",
    ".._runtime.forms": "Encoding",
    ".._runtime.kinds": "KindOf Kinds Told",
    ".._runtime.lazy": "later",
    ".._runtime.model": "UNSET Model",
    ".._runtime.root": "Root",
    ".._runtime.conditions": "Excludes Having Holds Implies Names Part Patterns Positions Unevaluated",
    ".._runtime.server.app": "Route",
    ".._runtime.server.reply": "NO_HEADERS HTTPProblem Result Stream Unimplemented",
    ".._runtime.rules": "Needs Size Together rules",
    ".._runtime.types": (
        "OPEN UNIQUE Date DateTime Exactly Growing Integer Matches MultipleOf Nothing Number OneOf Spelled Tagged Uuid"
    ),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names.split()}
NAMES = frozenset(_MODULE_OF)
"""Everything that may be borrowed."""
_STANDARD = {"typing", "collections.abc", "datetime", "functools", "uuid"}


class Spelling:
    """Spells the marked names of one module. A borrowed name that is also one of `own` gets an underscore."""

    def __init__(self, own: Collection[str] = (), *, models: str = "", runtime: str = ".._runtime") -> None:
        """`models` stands before the name of a model: `models.` where the package is imported as a whole."""
        self._own = own
        self.prefix = models
        self._runtime = runtime
        self._lines: dict[str, set[str]] = {}
        self.models: set[str] = set()

    def __call__(self, text: str) -> str:
        """The text as it stands in the module."""
        return MARKED.sub(lambda match: self._spelled(match[1], match[2]), text)

    def need(self, module: str, *names: str) -> None:
        """Import names that the template itself writes."""
        self._lines.setdefault(module, set()).update(names)

    def imports(self) -> str:
        """The import lines for everything that was spelled so far."""
        return import_lines(self._lines)

    def _spelled(self, mark: str, name: str) -> str:
        if mark == BORROWED:
            spelled = f"_{name}" if name in self._own else name
            self.need(
                _MODULE_OF[name].replace(".._runtime", self._runtime),
                f"{name} as {spelled}" if spelled != name else name,
            )
            return spelled
        self.models.add(name)
        return self.prefix + name


def import_lines(needed: Mapping[str, Collection[str]]) -> str:
    """The lines that import names from modules, in isort's order, groups parted by a line."""
    rows = {
        module: f"from {module} import {', '.join(sorted(names, key=_isort))}"
        for module, names in needed.items()
        if names
    }
    groups = [
        [rows[module] for module in sorted(rows) if module in _STANDARD],
        [rows[module] for module in sorted(rows) if module not in _STANDARD and not module.startswith(".")],
        [rows[module] for module in sorted(rows) if module.startswith(".")],
    ]
    return "\n\n".join("\n".join(group) for group in groups if group)


def _isort(name: str) -> tuple[int, str]:
    """Constants, then classes, then the rest, as isort orders them."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)
