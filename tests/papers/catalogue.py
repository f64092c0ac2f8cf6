"""The papers there are."""

from functools import cache

from tests.papers.invented.care import CARE, CARE_FAULTY
from tests.papers.invented.coast import COAST, COAST_QUALITATIVE
from tests.papers.invented.coast_flawed import COAST_FLAWED
from tests.papers.invented.customs import ADVICE, GATES, LEDGER, TRAINING
from tests.papers.invented.lake import LAKE, LAKE_FAULTY
from tests.papers.invented.market import MARKET, MARKET_QUALITATIVE
from tests.papers.invented.port import PORT, PORT_FAULTY, PORT_MEASURES
from tests.papers.invented.rescue import LABELS, RESCUE
from tests.papers.invented.roads import ROADS, ROADS_LATER
from tests.papers.invented.shire import SHIRE
from tests.papers.layouts import (
    block_each,
    goal_sheet,
    in_words,
    money_sheet,
    monitoring,
    odd,
    other_orders,
    prose_plan,
    second_plan,
    standard_plan,
    standard_result,
    unknown_beside,
    unknown_columns,
    unknown_lines,
    unknown_rows,
    unknown_sections,
)
from tests.papers.paper import Paper


@cache
def papers() -> tuple[Paper, ...]:
    """Every paper: first the layouts that are described, then those described nowhere."""
    return (
        Paper("plan_two_halves", (standard_plan.two_halves(COAST, COAST_QUALITATIVE),), typed=True),
        Paper("plan_one_column", (standard_plan.one_column(COAST),), grid_paper=True),
        Paper("result_small_tables", (standard_result.small_tables(LAKE),), typed=True),
        Paper("result_faulty", (standard_result.small_tables(LAKE_FAULTY),), grid_paper=True),
        Paper("result_one_frame", (standard_result.one_frame(MARKET, MARKET_QUALITATIVE),), portrait=True),
        Paper("monitoring_stacked", (monitoring.stacked(PORT),)),
        Paper("monitoring_side_by_side", (monitoring.side_by_side(PORT_FAULTY),), typed=True),
        Paper("blocks_prose_above", (block_each.prose_above(CARE),), portrait=True),
        Paper("blocks_prose_beside", (block_each.prose_beside(CARE_FAULTY),), grid_paper=True),
        Paper(
            "prose_years_across",
            tuple(prose_plan.years_across(one) for one in (GATES, ADVICE, TRAINING)),
            portrait=True,
        ),
        Paper("prose_years_down", tuple(prose_plan.years_down(one) for one in (GATES, TRAINING)), one_worksheet=True),
        Paper("money_same_page", (money_sheet.same_page(LEDGER),), portrait=True),
        Paper("money_own_page", (money_sheet.own_page(LEDGER),), typed=True),
        Paper("goal_group_heads", (goal_sheet.group_heads(ROADS),)),
        Paper("goal_one_head", (goal_sheet.one_head(ROADS_LATER),), grid_paper=True, typed=True),
        Paper("words_vertical", (in_words.vertical_names(RESCUE),)),
        Paper("words_beside", (in_words.beside_one_another(RESCUE),), portrait=True),
        Paper("words_verdict_tables", (in_words.verdict_tables(LABELS),), portrait=True),
        Paper("words_verdict_columns", (in_words.verdict_columns(LABELS),), grid_paper=True),
        Paper("odd_plan_wide", (odd.wide_digits(standard_plan.one_column(COAST)),), grid_paper=True, margin=True),
        Paper("odd_plan_broken", (odd.broken_words(standard_plan.two_halves(COAST, COAST_QUALITATIVE)),), typed=True),
        Paper("odd_result_spaced", (odd.spaced_labels(standard_result.one_frame(MARKET, MARKET_QUALITATIVE)),)),
        Paper("odd_monitoring_spaced", (odd.spaced_labels(monitoring.stacked(PORT)),), margin=True),
        Paper("odd_monitoring_wide", (odd.wide_digits(monitoring.side_by_side(PORT)),)),
        Paper("odd_blocks_cover", (odd.with_cover(block_each.prose_above(CARE)),)),
        Paper("odd_goal_broken", (odd.broken_words(odd.wide_digits(goal_sheet.group_heads(ROADS))),), margin=True),
        Paper("odd_money_spaced", (odd.spaced_labels(money_sheet.same_page(LEDGER)),), grid_paper=True),
        Paper("odd_plan_flawed", (odd.one_frame(standard_plan.one_column(COAST_FLAWED)),)),
        Paper("odd_plan_frame", (odd.one_frame(standard_plan.two_halves(COAST, COAST_QUALITATIVE)),), grid_paper=True),
        Paper("odd_result_frame", (odd.one_frame(standard_result.small_tables(LAKE)),), typed=True),
        Paper("odd_monitoring_frame", (odd.one_frame(monitoring.side_by_side(PORT)),), portrait=True),
        Paper("odd_blocks_frame", (odd.one_frame(block_each.prose_beside(CARE)),)),
        Paper("odd_goal_frame", (odd.one_frame(goal_sheet.group_heads(ROADS)),)),
        Paper("plan_two_levels", (second_plan.two_levels(COAST),)),
        Paper("result_results_first", (second_plan.results_first(LAKE),), typed=True),
        Paper("monitoring_two_measures", (second_plan.two_measures(PORT_MEASURES),)),
        Paper("odd_plan_levels", (odd.one_frame(odd.wide_digits(second_plan.two_levels(COAST_FLAWED))),), margin=True),
        Paper("unknown_past_and_coming", (unknown_sections.past_and_coming(SHIRE),), typed=True, known=False),
        Paper("unknown_section_rows", (unknown_sections.section_rows(SHIRE),), known=False),
        Paper("plan_targets_beside", (other_orders.targets_beside(COAST),)),
        Paper("unknown_city", (other_orders.city(SHIRE),), typed=True, grid_paper=True, known=False),
        Paper("unknown_indicators_across", (other_orders.indicators_across(SHIRE),), known=False),
        Paper("unknown_one_cell", (unknown_beside.one_cell(SHIRE),), known=False),
        Paper("unknown_head_beside_money", (unknown_beside.head_beside_money(SHIRE),), known=False),
        Paper("unknown_with_rates", (unknown_beside.with_rates(SHIRE),), typed=True, known=False),
        Paper("unknown_interleaved", (unknown_columns.interleaved(SHIRE),), typed=True, known=False),
        Paper("unknown_languages", (unknown_columns.mixed_languages(SHIRE),), known=False),
        Paper("unknown_prefecture", (unknown_columns.prefecture(SHIRE),), grid_paper=True, known=False),
        Paper("unknown_heads_below", (unknown_columns.heads_below(SHIRE),), known=False),
        Paper("unknown_transposed", (unknown_rows.transposed(SHIRE),), portrait=True, known=False),
        Paper("unknown_long_list", (unknown_rows.long_list(SHIRE),), portrait=True, known=False),
        Paper("unknown_stub_rows", (unknown_rows.stub_rows(SHIRE),), known=False),
        Paper("unknown_lines_above", (unknown_lines.lines_above(SHIRE),), portrait=True, known=False),
    )
