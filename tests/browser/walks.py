"""Steps that several walks take."""

from __future__ import annotations

from playwright.sync_api import Page


def open_chat(page: Page, url: str, path: str = "/") -> None:
    page.goto(url + path)
    page.locator("html.whole").wait_for()


def ask(page: Page, words: str) -> None:
    """Types and sends, and waits for the end of the answer."""
    before = page.locator(".answer .choices").count()
    page.locator("#text").fill(words)
    page.locator("#send").click()
    page.locator(".answer .choices").nth(before).wait_for()


def save_first(page: Page) -> None:
    page.locator("form.save button").first.click()
    page.locator("a.saved").first.wait_for()


def open_plan(page: Page) -> None:
    page.locator("a.saved").first.click()
    page.wait_for_url("**/plan/*")
    page.locator(".plan .person").first.wait_for()


def width_of(page: Page) -> int:
    """How wide the content really is."""
    return int(page.evaluate("() => document.documentElement.scrollWidth"))
