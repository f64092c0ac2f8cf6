"""Checks of what is kept in registers: every version of a record and a definition, and the lines of lists."""

from collections.abc import Iterator, Sequence

from django.db.models import F, Q

from monosashi.model import CountingRule, Register
from monosashi.office.operations.checked import Checked, bad, good
from monosashi.store.models import DefinitionKind, DefinitionVersion, KeptRecord, RecordVersion
from monosashi.store.records import opened_record

_AT_ONCE = 200
_NOUNS: dict[str, type[Register] | type[CountingRule]] = {
    DefinitionKind.REGISTER.value: Register,
    DefinitionKind.RULE.value: CountingRule,
}
_RESTORE = (
    "控えから復元するか、この知らせを添えて開発元に知らせてください。",
    "Restore from a backup, or report it with this message.",
)


def record_checks(*, whole: bool) -> Iterator[Checked]:
    """Each check in turn; every version only where the ``whole`` is asked for."""
    yield _headless()
    yield _lists()
    if whole:
        yield _versions()


def _headless() -> Checked:
    rows = KeptRecord.objects.filter(Q(head__isnull=True) | ~Q(head__record=F("pk"))).select_related("ministry")
    headless = [f"{row.ministry.address}/{row.address}" for row in rows.order_by("pk")]
    if headless:
        return bad(
            "record-heads",
            (
                f"最新の版が分からない台帳の記録が {len(headless)} あります：{headless[0]} など",
                f"The newest version is not known of {len(headless)} records: {headless[0]} and so on",
            ),
            ("控えから復元してください。", "Restore from a backup."),
        )
    return good("record-heads", "台帳のどの記録にも最新の版があります。", "Every record has its newest version.")


def _lists() -> Checked:
    rows = KeptRecord.objects.exclude(row__version=F("head")).select_related("ministry").order_by("pk")
    missing = [f"{row.ministry.address}/{row.address}" for row in rows]
    if missing:
        return bad(
            "record-lists",
            (
                f"台帳の一覧に最新の内容が出ない記録が {len(missing)} あります：{missing[0]} など",
                f"Lists of registers do not show the newest of {len(missing)} records: {missing[0]} and so on",
            ),
            ("monosashi rebuild を実行してください。", "Run monosashi rebuild."),
        )
    return good(
        "record-lists",
        "台帳の一覧は、最新の版から作られています。",
        "Lists of registers are drawn from the newest versions.",
    )


def _versions() -> Checked:
    broken = [*_broken_records(), *_broken_definitions()]
    if broken:
        return bad(
            "record-versions",
            (
                f"開けない台帳の版が {len(broken)} あります：{broken[0]} など",
                f"{len(broken)} versions in registers cannot be opened: {broken[0]} and so on",
            ),
            _RESTORE,
        )
    count = RecordVersion.objects.count() + DefinitionVersion.objects.count()
    return good(
        "record-versions",
        f"台帳の記録と定義のすべての版（{count}）が開けます。",
        f"All {count} versions of records and definitions can be opened.",
    )


def _broken_records() -> Sequence[str]:
    broken = []
    rows = RecordVersion.objects.select_related("record__ministry").order_by("pk")
    for version in rows.iterator(chunk_size=_AT_ONCE):
        try:
            opened_record(version)
        except ValueError:
            broken.append(f"{version.record.ministry.address}/{version.record.address} v{version.number}")
    return broken


def _broken_definitions() -> Sequence[str]:
    broken = []
    for version in DefinitionVersion.objects.select_related("definition__ministry").order_by("pk"):
        defined = version.definition
        try:
            _NOUNS[defined.kind].model_validate_json(version.content)
        except ValueError:
            broken.append(f"{defined.ministry.address}/{defined.kind}/{defined.code} v{version.number}")
    return broken
