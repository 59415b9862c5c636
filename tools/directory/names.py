"""Names as an office would paint them on its door: no working notes of our lists, no names of persons."""

from __future__ import annotations

import re

# What list makers write in brackets for each other.
_NOTE = re.compile(
    r" ?\((?:[^()]*\b(?:find your|start here|routes to|connects to|apply here|formerly|now within|referral line|"
    r"member/eligibility|eligibility for|statewide|psa|region|aging region|area|areas|aging|in oppea|local|"
    r"includ|medicaid|via|not seen)\b[^()]*|main office|hotline)\)",
    re.IGNORECASE,
)
_RUN_BY = re.compile(r", run by .*$|, PSA \d+\w?$")
# A label of a list instead of a name: the state and the programme say more.
_LABEL = re.compile(
    r"^(state (medicaid|snap) agency|state health insurance assistance program( \(ship\))?|"
    r"adult protective services( / elder abuse reporting line)?|"
    r"state attorney general / consumer protection|find your .*|program coordinator|"
    r"statewide (ship )?(hotline|intake|ombudsman line|ombudsman hotline|crisisline|ltc ombudsman hotline)|"
    r"state (ombudsman hotline|long-term care ombudsman)|main legal aid intake|senior law project intake|"
    r"ship (counseling line|statewide hotline)|long-term care ombudsman (program|hotline)|"
    r"family caregiver support program|nfcsp statewide intake|statewide scsep information|liheap application line|"
    r"aging and disability resource (center|connection)|senior legal helpline|elder helpline|"
    r"(dme )?program main line|.*\bregional office|.* counties)$",
    re.IGNORECASE,
)
# Names that only their number tells apart.
_TOO_PLAIN = frozenset(
    ["Area Agency on Aging", "Long-Term Care Ombudsman", "HICAP", "Area Agency on Aging District"]
)
_KNOWN = {
    "Maricopa County Area Agency on Aging": "",  # given with the number of the state's ombudsman
    "Pat Guarnieri, High Country Area Agency on Aging": "High Country Area Agency on Aging",
    "Program Director Stacie Santema": "60's Plus Dining",
    "MD SCSEP Program Manager": "Maryland SCSEP",
    "ACCA": "Anderson-Cottonwood Christian Assistance",
    "ACCFB": "Alameda County Community Food Bank",
    "HACLA": "Housing Authority of the City of Los Angeles",
    "LACSN": "Legal Aid Center of Southern Nevada",
    "LAF": "LAF Legal Services",
    "LASEVA": "Legal Aid Society of Eastern Virginia",
    "LTSC": "Little Tokyo Service Center",
    "SHRA": "Sacramento Housing and Redevelopment Agency",
    "SNRHA": "Southern Nevada Regional Housing Authority",
    "VEAC": "Visalia Emergency Aid Council",
    "NCBAM": "North Carolina Baptist Aging Ministry",
    "SSSEVA": "Senior Services of Southeastern Virginia",
    "Pace": "Pace Bus",
    "Mrhs": "Morningside Retirement and Health Services",
    "ALTCS Application Line": "Arizona Long Term Care System",
    "DSAAPD Intake Line": "Delaware Services for Aging and Adults with Physical Disabilities",
    "DCBS kynect Benefits Line": "Kentucky kynect benefits line",
    "CLTC Centralized Intake": "South Carolina Community Long Term Care",
    "DHHS HCBS Waiver Line": "Nebraska Medicaid home care line",
    "DC ADRC (DACL)": "DC Department of Aging and Community Living",
    "NH DHHS ABD Programs": "New Hampshire Medicaid for older and disabled people",
    "NYSOFA / NY Connects": "NY Connects",
    "MDHS Division of Aging and Adult Services": "Mississippi Division of Aging and Adult Services",
    "MLSA Helpline": "Montana Legal Services helpline",
    "ALSC Statewide Intake": "Alaska Legal Services",
    "LSE Helpline": "Legal Services helpline",
    "LSEM Advocates for Older Adults": "Legal Services of Eastern Missouri",
    "SHIINE": "South Dakota Medicare counseling (SHIINE)",
    "VICAP": "Virginia Medicare counseling (VICAP)",
    "SHICK Statewide": "Kansas Medicare counseling (SHICK)",
    "DDS Respite Vouchers": "Oklahoma respite vouchers",
    "DSHS Basic Food": "Washington Basic Food (SNAP)",
    "HEAP Statewide Line": "Home energy assistance (HEAP)",
    "NM SFMNP Main Line": "New Mexico Senior Farmers' Market Program",
    "UPCAP / Upper Peninsula Area Agency on Aging": "Upper Peninsula Area Agency on Aging",
    "WV ADRN": "West Virginia Aging and Disability Resource Network",
    "Wisconsin ADRC locator": "Wisconsin Aging and Disability Resource Centers",
    "MYSI Corporation": "MYSI Corporation",
}
# What list makers shorten, as people can say it on the phone.
_WHOLE = {
    "ADRC": "Aging and Disability Resource Center", "ADRN": "Aging and Disability Resource Network",
    "AAA": "Area Agency on Aging", "LTC": "Long-Term Care", "ADHC": "Adult Day Health Care",
    "DHHS": "Department of Health and Human Services", "HHSA": "Health and Human Services Agency",
}  # fmt: skip
_SHORT = re.compile(rf"\b({'|'.join(_WHOLE)})\b")
# "(SARCOA)", "d/b/a": what only the agency's own papers say.
_INITIALS = re.compile(
    r" \((?!SHIP|LIHEAP|SNAP|SCSEP|SHINE|SHIIP|SHIBA|HICAP|HEAP|SMP)[A-Z][A-Za-z0-9&-]{1,9}\)(?=,| |$)"
)
_TRADES_AS = re.compile(r"^.* (?:d/b/a|dba) +(?=\S)", re.IGNORECASE)
_TRADES_AS_NOBODY = re.compile(r" (?:d/b/a|dba)$", re.IGNORECASE)
_SMALL = {"of", "and", "the", "for", "in", "on", "to", "at"}
_STAYS = {"YM", "YWHA", "YMCA", "YMHA", "UMC", "AME", "JASA", "NORC", "USA", "II", "III"}


