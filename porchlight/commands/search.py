"""`porchlight search`: answers from the index alone, without the bot."""

from __future__ import annotations

import json
import os
from typing import Annotated, Any

import typer
from rich.console import Console

from porchlight.commands.near import named_place
from porchlight.errors import UserError
from porchlight.settings import Settings
from resources_index.index.manifest import StaleIndexError
from resources_index.places import Place, Places, Resolved
from resources_index.search import Hit, Query, Result, Search

_console = Console(highlight=False)
_LONGEST = 1600
_MOST = 50


def command(
    text: Annotated[str, typer.Argument(help="what is needed, in plain words")],
    near: Annotated[str | None, typer.Option(help="ZIP, town and state, or county")] = None,
    age: Annotated[int | None, typer.Option(min=0, max=120)] = None,
    language: Annotated[str | None, typer.Option(help="en or es")] = None,
    limit: Annotated[int, typer.Option(min=1, max=_MOST)] = 3,
    free: Annotated[bool, typer.Option(help="only what is said to be free")] = False,
    veteran: Annotated[bool, typer.Option(help="the person has served")] = False,
    now: Annotated[bool, typer.Option("--open-now", help="leave out what is closed now")] = False,
    urgent: Annotated[bool, typer.Option(help="what helps soon comes first")] = False,
    anywhere: Annotated[
        bool, typer.Option(help="the records nearest in meaning, wherever they are for")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="for other programs")] = False,
) -> None:
    """Find services for TEXT; the best first."""
    _check(text, language)
    settings = Settings.read()
    os.environ.setdefault("ENCODER_DIR", str(settings.encoder_dir))
    places = Places.load(settings.root / "data" / "places")
    place = named_place(places, near) if near is not None else _found(places, text)
    try:
        search = Search.open(settings.data_dir)
    except StaleIndexError as error:
        raise UserError(str(error)) from None
    if anywhere:
        _print_anywhere(search, text, limit)
        return
    query = Query(
        text, place=place, age=age, language=language, limit=limit, free_only=free, open_now=now, urgent=urgent,
        veteran=veteran or None,
    )  # fmt: skip
    result = search.find(query)
    if as_json:
        shown = [_as_json(hit) for hit in result.hits]
        found = None if place is None else place.contract()
        answer = {"query": text, "place": found, "hits": shown, "widened": result.widened,
                  "relaxed": list(result.relaxed), "nearer": result.nearer}  # fmt: skip
        typer.echo(json.dumps(answer, ensure_ascii=False))
        return
    _print(result, place)


def _print_anywhere(search: Search, text: str, limit: int) -> None:
    for number, (service, cosine) in enumerate(search.nearest(text, limit), start=1):
        record = service.record
        _console.print(f"{number}. {record.name} ({record.organization}), {record.area_label}")
        _console.print(f"   alike {cosine:.3f}, {record.id}")


def _check(text: str, language: str | None) -> None:
    if not text.strip() or len(text) > _LONGEST:
        raise UserError(f"Say what is needed in 1 to {_LONGEST} characters.")
    if language not in (None, "en", "es"):
        raise UserError("The language is en or es.")


def _found(places: Places, text: str) -> Place | None:
    for mention in places.find_in(text):
        if isinstance(mention.answer, Resolved):
            return mention.answer.place
    return None


def _as_json(hit: Hit) -> dict[str, Any]:
    shown = hit.service.to_dict()
    fields = ("service_id", "name", "organization", "needs", "phones", "url", "service_area",
              "assured_date", "source", "why", "trust", "open_now", "distance_miles")  # fmt: skip
    told = {name: shown[name] for name in fields}
    return {**told, "reasons": hit.reasons, "score": round(hit.score, 4)}


_WIDENED = {
    "county": "Nothing in the town itself: services of the county.",
    "state": "Nothing local: services of the whole state.",
    "nation": "Nothing local or of the state: services of the whole country.",
}
_RELAXED = {
    "open_now": "Nothing is known to be open now: others are shown.",
    "language": "Nobody says they speak that language: others are shown.",
}


def _print(result: Result, place: Place | None) -> None:
    if place is None:
        _console.print("No place given: services for the whole country. Add --near ZIP.")
    if result.widened is not None:
        _console.print(_WIDENED[result.widened])
    for wish in result.relaxed:
        _console.print(_RELAXED[wish])
    for number, hit in enumerate(result.hits, start=1):
        shown = hit.service.to_dict()
        phones = ", ".join(shown["phones"]) or shown["url"]
        _console.print(f"{number}. {shown['name']} ({shown['organization']})\n   {phones}")
        told, day = "; ".join(hit.reasons), shown["assured_date"]
        _console.print(f"   {told}. " + (f"Checked on {day}." if day else "Call first."))
    if not result.hits:
        _console.print("Nothing found. Try other words, or call the Eldercare Locator.")
