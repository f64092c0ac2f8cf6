"""Judging: Sheet + the rule in force -> Judgement.

What each measure reached, held against its target; the marks and the grade by rules that are dated data with a citation
(``rules/*.toml``); what is missing; how sure the judgement is. A rule's thresholds are an office's: where none are set
there are facts, and no grade.
"""

from monosashi.judging.achievement import achievements
from monosashi.judging.grounds import grounds, questions
from monosashi.judging.in_force import rule_in_force
from monosashi.judging.judge import judge
from monosashi.judging.rule import Rule, rule, rules
from monosashi.judging.settings import asked_thresholds, refuse_incoherent

__all__ = [
    "Rule",
    "achievements",
    "asked_thresholds",
    "grounds",
    "judge",
    "questions",
    "refuse_incoherent",
    "rule",
    "rule_in_force",
    "rules",
]
