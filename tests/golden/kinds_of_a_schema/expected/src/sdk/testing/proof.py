"""What the properties are proved with: both clients in a loop with the server stub, and a record of what held."""

from __future__ import annotations

from .. import AsyncClient, Client
from .._runtime.testing.loop import ASYNC, SYNC, Loop
from .._runtime.testing.losses import Losses
from .._runtime.testing.record import Record
from ..errors import STATUS_ERRORS
from ..server import create_app
from .cases import OPERATIONS
from .document import oracle

LOOP = Loop({SYNC: Client, ASYNC: AsyncClient}, create_app, OPERATIONS)
LOSSES = Losses(STATUS_ERRORS, oracle())
RECORD = Record(oracle(), OPERATIONS)
