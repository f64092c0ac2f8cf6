"""The examples in the docstrings of judging, and of the measuring it rests on, give what they show."""

import doctest
import importlib
import pkgutil

import pytest

import monosashi.judging
import monosashi.model.measuring

MODULES = [
    f"{package.__name__}.{module.name}"
    for package in (monosashi.judging, monosashi.model.measuring)
    for module in pkgutil.iter_modules(package.__path__)
    if not module.ispkg
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
