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
}


def plain_name(name: str, otherwise: str) -> str:
    """`name` without notes, or `otherwise` where it is only a label."""
    name = _KNOWN.get(name.strip(), name.strip())
    bare = _RUN_BY.sub("", _NOTE.sub("", name)).strip(" ,")
    if bare in _TOO_PLAIN:
        return name
    return otherwise if not bare or _LABEL.match(bare) else bare


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
