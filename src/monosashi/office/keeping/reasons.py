"""Reasons for a new version: a code that can be counted, and words that explain it."""

from monosashi.model import Message

#: Each code with its name. A changed target, baseline or definition takes one of ``FOR_COMMITMENTS``, and words.
REASONS: dict[str, Message] = {
    "accepted": Message(ja="取り込み", en="taken in"),
    "begun": Message(ja="新規作成", en="begun"),
    "rolled-forward": Message(ja="翌年度への繰越し作成", en="rolled forward"),
    "edited": Message(ja="記載の整理", en="edited"),
    "actuals": Message(ja="実績の記入", en="actuals entered"),
    "collected": Message(ja="照会への回答の反映", en="answers of a round taken over"),
    "proposal": Message(ja="提案の採用", en="a proposal taken"),
    "undone": Message(ja="元に戻す", en="undone"),
    "drafting": Message(ja="案の段階での見直し", en="reworked while drafting"),
    "plan-revised": Message(ja="上位計画・閣議決定の改定", en="a plan above was revised"),
    "early-attainment": Message(ja="目標の前倒し達成", en="the target was reached early"),
    "disaster": Message(ja="災害・感染症等の影響", en="disaster or epidemic"),
    "survey-changed": Message(ja="統計・調査方法の変更", en="the survey or its method changed"),
    "definition-changed": Message(ja="指標の定義の変更", en="the indicator was redefined"),
    "organisation-changed": Message(ja="組織・所掌の変更", en="offices or duties changed"),
    "misprint": Message(ja="誤記の訂正", en="a misprint corrected"),
    "other": Message(ja="その他", en="other"),
}

#: What may be said of a changed target, baseline or definition.
FOR_COMMITMENTS = (
    *("plan-revised", "early-attainment", "disaster", "survey-changed"),
    *("definition-changed", "organisation-changed", "misprint", "drafting", "other"),
)
