"""People at work over HTTP: some save, one puts documents in, some lead a sheet to its release; each remembers what was
answered as done, in the words in which ``tests.soak.truth`` tells what is kept."""

import hashlib
import http.client
import json
import threading
import urllib.parse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

#: Who saves which sheet.
AT_WORK = {"office": "soumu-R4-2", "bureau": "soumu-R4-3", "other-office": "env-R4-1"}
#: The sheet that is released again and again, and who takes the step from each of its states.
RELEASED = "soumu-R4-5"
_STEPS = {
    "draft": ("other-bureau", "step", {"verb": "check_bureau"}),
    "bureau_checked": ("office2", "step", {"verb": "check_office"}),
    "office_checked": ("office", "step", {"verb": "approve"}),
    "approved": ("office2", "release", {"reason": "誤記の訂正", "kind": "erratum"}),
}
#: Where the sheets of ``tests.world`` say what their policy is for in the end.
OUTCOME = "/policy/statements/1/text"
_SECONDS_TO_ANSWER = 60.0
_DONE = (http.HTTPStatus.OK, http.HTTPStatus.SEE_OTHER)
#: A proof of our pages' forms that we draw ourselves, in cookie and form.
_PROOF = "a" * 32


class NotDone(Exception):
    """An answer that what was asked is not done."""


@dataclass
class Worker(threading.Thread):
    """Someone who does one thing again and again until stopped. ``acknowledged``: what was answered as done, in order;
    ``told``: called with each; ``refused``: the last answers that said no."""

    port: int
    cookies: Mapping[str, str]
    told: Callable[[str], None] = lambda _done: None
    acknowledged: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)
        self._enough = threading.Event()

    # a thread is itself, whatever its fields hold
    __hash__ = threading.Thread.__hash__

    def stop(self) -> None:
        """Enough after this one."""
        self._enough.set()

    def run(self) -> None:
        """Act until told that it is enough; whatever was not answered as done is looked at anew."""
        while not self._enough.is_set():
            try:
                self.act()
            except (OSError, http.client.HTTPException):
                self._enough.wait(0.02)
            except NotDone as error:
                self.refused = [*self.refused[-5:], str(error)]
                self._enough.wait(0.02)

    def act(self) -> None:
        """One thing. Raises ``NotDone``, ``OSError`` and ``HTTPException`` where it was not answered as done."""
        raise NotImplementedError

    def done(self, what: str) -> None:
        """Remember that it was answered as done."""
        self.acknowledged.append(what)
        self.told(what)

    def now(self, slug: str) -> tuple[int, str]:
        """The newest version of a sheet, and its state."""
        answer = json.loads(self.ask(next(iter(self.cookies)), "GET", f"/soak/{slug}"))
        return int(answer["version"]), str(answer["state"])

    def save(self, person: str, slug: str, text: str, started_from: int) -> int:
        """Save a text by the form that officers write in; it is remembered. Gives the number of the new version: one more,
        as it is another text than the one before."""
        fields = {"started_from": str(started_from), f"t:{OUTCOME}": text, "act": "", "reason_code": "edited"}
        self.ask(person, "POST", f"/sheets/{slug}/edit/head/", fields, done=(http.HTTPStatus.FOUND,))
        self.done(f"save {text}")
        return started_from + 1

    def ask(
        self,
        person: str,
        method: str,
        address: str,
        fields: Mapping[str, str] | None = None,
        done: Sequence[int] = _DONE,
    ) -> bytes:
        """Ask as a person, with the fields of a form. ``done``: the answers that say that it is done."""
        body = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": _PROOF}) if fields is not None else None
        return self.send(person, method, address, body, "application/x-www-form-urlencoded", done)

    def send(
        self,
        person: str,
        method: str,
        address: str,
        body: str | bytes | None,
        kind: str,
        done: Sequence[int] = _DONE,
    ) -> bytes:
        """Ask as a person, with a body. Raises ``NotDone``."""
        door = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_SECONDS_TO_ANSWER)
        cookie = f"sessionid={self.cookies[person]}; csrftoken={_PROOF}"
        try:
            # as a script of a page asks, so that an answer tells what was done and never leads to the door
            headers = {"Cookie": cookie, "Content-Type": kind, "Accept": "application/json"}
            door.request(method, address, body, headers)
            answer = door.getresponse()
            data = answer.read()
        finally:
            door.close()
        if answer.status not in done:
            raise NotDone(f"{answer.status} {method} {address}")
        return data


class Saver(Worker):
    """One person who saves one sheet again and again."""

    def __init__(self, port: int, cookies: Mapping[str, str], person: str, told: Callable[[str], None]) -> None:
        super().__init__(port, cookies, told)
        self._person, self._slug = person, AT_WORK[person]
        self._started_from, self._tried = 0, 0

    def act(self) -> None:
        """Save from the version that the last save made, or where that is not known, from the newest."""
        started_from, self._started_from = self._started_from or self.now(self._slug)[0], 0
        self._tried += 1
        self._started_from = self.save(self._person, self._slug, f"{self._slug} {self._tried}", started_from)


class Releaser(Worker):
    """Those who lead one sheet from a draft to an edition, and begin again: four people, as four eyes ask."""

    def __init__(self, port: int, cookies: Mapping[str, str], told: Callable[[str], None]) -> None:
        super().__init__(port, cookies, told)
        self._tried = 0

    def act(self) -> None:
        """The next step of the sheet, whatever it is."""
        version, state = self.now(RELEASED)
        if state not in _STEPS:
            self._tried += 1
            self.save("other-division", RELEASED, f"{RELEASED} {self._tried}", version)
            return
        person, end, fields = _STEPS[state]
        self.ask(person, "POST", f"/sheets/{RELEASED}/review/{end}", {**fields, "version": str(version)})
        if end == "release":
            self.done(f"release {RELEASED} {version}")


class Uploader(Worker):
    """Someone who puts in one document after another."""

    def __init__(self, port: int, cookies: Mapping[str, str], told: Callable[[str], None]) -> None:
        super().__init__(port, cookies, told)
        self._tried = 0

    def act(self) -> None:
        """Put in a document of some pages' size, unlike any before."""
        self._tried += 1
        data = f"{self._tried}\n".encode() * 20_000
        edge = "edge-of-a-part"
        head = (
            f'--{edge}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{_PROOF}\r\n'
            f'--{edge}\r\nContent-Disposition: form-data; name="files"; filename="{self._tried}.txt"\r\n'
            "Content-Type: text/plain\r\n\r\n"
        )
        body = head.encode() + data + f"\r\n--{edge}--\r\n".encode()
        answer = self.send("bureau", "POST", "/intake/upload", body, f"multipart/form-data; boundary={edge}")
        if json.loads(answer)["kept"] != 1:
            raise NotDone(answer.decode())
        self.done(f"upload {hashlib.sha256(data).hexdigest()}")


def everyone(
    port: int, cookies: Mapping[str, str], told: Callable[[str], None] = lambda _done: None
) -> Sequence[Worker]:
    """All who work at once."""
    savers = [Saver(port, cookies, person, told) for person in AT_WORK]
    return [*savers, Releaser(port, cookies, told), Uploader(port, cookies, told)]
