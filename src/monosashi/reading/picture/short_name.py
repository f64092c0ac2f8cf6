"""Short names: a path in so few letters that it can stand in a cell of the picture."""

import re

_INDICATOR = re.compile(r"/goals/(\d+)/levers/(\d+)/indicators/(\d+)(?:/measures/(\d+))?")
#: What a root or step is called, where it is not called by its own name.
_STEPS = {
    "policy": "",
    "statements": "head",
    "programmes": "P",
    "goals": "G",
    "levers": "L",
    "rationales": "R",
    "cabinet": "C",
    "notes": "N",
    "money": "¥",
    "targets": "t",
    "actuals": "a",
    "measures": "m",
    "value": "",
    "text": "",
}


def short_name(path: str) -> str:
    """A path in few letters, counted from 1: indicators are I and goal.lever.indicator, with the measure where there
    is a second one.

    >>> short_name("/goals/0/levers/0/indicators/2/measures/0/targets/1/value")
    'I1.1.3 t2'
    >>> short_name("/programmes/3/money/0"), short_name("/policy/statements/0/text")
    ('P4 ¥1', 'head1')
    """
    found = _INDICATOR.match(path)
    words = []
    if found:
        goal, lever, indicator, measure = (int(part) + 1 if part else 0 for part in found.groups())
        words.append(f"I{goal}.{lever}.{indicator}{f'm{measure}' if measure > 1 else ''}")
        path = path[found.end() :]
    for step in path.split("/")[1:]:
        if step.isdecimal() and words:
            words[-1] += str(int(step) + 1)
        elif called := _STEPS.get(step, step):
            words.append(called)
    return " ".join(words)
