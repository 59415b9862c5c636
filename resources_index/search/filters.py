"""Hard filters: what a service must satisfy before it is ranked."""

from __future__ import annotations

from resources_index.directory import ServiceRecord
from resources_index.search.query import Query

# A directory may write Spanish by its ISO 639-1 code or by an older one of its own.
_CODES = {"es": ("es", "sp", "spa")}


def codes_of(language: str | None) -> tuple[str, ...]:
    """How a directory may write a language."""
    return _CODES.get(language or "", (language or "",))


def allowed(service: ServiceRecord, query: Query, any_language: bool = False) -> bool:
    """Whether `service` may be offered for `query`; the place is seen to before."""
    if service.status != "active" or service.held_back or service.id in query.exclude:
        return False
    if query.age is not None and not _fits_age(service, query.age):
        return False
    if service.veteran_only and query.veteran is not True and "veterans" not in query.needs:
        return False
    if query.free_only and service.is_free is not True:
        return False
    if any_language or query.language is None:
        return True
    return not _speaks_only_others(service, query.language)


def _fits_age(service: ServiceRecord, age: int) -> bool:
    if service.minimum_age is not None and age < service.minimum_age:
        return False
    return service.maximum_age is None or age <= service.maximum_age


def _speaks_only_others(service: ServiceRecord, language: str) -> bool:
    """A service that names its languages and leaves this one out. English is spoken everywhere."""
    if language == "en" or not service.languages:
        return False
    return not set(codes_of(language)) & set(service.languages)
