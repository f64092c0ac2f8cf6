"""内閣の重要政策を決定した機関が違う / A document of the cabinet is said to be decided by another body

規則: 名称、年月日の欄又は抜粋が、その文書を決定した機関（閣議決定、○○会議決定等）を述べているとき、出典の付いた一覧（forms/cabinet/*.toml）の
機関と一致しなければならない。インフラシステム海外展開戦略2025は、閣議ではなく経協インフラ戦略会議が決定した。
Rule: Where the name, the cell of the day or the excerpt says who decided the document (閣議決定, a conference's 決定), it must be
the body of a list with citations (forms/cabinet/*.toml). インフラシステム海外展開戦略2025 was decided by the 経協インフラ戦略会議, not
by the cabinet.

適用しない場合: 文書が一覧にないとき。決定した機関が印刷されていないとき。抜粋が、ほかの文書の決定を述べているとき。演説。
Does not apply: Where the document is not listed, no body is printed, or the excerpt speaks of another document's decision; to
speeches.

良い例: インフラシステム海外展開戦略2025（令和2年12月10日経協インフラ戦略会議決定）。
Right: インフラシステム海外展開戦略2025 (decided by the 経協インフラ戦略会議 on 10 December 2020).

悪い例: インフラシステム海外展開戦略2025（令和2年12月10日閣議決定）。
Wrong: インフラシステム海外展開戦略2025 (decided by the cabinet on 10 December 2020).
"""

import re
from collections.abc import Iterator

from monosashi.auditing.cabinet_names import identified
from monosashi.auditing.check import Check, Contrast
from monosashi.forms.cabinet_documents import CabinetDocument
from monosashi.model import CabinetLink, Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.folding import key, unbroken
from monosashi.model.measuring.printed import evidence

CHECK = Check("cabinet-body", Severity.WARNING)
_SPEECH = "演説"
_DECIDED = re.compile(r"決\s*定|了\s*[解承]")
_BODY = re.compile(r"([^\s()\[\]、。「」・:日年月\d]{0,30}?(?:会議|本部|委員会|会合|閣議))(?:決定|了解|了承)")
#: An excerpt that begins with a decision speaks of the document's own.
_BEGINS = re.compile(r"^[(\[【]?[^()、。「」]{0,30}?(?:会議|本部|委員会|会合|閣議)(?:決定|了解|了承)")


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each document that is said to be decided by a body that did not."""
    for n, (link, found) in enumerate(zip(sheet.cabinet, identified(sheet), strict=True)):
        document = found.document
        if not document or _SPEECH in document.bodies:
            continue
        own = {key(body) for body in document.bodies}
        for field, text in _texts(link, document):
            bodies = [match[1] for match in _BODY.finditer(text)]
            if bodies and not any(body in said or said in body for said in bodies for body in own):
                yield _finding(sheet, f"/cabinet/{n}", field, link, document, bodies)
                break


def _texts(link: CabinetLink, document: CabinetDocument) -> Iterator[tuple[str, str]]:
    """What may say who decided: the name, the cell of the day, and of the excerpt what is about this document."""
    yield "name", key(link.name)
    yield "date", key(link.date.text)
    if not _DECIDED.search(link.excerpt):
        return
    excerpt = key(link.excerpt)
    if begins := _BEGINS.match(excerpt):
        yield "excerpt", begins.group()
    for title in (document.title, *document.variants):
        about = re.search(rf"{re.escape(key(title))}[^()、。]{{0,30}}[」』]?\(([^()]*)\)", excerpt)
        if about:
            yield "excerpt", about[1]


def _finding(
    sheet: Sheet, path: str, field: str, link: CabinetLink, document: CabinetDocument, bodies: list[str]
) -> Finding:
    name, said, right = unbroken(link.name), "、".join(dict.fromkeys(bodies)), "、".join(document.bodies)
    source = document.editions[0].citation
    return CHECK.finding(
        f"{path}/{field}",
        Contrast(f"{right}決定", f"{said}決定"),
        Message(
            ja=f"「{name}」は{said}の決定とされていますが、一覧では{right}の決定です（出典：{source.ja}）。",
            en=f"The document “{name}” is said to be decided by {said}, but the list has {right} ({source.en}).",
        ),
        evidence(sheet, f"{path}/name"),
    )
