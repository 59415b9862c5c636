"""Pictures from a running Porchlight.

tools/screenshots.py ADDRESS          the pictures of the README, into docs/images
tools/screenshots.py ADDRESS FOLDER   every state, on a phone and a desk, light and dark, to look at
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
SIZES = {"phone": (390, 844), "desktop": (1100, 900)}
ASKED = {
    "en": "My mom in Yuba City, California can't drive anymore. She needs rides and help at home.",
    "es": "Mi mamá en McAllen, Texas necesita transporte y comidas a domicilio",
}


def first(page: Page, _language: str) -> None:
    """The first view."""


def places(page: Page, _language: str) -> None:
    """Completing a place."""
    page.locator("#place").press_sequentially("yuba", delay=30)
    page.get_by_role("option").first.wait_for()


def answer(page: Page, language: str) -> None:
    """An answer with cards."""
    page.locator("#text").fill(ASKED[language])
    page.locator("#send").click()
    page.locator(".card").first.wait_for()
    page.locator("#state:empty").wait_for(state="attached")


def saved(page: Page, language: str) -> None:
    """An answer with two places in the plan."""
    answer(page, language)
    for count in (1, 2):
        page.locator("form.save button").first.click()
        page.locator("a.saved").nth(count - 1).wait_for()


def plan(page: Page, language: str) -> None:
    """The plan."""
    saved(page, language)
    page.locator("a.saved").first.click()
    page.locator(".to-call").first.wait_for()


def crisis(page: Page, _language: str) -> None:
    """Words of danger."""
    page.locator("#text").fill("i want to kill myself")
    page.locator("#send").click()
    page.locator(".crisis").first.wait_for()


def plan_edit(page: Page, language: str) -> None:
    """The plan while a step is added."""
    plan(page, language)
    page.locator("form[action$='/step-add']").evaluate(
        "(form) => { form.closest('details').open = true; }"
    )
    page.locator("form[action$='/step-add']").scroll_into_view_if_needed()


def plan_keep(page: Page, language: str) -> None:
    """Ways to keep the plan."""
    plan(page, language)
    page.locator("#keep").scroll_into_view_if_needed()
    page.evaluate("() => document.getElementById('keep').scrollIntoView()")


def person(page: Page, _language: str) -> None:
    """'A person, please'."""
    page.locator("#person").click()
    page.locator("#person-name").wait_for()


def person_wrong(page: Page, language: str) -> None:
    """The same with errors."""
    person(page, language)
    page.locator(".person-form .main").click()
    page.locator(".person-form .problem").wait_for()


def offline(page: Page, language: str) -> None:
    """The line is gone."""
    page.context.set_offline(True)
    page.locator("#text").fill(ASKED[language])
    page.locator("#send").click()
    page.locator("#state:not(:empty)").wait_for()


def largest(page: Page, language: str) -> None:
    """The largest text."""
    page.locator("#size").click()
    page.locator("#size").click()
    answer(page, language)


def no_plan(page: Page, language: str) -> None:
    """A link that opens nothing."""
    page.goto(page.url.split("?")[0] + f"plan/nothing?lang={language}")


States = dict[str, Callable[[Page, str], None]]
STATES: States = {
    step.__name__: step
    for step in (
        first, places, answer, crisis, plan, plan_edit, plan_keep, person, person_wrong, offline, largest, no_plan,
    )
}  # fmt: skip
README: tuple[tuple[str, str, str, str, str], ...] = (
    ("chat-phone", "phone", "light", "en", "answer"),
    ("chat-phone-dark-es", "phone", "dark", "es", "answer"),
    ("chat-desktop", "desktop", "light", "en", "first"),
    ("plan-phone", "phone", "light", "en", "plan"),
    ("plan-desktop", "desktop", "light", "en", "plan"),
)


def take(
    browser: Browser, address: str, path: Path, size: str, scheme: str, language: str, state: str
) -> None:
    """One picture of one state, in a browser that knows nothing of the ones before."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(f"{address}/?lang={language}")
    page.locator("html.whole").wait_for(state="attached")
    STATES[state](page, language)
    page.wait_for_timeout(400)
    page.screenshot(path=path)
    context.close()


def main() -> int:
    """Exit status 2 with one sentence when no address is given or there is no browser."""
    program = shutil.which("chromium")
    if len(sys.argv) not in (2, 3) or program is None:
        sys.stderr.write("Give the address of a running Porchlight; chromium must be installed.\n")
        return 2
    wanted = [(IMAGES / f"{name}.png", *rest) for name, *rest in README]
    if len(sys.argv) == 3:
        wanted = [
            (Path(sys.argv[2]) / f"{state}-{size}-{scheme}.png", size, scheme, language, state)
            for state in STATES
            for size in SIZES
            for scheme, language in (("light", "en"), ("dark", "es"))
        ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for path, *rest in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            take(browser, sys.argv[1], path, *rest)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
