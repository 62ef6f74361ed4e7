from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field as _Field

from .._runtime.lazy import later
from .._runtime.model import UNSET, Model as _Model

if TYPE_CHECKING:
    from .model import Model


class Field(_Model):
    model_config_: Annotated[str | UNSET, _Field(alias="model_config")] = UNSET
    class_: Annotated[str | UNSET, _Field(alias="class")] = UNSET
    foo_bar_2: Annotated[str | UNSET, _Field(alias="fooBar")] = UNSET
    foo_bar: str | UNSET = UNSET
    field: Annotated[str | UNSET, _Field(alias="")] = UNSET
    self_: Annotated[Model | UNSET, _Field(alias="self")] = UNSET


later(__name__, "Model")
