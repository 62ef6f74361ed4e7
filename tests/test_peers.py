"""`make peers` in small: operations are found as each generator writes them, and whoever cannot be there is told."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.bench.peers import PEERS, Peer, installed
from tests.peers import __main__ as peers
from tests.peers.contender import OURS, Contender
from tests.peers.found import anonymous, found, told
from tests.peers.report import table
from tests.peers.run import Outcome

OPENAPI_PYTHON_CLIENT, OPENAPI_GENERATOR, DATAMODEL_CODE_GENERATOR = (peer.operations for peer in PEERS)
WRITTEN = {
    "resources/pet.py": (
        OURS.operations,
        """
DELETE_PET: Operation[None] = Operation("DELETE", "/pets/{petId}/a.b", parameters=(Path("petId", lambda: str),))
LIST_PETS = Operation("GET", "/pets")
""",
    ),
    "api/pet/pets.py": (
        OPENAPI_PYTHON_CLIENT,
        """
def _get_kwargs(pet_id):
    return {"method": "delete", "url": "/pets/{pet_id}/a.b".format(pet_id=quote(str(pet_id), safe=""))}
def _get_others():
    return {"method": "get", "url": "/pets"}
""",
    ),
    "api/pet_api.py": (
        OPENAPI_GENERATOR,
        """
class PetApi:
    def _delete_pet_serialize(self, pet_id):
        return self.api_client.param_serialize(method='DELETE', resource_path='/pets/{petId}/a.b', body=None)
    def _list_pets_serialize(self):
        return self.api_client.param_serialize(method='GET', resource_path='/pets', body=None)
""",
    ),
    "_operations.py": (
        DATAMODEL_CODE_GENERATOR,
        """
OPERATION_0: Final = OperationPlan(operation_id='listPets', method='GET', path='/pets', responses=ResponseDecoder(()))
OPERATION_1: Final = OperationPlan(operation_id='deletePet', method='DELETE', path='/pets/{petId}/a.b')
""",
    ),
}
DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "paths": {"/pets": {"get": {}, "post": {}}, "/pets/{id}": {"put": {}}},
}
GENERATOR = """
import pathlib, sys
print("PUT /pets/{id} is left out")
package = pathlib.Path(sys.argv[1]) / "sdk"
package.mkdir()
(package / "__init__.py").write_text("")
(package / "operations.py").write_text("SENT = {'method': 'get', 'url': '/pets'}")
"""


@pytest.mark.parametrize("place", WRITTEN)
def test_operations_are_found_as_each_generator_writes_them(tmp_path: Path, place: str) -> None:
    pattern, text = WRITTEN[place]
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_text(text)
    assert found(tmp_path.glob(pattern)) == {anonymous("DELETE /pets/{id}/a.b"), "GET /pets"}


def test_a_module_that_cannot_be_read_has_no_operations(tmp_path: Path) -> None:
    (tmp_path / "pets.py").write_text('Operation("GET", "/pets"')
    assert found(tmp_path.glob("*.py")) == set()


def test_an_operation_is_told_if_its_whole_path_is() -> None:
    assert told("GET /pets/{id}", "warning: GET /pets/{id} is left out")
    assert not told("GET /pets", "warning: GET /pets/{id} is left out, and so is /pets-of-mine")


def test_columns_are_as_wide_as_they_have_to_be() -> None:
    assert table([["", "made"], ["specwright", "2"]]).splitlines() == [
        "           | made",
        "-----------|-----",
        "specwright | 2",
    ]


def test_whoever_cannot_be_installed_says_why_and_leaves_nothing(tmp_path: Path) -> None:
    why = installed(_peer(), tmp_path, _failing)
    assert why == "generator==1.0 could not be installed: ERROR: no index can be reached"
    assert list(tmp_path.iterdir()) == []


def test_whoever_is_installed_stays_until_something_else_is_wanted(tmp_path: Path) -> None:
    program = tmp_path / "some-generator" / "bin" / "generator"
    assert installed(_peer(), tmp_path, _working) == program
    assert installed(_peer(), tmp_path, _failing) == program
    assert "could not be installed" in str(installed(_peer("generator==2.0"), tmp_path, _failing))
    assert not program.exists()


def test_a_run_goes_on_without_whoever_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    documents = tmp_path / "documents" / "package"
    documents.mkdir(parents=True)
    (documents / "pets.com.json").write_text(json.dumps(DOCUMENT))
    ready = Contender("ours", lambda document, output: [sys.executable, "-c", GENERATOR, output], "operations.py")
    monkeypatch.setattr(peers, "OURS", ready)
    monkeypatch.setattr(peers, "PEERS", [_peer()])
    monkeypatch.setattr(peers, "FOLDER", tmp_path)
    monkeypatch.setattr(peers, "fetch", lambda folder: folder / "documents")
    monkeypatch.setattr(peers, "contender", lambda peer, folder: installed(peer, folder, _failing))
    assert peers.main({"CORPUS": str(tmp_path), "TYPED_KB": "0"}) == 1
    said = capsys.readouterr()
    assert "peers: some generator is not there: generator==1.0 could not be installed: ERROR" in said.err
    assert "some generator is not there: generator==1.0 could not be installed: ERROR" in said.out
    row = next(line for line in said.out.splitlines() if line.startswith("ours"))
    assert [cell.strip() for cell in row.split("|")][1:6] == ["1 of 1", "1 of 1", "0 of 1", "1 of 3", "2, 1"]


def test_complete_is_what_can_be_imported_and_lacks_nothing() -> None:
    assert Outcome("pets", 3, 1.0, 1.0, 50, generated=True, imported=True).complete
    assert not Outcome("pets", 3, 1.0, 1.0, 50, generated=True, imported=True, missing=1).complete
    assert not Outcome("pets", 3, 1.0, 1.0, 50, fault="it cannot be imported", generated=True).complete


def _peer(requirement: str = "generator==1.0") -> Peer:
    return Peer("some generator", (requirement,), "generator", lambda document, output: [], "*.py")


def _failing(home: Path, requirements: Sequence[str]) -> list[list[str]]:
    home.mkdir(parents=True)
    script = "import sys; sys.exit('ERROR: no index can be reached\\nWARNING: pip is old')"
    return [[sys.executable, "-c", script, *requirements]]


def _working(home: Path, requirements: Sequence[str]) -> list[list[str]]:
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "generator").touch()
    return [[sys.executable, "-c", "pass", *requirements]]
