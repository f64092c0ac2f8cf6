"""Django's settings. No database, no users: pages that are read, forms whose answer is a file; all they do they do without a script.

From the environment: ``MONOSASHI_SECRET_KEY`` (one is drawn at each start where there is none; nothing here signs
anything that outlives it) and ``MONOSASHI_HOSTS``, the names under which others reach this machine, by comma.
"""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

from monosashi.office.pages import static_folder

DEBUG = False
SECRET_KEY = os.environ.get("MONOSASHI_SECRET_KEY") or get_random_secret_key()
ALLOWED_HOSTS = [
    "localhost",
    "127.0.0.1",
    "[::1]",
    *(host.strip() for host in os.environ.get("MONOSASHI_HOSTS", "").split(",") if host.strip()),
]
ROOT_URLCONF = "monosashi.web.urls"
INSTALLED_APPS = ["django.contrib.staticfiles"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "monosashi.web.policy.PolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "monosashi.web.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
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
    }
]
LANGUAGE_CODE = "ja"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "Asia/Tokyo"

STATIC_URL = "/static/"
STATICFILES_DIRS = [static_folder(), Path(__file__).parent / "static"]
WHITENOISE_USE_FINDERS = True
#: A day: the address of the style carries its fingerprint, so a new one is fetched at once.
WHITENOISE_MAX_AGE = 86400

#: Only a form on a page of ours may be sent here; the cookie is for the server alone.
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "monosashi.web.errors.not_our_form"

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}
