"""Giving a referral to an agency: CSV, FHIR, or a link that opens once."""

from __future__ import annotations

import functools
import re

from flask import Response, abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from gateway.desk.access import note
from gateway.desk.blueprint import bp, packet_or_404, parts, referrals
from referrals.handoff.fhir import bundle
from referrals.handoff.links import LINK_DAYS, end_link, make_link
from referrals.handoff.mail import link_mail
from referrals.handoff.packet import NoConsentError, SharedPacket, shared_packet
from referrals.handoff.table import packet_csv
from referrals.mail import Mailer, MailError, mailer_from_environment
from resources_index.index.needs import need_name

_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+")


@functools.cache
def mailer() -> Mailer | None:
    """The mail server of this process; None where none is set up."""
    return mailer_from_environment()


def _shared(reference: str) -> SharedPacket:
    found = packet_or_404(reference)
    try:
        return shared_packet(referrals(), found.id)
    except NoConsentError as error:
        abort(409, str(error))


@bp.get("/referrals/<reference>/packet.csv")
def as_csv(reference: str) -> Response:
    """One line under a heading."""
    text = packet_csv([_shared(reference)])
    note("took as CSV", reference)
    return _file(text, "text/csv", f"{reference}.csv")


@bp.get("/referrals/<reference>/bundle.json")
def as_fhir(reference: str) -> Response:
    """A FHIR R4 Bundle."""
    packet = _shared(reference)
    names = {need: need_name(need, "en") for need in packet.needs}
    made = bundle(packet, parts().settings.public_url, names)
    note("took as FHIR", reference)
    return _file(made.model_dump_json(), "application/fhir+json", f"{reference}.json")


def _file(text: str, mimetype: str, name: str) -> Response:
    response = Response(text, mimetype=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@bp.post("/referrals/<reference>/link")
def link(reference: str) -> AnyResponse | str:
    """A new link: mailed where a mail server is set up, else shown once to be passed on."""
    found = packet_or_404(reference)
    agency, email = request.form.get("name", "")[:200], request.form.get("email", "").strip()[:200]
    try:
        if email and not _EMAIL.fullmatch(email):
            raise ValueError("This is no e-mail address.")
        made = make_link(referrals(), found.id, agency, email, g.staff_name)
    except (ValueError, NoConsentError) as error:
        return redirect(
            url_for("desk.referral", reference=reference, problem=str(error), _anchor="agency")
        )
    note("made a link", reference)
    address = f"{parts().settings.public_url}/handoff/{made.link_token}"
    sent = _mail(email, address) if email else None
    return render_template(
        "desk/link.html", p=found, agency=agency, email=email, address=address, sent=sent,
        expires=made.expires_at,
    )  # fmt: skip


def _mail(email: str, address: str) -> bool:
    """Whether the mail went out."""
    server = mailer()
    if server is None:
        return False
    subject, text = link_mail(address, LINK_DAYS)
    try:
        server.send(email, subject, text)
    except MailError:
        return False
    return True


@bp.post("/referrals/<reference>/links/<int:link_id>/end")
def link_end(reference: str, link_id: int) -> AnyResponse:
    """End a link of this referral."""
    found = packet_or_404(reference)
    if not end_link(referrals(), found.id, link_id):
        abort(404, "This referral has no such link.")
    note("ended a link", reference)
    return redirect(url_for("desk.referral", reference=reference, _anchor="agency"))
