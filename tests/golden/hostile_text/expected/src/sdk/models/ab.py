from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import UNSET, Model


class AB(Model):
    """ends with a backslash \\"""

    a_b_c: Annotated[str | UNSET, Field(alias="a\"b'c\n")] = UNSET
    """\"\"\"quoted\"\"\"

    Default: `"\\"\\"\\""`; an absent property is `UNSET` all the same.
    """
