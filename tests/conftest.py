"""No test sees what runs outside of the tests have left in the user's cache, or leaves anything there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPECWRIGHT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield
