from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import UNSET, Model as _Model
from .._runtime.types import Integer


class Model(_Model):
    copy_: Annotated[Integer | UNSET, Field(alias="copy")] = UNSET
