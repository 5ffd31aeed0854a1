"""An honest package passes, whatever signs its words have, and with two dozen groups. All names are invented."""

import random
import shutil
import string

import pytest
import yaml

from tests.builders.projects import Study
from tests.builders.small_study import CITATION, write_csv
from verifier import checks

LONG = 'Time & "money" / a <b>long</b> label that wraps over lines -- 100% [x]'
GROUPS = [first + second for first in "ABCD" for second in string.ascii_uppercase[:6]]
CODES = (LONG, f"{LONG} >> Sub #1_under", "Heading only >> Below heading", "Trust")
CODEBOOK = (
    ("domain", "code", "label", "definition", "parent", "order", "codable", "aliases"),
    ("barriers", "time", LONG, "=formula", "", 1, "yes", ""),
    ("barriers", "under", "Sub #1_under", "", "time", 2, "yes", ""),
    ("barriers", "heading", "Heading only", "", "", 3, "no", ""),
    ("barriers", "below", "Below heading", "", "heading", 4, "yes", ""),
    ("helps", "trust", "''=trust", "", "", 1, "yes", "Trust"),
)
ROLES = ["=teacher", "+aide & cook", "-head", "not stated"]


def spread_out(study: Study) -> None:
    """Give the small study two dozen groups, a gap, nested codes, and words with signs of HTML, LaTeX and formulas."""
    path = study.folder / "config/study.yaml"
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    config["title"] = 'A "small" study & <others> – 50%_of #1'
    config["domains"][0]["title"] = 'Barriers & "helps" <b>'
    role = {"title": "@Role's & place", "categories": ROLES, "broader": {"Staff [all]": ROLES[:2]}}
    config["sample"] = {"role": role}
    config["countries"] = [{"code": code, "name": f"@Land {code} & co", "iso": "IE"} for code in GROUPS]
    config["not_coded"] = [{"country": GROUPS[0], "domain": "helps", "reason": 'They\'d no "time" & 5% <left>.'}]
    columns = {"document": "Interview", "code": "Code", "text": "Text"}
    config["exports"] = {
        "all": {"file": "data/raw/exports/all.csv", "format": "tidy", "separator": " >> ", "columns": columns}
    }
    path.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    drawn = random.Random(3)
    people = [("participant", "name", "country", "role", "documents", "export", "consent_to_quote", "withdrawn")]
    codings = [("Interview", "Code", "Text")]
    for number, group in enumerate(GROUPS):
        for one in range(1 + number % 4):
            document = f"Talk {number * 10 + one}"
            name, position = f"Xuvo{group}{one} Qlimp", drawn.choice(ROLES)
            people.append((f"X-{number}-{one}", name, group, position, document, "all", "yes", "no"))
            coded = [code for code in CODES if drawn.random() < 0.6 and (number or code != "Trust")]
            codings += [(document, code, f"words {number} {one} {drawn.random()}") for code in coded]
    shutil.rmtree(study.folder / "data/raw/exports")
    write_csv(study.folder / "config/codebook.csv", CODEBOOK)
    write_csv(study.folder / "data/raw/participants.csv", people)
    write_csv(study.folder / "data/raw/exports/all.csv", codings)
    (study.folder / "CITATION.cff").write_text(CITATION, encoding="utf-8")


@pytest.mark.exhaustive
def test_an_honest_package_of_many_groups_passes(small_study: Study, capsys: pytest.CaptureFixture[str]) -> None:
    spread_out(small_study)
    small_study.build("results/provenance/crate.zip")
    code = checks.check(str(small_study.folder / "results/provenance/crate.zip"))
    output = capsys.readouterr().out
    assert code == 0, output
    assert "ok     table sample_by_country" in output
