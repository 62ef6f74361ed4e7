"""Texts that were made of others, kept under the digests of those: the next run need not make them again."""

from __future__ import annotations

import json
import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b

from specwright import cache, probe


def name(root: str, output: str) -> str:
    """What the texts of an output are kept as, for as long as this very tool makes them."""
    return json.dumps(["made", probe.tool(root, {}), root, output])


class Memo:
    """What an earlier run made, and what this one makes. Without a name nothing is kept."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._before = _read(name) if name else {}
        self._now: dict[str, str] = {}

    def made(self, kind: str, text: str, make: Callable[[], str]) -> str:
        """What is made of a text of a kind, which nothing but these two may decide on."""
        return self.each(kind, [text], lambda _: {text: make()})[text]

    def each(
        self, kind: str, texts: Iterable[str], make: Callable[[Sequence[str]], Mapping[str, str]]
    ) -> dict[str, str]:
        """What is made of each of these texts; what has to be made is made at once."""
        if not self._name:
            return {**make(list(texts))}
        digests = {text: _digest(kind, text) for text in texts}
        new = [text for text, digest in digests.items() if digest not in self._before]
        made = {**(make(new) if new else {})}
        found = {text: made[text] if text in made else self._before[digest] for text, digest in digests.items()}
        self._now |= {digests[text]: each for text, each in found.items()}
        return found

    def keep(self) -> None:
        """Keep what this run has made, and no more of what came before."""
        if self._now.keys() != self._before.keys():
            cache.put(self._name, marshal.dumps(self._now))


def _digest(kind: str, text: str) -> str:
    return blake2b(f"{kind}\n{text}".encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _read(name: str) -> dict[str, str]:
    """What is kept. Like Python's own compiled files, it is taken for what this user's tools have written."""
    held = cache.get(name)
    try:
        return {} if held is None else dict(marshal.loads(held))
    except (EOFError, ValueError, TypeError):
        return {}  # it is no record of ours
