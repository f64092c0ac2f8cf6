"""The kinds of change: stable codes, each with the words a list or a filter shows for it."""

from enum import StrEnum

from monosashi.model import Message


class Part(StrEnum):
    """The part of the sheet a change belongs to, in the order of the form."""

    HEAD = "head"
    GOALS = "goals"
    INDICATORS = "indicators"
    RATIONALES = "rationales"
    PROGRAMMES = "programmes"
    MONEY = "money"
    CABINET = "cabinet"
    NOTES = "notes"
    LABELS = "labels"


PART_TITLES = {
    Part.HEAD: Message(ja="頭書き", en="Head"),
    Part.GOALS: Message(ja="施策目標・施策手段", en="Goals and levers"),
    Part.INDICATORS: Message(ja="測定指標", en="Indicators"),
    Part.RATIONALES: Message(ja="選定理由・根拠", en="Rationales"),
    Part.PROGRAMMES: Message(ja="達成手段", en="Programmes"),
    Part.MONEY: Message(ja="政策の予算額・執行額", en="The policy's budget and execution"),
    Part.CABINET: Message(ja="内閣の重要政策", en="Cabinet decisions"),
    Part.NOTES: Message(ja="注記", en="Notes"),
    Part.LABELS: Message(ja="見出し", en="Labels"),
}


class ChangeKind(StrEnum):
    """What happened. Codes are scripted against: they stay."""

    TITLE_REWORDED = "title-reworded"
    SHEET_YEAR_MOVED = "sheet-year-moved"
    IDENTIFIER_CHANGED = "identifier-changed"
    POLICY_REWORDED = "policy-reworded"
    POLICY_OUTLINE_CHANGED = "policy-outline-changed"
    EVALUATION_MONTH_MOVED = "evaluation-month-moved"
    STATEMENT_CHANGED = "statement-changed"
    STATEMENT_ADDED = "statement-added"
    STATEMENT_ENDED = "statement-ended"
    GOAL_ADDED = "goal-added"
    GOAL_ENDED = "goal-ended"
    GOAL_REWORDED = "goal-reworded"
    LEVER_ADDED = "lever-added"
    LEVER_ENDED = "lever-ended"
    LEVER_REWORDED = "lever-reworded"
    LEVER_MOVED = "lever-moved"
    INDICATOR_ADDED = "indicator-added"
    INDICATOR_ENDED = "indicator-ended"
    INDICATOR_RENUMBERED = "indicator-renumbered"
    PRIMARY_CHANGED = "primary-changed"
    INDICATOR_MOVED = "indicator-moved"
    GROUP_REWORDED = "group-reworded"
    MEASURE_ADDED = "measure-added"
    MEASURE_ENDED = "measure-ended"
    INDICATOR_REWORDED = "indicator-reworded"
    KIND_CHANGED = "kind-changed"
    UNIT_CHANGED = "unit-changed"
    BASELINE_MOVED = "baseline-moved"
    BASELINE_YEAR_MOVED = "baseline-year-moved"
    TARGET_MOVED = "target-moved"
    TARGET_YEAR_MOVED = "target-year-moved"
    YEARLY_TARGET_MOVED = "yearly-target-moved"
    ACTUAL_REPORTED = "actual-reported"
    ACTUAL_WITHDRAWN = "actual-withdrawn"
    ACTUAL_RESTATED = "actual-restated"
    STATE_CHANGED = "state-changed"
    YEAR_MARK_CHANGED = "year-mark-changed"
    JUDGEMENT_CHANGED = "judgement-changed"
    RATIONALE_CHANGED = "rationale-changed"
    REFERENCE_CHANGED = "reference-changed"
    PROGRAMME_ADDED = "programme-added"
    PROGRAMME_ENDED = "programme-ended"
    PROGRAMME_RENAMED = "programme-renamed"
    PROGRAMME_RENUMBERED = "programme-renumbered"
    PROGRAMME_START_MOVED = "programme-start-moved"
    RELATED_CHANGED = "related-changed"
    OUTLINE_CHANGED = "outline-changed"
    REVIEW_NUMBER_CHANGED = "review-number-changed"
    MONEY_CHANGED = "money-changed"
    BUDGET_ADDED = "budget-added"
    BUDGET_ENDED = "budget-ended"
    BUDGET_ROW_ADDED = "budget-row-added"
    BUDGET_ROW_ENDED = "budget-row-ended"
    BUDGET_CHANGED = "budget-changed"
    BUDGET_ITEM_ADDED = "budget-item-added"
    BUDGET_ITEM_ENDED = "budget-item-ended"
    BUDGET_ITEM_CHANGED = "budget-item-changed"
    CABINET_ADDED = "cabinet-added"
    CABINET_ENDED = "cabinet-ended"
    CABINET_CHANGED = "cabinet-changed"
    NOTE_ADDED = "note-added"
    NOTE_ENDED = "note-ended"
    NOTE_REWORDED = "note-reworded"
    NOTE_RENUMBERED = "note-renumbered"
    LABEL_CHANGED = "label-changed"


