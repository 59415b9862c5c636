"""Leaving the chat at once where somebody at home may be the danger."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walks import ask, open_chat

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]


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
