"""A person looks after the records: sees them, checks them, corrects them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from porchlight.commands.directory.printing import BUILD, console
from porchlight.commands.near import named_place
from porchlight.errors import UserError
from porchlight.settings import Settings
from resources_index.directory import Directory, ServiceRecord
from resources_index.directory.calls import Call, calls, write_calls
from resources_index.directory.check import KINDS, findings
from resources_index.directory.looked_up import as_told, looked_up
from resources_index.importers.corrections import STATUS, Correction, read_changes, take_back
from resources_index.importers.corrections import correct as change_records
from resources_index.index.build import directory_folders
from resources_index.places import Place, Places
from resources_index.search.area import AreaIndex
from resources_index.search.view import ServiceView

_MOST_SHOWN = 10


def show(
    text: Annotated[str, typer.Argument(help="a part of a name, a number, or an id")],
    near: Annotated[str, typer.Option(help="only what serves this ZIP, town or county")] = "",
) -> None:
    """Show records with their ids, as people read them in English and in Spanish."""
    services = _services(near, Places.load(Settings.read().root / "data" / "places"))
    found = looked_up(services, text)
    for service in found[:_MOST_SHOWN]:
        console.print("\n".join([*as_told(service), *_as_people_read(service), ""]))
    more = len(found) - _MOST_SHOWN
    console.print(
        f"{len(found):,} found" + (f", {more:,} of them not shown: say more" if more > 0 else "")
    )


def check(
    near: Annotated[str, typer.Option(help="only what serves this ZIP, town or county")] = "",
    kind: Annotated[str, typer.Option(help="only this kind: " + ", ".join(KINDS))] = "",
    show: Annotated[int, typer.Option(help="how many of each kind to print")] = 5,
    write: Annotated[
        Path | None, typer.Option(help="a list of calls to make and fill in (CSV)")
    ] = None,
) -> None:
    """List stale, conflicting, double and unreachable records, by the number to call; a person decides."""
    if kind and kind not in KINDS:
        raise UserError(f"The kinds are {', '.join(KINDS)}.")
    settings = Settings.read()
    places = Places.load(settings.root / "data" / "places")
    services = _services(near, places)
    zips = places.tables.zips

    def counties_of_zip(code: str) -> list[str]:
        return [county.fips for county in zips[code].counties] if code in zips else []

    every = findings(Directory(services), counties_of_zip)
    found = [each for each in every if kind in ("", each.kind)]
    made = calls(services, found)
    seen: Counter[str] = Counter()
    for call in made:
        seen[call.kind] += 1
        if kind or seen[call.kind] <= show:
            _print(call)
    if write is not None:
        count = write_calls(write, services, found)
        console.print(f"{count:,} records to call about are in {write}.")
    totals = Counter(each.kind for each in found)
    told = ", ".join(f"{count:,} {name}" for name, count in totals.most_common())
    console.print(f"{len(services):,} services; {told or 'nothing to look at'}")


def correct(
    service_ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="as `check` and `show` print them")
    ] = None,
    sheet: Annotated[
        Path | None, typer.Option(exists=True, help="a filled list of calls (see: check --write)")
    ] = None,
    by: Annotated[str, typer.Option(help="who checked it; people read it as the source")] = "",
    checked_on: Annotated[str, typer.Option(help="the day of the check, YYYY-MM-DD")] = "",
    phone: Annotated[str, typer.Option(help="the right number")] = "",
    url: Annotated[str, typer.Option(help="the right web address")] = "",
    hours: Annotated[str, typer.Option(help="like Mon-Fri 09:00-17:00")] = "",
    cost: Annotated[str, typer.Option(help="what the person pays")] = "",
    name: Annotated[str, typer.Option(help="the right name of the service")] = "",
    summary: Annotated[str, typer.Option(help="what it does, at most 60 words")] = "",
    status: Annotated[str, typer.Option(help=", ".join(STATUS))] = "",
    undo: Annotated[bool, typer.Option("--undo", help="take their corrections away again")] = False,
) -> None:
    """Correct records, confirm them as they are, or take them out (--status inactive)."""
    settings = Settings.read()
    overlay = settings.data_dir / "directory"
    ids = service_ids or []
    if undo:
        console.print(f"Corrections taken away: {take_back(ids, overlay):,}. {BUILD}")
        return
    try:
        changes = [
            Correction(each, by, checked_on, name=name, phone=phone, url=url, hours=hours, cost=cost, summary=summary,
                       status=status)
            for each in ids
        ]  # fmt: skip
        changes += read_changes(sheet, by) if sheet is not None else []
        if not changes:
            raise ValueError("Name the ids of the records, or a list of calls with --sheet.")
        rows = change_records(changes, directory_folders(settings.data_dir), overlay)
    except ValueError as error:
        raise UserError(str(error)) from None
    for row in rows:
        console.print(f"{row['name']}: {row['status']}, checked {row['assured_date']}")
    console.print(BUILD)


def _as_people_read(service: ServiceRecord) -> Iterator[str]:
    for language in ("en", "es"):
        said = ServiceView(service, language).to_dict()
        facts = ("name", "summary", "eligibility", "cost", "hours", "ask_for", "service_area")
        yield f"  {language}: {' | '.join(said[fact] for fact in facts if said[fact])}"


def _print(call: Call) -> None:
    console.print(f"{call.kind}: {call.what}")
    console.print(f"    {' '.join(call.ids)}")


def _services(near: str, places: Places) -> list[ServiceRecord]:
    """All records, or those that a place can be offered without the country's, the nearest first."""
    settings = Settings.read()
    services = Directory.load(directory_folders(settings.data_dir)).services
    if not near:
        return list(services)
    place = named_place(places, near)
    index = AreaIndex(services)
    zips = _zips_of(place, places)
    by_zip = [row for row, service in enumerate(services) if service.area.zips & zips]
    local = [*index.local(place), *by_zip]
    rows = (*local, *index.somewhere_in_state(place), *index.statewide(place))
    return [services[row] for row in dict.fromkeys(_ints(rows))]


def _zips_of(place: Place, places: Places) -> frozenset[str]:
    """Those within a county or a town: what is for some of them only is the county's to look after as well."""
    counties = {county.fips for county in place.counties}
    return frozenset(
        code
        for code, area in places.tables.zips.items()
        if counties & {county.fips for county in area.counties}
    )


def _ints(rows: Iterable[int]) -> Iterable[int]:
    return (int(row) for row in rows)
