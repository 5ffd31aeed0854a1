"""Which headings of a register mean the consent to be quoted."""

import pytest

from crosscase.starting import readiness
from crosscase.study import study_folder
from tests.builders.projects import Study

REGISTER = "data/raw/participants.csv"


@pytest.mark.plain_cases(3)
@pytest.mark.parametrize("heading", ["Consent", "Einwilligung", "Zustimmung", "Samtykke", "Zgoda", "Toestemming"])
def test_a_consent_that_may_be_to_the_interview_quotes_nobody(
    heading: str, small_study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_study.replace(REGISTER, "consent_to_quote", heading)
    monkeypatch.chdir(small_study.folder)
    found = readiness.examine(study_folder.study_here())
    assert found.missing == []
    assert f"{REGISTER}: the column “{heading}” is not read" in found.understood
