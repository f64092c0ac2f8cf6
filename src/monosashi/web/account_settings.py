"""Settings of accounts: how one signs in. What differs from office to office comes from the environment (docs/people.md)."""

import os

_HTTPS = os.environ.get("MONOSASHI_HTTPS") == "1"


def _words(name: str) -> frozenset[str]:
    return frozenset(word.strip() for word in os.environ.get(name, "").split(",") if word.strip())


ACCOUNT_APPS = [
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "monosashi.web.people.apps.PeopleConfig",
]
ACCOUNT_MIDDLEWARE = [
    "allauth.account.middleware.AccountMiddleware",
    "monosashi.web.people.first_things.FirstThingsMiddleware",
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/desk/"
LOGOUT_REDIRECT_URL = "/accounts/login/"
ACCOUNT_ADAPTER = "monosashi.web.people.adapters.AccountAdapter"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGOUT_REDIRECT_URL
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
#: Counted in the store instead (``monosashi.office.people.tries``): told on the page, and unlocked by the keeper.
ACCOUNT_RATE_LIMITS = False
MFA_ADAPTER = "monosashi.web.people.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "monosashi.web.people.code_forms.CodeForm",
    "reauthenticate": "monosashi.web.people.code_forms.CodeAgainForm",
    "activate_totp": "monosashi.web.people.code_forms.FirstCodeForm",
}
MFA_TOTP_ISSUER = "monosashi"
#: A telephone's clock may be half a minute off.
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
#: The roles of which everyone needs a second factor.
REQUIRE_TOTP = _words("MONOSASHI_REQUIRE_TOTP")

#: A user name or a second factor that failed so often, or an address, is not heard for some minutes.
TRIES_OF_A_NAME = int(os.environ.get("MONOSASHI_TRIES_OF_A_NAME", "5"))
TRIES_OF_AN_ADDRESS = int(os.environ.get("MONOSASHI_TRIES_OF_AN_ADDRESS", "50"))
LOCKED_MINUTES = int(os.environ.get("MONOSASHI_LOCKED_MINUTES", "15"))
#: How long a one-time password given by the keeper may be used.
GIVEN_PASSWORD_DAYS = int(os.environ.get("MONOSASHI_GIVEN_PASSWORD_DAYS", "7"))
#: How many proxies of the office's own stand before it: the address that asks is the one that the first of them saw.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("MONOSASHI_PROXIES", "1" if _HTTPS else "0"))

#: Shared by every process that answers: a code that was used is used for all of them.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "store_remembered"},
}

#: The ministry's own service of signing in (OpenID Connect), where there is one.
OIDC_ISSUER = os.environ.get("MONOSASHI_OIDC_ISSUER", "").rstrip("/")
OIDC_NAME = os.environ.get("MONOSASHI_OIDC_NAME", "")
#: The claim that says which account it is, and what of the account it is held against: username or email.
OIDC_CLAIM = os.environ.get("MONOSASHI_OIDC_CLAIM", "preferred_username")
OIDC_MATCHES = os.environ.get("MONOSASHI_OIDC_MATCHES", "username")
SOCIALACCOUNT_ADAPTER = "monosashi.web.people.oidc.MinistryAdapter"
#: Reached by a link: the policy of our pages lets no form lead to another host.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_PROVIDERS = (
    {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "ministry",
                    "name": OIDC_NAME or "OpenID Connect",
                    "client_id": os.environ.get("MONOSASHI_OIDC_CLIENT_ID", ""),
                    "secret": os.environ.get("MONOSASHI_OIDC_SECRET", ""),
                    "settings": {"server_url": OIDC_ISSUER},
                }
            ],
        }
    }
    if OIDC_ISSUER
    else {}
)
