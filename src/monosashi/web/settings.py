"""Django's settings. Everything that differs from office to office comes from the environment (docs/operations.md).

A viewer (``monosashi serve``) shows a folder and touches neither database nor session; the office
(``monosashi office``) keeps everything in the database named here.
"""

import os
from pathlib import Path

import dj_database_url

from monosashi.office.database import SQLITE_PRAGMAS
from monosashi.office.pages import static_folder
from monosashi.office.places import default_folder
from monosashi.web.account_settings import *  # noqa: F403  the settings of accounts, in a module of their own
from monosashi.web.log_settings import *  # noqa: F403  what the server tells, in a module of its own
from monosashi.web.mail_settings import *  # noqa: F403  the settings of mail
from monosashi.web.secret import secret_key

DEBUG = False
#: Where the office keeps its database, if it is SQLite, and its secret key.
FOLDER = default_folder()
SECRET_KEY = secret_key(FOLDER)
HTTPS = os.environ.get("MONOSASHI_HTTPS") == "1"
ALLOWED_HOSTS = [
    "localhost",
    "127.0.0.1",
    "[::1]",
    *(host.strip() for host in os.environ.get("MONOSASHI_HOSTS", "").split(",") if host.strip()),
]
ROOT_URLCONF = "monosashi.web.urls"
INSTALLED_APPS = [
    "monosashi.store",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    *ACCOUNT_APPS,  # noqa: F405
]
AUTH_USER_MODEL = "store.Person"
MIDDLEWARE = [
    "monosashi.web.operations.request_log.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "monosashi.web.policy.PolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "monosashi.web.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "monosashi.web.asking.ViewerMiddleware",
    *ACCOUNT_MIDDLEWARE,  # noqa: F405
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "monosashi.web.unavailable.UnavailableMiddleware",
    "monosashi.web.errors.SentenceMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {
            "environment": "monosashi.web.templating.page_environment",
            "context_processors": ["monosashi.web.templating.page"],
        },
    },
    {
        # for what the packages of accounts bring and no page of ours replaces
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]
DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{FOLDER / 'monosashi.sqlite3'}", conn_max_age=60, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "init_command": SQLITE_PRAGMAS}
else:
    # nobody waits for another's lock, or for a server that does not answer, longer than SQLite lets one wait
    DATABASES["default"].setdefault("OPTIONS", {}).update(connect_timeout=10, options="-c lock_timeout=20s")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "ja"
LANGUAGES = [("ja", "日本語"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Tokyo"

STATIC_URL = "/static/"
STATICFILES_DIRS = [static_folder(), Path(__file__).parent / "static"]
WHITENOISE_USE_FINDERS = True
#: A day: the address of the style carries its fingerprint, so a new one is fetched at once.
WHITENOISE_MAX_AGE = 86400

#: Only a form on a page of ours may be sent here; the cookies are for the server alone.
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "monosashi.web.errors.not_our_form"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
#: An officer's day; closed at the latest when the browser is.
SESSION_COOKIE_AGE = int(os.environ.get("MONOSASHI_SESSION_HOURS", "10")) * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
#: A session in which nothing is asked for so long has ended.
IDLE_MINUTES = int(os.environ.get("MONOSASHI_IDLE_MINUTES", "60"))
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

#: No upload of an office's documents is larger; what one file may hold is decided by the reader's limits.
DATA_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
#: A year's sheets of a ministry, put in at once.
DATA_UPLOAD_MAX_NUMBER_FILES = 1000
