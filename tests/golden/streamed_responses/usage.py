"""What users write, in which strict checkers find nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

from streamed_responses import AsyncClient, Client, models
from streamed_responses.server import Events, Files, Reply, create_app


async def ticks() -> AsyncIterator[str]:
    yield "data: 1\n\n"


class OctetsOrText(Files, Events):
    async def download(self, name: str) -> bytes:
        return b""

    async def watch(self, body: models.Watch) -> str:
        return ""


class Iterators(Files, Events):
    async def download(self, name: str) -> Iterator[bytes]:
        return open(name, "rb")

    async def watch(self, body: models.Watch) -> AsyncIterator[str]:
        return ticks()


class Either(Files, Events):
    async def download(self, name: str) -> Iterator[bytes] | Reply[Iterator[bytes]]:
        octets = (bytes([octet]) for octet in range(8))
        return Reply(octets, headers={"etag": "1"}) if name else octets

    async def watch(self, body: models.Watch) -> Reply[AsyncIterator[str]] | str:
        return Reply(ticks()) if body.since else ""


app = create_app(files=Either(), events=Iterators())


def waiting(client: Client) -> tuple[bytes, list[str]]:
    with client.with_streaming_response(client.files.download, "a") as file:
        chunks: list[bytes] = list(file.iter_bytes(10))
    with client.with_streaming_response(client.files.download, name="a") as file:
        whole: bytes = file.parse()
    with client.with_streaming_response(client.events.watch, since="yesterday") as stream:
        told = [event.data for event in stream.events()]
    return b"".join(chunks) + whole, told


async def awaited(client: AsyncClient) -> tuple[bytes, list[str]]:
    async with client.with_streaming_response(client.files.download, "a") as file:
        chunks: list[bytes] = [chunk async for chunk in file.aiter_bytes()]
    async with client.with_streaming_response(client.files.download, "a") as file:
        whole: bytes = await file.parse()
    async with client.with_streaming_response(client.events.watch, since="yesterday") as stream:
        told = [event.data async for event in stream.events()]
    return b"".join(chunks) + whole, told
