"""The style of the page is one system, and docs/page-style.md describes it."""

import re

from tests.builders.projects import ROOT

TEMPLATES = ROOT / "scripts/crosscase/html/templates/report"
STYLE = (TEMPLATES / "style.css").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs/page-style.md").read_text(encoding="utf-8")
NAME = re.compile(r"--[a-z][a-z-]*")


def test_the_guide_has_every_colour_and_typeface_and_no_other() -> None:
    root = STYLE.partition("@media")[0]
    assert set(NAME.findall(GUIDE)) == set(re.findall(r"(--[a-z-]+):", root))


def test_a_dark_page_has_its_own_form_of_each_colour() -> None:
    light, dark = (
        set(re.findall(r"(--[a-z-]+): #", part)) for part in (STYLE.partition("@media")[0], STYLE.split("@media")[1])
    )
    assert light == dark


def test_no_element_has_a_style_of_its_own_but_a_shade() -> None:
    files = [path for path in TEMPLATES.rglob("*") if path.is_file() and path.name != "style.css"]
    found = [line.strip() for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    styled = [line for line in found if re.search(r"style=|[.]style[.]|cssText", line)]
    assert [line for line in styled if not line.startswith('box.style.setProperty("--shade", ')] == []
