"""The desk in a real Chromium: from the queue to the outcome, an ended session, news without a reload."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page
from werkzeug.serving import make_server

from gateway.app import create_app
from referrals.staff import Staff
from tests.conftest import make_settings
from tests.support.bot import ScriptedDialogue
from tests.support.desk import (
    HOSTILE,
    PASSWORD,
    account,
    ask,
    referrals_of,
    text_conversation,
)

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
PICTURES = os.environ.get("DESK_PICTURES")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    settings = make_settings(tmp_path_factory.mktemp("desk"), public_url="http://127.0.0.1")
    app = create_app(settings, ScriptedDialogue())  # type: ignore[arg-type]
    for name, role in (("ana", "coordinator"), ("bob", "coordinator"), ("lea", "admin")):
        account(app, name, role)
    return app


@pytest.fixture(scope="module")
def url(desk: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, desk, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def page(browser: Browser, url: str) -> Iterator[Page]:
    context = browser.new_context()
    yield signed_in(context, url)
    context.close()


def signed_in(context: BrowserContext, url: str, name: str = "ana", path: str = "/desk") -> Page:
    page = context.new_page()
    page.goto(f"{url}/desk/sign-in?next={path}")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", level=1).wait_for()
    return page


def picture(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=str(Path(PICTURES) / f"{name}.png"), full_page=True)


def assert_accessible(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert found == [], [(v["id"], v["nodes"][0]["html"]) for v in found]


def test_from_the_queue_to_the_outcome_by_what_each_page_names_as_next(
    page: Page, desk: Flask
) -> None:
    reference = ask(desk, "web-walk-12345", needs=["housing"])
    page.reload()
    begun = time.monotonic()
    page.get_by_role("link", name=f"Open {reference}").click()
    page.get_by_role("button", name="Take it", exact=True).click()
    page.get_by_text("It is yours. Now call the person.").wait_for()
    now = page.locator(".step.now")
    assert now.get_by_role("link", name="937-555-0142").is_visible()
    now.get_by_role("button", name="No answer").click()
    page.get_by_text("Not reached (1 try)").wait_for()
    now.get_by_role("button", name="I talked with Ann").click()
    now.get_by_label("Area Agency on Aging 2").check()
    now.get_by_role("button", name="Choose this agency").click()
    assert now.get_by_text("I call for Ann").is_visible()
    now.get_by_label("What they said").fill("They call her on Monday.")
    now.get_by_role("button", name="I talked with them").click()
    now.get_by_label("got help").check()
    now.get_by_label("Note, if there is one").fill("Starts Monday.")
    now.get_by_role("button", name="Finish").click()
    page.get_by_text(f"{reference}: completed (got help).").wait_for()
    assert page.get_by_text("we ask Ann whether help came").is_visible()
    assert page.get_by_role("link", name="Back to what waits").first.is_visible()
    assert time.monotonic() - begun < 60
    picture(page, "completed")


def test_after_an_unanswered_call_a_day_is_one_click_and_the_queue_says_when(
    page: Page, desk: Flask, url: str
) -> None:
    reference = ask(desk, "web-later-12345", needs=["ltc_options"])
    page.goto(f"{url}/desk/referrals/{reference}")
    page.get_by_role("button", name="Take it", exact=True).click()
    page.locator(".step.now").get_by_role("button", name="No answer").click()
    # By a day: "later today" stands first only while it is day at the person's place.
    page.locator(".step.now form.row button[value^='20']").first.click()
    page.get_by_text(f"{reference} comes to the top of the list on").wait_for()
    assert page.url.endswith("/desk")
    row = page.locator("tr", has=page.get_by_role("link", name=f"Open {reference}"))
    assert "look again" in row.inner_text()


def test_a_note_goes_along_with_the_day_to_try_again(page: Page, desk: Flask, url: str) -> None:
    reference = ask(desk, "web-note-and-day-1")
    page.goto(f"{url}/desk/referrals/{reference}")
    page.get_by_role("button", name="Take it").click()
    page.get_by_role("button", name="No answer").click()
    page.locator("#note-client").fill("rang twice, the line is noisy")
    page.locator("details.step[open] form[data-note] button").last.click()
    page.get_by_text(f"{reference} comes to the top of the list").wait_for()
    page.goto(f"{url}/desk/referrals/{reference}")
    history = page.locator("body").text_content() or ""
    assert "rang twice, the line is noisy" in history
    assert page.locator("#note-client").input_value() == ""


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 800)])
def test_the_next_step_stands_above_the_fold(
    browser: Browser, desk: Flask, url: str, width: int, height: int
) -> None:
    reference = ask(desk, f"web-fold-{width}", needs=["home_repair"])
    context = browser.new_context(viewport={"width": width, "height": height})
    page = signed_in(context, url, "ana", f"/desk/referrals/{reference}")
    button = page.get_by_role("button", name="Take it", exact=True)
    assert button.bounding_box()["y"] + 48 <= height  # type: ignore[index]
    button.click()
    page.get_by_text("Now call the person.").wait_for()
    call = page.locator(".step.now").get_by_role("link", name="937-555-0142")
    top = call.bounding_box()["y"]  # type: ignore[index]
    assert 0 <= top <= height - 48
    context.close()


def test_the_session_ends_in_the_middle_of_a_note_and_nothing_is_lost(
    page: Page, desk: Flask, url: str
) -> None:
    reference = ask(desk, "web-note-12345", needs=["legal_help"])
    page.goto(f"{url}/desk/referrals/{reference}")
    page.get_by_role("button", name="Take it", exact=True).click()
    page.locator("#note-client").fill("A long talk that nobody wants to type twice.")
    page.locator("#text").fill("I will call at three.")
    Staff(referrals_of(desk)).end_sessions("ana")
    page.get_by_role("button", name="I talked with Ann").click()
    page.get_by_text("What you typed is kept").wait_for()
    picture(page, "session-ended")
    page.get_by_label("Name").fill("ana")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_text(f"{reference}: taken").wait_for()
    note = page.locator("#note-client")
    assert note.input_value() == "A long talk that nobody wants to type twice."
    assert page.locator("#text").input_value() == "I will call at three."
    page.get_by_role("button", name="I talked with Ann").click()
    page.locator(
        "#history ~ ol", has_text="A long talk that nobody wants to type twice."
    ).wait_for()
    assert note.input_value() == ""
    assert page.locator("#text").input_value() == "I will call at three."


def test_the_slower_of_two_coordinators_keeps_what_was_typed(
    browser: Browser, page: Page, desk: Flask, url: str
) -> None:
    reference = ask(desk, "web-race-12345", needs=["respite"])
    context = browser.new_context()
    other = signed_in(context, url, "bob", f"/desk/referrals/{reference}")
    other.get_by_text("Something else").click()
    other.locator("#other-note").fill("Bob has called already.")
    page.goto(f"{url}/desk/referrals/{reference}")
    page.get_by_role("button", name="Take it", exact=True).click()
    page.get_by_text("With you").wait_for()
    other.get_by_text("Somebody changed this referral").wait_for(timeout=15_000)
    other.get_by_role("button", name="The person does not want it").click()
    other.get_by_role("alert").filter(has_text="Somebody else changed").wait_for()
    assert other.locator("#other-note").input_value() == "Bob has called already."
    context.close()


def test_news_come_without_a_reload_and_a_crisis_changes_the_title(
    page: Page, desk: Flask, url: str
) -> None:
    page.goto(f"{url}/desk")
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Your account").or_(page.get_by_role("link", name="ana")).focus()
    page.wait_for_timeout(4500)
    reference = ask(desk, "web-news-12345", needs=["fraud_scams"])
    page.get_by_role("link", name=reference).wait_for(timeout=15_000)
    conversation = text_conversation(desk, "+19375550155")
    desk.extensions["porchlight"].turns.take(conversation, "sms", "i want to die")
    page.get_by_text("Urgent: Crisis").wait_for(timeout=15_000)
    page.wait_for_function("() => document.title.includes('urgent')", timeout=15_000)
    assert page.evaluate("window.stayed") is True
    assert page.get_by_role("link", name="Call 937-555-0155").is_visible()
    picture(page, "queue")
    page.goto(f"{url}/desk/account")
    page.get_by_text("urgent item").first.wait_for(timeout=15_000)


def test_a_conversation_is_taken_over_and_handed_back(page: Page, desk: Flask, url: str) -> None:
    reference = ask(desk, "web-talk-12345", needs=["tech_help"])
    page.goto(f"{url}/desk/referrals/{reference}")
    page.locator("#text").fill("Hello, I am Ana.")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("You are writing with them").wait_for()
    desk.extensions["porchlight"].turns.take("web-talk-12345", "web", "oh good, hello")
    page.get_by_text("oh good, hello").wait_for(timeout=15_000)
    picture(page, "talk")
    page.get_by_role("button", name="let Porchlight answer again").click()
    page.get_by_text("You are writing with them").wait_for(state="hidden")
    assert desk.extensions["porchlight"].turns.take("web-talk-12345", "web", "need a ride").messages


def test_hostile_words_run_no_script(page: Page, desk: Flask, url: str) -> None:
    page.on("dialog", lambda _: pytest.fail("a script ran"))
    reference = ask(
        desk, "web-evil-12345", needs=["jobs"], name=HOSTILE, note='"><img src=x onerror=alert(1)>'
    )
    referrals_of(desk).note_message("web-evil-12345", "client", HOSTILE)
    page.goto(f"{url}/desk/referrals/{reference}")
    page.wait_for_timeout(4500)
    page.goto(f"{url}/desk")
    page.wait_for_timeout(4500)


def test_everything_is_reached_with_the_keyboard(page: Page, desk: Flask, url: str) -> None:
    reference = ask(desk, "web-keys-12345", needs=["veterans"])
    page.goto(f"{url}/desk/referrals/{reference}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the page"
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Take it":
            break
    page.keyboard.press("Enter")
    page.get_by_text("With you").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, desk: Flask, url: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = signed_in(context, url, "lea")
    reference = ask(desk, text_conversation(desk, "+19375550166"), needs=["medicaid"], urgent=True)
    referrals_of(desk).raise_item("tell_agency", None, "R-4F7K", urgent=True)
    base = f"/desk/referrals/{reference}"
    paths = ["/desk", "/desk?show=closed", base, f"{base}?problem=x", f"{base}/print", f"{base}/who-looked",
             "/desk/measures", "/desk/account", "/desk/people", "/desk/audit", "/desk/referrals/R-0000"]  # fmt: skip
    for path in paths:
        page.goto(url + path)
        assert_accessible(page)
        picture(page, f"{scheme}{path.replace('/', '-').split('?')[0]}".replace(reference, "R"))
    context.close()
    fresh = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = fresh.new_page()
    for path in ("/desk/sign-in?ended=1", "/handoff/unknown"):
        page.goto(url + path)
        assert_accessible(page)
    fresh.close()


@pytest.mark.parametrize("path", ["/desk", "/desk/referrals/{}", "/desk/measures", "/desk/people"])
def test_nothing_is_cut_off_on_a_phone(browser: Browser, desk: Flask, url: str, path: str) -> None:
    reference = ask(desk, "web-small-12345", needs=["dementia_support"])
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = signed_in(context, url, "lea", path.format(reference))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    picture(page, f"phone{path.replace('/', '-').replace('-{}', '-R')}")
    context.close()
