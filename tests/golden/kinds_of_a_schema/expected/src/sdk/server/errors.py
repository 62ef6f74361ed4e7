"""What a handler may raise: the error statuses that the API declares, each with its body."""

from __future__ import annotations

from .._runtime.server.reply import HTTPProblem as HTTPProblem, Unimplemented as Unimplemented
