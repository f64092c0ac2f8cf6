"""Settings of accounts: how one signs in. What differs from office to office comes from the environment."""

import os

HTTPS = os.environ.get("MONOSASHI_HTTPS") == "1"

ACCOUNT_APPS = ["allauth", "allauth.account", "allauth.mfa", "allauth.usersessions"]
ACCOUNT_MIDDLEWARE = ["allauth.account.middleware.AccountMiddleware"]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"

#: A user name or a second factor that failed so often, or an address, is not heard for some minutes.
TRIES_OF_A_NAME = int(os.environ.get("MONOSASHI_TRIES_OF_A_NAME", "5"))
TRIES_OF_AN_ADDRESS = int(os.environ.get("MONOSASHI_TRIES_OF_AN_ADDRESS", "50"))
LOCKED_MINUTES = int(os.environ.get("MONOSASHI_LOCKED_MINUTES", "15"))

#: How long a one-time password given by the keeper may be used.
GIVEN_PASSWORD_DAYS = int(os.environ.get("MONOSASHI_GIVEN_PASSWORD_DAYS", "7"))
