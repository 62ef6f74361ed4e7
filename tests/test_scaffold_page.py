"""Pages of documentation -> operations: what is printed is found, and what found no place is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specwright.problem import Refusal
from specwright.scaffold.notes import INFERRED, Note, Sureness, report
from specwright.scaffold.proposal import Proposal, propose
from specwright.scaffold.source import read_text
from specwright.scaffold.sources import from_page

PAGES = Path(__file__).parent / "scaffold" / "pages"
EMPTY = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n"


def proposed(page: str, document: str = EMPTY, *, merge: bool = False) -> Proposal:
    materials = from_page((PAGES / page).read_text(), page, (), "")
    return propose(read_text(document, "spec.yaml"), materials, merge=merge)


def said(proposal: Proposal) -> Any:
    return proposal.spliced.document.value


def noted(proposal: Proposal, sureness: Sureness) -> list[Note]:
    return [note for note in proposal.notes if note.sureness is sureness]


def test_a_rendered_page_gives_its_operation() -> None:
    document = said(proposed("rendered.md"))
    operation = document["paths"]["/v1/kettles/{kettle_id}"]["patch"]
    assert operation["summary"] == "Change a kettle"
    assert operation["description"] == "Changes a kettle that is there already."
    assert operation["operationId"] == "change_a_kettle"
    assert {status: answer["description"] for status, answer in operation["responses"].items()} == {
        "200": "It is changed",
        "404": "Not Found",
        "422": "Unprocessable Entity",
    }
    assert operation["security"] == [{"BearerAuth": []}]
    assert operation["parameters"] == [
        {
            "name": "kettle_id",
            "in": "path",
            "required": True,
            "description": "Which kettle it is.",
            "schema": {"type": "string", "format": "uuid"},
        }
    ]


def test_a_rendered_page_gives_its_schemas_by_their_names() -> None:
    schemas = said(proposed("rendered.md"))["components"]["schemas"]
    assert set(schemas) == {"HeaterInput", "Heater", "Spout", "Mark", "ChangeAKettleRequest", "Kettle"}
    kettle = schemas["Kettle"]
    assert kettle["description"] == "A kettle as it is now."
    assert kettle["required"] == ["id", "state", "heater", "boiled_at", "marks"]
    properties = kettle["properties"]
    assert properties["state"] == {
        "description": "Whether it is `HOT`.",
        "type": "string",
        "enum": ["COLD", "WARM", "HOT"],
    }
    assert properties["id"]["description"] == "Tells it from other kettles.\n\nIt never changes."
    assert properties["boiled_at"] == {"type": ["string", "null"], "format": "date-time"}
    assert properties["owner"] == {"type": ["string", "null"]}
    assert properties["heater"] == {"$ref": "#/components/schemas/Heater"}
    assert properties["marks"]["items"] == {"$ref": "#/components/schemas/Mark"}


def test_null_is_found_where_only_an_anchor_tells_it() -> None:
    body = said(proposed("rendered.md"))["components"]["schemas"]["ChangeAKettleRequest"]["properties"]
    assert body["heater"] == {
        "description": "How it is heated.",
        "anyOf": [{"$ref": "#/components/schemas/HeaterInput"}, {"type": "null"}],
    }
    assert body["marks"]["type"] == ["array", "null"]
    assert body["spout"] == {"$ref": "#/components/schemas/Spout"}


def test_a_page_without_names_tells_what_found_no_place() -> None:
    proposal = proposed("flat.txt")
    homeless = [note.message.partition(": ")[2] for note in noted(proposal, Sureness.HOMELESS)]
    assert homeless == ["fast, slow, never", "COLD, WARM, HOT, DRY"]
    ambiguous = [note.place for note in noted(proposal, Sureness.INFERRED) if "integer" in note.message]
    assert ambiguous == ["Heater.volts"]
    schemas = said(proposal)["components"]["schemas"]
    assert schemas["Heater"]["properties"]["volts"] == {"type": "integer", INFERRED: "integer or number"}
    assert schemas["Heater"]["properties"]["watts"] == {"type": "number"}
    operation = said(proposal)["paths"]["/v1/kettles/{kettle_id}"]["patch"]
    assert (operation["summary"], list(operation["responses"])) == ("Change a kettle", ["200"])


def test_another_state_of_a_page_widens_the_operation_by_what_is_new() -> None:
    first = proposed("rendered.md")
    second = proposed("flat.txt", first.spliced.document.text, merge=True)
    widened = {(note.place, note.message) for note in noted(second, Sureness.WIDENED)}
    assert widened == {
        ("HeaterInput.watts", "a number, and no longer an integer only"),
        ("Heater.watts", "a number, and no longer an integer only"),
        ("HeaterInput.volts", "a new member"),
        ("Heater.volts", "a new member"),
        ("Mark.side", "a new member"),
        ("ChangeAKettleRequest.lid", "a new member"),
        ("Kettle.kitchen_id", "a new member"),
        ("Kettle.state", "the enumeration gets `DRY`"),
    }
    assert [note.message.partition(": ")[2] for note in noted(second, Sureness.HOMELESS)] == ["fast, slow, never"]
    old, new = said(first), said(second)
    assert new["components"]["schemas"]["Kettle"]["required"] == old["components"]["schemas"]["Kettle"]["required"]
    assert new["paths"] == old["paths"]
    third = proposed("flat.txt", second.spliced.document.text, merge=True)
    assert third.spliced.edits == ()


def test_lists_and_tables_are_read_as_well() -> None:
    document = said(proposed("plain.md"))
    ((path, item),) = document["paths"].items()
    operation = item["post"]
    assert path == "/v1/people/{person_id}/teapots"
    assert operation["summary"] == "Create a teapot"
    assert operation["parameters"][1:] == [
        {
            "name": "dry_run",
            "in": "query",
            "description": "Only look whether it would work.",
            "schema": {"type": "boolean"},
        },
        {"name": "X-Request-Note", "in": "header", "description": "Anything.", "schema": {"type": "string"}},
        {"name": "locale", "in": "query", "description": "For messages.", "schema": {"type": "string"}},
    ]
    schemas = document["components"]["schemas"]
    body = schemas["CreateATeapotRequest"]
    assert body["required"] == ["name", "kind"]
    assert body["properties"]["kind"]["enum"] == ["green", "black", "white"]
    assert body["properties"]["lid"]["type"] == "boolean"
    assert body["properties"]["volume"]["type"] == "number"
    assert schemas["Leaves"]["required"] == ["grams"]
    assert list(operation["responses"]) == ["201", "409"]
    answer = schemas["Teapot"]["properties"]
    assert answer["id"] == {"description": "Tells it from others.", "type": "integer"}
    assert answer["made"] == {"type": "string", "format": "date", INFERRED: "format"}
    assert operation["security"] == [{"XApiKey": []}]


def test_a_page_may_tell_of_several_operations() -> None:
    document = said(proposed("several.md"))
    everything, drop = document["paths"]["/pots"]["get"], document["paths"]["/pots/{pot_id}/drops"]["post"]
    assert (everything["summary"], everything["description"]) == ("List pots", "Gives all pots, one page at a time.")
    assert everything["parameters"][0]["description"] == "How many."
    assert everything["responses"]["200"]["content"]["application/json"]["schema"] == {
        "type": "array",
        "items": {"$ref": "#/components/schemas/Pot"},
    }
    assert (drop["summary"], drop["description"]) == ("Drop a pot", "Drops it to the floor.")
    assert drop["responses"] == {"204": {"description": "No Content"}}
    body = document["components"]["schemas"]["DropAPotRequest"]
    assert body["properties"]["height"] == {"description": "From where.", "type": "number"}
    assert body["required"] == ["height"]


def test_no_secret_reaches_the_document() -> None:
    text = (PAGES / "plain.md").read_text().replace("$KEY", "hunter2")
    spliced = propose(read_text(EMPTY, "s"), from_page(text, "p", (), ""), merge=False).spliced
    assert "hunter2" not in spliced.document.text


@pytest.mark.parametrize("text", ["", "  \n", "# A page\n\nNothing to call here.\n", "curl is a tool.\n"])
def test_a_page_without_a_request_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        from_page(text, "page.md", (), "")
    assert refused.value.problems[0].code == "request-missing"


def test_the_report_names_the_members_of_a_schema_once() -> None:
    lines = "\n".join(report(proposed("flat.txt").notes))
    assert "inferred: an integer, and may be any number\n  Heater: volts\n" in lines
    assert "found no place: an enumeration of the request whose member is not named: fast, slow, never" in lines


LINES = [line for page in sorted(PAGES.iterdir()) for line in page.read_text().splitlines()]


@settings(derandomize=True, deadline=None, database=None, max_examples=200, suppress_health_check=list(HealthCheck))
@given(
    start=st.integers(0, len(LINES)),
    length=st.integers(0, 120),
    noise=st.lists(st.sampled_from(LINES) | st.text(max_size=20), max_size=10),
    data=st.data(),
)
def test_whatever_is_left_of_a_page_is_read_or_refused(
    start: int, length: int, noise: list[str], data: st.DataObject
) -> None:
    lines = LINES[start : start + length]
    for line in noise:
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    text = "\n".join(lines)
    try:
        proposal = propose(read_text(EMPTY, "s"), from_page(text, "p", (), ""), merge=True)
    except Refusal as refusal:
        assert all(problem.remedy for problem in refusal.problems)
        return
    assert said(proposal)["paths"]


def test_what_a_site_asks_at_the_end_of_a_page_ends_what_is_said(tmp_path: Path) -> None:
    navigation = "\nWas this page helpful?\n\nYesNo\n\n[\n\nNext page\n\n](/next)\n"
    page = tmp_path / "rendered.md"
    page.write_text((PAGES / "rendered.md").read_text() + navigation)
    assert said(proposed(str(page))) == said(proposed("rendered.md"))
