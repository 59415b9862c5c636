"""Talking with a person from the desk: by text or in the chat, the bot silent until it is handed back."""

from __future__ import annotations

import secrets

from flask import abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from gateway.after_crisis import UNSEEN
from gateway.desk import words
from gateway.desk.access import note
from gateway.desk.blueprint import bp, done, packet_or_404, parts, referrals
from gateway.desk.their_time import goes_out, their_time
from gateway.desk.words import numbers_given
from referrals.desk_items import Item, open_items
from referrals.desk_views import Reach, reach_of
from referrals.outbox.queue import Outbox

LONGEST = 1000


def send(conversation: str, reach: Reach) -> str:
    """Send what the form holds. Returns what is wrong, or nothing."""
    text = request.form.get("text", "").strip()[:LONGEST]
    if not text:
        return "Write something first."
    if reach.refusal:
        return reach.refusal
    key = None
    if conversation.startswith("sms-"):
        key = f"desk-{secrets.token_hex(12)}"
        Outbox(referrals()).enqueue(conversation, text, "coordinator", key)
    referrals().hand_over(conversation, "live", g.staff_name)
    referrals().note_message(conversation, "coordinator", text, key)
    return ""


@bp.get("/referrals/<reference>/thread")
def thread(reference: str) -> str:
    """The conversation of a referral: the page asks for it every few seconds."""
    found = packet_or_404(reference)
    return render_template(
        "desk/thread.html",
        messages=referrals().messages_since(found.conversation, 0),
        version=found.version,
    )


@bp.post("/referrals/<reference>/message")
def message(reference: str) -> AnyResponse:
    """A message to the client; from then on the bot is silent until the word is handed back."""
    found = packet_or_404(reference)
    problem = send(found.conversation, found.reach)
    if not problem:
        note("wrote to client", reference)
        referrals().first_contact(found.id)
        done(f"text-{reference}")
    return redirect(url_for("desk.referral", reference=reference, problem=problem, _anchor="write"))


@bp.post("/referrals/<reference>/hand-back")
def hand_back(reference: str) -> AnyResponse:
    """The bot has the word again."""
    found = packet_or_404(reference)
    referrals().hand_back(found.conversation)
    note("handed back", reference)
    return redirect(url_for("desk.referral", reference=reference, _anchor="write"))


def _item(item_id: int) -> Item:
    """An open item that is about a person who can be talked with; else there is no such page."""
    for item in open_items(referrals()):
        if item.id == item_id and item.conversation:
            return item
    abort(404, "This is dealt with already, or it is not about a person.")


@bp.get("/items/<int:item_id>/talk")
def talk(item_id: int) -> str:
    """Talk with somebody who has no referral: after a crisis, or when a person is asked for."""
    item = _item(item_id)
    note("saw conversation", f"item {item_id}")
    reach = reach_of(referrals(), str(item.conversation))
    return render_template(
        "desk/talk.html",
        item=item,
        unseen=item.subject == UNSEEN,
        reach=reach,
        words=words,
        given=numbers_given(item.detail),
        there=their_time(reach.number, reach),
        night=goes_out(reach, parts()),
        messages=referrals().messages_since(str(item.conversation), 0),
        problem=request.args.get("problem", "")[:200],
    )


@bp.get("/items/<int:item_id>/thread")
def talk_thread(item_id: int) -> str:
    """The conversation alone."""
    item = _item(item_id)
    return render_template(
        "desk/thread.html",
        messages=referrals().messages_since(str(item.conversation), 0),
        version=0,
    )


@bp.post("/items/<int:item_id>/message")
def talk_message(item_id: int) -> AnyResponse:
    """A message to that person."""
    item = _item(item_id)
    if item.subject == UNSEEN:
        abort(409, "Nobody writes to this phone first: somebody else may read it.")
    problem = send(str(item.conversation), reach_of(referrals(), str(item.conversation)))
    if not problem:
        note("wrote to client", f"item {item_id}")
        done(f"text-item-{item_id}")
    if item.kind == "client_wrote" and not problem:
        # Answering dealt with it: the conversation goes on in the list when the person writes again.
        return redirect(url_for("desk.desk"))
    return redirect(url_for("desk.talk", item_id=item_id, problem=problem))


@bp.post("/items/<int:item_id>/hand-back")
def talk_hand_back(item_id: int) -> AnyResponse:
    """The bot has the word again."""
    item = _item(item_id)
    referrals().hand_back(str(item.conversation))
    note("handed back", f"item {item_id}")
    return redirect(url_for("desk.desk"))
