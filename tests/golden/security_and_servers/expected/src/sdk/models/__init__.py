"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations
