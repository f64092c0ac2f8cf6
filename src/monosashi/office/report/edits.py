"""A draft with texts that people wrote."""

from collections.abc import Mapping

from monosashi.model import Sheet, StatementRole

#: The texts that are edited on the page of a report, in the order of the paper.
EDITED = (
    StatementRole.RESULT,
    StatementRole.GRADE,
    StatementRole.RESULT_REASON,
    StatementRole.ANALYSIS,
    StatementRole.NEXT_STEPS,
    StatementRole.EXPERTS,
    StatementRole.SOURCES,
)


def edited(draft: Sheet, texts: Mapping[StatementRole, str]) -> Sheet:
    """The draft with these texts in place of its own; what it has no place for is not taken."""
    statements = tuple(
        one.model_copy(update={"text": texts[one.role]}) if one.role in EDITED and one.role in texts else one
        for one in draft.policy.statements
    )
    return draft.model_copy(update={"policy": draft.policy.model_copy(update={"statements": statements})})
