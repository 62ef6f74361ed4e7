"""The proof can fail: a handful of mutants, the ways in which generators have shipped bugs among them, are noticed.

`make mutants` tries the whole table.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from tests.mutants.run import Outcome, Workshop
from tests.mutants.table import GENERATION, Mutant, mutants

from runtime.testing.record import (
    CLOSED_LOOP,
    FORWARD_COMPATIBLE,
    MODEL_ROUND_TRIP,
    STUB_REFUSES,
    THREE_STATES,
    WEBHOOKS_PARSED,
    WIRE_ORACLE,
)

SEED = 5
TABLE = mutants()
EVERY = (
    MODEL_ROUND_TRIP,
    CLOSED_LOOP,
    WIRE_ORACLE,
    THREE_STATES,
    FORWARD_COMPATIBLE,
    STUB_REFUSES,
    WEBHOOKS_PARSED,
)
SHIPPED = [mutant for mutant in TABLE if mutant.group == "shipped"]
KINDS = {
    "every enumeration reads as None",
    "a property called model_config is dropped",
    "a PATCH resets what it does not mention to the defaults",
    "a multipart operation does not compile",
    "an enumeration is sent by the name of its value",
}
PROVED = [
    "several_media_types",
    "multipart_encoding",
    "response_media_types",
    "response_headers",
    "parameter_styles",
    "streamed_responses",
]
"""The golden documents with what the committed SDK has not."""


def handful() -> list[Mutant]:
    """What was shipped, and for each property that none of it is for one more, which costs little to try."""
    random, cheap = Random(SEED), [each for each in TABLE if each.document and not each.of_the_tool]
    others = [name for name in EVERY if name not in {mutant.property for mutant in SHIPPED}]
    chosen = [random.choice([each for each in cheap if each.property == name]) for name in others]
    return [replace(each, alone=False) for each in (*SHIPPED, *chosen)]


HANDFUL = handful()
CRASH = Mutant(
    "it does not compile", "test", "_runtime/model.py", "class Model", "class", THREE_STATES, document="defaults"
)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop(tmp_path_factory.mktemp("mutants"))


@pytest.fixture(scope="module")
def outcomes(workshop: Workshop) -> dict[str, Outcome]:
    """What becomes of the handful, by name: two at a time, or it would take a minute."""
    return {each.mutant.name: each for each in workshop.outcomes((*HANDFUL, CRASH))}


@pytest.mark.parametrize("name", [mutant.name for mutant in HANDFUL])
def test_a_mutant_is_noticed(name: str, outcomes: dict[str, Outcome]) -> None:
    assert outcomes[name].killed, outcomes[name]


def test_a_crash_is_not_taken_for_a_kill(outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes[CRASH.name]
    assert not outcome.killed and not outcome.fine
    assert "SyntaxError" in outcome.error


@pytest.mark.parametrize("name", PROVED)
def test_what_is_not_broken_is_proved(name: str, workshop: Workshop) -> None:
    ended = workshop.proof(workshop.project(name), "tests", "--examples", "5")
    assert ended.status == pytest.ExitCode.OK, ended.output
    assert "waived" not in ended.output and "NOT PROVED" not in ended.output


def test_every_kind_that_was_shipped_is_in_the_table() -> None:
    assert {mutant.name for mutant in SHIPPED} == KINDS
    assert {mutant.name for mutant in SHIPPED} <= {mutant.name for mutant in HANDFUL}


def test_every_property_notices_something_alone() -> None:
    alone = Counter(mutant.property for mutant in TABLE if mutant.alone)
    assert all(alone[name] >= 2 for name in EVERY), alone
    assert {mutant.property for mutant in HANDFUL} == {*EVERY, GENERATION}


def test_mutants_apply_and_have_names_of_their_own(tmp_path: Path) -> None:
    names = Counter(mutant.name for mutant in TABLE)
    assert len(TABLE) >= 55 and names.most_common(1)[0][1] == 1
    with pytest.raises(LookupError, match="does not say"):
        CRASH.apply(tmp_path)


def test_what_mutants_break_is_still_there() -> None:
    """As far as it is written by hand: what is generated from the documents is broken by `make mutants` only."""
    root = Path(__file__).parent.parent
    for mutant in TABLE:
        runtime = mutant.file.startswith("_runtime/")
        file = root / ("templates/runtime" + mutant.file.removeprefix("_runtime") if runtime else mutant.file)
        if mutant.of_the_tool or runtime:
            assert mutant.old in file.read_text("utf-8"), mutant
