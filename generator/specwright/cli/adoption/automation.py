"""The workflow that checks an output on every push, and the hook that does before a commit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from specwright.cli.adoption.proposal import ByHand, Proposal, Write
from specwright.problem import Refusal
from specwright.read.json_text import JsonValue
from specwright.read.yaml_text import parse

WORKFLOW = ".github/workflows/specwright.yml"
HOOKS = ".pre-commit-config.yaml"


def automation(files: Mapping[str, str], version: str) -> Iterator[Proposal]:
    """What is to be done to the files of the workflow and the hooks; `files` are those that exist, by name.

    `version` is that of the tool to install; none, if it is empty, stands for the newest.
    """
    required = f"specwright=={version}" if version else "specwright"
    yield from _workflow(files.get(WORKFLOW), required)
    yield from _hook(files.get(HOOKS), required)


def _workflow(old: str | None, required: str) -> Iterator[Proposal]:
    text = f"""\
name: specwright
on:
  pull_request:
  push:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
      - run: python -m pip install "{required}"
      - run: specwright check --format github
      - if: failure()
        run: specwright check --format markdown >> "$GITHUB_STEP_SUMMARY" || true
"""
    if old is None:
        yield Write(WORKFLOW, None, text)
    elif "specwright check" not in old:
        yield ByHand(WORKFLOW, "it is there already", text)


def _hook(old: str | None, required: str) -> Iterator[Proposal]:
    entry = f"""\
- repo: local
  hooks:
    - id: specwright-check
      name: specwright check
      entry: specwright check
      language: python
      additional_dependencies: ["{required}"]
      pass_filenames: false
"""
    if old is None:
        yield Write(HOOKS, None, f"repos:\n{_indented(entry, 2)}")
    elif "specwright" not in old:
        merged = _appended(old, entry)
        yield Write(HOOKS, old, merged) if merged else ByHand(HOOKS, "the hook cannot be added by itself", entry)


def _appended(old: str, entry: str) -> str | None:
    """The text with a repository more at the end of its list; nothing if that would mean something else."""
    before, added = _parsed(old), _parsed(entry)
    if (
        not isinstance(before, dict)
        or not isinstance(repos := before.get("repos"), list)
        or not isinstance(added, list)
    ):
        return None
    wanted: JsonValue = {**before, "repos": [*repos, *added]}
    dash = re.search(r"^( *)- ", old, re.MULTILINE)
    merged = f"{old.rstrip()}\n{_indented(entry, len(dash[1]) if dash else 0)}"
    return merged if _parsed(merged) == wanted else None


def _parsed(text: str) -> JsonValue:
    try:
        return parse(text, "")
    except Refusal:
        return None


def _indented(text: str, columns: int) -> str:
    return "".join(f"{' ' * columns}{line}\n" for line in text.splitlines())
