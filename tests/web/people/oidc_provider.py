"""A small provider of OpenID Connect on loopback: it signs in whoever it was told to, by the code flow with PKCE."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

#: Drawn once: to find two primes takes longer than everything else here.
_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)

CLIENT, SECRET = "monosashi-client", "the-client's-secret"


class Provider:
    """What it says of whom signs in (``claims``, with ``sub``), and to whom it says so (``audience``)."""

    def __init__(self) -> None:
        self.claims: dict[str, Any] = {}
        self.audience = CLIENT
        self.address = ""
        self.asked: dict[str, dict[str, str]] = {}

    def configuration(self) -> dict[str, object]:
        """Discovery."""
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "userinfo_endpoint": f"{self.address}/userinfo",
            "jwks_uri": f"{self.address}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self) -> dict[str, object]:
        """The public key by which its tokens are verified."""
        numbers = _KEY.public_key().public_numbers()
        return {"keys": [{"kty": "RSA", "kid": "1", "alg": "RS256", "n": _number(numbers.n), "e": _number(numbers.e)}]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser is sent back to, with a code."""
        code = secrets.token_urlsafe(16)
        self.asked[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, sent: dict[str, str]) -> dict[str, object] | None:
        """The tokens for a code, once; None where the client or the verifier is not the one that asked."""
        asked = self.asked.pop(sent.get("code", ""), None)
        if asked is None or (sent.get("client_id"), sent.get("client_secret")) != (CLIENT, SECRET):
            return None
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        if _base64(digest) != asked["code_challenge"]:
            return None
        now = int(time.time())
        said = {"iss": self.address, "aud": self.audience, "iat": now, "exp": now + 300, **self.claims}
        signed = f"{_part({'alg': 'RS256', 'kid': '1', 'typ': 'JWT'})}.{_part(said)}"
        token = f"{signed}.{_base64(_KEY.sign(signed.encode(), padding.PKCS1v15(), hashes.SHA256()))}"
        return {"access_token": "for-userinfo", "token_type": "Bearer", "expires_in": 300, "id_token": token}


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _number(number: int) -> str:
    return _base64(number.to_bytes((number.bit_length() + 7) // 8, "big"))


def _part(said: dict[str, Any]) -> str:
    return _base64(json.dumps(said).encode())


@contextmanager
def provider() -> Iterator[Provider]:
    """A provider that listens as long as the block goes on."""
    here = Provider()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            if url.path == "/authorize":
                asked = {name: values[0] for name, values in parse_qs(url.query).items()}
                self.send_response(302)
                self.send_header("Location", here.authorize(asked))
                self.end_headers()
                return
            said: dict[str, Callable[[], dict[str, object]]] = {
                "/.well-known/openid-configuration": here.configuration,
                "/keys": here.keys,
                "/userinfo": lambda: dict(here.claims),
            }
            self._say(said[url.path]())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._say(here.token({name: values[0] for name, values in parse_qs(body).items()}))

        def _say(self, said: dict[str, object] | None) -> None:
            self.send_response(200 if said is not None else 400)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(said or {"error": "invalid_grant"}).encode())

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name is the base class's
            """Nothing is logged in a test."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    here.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
