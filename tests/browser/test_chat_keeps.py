"""Reloads, lost lines, two tabs: nothing is lost and nothing comes twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walks import ask, open_chat, save_first
from tests.support.bot import ScriptedDialogue

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]


def test_the_conversation_is_there_after_a_reload(page: Page, url: str) -> None:
    open_chat(page, url)
    ask(page, "need a ride")
    save_first(page)
    page.reload()
    assert page.locator(".card").count() == 1
    assert page.get_by_text("need a ride").first.is_visible()
    page.locator("a.saved").wait_for()


def test_a_draft_survives_a_reload(page: Page, url: str) -> None:
    open_chat(page, url)
    page.locator("#text").fill("my mother fell and")
    page.reload()
    expect(page.locator("#text")).to_have_value("my mother fell and")


def test_a_lost_line_loses_nothing_that_was_typed(
    page: Page, url: str, dialogue: ScriptedDialogue
) -> None:
    open_chat(page, url)
    before = len(dialogue.heard)
    page.context.set_offline(True)
    page.locator("#text").fill("need a ride")
    page.locator("#send").click()
    page.get_by_text("No connection").wait_for()
    page.context.set_offline(False)
    page.locator(".answer .choices").wait_for(timeout=20_000)
    assert len(dialogue.heard) == before + 1


def test_a_line_that_breaks_in_the_middle_of_an_answer_doubles_nothing(
    page: Page, url: str, dialogue: ScriptedDialogue
) -> None:
    open_chat(page, url)
    before, broken = len(dialogue.heard), []

    def break_once(route) -> None:  # type: ignore[no-untyped-def]
        response = route.fetch()
        if broken:
            route.fulfill(response=response)
            return
        broken.append(True)
        # The first pieces arrive, then the line is gone.
        lines = response.text().splitlines(keepends=True)
        route.fulfill(response=response, body="".join(lines[:2]))

    page.route("**/chat/turn", break_once)
    page.locator("#text").fill("need a ride")
    page.locator("#send").click()
    page.locator(".answer .choices").last.wait_for(timeout=20_000)
    assert page.locator(".answer").count() == 1
    assert page.locator(".answer .theirs").count() == 2
    assert page.locator(".card").count() == 1
    assert len(dialogue.heard) == before + 1


def test_a_message_that_was_under_way_at_a_reload_is_answered_once(
    page: Page, url: str, dialogue: ScriptedDialogue
) -> None:
    open_chat(page, url)
    before = len(dialogue.heard)
    page.route("**/chat/turn", lambda route: (route.fetch(), route.abort())[1])
    page.locator("#text").fill("need a ride")
    page.locator("#send").click()
    page.get_by_text("No connection").wait_for()
    page.unroute("**/chat/turn")
    page.reload()
    page.locator(".answer .choices").last.wait_for(timeout=20_000)
    assert page.locator(".mine").count() == 1
    assert len(dialogue.heard) == before + 1


def test_an_error_of_the_server_gives_the_words_back(page: Page, url: str) -> None:
    open_chat(page, url)
    page.route("**/chat/turn", lambda route: route.fulfill(status=429, body="{}"))
    page.locator("#text").fill("need a ride")
    page.locator("#send").click()
    page.get_by_text("Too many messages").wait_for()
    expect(page.locator("#text")).to_have_value("need a ride")
    assert page.locator(".mine").count() == 0


def test_two_tabs_show_one_conversation(page: Page, url: str) -> None:
    open_chat(page, url)
    other = page.context.new_page()
    open_chat(other, url)
    ask(page, "from the first tab")
    other.get_by_text("from the first tab").wait_for()
    ask(other, "from the second tab")
    page.get_by_text("from the second tab").wait_for()
    page.reload()
    assert page.locator(".mine").count() == 2
    assert page.locator(".answer").count() == 2
