"""Clients and browsers that have signed in as someone of the small world (``tests.world``)."""

from urllib.parse import urlsplit

from django.test import Client
from playwright.sync_api import Browser, Page, ViewportSize

from tests.world import World


def client_as(world: World, username: str = "") -> Client:
    """A client that has signed in as a person; as nobody without a name. An error of ours is an answer, as in service."""
    client = Client(raise_request_exception=False, headers={"host": "127.0.0.1"})
    if username:
        client.force_login(world.people[username])
    return client


def page_as(
    browser: Browser, address: str, world: World, username: str = "", viewport: ViewportSize | None = None
) -> Page:
    """A page of a browser of its own (close its ``context`` in the end) that has signed in as a person. ``address``: of
    the server. Scripts' errors and refusals of the content policy are gathered by the test that cares."""
    opened = browser.new_context(base_url=address, locale="ja-JP", viewport=viewport)
    if username:
        cookie = client_as(world, username).cookies["sessionid"].value
        opened.add_cookies(
            [{"name": "sessionid", "value": cookie, "domain": urlsplit(address).hostname or "", "path": "/"}]
        )
    return opened.new_page()
