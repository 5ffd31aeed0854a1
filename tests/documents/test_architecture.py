"""The picture of the architecture in CONTRIBUTING.md is that of the rules and folders."""

import re

import pytest

from tests.builders import architecture
from tests.builders.projects import ROOT, Study

DOCUMENT = ROOT / "CONTRIBUTING.md"


def test_the_picture_is_that_of_the_code(unbuilt: Study, request: pytest.FixtureRequest) -> None:
    made = architecture.picture(architecture.rule_edges(unbuilt))
    text = DOCUMENT.read_text(encoding="utf-8")
    block = re.compile(f"{re.escape(architecture.BEGIN)}.*?{re.escape(architecture.END)}", re.DOTALL)
    if request.config.getoption("--rewrite-expected"):
        DOCUMENT.write_text(block.sub(lambda _: made, text), encoding="utf-8")
    assert block.findall(DOCUMENT.read_text(encoding="utf-8")) == [made]
