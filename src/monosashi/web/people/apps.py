"""The part as Django knows it: what it listens to is connected once everything is loaded."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Signing in and accounts."""

    name = "monosashi.web.people"
    label = "people"

    def ready(self) -> None:
        """Connect what writes the second factor's coming and going into the log, and the check of the settings."""
        from monosashi.web.people import checking, listening  # noqa: PLC0415  the models are not loaded before

        listening.connect()
        checking.connect()
