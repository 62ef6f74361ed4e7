"""`make peers`: what other generators make of real documents, and what we do.

Variables choose documents as those of `make corpus` do: SEED and N (how many are drawn at random; the named ones are
left out unless NAMED=1), MAX_KB, ONLY=part-of-a-name; CORPUS is the folder that has, or gets, the packages they come
in. LIMIT is the seconds for each step of a document; documents of more than TYPED_KB are not type-checked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.peers import PEERS
from tests.corpus.fetch import Unfetched, fetch
from tests.corpus.run import REPOSITORY
from tests.corpus.sample import Choice, Document, sample
from tests.peers.contender import OURS, Contender, contender
from tests.peers.report import report
from tests.peers.run import Limits, Outcome, taken

FOLDER = REPOSITORY / ".bench"


def main(variables: Mapping[str, str]) -> int:
    """Run and tell; 1 if a peer is not there."""
    limits = Limits(float(variables.get("LIMIT", "120")), int(variables.get("TYPED_KB", "400")) * 1000)
    FOLDER.mkdir(exist_ok=True)
    try:
        documents = sample(
            fetch(Path(variables.get("CORPUS", REPOSITORY / ".corpus"))),
            Choice.asked({"N": "20", "NAMED": "0", **variables}),
        )
    except Unfetched as why:
        print(f"peers: {why}", file=sys.stderr)
        return 2
    ready = {peer.name: contender(peer, FOLDER / "peers") for peer in PEERS}
    absent = {name: found for name, found in ready.items() if isinstance(found, str)}
    for name, reason in absent.items():
        print(f"peers: {name} is not there: {reason}", file=sys.stderr, flush=True)
    contenders = [OURS, *(each for each in ready.values() if isinstance(each, Contender))]
    print(report(_results(contenders, documents, limits), absent, limits))
    return 1 if absent else 0


def _results(
    contenders: Sequence[Contender], documents: Sequence[Document], limits: Limits
) -> dict[str, list[Outcome]]:
    """One process at a time, and one contender after the other for each document: what slows one slows all."""
    results: dict[str, list[Outcome]] = {each.name: [] for each in contenders}
    for number, document in enumerate(documents, 1):
        for each in contenders:
            outcome = taken(each, document, FOLDER, limits)
            results[each.name].append(outcome)
            said = outcome.fault[:80] or f"{outcome.seconds:.1f} s"
            print(f"[{number}/{len(documents)}] {document.name}: {each.name}: {said}", file=sys.stderr, flush=True)
    return results


if __name__ == "__main__":
    sys.exit(main(os.environ))
