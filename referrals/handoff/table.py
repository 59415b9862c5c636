"""A referral as CSV, for an agency that types it into a system of its own."""

from __future__ import annotations

import csv
import io

from referrals.handoff.packet import SharedPacket

COLUMNS = (
    "reference", "status", "requested_on", "name", "phone", "good_time", "language", "about", "they_know",
    "needs", "place", "zip", "county", "state", "in_their_words", "to_know_first", "agency", "consent_version",
    "consent_on",
)  # fmt: skip


def packet_csv(packets: list[SharedPacket]) -> str:
    """One line a referral under a heading. No cell can act as a formula in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for packet in packets:
        details, place = packet.details, packet.details.get("place") or {}
        row = (
            packet.reference, packet.status, packet.created_at.date(), details.get("name"), details.get("number"),
            details.get("good_time"), details.get("language"), details.get("about"), details.get("they_know"),
            "; ".join(packet.needs), place.get("text"), place.get("zip"), place.get("county"), place.get("state"),
            details.get("situation"), details.get("note"), packet.agency, packet.consent_version,
            packet.consent_at.date(),
        )  # fmt: skip
        writer.writerow([harmless(value) for value in row])
    return out.getvalue()


def harmless(value: object) -> str:
    """The value as text; what a spreadsheet would run as a formula gets a quote before it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
