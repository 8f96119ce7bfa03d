"""A visitor who has a keyboard and nothing else: no click, no field filled from outside."""

import re

# Tabs after which a page is said not to let the keyboard through.
MOST = 300


class Keyboard:
    def __init__(self, page):
        self.page = page

    def reach(self, target):
        """Goes on by Tab until the focus is there."""
        target.wait_for()
        for _ in range(MOST):
            self.page.keyboard.press("Tab")
            if target.evaluate("each => each === document.activeElement"):
                return
        raise AssertionError(f"not reached by {MOST} tabs on {self.page.url}: {target}")

    def follow(self, target):
        """A link, or a button that leads to a page."""
        self.reach(target)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def link(self, name):
        self.follow(self.page.get_by_role("link", name=name).first)

    def press(self, name):
        """A button that leads to a page."""
        self.follow(self._button(name))

    def send(self, name):
        """A button whose act renews the page where it stands: one goes on from where it begins."""
        self.reach(self._button(name))
        self.page.keyboard.press("Enter")
        self.page.locator("#contenu:focus").wait_for()

    def _button(self, name):
        return self.page.get_by_role("button", name=re.compile(f"^{name}")).first

    def unfold(self, words):
        self.reach(self.page.locator("summary", has_text=words).first)
        self.page.keyboard.press("Enter")

    def fill(self, selector, text):
        """Long texts come as they are pasted."""
        self.reach(self.page.locator(selector))
        self.page.keyboard.press("Control+a")
        if len(text) > 200:
            self.page.keyboard.insert_text(text)
        else:
            self.page.keyboard.type(text)

    def choose(self, selector, words):
        """A list goes to what begins with the letters that are typed."""
        self.reach(self.page.locator(selector))
        self.page.keyboard.type(words)

    def tick(self, selector):
        self.reach(self.page.locator(selector))
        self.page.keyboard.press("Space")
