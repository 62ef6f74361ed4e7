"""Findings as workflow commands, which GitHub shows at the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable

from specwright.cli.formats.finding import Finding, Level, in_repository, told

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def github(findings: Iterable[Finding]) -> str:
    """A line for each finding: `::error file=a.py,line=3,col=1,title=file-missing::It is missing.`"""
    return "\n".join(map(_command, findings))


def _command(finding: Finding) -> str:
    """What a message holds cannot end the command: line ends and the like are spelled out."""
    file = in_repository(finding.place.file) if finding.place else None
    given = {
        "file": file,
        "line": finding.place.line if finding.place and file else None,
        "col": finding.place.column if finding.place and file else None,
        "title": finding.rule,
    }
    properties = ",".join(f"{name}={_escaped(str(value), _PROPERTY)}" for name, value in given.items() if value)
    return f"::{_COMMANDS[finding.level]} {properties}::{_escaped(told(finding), _DATA)}"


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
