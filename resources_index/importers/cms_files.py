"""The files of CMS's Provider Data Catalog that we read, and what a provider of each kind is for people.

Column names as CMS writes them; the first that a file has is taken, so that older and cut-down files read too.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

_CARE_COMPARE = "https://www.medicare.gov/care-compare/"
_COMMON = {
    "ccn": ("CMS Certification Number (CCN)", "Facility ID", "ccn", "provider_id", "provider_number"),
    "name": ("Provider Name", "Facility Name", "practicename", "businessname", "facility_name", "provider_name", "name"),
    "address": ("Provider Address", "Address", "Address Line 1", "practiceaddress1", "address_line_1", "address"),
    "city": ("City/Town", "practicecity", "city"),
    "state": ("State", "practicestate", "state"),
    "zip": ("ZIP Code", "practicezip9code", "zip_code", "zip"),
    "phone": ("Telephone Number", "telephonenumber", "phone_number"),
    "latitude": ("Latitude", "latitude", "lat"),
    "longitude": ("Longitude", "longitude", "lon"),
    "stars": ("Overall Rating", "Quality of patient care star rating", "Hospital overall rating", "Five Star", "overall_stars"),
    "day": ("Processing Date",),
    "kind": ("Hospital Type", "Provider Type", "providertypelist", "supplieslist"),
}  # fmt: skip


@dataclass(frozen=True)
class CmsFile:
    """`miles` is how far people travel to a place; 0 means that it serves its own county, or its ZIP table.

    `signs` are columns, in lower case, that only this kind of file has.
    """

    format: str
    dataset: str
    title: str
    needs: tuple[str, ...]
    summary_en: str
    summary_es: str
    ask_en: str
    ask_es: str
    miles: int
    url: str = _CARE_COMPARE
    urgency: str = "days"
    zip_table: bool = False
    signs: tuple[str, ...] = ()

    def known_by(self, headings: Collection[str]) -> bool:
        """Whether a column stands among `headings` (in lower case) that only this kind of file has."""
        return any(sign in headings for sign in self.signs)

    @property
    def columns(self) -> dict[str, tuple[str, ...]]:
        """Our names of fields to the names that CMS gives them."""
        return _COMMON


CMS_FILES: dict[str, CmsFile] = {
    file.format: file
    for file in (
        CmsFile(
            "cms-nursing-homes", "4pq5-n9py", "Nursing homes", ("long_term_care", "find_provider", "care_transitions"),
            "A nursing home: care day and night, and short stays to get strong again after the hospital. Visit before you "
            "choose, and ask about a Medicare or Medicaid bed.",
            "Asilo con cuidado día y noche, y estancias cortas para recuperarse después del hospital. Visite antes de elegir y "
            "pregunte por una cama de Medicare o Medicaid.",
            "Do you have a bed, and do you take Medicare or Medicaid?", "¿Tienen cama y aceptan Medicare o Medicaid?", 30,
            urgency="weeks", signs=("number of certified beds", "average number of residents per day")),
        CmsFile(
            "cms-home-health", "6jpm-sxkc", "Home health agencies", ("in_home_care", "care_transitions", "find_provider"),
            "Nurses and therapists come to your home when a doctor orders it. Medicare may pay while you need skilled care.",
            "Enfermeras y terapeutas van a su casa si el doctor lo pide. Medicare puede pagar mientras lo necesite.",
            "My doctor ordered home health. Do you come to my ZIP code?", "Mi doctor pidió salud en casa. ¿Atienden mi código postal?",
            0, zip_table=True, signs=("offers nursing care services", "quality of patient care star rating")),
        CmsFile(
            "cms-hospices", "yc9t-dgbk", "Hospices", ("hospice_palliative", "find_provider"),
            "Care for comfort at the end of life, mostly at home: nurse visits, medicine for pain, help for the family. "
            "Medicare may pay.",
            "Cuidado para estar cómodo al final de la vida, casi siempre en casa: enfermera, medicina para el dolor, apoyo a la "
            "familia. Medicare puede pagar.",
            "Can a nurse tell us about hospice at home?", "¿Puede una enfermera explicarnos el hospicio en casa?", 0,
            zip_table=True, signs=("cms region",)),
        CmsFile(
            "cms-hospitals", "xubh-q36u", "Hospitals", ("find_provider",),
            "A hospital. For an emergency call 911. Ask for the social worker about going home, bills and financial help.",
            "Hospital. En una emergencia llame al 911. Pida a la trabajadora social ayuda para volver a casa y con las cuentas.",
            "May I speak with a social worker?", "¿Puedo hablar con la trabajadora social?", 40,
            signs=("hospital type", "emergency services")),
        CmsFile(
            "cms-dialysis", "23ew-n7w9", "Dialysis centers", ("find_provider", "chronic_disease"),
            "A center for people whose kidneys fail. Ask about evening hours, dialysis at home and rides.",
            "Centro para personas con falla de los riñones. Pregunte por horario de noche, diálisis en casa y transporte.",
            "Do you have a chair open, and who helps with rides?", "¿Tienen lugar y quién ayuda con el transporte?", 30,
            signs=("# of dialysis stations", "five star")),
        CmsFile(
            "cms-dme", "ct36-nrcq", "Medical equipment suppliers", ("medical_equipment",),
            "A store for equipment that a doctor orders, such as walkers, wheelchairs, beds or oxygen. Ask first if they accept "
            "Medicare's price for it.",
            "Tienda de equipo que pide el doctor, como andadores, sillas de ruedas, camas u oxígeno. Pregunte primero si aceptan "
            "el precio de Medicare.",
            "Do you accept Medicare for this, and do you deliver?", "¿Aceptan Medicare para esto y lo llevan a casa?", 0,
            url="https://www.medicare.gov/medical-equipment-suppliers/", signs=("practicename", "supplieslist")),
    )
}  # fmt: skip
