"""How fast the search is by itself, at several sizes, beside brute force and PostgreSQL. One thread.

Larger directories are made from the shipped one: its records spread over all counties of the country (one county gets
a hundredth of them all), their vectors mixed in pairs and blurred, so that neighbours are as near as those of real
texts. CPU time is what the thread itself used: on a shared machine believe that, and the ratios.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from porchlight.bench.postgres import running_postgres
from porchlight.bench.turn import QUESTIONS
from resources_index.directory import Area, Directory, ServiceRecord
from resources_index.index.build import Built, open_index
from resources_index.index.flat import FlatIndex, write_flat_index
from resources_index.index.kinds import Nearest, open_unfiltered, prepare_unfiltered
from resources_index.index.packed import open_packed, write_packed
from resources_index.index.postgres import PostgresServices
from resources_index.index.records import Records
from resources_index.index.services import PackedServices, packed
from resources_index.places import Place
from resources_index.search import Query, Search
from resources_index.search.area import Serving
from resources_index.search.candidates import LocalCandidates, PostgresCandidates

ROUNDS = 60
_WARM_UP = 5
_LARGE_COUNTY_SHARE = 0.01
_BLUR = 0.01
_DEPTH = 10
_QUERIES = Path(__file__).resolve().parents[2] / "data" / "evaluation" / "search" / "queries.tsv"
_EVERY = 3
SPANISH = (
    "necesito transporte para la diálisis",
    "comida para mi mamá",
    "ayuda con el recibo de luz",
)


@dataclass(frozen=True)
class Took:
    """Milliseconds of one kind of work: by the clock (median, 95th percentile) and of the thread's CPU."""

    median: float
    p95: float
    cpu: float


@dataclass
class Size:
    """What was measured at one number of services; `notes` are facts without a time."""

    services: int
    times: dict[str, Took] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


def measure(
    data_dir: Path, place: Place, sizes: Sequence[int], through_postgres: int
) -> Iterator[Size]:
    """One result a size, smallest first; `place` must be a town of one county.

    Sizes up to `through_postgres` are measured through PostgreSQL too.
    """
    built = open_index(data_dir)
    with ExitStack() as stack:
        # NumPy would otherwise take every core: everything here is measured on one thread.
        stack.enter_context(threadpool_limits(limits=1))
        url = stack.enter_context(running_postgres()) if through_postgres else ""
        for count in sorted(sizes):
            with tempfile.TemporaryDirectory(prefix="porchlight-bench-") as folder:
                asked = url if count <= through_postgres else None
                yield _measure_one(built, place, count, Path(folder), asked)


def _measure_one(
    built: Built, place: Place, count: int, folder: Path, postgres_url: str | None
) -> Size:
    size = Size(count)
    with _noted(size, "records and vectors made in"):
        services, vectors = enlarged(built, place.counties[0].fips, count)
    with _noted(size, "exact index built in"):
        write_flat_index(folder / "services.faiss", vectors)
    exact = FlatIndex.open(folder / "services.faiss")
    with _noted(size, "index for all at once built in"):
        size.notes["all at once"] = prepare_unfiltered(
            folder, exact, np.asarray(built.example_vectors)
        )
    nearest = open_unfiltered(folder, count, exact)
    with _noted(size, "records and filters packed in"):
        write_packed(folder / "packed", packed(services))
    with _noted(size, "search opened in"):
        search = _opened(built, folder, exact, nearest)
    size.notes["memory of the process"] = f"{_memory_mb()} MB"
    _time_searches(size, search, place)
    _time_vectors(size, built, vectors, exact, nearest.nearest)
    if postgres_url is not None:
        search = _through_postgres(size, search, services, vectors, postgres_url)
        _time_postgres(size, search, place)
    return size


def _opened(built: Built, folder: Path, exact: FlatIndex, nearest: Nearest) -> Search:
    """As a starting process opens it; encoder and examples are there already."""
    services = open_packed(folder / "packed", PackedServices)
    opened = replace(
        built,
        directory=Directory(Records(services.records)),
        services=services,
        service_vectors=exact,
        all_services=nearest,
    )
    serving = Serving(services.areas, services.features)
    return Search(opened, LocalCandidates(services.features, serving, exact))


def _through_postgres(
    size: Size,
    search: Search,
    services: Sequence[ServiceRecord],
    vectors: NDArray[np.float32],
    url: str,
) -> Search:
    """The same search, with filters and cosines in SQL."""
    built = search.built
    store = PostgresServices(url, built.manifest.dimension)
    with _noted(size, "PostgreSQL filled in"):
        store.write(services, vectors, built.manifest)
    return Search(built, PostgresCandidates(built.services.features, store))


def _time_postgres(size: Size, search: Search, place: Place) -> None:
    spanish = [f"{SPANISH[i % len(SPANISH)]} {i}" for i in range(ROUNDS)]
    queries = [Query(text, place=place, language="es") for text in spanish]
    for query in queries:
        search.find(query)
    size.times["search after encoding, PostgreSQL"] = timed(
        lambda i: search.find(queries[i]), ROUNDS
    )