_WORDS = {
    ChangeKind.TITLE_REWORDED: ("標題の文言", "title reworded"),
    ChangeKind.SHEET_YEAR_MOVED: ("対象年度", "year of the sheet"),
    ChangeKind.IDENTIFIER_CHANGED: ("整理番号", "sheet number"),
    ChangeKind.POLICY_REWORDED: ("政策名", "policy reworded"),
    ChangeKind.POLICY_OUTLINE_CHANGED: ("政策の概要", "policy outline"),
    ChangeKind.EVALUATION_MONTH_MOVED: ("評価の時期", "evaluation month moved"),
    ChangeKind.STATEMENT_CHANGED: ("頭書きの記載", "statement changed"),
    ChangeKind.STATEMENT_ADDED: ("頭書きの記載の追加", "statement added"),
    ChangeKind.STATEMENT_ENDED: ("頭書きの記載の終了", "statement ended"),
    ChangeKind.GOAL_ADDED: ("施策目標の追加", "goal added"),
    ChangeKind.GOAL_ENDED: ("施策目標の終了", "goal ended"),
    ChangeKind.GOAL_REWORDED: ("施策目標の文言", "goal reworded"),
    ChangeKind.LEVER_ADDED: ("施策手段の追加", "lever added"),
    ChangeKind.LEVER_ENDED: ("施策手段の終了", "lever ended"),
    ChangeKind.LEVER_REWORDED: ("施策手段の文言", "lever reworded"),
    ChangeKind.LEVER_MOVED: ("施策手段の移動", "lever moved"),
    ChangeKind.INDICATOR_ADDED: ("測定指標の追加", "indicator added"),
    ChangeKind.INDICATOR_ENDED: ("測定指標の終了", "indicator ended"),
    ChangeKind.INDICATOR_RENUMBERED: ("測定指標の番号", "indicator renumbered"),
    ChangeKind.PRIMARY_CHANGED: ("主要な測定指標", "primary indicator"),
    ChangeKind.INDICATOR_MOVED: ("測定指標の移動", "indicator moved"),
    ChangeKind.GROUP_REWORDED: ("指標群の名前", "group of indicators reworded"),
    ChangeKind.MEASURE_ADDED: ("測定の追加", "measure added"),
    ChangeKind.MEASURE_ENDED: ("測定の終了", "measure ended"),
    ChangeKind.INDICATOR_REWORDED: ("測定指標の文言", "indicator reworded"),
    ChangeKind.KIND_CHANGED: ("指標の種類", "output or outcome"),
    ChangeKind.UNIT_CHANGED: ("単位", "unit"),
    ChangeKind.BASELINE_MOVED: ("基準値", "baseline moved"),
    ChangeKind.BASELINE_YEAR_MOVED: ("基準年度", "baseline year moved"),
    ChangeKind.TARGET_MOVED: ("目標値", "target moved"),
    ChangeKind.TARGET_YEAR_MOVED: ("目標年度", "target year moved"),
    ChangeKind.YEARLY_TARGET_MOVED: ("年度ごとの目標値", "yearly target moved"),
    ChangeKind.ACTUAL_REPORTED: ("実績値の報告", "actual reported"),
    ChangeKind.ACTUAL_WITHDRAWN: ("実績値の取下げ", "actual withdrawn"),
    ChangeKind.ACTUAL_RESTATED: ("実績値の改訂", "actual restated"),
    ChangeKind.STATE_CHANGED: ("実績がない理由", "state of a missing actual"),
    ChangeKind.YEAR_MARK_CHANGED: ("年度ごとの達成の表示", "mark of a year"),
    ChangeKind.JUDGEMENT_CHANGED: ("達成の判定", "judgement changed"),
    ChangeKind.RATIONALE_CHANGED: ("選定理由", "rationale changed"),
    ChangeKind.REFERENCE_CHANGED: ("参考値", "reference changed"),
    ChangeKind.PROGRAMME_ADDED: ("達成手段の追加", "programme added"),
    ChangeKind.PROGRAMME_ENDED: ("達成手段の終了", "programme ended"),
    ChangeKind.PROGRAMME_RENAMED: ("達成手段の名称", "programme renamed"),
    ChangeKind.PROGRAMME_RENUMBERED: ("達成手段の番号", "programme renumbered"),
    ChangeKind.PROGRAMME_START_MOVED: ("開始年度", "starting year moved"),
    ChangeKind.RELATED_CHANGED: ("関連する指標", "related indicators"),
    ChangeKind.OUTLINE_CHANGED: ("達成手段の概要", "programme outline"),
    ChangeKind.REVIEW_NUMBER_CHANGED: ("行政事業レビュー事業番号", "review number"),
    ChangeKind.MONEY_CHANGED: ("予算額・執行額", "money changed"),
    ChangeKind.BUDGET_ADDED: ("予算の表の追加", "table of the budget added"),
    ChangeKind.BUDGET_ENDED: ("予算の表の終了", "table of the budget ended"),
    ChangeKind.BUDGET_ROW_ADDED: ("予算の表の行の追加", "row of the budget added"),
    ChangeKind.BUDGET_ROW_ENDED: ("予算の表の行の終了", "row of the budget ended"),
    ChangeKind.BUDGET_CHANGED: ("施策の予算額・執行額等", "budget by stages changed"),
    ChangeKind.BUDGET_ITEM_ADDED: ("予算科目の追加", "budget item added"),
    ChangeKind.BUDGET_ITEM_ENDED: ("予算科目の終了", "budget item ended"),
    ChangeKind.BUDGET_ITEM_CHANGED: ("予算科目の記載", "budget item changed"),
    ChangeKind.CABINET_ADDED: ("内閣の重要政策の追加", "cabinet decision added"),
    ChangeKind.CABINET_ENDED: ("内閣の重要政策の終了", "cabinet decision ended"),
    ChangeKind.CABINET_CHANGED: ("内閣の重要政策", "cabinet decision changed"),
    ChangeKind.NOTE_ADDED: ("注記の追加", "note added"),
    ChangeKind.NOTE_ENDED: ("注記の終了", "note ended"),
    ChangeKind.NOTE_REWORDED: ("注記の文言", "note reworded"),
    ChangeKind.NOTE_RENUMBERED: ("注記の印", "note's mark changed"),
    ChangeKind.LABEL_CHANGED: ("見出しの文言", "label changed"),
}
KIND_TITLES = {kind: Message(ja=ja, en=en) for kind, (ja, en) in _WORDS.items()}
