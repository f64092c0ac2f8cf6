"""The API with all its operations."""

from monosashi.web.api import collecting, operations, registers
from monosashi.web.api.service import api

#: The modules whose operations belong to it, by name.
MODULES = (operations.__name__, collecting.__name__, registers.__name__)

__all__ = ["MODULES", "api"]
