"""What people do in the chat: ask, choose, read, hear, report."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests.browser.walks import ask, open_chat, width_of
from tests.support.bot import ScriptedDialogue
from tests.support.desk import PASSWORD, account

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]


def test_a_question_gets_cards_with_a_phone_to_tap(page: Page, url: str) -> None:
    open_chat(page, url)
    ask(page, "need a ride 45402")
    link = page.get_by_role("link", name="Call 937-555-0142").first
    assert link.get_attribute("href") == "tel:+19375550142"
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 44


def test_spanish_throughout(page: Page, url: str) -> None:
    open_chat(page, url, "/?lang=es")
    expect(page.get_by_role("heading", level=1)).to_have_text("¿Qué ayuda necesita?")
    ask(page, "necesito transporte")
    page.locator("#person").click()
    expect(page.get_by_role("heading", name="Una persona de nuestra oficina")).to_be_focused()
    page.get_by_role("button", name="Ahora no").click()
    page.get_by_role("button", name="Mi plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mi plan")
    assert page.locator("html").get_attribute("lang") == "es"
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My plan")


def test_the_place_field_completes_with_the_keyboard_and_goes_along_once(
    page: Page, url: str, dialogue: ScriptedDialogue
) -> None:
    open_chat(page, url)
    page.locator("#place").press_sequentially("dayt", delay=20)
    page.get_by_role("option", name="Dayton, OH").wait_for()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#place")).to_have_attribute("aria-activedescendant", "place-0")
    page.keyboard.press("Enter")
    expect(page.locator("#place")).to_have_value("Dayton, OH")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.get_by_role("button", name="Rides").click()
    page.locator(".answer .choices").wait_for()
    assert dialogue.heard[-1][1] == "Rides. Dayton, OH"
    ask(page, "and meals")
    assert dialogue.heard[-1][1] == "and meals"


def test_a_choice_is_sent_by_its_button(page: Page, url: str, dialogue: ScriptedDialogue) -> None:
    open_chat(page, url)
    ask(page, "help")
    page.locator(".answer").get_by_role("button", name="meals", exact=True).click()
    page.locator(".mine", has_text="meals").wait_for()
    page.locator(".answer").nth(1).locator(".choices").last.wait_for()
    assert dialogue.heard[-1][1] == "meals"


def test_a_story_of_1500_characters_is_taken_whole(
    page: Page, url: str, dialogue: ScriptedDialogue
) -> None:
    open_chat(page, url)
    story = ("My mother is 84 and lives alone. She forgets to eat. " * 30)[:1500].strip()
    ask(page, story)
    assert dialogue.heard[-1][1] == story
    assert width_of(page) <= 360


def test_a_wrong_number_is_reported_on_the_card(page: Page, url: str) -> None:
    open_chat(page, url)
    ask(page, "need a ride")
    page.get_by_role("button", name="Report a wrong number").click()
    page.get_by_text("A person will check this number.").wait_for()


def test_an_answer_is_read_aloud_in_its_language_and_can_be_stopped(page: Page, url: str) -> None:
    page.add_init_script(
        """window.spoken = []; window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
        Object.defineProperty(window, "speechSynthesis", { value: { speak: (said) => window.spoken.push([said.lang, said.text]), cancel() {} } });"""
    )
    open_chat(page, url)
    ask(page, "need a ride")
    page.get_by_role("button", name="Read aloud").click()
    language, text = page.evaluate("() => window.spoken[0]")
    assert language == "en-US"
    assert "Rides for older adults" in text
    assert "9 3 7 , 5 5 5" in text
    page.get_by_role("button", name="Stop reading").click()
    expect(page.get_by_role("button", name="Read aloud")).to_be_visible()


def test_a_hostile_message_stays_text(page: Page, url: str) -> None:
    open_chat(page, url)
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    ask(page, "<img src=x onerror=alert(1)>")
    page.reload()
    assert page.get_by_text("<img src=x").first.is_visible()


def test_with_the_bot_down_a_number_is_still_given(
    page: Page, url: str, dialogue: ScriptedDialogue
) -> None:
    open_chat(page, url)
    dialogue.down = True
    try:
        page.locator("#text").fill("need a ride")
        page.locator("#send").click()
        page.get_by_text("1-800-677-1116").wait_for()
    finally:
        dialogue.down = False


def test_a_person_takes_over_from_the_desk_and_the_bot_is_silent_until_they_leave(
    page: Page, browser: Browser, url: str, gateway: Flask, dialogue: ScriptedDialogue
) -> None:
    account(gateway, "ana", "coordinator")
    desk = browser.new_context().new_page()
    desk.set_default_timeout(15_000)
    desk.goto(f"{url}/desk/sign-in")
    desk.get_by_label("Name").fill("ana")
    desk.get_by_label("Password").fill(PASSWORD)
    desk.get_by_role("button", name="Sign in").click()
    desk.get_by_role("heading", level=1).wait_for()

    open_chat(page, url)
    ask(page, "need a ride")
    page.locator("#person").click()
    page.get_by_label("Write with me here").check()
    page.get_by_label("Your first name").fill("Rosa")
    page.get_by_role("button", name="Ask for a person").click()
    expect(page.get_by_role("alert")).to_contain_text("Tick the box")
    expect(page.get_by_label("Your first name")).to_have_value("Rosa")
    page.get_by_label("I agree to share this").check()
    page.get_by_role("button", name="Ask for a person").click()
    said = page.get_by_text("Someone at the desk sees your words now").text_content()
    reference = re.search(r"R-[A-Z0-9]{4}", said or "")
    assert reference

    desk.goto(f"{url}/desk")
    desk.get_by_text(f"{reference[0]} waits in the chat now").wait_for()
    desk.goto(f"{url}/desk/referrals/{reference[0]}")
    desk.get_by_text("Rosa").first.wait_for()
    desk.get_by_label("Message in the web chat").fill("Hello Rosa, this is Ana.")
    desk.locator("form[action$='/message'] button").click()
    page.get_by_text("Hello Rosa, this is Ana.").wait_for()
    page.get_by_text("A person is here.").wait_for()
    heard = len(dialogue.heard)
    page.locator("#text").fill("thank you for writing")
    page.locator("#send").click()
    page.get_by_text("A person has your message").wait_for()
    assert len(dialogue.heard) == heard
    desk.get_by_text("thank you for writing").wait_for()
    desk.get_by_role("button", name="let Porchlight answer again").click()
    page.get_by_text("The person has left the talk").wait_for()
    ask(page, "need a ride")
    desk.context.close()
