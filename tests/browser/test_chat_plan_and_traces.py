"""From the chat to the printed plan, and what stays on the device."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walks import ask, open_chat, open_plan, save_first

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]


def test_from_the_first_question_to_the_printed_plan(page: Page, url: str) -> None:
    open_chat(page, url)
    ask(page, "my mom needs a ride")
    save_first(page)
    assert page.evaluate("() => document.activeElement.classList.contains('saved')")
    open_plan(page)
    page.locator("summary", has_text="Add a step").click()
    form = page.locator("form[action$='/step-add']")
    form.get_by_label("What to do").fill("Find the insurance card")
    form.get_by_label("Who does it").fill("Ana")
    form.get_by_label("By when").fill("Friday")
    form.get_by_role("button").click()
    page.get_by_text("Find the insurance card").first.wait_for()
    page.locator("summary", has_text="Write notes").click()
    page.get_by_label("Your notes.").fill("Door code is on the fridge.")
    page.locator("form[action$='/notes'] button").click()
    page.get_by_text("Door code is on the fridge.").first.wait_for()
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") == 1


def test_printing_hides_the_tools_and_keeps_the_numbers(page: Page, url: str) -> None:
    open_chat(page, url)
    ask(page, "need a ride")
    save_first(page)
    open_plan(page)
    page.emulate_media(media="print")
    expect(page.locator("#print")).to_be_hidden()
    expect(page.get_by_text("Make a new link")).to_be_hidden()
    expect(page.locator(".number").first).to_be_visible()


def test_a_new_talk_clears_the_screen_after_a_second_press_and_keeps_the_plan(
    page: Page, url: str
) -> None:
    open_chat(page, url)
    ask(page, "need a ride")
    save_first(page)
    page.get_by_role("button", name="Begin a new talk").click()
    page.get_by_text("This clears the talk").wait_for()
    assert page.locator(".card").count() == 1
    page.get_by_role("button", name="Begin a new talk").click()
    expect(page.locator(".card")).to_have_count(0)
    page.get_by_role("button", name="My plan").click()
    page.locator(".to-call").wait_for()


def test_a_shared_computer_can_be_cleared_of_everything(page: Page, url: str) -> None:
    open_chat(page, url)
    page.locator("#place").fill("Dayton, OH")
    ask(page, "need a ride")
    save_first(page)
    page.get_by_role("button", name="Clear this device").click()
    page.get_by_text("Copy the plan's link first.").wait_for()
    page.get_by_role("button", name="Clear this device").click()
    page.get_by_text("This device is clear.").wait_for()
    kept = page.evaluate("() => Object.entries(localStorage)")
    assert [name for name, value in kept if value and name != "porchlight-draft"] == []
    page.reload()
    assert page.locator(".card").count() == 0
    page.get_by_role("button", name="My plan").click()
    page.locator(".empty").wait_for()


def test_words_about_abuse_are_answered_and_not_kept_on_the_device(page: Page, url: str) -> None:
    open_chat(page, url)
    page.locator("#text").fill("my son is hitting me right now")
    page.locator("#send").click()
    page.locator(".crisis").wait_for()
    page.locator("#state:empty").wait_for(state="attached")
    page.locator(".answer .aloud").wait_for()
    assert "hitting" not in page.evaluate("() => JSON.stringify(localStorage)")
    page.reload()
    page.locator("html.ready").wait_for(state="attached")
    assert page.get_by_text("hitting me").count() == 0
