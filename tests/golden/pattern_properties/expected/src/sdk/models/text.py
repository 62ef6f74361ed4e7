from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.conditions import Names
from .._runtime.model import UNSET, Model
from .._runtime.rules import rules


class Text(Model):
    body: str | UNSET = UNSET
    _rules = rules(Names(Annotated[str, Field(max_length=9)]))
