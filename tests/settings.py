"""Settings of the tests: the office's own, on a database of the tests, with passwords that are quick to check.

``MONOSASHI_TEST_DATABASE``: the address of a PostgreSQL server's database to use instead of SQLite.
"""

import os
import tempfile
from pathlib import Path

# Playwright runs a loop in the thread of the tests, and there is none in service
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
os.environ["MONOSASHI_FOLDER"] = tempfile.mkdtemp(prefix="monosashi-tests-")
os.environ["DATABASE_URL"] = os.environ.get("MONOSASHI_TEST_DATABASE", "")
if not os.environ["DATABASE_URL"]:
    del os.environ["DATABASE_URL"]

from monosashi.web.settings import *  # noqa: F403
from monosashi.web.settings import DATABASES, FOLDER

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # a file, as in service: a database in memory knows no write-ahead log
    DATABASES["default"]["TEST"] = {"NAME": str(Path(FOLDER) / "test.sqlite3")}
