"""What is tried at present, as a script of a few lines that tries it again with the package alone.

Hypothesis runs the smallest example that fails last, so that is the one that is told of when a test has failed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import BaseModel

from .calls import Call
from .case import Case, SchemaCase
from .json import Json, encode

PACKAGE = __name__.partition("._runtime")[0]


@dataclass(frozen=True)
class Parsed:
    """A payload that a model parses and writes again."""

    case: SchemaCase
    payload: Json

    def script(self) -> str:
        wire, name = repr(encode(self.payload)), self.case.name
        type_ = self.case.type()
        if isinstance(type_, type) and issubclass(type_, BaseModel):
            lines = [
                f"value = models.{name}.model_validate_json({wire})",
                "print(value)",
                "print(value.model_dump_json())",
            ]
            return "\n".join([f"from {PACKAGE} import models", "", *lines])
        lines = [
            f"codec = adapter(lambda: models.{name})",
            f"value = codec.validate_json({wire})",
            "print(value)",
            "print(codec.dump_json(value).decode())",
        ]
        imports = [f"from {PACKAGE} import models", f"from {PACKAGE}._runtime.adapter import adapter"]
        return "\n".join([*imports, "", *lines])


@dataclass(frozen=True)
class Called:
    """A call of an operation by one of the clients, whose handler gives an answer."""

    call: Call
    kind: str
    stub: str

    @property
    def payload(self) -> object:
        return {"arguments": self.call.arguments, "answer": self.call.answer.value}

    def script(self) -> str:
        case, media_type = self.call.case, self.call.given.media_type
        client = f'client.with_options(headers={{"Content-Type": {media_type!r}}})' if media_type else "client"
        waited = self.kind == "async"
        client_class, transport = ("AsyncClient", "httpx2.ASGITransport") if waited else ("Client", "SyncASGITransport")
        return "\n".join(
            [
                *["import asyncio"] * waited,
                "import httpx2",
                f"from {PACKAGE} import {client_class}",
                *_uploads(self.call.arguments),
                f"from {PACKAGE}.server import {self._answer_class}, {self.stub}, create_app",
                *[f"from {PACKAGE}.testing.bridge import SyncASGITransport"] * (not waited),
                "",
                "",
                f"class Handler({self.stub}):",
                f"    async def {case.name}(self, *args, **kwargs):",
                '        print("the handler got", args, kwargs)',
                f"        {self._answered()}",
                "",
                "",
                f"app = create_app({case.tag}=Handler())",
                f"http = httpx2.{client_class}(transport={transport}(app))",
                f'client = {client_class}(base_url="https://api.test", http_client=http)',
                f'print("the client got", {_run(f"{client}.{case.tag}.{case.name}", self.call.arguments, waited)})',
            ]
        )

    @property
    def _answer_class(self) -> str:
        return "HTTPProblem" if self.call.answer.status >= 400 else "Reply"

    def _answered(self) -> str:
        """What the handler does to give the answer; values are as they are on the wire."""
        answer = self.call.answer
        headers = {**({"content-type": answer.response.example} if answer.media_type else {}), **answer.headers}
        if answer.status >= 400:
            return f"raise HTTPProblem({answer.status}, {answer.value!r}, headers={headers!r})"
        return f"return Reply({answer.value!r}, {answer.status}, {headers!r})"


@dataclass(frozen=True)
class Answered:
    """A call of an operation, which a server answers with these octets."""

    case: Case
    kind: str
    arguments: Mapping[str, Any]
    status: int
    media_type: str
    content: bytes

    @property
    def payload(self) -> object:
        return self.content

    def script(self) -> str:
        waited, client = self.kind == "async", "AsyncClient" if self.kind == "async" else "Client"
        headers = f", headers={{'content-type': {self.media_type!r}}}" if self.media_type else ""
        return "\n".join(
            [
                *["import asyncio"] * waited,
                "import httpx2",
                f"from {PACKAGE} import {client}",
                *_uploads(self.arguments),
                "",
                "",
                "def answer(request):",
                f"    return httpx2.Response({self.status}{headers}, content={_octets(self.content)})",
                "",
                "",
                f"http = httpx2.{client}(transport=httpx2.MockTransport(answer))",
                f'client = {client}(base_url="https://api.test", http_client=http)',
                f"print({_run(f'client.{self.case.tag}.{self.case.name}', self.arguments, waited)})",
            ]
        )


@dataclass(frozen=True)
class Sent:
    """A request that is sent to the stub as it is, past the clients."""

    method: str
    target: str
    headers: Mapping[str, str]
    content: bytes

    @property
    def payload(self) -> object:
        return {"request": f"{self.method} {self.target}", "headers": dict(self.headers), "content": self.content}

    @property
    def octets(self) -> dict[bytes, bytes]:
        """The headers as they are on the wire, of which a text has the octets one by one."""
        return {name.encode("ascii"): text.encode("latin-1") for name, text in self.headers.items()}

    def script(self) -> str:
        return "\n".join(
            [
                "import httpx2",
                f"from {PACKAGE}.server import create_app",
                f"from {PACKAGE}.testing.bridge import SyncASGITransport",
                "",
                "http = httpx2.Client(transport=SyncASGITransport(create_app()))",
                "request = httpx2.Request(",
                f"    {self.method!r},",
                f"    {'https://api.test' + self.target!r},",
                f"    headers={self._headers!r},",
                f"    content={_octets(self.content)},",
                ")",
                "answer = http.send(request)",
                "print(answer.status_code, answer.text)",
            ]
        )

    @property
    def _headers(self) -> object:
        """The headers in the most readable way that an HTTP client takes."""
        return dict(self.headers) if all(map(str.isascii, self.headers.values())) else self.octets


Trial: TypeAlias = Parsed | Called | Answered | Sent


class Trials:
    """Knows the trial that is going on."""

    def __init__(self) -> None:
        self._now: Callable[[], Trial] | None = None

    def begin(self, trial: Callable[[], Trial] | None) -> None:
        """Something else is tried from now on."""
        self._now = trial

    @property
    def now(self) -> Trial | None:
        return self._now() if self._now else None


TRIALS = Trials()


def _run(method: str, arguments: Mapping[str, Any], waited: bool) -> str:
    """The expression of a call that is waited for."""
    called = f"{method}({', '.join(f'{name}={value!r}' for name, value in arguments.items())})"
    return f"asyncio.run({called})" if waited else called


def _uploads(arguments: Mapping[str, Any]) -> list[str]:
    """The import that files among the arguments need."""
    return [f"from {PACKAGE}._runtime.files import Upload"] * ("Upload(" in repr(dict(arguments)))


def _octets(content: bytes) -> str:
    """The octets as an expression, short where they only repeat their first and their last one."""
    half = len(content) // 2
    first, last = content[:1], content[-1:]
    if len(content) > 1_000 and content == first * half + last * (len(content) - half):
        return f"{first!r} * {half} + {last!r} * {len(content) - half}"
    return repr(content)
