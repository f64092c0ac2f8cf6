"""The shipped registers by code, and texts that each kind of field may hold, drawn at random."""

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

from monosashi.model import FieldKind, FieldText, Message, Register, RegisterField
from monosashi.model.register import Choice
from monosashi.registers.company_number import check_digit
from monosashi.registers.countries import all_countries
from monosashi.registers.kinds import shipped_registers
from monosashi.registers.typed_amounts import plain

REGISTERS: dict[str, Register] = {register.code: register for register in shipped_registers()}

#: Texts as officers write them, with what programs trip over.
WORDS = st.one_of(
    st.sampled_from(
        (
            "=1+1",
            "+5",
            "-3件",
            "@SUM(A1)",
            "＝１",
            "'=1",
            "''",
            "𠮷野",
            "①",
            "_x0041_",
            "集計中",
            "a,b",
            'say "x"',
            "港 の\n様子",
        )
    ),
    st.text(
        st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters="\ufffe\uffff"), max_size=20
    ),
)


def texts_of(field: RegisterField) -> st.SearchStrategy[str]:
    """Canonical texts of a field, none of them empty."""
    names = WORDS.map(lambda word: word.translate(dict.fromkeys(map(ord, "\n、;；"), "")).strip(" \t\n\u3000"))
    amounts = st.decimals(-(10**9), 10**9, places=2).map(lambda value: plain(Decimal(value)))
    kinds: dict[FieldKind, st.SearchStrategy[str]] = {
        FieldKind.TEXT: WORDS.map(lambda word: word.strip(" \t\n\u3000")),
        FieldKind.DATE: st.dates(dt.date(1873, 1, 1), dt.date(2200, 12, 31)).map(dt.date.isoformat),
        FieldKind.YEAR: st.integers(1868, 2200).map(str),
        FieldKind.CHOICE: st.sampled_from([choice.code for choice in field.choices] or [""]),
        FieldKind.COUNTRIES: st.lists(
            st.sampled_from([one.code for one in all_countries()]), unique=True, max_size=4
        ).map(" ".join),
        FieldKind.FLAG: st.sampled_from(("true", "false")),
        FieldKind.NUMBER: amounts,
        FieldKind.MONEY: amounts,
        FieldKind.COMPANY: st.integers(0, 10**12 - 1).map(lambda base: f"{check_digit(f'{base:012}')}{base:012}"),
        FieldKind.NAMES: st.lists(names.filter(lambda name: name not in {"", *DASHES}), unique=True, max_size=3).map(
            "\n".join
        ),
        FieldKind.RECORD: st.integers(1, 999).map(
            lambda n: f"{field.refers_to.split()[0] if field.refers_to else ''}/K-{n}"
        ),
    }
    return kinds[field.kind].filter(bool)


def field_texts(field: RegisterField) -> st.SearchStrategy[FieldText]:
    """The same as values of a record."""
    return st.builds(FieldText, field=st.just(field.code), text=texts_of(field))


DASHES = frozenset("-－−―‐‑–—ーｰ─━")

#: A register with a field of every kind, as an office might define it.
EVERY_KIND = Register(
    code="everything",
    name=Message(ja="何でも台帳", en="Everything"),
    counted=Message(ja="一件", en="One thing"),
    day="day",
    title="text",
    fields=tuple(
        RegisterField(
            code={"date": "day"}.get(kind.value, kind.value),
            name=Message(ja=f"項目{kind.value}", en=f"Field {kind.value}"),
            kind=kind,
            required=kind in {FieldKind.DATE, FieldKind.TEXT},
            unit={FieldKind.MONEY: "億円", FieldKind.NUMBER: "人"}.get(kind, ""),
            refers_to="studies seminars" if kind is FieldKind.RECORD else "",
            choices=tuple(
                Choice(code=code, name=Message(ja=ja, en=en))
                for code, ja, en in (
                    ("one", "一、いち", "One, uno"),
                    ("two", "二「に」", "Two"),
                    ("three", "三" * 90, "3" * 90),
                )
            )
            if kind is FieldKind.CHOICE
            else (),
        )
        for kind in FieldKind
    ),
)
