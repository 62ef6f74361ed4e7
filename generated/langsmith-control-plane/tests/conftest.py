"""How much is drawn, and what is told in the end: `pytest --examples 500`, or EXAMPLES=500 in the environment."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from langsmith_control_plane._runtime.testing.case import Case, SchemaCase
from langsmith_control_plane._runtime.testing.tally import TALLY, heading
from langsmith_control_plane.testing.cases import OPERATIONS, SCHEMAS

HERE = Path(__file__).parent
MANIFEST = HERE.parent / "specwright.json"
ORDER = {str(case): index for index, case in enumerate(OPERATIONS)}
WAITING: Counter[str] = Counter()
TOLD: set[str] = set()
DESELECTED: list[pytest.Item] = []
COLLECTED: set[str] = set()


def pytest_addoption(parser: pytest.Parser) -> None:
    with suppress(ValueError):  # the tests of another package may be part of the same run
        parser.addoption("--examples", type=int, default=None, help="payloads for each test")


def pytest_configure(config: pytest.Config) -> None:
    settings.register_profile(
        "proof",
        max_examples=config.getoption("--examples", None) or int(os.environ.get("EXAMPLES", "50")),
        phases=[phase for phase in Phase if phase is not Phase.explain],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.filter_too_much,
            HealthCheck.data_too_large,
        ],
    )
    settings.load_profile("proof")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Operation by operation. A test for which the document has no case is none: there is nothing to skip."""
    items[:] = [item for item in items if not empty(item)]
    mine = [item for item in items if item.path.parent == HERE]
    COLLECTED.update(item.path.name for item in mine)
    if len(mine) == len(items):
        items.sort(key=lambda item: ORDER.get(str(case_of(item)), -1))
        WAITING.update(str(case_of(item)) for item in items)


def case_of(item: pytest.Item) -> Case | SchemaCase | None:
    """What a test is about."""
    case = (
        item.callspec.params.get("case")
        if isinstance(item, pytest.Function) and hasattr(item, "callspec")
        else None
    )
    return case if isinstance(case, Case | SchemaCase) else None


def empty(item: pytest.Item) -> bool:
    mark = item.get_closest_marker("skip")
    return mark is not None and "empty parameter set" in mark.kwargs.get("reason", "")


def pytest_deselected(items: list[pytest.Item]) -> None:
    DESELECTED.extend(items)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    case = case_of(item)
    if call.when == "call" and case is not None:
        TALLY.ended(case, item.name.partition("[")[0], report.passed, call.duration)
        if isinstance(case, Case) and WAITING:
            report.told = True
            tell(case, item.config)
    return report


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    """No dot for a test that is told of in a row."""
    return ("passed", "", "") if report.passed and getattr(report, "told", False) else None


def tell(case: Case, config: pytest.Config) -> None:
    """The row of an operation, once its last test is over, if nothing but this proof runs."""
    WAITING[str(case)] -= 1
    terminal = config.pluginmanager.get_plugin("terminalreporter")
    if WAITING[str(case)] == 0 and terminal is not None:
        width = max(map(len, ORDER))
        if not TOLD:
            terminal.write_line(f"\n{heading(width)}")
        TOLD.add(str(case))
        terminal.write_line(TALLY.line(case, width))


def whole(config: pytest.Config) -> bool:
    """Whether everything was to run."""
    wanted = {path.name for path in HERE.glob("test_*.py")}
    return (
        wanted <= COLLECTED
        and not DESELECTED
        and not any("::" in argument for argument in config.args)
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
    if (
        exitstatus == pytest.ExitCode.OK
        and whole(session.config)
        and any(TALLY.unproved(OPERATIONS))
    ):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    whole_ = whole(terminalreporter.config) and not terminalreporter.stats.get("error")
    for line in TALLY.report(OPERATIONS, SCHEMAS, left_out(), whole=whole_, table=not TOLD):
        terminalreporter.write_line(line)
