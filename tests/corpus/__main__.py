"""`make corpus`: real documents, taken the whole way.

Variables choose documents: SEED and N (how many are drawn at random), NAMED=0 (none but those), ALL=1, MAX_KB,
ONLY=part-of-a-name. Others say how: JOBS, LIMIT (seconds for each stage), TYPED (packages of more files are not
type-checked), PROVE (examples of `specwright verify`), FRESH=1 (forgets what was found before), KEEP=1 (keeps what was
generated).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from functools import partial

from tests.corpus.fetch import Unfetched, fetch
from tests.corpus.report import FAULTS, report, verdict
from tests.corpus.run import REPOSITORY, Settings, run_all
from tests.corpus.sample import Choice, sample

FOLDER = REPOSITORY / ".corpus"


def main(variables: Mapping[str, str]) -> int:
    """Run, tell, and return 1 if anything is the tool's fault."""
    try:
        documents = sample(fetch(FOLDER), Choice.asked(variables))
    except Unfetched as why:
        print(f"corpus: {why}", file=sys.stderr)
        return 2
    results = run_all(documents, FOLDER, _asked(variables), partial(print, file=sys.stderr, flush=True))
    print(report(results))
    verdicts = [{"verdict": verdict(result), **result} for result in results]
    (FOLDER / "report.json").write_text(json.dumps(verdicts, indent=1), "utf-8")
    return 1 if any(each["verdict"] in FAULTS for each in verdicts) else 0


def _asked(variables: Mapping[str, str]) -> Settings:
    return Settings(
        jobs=int(variables.get("JOBS", "2")),
        limit=float(variables.get("LIMIT", "600")),
        typed=int(variables.get("TYPED", "600")),
        proved=int(variables.get("PROVE", "0")),
        fresh=variables.get("FRESH", "") not in ("", "0"),
        keep=variables.get("KEEP", "") not in ("", "0"),
    )


if __name__ == "__main__":
    sys.exit(main(os.environ))
