"""What is measured within a process of its own: `python -m tests.bench.inside NAME ARGUMENTS` prints it as JSON.

All times are microseconds of the processor.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

AT_ONCE = 100
LEAST = 0.05
"""The seconds that a loop takes at least: the clock is far finer."""


CREATED: Any = {
    "compute_type": "k8s",
    "compute_id": "production",
    "compute_config": {"k8s_namespaces": ["default", "staging"]},
}
LISTENER = json.dumps(
    {
        **CREATED,
        "version": "0.9.1",
        "id": "3f2b8a4e-9d0c-4c55-8a3e-52b8a1f0c9d7",
        "created_at": "2026-01-31T23:59:00Z",
        "updated_at": "2026-01-31T23:59:00.123456Z",
    }
).encode()


def race(contenders: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """What a call of each takes: the median of so many loops, which take turns."""
    counts = {name: _count(call) for name, call in contenders.items()}
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, call in contenders.items():
            taken[name].append(_loop(call, counts[name]) / counts[name] * 1e6)
    return {name: statistics.median(each) for name, each in taken.items()}


def calls(rounds: str) -> object:
    """A GET and a POST of the committed package, each beside the same request by httpx2 alone."""
    return {name: race(contenders, int(rounds)) for name, contenders in _calls().items()}


def models(ours: str, peer: str, payloads: str, rounds: str) -> object:
    """Parsing and dumping the first payload of a file that both models accept; each is `module:class`."""
    mine, other = _named(ours), _named(peer)
    payload = _accepted(json.loads(Path(payloads).read_text("utf-8")), mine, other)
    parsed, parsed_other = mine.model_validate_json(payload), other.model_validate_json(payload)
    parsing: Mapping[str, Callable[[], object]] = {
        "ours": lambda: mine.model_validate_json(payload),
        "other": lambda: other.model_validate_json(payload),
    }
    dumping = {"ours": parsed.model_dump_json, "other": parsed_other.model_dump_json}
    times = {"parse": race(parsing, int(rounds)), "dump": race(dumping, int(rounds))}
    return {"bytes": len(payload), "times": times}


def first(module: str, name: str) -> object:
    """Asking a package for a class and parsing with it for the first time; without a package, a class of one field."""
    import httpx2  # noqa: F401
    import pydantic

    package: Any = import_module(module) if module else None
    started = time.process_time()
    if package:
        cls: Any = getattr(package, name)
    else:
        cls = type("Plain", (pydantic.BaseModel,), {"__module__": __name__, "__annotations__": {"id": int}})
    with suppress(ValueError):
        cls.model_validate_json(b"{}")
    return (time.process_time() - started) * 1e6


def typical(package: str, name: str, count: str) -> object:
    """Payloads of a schema as the mock of a package draws them."""
    outside: Any = import_module(f"{package}._runtime.testing.outside")
    drawn: Any = import_module(f"{package}._runtime.testing.typical")
    strategy = getattr(import_module(f"{package}.testing.strategies"), name)()

    def draw() -> list[object]:
        with drawn.typically():
            draws = outside.drawing_from(strategy)
            return [value for seed in range(int(count)) for value in draws(str(seed))]

    return outside.apart(draw)


def _calls() -> Mapping[str, Mapping[str, Callable[[], object]]]:
    import httpx2
    from langsmith_control_plane import AsyncClient, Client

    answers = {"GET": (200, b'{"status":"completed","token":"t0k3n"}'), "POST": (201, LISTENER)}

    def answer(request: httpx2.Request) -> httpx2.Response:
        status, content = answers[request.method]
        return httpx2.Response(status, headers={"content-type": "application/json"}, content=content)

    transport, where = httpx2.MockTransport(answer), "https://api.host.example.com"
    key = {"x-api-key": "secret", "x-tenant-id": "tenant"}
    settings = {"api_key": "secret", "tenant_id": "tenant", "base_url": where}
    client = Client(**settings, http_client=httpx2.Client(transport=transport))
    asynchronous = AsyncClient(**settings, http_client=httpx2.AsyncClient(transport=transport))
    bare, other = httpx2.Client(transport=transport, headers=key), httpx2.AsyncClient(transport=transport, headers=key)
    getting = {"method": "GET", "url": f"{where}/v2/auth/wait/a1", "params": {"timeout": 5}}

    def posting() -> dict[str, Any]:
        sent = {"content": json.dumps(CREATED), "headers": {"content-type": "application/json"}}
        return {"method": "POST", "url": f"{where}/v2/listeners", **sent}

    async def get() -> object:
        return json.loads((await other.request(**getting)).content)

    async def post() -> object:
        return json.loads((await other.request(**posting())).content)

    return {
        "GET": {
            "ours": lambda: client.auth_service.wait_for_auth_completion("a1", timeout=5),
            "other": lambda: json.loads(bare.request(**getting).content),
        },
        "POST": {
            "ours": lambda: client.listeners.create_listener(**CREATED),
            "other": lambda: json.loads(bare.request(**posting()).content),
        },
        f"{AT_ONCE} asynchronous GET": {
            "ours": _awaited(lambda: asynchronous.auth_service.wait_for_auth_completion("a1", timeout=5)),
            "other": _awaited(get),
        },
        f"{AT_ONCE} asynchronous POST": {
            "ours": _awaited(lambda: asynchronous.listeners.create_listener(**CREATED)),
            "other": _awaited(post),
        },
    }


def _awaited(call: Callable[[], Awaitable[object]]) -> Callable[[], object]:
    """So many calls, one after the other, within one run of the loop: to start it takes longer than a call."""
    runner = asyncio.Runner()

    async def calls() -> None:
        for _ in range(AT_ONCE):
            await call()

    return lambda: runner.run(calls())


def _named(model: str) -> Any:
    module, _, name = model.partition(":")
    return getattr(import_module(module), name)


def _accepted(payloads: list[object], *models: Any) -> bytes:
    why = "the document has no example"
    for value in payloads:
        payload = json.dumps(value, ensure_ascii=False).encode()
        try:
            for model in models:
                model.model_validate_json(payload)
        except ValueError as error:
            why = " ".join(str(error).split())
        else:
            return payload
    raise ValueError(f"there is no payload that both accept: {why[:300]}")


def _count(call: Callable[[], object]) -> int:
    count = 1
    while _loop(call, count) < LEAST:
        count *= 2
    return count


def _loop(call: Callable[[], object], count: int) -> float:
    started = time.process_time()
    for _ in range(count):
        call()
    return time.process_time() - started


if __name__ == "__main__":
    print(json.dumps({each.__name__: each for each in (calls, models, first, typical)}[sys.argv[1]](*sys.argv[2:])))
