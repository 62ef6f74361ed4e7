"""Packages whose modules are loaded when a name is first asked for, and modules that refer to others of theirs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.machinery import (
    BYTECODE_SUFFIXES,
    EXTENSION_SUFFIXES,
    SOURCE_SUFFIXES,
    ExtensionFileLoader,
    FileFinder,
    ModuleSpec,
    SourceFileLoader,
    SourcelessFileLoader,
)
from importlib.util import spec_from_file_location
from types import ModuleType, NoneType
from typing import TYPE_CHECKING, Any

_MANY = 500


def lazy(package: str, modules: dict[str, str]) -> tuple[Callable[[str], object], Callable[[], list[str]], list[str]]:
    """`__getattr__`, `__dir__` and `__all__` of a package: `modules` gives the module that holds each public name."""
    if len(modules) > _MANY:
        unlisted(package)

    def __getattr__(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{modules[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    def __dir__() -> list[str]:
        return sorted({*vars(sys.modules[package]), *modules})

    return __getattr__, __dir__, sorted(modules)


def unlisted(package: str) -> None:
    """Have the modules of a package looked up one by one: to list a large folder takes longer than to load several.

    A package that is in no folder, as in an archive, is left alone, and so are all where another program has a say in
    how modules are found: Python itself has two hooks.
    """
    folders = [*sys.modules[package].__path__]
    if len(folders) == 1 and os.path.isdir(folders[0]) and len(sys.path_hooks) == 2:
        loaders = (
            (ExtensionFileLoader, EXTENSION_SUFFIXES),
            (SourceFileLoader, SOURCE_SUFFIXES),
            (SourcelessFileLoader, BYTECODE_SUFFIXES),
        )
        sys.path_importer_cache[folders[0]] = _Finder(folders[0], *loaders)


class _Finder(FileFinder):
    """Finds a source file by its name, unless it has been compiled, and anything else by the list of the folder."""

    def find_spec(self, fullname: str, target: ModuleType | None = None) -> ModuleSpec | None:
        name = fullname.rpartition(".")[2]
        stem = os.path.join(self.path, name)
        if name.islower() and os.path.isfile(f"{stem}.py") and not any(map(os.path.isfile, _extensions(stem))):
            return spec_from_file_location(fullname, f"{stem}.py", loader=SourceFileLoader(fullname, f"{stem}.py"))
        return super().find_spec(fullname, target)


def _extensions(stem: str) -> list[str]:
    return [f"{stem}{suffix}" for suffix in EXTENSION_SUFFIXES]


def later(module: str, *names: str) -> None:
    """Let a module know the names of its package that its annotations hold, once somebody reads its namespace.

    It is said after all else in the module, so that modules may refer to each other in a circle, in any number of
    threads.
    """
    _WAITING[module] = names
    sys.modules[module].__class__ = _Waiting


def completed(module: ModuleType, namespace: dict[str, Any]) -> dict[str, Any]:
    """The namespace of a module with the names that it let itself know later.

    An alias of None stands for its type, because `None | None` is no annotation.
    """
    package = import_module(module.__name__.rpartition(".")[0])
    for name in _WAITING[module.__name__]:
        value = getattr(package, name)
        namespace.setdefault(name, NoneType if value is None else value)
    module.__class__ = ModuleType
    return namespace


_WAITING: dict[str, tuple[str, ...]] = {}


class _Waiting(ModuleType):
    """A module whose namespace is completed when it is read, as pydantic and `typing.get_type_hints` do."""

    if not TYPE_CHECKING:  # which call the namespace of a module writable, and nobody writes it here

        @property
        def __dict__(self) -> dict[str, Any]:
            return completed(self, super().__dict__)
