"""How outcomes are shown: a line for each, then the score and why what survives does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tests.mutants.run import Outcome

WIDTH = 78


def line(outcome: Outcome) -> str:
    """The mutant, what noticed it, and how long that took."""
    name = str(outcome.mutant)
    noticed = ", ".join(filter(None, (outcome.noticed_by, outcome.test))) or "SURVIVED"
    return f"{name:{WIDTH}} {outcome.seconds:5.1f} s  {'ERROR' if outcome.error else noticed}"


def score(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The survivors, each with its reason, the errors, and how many were killed by what."""
    for each in outcomes:
        if each.error:
            yield f"error: {each.mutant}: {each.error}"
        elif not each.killed:
            yield f"survived: {each.mutant}: {each.mutant.survives or 'NO REASON IS GIVEN'}"
        elif each.mutant.survives:
            yield f"killed, although it is said to survive: {each.mutant}"
    killed = Counter(each.noticed_by for each in outcomes if each.killed)
    alone = Counter(each.noticed_by for each in outcomes if each.killed and each.mutant.alone)
    for name, count in killed.most_common():
        yield f"killed by {name}: {count}, {alone[name]} of them shown to be noticed by nothing else"
    yield f"{sum(each.killed for each in outcomes)} of {len(outcomes)} killed"
