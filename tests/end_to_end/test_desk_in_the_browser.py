"""A referral walked in a real Chromium against every process, the person on a phone that texts."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from porchlight.processes.stack import Stack
from referrals.staff import Staff
from referrals.usecases import Referrals
from tests.support.walking import PASSWORD, Phone, ask_now_whether_help_came

pytestmark = [pytest.mark.stack, pytest.mark.browser, pytest.mark.timeout(1200)]
TYPED = "A long talk that nobody wants to type twice."


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1366, "height": 768})
    opened.set_default_timeout(30_000)
    yield opened
    opened.close()


@pytest.fixture
def desk(context: BrowserContext, text_stack: Stack, referrals: Referrals) -> Page:
    return signed_in(context, text_stack, "ana")


def signed_in(context: BrowserContext, stack: Stack, name: str) -> Page:
    page = context.new_page()
    page.goto(f"{stack.url}/desk/sign-in")
    fill_in(page, name)
    page.get_by_role("heading", name="What waits").wait_for()
    return page


def fill_in(page: Page, name: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def take(page: Page, reference: str) -> None:
    """From the queue, which has the referral without a reload."""
    page.get_by_role("link", name=f"Open {reference}").click()
    page.get_by_role("button", name="Take it", exact=True).click()
    page.get_by_text("It is yours.").wait_for()


def finish(page: Page, outcome: str) -> None:
    """Call the person, call an agency, say how it ended."""
    now = page.locator(".step.now")
    now.get_by_role("button", name="I talked with Ann").click()
    now.locator("input[name=service]").first.check()
    now.get_by_role("button", name="Choose this agency").click()
    now.get_by_role("button", name="I talked with them").click()
    now.get_by_label(outcome).check()
    if outcome == "on a waiting list":
        now.get_by_role("button", name="in 3 weeks").click()
        page.get_by_text("stays open: on a waiting list").wait_for()
        return
    now.get_by_role("button", name="Finish").click()
    page.get_by_role("heading", name="This is over").wait_for()


def test_from_the_text_to_the_outcome_to_the_answer_3_and_once_more(
    text_stack: Stack, referrals: Referrals, desk: Page
) -> None:
    phone = Phone(text_stack)
    reference = phone.ask()
    take(desk, reference)
    finish(desk, "got help")
    ask_now_whether_help_came(referrals)
    assert "A person at our desk will look" in phone.text("3")
    desk.get_by_role("link", name="Back to what waits").first.click()
    item = desk.locator("tr", has_text="Help did not come yet").filter(has_text=reference)
    item.get_by_role("link", name=f"Open {reference}").click()
    assert desk.get_by_text("The person last said: could not reach the agency").is_visible()
    desk.get_by_text("Help did not come after all?").click()
    desk.get_by_role("button", name="Open it again").click()
    desk.get_by_role("button", name="Take it", exact=True).click()
    finish(desk, "on a waiting list")
    row = desk.locator("tr", has=desk.get_by_role("link", name=f"Open {reference}"))
    row.get_by_text("on a waiting list").wait_for()


def test_consent_taken_back_in_the_middle_stops_the_page_that_is_open(
    text_stack: Stack, desk: Page
) -> None:
    phone = Phone(text_stack)
    reference = phone.ask()
    take(desk, reference)
    desk.locator("#note-client").fill(TYPED)
    assert "It is stopped" in phone.text("i changed my mind dont send my name")
    desk.get_by_text("Somebody changed this referral").wait_for()
    desk.get_by_role("link", name="Load it again").click()
    desk.get_by_text("The consent was taken back. Share nothing more.").wait_for()
    assert desk.locator(".step.now").count() == 0
    desk.get_by_role("link", name="Back to what waits").first.click()
    told = desk.locator("tr.urgent", has_text=reference)
    assert "Tell the agency" in told.inner_text()


def test_opting_out_in_the_middle_leaves_no_box_to_text_from(text_stack: Stack, desk: Page) -> None:
    phone = Phone(text_stack)
    reference = phone.ask()
    take(desk, reference)
    assert desk.locator("#text").is_visible()
    phone.text("STOP")
    desk.reload()
    assert desk.get_by_text("The person does not want texts. Call instead.").first.is_visible()
    assert desk.locator("#text").count() == 0


def test_taken_over_in_the_browser_the_bot_is_silent_until_handed_back(
    text_stack: Stack, desk: Page
) -> None:
    phone = Phone(text_stack)
    reference = phone.ask()
    take(desk, reference)
    desk.locator("#text").fill("Hello, I am Ana.")
    desk.get_by_role("button", name="Send").click()
    desk.get_by_text("You are writing with them").wait_for()
    assert phone.text("oh hello ana") == ""
    desk.get_by_text("oh hello ana").wait_for()
    desk.get_by_role("button", name="let Porchlight answer again").click()
    desk.get_by_text("You are writing with them").wait_for(state="hidden")
    assert phone.text("need a ride 45402") != ""


def test_of_two_coordinators_the_slower_one_overwrites_nothing_and_loses_no_word(
    browser: Browser, text_stack: Stack, desk: Page
) -> None:
    reference = Phone(text_stack).ask()
    context = browser.new_context()
    slower = signed_in(context, text_stack, "bob")
    slower.get_by_role("link", name=f"Open {reference}").click()
    slower.get_by_text("Something else").click()
    slower.locator("#other-note").fill(TYPED)
    take(desk, reference)
    slower.get_by_role("button", name="The person does not want it").click()
    slower.get_by_role("alert").filter(has_text="Somebody else changed").wait_for()
    assert slower.locator("#other-note").input_value() == TYPED
    assert slower.get_by_text("With ana.").is_visible()
    desk.reload()
    assert desk.get_by_text(f"{reference}: taken.").is_visible()
    context.close()


def test_a_session_that_ends_in_the_middle_of_a_note_loses_nothing(
    text_stack: Stack, referrals: Referrals, desk: Page
) -> None:
    reference = Phone(text_stack).ask()
    take(desk, reference)
    desk.locator("#note-client").fill(TYPED)
    Staff(referrals).end_sessions("ana")
    desk.get_by_role("button", name="I talked with Ann").click()
    desk.get_by_text("What you typed is kept").wait_for()
    fill_in(desk, "ana")
    desk.get_by_text(f"{reference}: taken.").wait_for()
    assert desk.locator("#note-client").input_value() == TYPED
    desk.get_by_role("button", name="I talked with Ann").click()
    desk.locator("#history ~ ol", has_text=TYPED).wait_for()


def test_a_no_in_the_web_chat_brings_nothing_to_the_desk(
    context: BrowserContext, text_stack: Stack, desk: Page
) -> None:
    name = f"Zora{uuid.uuid4().hex[:6]}"
    chat = context.new_page()
    chat.goto(text_stack.url)
    chat.locator("html.whole").wait_for()
    say(chat, "need a ride 45402", "Rides")
    say(chat, "PERSON", "What is your first name?")
    say(chat, name, "best number to call?")
    say(chat, "937-555-0142", "When is a good time?")
    say(chat, "morning", "anything they should know first?")
    say(chat, "nothing else", "Is that all right?")
    say(chat, "don't share", "I share nothing")
    desk.reload()
    for reference in desk.locator("a[id^=row-]").all():
        assert name not in text_of(desk, str(reference.get_attribute("href")))


def say(chat: Page, words: str, answered: str) -> None:
    chat.locator("#text").fill(words)
    chat.locator("#send").click()
    chat.locator(".answer", has_text=answered).last.wait_for(timeout=60_000)


def text_of(desk: Page, path: str) -> str:
    response = desk.request.get(desk.url.split("/desk")[0] + path)
    assert response.ok
    return response.text()
