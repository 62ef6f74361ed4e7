"""The README's Python runs, from top to bottom, with a server that answers what the document allows."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import httpx2
import pytest
from hypothesis import Phase, find, settings

from langsmith_control_plane._runtime.testing.case import Case
from langsmith_control_plane._runtime.testing.json import encode
from langsmith_control_plane.testing.cases import OPERATIONS

README = Path(__file__).parent.parent / "README.md"
SIMPLEST = settings(max_examples=1, phases=[Phase.generate], database=None, derandomize=True)
BLOCKS = re.findall(r"^```python\n(.*?)^```$", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def asked(request: httpx2.Request) -> Case:
    """The operation that a request is for."""
    found = [
        case
        for case in OPERATIONS
        if case.method == request.method
        and re.search(
            re.sub(r"\\\{.*?\\\}", "[^/]+", re.escape(unquote(case.path))) + r"\Z", request.url.path
        )
    ]
    return min(found, key=lambda case: (case.path.count("{"), -len(case.path)))


def answer(request: httpx2.Request) -> httpx2.Response:
    """The simplest success that the document allows."""
    response = min(asked(request).responses, key=lambda response: response.status)
    status = int(response.status) if response.status.isdigit() else 200
    if not response.media_type:
        return httpx2.Response(status, request=request)
    content = encode(find(response.strategy(), lambda _: True, settings=SIMPLEST))
    headers = {"content-type": response.media_type}
    return httpx2.Response(status, headers=headers, content=content, request=request)


def test_readme_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def sync(_: httpx2.HTTPTransport, request: httpx2.Request) -> httpx2.Response:
        return answer(request)

    async def later(_: httpx2.AsyncHTTPTransport, request: httpx2.Request) -> httpx2.Response:
        return answer(request)

    monkeypatch.setattr(httpx2.HTTPTransport, "handle_request", sync)
    monkeypatch.setattr(httpx2.AsyncHTTPTransport, "handle_async_request", later)
    exec(compile("\n".join(BLOCKS), str(README), "exec"), {"__name__": "readme"})
    assert capsys.readouterr().out or not any("print(" in block for block in BLOCKS)
