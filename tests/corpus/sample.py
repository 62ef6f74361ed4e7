"""Which documents a run takes: those of `named.txt`, and as many drawn at random, one of a provider."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_NAMED = Path(__file__).with_name("named.txt")


@dataclass(frozen=True, slots=True)
class Document:
    """A real document: what it is called, where it lies, and its bytes."""

    name: str
    path: Path
    size: int

    @property
    def provider(self) -> str:
        return self.name.split("/")[1]


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for: `drawn` documents by `seed` beside the named ones, or only those that `only` is part of."""

    seed: int = 1
    drawn: int = 140
    named: bool = True
    everything: bool = False
    only: str = ""
    largest: int = 0

    @classmethod
    def asked(cls, variables: Mapping[str, str]) -> Choice:
        """By the variables SEED, N, NAMED (0 leaves them out), ALL, ONLY and MAX_KB."""
        return cls(
            seed=int(variables.get("SEED", "1")),
            drawn=int(variables.get("N", "140")),
            named=variables.get("NAMED", "1") != "0",
            everything=variables.get("ALL", "") not in ("", "0"),
            only=variables.get("ONLY", ""),
            largest=int(variables.get("MAX_KB", "0")),
        )


def sample(folder: Path, choice: Choice) -> list[Document]:
    """The documents of a folder that are chosen, the largest first."""
    found = [each for each in _documents(folder) if not choice.largest or each.size <= choice.largest * 1000]
    chosen = dict.fromkeys(_chosen(found, choice))
    return sorted(chosen, key=lambda each: (-each.size, each.name))


def _documents(folder: Path) -> Iterator[Document]:
    """Every document; those with every reference resolved repeat others."""
    for path in sorted(folder.rglob("*.json")):
        if not path.name.endswith(".deref.json"):
            name = path.relative_to(folder).with_suffix("").as_posix()
            yield Document(name, path, path.stat().st_size)


def _chosen(found: list[Document], choice: Choice) -> Iterable[Document]:
    if choice.only:
        return [each for each in found if choice.only in each.name]
    if choice.everything:
        return found
    names = {line.strip() for line in _NAMED.read_text("utf-8").splitlines() if line and not line.startswith("#")}
    named = [each for each in found if each.name in names] if choice.named else []
    return [*named, *_drawn([each for each in found if each.name not in names], choice)]


def _drawn(found: list[Document], choice: Choice) -> Iterator[Document]:
    """One document of each of so many providers."""
    providers: dict[str, list[Document]] = {}
    for each in found:
        providers.setdefault(each.provider, []).append(each)
    dice = random.Random(choice.seed)
    for provider in dice.sample(sorted(providers), min(choice.drawn, len(providers))):
        yield dice.choice(providers[provider])
