"""What a user gives -> materials: cURL commands with samples of answers, a page, or what is said by hand."""

from __future__ import annotations

import re
from dataclasses import replace

from specwright.problem import Position, Problem, Refusal, error
from specwright.scaffold import page
from specwright.scaffold.bodies import sample
from specwright.scaffold.curl import Request, requests
from specwright.scaffold.material import Answer, Material

_STATUS = re.compile(r"[1-5](?:\d\d|XX)|default")


def from_curl(text: str, file: str, answers: tuple[Answer, ...], operation_id: str) -> tuple[Material, ...]:
    """The materials of cURL commands. Raises `Refusal` if there is none, or if one cannot be read."""
    found = requests(text, file)
    if not found:
        raise Refusal([_nothing(text, file)], findings=True)
    if len(found) > 1 and (answers or operation_id):
        raise Refusal([_ambiguous(len(found), found[1].position)], findings=True)
    return tuple(Material(request, answers, operation_id=operation_id) for request in found)


def from_page(text: str, file: str, answers: tuple[Answer, ...], operation_id: str) -> tuple[Material, ...]:
    """The materials of a page. Raises `Refusal` if it holds no request, or if one cannot be read."""
    found = page.materials(text, file)
    if not found:
        raise Refusal([_nothing(text, file)], findings=True)
    if len(found) > 1 and (answers or operation_id):
        raise Refusal([_ambiguous(len(found), found[1].request.position)], findings=True)
    given = {answer.status: answer for answer in answers}
    return tuple(
        replace(
            material,
            answers=tuple({**{answer.status: answer for answer in material.answers}, **given}.values()),
            operation_id=operation_id,
        )
        for material in found
    )


def by_hand(
    method: str, path: str, body_schema: str, answers: tuple[tuple[str, str], ...], operation_id: str
) -> Material:
    """The material of a method and a path, with the schemas of the body and of the answers by their names."""
    if not path.startswith("/"):
        problem = error("path-relative", f"`{path}` is no path", None, f"Begin it with a slash: `/{path}`.")
        raise Refusal([problem], findings=False)
    request = Request(method.upper(), "", path, (), (), (), None, (), False, False, Position("", 1, 1))
    named = tuple(Answer(_status(status), schema_name=schema) for status, schema in answers)
    return Material(request, named, operation_id=operation_id, body_schema=body_schema)


def answer(status: str, text: str, file: str) -> Answer:
    """An answer of a status that a file holds a sample of. Raises `Refusal` if it is no JSON."""
    return Answer(_status(status), (sample(text, f"`{file}`", Position(file, 1, 1)),))


def _status(text: str) -> str:
    if not _STATUS.fullmatch(text):
        remedy = "Write a status such as 201, 4XX or default before the equals sign."
        raise Refusal([error("status-unknown", f"`{text}` is no status", None, remedy)], findings=False)
    return text


def _ambiguous(commands: int, second: Position) -> Problem:
    message = f"the answers and the operationId could be of any of {commands} commands"
    return error("response-ambiguous", message, second, "Give each command a run of its own.")


def _nothing(text: str, file: str) -> Problem:
    what = "it is empty" if not text.strip() else "it holds no cURL command with an address"
    return error(
        "request-missing", f"there is no request in `{file}`: {what}", Position(file, 1, 1), "Paste one into it."
    )
