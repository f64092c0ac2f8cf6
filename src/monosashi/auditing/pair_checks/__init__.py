"""The checks of the rule set over two sheets of one policy, one module each, in the order of the catalogue."""

from monosashi.auditing.check import PairCheckModule
from monosashi.auditing.pair_checks import (
    actual_restated,
    baseline_changed,
    carry_over_between,
    definition_changed,
    indicator_added,
    indicator_dropped,
    judged_target_differs,
    money_restated,
    primary_changed,
    same_indicator_differs,
    target_changed,
    target_deadline_moved,
)

PAIR_CHECKS: tuple[PairCheckModule, ...] = (
    target_changed,
    target_deadline_moved,
    judged_target_differs,
    baseline_changed,
    actual_restated,
    definition_changed,
    indicator_dropped,
    primary_changed,
    money_restated,
    carry_over_between,
    same_indicator_differs,
    indicator_added,
)
