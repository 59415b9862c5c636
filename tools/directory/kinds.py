"""Which kind of service the rows of each source are."""

from __future__ import annotations

# National lines that answer where a state has none of its own.
NATIONAL_PROGRAM = {"Eldercare Locator": "ELDERCARE", "SHIP national locator": "SHIP", "LIHEAP referral (NEAR)": "LIHEAP",
                     "Senior Medicare Patrol locator": "SMP", "SNAP information line (USDA)": "SNAP",
                     "Find paid job training for 55+ (SCSEP)": "SCSEP"}  # fmt: skip
STATE_KIND = {"OMBUDSMAN": "LTC_OMBUDSMAN"}
PROGRAM_KIND = {"SHIP": "SHIP", "LTC_OMBUDSMAN": "LTC_OMBUDSMAN", "LEGAL": "LEGAL", "CAREGIVER": "CAREGIVER",
                 "SCSEP": "SCSEP", "SNAP": "SNAP", "LIHEAP": "LIHEAP", "WAP": "WAP", "MSP": "MSP", "SMP": "SMP",
                 "MEALS": "MEALS"}  # fmt: skip
# What answers for help at home through Medicaid only; in the other states the same line is the Medicaid office's.
HOME_CARE_ONLY = frozenset("AZ DE LA MN NE NH SC SD WV".split())
