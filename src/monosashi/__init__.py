"""monosashi (物差し, a yardstick): what a policy is for, how it is measured, and whether it worked.

A sheet walks through the rooms once, from paper to verdict:

``model``       what a sheet says: nouns, frozen
``forms``       the blank paper: labels, columns, marks, as dated data
``reading``     bytes -> Reading: every value knows where it stands on the paper
``auditing``    Sheet -> Findings: one check a module
``judging``     Sheet + the rule in force -> Judgement: rules are dated data with a citation
``publishing``  Sheet -> bytes: the official form, an accessible page, JSON, flat tables
``office``      the corridor itself: the verbs over all rooms, and the library that keeps sheets
``web``         pages over the office
``cli``         one command a verb

The verbs are ``read``, ``correct``, ``audit``, ``judge``, ``publish`` and ``table``:

>>> from monosashi import audit, publish, read
>>> from monosashi.office.samples import sample_sheets
>>> from monosashi.office import publish_sheet
>>> reading, = read(publish_sheet(sample_sheets()[0], "excel"), "sheet.xlsx")
>>> sorted({finding.severity.value for finding in audit(reading)})
['note', 'warning']
"""

from monosashi.model import Finding, Reading, Sheet
from monosashi.office import findings_of as audit
from monosashi.office import judge_reading as judge
from monosashi.office import publish, read, table
from monosashi.office.corrections import correct

__all__ = ["Finding", "Reading", "Sheet", "audit", "correct", "judge", "publish", "read", "table"]
