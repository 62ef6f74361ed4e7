from __future__ import annotations

from .._runtime.model import UNSET, Model


class GetPetResponseDefault(Model):
    title: str | UNSET = UNSET
