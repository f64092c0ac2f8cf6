"""The app: its name in the database, and the checks at start."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The store's tables bear the prefix ``store_``."""

    name = "monosashi.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
