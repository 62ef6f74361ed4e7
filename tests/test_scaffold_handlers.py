"""`specwright scaffold handlers`: written once, added to, and never a line of a person's changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from specwright.cli.main import main

SPEC = """openapi: 3.1.0
info: {title: Kettles, version: '1'}
paths:
  /kettles/{kettle_id}:
    get:
      tags: [Kettles]
      operationId: getKettle
      parameters:
        - {name: kettle_id, in: path, required: true, schema: {type: string, format: uuid}}
        - {name: loud, in: query, schema: {type: boolean}}
      responses:
        '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Kettle'}}}}
components:
  schemas:
    Kettle: {type: object, properties: {name: {type: string}}}
"""
ADDED = """
  /kettles:
    post:
      tags: [Kettles]
      operationId: createKettle
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Kettle'}}}}
      responses:
        '201': {description: Made, content: {application/json: {schema: {$ref: '#/components/schemas/Kettle'}}}}
    delete:
      tags: [Kettles]
      operationId: dropKettles
      parameters:
        - {name: since, in: query, required: true, schema: {type: string, format: date}}
      responses:
        '204': {description: Gone}
"""
TARGET = '[tool.specwright.targets.kettles]\nspec = "spec.yaml"\noutput = "generated/kettles"\npackage = "kettles"\n'
COMMAND = ["scaffold", "handlers", "kettles", "--into", "app"]

Streams = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").write_text(TARGET)
    Path("spec.yaml").write_text(SPEC)
    return tmp_path


def grow() -> None:
    Path("spec.yaml").write_text(SPEC.replace("paths:\n", f"paths:{ADDED}"))


def module() -> Path:
    (path,) = Path("app").iterdir()
    return path


def test_a_module_for_a_tag_has_a_typed_method_for_each_operation(capsys: Streams) -> None:
    assert main(COMMAND) == 0
    assert module().name == "kettles.py"
    assert module().read_text() == (
        '''"""Handlers of the operations tagged 'Kettles'."""

from __future__ import annotations

from uuid import UUID

from kettles import UNSET, models
from kettles.server import Kettles, Unimplemented


class KettlesHandlers(Kettles):
    """Handlers of the operations tagged 'Kettles'."""

    async def get_kettle(self, kettle_id: UUID, *, loud: bool | UNSET = UNSET) -> models.Kettle:
        """GET /kettles/{kettle_id}"""
        raise Unimplemented("kettles.get_kettle")
'''
    )
    assert capsys.readouterr().err == "app/kettles.py: 1 handler added: get_kettle\n"


def test_what_is_written_serves_and_is_well_typed(here: Path) -> None:
    grow()
    main([*COMMAND, "-q"])
    main(["generate", "-q"])
    script = (
        "from app.kettles import KettlesHandlers\n"
        "from kettles.server import create_app\n"
        "assert create_app(kettles=KettlesHandlers()) is not None\n"
    )
    path = f"{here}:{here / 'generated/kettles/src'}"
    subprocess.run([sys.executable, "-c", script], check=True, env={"PYTHONPATH": path})
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--explicit-package-bases", "app/kettles.py"],
        env={"MYPYPATH": str(here / "generated/kettles/src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


def test_a_second_run_changes_nothing_and_check_is_content(capsys: Streams) -> None:
    main(COMMAND)
    before = module().read_bytes()
    capsys.readouterr()
    assert main([*COMMAND, "--check"]) == 0
    assert main(COMMAND) == 0
    assert capsys.readouterr() == ("", "")
    assert module().read_bytes() == before


MINE = '''# mine
from __future__ import annotations
import uuid
from kettles.server import (
    Kettles as Base,  # the generated one
)
CACHE = {}

class Mine(Base):
	"""Tabs, and comments."""
	async def get_kettle(self, kettle_id: uuid.UUID, *, loud: object = None):
		# keep this
		return CACHE[kettle_id] ; ()

	def _helper(self): return 1
# behind the class


def after() -> None: ...
'''


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_new_handlers_are_appended_and_every_line_of_a_person_stays(ends: str, capsys: Streams) -> None:
    Path("app").mkdir()
    Path("app/kettles.py").write_bytes(MINE.replace("\n", ends).encode())
    grow()
    assert main([*COMMAND, "--check"]) == 1
    assert "`app/kettles.py` has 2 operations without a handler: create_kettle, drop_kettles" in capsys.readouterr().err
    assert module().read_bytes() == MINE.replace("\n", ends).encode()
    assert main(COMMAND) == 0
    text = module().read_bytes().decode()
    rest = iter(text.split("\n"))
    assert all(line in rest for line in MINE.replace("\n", ends).split("\n"))
    assert ("\r\n" in text) == (ends == "\r\n")
    if ends == "\r\n":
        assert "\n" not in text.replace("\r\n", "")
    compiled = compile(text, "kettles.py", "exec")
    assert compiled is not None
    assert f"\tasync def drop_kettles(self, *, since: date) -> None:{ends}" in text
    assert f"from datetime import date{ends}" in text
    capsys.readouterr()
    assert main([*COMMAND, "--check"]) == 0, capsys.readouterr().err


def test_a_module_without_the_class_gets_one() -> None:
    Path("app").mkdir()
    Path("app/kettles.py").write_text('"""Mine."""\n\nX = 1\n')
    assert main([*COMMAND, "-q"]) == 0
    text = module().read_text()
    assert text.startswith('"""Mine."""\n')
    assert "\n\nX = 1\n" in text
    assert "\n\n\nclass KettlesHandlers(Kettles):\n" in text


@pytest.mark.parametrize(
    ("method", "said"),
    [
        ("async def get_kettle(self, kettle_id): ...", ""),
        ("def get_kettle(self, kettle_id, **more): ...", ""),
        ("async def get_kettle(self, *all, **more): ...", ""),
        ("async def get_kettle(self, kettle_id: 'UUID', loud=None, extra=1) -> Reply[models.Kettle]: ...", ""),
        ("async def get_kettle(self, kettle_id: UUID | str, *, loud) -> Any: ...", ""),
        ("async def get_kettle(self, *, loud): ...", "its arguments are none, and would be `kettle_id`"),
        ("async def get_kettle(self, pot_id, *, loud): ...", "its arguments are `pot_id`, and would be `kettle_id`"),
        ("async def get_kettle(self, kettle_id): ...", "it has no `loud`"),
        ("async def get_kettle(self, kettle_id, *, loud, size): ...", "nothing is given for `size`"),
        ("async def get_kettle(self, kettle_id: str, *, loud): ...", "`kettle_id` is `str`, and would be `UUID`"),
        ("async def get_kettle(self, kettle_id, *, loud) -> models.Pot: ...", "it returns `models.Pot`"),
    ],
)
def test_a_signature_that_no_longer_fits_is_told(method: str, said: str, capsys: Streams) -> None:
    Path("app").mkdir()
    accepts_loud = "loud" in method or "**" in method or said
    method = method if accepts_loud else method.replace("kettle_id)", "kettle_id, *, loud)")
    Path("app/kettles.py").write_text(f"from kettles.server import Kettles\nclass Mine(Kettles):\n    {method}\n")
    before = module().read_bytes()
    assert main([*COMMAND, "--check"]) == (1 if said else 0)
    told = capsys.readouterr().err
    assert (said in told and "error[handler-misfit]" in told and ":3:5" in told) if said else not told
    assert main([*COMMAND, "-q"]) == 0
    assert module().read_bytes() == before


def test_a_handler_of_a_removed_operation_is_told(capsys: Streams) -> None:
    grow()
    main([*COMMAND, "-q"])
    Path("spec.yaml").write_text(SPEC)
    before = module().read_bytes()
    assert main([*COMMAND, "--check"]) == 1
    told = capsys.readouterr().err
    assert "error[handler-unused]: `create_kettle` answers no operation of `Kettles`" in told
    assert "`drop_kettles`" in told
    assert module().read_bytes() == before


def test_a_module_of_a_removed_tag_is_told(capsys: Streams) -> None:
    main([*COMMAND, "-q"])
    Path("spec.yaml").write_text(SPEC.replace("[Kettles]", "[Pots]"))
    assert main([*COMMAND, "--check"]) == 1
    assert "error[handler-unused]: `KettlesHandlers` extends `Kettles`, whose operations" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("def (:\n", "handlers-unreadable"),
        ("from kettles.server import Kettles\nclass A(Kettles): pass\n", "handlers-closed"),
    ],
)
def test_what_cannot_be_added_to_is_refused_and_stays(text: str, code: str, capsys: Streams) -> None:
    Path("app").mkdir()
    Path("app/kettles.py").write_text(text)
    assert main(COMMAND) == 1
    assert f"error[{code}]" in capsys.readouterr().err
    assert module().read_text() == text
