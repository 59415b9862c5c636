"""The order in which a turn is answered: what it tells is remembered, then the first that knows an answer gives it."""

from __future__ import annotations

from collections.abc import Callable

from actions.alarm_taken_back import after_a_denial
from actions.ask_detail import answer_asked, answer_detail
from actions.desk.asked_for_person import asks_for_our_desk
from actions.desk.follow_up import ask_when_due
from actions.desk.open_request import answer_about_request
from actions.desk.referral import ask_next, hold, resume
from actions.form.open_question import answer_open_question
from actions.needs.remember import remember
from actions.needs.where_told import answer_destination
from actions.show import find_help, recall_list
from actions.shown.covered import answer_covered
from actions.shown.details import about_a_listed_service, is_question
from actions.shown.earlier import go_to_earlier_need, points_back
from actions.shown.follow_on import answer_follow_on
from actions.shown.not_listed import answer_thing, goes_on_about_thing, say_thing_too
from actions.shown.of_the_list import answer_of_the_list
from actions.shown.one_number import answer_named, answer_number, answer_put_back
from actions.shown.remarks import answer_remark, asks_of_his_list
from actions.shown.same_list import say_only_told
from actions.shown.turned_down import answer_turned_down, note_turned_down
from actions.shown.whose_line import answer_whose_line
from actions.talk.by_clause import answer_of
from actions.talk.company import hear_a_wish_for_company
from actions.talk.fixed_answers import answer_fixed, say_without_insurance
from actions.talk.gentle import answer_after_fright, be_gentle
from actions.talk.leading import lead_by_a_clause
from actions.talk.listening import answer_listening
from actions.talk.mourning import say_sorry
from actions.talk.our_part import answer_about_us
from actions.talk.said import answer_fear, answer_said, asks_beside_records
from actions.talk.said_kinds import LIKELY
from actions.talk.told import answer_told, say_noted, thanks_only
from actions.turn import Turn, asks_nothing_new, asks_of_a_list


def answer_turn(turn: Turn, by_its_act: Callable[[Turn], None]) -> None:
    """Remember, answer, and take up what waits. `by_its_act`: the answer where nothing else knows better."""
    turn.language_before = turn.memory.language
    lead_by_a_clause(turn)
    hear_a_wish_for_company(turn)
    if after_a_denial(turn):
        return
    open_before = turn.memory.pending
    # How many messages ago the list was sent.
    turn.memory.page["since"] = turn.memory.page.get("since", 0) + 1
    remember(turn)
    if open_before is None:
        note_turned_down(turn)
    be_gentle(turn)
    if not turn.heard.answered_elsewhere and answer_listening(turn):
        return
    say_sorry(turn)
    if turn.heard.answered_elsewhere:
        # The gateway answers with fixed words. What was shown before stays as it was seen; nobody is asked for
        # a name or a number after that.
        turn.memory.page["covered"] = True
        if (open_before or "").startswith("referral_"):
            hold(turn, (open_before or "").removeprefix("referral_"))
        return
    if answer_after_fright(turn) or answer_about_request(turn):
        return
    if asks_for_our_desk(turn):
        ask_next(turn, start=True)
        return
    _answer(turn, open_before, by_its_act)
    say_thing_too(turn)
    say_without_insurance(turn)
    resume(turn)
    ask_when_due(turn)


def _answer(turn: Turn, open_before: str | None, by_its_act: Callable[[Turn], None]) -> None:
    if turn.new_person and asks_of_his_list(turn):
        # "Does Mr B need Medicaid for the second one?": of his list, which he has seen.
        recall_list(turn)
    if (
        answer_fixed(turn)
        or answer_fear(turn)
        or answer_covered(turn)
        or answer_whose_line(turn)
        or answer_named(turn)
        or (not turn.turned_down and answer_of_the_list(turn))
        or ((not turn.turned_down or is_question(turn)) and answer_asked(turn))
        or answer_turned_down(turn)
        or answer_put_back(turn)
        or answer_thing(turn)
        or goes_on_about_thing(turn)
    ):
        return
    if answer_said(turn):
        pass
    elif (
        thanks_only(turn)
        and turn.memory.shown
        and turn.memory.pending is None
        and not turn.gave_place
    ):
        say_noted(turn)
    elif turn.memory.pending == "place_choice" and open_before != "place_choice":
        # The message itself raised the question which place is meant: it is not its own answer.
        find_help(turn)
    elif turn.new_person and turn.memory.shown and asks_of_a_list(turn):
        # "The ones for my uncle": his list, not the numbers of hers.
        find_help(turn)
    elif (
        answer_destination(turn)
        or answer_about_us(turn)
        or answer_open_question(turn)
        or (asks_nothing_new(turn) and answer_told(turn))
        or answer_follow_on(turn)
        or answer_number(turn)
        or answer_remark(turn)
    ) or (asks_beside_records(turn) and answer_said(turn, LIKELY)):
        pass
    elif about_a_listed_service(turn) and not turn.memory.case.heard:
        answer_detail(turn)
    elif not turn.memory.case.heard and go_to_earlier_need(turn):
        find_help(turn)
    elif answer_said(turn, LIKELY):
        pass
    elif points_back(turn) or not (turn.heard.doubted and say_only_told(turn)):
        answer_of(turn, by_its_act)(turn)
