"""Sessions at work on a server: each opens a page every few seconds and saves every minute, and every answer is timed.

The times are those that a browser beside the server sees: from the request's first byte to the answer's last.
"""

import http.client
import json
import threading
import time
import urllib.parse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

#: Of a hundred pages so many are of each kind.
PAGES = {"sheet": 60, "list": 25, "findings": 15}
SECONDS_A_PAGE = 5.0
SECONDS_A_SAVE = 60.0


@dataclass
class Times:
    """Milliseconds by kind of answer, and what was not answered as it should have been."""

    of: dict[str, list[float]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def add(self, kind: str, milliseconds: float) -> None:
        """One more answer."""
        self.of.setdefault(kind, []).append(milliseconds)

    def quantile(self, kind: str, share: float) -> float:
        """The time within which that share of the answers came; zero where there was none."""
        ordered = sorted(self.of.get(kind, [0.0]))
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


@dataclass
class Session(threading.Thread):
    """One person with a browser: between two pages its connection has ended. ``saves``: whether a sheet of its own is
    saved as well."""

    port: int
    cookie: str
    slugs: Sequence[str]
    own: str
    random: Random
    until: float
    counted_from: float
    times: Times
    saves: bool = True

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    # a thread is itself, whatever its fields hold
    __hash__ = threading.Thread.__hash__

    def run(self) -> None:
        """Work until the end, starting at a moment of one's own."""
        now = time.monotonic()
        page = now + self.random.uniform(0, SECONDS_A_PAGE)
        save = now + self.random.uniform(0, SECONDS_A_SAVE) if self.saves else float("inf")
        door = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while (coming := min(page, save)) < self.until:
            time.sleep(max(0.0, coming - time.monotonic()))
            try:
                if save <= page:
                    self._save(door)
                    save += SECONDS_A_SAVE
                else:
                    self._open(door)
                    page += SECONDS_A_PAGE
            except (OSError, http.client.HTTPException) as error:
                self.times.failed.append(repr(error))
                page, save = page + SECONDS_A_PAGE, save + SECONDS_A_SAVE
            door.close()

    def _open(self, door: http.client.HTTPConnection) -> None:
        kind = self.random.choices(list(PAGES), list(PAGES.values()))[0]
        slug = self.random.choice(self.slugs)
        addresses = {"sheet": f"/sheets/{slug}/", "list": "/", "findings": f"/sheets/{slug}/findings/"}
        self._ask(door, kind, "GET", addresses[kind])

    def _save(self, door: http.client.HTTPConnection) -> None:
        address = f"/soak/{self.own}"
        started_from = json.loads(self._ask(door, "", "GET", address))["version"]
        text = f"保存 {self.random.random()}"
        self._ask(door, "save", "POST", address, {"started_from": str(started_from), "text": text})

    def _ask(
        self,
        door: http.client.HTTPConnection,
        kind: str,
        method: str,
        address: str,
        form: Mapping[str, str] | None = None,
    ) -> bytes:
        headers = {"Cookie": f"sessionid={self.cookie}"}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        start = time.monotonic()
        door.request(method, address, urllib.parse.urlencode(form) if form else None, headers)
        answer = door.getresponse()
        data = answer.read()
        taken = (time.monotonic() - start) * 1000
        if answer.status != http.HTTPStatus.OK:
            self.times.failed.append(f"{answer.status} {method} {address}")
        elif kind and start >= self.counted_from:
            self.times.add(kind, taken)
        return data


def open_all(port: int, cookie: str, slugs: Sequence[str], times: int = 4) -> None:
    """The warm-up: every sheet opened a few times, so that each worker has seen it."""
    door = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for _ in range(times):
        for slug in slugs:
            door.request("GET", f"/sheets/{slug}/", headers={"Cookie": f"sessionid={cookie}"})
            door.getresponse().read()
            door.close()


def work(
    port: int, cookies: Sequence[str], slugs: Sequence[str], seconds: float, warm_up: float, *, saves: bool = True
) -> Times:
    """Everyone at work for so many seconds after the warm-up. Each person saves a sheet of its own."""
    begun, times = time.monotonic(), Times()
    sessions = [
        Session(
            port=port,
            cookie=cookie,
            slugs=slugs,
            own=slugs[n % len(slugs)],
            random=Random(n),
            until=begun + warm_up + seconds,
            counted_from=begun + warm_up,
            times=times,
            saves=saves,
        )
        for n, cookie in enumerate(cookies)
    ]
    for session in sessions:
        session.start()
    for session in sessions:
        session.join()
    return times