def enlarged(
    built: Built, county: str, count: int
) -> tuple[list[ServiceRecord], NDArray[np.float32]]:
    """`count` records and unit vectors [count, dimension]: the shipped ones first, then made ones by county."""
    shipped = list(built.directory.services)
    own = built.service_vectors.vectors()
    if count <= len(shipped):
        return shipped[:count], np.ascontiguousarray(own[:count])
    made = count - len(shipped)
    local = [row for row, service in enumerate(shipped) if service.area.kind == "county"]
    codes = sorted({code for row in local for code in shipped[row].area.county_fips})
    areas = {code: Area("county", county_fips=frozenset({code})) for code in (county, *codes)}
    in_large = round(made * _LARGE_COUNTY_SHARE)
    templates = np.resize(np.array(local), made)
    services = list(shipped)
    for number, row in enumerate(templates.tolist()):
        code = county if number < in_large else codes[number * len(codes) // made]
        services.append(replace(shipped[row], id=f"made-{number}", area=areas[code]))
    return services, np.vstack([own, _mixed(own, templates)])


def _mixed(own: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
    chance = np.random.default_rng(9)
    made = np.empty((len(rows), own.shape[1]), dtype=np.float32)
    for start in range(0, len(rows), 50_000):
        part = rows[start : start + 50_000]
        others = chance.integers(0, len(own), len(part))
        share = chance.uniform(0.5, 1.0, (len(part), 1)).astype(np.float32)
        mixed = share * own[part] + (1 - share) * own[others]
        mixed += chance.normal(0, _BLUR, mixed.shape)
        made[start : start + len(part)] = mixed / np.linalg.norm(mixed, axis=1, keepdims=True)
    return made


def _time_searches(size: Size, search: Search, place: Place) -> None:
    # A new ending each time: an identical text would be answered from memory.
    asked = [f"{QUESTIONS[i % len(QUESTIONS)].split(',')[0]} {i}" for i in range(ROUNDS)]
    spanish = [f"{SPANISH[i % len(SPANISH)]} {i}" for i in range(ROUNDS)]
    size.times["whole search, English"] = timed(
        lambda i: search.find(Query(asked[i], place=place)), ROUNDS
    )
    size.times["whole search, Spanish"] = timed(
        lambda i: search.find(Query(spanish[i], place=place, language="es")), ROUNDS
    )
    # Asked a second time the vector is remembered: what is left is the search without the encoder.
    size.times["search after encoding"] = timed(
        lambda i: search.find(Query(spanish[i], place=place, language="es")), ROUNDS
    )


def _time_vectors(
    size: Size,
    built: Built,
    vectors: NDArray[np.float32],
    exact: FlatIndex,
    nearest: Callable[[NDArray[np.float32], int], list[tuple[int, float]]],
) -> None:
    texts = [f"{QUESTIONS[i % len(QUESTIONS)]} {i} again" for i in range(ROUNDS)]
    size.times["embed"] = timed(lambda i: built.encoder.encode([texts[i]]), ROUNDS)
    asked = built.encoder.encode(texts)
    few = np.arange(max(1, size.services // 1000), dtype=np.int32)
    size.times["FAISS, 0.1 % of the rows"] = timed(
        lambda i: exact.similarities(asked[i], few), ROUNDS
    )
    size.times["FAISS flat, all rows"] = timed(lambda i: exact.nearest(asked[i], _DEPTH), 20)
    size.times["chosen index, all rows"] = timed(lambda i: nearest(asked[i], _DEPTH), ROUNDS)
    size.times["NumPy, all rows"] = timed(lambda i: _numpy_nearest(vectors, asked[i]), 20)
    written = built.encoder.encode(_written_questions())
    shared = [
        len({r for r, _ in nearest(one, _DEPTH)} & set(_numpy_nearest(vectors, one))) / _DEPTH
        for one in written
    ]
    size.notes["recall@10 of the chosen index, written questions"] = f"{np.mean(shared):.3f}"


def _written_questions() -> list[str]:
    """Some of the questions of the evaluation: the build of an index has not seen them."""
    lines = _QUERIES.read_text("utf-8").splitlines()
    return [line.split("\t")[3] for line in lines[::_EVERY]]


def _numpy_nearest(vectors: NDArray[np.float32], asked: NDArray[np.float32]) -> list[int]:
    scores = vectors @ asked
    best = np.argpartition(-scores, min(_DEPTH, len(scores) - 1))[:_DEPTH]
    rows: list[int] = best[np.argsort(-scores[best])].tolist()
    return rows


def timed(work: Callable[[int], object], rounds: int) -> Took:
    """`work` is called with 0, 1, … below `rounds`; the first calls are not counted."""
    clock, cpu = [], []
    for i in range(rounds):
        begun, used = time.perf_counter(), time.thread_time()
        work(i)
        cpu.append((time.thread_time() - used) * 1000)
        clock.append((time.perf_counter() - begun) * 1000)
    median, p95 = np.percentile(clock[_WARM_UP:], [50, 95])
    return Took(float(median), float(p95), float(np.median(cpu[_WARM_UP:])))


@contextmanager
def _noted(size: Size, what: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    size.notes[what] = f"{time.perf_counter() - begun:.1f} s"


def _memory_mb() -> int:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    resident = next(line for line in lines if line.startswith("VmRSS"))
    return int(resident.split()[1]) // 1024