def plain_name(name: str, otherwise: str) -> str:
    """`name` without notes, or `otherwise` where it is only a label."""
    name = _KNOWN.get(name.strip(), name.strip())
    bare = _RUN_BY.sub("", _NOTE.sub("", name)).strip(" ,")
    if bare in _TOO_PLAIN:
        return name
    if not bare or _LABEL.match(bare):
        return otherwise
    return _KNOWN.get(bare, "") or said_in_full(bare)


def said_in_full(name: str) -> str:
    """A name without capitals all through, without "doing business as", and with the usual short forms written out."""
    name = _TRADES_AS_NOBODY.sub("", _TRADES_AS.sub("", name))
    name = _SHORT.sub(lambda found: _WHOLE[found[1]], _INITIALS.sub("", name))
    words = name.split()
    if len(words) > 1 and name == name.upper():
        name = " ".join(_lower(word, at) for at, word in enumerate(words))
    return name


def _lower(word: str, at: int) -> str:
    if word in _STAYS:
        return word
    return word.lower() if at and word.lower() in _SMALL else word.capitalize()


# A path of somebody's files, with the true source in brackets behind it.
_FILE_OF_A_REPOSITORY = re.compile(r"^[\w-]+/[\w-]+(?: \S*[/.]\S*)+(?: and .*)? \((?P<true>.*)\)$")
_UNKNOWN = re.compile(r"[ ,;]*\(?(?:scam-help site|public repo|public web app|low trust)[^()]*\)?")
_SECOND = re.compile(r"^(?:secondary web source|recallproject)\b")


def plain_source(text: str) -> str:
    """Where a fact comes from as a reader can follow it, without the working words of the list."""
    found = _FILE_OF_A_REPOSITORY.match(text.strip())
    text = found["true"] if found else text
    text = re.sub(r"\bseed: | ?\(seed(?: script)?\)|, seed(?=\))|\bseed (?=olera)", "", text)
    text = re.sub(r"\(?app seed data; some of its numbers look like placeholders\)?", "", text)
    text = re.sub(r"\b(?:in )?file secondary web source", "a second web source", text)
    text = re.sub(
        r"\bolera(?:-care/olera-web)?(?: [A-Z]{2})?\b", "Olera senior care directory", text
    )
    text = text.replace("app seed data", "app").replace(
        "by secondary web source", "by a second web source"
    )
    text = re.sub(r"^cites the page in url$", "a list that cites the agency's page", text.strip())
    text = _SECOND.sub("a second web source", _UNKNOWN.sub("", text))
    return text.strip(" ;,")
