"""How much is drawn, which part of the proof runs, and what is told in the end.

`pytest --examples 500`, or EXAMPLES=500 in the environment, draws more; `--hypothesis-seed 7` draws others. The rest of
the options are those of programs that run the proof in pieces: each event is a line of JSON in `--record FILE`.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Generator
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from langsmith_control_plane._runtime.testing.record import AnyCase, Ended, key
from langsmith_control_plane._runtime.testing.trial import TRIALS
from langsmith_control_plane.testing import cases
from langsmith_control_plane.testing.proof import RECORD

HERE = Path(__file__).parent
MANIFEST = HERE.parent / "specwright.json"
WEBHOOKS = getattr(cases, "WEBHOOKS", ())
CASES: tuple[AnyCase, ...] = (*cases.SCHEMAS, *cases.OPERATIONS, *WEBHOOKS)
ORDER = {key(case): index for index, case in enumerate(CASES)}
OWN = {id(case) for case in CASES}
DESELECTED: list[pytest.Item] = []
COLLECTED: set[str] = set()
THROUGH: dict[str, AnyCase] = {}


def pytest_addoption(parser: pytest.Parser) -> None:
    with suppress(ValueError):  # the tests of another package may be part of the same run
        parser.addoption("--examples", type=int, default=None, help="payloads for each test")
        parser.addoption(
            "--record", type=Path, default=None, help="the file that events are written to"
        )
        parser.addoption(
            "--subject", default="*", help="only operations, schemas and webhooks of this name"
        )
        parser.addoption(
            "--share", default="0/1", help="which part of how many: 0/2 is the first half"
        )
        parser.addoption(
            "--until",
            type=float,
            default=None,
            help="the time, in seconds of the epoch, to stop at",
        )


def pytest_configure(config: pytest.Config) -> None:
    settings.register_profile(
        "proof",
        max_examples=config.getoption("--examples", None) or int(os.environ.get("EXAMPLES", "50")),
        phases=[phase for phase in Phase if phase is not Phase.explain],
        derandomize=config.getoption("--hypothesis-seed", None) is None,
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.filter_too_much,
            HealthCheck.data_too_large,
        ],
    )
    settings.load_profile("proof")
    RECORD.file = config.getoption("--record", None)
    if RECORD.file is not None:
        RECORD.file.write_text("", "utf-8")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Case by case. A test for which the document has no case is none: there is nothing to skip."""
    items[:] = [
        item
        for item in items
        if not empty(item) and (item.path.parent != HERE or chosen(case_of(item), config))
    ]
    mine = [item for item in items if item.path.parent == HERE]
    COLLECTED.update(item.path.name for item in mine)
    RECORD.narrowed = COLLECTED != {path.name for path in HERE.glob("test_*.py")}
    if len(mine) == len(items):
        items.sort(key=place)
        last = {
            key(case): (item.nodeid, case) for item in items if (case := case_of(item)) is not None
        }
        THROUGH.update(last.values())


def case_of(item: pytest.Item) -> AnyCase | None:
    """What a test is about."""
    case = (
        item.callspec.params.get("case")
        if isinstance(item, pytest.Function) and hasattr(item, "callspec")
        else None
    )
    return case if id(case) in OWN else None


def property_of(item: pytest.Item) -> str:
    """What a test proves: the name of its module."""
    return item.path.stem.removeprefix("test_").replace("_", "-")


def place(item: pytest.Item) -> int:
    case = case_of(item)
    return -1 if case is None else ORDER[key(case)]


def chosen(case: AnyCase | None, config: pytest.Config) -> bool:
    """Whether what is asked for includes a case, or what is about none."""
    part, _, parts = config.getoption("--share", "0/1").partition("/")
    wanted = config.getoption("--subject", "*")
    if case is None:
        return wanted == "*" and part == "0"
    return fnmatchcase(str(case), wanted) and ORDER[key(case)] % int(parts) == int(part)


def empty(item: pytest.Item) -> bool:
    mark = item.get_closest_marker("skip")
    return mark is not None and "empty parameter set" in mark.kwargs.get("reason", "")


def pytest_deselected(items: list[pytest.Item]) -> None:
    DESELECTED.extend(items)


def pytest_runtest_setup(item: pytest.Item) -> None:
    until = item.config.getoption("--until", None)
    TRIALS.begin(None)
    if until is not None and time.time() > until:
        pytest.skip("there was no time left")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    case = case_of(item)
    if case is not None and (call.when == "call" or report.outcome != "passed"):
        outcome = "unreached" if report.outcome == "skipped" else report.outcome
        failure = None if call.excinfo is None or outcome != "failed" else told(call.excinfo.value)
        RECORD.end(
            Ended(
                case,
                property_of(item),
                item.name.partition("[")[0],
                outcome,
                call.duration,
                failure,
            )
        )
    elif call.excinfo is not None and report.failed and item.path.parent == HERE:
        RECORD.failed(property_of(item), item.name, told(call.excinfo.value))
    return report


def pytest_runtest_logfinish(nodeid: str) -> None:
    """A case is through with its last test."""
    if (case := THROUGH.get(nodeid)) is not None:
        RECORD.sum_up(case)


def told(error: BaseException) -> dict[str, str]:
    """What went wrong, with what, and how to see it again."""
    trial, text = TRIALS.now, str(error) or type(error).__name__
    message = (
        text.partition("\nassert ")[0].strip()
        if isinstance(error, AssertionError)
        else f"{type(error).__name__}: {text}"
    )
    return {
        "message": message,
        "payload": "" if trial is None else repr(trial.payload),
        "script": "" if trial is None else trial.script(),
    }


def whole(config: pytest.Config) -> bool:
    """Whether everything was to run."""
    wanted = {path.name for path in HERE.glob("test_*.py")}
    narrowed = (
        config.getoption("--subject", "*") != "*" or config.getoption("--share", "0/1") != "0/1"
    )
    return (
        wanted <= COLLECTED
        and not DESELECTED
        and not narrowed
        and not any("::" in each for each in config.args)
    )


def left_out() -> dict[str, str]:
    """The operations of the document that the package has not, each with the reason."""
    operations = json.loads(MANIFEST.read_text("utf-8"))["operations"] if MANIFEST.is_file() else []
    return {
        f"{operation['method']} {operation['path']}": operation.get("reason", "")
        for operation in operations
        if operation["status"] != "emitted"
    }


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if RECORD.file is not None:
        tested = {key(case) for case in THROUGH.values()}
        for case in (
            case for case in CASES if chosen(case, session.config) and key(case) not in tested
        ):
            RECORD.sum_up(case)  # no test is about it
        RECORD.tell(waived=dict(cases.WAIVED))
    if exitstatus == pytest.ExitCode.OK and whole(session.config) and any(RECORD.unproved(CASES)):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    whole_ = whole(terminalreporter.config) and not terminalreporter.stats.get("error")
    for line in RECORD.report(
        cases.OPERATIONS, (*cases.SCHEMAS, *WEBHOOKS), left_out(), whole=whole_
    ):
        terminalreporter.write_line(line)
