"""`porchlight search`, as another program would call it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from porchlight.commands.search import command
from resources_index.index.build import build_index

ROOT = Path(__file__).resolve().parents[2]
FIELDS = {"service_id", "name", "organization", "needs", "score", "phones", "url", "service_area",
          "assured_date", "source"}  # fmt: skip


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("data")
    ready = ROOT / os.environ.get("DATA_DIR", "var") / "index"
    if ready.exists():
        shutil.copytree(ready, folder / "index")
    build_index(folder, lambda _: None)

    app = typer.Typer()
    app.command()(command)

    def ask(*words: str) -> str:
        result = CliRunner().invoke(app, words, env={"DATA_DIR": str(folder)})
        assert result.exit_code == 0, result.output
        return result.stdout

    return ask


def test_the_answer_for_programs_has_what_the_contract_names(run) -> None:  # type: ignore[no-untyped-def]
    answer = json.loads(run("no food tonight", "--near", "45402", "--limit", "5", "--json"))
    assert answer["query"] == "no food tonight"
    assert answer["place"]["zip"] == "45402"
    assert set(answer["hits"][0]) >= FIELDS
    scores = [hit["score"] for hit in answer["hits"]]
    assert scores
    assert answer["relaxed"] == []


def test_people_read_how_far_the_search_went_and_why(run) -> None:  # type: ignore[no-untyped-def]
    text = run("help with taxes", "--near", "05401", "--limit", "1")
    assert "services of the whole" in text
    assert "You asked about help with taxes" in " ".join(text.split())


def test_only_free_leaves_out_what_is_not_said_to_be_free(run) -> None:  # type: ignore[no-untyped-def]
    free = json.loads(run("groceries", "--near", "33125", "--free", "--limit", "20", "--json"))
    every = json.loads(run("groceries", "--near", "33125", "--limit", "20", "--json"))
    ids = {hit["service_id"] for hit in every["hits"]}
    assert free["hits"]
    assert {hit["service_id"] for hit in free["hits"]} <= ids


def test_those_who_keep_records_find_records_alike(run) -> None:  # type: ignore[no-untyped-def]
    text = run("meals on wheels", "--anywhere", "--limit", "4")
    assert text.count("alike") == 4
