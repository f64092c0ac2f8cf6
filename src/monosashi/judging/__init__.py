"""Judging: Sheet + the rule in force -> Judgement.

What each measure reached, held against its target; the marks and the grade by rules that are dated data with a citation
(``rules/*.toml``); what is missing; how sure the judgement is. A rule's thresholds are an office's: where none are set
there are facts, and no grade.
"""
