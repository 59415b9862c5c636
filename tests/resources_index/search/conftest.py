"""One built index for all tests of the search."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from porchlight.bench.postgres import running_postgres
from resources_index.index.build import build_index
from resources_index.search import Search

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make setup` has built, copied so that a test may build on it; built here when it is stale."""
    folder = tmp_path_factory.mktemp("data")
    built = ROOT / os.environ.get("DATA_DIR", "var") / "index"
    if built.exists():
        shutil.copytree(built, folder / "index")
    build_index(folder, lambda _: None)
    return folder


@pytest.fixture(scope="session")
def search(data_dir: Path) -> Search:
    return Search.open(data_dir)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """SEARCH_TEST_DATABASE_URL names another server than the one that comes as a wheel."""
    named = os.environ.get("SEARCH_TEST_DATABASE_URL")
    if named:
        yield named
        return
    with running_postgres() as url:
        yield url
