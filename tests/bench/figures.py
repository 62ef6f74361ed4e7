"""The figures: what is measured, beside what, and what is to be reached."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median_low

from tests.bench.edit import KINDS, edit
from tests.bench.measure import Contender, Taken, measured
from tests.bench.peers import PEERS, installed, surroundings
from tests.bench.synthetic import slope, write

SPECWRIGHT = [sys.executable, "-m", "specwright"]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `reached` is none where there is nothing to reach."""

    figure: str
    ours: str
    other: str
    ratio: str
    target: str
    reached: bool | None


@dataclass(frozen=True, slots=True)
class Bench:
    """The folder that everything happens in, how often each figure is measured, and whether it has to be quick."""

    folder: Path
    rounds: int
    quick: bool

    def contender(self, document: Path, *options: str, command: str = "generate", keep: bool = False) -> Contender:
        """Our command for a document, into a folder that is not there, unless it is to be kept."""
        output = self.folder / "out" / document.stem
        given = [str(document), "-o", str(output)] if command == "generate" else []
        cache = {"SPECWRIGHT_CACHE_DIR": str(self.folder / "cache")}
        prepare = (lambda: None) if keep else partial(self.away, output)
        return Contender([*SPECWRIGHT, command, *given, *options], self.folder, prepare, cache)

    @property
    def gone(self) -> Path:
        """Where outputs are moved that are not needed any more, to be removed when nothing is measured."""
        return self.folder / "gone"

    def away(self, output: Path) -> None:
        """Have nothing at a place, as on the first run there.

        What is there is not removed yet: a file system is slow to create files for minutes after it has removed many.
        """
        self.gone.mkdir(exist_ok=True)
        if output.exists():
            output.rename(self.gone / str(len(list(self.gone.iterdir()))))

    def fresh(self, output: Path) -> None:
        """Have an empty folder at a place."""
        self.away(output)
        output.mkdir(parents=True)


def cold(bench: Bench, document: Path, limit: float, peers: bool) -> Iterator[Row]:
    """Generating from nothing, beside the peers."""
    contenders = {"ours": bench.contender(document, "--no-cache", "-q")}
    told: dict[str, str] = {}
    for peer in PEERS if peers else ():
        program = installed(peer, bench.folder / "peers")
        if isinstance(program, str):
            told[peer.name] = program
            continue
        output = bench.folder / "out" / f"{document.stem}-{peer.program}"
        command = [str(program), *peer.arguments(str(document), str(output))]
        prepare, repeats = partial(bench.fresh, output), not bench.quick
        contenders[peer.name] = Contender(command, bench.folder, prepare, surroundings(program), repeats)
    taken = measured(contenders, bench.rounds)
    ours = taken.pop("ours")
    name = f"cold generate, {document.stem}"
    yield Row(name, _seconds(ours), "-", "-", f"<= {limit:.0f} s wall", _ran(ours) and ours.wall <= limit)
    yield Row(f"{name}: peak memory", f"{ours.peak:.0f} MB", "-", "-", "<= 256 MB", _ran(ours) and ours.peak <= 256)
    for peer, other in taken.items():
        if other.error:
            yield Row(f"{name}, {peer}", _seconds(ours), f"fails: {other.error}", "-", "-", None)
        else:
            ratio = other.wall / ours.wall
            yield Row(f"{name}, {peer}", _seconds(ours), _seconds(other), f"{ratio:.1f} x", "> 1 x", ratio > 1)
    for peer, why in told.items():
        yield Row(f"{name}, {peer}", _seconds(ours), why, "-", "-", None)


def warm(bench: Bench, document: Path) -> Iterator[Row]:
    """Generating again where nothing has changed, beside an interpreter that does nothing."""
    measured({"once": bench.contender(document, "-q")}, 1)
    nothing = Contender([sys.executable, "-c", "pass"], bench.folder)
    taken = measured({"ours": bench.contender(document, "-q", keep=True), "floor": nothing}, max(bench.rounds, 5))
    ours, floor = taken["ours"], taken["floor"]
    ratio = f"{ours.wall / floor.wall:.1f} x"
    yield Row(f"no change, {document.stem}", _seconds(ours), _seconds(floor), ratio, "<= 0.15 s", ours.wall <= 0.15)


