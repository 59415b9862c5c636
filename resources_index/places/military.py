"""Mail of the forces abroad: an address in the form of ours that is no place in the country."""

from __future__ import annotations

import re

_WITH_ITS_CODE = re.compile(
    r"\b[ADF]PO,? (?:A[AEP]\b|\d{5}\b)|\bA[AEP],? (?:09|340|96)\d+\b", re.IGNORECASE
)
_LETTERS = re.compile(r"\b[ADF]PO\b")
# ZIP codes that the post keeps for them.
_ZIP = re.compile(r"(?<![\d$.-])(?:09[0-8]|340|96[2-6])\d\d(?:-\d{4})?(?![\d-])")


def is_military_mail(text: str) -> bool:
    """Whether `text` gives such an address: "APO AE 09096", "FPO", or a ZIP code of theirs."""
    return without_military_mail(text) != text


def without_military_mail(text: str) -> str:
    """`text` with blanks in the place of such addresses: what is left may still name a place in the country."""
    for form in (_WITH_ITS_CODE, _LETTERS, _ZIP):
        text = form.sub(lambda found: " " * len(found.group()), text)
    return text
