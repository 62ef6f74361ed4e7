"""What runs inside the process of a generated package: `python -m tests.peers.load PACKAGE... RESULT`.

It loads every module and every name, for some packages load nothing before it is asked for. The environment is the
generator's, so this imports nothing but the standard library.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.corpus.modules import Faults, loaded, names

if __name__ == "__main__":
    *packages, result = sys.argv[1:]
    faults: Faults = []
    modules = [module for package in packages for module in loaded(package, faults)]
    found = sum(len(list(names(module, faults))) for module in modules)
    Path(result).write_text(json.dumps({"modules": len(modules), "names": found, "faults": faults}), "utf-8")
