"""Chains: the links of all editions put together, so that a project has one identity over the years.

Only what is certain, or what a person has chosen, joins; an ambiguous link waits. The identity's id is that of its oldest
known sheet: it stays while newer editions are added.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from monosashi.model.book import Project
from monosashi.model.identity import Identity, Link, ProjectKey
from monosashi.model.reconciliation import Certainty

_JOINING = frozenset({Certainty.CERTAIN, Certainty.CHOSEN})
_Key = tuple[int, str, str]


def identities(projects: Iterable[Project], links: Iterable[Link]) -> tuple[Identity, ...]:
    """Every project of every edition in exactly one identity, ordered by the oldest sheet."""
    by_key = {_key(project): project for project in projects}
    root = {key: key for key in by_key}
    for link in links:
        earlier = (link.earlier_edition, link.earlier_book.value, link.earlier)
        later = (link.later_edition, link.later_book.value, link.later)
        if link.certainty in _JOINING and earlier in root and later in root:
            first, second = sorted((_root(root, earlier), _root(root, later)))
            root[second] = first
    members: defaultdict[_Key, list[_Key]] = defaultdict(list)
    for key in sorted(by_key):
        members[_root(root, key)].append(key)
    return tuple(_identity([by_key[key] for key in keys]) for _, keys in sorted(members.items()))


def _key(project: Project) -> _Key:
    return project.edition, project.book.value, project.id


def _root(root: dict[_Key, _Key], key: _Key) -> _Key:
    """The oldest project a project is joined to; the way there is shortened for the next that asks."""
    while root[key] != key:
        root[key] = root[root[key]]
        key = root[key]
    return key


def _identity(projects: Sequence[Project]) -> Identity:
    newest = projects[-1]
    return Identity(
        id=projects[0].id,
        name=newest.name,
        ministry=newest.ministry,
        members=tuple(ProjectKey(book=one.book, edition=one.edition, id=one.id) for one in projects),
    )
