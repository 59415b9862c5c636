"""A referral as a FHIR R4 Bundle: Patient, ServiceRequest, Task, Consent, Provenance.

It follows Gravity's SDOH Clinical Care guide 3.0.0: we are the community resource platform that coordinates;
the Task is requested with intent order and code fulfill and points to the ServiceRequest. Every resource is
checked by fhir.resources while it is built; a wrong one raises pydantic's ValidationError.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from fhir.resources.R4B.bundle import Bundle

from referrals.handoff.packet import SharedPacket
from referrals.handoff.status import NEEDS_REASON, ORDER_STATUS, TO_TASK

_SDOH = "http://hl7.org/fhir/us/sdoh-clinicalcare"
_TASK_PROFILE = f"{_SDOH}/StructureDefinition/SDOHCC-TaskForReferralManagement"
_ORDER_PROFILE = f"{_SDOH}/StructureDefinition/SDOHCC-ServiceRequest"
_CONSENT_PROFILE = f"{_SDOH}/StructureDefinition/SDOHCC-Consent"
_CATEGORIES = f"{_SDOH}/CodeSystem/SDOHCC-CodeSystemTemporaryCodes"
# The guide's own categories, by our groups of need where they fit.
_CATEGORY_OF_NEED = {
    "food_assistance": ("food-insecurity", "Food Insecurity"),
    "meals_delivered": ("food-insecurity", "Food Insecurity"),
    "meals_group": ("food-insecurity", "Food Insecurity"),
    "transportation": ("transportation-insecurity", "Transportation Insecurity"),
    "housing": ("housing-instability", "Housing Instability"),
    "utilities": ("utility-insecurity", "Utility Insecurity"),
    "social_connection": ("social-connection", "Social Connection"),
    "elder_abuse": ("elder-abuse", "Elder Abuse"),
    "home_repair": ("inadequate-housing", "Inadequate Housing"),
    "income_support": ("financial-insecurity", "Financial Insecurity"),
    "prescription_costs": ("medical-cost-burden", "Medical Cost Burden"),
    "medicaid": ("health-insurance-coverage-status", "Health Insurance Coverage Status"),
    "medicare_savings": ("medical-cost-burden", "Medical Cost Burden"),
    "tech_help": ("digital-access", "Digital Access"),
    "jobs": ("employment-status", "Employment Status"),
    "veterans": ("veteran-status", "Veteran Status"),
}
_UNSPECIFIED = ("sdoh-category-unspecified", "SDOH Category Unspecified")
_SPACE = uuid.UUID("9f1bb6a5-7a46-4c3b-9c76-3a1c6f0c2f1e")
_LANGUAGES = {"en": "English", "es": "Spanish"}


def bundle(packet: SharedPacket, base_url: str, need_names: dict[str, str]) -> Bundle:
    """The bundle. `base_url` is our public address, `need_names` our plain English name for each need."""
    ids = {
        name: _id(packet, name)
        for name in ("Patient", "ServiceRequest", "Task", "Consent", "Provenance", "Desk", "Agency")
    }
    resources = [
        _patient(packet, ids),
        _desk(ids),
        _agency(packet, ids),
        _order(packet, ids, need_names),
        task(packet, base_url),
        _consent(packet, ids),
        _provenance(packet, ids),
    ]
    entries = [
        {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource} for resource in resources
    ]
    return Bundle.model_validate(
        {
            "resourceType": "Bundle",
            "type": "collection",
            "identifier": {"system": f"{base_url}/referral", "value": packet.reference},
            "timestamp": _when(packet.changed_at),
            "entry": entries,
        }
    )


def task(packet: SharedPacket, base_url: str) -> dict[str, Any]:
    """The Task alone, as JSON: what an agency reads and updates."""
    status = TO_TASK[packet.status]
    made: dict[str, Any] = {
        "resourceType": "Task",
        "id": _id(packet, "Task"),
        "meta": {"profile": [_TASK_PROFILE]},
        "identifier": [{"system": f"{base_url}/referral", "value": packet.reference}],
        "status": status,
        "intent": "order",
        "code": _coding(
            "http://hl7.org/fhir/CodeSystem/task-code", "fulfill", "Fulfill the focal request"
        ),
        "focus": _ref(_id(packet, "ServiceRequest"), "ServiceRequest"),
        "for": _ref(_id(packet, "Patient"), "Patient"),
        "authoredOn": _when(packet.created_at),
        "lastModified": _when(packet.changed_at),
        "requester": _ref(_id(packet, "Desk"), "Organization"),
        "owner": _ref(_id(packet, "Agency"), "Organization"),
    }
    if status in NEEDS_REASON:
        made["statusReason"] = {"text": _reason(packet)}
    if packet.outcome:
        made["output"] = [
            {"type": {"text": "outcome"}, "valueCodeableConcept": {"text": packet.outcome}}
        ]
    return made


def _reason(packet: SharedPacket) -> str:
    if packet.status == "unable_to_contact":
        return "unable to contact"
    return (packet.reason or packet.status).replace("_", " ")


def _patient(packet: SharedPacket, ids: dict[str, str]) -> dict[str, Any]:
    details = packet.details
    language = details.get("language") or "en"
    made: dict[str, Any] = {
        "resourceType": "Patient",
        "id": ids["Patient"],
        "name": [{"use": "usual", "text": details.get("name") or "not given"}],
        "communication": [
            {
                "language": _coding(
                    "urn:ietf:bcp:47", language, _LANGUAGES.get(language, language)
                ),
                "preferred": True,
            }
        ],
    }
    if details.get("number"):
        made["telecom"] = [{"system": "phone", "value": str(details["number"])}]
    place = details.get("place") or {}
    address = {
        "postalCode": place.get("zip"),
        "district": place.get("county"),
        "state": place.get("state"),
        "text": place.get("text"),
    }
    if any(address.values()):
        made["address"] = [{key: value for key, value in address.items() if value}]
    return made


def _desk(ids: dict[str, str]) -> dict[str, Any]:
    return {"resourceType": "Organization", "id": ids["Desk"], "name": "Porchlight desk"}


def _agency(packet: SharedPacket, ids: dict[str, str]) -> dict[str, Any]:
    name = packet.agency or "The agency for this need"
    return {"resourceType": "Organization", "id": ids["Agency"], "name": name}


def _order(packet: SharedPacket, ids: dict[str, str], need_names: dict[str, str]) -> dict[str, Any]:
    details = packet.details
    known = {_CATEGORY_OF_NEED.get(need, _UNSPECIFIED) for need in packet.needs}
    categories = known or {_UNSPECIFIED}
    named = ", ".join(need_names.get(need, need) for need in packet.needs)
    notes = [
        ("In their words", details.get("situation")),
        ("To know first", details.get("note")),
        ("Good time to call", details.get("good_time")),
    ]
    made: dict[str, Any] = {
        "resourceType": "ServiceRequest",
        "id": ids["ServiceRequest"],
        "meta": {"profile": [_ORDER_PROFILE]},
        "status": ORDER_STATUS.get(packet.status, "active"),
        "intent": "order",
        "category": [_coding(_CATEGORIES, code, display) for code, display in sorted(categories)],
        "code": {"text": named or "help finding services"},
        "subject": _ref(ids["Patient"], "Patient"),
        "authoredOn": _when(packet.created_at),
        "requester": _ref(ids["Desk"], "Organization"),
        "performer": [_ref(ids["Agency"], "Organization")],
        "supportingInfo": [_ref(ids["Consent"], "Consent")],
    }
    told = [{"text": f"{label}: {text}"} for label, text in notes if text]
    if told:
        made["note"] = told
    return made


def _consent(packet: SharedPacket, ids: dict[str, str]) -> dict[str, Any]:
    return {
        "resourceType": "Consent",
        "id": ids["Consent"],
        "meta": {"profile": [_CONSENT_PROFILE]},
        "status": "active",
        "scope": _coding(
            "http://terminology.hl7.org/CodeSystem/consentscope",
            "patient-privacy",
            "Privacy Consent",
        ),
        "category": [
            _coding(
                "http://terminology.hl7.org/CodeSystem/v3-ActCode",
                "IDSCL",
                "information disclosure",
            )
        ],
        "patient": _ref(ids["Patient"], "Patient"),
        "dateTime": _when(packet.consent_at),
        "organization": [_ref(ids["Desk"], "Organization")],
        "sourceAttachment": {
            "contentType": "text/plain",
            "title": f"Wording {packet.consent_version}: {packet.consent_wording}",
        },
        "policyRule": {"text": packet.consent_scope},
    }


def _provenance(packet: SharedPacket, ids: dict[str, str]) -> dict[str, Any]:
    targets = [_ref(ids[kind], kind) for kind in ("ServiceRequest", "Task", "Consent")]
    return {
        "resourceType": "Provenance",
        "id": ids["Provenance"],
        "target": targets,
        "recorded": _when(packet.created_at),
        "agent": [
            {
                "type": _coding(
                    "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
                    "author",
                    "Author",
                ),
                "who": _ref(ids["Desk"], "Organization"),
            }
        ],
    }


def _id(packet: SharedPacket, kind: str) -> str:
    """The same id for the same resource of the same referral, and none that tells how many there are."""
    return str(uuid.uuid5(_SPACE, f"{packet.reference} {packet.created_at.isoformat()} {kind}"))


def _ref(identity: str, kind: str) -> dict[str, str]:
    return {"reference": f"urn:uuid:{identity}", "type": kind}


def _coding(system: str, code: str, display: str) -> dict[str, Any]:
    return {"coding": [{"system": system, "code": code, "display": display}]}


def _when(at: datetime) -> str:
    return at.replace(tzinfo=UTC, microsecond=0).isoformat()
