"""How much is drawn, and what is told in the end: `pytest --examples 500`, or EXAMPLES=500 in the environment."""

from __future__ import annotations

import json
import os
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from sdk._runtime.testing.case import Case, SchemaCase
from sdk._runtime.testing.tally import TALLY
from sdk.testing.cases import OPERATIONS, SCHEMAS

HERE = Path(__file__).parent
MANIFEST = HERE.parent / "specwright.json"
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
    """A test for which the document has no case is none: there is nothing to skip."""
    items[:] = [item for item in items if not empty(item)]
    COLLECTED.update(item.path.name for item in items if item.path.parent == HERE)


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
    case = item.callspec.params.get("case") if hasattr(item, "callspec") else None
    if call.when == "call" and isinstance(case, Case | SchemaCase):
        TALLY.ended(case, item.name.partition("[")[0], report.passed, call.duration)
    return report


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
    for line in TALLY.report(OPERATIONS, SCHEMAS, left_out(), whole=whole_):
        terminalreporter.write_line(line)
