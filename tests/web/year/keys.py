"""An officer without a mouse: everything is reached by Tab, and at each stop it is seen where one is.

Nothing here clicks, fills or focuses past the keyboard. What is looked at behind the browser's back is only whether the
focus is where it should be, so that a walk that cannot go on says why.
"""

import re
from dataclasses import dataclass
from typing import TypedDict

from playwright.sync_api import FilePayload, Page

#: No stop of a page is further from the one before than so many presses of Tab.
MOST_TABS = 320
#: Of the element that has the focus: whether it is of a selector, whether a person sees that it has it (WCAG 2.4.7), and
#: whether any of it is in sight and not under something else (WCAG 2.4.11).
_HERE = """(selector) => {
  const here = document.activeElement;
  if (!here || here === document.body) return { there: false, ring: true, sight: true, name: "" };
  const style = getComputedStyle(here), frame = here.querySelector?.(".frame");
  const line = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  const ring = line || style.boxShadow !== "none" || (frame && parseFloat(getComputedStyle(frame).strokeWidth) > 2);
  const rects = [...here.getClientRects()].filter((one) => one.width > 0 && one.height > 0);
  const sight = rects.some((rect) => {
    const [left, right] = [Math.max(rect.left, 0), Math.min(rect.right, innerWidth)];
    const [top, bottom] = [Math.max(rect.top, 0), Math.min(rect.bottom, innerHeight)];
    if (right - left < 1 || bottom - top < 1) return false;
    const across = [0.1, 0.5, 0.9].map((part) => left + (right - left) * part);
    const down = [0.1, 0.5, 0.9].map((part) => top + (bottom - top) * part);
    return across.some((x) => down.some((y) => {
      const found = document.elementFromPoint(x, y);
      return found && (here.contains(found) || found.contains(here));
    }));
  });
  const name = `${here.tagName.toLowerCase()}#${here.id}.${here.getAttribute("class") ?? ""} ${(here.textContent ?? "").trim().slice(0, 40)}`;
  return { there: here.matches(selector), ring: Boolean(ring), sight, name };
}"""


class Here(TypedDict):
    """Where the focus is."""

    there: bool
    ring: bool
    sight: bool
    name: str


@dataclass
class Keys:
    """A browser's page, used by keys alone. ``most``: the most presses of Tab from one stop to the next so far."""

    page: Page
    most: int = 0

    def open(self, address: str) -> None:
        """Type an address above the page."""
        self.page.goto(address)
        self.page.wait_for_load_state()

    def reach(self, selector: str, back: bool = False) -> None:
        """Tab on until the focus is on it. Fails where it is not reached, or where the focus is lost from sight."""
        assert self.page.locator(selector).count(), f"{selector} is not on {self.page.url}"
        for presses in range(MOST_TABS + 1):
            here: Here = self.page.evaluate(_HERE, selector)
            if presses:
                assert here["ring"], f"{self.page.url}: nobody sees the focus on {here['name']}"
                assert here["sight"], f"{self.page.url}: the focus is out of sight on {here['name']}"
            if here["there"]:
                self.most = max(self.most, presses)
                return
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"{selector} is not reached by Tab on {self.page.url}")

    def press(self, key: str) -> None:
        """Press a key where the focus is."""
        self.page.keyboard.press(key)

    def go(self, key: str = "Enter") -> None:
        """Press a key that leads to another page, and wait for it."""
        with self.page.expect_navigation():
            self.press(key)
        self.page.wait_for_load_state()

    def follow(self, selector: str, key: str = "Enter") -> None:
        """Reach a link or a button and press it."""
        self.reach(selector)
        self.go(key)

    def write(self, selector: str, text: str) -> None:
        """Reach a field and write over what it holds."""
        self.reach(selector)
        self.press("Control+a")
        self.page.keyboard.type(text)

    def choose(self, selector: str, value: str | None = None) -> None:
        """Reach a choice and go down to a value, or to the first that is one."""
        self.reach(selector)
        for _ in range(self.page.locator(f"{selector} option").count()):
            self.press("ArrowDown")
            if self._value() and value in (None, self._value()):
                return
        raise AssertionError(f"{selector} does not offer {value}")

    def choose_radio(self, group: str, value: str) -> None:
        """Reach a group of radio buttons and move to the one of a value."""
        self.reach(f"input[type=radio][name='{group}']")
        self.press("Space")
        for _ in range(self.page.locator(f"input[type=radio][name='{group}']").count()):
            if self._value() == value:
                return
            self.press("ArrowDown")
        raise AssertionError(f"{group} does not offer {value}")

    def date(self, selector: str, day: str) -> None:
        """Reach a field of a day and type it, in whichever order this browser asks for year, month and day."""
        year, month, day_of_month = day.split("-")
        self.reach(selector)
        for order in ((month, day_of_month, year), (year.zfill(6), month, day_of_month)):
            for part in order:
                self.page.keyboard.type(part)
            if self._value() == day:
                return
            for _ in order:
                self.press("ArrowLeft")
        raise AssertionError(f"{selector} does not take {day}")

    def files(self, selector: str, file: FilePayload) -> None:
        """Reach a field of files; what the window of the system gives back is put in its place."""
        self.reach(selector)
        self.page.locator(selector).set_input_files(file)

    def address(self) -> str:
        """The page's address, without what was asked of it."""
        return re.sub(r"[?#].*", "", self.page.url)

    def _value(self) -> str:
        return str(self.page.evaluate("document.activeElement.value"))
