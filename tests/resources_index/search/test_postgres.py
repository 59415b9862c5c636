"""The same search through PostgreSQL with pgvector, against a real server."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import psycopg
import pytest

from resources_index.directory import Area, Directory, ServiceRecord
from resources_index.evaluation.judging import read_topics
from resources_index.index.build import build_index, open_index
from resources_index.index.features import features_of
from resources_index.index.flat import FlatIndex, write_flat_index
from resources_index.index.manifest import Manifest, StaleIndexError
from resources_index.index.postgres import PostgresServices
from resources_index.index.services import packed
from resources_index.places import Place, Places, Resolved
from resources_index.search import Query, Search
from resources_index.search.area import Serving
from resources_index.search.candidates import LocalCandidates, PostgresCandidates

ROOT = Path(__file__).resolve().parents[3]
TOPICS = ROOT / "data" / "evaluation" / "search"
DIMENSION = 384


@pytest.fixture(scope="module")
def through_postgres(
    data_dir: Path, postgres_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Search:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEARCH_DATABASE_URL", postgres_url)
        build_index(data_dir, lambda _: None)
        return Search.open(data_dir)


@pytest.fixture
def empty(postgres_url: str) -> PostgresServices:
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS search_services, search_build")
    return PostgresServices(postgres_url, DIMENSION)


@pytest.fixture(scope="module")
def manifest(data_dir: Path) -> Manifest:
    return Manifest.read(data_dir / "index")


def where(places: Places, text: str) -> Place:
    answer = places.resolve(text)
    assert isinstance(answer, Resolved)
    return answer.place


def random_vectors(count: int) -> np.ndarray:
    drawn = np.random.default_rng(11).normal(size=(count, DIMENSION)).astype(np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


def test_both_ways_give_the_same_hits_in_the_same_order(
    search: Search, through_postgres: Search, places: Places
) -> None:
    topics = read_topics(TOPICS, places)[::4]
    assert len(topics) > 70
    for topic in topics:
        query = Query(topic.text, place=topic.place, language=topic.language, limit=10)
        ours, theirs = search.find(query), through_postgres.find(query)
        assert [h.service.record.id for h in ours.hits] == [
            h.service.record.id for h in theirs.hits
        ]
        assert [h.score for h in ours.hits] == pytest.approx(
            [h.score for h in theirs.hits], abs=1e-5
        )
        assert (ours.total, ours.widened, ours.needs) == (
            theirs.total,
            theirs.widened,
            theirs.needs,
        )


@pytest.mark.parametrize(
    "wishes",
    [
        {"age": 40, "needs": ("jobs",)},
        {"age": 70, "needs": ("jobs",)},
        {"language": "es", "needs": ("benefits_check",)},
        {"free_only": True, "needs": ("food_assistance",)},
        {"veteran": True, "needs": ("mental_health",)},
        {"needs": ("veterans",)},
        {"open_now": True, "needs": ("meals_group",)},
        {"urgent": True, "text": "no food tonight"},
    ],
)
@pytest.mark.parametrize("spot", ["10453", "90012", "ohio", None])
def test_wishes_and_places_filter_alike(
    search: Search, through_postgres: Search, places: Places, wishes: dict, spot: str | None
) -> None:
    query = Query(**{"place": where(places, spot) if spot else None, "limit": 50, **wishes})
    ids = [
        [h.service.record.id for h in one.find(query).hits] for one in (search, through_postgres)
    ]
    assert ids[0] == ids[1]


def test_every_kind_of_area_is_filtered_as_in_this_process(
    directory: Directory,
    places: Places,
    empty: PostgresServices,
    manifest: Manifest,
    tmp_path: Path,
) -> None:
    base = next(s for s in directory.services if s.status == "active")
    dayton = where(places, "45402")
    areas = [
        Area("nation"), Area("state", ("OH",)), Area("state", ("IN",)), Area("part", ("OH",)),
        Area("county", county_fips=frozenset({"39113"})), Area("county", county_fips=frozenset({"39049"})),
        Area("zip", zips=frozenset({"45402", "45403"})), Area("zip", zips=frozenset({"10453"})),
        Area("radius", radius_miles=10.0), Area("radius", radius_miles=1.0),
    ]  # fmt: skip
    made = [
        replace(base, id=f"s{i}", area=area, need_ids=("jobs",), held_back=False, minimum_age=None,
                veteran_only=False, languages=(), latitude=39.81, longitude=-84.25)
        for i, area in enumerate(areas)
    ]  # fmt: skip
    vectors = random_vectors(len(made))
    empty.write(made, vectors, manifest)
    write_flat_index(tmp_path / "few.faiss", vectors)
    few = packed(made)
    serving = Serving(few.areas, few.features)
    here = LocalCandidates(few.features, serving, FlatIndex.open(tmp_path / "few.faiss"))
    there = PostgresCandidates(few.features, empty)
    for spot in (dayton, where(places, "10453"), where(places, "ohio"), None):
        query = Query("work", place=spot)
        expected = here.find("jobs", query, vectors[0], False)
        found = there.find("jobs", query, vectors[0], False)
        assert found.rows.tolist() == expected.rows.tolist()
        assert found.cosines == pytest.approx(expected.cosines, abs=1e-5)
        assert expected.cosines == pytest.approx(vectors[expected.rows] @ vectors[0], abs=1e-5)
    asked = Query("work", place=dayton)
    served = {made[row].id for row in here.find("jobs", asked, vectors[0], False).rows}
    assert served == {"s0", "s1", "s4", "s6", "s8"}


def test_only_what_changed_is_sent_again(
    directory: Directory, empty: PostgresServices, manifest: Manifest
) -> None:
    services = directory.services[:50]
    vectors = random_vectors(50)
    assert empty.write(services, vectors, manifest) == 50
    assert empty.write(services, vectors, manifest) == 0
    changed: list[ServiceRecord] = [replace(services[0], minimum_age=62), *services[1:]]
    assert empty.write(changed, vectors, manifest) == 1
    assert empty.write(changed[:-2], vectors[:-2], manifest) == 2


def test_a_table_of_an_earlier_version_is_made_anew(
    directory: Directory, empty: PostgresServices, manifest: Manifest, postgres_url: str
) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE TABLE search_services (id text PRIMARY KEY, counties text[])")
        connection.execute("INSERT INTO search_services VALUES ('s0', '{}')")
    services = directory.services[:20]
    assert empty.write(services, random_vectors(20), manifest) == 20


def test_stale_tables_are_never_used_silently(empty: PostgresServices, manifest: Manifest) -> None:
    with pytest.raises(StaleIndexError, match="porchlight index build"):
        empty.check(manifest)
    empty.write([], random_vectors(0), manifest)
    empty.check(manifest)
    with pytest.raises(StaleIndexError):
        empty.check(replace(manifest, directory="another"))


def test_a_lost_connection_is_made_again(
    directory: Directory, empty: PostgresServices, manifest: Manifest, postgres_url: str
) -> None:
    services = [s for s in directory.services if s.area.kind == "nation"]
    vectors = random_vectors(len(services))
    empty.write(services, vectors, manifest)
    candidates = PostgresCandidates(features_of(services), empty)
    before = candidates.find("jobs", Query("work"), vectors[0], False).rows.tolist()
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
    assert before
    assert candidates.find("jobs", Query("work"), vectors[0], False).rows.tolist() == before


def test_without_the_setting_this_process_searches(data_dir: Path, search: Search) -> None:
    assert isinstance(search._candidates, LocalCandidates)
    assert open_index(data_dir).manifest.services > 0
