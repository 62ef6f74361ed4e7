"""How much is drawn, and what is told in the end: `pytest --examples 500`, or EXAMPLES=500 in the environment."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from langsmith_control_plane._runtime.testing.tally import TALLY


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--examples",
        type=int,
        default=int(os.environ.get("EXAMPLES", "50")),
        help="payloads for each test",
    )


def pytest_configure(config: pytest.Config) -> None:
    settings.register_profile(
        "proof",
        max_examples=config.getoption("--examples"),
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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.write_line(str(TALLY))
