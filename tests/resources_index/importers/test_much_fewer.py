"""A part of a list under the name of the whole takes nothing out unless somebody says that it is meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from porchlight.commands.directory import app
from resources_index.importers.county_sheet import import_sheet
from resources_index.importers.lists import installed
from resources_index.places import Places
from tests.resources_index.importers.test_county_sheet import LINE, sheet


def lines(count: int, first: int = 0) -> list[dict[str, str]]:
    return [{**LINE, "name": f"Porch rides {n}"} for n in range(first, first + count)]


def brought_in(folder: Path, places: Places, count: int) -> Path:
    report = import_sheet(sheet(folder, *lines(count)), folder / "own", places, dry_run=False)
    assert report.added == count
    return folder / "own"


@pytest.mark.parametrize("dry_run", [True, False])
def test_four_lines_of_forty_are_refused_and_say_what_to_do(tmp_path: Path, places: Places, dry_run: bool) -> None:  # fmt: skip
    own = brought_in(tmp_path, places, 40)
    report = import_sheet(sheet(tmp_path, *lines(4)), own, places, dry_run=dry_run)
    assert report.blocked
    assert not report.imported
    (why,) = report.rejected
    assert "36 of the 40 services of own" in why.reason
    assert "--source" in why.reason
    assert "--fewer" in why.reason
    assert len((own / "services.csv").read_text("utf-8").splitlines()) == 41


def test_a_list_that_became_shorter_on_purpose_comes_in(tmp_path: Path, places: Places) -> None:
    own = brought_in(tmp_path, places, 40)
    report = import_sheet(sheet(tmp_path, *lines(4)), own, places, dry_run=False, fewer=True)
    assert report.imported
    assert (report.unchanged, report.removed) == (4, 36)


@pytest.mark.parametrize(("before", "after"), [(12, 3), (60, 46), (40, 40)])
def test_a_few_lines_less_are_everyday_work(tmp_path: Path, places: Places, before: int, after: int) -> None:  # fmt: skip
    own = brought_in(tmp_path, places, before)
    report = import_sheet(sheet(tmp_path, *lines(after)), own, places, dry_run=False)
    assert report.imported
    assert report.removed == before - after


def test_the_command_refuses_too_and_its_flag_lets_it_in(tmp_path: Path, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "var"))
    runner = CliRunner()
    command = ["import", "county-csv", str(sheet(tmp_path, *lines(40)))]
    assert runner.invoke(app, command).exit_code == 0
    sheet(tmp_path, *lines(4))
    assert runner.invoke(app, command).exit_code != 0
    assert installed(tmp_path / "var" / "directory")[0].services == 40
    assert runner.invoke(app, [*command, "--fewer"]).exit_code == 0
    assert installed(tmp_path / "var" / "directory")[0].services == 4
