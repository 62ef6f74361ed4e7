"""One document, or many, taken through every stage; what was found before is not sought again."""

from __future__ import annotations

import hashlib
import json
import queue
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.corpus import typed
from tests.corpus.process import Ended, run
from tests.corpus.sample import Document

REPOSITORY = Path(__file__).parent.parent.parent
PACKAGE = "sdk"
_TOOL = ("generator", "templates", "tests/corpus")


@dataclass(frozen=True, slots=True)
class Settings:
    """How much is tried: `jobs` documents at a time, each stage for at most `limit` seconds.

    Packages of more than `typed` files are not type-checked. `proved` is the number of examples of `specwright verify`;
    0 leaves it out. `fresh` ignores what was found before.
    """

    jobs: int = 2
    limit: float = 600
    typed: int = 600
    proved: int = 0
    fresh: bool = False
    keep: bool = False


def run_all(documents: Sequence[Document], folder: Path, settings: Settings, tell: Callable[[str], None]) -> list[Any]:
    """The result of every document, in order; each is told when it is there, with the time that is left."""
    slots: queue.SimpleQueue[int] = queue.SimpleQueue()
    for slot in range(settings.jobs):
        slots.put(slot)

    def work(document: Document) -> dict[str, Any]:
        slot = slots.get()
        try:
            return _remembered(document, folder, settings, slot)
        finally:
            slots.put(slot)

    results: dict[str, Any] = {}
    progress = _Progress(sum(map(_weight, documents)), len(documents))
    with ThreadPoolExecutor(settings.jobs) as pool:
        running = {pool.submit(work, document): document for document in documents}
        try:
            for each in as_completed(running):
                results[running[each].name] = result = each.result()
                tell(progress.line(_weight(running[each]), result))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return [results[document.name] for document in documents]


def _weight(document: Document) -> int:
    """What a document costs, roughly in bytes: a small one costs the start of the processes, checkers among them."""
    return document.size + 500_000


class _Progress:
    def __init__(self, total: int, documents: int) -> None:
        self._started = time.monotonic()
        self._total, self._done, self._fresh = total, 0, 0
        self._documents, self._ended = documents, 0

    def line(self, weight: int, result: dict[str, Any]) -> str:
        """`[3/40, 12 min left] stripe.com: fine (40.1 s)`."""
        self._ended += 1
        self._done += weight
        self._fresh += 0 if result.get("remembered") else weight
        passed = time.monotonic() - self._started
        left = f"{passed / self._fresh * (self._total - self._done) / 60:.0f} min left" if self._fresh else "resuming"
        return f"[{self._ended}/{self._documents}, {left}] {result['name']}: {result['seconds']:.0f} s"


def _remembered(document: Document, folder: Path, settings: Settings, slot: int) -> dict[str, Any]:
    """The result on disk if it is of this tool and document, or else a new one, which is kept."""
    file = folder / "results" / f"{document.name}.json"
    digest = _digest(document, settings)
    if not settings.fresh and file.is_file():
        kept: dict[str, Any] = json.loads(file.read_text("utf-8"))
        if kept["digest"] == digest:
            return {**kept, "remembered": True}
    started = time.monotonic()
    stages = dict(_stages(document, folder, settings, slot))
    result = {
        "name": document.name,
        "digest": digest,
        "bytes": document.size,
        "seconds": round(time.monotonic() - started, 1),
        "stages": stages,
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(result, indent=1), "utf-8")
    return result


def _digest(document: Document, settings: Settings) -> str:
    options = (settings.typed, settings.proved)
    return hashlib.sha256(repr((tool_digest(), options)).encode() + document.path.read_bytes()).hexdigest()


@cache
def tool_digest() -> str:
    """Of everything that a result depends on beside the document."""
    found = hashlib.sha256()
    for path in sorted(path for name in _TOOL for path in (REPOSITORY / name).rglob("*") if path.is_file()):
        if path.suffix in {".py", ".jinja"} and path.name not in {"report.py", "__main__.py", "sample.py"}:
            found.update(f"{path.relative_to(REPOSITORY)}\0".encode() + path.read_bytes())
    return found.hexdigest()


def _stages(document: Document, folder: Path, settings: Settings, slot: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """What each stage found, until one leaves nothing for the next."""
    output = folder / "work" / (document.name if settings.keep else f"slot-{slot}")
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True)
    generated = _stage("generate", [str(document.path), str(output), PACKAGE], output, settings.limit)
    yield "generated", generated
    source = output / "src"
    if not source.is_dir():
        return
    for stage in ("imported", "faithful"):
        found = _stage("probe", [stage, PACKAGE], output, settings.limit, {"PYTHONPATH": str(source)})
        yield stage, {**found.pop(PACKAGE, {}), **found}
    if generated.get("files", 0) <= settings.typed:
        yield "mypy", typed.mypy(source, [PACKAGE], folder / f"mypy-{slot}", settings.limit)
        yield "pyright", typed.pyright(source, [PACKAGE], settings.limit)
    if settings.proved:
        yield "proved", _proved(output, settings)
    if not settings.keep:
        shutil.rmtree(output, ignore_errors=True)


def _stage(
    module: str, arguments: list[str], output: Path, limit: float, environment: dict[str, str] | None = None
) -> dict[str, Any]:
    """What a process of ours found; what it said last if it left nothing."""
    result = output.with_name(f"{output.name}.result.json")
    result.unlink(missing_ok=True)
    command = [sys.executable, "-m", f"tests.corpus.{module}", *arguments, str(result)]
    ended = run(command, cwd=REPOSITORY, limit=limit, environment=environment)
    return {**(json.loads(result.read_text("utf-8")) if result.is_file() else _broken(ended)), **_cost(ended)}


def _cost(ended: Ended) -> dict[str, Any]:
    return {"seconds": ended.seconds, "peak": ended.peak}


def _broken(ended: Ended) -> dict[str, Any]:
    """How a process ended that did not do its work: late, or with the last line of its traceback and where it is."""
    lines = ended.output.strip().splitlines()
    frames = [line.strip() for line in lines if line.strip().startswith("File ") and "site-packages" not in line]
    last = next((line for line in reversed(lines) if line and not line.startswith((" ", "Note"))), "")
    return {"late": ended.status is None, "crash": last or f"status {ended.status}", "frames": frames[-3:]}


def _proved(output: Path, settings: Settings) -> dict[str, Any]:
    """What `specwright verify` finds in half of the time; what it does not reach is no fault."""
    command = [sys.executable, "-m", "specwright", "verify", str(output), "--format", "json"]
    command += ["--examples", str(settings.proved), "--max-seconds", str(settings.limit / 2)]
    ended = run(command, cwd=output, limit=settings.limit)
    try:
        found = json.loads(ended.output[ended.output.index("{") :])
    except ValueError:
        return {**_broken(ended), **_cost(ended)}
    failures = [
        {"where": each["subject"], "what": f"{each['property']}: {each['message']}"[:600]} for each in found["failures"]
    ]
    unheld = [name for kind in ("operations", "schemas", "webhooks") for name in _unheld(found[kind])]
    unexercised = [
        {"where": name, "what": why} for name, why in unheld if not why.startswith(("failed", "not reached"))
    ]
    return {"summary": found["summary"], "faults": [*failures, *unexercised]} | _cost(ended)


def _unheld(rows: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The subjects with a property that does not hold, and why."""
    for name, row in rows.items():
        for property, held in row.get("properties", {}).items():
            if held["holds"] is not True:
                yield f"{name} {property}", held["holds"]
