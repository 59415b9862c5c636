"""Pictures for the README, from a running Porchlight: tools/screenshots.py http://127.0.0.1:8000"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"


def main() -> int:
    """Exit status 2 with one sentence when no address is given or there is no browser."""
    program = shutil.which("chromium")
    if len(sys.argv) != 2 or program is None:
        sys.stderr.write("Give the address of a running Porchlight; chromium must be installed.\n")
        return 2
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for name, width, scheme, language in (
            ("chat-phone", 390, "light", "en"),
            ("chat-phone-dark-es", 390, "dark", "es"),
            ("chat-desktop", 1100, "light", "en"),
        ):
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme
            )  # type: ignore[arg-type]
            page = context.new_page()
            page.goto(f"{sys.argv[1]}/?lang={language}")
            page.locator("#text").fill(
                "necesito transporte a dialisis 45402"
                if language == "es"
                else "need a ride to dialysis 45402"
            )
            page.locator("#send").click()
            page.locator(".card").first.wait_for()
            page.wait_for_timeout(400)
            page.screenshot(path=IMAGES / f"{name}.png")
            context.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
