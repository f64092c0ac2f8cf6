"""Settings of mail, by which bureaus are reminded (docs/collecting.md). Without a server mail is not offered."""

import os

EMAIL_HOST = os.environ.get("MONOSASHI_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("MONOSASHI_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("MONOSASHI_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("MONOSASHI_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("MONOSASHI_SMTP_STARTTLS") == "1"
#: Seconds after which a server that does not answer is given up.
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("MONOSASHI_SMTP_FROM", "monosashi@localhost")
MAIL_OFFERED = bool(EMAIL_HOST)
