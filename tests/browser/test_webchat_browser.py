"""The chat in a real Chromium, behind a stand-in for Rasa."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from gateway.app import create_app
from gateway.dialogue import BotMessage
from tests.conftest import make_settings
from tests.support.bot import RIDE, ScriptedDialogue, services_message

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
CHOICES = BotMessage(
    "Which is closest?", ({"label": "rides", "text": "rides"}, {"label": "meals", "text": "meals"})
)


@pytest.fixture(scope="module")
def dialogue() -> ScriptedDialogue:
    return ScriptedDialogue(messages=[services_message(RIDE), CHOICES])


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, dialogue: ScriptedDialogue) -> Iterator[str]:
    app = create_app(make_settings(tmp_path_factory.mktemp("web")), dialogue)  # type: ignore[arg-type]
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("no chromium on this machine: make tools")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def ask(page: Page, words: str) -> None:
    page.get_by_label("Your message").fill(words)
    page.get_by_role("button", name="Send").click()
    page.locator(".card").first.wait_for()


def assert_accessible(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert found == [], [(v["id"], v["nodes"][0]["html"]) for v in found]


def test_a_question_gets_cards_with_a_phone_to_tap(page: Page, url: str) -> None:
    page.goto(url)
    ask(page, "need a ride 45402")
    link = page.get_by_role("link", name="Call 937-555-0142").first
    assert link.get_attribute("href") == "tel:+19375550142"
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 44


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/?lang=es", "/privacy", "/phone", "/embed"])
def test_axe_finds_nothing(browser: Browser, url: str, path: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(url + path)
    assert_accessible(page)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_answers(browser: Browser, url: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(url)
    ask(page, "need a ride")
    assert_accessible(page)
    context.close()


def test_nothing_is_cut_off_at_320_pixels(browser: Browser, url: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 256})
    page = context.new_page()
    page.goto(url)
    ask(page, "need a ride")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_the_conversation_is_there_after_a_reload(page: Page, url: str) -> None:
    page.goto(url)
    ask(page, "need a ride")
    page.reload()
    assert page.locator(".card").count() >= 1
    assert page.get_by_text("need a ride").first.is_visible()


def test_a_lost_line_loses_nothing_that_was_typed(page: Page, url: str) -> None:
    page.goto(url)
    page.context.set_offline(True)
    page.get_by_label("Your message").fill("need a ride")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("No connection").wait_for()
    page.context.set_offline(False)
    page.locator(".card").first.wait_for(timeout=20_000)


def test_everything_can_be_done_with_the_keyboard(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_label("Your message").focus()
    page.keyboard.type("need a ride")
    page.keyboard.press("Enter")
    page.locator(".card").first.wait_for()


def test_it_works_without_script_as_well(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(url)
    page.get_by_label("Your message").fill("need a ride 45402")
    page.get_by_role("button", name="Send").click()
    assert "937-555-0142" in page.content()
    context.close()


def test_a_hostile_message_stays_text(page: Page, url: str) -> None:
    page.goto(url)
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    ask(page, "<img src=x onerror=alert(1)>")
    assert page.get_by_text("<img src=x").first.is_visible()


def test_the_first_view_is_light_and_asks_nobody_else(page: Page, url: str) -> None:
    sizes: list[int] = []
    hosts: set[str] = set()

    def note(response) -> None:  # type: ignore[no-untyped-def]
        hosts.add(response.url.split("/")[2])
        sizes.append(len(response.body()))

    page.on("response", note)
    page.goto(url)
    page.wait_for_load_state("networkidle")
    assert sum(sizes) < 60_000
    assert hosts == {url.split("/")[2]}


def test_it_can_be_embedded_in_a_page_with_a_strict_policy(browser: Browser, url: str) -> None:
    def county(_environ: object, start) -> list[bytes]:  # type: ignore[no-untyped-def]
        policy = f"default-src 'none'; script-src {url}; frame-src {url}"
        start("200 OK", [("Content-Type", "text/html"), ("Content-Security-Policy", policy)])
        page = f'<html lang="en"><h1>County</h1><script src="{url}/widget.js"></script></html>'
        return [page.encode()]

    server = make_server("127.0.0.1", 0, county, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    frame = page.frame_locator("iframe")
    frame.get_by_label("Your message").wait_for(timeout=10_000)
    context.close()
    server.shutdown()
