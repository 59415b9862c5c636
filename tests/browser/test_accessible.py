"""axe finds nothing, in each state of the pages, in both languages, light and dark, and zoomed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page

from tests.browser.walks import ask, open_chat, open_plan, save_first
from tests.support.bot import ScriptedDialogue

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
State = Callable[[Page, str, str], None]


def empty(page: Page, url: str, lang: str) -> None:
    open_chat(page, url, f"/?lang={lang}")


def answers(page: Page, url: str, lang: str) -> None:
    empty(page, url, lang)
    ask(page, "need a ride")


def embedded(page: Page, url: str, lang: str) -> None:
    open_chat(page, url, f"/embed?lang={lang}")
    ask(page, "need a ride")


def places_open(page: Page, url: str, lang: str) -> None:
    empty(page, url, lang)
    page.locator("#place").press_sequentially("dayt", delay=20)
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")


def offline(page: Page, url: str, lang: str) -> None:
    empty(page, url, lang)
    page.context.set_offline(True)
    page.locator("#text").fill("need a ride")
    page.locator("#send").click()
    page.locator("#state:not(:empty)").wait_for()


def person_form(page: Page, url: str, lang: str) -> None:
    answers(page, url, lang)
    page.locator("#person").click()
    page.locator("#person-name").wait_for()


def person_errors(page: Page, url: str, lang: str) -> None:
    person_form(page, url, lang)
    page.locator(".person-form .main").click()
    page.locator(".person-form .problem").wait_for()


def person_page(page: Page, url: str, lang: str) -> None:
    page.goto(f"{url}/person?lang={lang}")


def plan(page: Page, url: str, lang: str) -> None:
    answers(page, url, lang)
    save_first(page)
    page.wait_for_timeout(100)
    open_plan(page)
    if lang == "es":
        page.goto(page.url.split("?")[0] + "?lang=es")


def plan_being_edited(page: Page, url: str, lang: str) -> None:
    plan(page, url, lang)
    for summary in page.locator("details.edit > summary").all():
        if summary.is_visible():
            summary.click()


def plan_done_step(page: Page, url: str, lang: str) -> None:
    plan(page, url, lang)
    page.locator("form[action$='/step-mark'] button").first.click()
    page.locator(".step.done").wait_for()


def plan_code(page: Page, url: str, lang: str) -> None:
    plan(page, url, lang)
    page.locator("form[action*='/code'] button").click()
    page.locator(".code").wait_for()


def plan_empty(page: Page, url: str, lang: str) -> None:
    empty(page, url, lang)
    page.locator("#plan button").click()
    page.locator(".empty").wait_for()


def plan_delete(page: Page, url: str, lang: str) -> None:
    plan_empty(page, url, lang)
    page.locator("a[href*='/delete']").click()
    page.locator("form[action$='/delete']").wait_for()


def no_plan(page: Page, url: str, lang: str) -> None:
    page.goto(f"{url}/plan/not-a-plan?lang={lang}")


def privacy(page: Page, url: str, lang: str) -> None:
    page.goto(f"{url}/privacy?lang={lang}")


def phone(page: Page, url: str, lang: str) -> None:
    page.goto(f"{url}/phone")


STATES: list[State] = [
    empty, answers, embedded, places_open, offline, person_form, person_errors, person_page, plan,
    plan_being_edited, plan_done_step, plan_code, plan_empty, plan_delete, no_plan, privacy, phone,
]  # fmt: skip


@pytest.fixture(params=["en-light", "es-dark", "en-zoomed"])
def look(browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[Page, str]]:
    lang, _, how = request.param.partition("-")
    context = browser.new_context(
        color_scheme="dark" if how == "dark" else "light",
        viewport={"width": 320, "height": 480}
        if how == "zoomed"
        else {"width": 900, "height": 900},
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page, lang
    context.close()


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_finds_nothing(look: tuple[Page, str], url: str, state: State) -> None:
    page, lang = look
    state(page, url, lang)
    found = Axe().run(page).response["violations"]
    assert found == [], [(v["id"], [n["html"][:160] for n in v["nodes"]]) for v in found]


def test_axe_finds_nothing_while_a_person_writes(
    page: Page, url: str, gateway: Flask, dialogue: ScriptedDialogue
) -> None:
    open_chat(page, url)
    ask(page, "need a ride")
    conversation = "web-" + page.evaluate("() => localStorage.getItem('porchlight-conversation')")
    referrals = gateway.extensions["porchlight"].referrals
    referrals.hand_over(conversation, "live", "ana")
    referrals.note_message(conversation, "coordinator", "Hello, this is Ana.")
    page.locator("#text").fill("hello")
    page.locator("#send").click()
    page.get_by_text("Hello, this is Ana.").wait_for()
    assert Axe().run(page).response["violations"] == []


@pytest.mark.parametrize("state", [answers, person_form, plan, plan_being_edited])
def test_every_target_is_at_least_44_pixels(page: Page, url: str, state: State) -> None:
    state(page, url, "en")
    small = page.evaluate(
        """() => [...document.querySelectorAll("a, button, summary, select, input:not([type=hidden]), textarea")]
        .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.matches(".skip"))
        .map((e) => [e.closest("label.pick") ?? e, e])
        .filter(([target]) => { const b = target.getBoundingClientRect(); return b.height < 43.5 || b.width < 43.5; })
        .map(([, e]) => e.outerHTML.slice(0, 90))"""
    )
    assert small == []


def test_each_new_message_is_announced_once_and_cards_wait_to_be_read(page: Page, url: str) -> None:
    open_chat(page, url)
    page.evaluate(
        """() => { window.announced = []; new MutationObserver((changes) => {
        const added = changes.flatMap((change) => [...change.addedNodes]);
        for (const node of added) {
          const quiet = (node.closest ? node : node.parentElement).closest("[aria-live=off]");
          const inside = added.some((other) => other !== node && other.contains(node));
          if (!quiet && !inside) window.announced.push(node.textContent.trim());
        } }).observe(document.getElementById("log"), { childList: true, subtree: true }); }"""
    )
    ask(page, "need a ride")
    said = page.evaluate("() => window.announced.filter(Boolean)")
    about = [text for text in said if "Rides near Dayton" in text]
    assert len(about) == 1
    assert "One place to call: Rides for older adults." in about[0]
    assert not any("You may give what you can" in text for text in said)
