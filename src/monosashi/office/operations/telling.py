"""Telling what a proof of the log found: each break and each discrepancy as a sentence."""

from monosashi.model import Message
from monosashi.office.operations.problem import Problem
from monosashi.store.accounting import Discrepancy
from monosashi.store.chain import Break

_WHAT = {
    "version": Message(ja="版", en="version"),
    "release": Message(ja="公表版", en="edition"),
    "document": Message(ja="文書", en="document"),
    "reading": Message(ja="読取り結果", en="reading"),
    "entry": Message(ja="記録", en="entry"),
    "record": Message(ja="台帳の記録", en="record"),
    "definition": Message(ja="台帳又は規則の定義", en="definition"),
}
_BREAKS = {
    "edit": Message(
        ja="記録の第{number}号が書き換えられています。内容から計算したハッシュは {wanted}…、記されているのは {found}… です。",
        en="Entry {number} was edited: its content gives the hash {wanted}…, it bears {found}….",
    ),
    "gap": Message(
        ja="記録の第{number}号がありません。次にあるのは第{found}号です。",
        en="Entry {number} is missing; the next there is entry {found}.",
    ),
    "fork": Message(
        ja="記録の第{number}号が二つあります（{wanted}… と {found}…）。どちらかは後から作られたものです。",
        en="There are two entries {number} ({wanted}… and {found}…): the log was forked.",
    ),
    "order": Message(
        ja="記録の順番が違います。第{wanted}号があるはずのところに、第{found}号があります。",
        en="The entries are out of order: entry {found} stands where entry {wanted} should.",
    ),
    "cut": Message(
        ja="記録の終わりが切り取られています。第{number}号（{wanted}…）までが公表されているのに、第{found}号で終わっています。",
        en="The tail was cut off: entry {number} ({wanted}…) was published, and the log ends at entry {found}.",
    ),
    "other_head": Message(
        ja="記録の第{number}号のハッシュは {found}… で、公表された {wanted}… と違います。第{number}号までのどこかが作り直されています。",
        en="Entry {number} bears the hash {found}…, and {wanted}… was published: something up to it was made anew.",
    ),
}
_DISCREPANCIES = {
    "edited": Message(
        ja="{what}「{name}」の内容が書き換えられています。内容から計算したハッシュが、記されたものと違います。",
        en="The content of the {what} {name} was edited: it does not give the hash it bears.",
    ),
    "untold": Message(
        ja="{what}「{name}」は、記録のどこにもありません。記録を通さずに作られたものです。",
        en="The {what} {name} is told by no entry of the log: it was made past it.",
    ),
    "otherwise": Message(
        ja="{what}「{name}」が、記録の第{number}号の述べるもの（内容、元の版、人、時刻、理由）と違います。",
        en="The {what} {name} is not what entry {number} tells (content, parent, person, time or reason).",
    ),
    "missing": Message(
        ja="記録の第{number}号が述べる{what}「{name}」がありません。消されたものです。",
        en="The {what} {name}, told by entry {number}, is not there: it was removed.",
    ),
    "columns": Message(
        ja="記録の第{number}号の、一覧に出る欄（人、行為、対象、時刻、所属）が、記録の本文と違います。",
        en="The columns of entry {number} (person, act, object, time, organisation) are not what its record says.",
    ),
    "head": Message(
        ja="記録は第{number}号で終わっていますが、末尾の控えは第{name}号を指しています。どちらかが書き換えられています。",
        en="The log ends at entry {number}, and its head points to entry {name}: one of them was changed.",
    ),
}


def told(found: Break | Discrepancy) -> Problem:
    """What was found, as a problem with its sentence."""
    if isinstance(found, Break):
        number = found.number
        given = {"number": found.number, "wanted": found.wanted[:12], "found": found.found[:12]}
        sentence, code = _BREAKS[found.kind], f"log-{found.kind.replace('_', '-')}"
    else:
        number = found.number
        given = {"name": found.name, "number": found.number}
        sentence, code = _DISCREPANCIES[found.kind], f"{found.what}-{found.kind}"
    what = _WHAT[found.what] if isinstance(found, Discrepancy) else Message(ja="", en="")
    return Problem(
        code=code,
        number=number,
        message=Message(ja=sentence.ja.format(what=what.ja, **given), en=sentence.en.format(what=what.en, **given)),
    )
