"""Decisions of people about what a machine found: a finding waived, a grade or mark overridden. Both stay beside what
was computed, with who decided, when and why."""

import datetime as dt

from pydantic import Field

from monosashi.model.noun import Noun


class Waiver(Noun):
    """A finding that a person answers for. It stays visible."""

    code: str = Field(min_length=1)
    path: str = Field(default="", description="The path it concerns; empty: every finding of that code on the sheet")
    who: str = Field(min_length=1)
    when: dt.date
    why: str = Field(min_length=1)


class Override(Noun):
    """A person's grade or mark, beside the computed one. ``path``: the measure's, empty for the policy's grade."""

    path: str = ""
    sign: str = Field(min_length=1, description="The grade or mark given: 2, B, ○")
    who: str = Field(min_length=1)
    when: dt.date
    why: str = Field(min_length=1)


class Decisions(Noun):
    """What people have decided about one sheet."""

    waivers: tuple[Waiver, ...] = ()
    overrides: tuple[Override, ...] = ()
