"""The manual of the rules, as Markdown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from specwright.diff.oasdiff import NOT_THE_SAME
from specwright.diff.rules import RULES
from specwright.diff.rules.rule import Rule

_PREFACE = """\
# The rules of `specwright diff`

Each rule has a level for what a client sends (requests) and one for what it receives (answers). A change of a schema is
shown by a value that is valid in one document only; where every value that could show it turns out to be valid in
both, something else makes up for it, and the change is an info that hurts nobody.
"""
_OTHERWISE = """\
# Where oasdiff says something else

Every other check of oasdiff has a rule of the same level, which names it.
"""


def manual() -> str:
    """Every rule by its name: levels, meaning, and the checks of oasdiff about the same; then where those differ."""
    rules = (_chapter(rule) for rule in sorted(RULES, key=lambda rule: rule.id))
    return "\n".join((_PREFACE, *rules, _OTHERWISE, *_reasons()))


def _chapter(rule: Rule) -> str:
    checks = ", ".join(f"`{name}`" for name in sorted(rule.oasdiff)) or "none"
    return f"""\
## {rule.id}

Requests: {rule.request}. Answers: {rule.response}.

{rule.manual}

oasdiff: {checks}
"""


def _reasons() -> Iterator[str]:
    checks: dict[str, list[str]] = defaultdict(list)
    for check, reason in NOT_THE_SAME.items():
        checks[reason].append(f"`{check}`")
    yield from (f"- {', '.join(names)}: {reason}" for reason, names in checks.items())
