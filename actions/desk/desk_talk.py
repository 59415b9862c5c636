"""What concerns a referral or the person's own data."""

from __future__ import annotations

import re

from actions.ask_detail import answer_detail
from actions.choose import chosen_service
from actions.desk.referral import is_unfinished
from actions.desk.taking_back import ask_which, says_plainly, withdraw
from actions.rooms import desk, search
from actions.show import find_help
from actions.shown.details import topics_of
from actions.turn import Turn, TurnAction
from referrals.model import OPEN

_DELETE = re.compile(
    r"\b(delete|deleting|erase|remove|wipe|clear|forget (?:me|us|everything|all|what|my|that i)|destroy|get rid of|take (my|our|all|it|that|this|me|everything)\b.*\b(off|out|down)|"
    r"take (off|out|down)|(not|don't|dont|stop) (keep|save|store)|"
    r"borr\w*|elimin\w*|quit(?:e|en|ar|a|enme|arme)|olvid\w*|no guard\w*)\b"
)


class ActionAnyNews(TurnAction):
    """Where the referral stands."""

    def name(self) -> str:
        return "action_any_news"

    def answer(self, turn: Turn) -> None:
        views = desk().referrals_of(turn.conversation)
        open_now = [view for view in views if view.status in OPEN]
        if not views and turn.memory.shown and any(topics_of(turn)):
            # "How late do they answer": of the places on show, since nobody was asked for.
            answer_detail(turn)
        elif not views:
            turn.say("utter_no_referral")
        for view in open_now[:3] or views[:1]:
            turn.say(f"utter_news_{view.status}", reference=view.reference)


class ActionWithdrawConsent(TurnAction):
    """Stop everything that was agreed to."""

    def name(self) -> str:
        return "action_withdraw_consent"

    def answer(self, turn: Turn) -> None:
        if desk().has_open_referral(turn.conversation) and not says_plainly(turn):
            # It only sounds like it: "don't call her at all, call me".
            ask_which(turn)
            return
        unfinished = is_unfinished(turn.memory.referral) and not says_plainly(turn)
        answers = turn.memory.referral
        if withdraw(turn):
            return
        if unfinished:
            # Nothing was shared, and what was told is not lost.
            turn.memory.referral = answers
        # What was shared once and is over must not be denied.
        before = desk().referrals_of(turn.conversation)
        nothing = "utter_nothing_to_withdraw" if says_plainly(turn) else "utter_let_be_nothing"
        turn.say("utter_nothing_open" if before else nothing)


class ActionDeleteMyData(TurnAction):
    """Delete what is kept of this person, after one plain question."""

    def name(self) -> str:
        return "action_delete_my_data"

    def answer(self, turn: Turn) -> None:
        if not _DELETE.search(turn.heard.plain):
            # A question about what is kept must not end with everything gone.
            turn.say("utter_privacy")
            return
        desk().delete_person(turn.conversation)
        memory = turn.memory
        memory.cases, memory.current, memory.shown, memory.page = {}, "", [], {}
        memory.referral, memory.chosen = {}, None
        memory.answered()
        turn.say("utter_deleted", custom={"kind": "deleted"})


class ActionWrongNumber(TurnAction):
    """A number that is wrong becomes work for the desk; the others are offered."""

    def name(self) -> str:
        return "action_wrong_number"

    def answer(self, turn: Turn) -> None:
        memory = turn.memory
        if not memory.shown:
            # Nothing of ours is known to be wrong: what is needed comes first.
            if memory.case.needs:
                find_help(turn)
            else:
                turn.say("utter_wrong_number_which")
            return
        named = chosen_service(turn)
        service = named.record.id if named else memory.chosen or next(iter(memory.shown), "")
        view = search().service(service) if service else None
        about = f"{view.record.organization or view.record.name}: " if view else ""
        told = f"{about}{turn.heard.text[:200]}"
        desk().raise_item("wrong_number", turn.conversation, told, subject=service[:60] or None)
        turn.say("utter_wrong_number")
