"""People at work: each saves its own sheet again and again over HTTP, and remembers what it was told is saved."""

import http.client
import json
import threading
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass, field

#: Who saves which sheet.
AT_WORK = {"office": "soumu-R4-2", "bureau": "soumu-R4-3", "other-bureau": "soumu-R4-5", "other-office": "env-R4-1"}
_SECONDS_TO_ANSWER = 60.0


@dataclass
class Saver(threading.Thread):
    """One person at one sheet. ``acknowledged``: the texts that were answered as saved, in order; ``tried``: how many
    were sent; ``told``: called with each text that was acknowledged."""

    port: int
    cookie: str
    slug: str
    told: Callable[[str], None] = lambda _text: None
    pause: float = 0.0
    acknowledged: list[str] = field(default_factory=list)
    tried: int = 0
    refused: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)
        self._enough = threading.Event()
        self._started_from = 0

    # a thread is itself, whatever its fields hold
    __hash__ = threading.Thread.__hash__

    def stop(self) -> None:
        """Enough after this one."""
        self._enough.set()

    def run(self) -> None:
        """Save until told that it is enough; what was not answered is tried anew with another text."""
        while not self._enough.is_set():
            try:
                self._save()
            except (OSError, http.client.HTTPException, ValueError):
                self._started_from = 0
            self._enough.wait(self.pause or 0.001)

    def _save(self) -> None:
        if not self._started_from:
            self._started_from = int(self._ask("GET", None)["version"])
        self.tried += 1
        text = f"{self.slug} {self.tried}"
        answer = self._ask("POST", urllib.parse.urlencode({"started_from": self._started_from, "text": text}))
        self._started_from = int(answer["version"])
        self.acknowledged.append(text)
        self.told(text)

    def _ask(self, method: str, body: str | None) -> dict[str, int]:
        door = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_SECONDS_TO_ANSWER)
        headers = {"Cookie": f"sessionid={self.cookie}"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            door.request(method, f"/soak/{self.slug}", body, headers)
            answer = door.getresponse()
            data = answer.read()
            if answer.status != http.HTTPStatus.OK:
                self.refused.append(answer.status)
                raise ValueError(f"{answer.status}: {data[:200]!r}")
            found: dict[str, int] = json.loads(data)
            return found
        finally:
            door.close()