def edited(bench: Bench, document: Path) -> Iterator[Row]:
    """Generating after one edit and another: a schema has another property, or an operation another summary."""
    path = bench.folder / f"{document.stem}-edited.json"
    shutil.copy(document, path)
    measured({"once": bench.contender(path, "-q")}, 1)
    ours = bench.contender(path, "-q", keep=True)
    for kind in KINDS:
        taken: list[Taken] = []
        for number in range(3 if bench.quick else 9):
            edit(path, kind, number)
            taken.append(measured({"ours": ours}, 1)["ours"])
        usual, longest = median_low(each.wall for each in taken), max(each.wall for each in taken)
        figure = f"one {kind} edited, {document.stem} (median of {len(taken)}; the longest)"
        reached = all(map(_ran, taken)) and usual <= 1
        yield Row(figure, f"{usual:.2f} s ({longest:.2f} s)", "-", "-", "<= 1 s", reached)


def source(bench: Bench, document: Path) -> tuple[Path, str]:
    """The folder of what is generated, as it is now, and the package in it."""
    measured({"once": bench.contender(document, "-q", keep=True)}, 1)
    folder = bench.folder / "out" / document.stem / "src"
    return folder, next(path.name for path in folder.iterdir() if (path / "client.py").is_file())


def imported(bench: Bench, document: Path) -> Iterator[Row]:
    """Importing what was generated, beside importing what it stands on."""
    src, package = source(bench, document)
    environment = {"PYTHONPATH": str(src)}
    contenders = {
        name: Contender(
            [sys.executable, "-c", f"import httpx2, pydantic{statement}"], bench.folder, lambda: None, environment
        )
        for name, statement in {"ours": f", {package}", "models": f", {package}.models", "floor": ""}.items()
    }
    taken = measured(contenders, 3 * max(bench.rounds, 5))
    floor = taken["floor"]
    for name, what in {"ours": "import of the package", "models": "import of its models"}.items():
        seconds, memory = taken[name].processor - floor.processor, taken[name].peak - floor.peak
        ours = f"{seconds * 1000:.0f} ms CPU, {memory:.1f} MB more"
        reached = seconds <= 0.010 and memory <= 5
        yield Row(f"{what}, {document.stem}", ours, _seconds(floor), "-", "<= 10 ms, 5 MB", reached)


def growth(bench: Bench) -> Iterator[Row]:
    """How time grows with the number of schemas, and of operations, beyond what the least document takes."""
    sizes = [400, 1600, 3200] if bench.quick else [100, 1000, 5000, 20000]
    counts = [400, 1600, 3200] if bench.quick else [100, 1000, 10000]
    least = bench.contender(write(bench.folder / "least.json", 1, 1), "--no-cache", "-q")
    floor = measured({"floor": least}, 3)["floor"]
    for what, every in {"schemas": sizes, "operations": counts}.items():
        taken: list[Taken] = []
        for size in every:
            numbers = (size, 10) if what == "schemas" else (50, size)
            document = write(bench.folder / f"{what}-{size}.json", *numbers)
            taken.append(measured({"ours": bench.contender(document, "--no-cache", "-q")}, 1)["ours"])
        grown = _grown(every, [each.processor - floor.processor for each in taken], 0.2)
        told = ", ".join(f"{size}: {each.processor:.1f} s" for size, each in zip(every, taken, strict=True))
        yield Row(f"growth with {what}", f"slope {grown:.2f}", told, "-", "<= 1.1", grown <= 1.1)
        more = _grown(every, [each.peak - floor.peak for each in taken], 5)
        peaks = ", ".join(f"{size}: {each.peak:.0f} MB" for size, each in zip(every, taken, strict=True))
        fits = all(_ran(each) and each.peak <= 256 for each in taken)
        yield Row(f"growth with {what}: peak memory", f"slope {more:.2f}", peaks, "-", "<= 256 MB", fits)


def _grown(sizes: Sequence[int], more: Sequence[float], noise: float) -> float:
    """The slope over the sizes that take more than the least document by more than noise; 0 if but one does."""
    told = [(size, each) for size, each in zip(sizes, more, strict=True) if each > noise]
    return slope([size for size, _ in told], [each for _, each in told]) if len(told) > 1 else 0.0


def _ran(taken: Taken) -> bool:
    return not taken.error


def _seconds(taken: Taken) -> str:
    return f"{taken.wall:.2f} s ({taken.processor:.2f} CPU)" + (f" FAILS: {taken.error}" if taken.error else "")
