"""Signing in: by user name and password, with a second factor, and what is refused."""

import pytest

from tests.web.signed_in import client_as
from tests.world import PASSWORD, World


def test_smoke(world: World) -> None:
    c = client_as(world)
    a = c.get("/accounts/login/")
    assert a.status_code == 200, a.content.decode()[:3000]
    a = c.post("/accounts/login/", {"login": "office", "password": PASSWORD})
    assert a.status_code == 302, a.content.decode()[:3000]
    for path in ("/accounts/", "/accounts/sessions/", "/tokens/", "/people/", "/organisations/", "/accounts/password/change/", "/accounts/logout/","/people/bureau/","/organisations/soumu-kokusai/", "/accounts/reauthenticate/","/people.csv"):
        a = c.get(path)
        assert a.status_code == 200, (path, a.status_code, a.headers.get("location"), a.content.decode()[-600:])
    c = client_as(world, "keeper")
    for path in ("/people/new/", "/people/many/", "/people/", "/people/office/", "/organisations/","/organisations/soumu-kokusai-1/"):
        a = c.get(path)
        assert a.status_code == 200, (path, a.status_code, a.headers.get("location"))
