"""Workbooks of a round: one for each bureau (or division) that is asked, with its lines alone."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from monosashi.model import AskedSheet, Noun, RoundPaper
from monosashi.office.collecting.refusals import NoSuchRound
from monosashi.office.collecting.seeing import AskLine, asks_for, round_seen
from monosashi.office.keeping import Actor
from monosashi.publishing.rounds import round_workbook
from monosashi.store.models import Organisation, Round

#: The first date a zip archive can name.
_DATE = (1980, 1, 1, 0, 0, 0)
_NOT_IN_FILE_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_") | {chr(c): "_" for c in range(32)})


class Addressee(Noun):
    """A bureau, or a division of it, with the number of its lines in a round."""

    address: str
    name: str
    is_division: bool
    lines: int


def addressees(lines: Iterable[AskLine]) -> tuple[Addressee, ...]:
    """Who is asked by lines: bureaus, and the divisions below them."""
    found: dict[str, Addressee] = {}
    for line in sorted(lines, key=lambda one: (one.bureau, one.division)):
        for address, name, is_division in (
            (line.bureau, line.bureau_name, False),
            (line.division, f"{line.bureau_name} {line.division_name}", True),
        ):
            if address:
                so_far = found[address].lines if address in found else 0
                found[address] = Addressee(address=address, name=name, is_division=is_division, lines=so_far + 1)
    return tuple(found.values())


def paper_of(actor: Actor, round_id: int, address: str) -> RoundPaper:
    """What a bureau or division is asked in a round; lines that take no more answers are left out. Raises
    ``NoSuchRound``, also for an organisation of which the actor sees nothing."""
    found = round_seen(actor, round_id)
    lines = asks_for(actor, round_id)
    if not any(address in (line.bureau, line.division) for line in lines):
        raise NoSuchRound
    return _paper(found, address, _open_to(address, lines))


def _open_to(address: str, lines: Iterable[AskLine]) -> list[AskLine]:
    """The lines of an organisation that still take an answer."""
    return [line for line in lines if address in (line.bureau, line.division) and not line.closed and not line.gone]


def workbook_of(actor: Actor, round_id: int, address: str) -> tuple[str, bytes]:
    """The workbook of a bureau or division, and its file's name. Raises as ``paper_of``, and ``CannotPublish``."""
    paper = paper_of(actor, round_id, address)
    return file_name(paper), round_workbook(paper)


def workbooks_of(actor: Actor, round_id: int) -> tuple[str, bytes]:
    """The workbooks of every bureau that the actor sees lines of, in one zip. Raises ``NoSuchRound``."""
    found = round_seen(actor, round_id)
    lines = asks_for(actor, round_id)
    addresses = [one.address for one in addressees(lines) if not one.is_division]
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for address in addresses:
            paper = _paper(found, address, _open_to(address, lines))
            info = ZipInfo(file_name(paper), _DATE)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, round_workbook(paper))
    return f"{_safe(found.name)}.zip", out.getvalue()


def file_name(paper: RoundPaper) -> str:
    """What the file is called: the round and whose it is."""
    return f"{_safe(paper.name)}_{_safe(paper.whose_name)}.xlsx"


def _safe(name: str) -> str:
    return name.translate(_NOT_IN_FILE_NAMES).strip(". ")[:80] or "照会"


def _paper(found: Round, address: str, lines: Iterable[AskLine]) -> RoundPaper:
    whose = Organisation.objects.get(address=address)
    by_sheet: dict[str, list[AskLine]] = {}
    for line in lines:
        by_sheet.setdefault(line.slug, []).append(line)
    return RoundPaper(
        key=found.key,
        name=found.name,
        nendo=found.nendo,
        deadline=found.deadline,
        note=found.note,
        whose=address,
        whose_name=whose.name,
        sheets=tuple(
            AskedSheet(
                slug=slug, identifier=own[0].sheet, name=own[0].policy, measures=tuple(line.asked for line in own)
            )
            for slug, own in by_sheet.items()
        ),
    )
