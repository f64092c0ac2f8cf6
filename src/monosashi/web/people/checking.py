"""The settings of accounts, checked where Django checks (``monosashi check``)."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from monosashi.office.people.roles import FITS

_HERE = frozenset({"127.0.0.1", "::1", "localhost"})


def connect() -> None:
    """Have the settings checked with all others."""
    register(settings_of_accounts)


def settings_of_accounts(**_: object) -> list[CheckMessage]:
    """What in the environment would leave a door open: a service of signing in that is spoken to in the clear, a role that
    there is not."""
    found: list[CheckMessage] = []
    issuer = urlsplit(settings.OIDC_ISSUER)
    if settings.OIDC_ISSUER and issuer.scheme != "https" and issuer.hostname not in _HERE:
        found.append(
            Error(
                "MONOSASHI_OIDC_ISSUER は https:// で始まるアドレスにしてください。 The issuer must be an https:// address.",
                id="people.E001",
            )
        )
    if settings.OIDC_MATCHES not in {"username", "email"}:
        found.append(
            Error(
                "MONOSASHI_OIDC_MATCHES は username か email です。 It must be username or email.",
                id="people.E002",
            )
        )
    unknown = sorted(settings.REQUIRE_TOTP - {role.value for role in FITS})
    if unknown:
        found.append(
            Error(
                f"MONOSASHI_REQUIRE_TOTP に、ない役割があります：{', '.join(unknown)}。 There are no such roles.",
                id="people.E003",
            )
        )
    return found
