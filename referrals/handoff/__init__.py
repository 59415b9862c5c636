"""Handing a referral to an agency: a link that opens once, FHIR, CSV, e-mail; and taking its answer."""
