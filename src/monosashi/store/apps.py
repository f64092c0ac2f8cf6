"""The app: its name in the database, and the checks at start."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from monosashi.store.safety import refuse_unsafe


class StoreConfig(AppConfig):
    """The store's tables bear the prefix ``store_``."""

    name = "monosashi.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """From now on no connection is opened that may lose what it acknowledges."""
        connection_created.connect(refuse_unsafe, dispatch_uid="monosashi.store.safety")
