"""The checks of the rule set, one module each: its docstring is the text that is published about it.

``CHECKS`` lists them in the order of the catalogue: errors, warnings, notes. A new check is written as a module of its
own and named here; nothing is found by itself.
"""

from monosashi.auditing.check import CheckModule
from monosashi.auditing.checks import (
    already_reached,
    baseline_actual,
    baseline_mean,
    carry_over,
    composite_sum,
    cumulative_falls,
    disrupted_year,
    evaluation_month,
    executed_over_budget,
    final_outcome_not_primary,
    indicator_without_programme,
    last_yearly_target,
    no_outcome,
    no_primary,
    note_undefined,
    note_unused,
    numbering,
    part_whole,
    reference_unit,
    related_unknown,
    sum_wrong,
    target_keeps,
    target_worse,
    two_measures_one_number,
    unit_differs,
    year_impossible,
)

CHECKS: tuple[CheckModule, ...] = (
    baseline_mean,
    baseline_actual,
    composite_sum,
    sum_wrong,
    part_whole,
    cumulative_falls,
    last_yearly_target,
    unit_differs,
    carry_over,
    numbering,
    related_unknown,
    evaluation_month,
    year_impossible,
    target_worse,
    already_reached,
    reference_unit,
    executed_over_budget,
    note_undefined,
    indicator_without_programme,
    no_primary,
    target_keeps,
    disrupted_year,
    no_outcome,
    final_outcome_not_primary,
    two_measures_one_number,
    note_unused,
)
