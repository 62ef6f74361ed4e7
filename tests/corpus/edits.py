"""`make edits`: edits real documents, and tells where generating after an edit is not what a whole run generates.

Variables choose documents as those of `make corpus` do; N is 100 here, MAX_KB 600, and EDITS, how many there are of
each document, 12.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from tests.built import Built, build
from tests.corpus.fetch import Unfetched, fetch
from tests.corpus.run import REPOSITORY
from tests.corpus.sample import Choice, sample
from tests.edits import edited as edited_document

from specwright import incremental
from specwright.collector import paused
from specwright.config import Target
from specwright.problem import Refusal
from specwright.read import slices
from specwright.write.manifest import digest


def outcomes(document: Mapping[str, Any], folder: Path, seed: str, edits: int) -> Counter[str]:
    """What becomes of so many edits of a document, each made after the one before it.

    A slice may be as large as the document, so that small documents have any.
    """
    target = Target("api", "spec.json", (), "out", "sdk", None, None, (), folder)
    random, found = Random(seed), Counter[str]()
    with patch.object(slices, "_SHARE", 1):
        before = _built(target, document)
        for _ in range(edits if before else 0):
            done, document = edited_document(document, random)
            outcome, before = _outcome(target, before, document)
            found[f"{outcome}: {done}" if outcome == "WRONG" else outcome] += 1
            if before is None:
                break
    return found


def _built(target: Target, document: Mapping[str, Any]) -> Built | None:
    (target.root / target.spec).write_text(json.dumps(document), "utf-8")
    try:
        return build(target, cached=True)
    except Refusal:
        return None


def _outcome(target: Target, before: Built | None, document: Mapping[str, Any]) -> tuple[str, Built | None]:
    if before is None:
        return "refused", None
    output = target.root / target.output
    for path, text in before.files.items():
        place = output / path
        if not place.is_file() or place.read_text("utf-8") != text:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8", newline="")
    (target.root / target.spec).write_text(json.dumps(document), "utf-8")
    record = {
        "inputs": dict(before.inputs),
        "files": {path: [digest(text)] for path, text in before.files.items()},
        "said": {"rows": [{"code": problem.code} for problem in before.problems]},
    }
    try:
        edit = incremental.edited(target, record)
    except Refusal:
        edit = None
    whole = _built(target, document)
    if edit is None:
        return "left to a whole run", whole
    if whole is None or whole.problems != before.problems:
        return "WRONG", whole
    wanted = {path: text for path, text in whole.files.items() if before.files.get(path) != text}
    return ("right" if edit.files == wanted and whole.files.keys() == before.files.keys() else "WRONG"), whole


def main() -> int:
    """Edit the documents that the environment chooses; the exit status tells whether all went well."""
    variables = {"N": "100", "NAMED": "0", "MAX_KB": "600", **os.environ}
    try:
        fetched = fetch(REPOSITORY / ".corpus")
    except Unfetched as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    total = Counter[str]()
    for each in sample(fetched, Choice.asked(variables)):
        content: Any = json.loads(each.path.read_text("utf-8"))
        with tempfile.TemporaryDirectory() as folder, paused():
            cache = patch.dict(os.environ, {"SPECWRIGHT_CACHE_DIR": f"{folder}/cache"})
            with cache:
                found = outcomes(content, Path(folder), each.name, int(variables.get("EDITS", "12")))
        total.update({outcome.partition(":")[0]: number for outcome, number in found.items()})
        wrong = [outcome for outcome in found if outcome.startswith("WRONG")]
        sys.stdout.write("".join(f"{each.name}: {outcome}\n" for outcome in wrong))
        sys.stdout.flush()
    sys.stdout.write(", ".join(f"{number} {outcome}" for outcome, number in total.items()) + "\n")
    return 1 if total["WRONG"] else 0


if __name__ == "__main__":
    sys.exit(main())
