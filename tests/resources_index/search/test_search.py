from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from resources_index.index.build import build_index
from resources_index.index.manifest import Manifest, StaleIndexError
from resources_index.places import Places, Resolved
from resources_index.search import Query, Search

ROOT = Path(__file__).resolve().parents[3]


def where(places: Places, text: str):  # type: ignore[no-untyped-def]
    answer = places.resolve(text)
    assert isinstance(answer, Resolved)
    return answer.place


@pytest.mark.parametrize(
    ("text", "place", "need"),
    [
        ("need a ride to dialysis", "45402", "transportation"),
        ("meals for my mom", "tucson az", "meals_delivered"),
        ("cant pay light bill", "nashville tn", "utilities"),
        ("medicare keeps denying my claim", "los angeles county", "medicare_counseling"),
        ("someone is stealing my dads checks", "boise id", "elder_abuse"),
        ("mi mamá necesita que le lleven comida", "33125", "meals_delivered"),
        ("dads memory is going he gets lost", "60644", "dementia_support"),
        ("landlord gave me an eviction notice", "10453", "housing"),
    ],
)
def test_the_first_service_is_of_the_right_kind_and_serves_the_place(
    search: Search, places: Places, text: str, place: str, need: str
) -> None:
    spot = where(places, place)
    first = search.find(Query(text, place=spot)).hits[0].service.record
    assert need in first.need_ids
    fips = {county.fips for county in spot.counties}
    if first.area.kind == "county":
        assert first.area.county_fips & fips
    else:
        assert first.area.kind == "nation" or spot.state in first.area.states


def test_abuse_leads_to_protective_services_first(search: Search, places: Places) -> None:
    hits = search.find(Query("", ("elder_abuse",), where(places, "boise id"))).hits
    assert (
        "Protect" in hits[0].service.record.name or "Protect" in hits[0].service.record.organization
    )


def test_an_agency_comes_once_in_a_page(search: Search, places: Places) -> None:
    hits = search.find(Query("help", ("transportation",), where(places, "45402"))).hits
    owners = [hit.service.record.organization for hit in hits]
    assert len(owners) == len(set(owners))


def test_pages_do_not_overlap(search: Search, places: Places) -> None:
    query = {"needs": ("food_assistance",), "place": where(places, "33125")}
    first = search.find(Query("food", **query, limit=3)).hits
    second = search.find(Query("food", **query, limit=3, offset=3)).hits
    ids = {hit.service.record.id for hit in first}
    assert ids.isdisjoint(hit.service.record.id for hit in second)


def test_what_was_refused_is_not_offered_again(search: Search, places: Places) -> None:
    spot = where(places, "tucson az")
    first = search.find(Query("meals", ("meals_delivered",), spot)).hits[0].service.record.id
    again = search.find(Query("meals", ("meals_delivered",), spot, exclude=(first,))).hits
    assert all(hit.service.record.id != first for hit in again)


def test_a_young_person_is_not_offered_what_begins_at_55(search: Search, places: Places) -> None:
    hits = search.find(Query("work", ("jobs",), where(places, "ohio"), age=40, limit=20)).hits
    assert all((hit.service.record.minimum_age or 0) <= 40 for hit in hits)


def test_a_stale_index_is_never_used_silently(data_dir: Path, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    folder.mkdir()
    manifest = json.loads((data_dir / "index" / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps({**manifest, "directory": "another"}))
    with pytest.raises(StaleIndexError, match="porchlight index build"):
        Search.open(tmp_path)
    with pytest.raises(StaleIndexError):
        Manifest.read(tmp_path / "nothing")


def test_a_second_build_encodes_nothing_again(data_dir: Path) -> None:
    told: list[str] = []
    build_index(data_dir, told.append)
    assert any("services: 0 new" in line for line in told)


def test_the_searching_process_needs_no_torch(data_dir: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from resources_index.search import Search, Query; "
        f"Search.open(Path({str(data_dir)!r})).find(Query('ride')); "
        "assert not {'torch', 'numba', 'pandas', 'sklearn'} & set(sys.modules); "
        # VmHWM, not ru_maxrss: the latter is inherited from the process that started this one.
        "print([l for l in open('/proc/self/status') if l.startswith('VmHWM')][0].split()[1])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(result.stdout) // 1024 < 400
