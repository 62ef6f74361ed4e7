"""`make mutants`: breaks the tool and what it generates in every way of the table, and tells what notices it.

Variables: ONLY=expression for names, JOBS (how many at a time), SAY=1 (what the proof says of each), QUICK=1 (it is not
tried first whether all is proved that is not broken).
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from tests.mutants.report import line, score
from tests.mutants.run import Workshop
from tests.mutants.table import mutants


def main(variables: Mapping[str, str]) -> int:
    """Run, tell, and return 1 if anything survives without a reason, or is no mutant."""
    chosen = [mutant for mutant in mutants() if re.search(variables.get("ONLY", ""), str(mutant))]
    started, outcomes, broken = time.monotonic(), [], []
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        workshop = Workshop(Path(folder), int(variables.get("JOBS", "2")))
        for each in workshop.unbroken([] if variables.get("QUICK") else chosen):
            if each.error or each.noticed_by:
                broken.append(each)
                print(f"not broken, and yet: {each.mutant.name}: {each.error or each.message}", flush=True)
        for each in workshop.outcomes(chosen):
            outcomes.append(each)
            print(line(each), flush=True)
            if variables.get("SAY") and each.message:
                print(f"    {each.message[:1000]}", flush=True)
    print(*score(outcomes), sep="\n", end=f" in {time.monotonic() - started:.0f} s\n")
    return 0 if not broken and outcomes and all(each.fine for each in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(os.environ))
