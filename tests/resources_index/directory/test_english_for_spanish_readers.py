"""What somebody who reads Spanish sees of a service that a list describes in English only."""

from __future__ import annotations

import pytest

from resources_index.directory import Area, ServiceRecord
from resources_index.directory.said import from_english, hours_from_english, summary_from_english
from resources_index.search.view import ServiceView


def record(**changes: object) -> ServiceRecord:
    fields: dict[str, object] = {
        "id": "1", "name": "Senior vans", "organization": "Porch Office", "need_ids": ("transportation", "care_transitions"),
        "summary": {"en": "Vans with a lift."}, "eligibility": {"en": "60+"}, "cost": {"en": "Two dollars a ride"},
        "hours": {"en": "1st Tuesday"}, "ask_for": {"en": "I need a ride."}, "area": Area("state", ("OH",)),
        "area_label": "Greene, Montgomery Counties, OH", "level": "local", "names": {"en": "Senior vans"},
        "have_ready": ("Photo ID", "a note from the doctor"),
    }  # fmt: skip
    return ServiceRecord(**{**fields, **changes})  # type: ignore[arg-type]


def test_labels_are_spanish_and_free_text_says_that_it_is_english() -> None:
    said = ServiceView(record(), "es").to_dict()
    assert said["name"] == "Senior vans"
    assert (
        said["summary"]
        == "Transporte y el regreso a casa del hospital. En inglés: Vans with a lift."
    )
    assert said["eligibility"] == "De 60 años o más"
    assert said["cost"] == "Two dollars a ride (en inglés)"
    assert said["hours"] == "1st Tuesday (en inglés)"
    assert said["ask_for"] == "I need a ride. (en inglés)"
    assert said["have_ready"] == [
        "una identificación con foto",
        "a note from the doctor (en inglés)",
    ]
    assert said["service_area"] == "condados de Greene, Montgomery, OH"


def test_what_is_written_in_spanish_is_left_alone() -> None:
    texts = {
        "summary": {"en": "Vans.", "es": "Camionetas."},
        "cost": {"en": "Two", "es": "Dos dólares"},
    }
    said = ServiceView(record(**texts), "es").to_dict()
    assert (said["summary"], said["cost"]) == ("Camionetas.", "Dos dólares")


def test_somebody_who_reads_english_sees_no_mark() -> None:
    assert "inglés" not in str(ServiceView(record(), "en").to_dict())


def test_nothing_is_said_of_what_is_not_known() -> None:
    said = ServiceView(
        record(cost={"en": ""}, hours={"en": ""}, summary={"en": ""}), "es"
    ).to_dict()
    assert (said["cost"], said["hours"], said["summary"]) == ("", "", "")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Free.", "Gratis"), ("no charge", "Gratis"), ("Sliding fee", "Se paga según los ingresos"), ("$5", "$5"),
        ("Comida caliente para las personas mayores", "Comida caliente para las personas mayores"),
        ("Ask the driver", "Ask the driver (en inglés)"),
    ],
)  # fmt: skip
def test_short_facts_have_their_phrase_or_a_mark(written: str, said: str) -> None:
    assert from_english(written) == said


def test_a_list_in_spanish_is_not_called_english() -> None:
    assert (
        summary_from_english("Comida en la casa para los mayores.", ["comidas"])
        == "Comida en la casa para los mayores."
    )
    assert hours_from_english("24/7") == "24/7"


@pytest.mark.parametrize(
    ("label", "spanish"),
    [("within 30 miles of 45402", "a 30 millas de 45402"), ("12 ZIP codes near 45402", "12 códigos postales cerca de 45402"),
     ("45402, 45403, 45404 and 2 more", "45402, 45403, 45404 y 2 más")],
)  # fmt: skip
def test_areas_of_imported_lists_are_said_in_spanish(label: str, spanish: str) -> None:
    assert ServiceView(record(area_label=label), "es").to_dict()["service_area"] == spanish
