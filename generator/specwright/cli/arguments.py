"""The options that several commands share."""

from __future__ import annotations

import argparse
from typing import Protocol


class Commands(Protocol):
    """What `ArgumentParser.add_subparsers` returns, whose class argparse keeps to itself."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser:
        """The parser of a new command."""
        ...


def add_quiet(parser: argparse.ArgumentParser) -> None:
    """`-q`: errors only."""
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing but errors")


def add_no_cache(parser: argparse.ArgumentParser) -> None:
    """`--no-cache`: the same, from nothing."""
    parser.add_argument("--no-cache", action="store_true", help="neither use nor keep what was found out before")


def add_format(parser: argparse.ArgumentParser) -> None:
    """`--format`: findings as text or as one JSON list on stdout."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how findings are shown")
