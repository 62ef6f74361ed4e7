from __future__ import annotations

from typing import Annotated

from pydantic import Field as _Field

from .._runtime.model import UNSET, Model as _Model
from .._runtime.types import Integer


class Model(_Model):
    copy_: Annotated[Integer | UNSET, _Field(alias="copy")] = UNSET
