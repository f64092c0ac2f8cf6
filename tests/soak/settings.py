"""Settings of the soaked office: those of service, with tables straight from the models.

``SOAK_SYNCHRONOUS``: what SQLite is told instead of FULL, to show that the harness finds what it must; the refusal of
unsafe settings is then silenced by ``tests.soak.serving``.
"""

import os

from monosashi.web.settings import *  # noqa: F403
from monosashi.web.settings import DATABASES

MIGRATION_MODULES = {"store": None}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if told := os.environ.get("SOAK_SYNCHRONOUS"):
    DATABASES["default"]["OPTIONS"]["init_command"] += f"PRAGMA synchronous={told};"
ROOT_URLCONF = "tests.soak.door"
