"""Keeping: the office's hand on the store. Who asks, who may, what they may see, and how a version is saved."""

from monosashi.office.keeping.actor import PUBLIC, Actor, actor_of, person_of
from monosashi.office.keeping.saving import SavedMeanwhile, Whose, begin, save
from monosashi.office.keeping.shelf import Shelf
from monosashi.office.keeping.who_may import Thing, may, require, require_role, rules, thing_of, within

__all__ = [
    "PUBLIC",
    "Actor",
    "SavedMeanwhile",
    "Shelf",
    "Thing",
    "Whose",
    "actor_of",
    "begin",
    "may",
    "person_of",
    "require",
    "require_role",
    "rules",
    "save",
    "thing_of",
    "within",
]
