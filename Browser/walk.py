"""One visitor's way through the pages: what every page must hold, and its pictures."""

import os
import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

PICTURES = os.environ.get("DILIGENCE_SCREENSHOTS")
# name, width, height, colour scheme
FORMS = [
    ("light", 1280, 900, "light"),
    ("dark", 1280, 900, "dark"),
    ("narrow", 320, 720, "light"),
    ("wide", 1920, 1080, "light"),
]
GRAVE = {"serious", "critical"}
# Contrast, which takes axe most of its time, is the same on a narrow page; dark changes nothing else.
CONTRAST = "color-contrast"
RULES = {
    "light": {},
    "dark": {"runOnly": {"type": "rule", "values": [CONTRAST]}},
    "narrow": {"rules": {CONTRAST: {"enabled": False}}},
}
ASKED = {"resultTypes": ["violations"]}


class Walk:
    def __init__(self, page, name, has_script=True):
        self.page = page
        self.name = name
        self.has_script = has_script
        self.count = 0
        self.complaints = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)
        page.on("response", self._receive)

    def _hear(self, message):
        # A refused form is answered 422, which the browser notes; the page itself says why.
        if message.type == "error" and "status of 422" not in message.text:
            self.complaints.append(f"{message.text} ({message.location.get('url')})")

    def _receive(self, response):
        if response.status >= 500:
            self.complaints.append(f"{response.status} {response.url}")

    def to(self, path):
        self.page.goto(path)
        return self

    def look(self, title):
        """Checks the page as it stands, and pictures it when pictures are wanted."""
        self.count += 1
        assert self.page.locator("h1").count() == 1, f"{title}: one h1, {self.page.url}"
        twice = self.page.evaluate(
            "() => [...document.querySelectorAll('[id]')].map(each => each.id)"
            ".filter((id, at, all) => all.indexOf(id) < at)"
        )
        assert twice == [], f"{title}: the same id twice, {self.page.url}"
        # Markup that was written as text.
        shown = re.findall(r"</[a-z]+>", self.page.locator("body").inner_text())
        assert shown == [], f"{title}, {self.page.url}"
        for name, width, height, scheme in FORMS:
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.emulate_media(color_scheme=scheme)
            self._fits(title, width)
            if self.has_script and name in RULES:
                self._is_accessible(f"{title}, {name}", RULES[name])
            self._picture(f"{self.count:02}-{title}-{name}")
        self.page.set_viewport_size({"width": 1280, "height": 900})
        self.page.emulate_media(color_scheme="light")
        return self

    def _fits(self, title, width):
        """Nothing but a table's own scroller may be wider than the screen."""
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{title}: {wide} pixels wide on a screen of {width}"

    def _is_accessible(self, title, rules):
        found = Axe().run(self.page, options=rules | ASKED).response["violations"]
        grave = [
            f"{each['id']} ({each['impact']}): {each['help']}: {node['html'][:160]}"
            for each in found
            if each["impact"] in GRAVE
            for node in each["nodes"]
        ]
        assert grave == [], f"{title}, {self.page.url}"

    def _picture(self, name):
        if PICTURES:
            folder = Path(PICTURES) / self.name
            folder.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=folder / f"{name}.png", full_page=True, caret="initial")
