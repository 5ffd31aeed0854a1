"""Snakemake's own report, `snakemake --report`: each table and figure, with category, title and caption."""

import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
from docutils.core import publish_parts

from tests.builders.projects import ROOT, Study

CAPTION = ROOT / "workflow/report/result.rst"


def known(page: str, name: str) -> dict[str, Any]:
    """What the script of the report knows under a name."""
    start = re.search(rf"var {name} = (?=\{{\")", page)
    assert start
    return dict(json.JSONDecoder().raw_decode(page, start.end())[0])


def test_the_report_of_snakemake_has_each_table_and_figure(built_small: Study, tmp_path: Path) -> None:
    built_small.build("--report", str(tmp_path / "report.html"))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    made = {
        path.relative_to(built_small.folder).as_posix()
        for end in ("tables/*.html", "analysis/*.html", "tables/all.*", "figures/*.svg", "figures/overview.png")
        for path in built_small.folder.glob(f"results/{end}")
    }
    categories = known(page, "categories")
    assert list(categories) == ["Tables", "Figures"]
    assert {path for parts in categories.values() for paths in parts.values() for path in paths} == made
    results = known(page, "results")
    assert results["results/tables/barriers.html"]["labels"] == {"shows": "Barriers", "file": "barriers.html"}
    assert all("A small study" in result["caption"] for result in results.values())


def test_a_title_stays_as_it_is_in_a_caption() -> None:
    title = "Schule: *Wege* |und| `Umwege`_ <https://schule.example> \\ C:\\Wege"
    study = SimpleNamespace(title=title, synthetic_note="")
    text = jinja2.Template(CAPTION.read_text(encoding="utf-8")).render(
        snakemake=SimpleNamespace(params=SimpleNamespace(study=study))
    )
    shown = publish_parts(text, writer="html5", settings_overrides={"report_level": 1, "halt_level": 2})["body"]
    assert jinja2.filters.do_striptags(shown).startswith(f"{title}. The notes below")
