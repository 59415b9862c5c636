"""`porchlight index`: build the search index, say what is in it, check it."""

from __future__ import annotations

import os

import typer
from rich.console import Console

from porchlight.errors import UserError
from porchlight.settings import Settings
from resources_index.directory import Directory
from resources_index.evaluation.coverage import Coverage
from resources_index.index.build import build_index, directory_folders, open_index
from resources_index.index.manifest import Manifest, StaleIndexError
from resources_index.places import Places

app = typer.Typer(help="The search index.", no_args_is_help=True)
_console = Console(highlight=False)


@app.command()
def build() -> None:
    """Build what is missing or changed; only changed records are encoded again."""
    settings = _settings()
    build_index(settings.data_dir, _console.print)


@app.command()
def info() -> None:
    """What the index was built from, and why it is of its type."""
    try:
        manifest = Manifest.read(_settings().data_dir / "index")
    except StaleIndexError as error:
        raise UserError(str(error)) from None
    _console.print(f"{manifest.services:,} services, {manifest.example_count:,} examples")
    _console.print(f"{manifest.dimension} dimensions, {manifest.index_type}: {manifest.reason}")
    own, counties = counties_with_agency(_settings())
    _console.print(f"{own:,} of {counties:,} counties have an Area Agency on Aging of their own")
    _console.print(f"encoder {manifest.encoder[:12]}, directory {manifest.directory[:12]}")


@app.command()
def check() -> None:
    """Exit status 2 when the index is missing or out of date."""
    try:
        open_index(_settings().data_dir)
    except StaleIndexError as error:
        raise UserError(str(error)) from None
    _console.print("The index is up to date.")


def counties_with_agency(settings: Settings) -> tuple[int, int]:
    """How many counties have an Area Agency on Aging of their own, and of how many."""
    places = Places.load(settings.root / "data" / "places")
    states = Coverage(Directory.load(directory_folders(settings.data_dir)), places).states()
    return sum(row.own_agency for row in states), sum(row.counties for row in states)


def _settings() -> Settings:
    settings = Settings.read()
    os.environ.setdefault("ENCODER_DIR", str(settings.encoder_dir))
    return settings
