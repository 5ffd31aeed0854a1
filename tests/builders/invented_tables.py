"""Tables of an invented study, for the tests of their formats."""

from dataclasses import replace

from crosscase.storage.schemas import SampleCount
from crosscase.study.facts import SampleVariable
from crosscase.tables import domain_tables, sample_tables
from tests.builders.invented_cells import STUDY, small

SAMPLE = [
    SampleCount("country", "CZ", 2, 66.7),
    SampleCount("country", "EL", 1, 33.3),
    SampleCount("country", "NO", 0, 0.0),
    SampleCount("position", "Head, of a service", 3, 100.0),
]
SAMPLED = replace(STUDY, sample=[SampleVariable("position", "Professional position", ["Head, of a service"])])
REAL = replace(STUDY, synthetic=False, synthetic_note="", not_coded=[])


def small_table() -> domain_tables.Table:
    return domain_tables.domain_table(small(), STUDY)


def sample_table() -> domain_tables.Table:
    return sample_tables.sample_table(SAMPLE, SAMPLED)
