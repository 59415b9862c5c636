"""Tables and fields of HSDS 3.0, after the field tables that Open Referral publishes.

One line a table: its CSV file, its object in JSON, then the fields. A field is a string unless a type follows
its colon (uuid, uri, email, number, date-time, or a list of values in brackets); `!` is required, `#` required in
tables and left out of nested JSON where the nesting says it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_TABLES = """
organizations organization id:uuid! name! alternate_name description! email:email website:uri tax_status tax_id year_incorporated:number legal_status logo uri:uri parent_organization_id:uuid
programs program id:uuid! organization_id:uuid# name! alternate_name description!
services service id:uuid! organization_id:uuid# program_id:uuid name! alternate_name description url:uri email:email status:[active|inactive|defunct|temporarily_closed]! interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age:number maximum_age:number assured_date assurer_email:email licenses alert last_modified:date-time
service_at_location service_at_location id:uuid! service_id:uuid# location_id:uuid# description
locations location id:uuid! location_type:[physical|postal|virtual]! url:uri organization_id:uuid name alternate_name description transportation latitude:number longitude:number external_identifier external_identifier_type
addresses address id:uuid! location_id:uuid attention address_1! address_2 city! region state_province! postal_code! country! address_type:[physical|postal|virtual]!
phones phone id:uuid! location_id:uuid service_id:uuid organization_id:uuid contact_id:uuid service_at_location_id:uuid number! extension:number type description
schedules schedule id:uuid! service_id:uuid location_id:uuid service_at_location_id:uuid valid_from valid_to dtstart timezone:number until count:number wkst:[MO|TU|WE|TH|FR|SA|SU] freq:[WEEKLY|MONTHLY] interval:number byday byweekno bymonthday byyearday description opens_at closes_at schedule_link:uri attending_type notes
service_areas service_area id:uuid! service_id:uuid name description extent extent_type uri
languages language id:uuid! service_id:uuid location_id:uuid phone_id:uuid name code note
cost_options cost_option id:uuid! service_id:uuid# valid_from valid_to option currency amount:number amount_description
required_documents required_document id:uuid! service_id:uuid document uri
accessibility accessibility id:uuid! location_id:uuid description details url:uri
attributes attribute id:uuid! link_id:uuid# taxonomy_term_id:uuid# link_type link_entity# value
taxonomies taxonomy id:uuid! name! description! uri version
taxonomy_terms taxonomy_term id:uuid! code name! description! parent_id:uuid taxonomy language taxonomy_id:uuid term_uri:uri
metadata metadata id:uuid! resource_id:uuid# resource_type# last_action_date! last_action_type! field_name! previous_value! replacement_value! updated_by!
"""
# What is nested in what, in JSON: the property, and the object inside (a list unless the property is singular).
_NESTED = {
    "service": {"phones": "phone", "schedules": "schedule", "service_areas": "service_area", "languages": "language",
                "service_at_locations": "service_at_location", "organization": "organization",
                "cost_options": "cost_option", "required_documents": "required_document", "attributes": "attribute",
                "metadata": "metadata"},
    "organization": {"phones": "phone", "locations": "location", "attributes": "attribute", "metadata": "metadata"},
    "service_at_location": {"location": "location", "phones": "phone", "schedules": "schedule"},
    "location": {"addresses": "address", "phones": "phone", "languages": "language", "schedules": "schedule",
                 "accessibility": "accessibility"},
    "attribute": {"taxonomy_term": "taxonomy_term"},
}  # fmt: skip
# Fields that must be there but may be empty: what no source says is not made up.
MAY_BE_EMPTY = frozenset(
    ["previous_value", "updated_by", "replacement_value", "postal_code", "city"]
)


@dataclass(frozen=True)
class Field:
    """A column. `kind`: string, uuid, uri, email, number, date-time or enum (then `values`)."""

    name: str
    kind: str = "string"
    values: tuple[str, ...] = ()
    required: bool = False
    required_in_tables: bool = False


@dataclass(frozen=True)
class Table:
    """A CSV file and the JSON object that holds the same fields."""

    file: str
    object: str
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """Column names in the published order."""
        return tuple(field.name for field in self.fields)


@cache
def tables() -> dict[str, Table]:
    """All tables by the name of their file, without `.csv`."""
    found = {}
    for line in _TABLES.strip().splitlines():
        file, name, *fields = line.split()
        found[file] = Table(file, name, tuple(_field(text) for text in fields))
    return found


@cache
def objects() -> dict[str, Table]:
    """The same by the name of the JSON object."""
    return {table.object: table for table in tables().values()}


def nested(name: str) -> dict[str, str]:
    """Which properties of an object hold other objects."""
    return _NESTED.get(name, {})


def _field(text: str) -> Field:
    name, _, kind = text.rstrip("!#").partition(":")
    required, in_tables = text.endswith("!"), text.endswith(("!", "#"))
    if kind.startswith("["):
        values = tuple(value.replace("_", " ") for value in kind.strip("[]").split("|"))
        return Field(name, "enum", values, required, in_tables)
    return Field(name, kind or "string", (), required, in_tables)
