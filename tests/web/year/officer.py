"""An officer at a browser: one page signed in as a person, and a picture of each station where pictures are asked for
(``YEAR_PICTURES=folder``)."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.web.signed_in import page_as
from tests.world import World


@dataclass
class Office:
    """A server with its world, where officers work side by side, each at a browser of their own."""

    browser: Browser
    address: str
    world: World
    desks: dict[str, Page] = field(default_factory=dict)
    pictures: int = 0

    def desk(self, username: str = "") -> Page:
        """The page of a person's browser, opened when it is first asked for."""
        if username not in self.desks:
            self.desks[username] = page_as(self.browser, self.address, self.world, username)
        return self.desks[username]

    def picture(self, username: str, name: str) -> None:
        """Keep a picture of what the person sees now, where pictures are asked for."""
        folder = os.environ.get("YEAR_PICTURES")
        if folder:
            self.pictures += 1
            self.desk(username).screenshot(path=Path(folder) / f"{self.pictures:02}-{name}.png", full_page=True)

    def close(self) -> None:
        """Close every browser."""
        for page in self.desks.values():
            page.context.close()


def step(office: Office, username: str, slug: str) -> None:
    """Take the next step of review that is this person's, with whatever button the page offers."""
    page = office.desk(username)
    page.goto(f"/sheets/{slug}/review/")
    page.locator("form.act button[type=submit]").first.click()
    page.wait_for_load_state()


def save_part(office: Office, username: str, slug: str, part: str, at: str, text: str) -> None:
    """Write a text into a field of a part and save."""
    page = office.desk(username)
    page.goto(f"/sheets/{slug}/edit/{part}/")
    write_and_save(page, at, text)


def write_and_save(page: Page, at: str, text: str) -> None:
    """Write a text into the field of a leaf on a page that is open, and save."""
    page.locator(f'form#edit textarea[name$="{at}"]').first.fill(text)
    page.locator("#save").click()
    page.wait_for_load_state()
