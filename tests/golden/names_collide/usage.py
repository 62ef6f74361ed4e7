"""What users write, in which strict checkers find every name, however it is reached."""

from __future__ import annotations

from typing import assert_type

import names_collide.models
from names_collide import UNSET, AsyncClient, Client, models
from names_collide.models import *
from names_collide.models.model import Model as Same
from names_collide.server import Default

assert_type(Field(class_="a", foo_bar="b").self_, models.Model | UNSET)
assert_type(names_collide.models.Model.model_validate_json("{}"), Same)
assert_type(Model(copy_=1).copy_, int | UNSET)
text: FooBarBaz = "a"


class Mine(Default):
    async def list_2(self, id: str, *, id_2: str | UNSET = UNSET) -> None: ...


def waiting(client: Client) -> None:
    assert_type(client.default.list_2("a", id_2="b"), None)


async def awaited(client: AsyncClient) -> None:
    assert_type(await client.default.list_(), None)
