"""Build and open the index: service and example vectors beside the directory they came from."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from resources_index.directory import Directory
from resources_index.encoder import Encoder, EncoderInfo
from resources_index.encoder.products import Products
from resources_index.encoder.with_sentence_transformers import sentence_encoder
from resources_index.examples import Example, read_examples
from resources_index.index.aliases import ALIASES
from resources_index.index.flat import FlatIndex, write_flat_index
from resources_index.index.kinds import Nearest, kind_for, open_unfiltered, prepare_unfiltered
from resources_index.index.manifest import (
    FORMAT,
    Manifest,
    StaleIndexError,
    digest_of_files,
)
from resources_index.index.needs import need_ids
from resources_index.index.packed import open_packed, write_packed
from resources_index.index.postgres import PostgresServices
from resources_index.index.postings import text_of
from resources_index.index.records import Records
from resources_index.index.services import PackedServices, packed
from resources_index.index.vectors import Vectors, build_vectors, open_vectors
from resources_index.settings import Settings

_ROOT = Path(__file__).resolve().parents[2]
_PACKED = "packed"
_EXAMPLE_PRODUCTS = "examples.onnx"
_EXAMPLES = _ROOT / "data" / "dialogue" / "needs"


@dataclass(frozen=True)
class Built:
    """An open index with everything that a search needs."""

    directory: Directory
    services: PackedServices
    encoder: Encoder
    service_vectors: FlatIndex
    all_services: Nearest
    examples: list[Example]
    example_vectors: Vectors
    near_examples: Products
    needs: list[str]
    manifest: Manifest


def directory_folders(data_dir: Path) -> list[Path]:
    """The shipped directory, then what this installation has imported, one folder a source."""
    own = data_dir / "directory"
    sources = sorted(path for path in own.glob("[!.]*") if path.is_dir()) if own.exists() else []
    return [_ROOT / "data" / "directory", *([own] if own.exists() else []), *sources]


def encoder_folder() -> Path:
    """ENCODER_DIR, or the encoder in the repo."""
    return _ROOT / os.environ.get("ENCODER_DIR", "data/encoder")


def build_index(data_dir: Path, progress: Callable[[str], None]) -> Manifest:
    """Build what is missing or changed; returns the manifest. `progress` is told each step."""
    # The graph writer costs memory that searching processes do without.
    from resources_index.encoder.write_products import write_products  # noqa: PLC0415

    folder = data_dir / "index"
    folder.mkdir(parents=True, exist_ok=True)
    encoder = Encoder.load(encoder_folder())
    directory = Directory.load(directory_folders(data_dir))
    examples = read_examples(_EXAMPLES)
    progress(f"{len(directory.services):,} services, {len(examples):,} examples")
    texts = [text_of(service) for service in directory.services]
    encode = sentence_encoder(encoder_folder())
    fresh = build_vectors(folder, "services", texts, encoder.info.digest, encode)
    write_flat_index(folder / "services.faiss", np.asarray(open_vectors(folder, "services")))
    write_packed(folder / _PACKED, packed(directory.services))
    progress(f"services: {fresh:,} new vectors, {len(texts) - fresh:,} kept")
    fresh = build_vectors(
        folder, "examples", [e.text for e in examples], encoder.info.digest, encode
    )
    examples_as_asked = np.asarray(open_vectors(folder, "examples"))
    write_products(folder / _EXAMPLE_PRODUCTS, examples_as_asked)
    progress(f"examples: {fresh:,} new vectors, {len(examples) - fresh:,} kept")
    manifest = _manifest(data_dir, encoder.info, len(texts), len(examples))
    exact = FlatIndex.open(folder / "services.faiss")
    made = prepare_unfiltered(folder, exact, examples_as_asked)
    progress(f"all of them at once: {made}")
    url = Settings.read().search_database_url
    if url is not None:
        store = PostgresServices(url, manifest.dimension)
        changed = store.write(directory.services, open_vectors(folder, "services"), manifest)
        progress(f"PostgreSQL: {changed:,} rows changed")
    manifest.write(folder)
    progress(f"index type {manifest.index_type}: {manifest.reason}")
    return manifest


def open_index(data_dir: Path) -> Built:
    """Raises StaleIndexError, with the command to run, when the index is missing or stale."""
    folder = data_dir / "index"
    manifest = Manifest.read(folder)
    encoder = Encoder.load(encoder_folder())
    examples = read_examples(_EXAMPLES)
    expected = _manifest(data_dir, encoder.info, manifest.services, len(examples))
    if expected != manifest:
        raise StaleIndexError("The search index is out of date. Run: porchlight index build")
    services = open_packed(folder / _PACKED, PackedServices)
    return Built(
        Directory(Records(services.records)),
        services,
        encoder,
        vectors := FlatIndex.open(folder / "services.faiss"),
        open_unfiltered(folder, manifest.services, vectors),
        examples,
        open_vectors(folder, "examples"),
        Products(folder / _EXAMPLE_PRODUCTS),
        need_ids(),
        manifest,
    )


def _manifest(data_dir: Path, encoder: EncoderInfo, services: int, examples: int) -> Manifest:
    kind = kind_for(services)
    return Manifest(
        format=FORMAT,
        encoder=encoder.digest,
        dimension=encoder.dimension,
        directory=digest_of_files([*directory_folders(data_dir), ALIASES]),
        examples=digest_of_files([_EXAMPLES]),
        services=services,
        example_count=examples,
        index_type=kind.name,
        reason=kind.reason,
    )
