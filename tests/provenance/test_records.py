"""What the record of a build says in place of words that only the team may see. All names are invented."""

from crosscase.coding.observations import ObservationKind
from crosscase.provenance import records
from crosscase.provenance.snakemake_records import Job
from crosscase.storage.schemas import Observation

SPELLING, SHOWN = "Village of Jowan Tregenza", "[GROUP_12345678]"


def test_a_spelling_in_doubt_is_in_no_parameter() -> None:
    observed = [Observation("x", ObservationKind.SPELLING, SPELLING, 0, None, SHOWN)]
    values = {"study": {"groups": [{"code": "V", "also": [SPELLING]}]}, "names": {SPELLING.casefold(): "V", "v": "V"}}
    job = Job("count", (), {}, tuple(sorted(map(repr, values.values()))), None)
    rule = {"doc": "", "script": "", "parameters": {name: [repr(value)] for name, value in values.items()}}
    (step,) = records.describe([job], {"count": rule}, records.spellings(observed), {})
    assert step["parameters"] == {"groups": [{"code": "V", "also": [SHOWN]}], "names": {SHOWN: "V", "v": "V"}}
