"""The commands of docs/directory.md, from an empty sheet to a corrected record."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from porchlight.commands.directory import app
from porchlight.errors import UserError
from resources_index.directory import Directory
from resources_index.index.build import directory_folders

TODAY = date.today().isoformat()
LINE = {
    "name": "Porch rides", "organization": "Porch County Office", "needs": "transportation", "phone": "937-555-0142",
    "state": "OH", "counties": "Montgomery", "summary": "Rides to the doctor.", "source": "county office", "checked_on": TODAY,
}  # fmt: skip


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "var"))
    return tmp_path / "var"


def run(*words: str) -> str:
    result = CliRunner().invoke(app, list(words))
    if isinstance(result.exception, UserError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def filled_in(folder: Path, **changes: str) -> Path:
    path = folder / "our.csv"
    run("template", str(path))
    with path.open(encoding="utf-8-sig", newline="") as file:
        columns = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, restval="").writerow({**LINE, **changes})
    return path


def ours(data_dir: Path) -> list[str]:
    services = Directory.load(directory_folders(data_dir)).services
    return [
        f"{s.phones[0].number} {s.status}"
        for s in services
        if s.organization == LINE["organization"]
    ]


def test_an_afternoon_of_a_county(tmp_path: Path, data_dir: Path) -> None:
    sheet = filled_in(tmp_path)
    assert "1 added" in run("import", "county-csv", str(sheet), "--dry-run")
    assert ours(data_dir) == []
    assert "1 added" in run("import", "county-csv", str(sheet))
    assert "1 unchanged" in run("import", "county-csv", str(sheet))
    assert ours(data_dir) == ["+19375550142 active"]
    assert "services" in run("check", "--show", "1")
    folders = directory_folders(data_dir)
    (service,) = [
        s for s in Directory.load(folders).services if s.organization == LINE["organization"]
    ]
    run("correct", service.id, "--by", "office", "--checked-on", TODAY, "--phone", "9375550188")
    run("correct", service.id, "--by", "office", "--checked-on", TODAY, "--status", "inactive")
    assert ours(data_dir) == ["+19375550188 inactive"]


def test_a_wrong_line_ends_with_a_sentence_and_imports_nothing(
    tmp_path: Path, data_dir: Path
) -> None:
    with pytest.raises(UserError, match="Nothing was imported"):
        run("import", "county-csv", str(filled_in(tmp_path, phone="12")))
    assert ours(data_dir) == []


def test_an_unknown_format_is_named_with_those_that_exist(tmp_path: Path, data_dir: Path) -> None:
    with pytest.raises(UserError, match="hsds-json"):
        run("import", "pdf", str(filled_in(tmp_path)))


def test_the_export_holds_every_service(tmp_path: Path, data_dir: Path) -> None:
    run("import", "county-csv", str(filled_in(tmp_path)))
    run("export", str(tmp_path / "out"))
    with (tmp_path / "out" / "services.csv").open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    assert "Porch rides" in names
    assert len(names) > 4_000


def test_coverage_writes_the_report_and_a_cell_for_every_need_and_state(
    tmp_path: Path, data_dir: Path
) -> None:
    run("coverage", "--write", str(tmp_path / "coverage"))
    with (tmp_path / "coverage" / "matrix.csv").open(encoding="utf-8", newline="") as file:
        cells = list(csv.DictReader(file))
    assert len(cells) == 39 * 56
    assert not [
        c
        for c in cells
        if not (
            c["local_counties"] != "0"
            or c["agency_counties"] != "0"
            or c["state_service"]
            or c["reason"]
        )
    ]


def test_a_json_file_that_is_no_directory_is_refused(tmp_path: Path, data_dir: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps({"contents": []}), "utf-8")
    with pytest.raises(UserError, match="no services"):
        run("import", "hsds-json", str(path))


def test_a_wrong_import_is_seen_undone_and_removed(tmp_path: Path, data_dir: Path) -> None:
    run("import", "county-csv", str(filled_in(tmp_path)))
    assert "county-our: 1 services" in run("lists")
    assert "0 services now" in run("undo", "county-our")
    assert ours(data_dir) == []
    run("undo", "county-our")
    assert "1 services are out" in run("remove", "county-our")
    with pytest.raises(UserError, match="no list"):
        run("remove", "county-our")


def test_all_findings_go_into_a_file_and_none_is_lost_on_the_screen(
    tmp_path: Path, data_dir: Path
) -> None:
    sheet = filled_in(tmp_path, phone="12", needs="pizza", counties="Nowhere")
    out = run(
        "import",
        "county-csv",
        str(sheet),
        "--dry-run",
        "--show",
        "1",
        "--report",
        str(tmp_path / "r.csv"),
    )
    assert "and 2 more rejected" in out
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["column"] for row in csv.DictReader(file)} == {"phone", "needs", "counties"}


def test_the_template_never_writes_over_a_filled_sheet(tmp_path: Path, data_dir: Path) -> None:
    sheet = filled_in(tmp_path)
    with pytest.raises(UserError, match="is there already"):
        run("template", str(sheet))


def test_from_the_calls_of_a_county_to_its_corrected_records(
    tmp_path: Path, data_dir: Path
) -> None:
    run("import", "county-csv", str(filled_in(tmp_path, checked_on="2020-01-01")))
    calls = tmp_path / "calls.csv"
    out = run("check", "--near", "Montgomery County, OH", "--write", str(calls))
    assert "call first: 937-555-0142 Porch County Office" in out
    text = calls.read_text("utf-8-sig")
    (line,) = [row for row in csv.DictReader(text.splitlines()) if row["service"] == "Porch rides"]
    filled = {**line, "checked_on": TODAY, "phone": "937-555-0188"}
    with calls.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(line))
        writer.writeheader()
        writer.writerow(filled)
    run("correct", "--sheet", str(calls), "--by", "Porch desk")
    shown = run("show", "porch rides")
    assert "937-555-0188" in shown
    assert f"checked {TODAY}" in shown
    assert "taken away: 1" in run("correct", line["service_id"], "--undo")


def test_an_unknown_kind_or_place_is_said(data_dir: Path) -> None:
    with pytest.raises(UserError, match="same phone"):
        run("check", "--kind", "nonsense")
    with pytest.raises(UserError, match="No place"):
        run("check", "--near", "Qwxzy")
