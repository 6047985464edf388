"""What every test of the theme needs: its environment, and each example view printed once."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from jinja2 import Environment

sys.path.insert(0, str(Path(__file__).resolve().parent))

from ledger_kit import THEME, views

from twosource.press.environment import make_environment
from twosource.press.statics import load_statics, marks


@pytest.fixture(scope="session")
def environment() -> Environment:
    """The press's own environment, strict about undefined names."""
    return make_environment((THEME / "templates", THEME), marks(load_statics(THEME)))


@pytest.fixture(scope="session")
def printed(environment: Environment) -> Mapping[str, str]:
    """Each example view as a page, by the view's name."""
    return {name: environment.get_template(template).render(view).strip() for name, (template, view) in views().items()}
