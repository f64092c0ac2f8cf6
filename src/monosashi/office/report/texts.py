"""The texts of a report: the head as the sheet has it, the result with its grounds, and what people are asked to write."""

from collections.abc import Iterator
from pathlib import Path

from monosashi.forms import Form
from monosashi.judging import grounds, questions
from monosashi.model import Judgement, Sheet, Statement, StatementRole, common_grade
from monosashi.model.folding import unbroken
from monosashi.model.measuring.strand import strands
from monosashi.office.report.years import past_actuals

#: What people write; each begins so in a draft, and the words are theirs to replace.
ASKED = "【記入】"
_ANALYSIS = (
    "施策のどの取組が目標の達成に効いたか（有効性）、費用に見合ったか（効率性）、残る課題は何かを書いてください。"
)
_NEXT = "次の期間の目標、測定指標及び取組をどう見直すか、見直さない場合はその理由を書いてください。"
_EXPERTS = "意見を聴いた会議又は人、その日、述べられた意見と、どう反映したかを書いてください。"
_SOURCES = "ほかに使った統計や資料の名称と、どこで見られるかを書いてください。"
_EXPLAIN = "次の各点に答えてください。"


def statements(sheet: Sheet, judgement: Judgement, blank: Form, document: str) -> tuple[Statement, ...]:
    """The labelled texts, in the order of the blank form's paper. ``document``: the name of the file that was read."""
    texts = dict(_head(sheet)) | dict(_result(sheet, judgement, document))
    specs = {spec.role: spec for spec in reversed(blank.statements)}
    order = [role for part in blank.printed for role in part.roles if role in specs]
    covered = {role for part in blank.printed for over in part.over for role in over.covers}
    return tuple(
        Statement(
            role=role,
            label=specs[role].under if role in covered and specs[role].under else specs[role].label,
            text=texts[role],
        )
        for role in dict.fromkeys([*order, *specs])
        if role in texts
    )


def _head(sheet: Sheet) -> Iterator[tuple[StatementRole, str]]:
    """What the sheet states of the policy; an aim in outcomes of its own as one text."""
    policy = sheet.policy
    for role in (
        StatementRole.NAME,
        StatementRole.FIELD,
        StatementRole.OUTLINE,
        StatementRole.BACKGROUND,
        StatementRole.OFFICE,
        StatementRole.RESPONSIBLE,
        StatementRole.EVALUATION_MONTH,
    ):
        if policy.statement(role):
            yield role, policy.text(role)
    aims = (StatementRole.AIM, StatementRole.FINAL_OUTCOME, StatementRole.INTERMEDIATE_OUTCOME)
    found = [one for one in policy.statements if one.role in aims]
    if found:
        yield StatementRole.AIM, "\n".join(_led(one) for one in found if one.text.strip())


def _led(statement: Statement) -> str:
    """An outcome led by its own label, which says whether it is the final one; without the brackets that make it a label."""
    plain = statement.role is StatementRole.AIM
    return statement.text if plain else f"{statement.plain_label.strip('：:［］[]')}：{statement.text}"


def _result(sheet: Sheet, judgement: Judgement, document: str) -> Iterator[tuple[StatementRole, str]]:
    yield StatementRole.RESULT, result(judgement)
    if own := own_grade(judgement):
        yield StatementRole.GRADE, own
    yield StatementRole.RESULT_REASON, "\n".join(_grounds(judgement))
    yield StatementRole.ANALYSIS, _analysis(judgement)
    yield StatementRole.NEXT_STEPS, f"{ASKED}{_NEXT}"
    yield StatementRole.EXPERTS, f"{ASKED}{_EXPERTS}"
    yield StatementRole.SOURCES, "\n".join([*_sources(sheet, document), f"{ASKED}{_SOURCES}"])


def result(judgement: Judgement) -> str:
    """The grade of the common five: a person's where one decided, else the computed one; blank where there is none."""
    decided = [grade for one in judgement.overrides if not one.path and (grade := common_grade(one.sign))]
    if decided:
        return decided[-1].label.ja
    return judgement.grade.label.ja if judgement.grade else ""


def own_grade(judgement: Judgement) -> str:
    """The grade on the ministry's own scale, decided or computed."""
    decided = [one.sign for one in judgement.overrides if not one.path and not common_grade(one.sign)]
    if decided:
        return decided[-1]
    return "、".join(f"{mark.sign}【{mark.label.ja}】" for mark in judgement.further)


def _grounds(judgement: Judgement) -> Iterator[str]:
    """The sentences of the evidence, what people decided about single measures, and what is missing for a grade."""
    yield from (message.ja for message in grounds(judgement))
    computed = {one.path: one for one in judgement.achievements if not one.part}
    for one in judgement.overrides:
        if one.path in computed:
            reached = computed[one.path]
            sign = f"計算では「{reached.mark.sign}」" if reached.mark else "計算では印なし"
            yield f"指標{reached.number}の判定は、{one.who}が次の理由により「{one.sign}」とした（{sign}）：{one.why}"
    if not judgement.grade and judgement.missing:
        yield "区分を定めるために要るもの："
        yield from (f"・{step.says.ja}" for step in judgement.missing)


def _analysis(judgement: Judgement) -> str:
    asked = [f"・{message.ja}" for message in questions(judgement)]
    return "\n".join([f"{ASKED}{_ANALYSIS}", *([f"{ASKED}{_EXPLAIN}", *asked] if asked else [])])


def _sources(sheet: Sheet, document: str) -> Iterator[str]:
    title = unbroken(" ".join(filter(None, (sheet.title.text, sheet.identifier.plain))))
    name = f"（{Path(document).name}）" if document else ""
    if title or name:
        yield f"{title}{name}"
    past = {one.nendo for strand in strands(sheet) for one in past_actuals(sheet, strand) if not strand.part}
    if past:
        yield "実績値の一部は、同表の【参考】に示された過去の実績による。"
