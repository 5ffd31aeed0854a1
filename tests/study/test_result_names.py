"""No name of a domain or an export makes two results one file, in all paths that the rules declare."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.study import result_names
from crosscase.study.facts import Domain, SampleVariable, Study
from tests.builders.invented_cells import STUDY
from tests.builders.projects import ROOT

RULES = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "workflow/rules").glob("*.smk")))
BLOCKS = re.findall(r"^ +(?:output|log):\n((?:^ {8,}.*\n|^\n)+)", RULES, re.MULTILINE)
PATHS = [path for block in BLOCKS for path in re.findall(r'"((?:data|results|logs)/[^"]+)"', block)]
NAMES: dict[str, Callable[[Study], Sequence[str]]] = {
    "table": result_names.tables,
    "counts": result_names.counts,
    "figure": result_names.figures,
    "chart": lambda _: result_names.CHARTS,
}
# Words that other paths are made of: what a domain or an export would have to be called to meet them.
WORDS = sorted(
    {word for path in PATHS for word in re.findall(r"[a-z0-9_]+", path)} | {"decisions", "words", "problems"}
)
ENDS = ("", "", "_tidy", "_tidy_tidy", "_counts", "_counts_tidy")
domain_names = st.sampled_from(WORDS) | st.from_regex(r"[a-z0-9_]{1,6}", fullmatch=True)
some_names = st.lists(
    st.builds(lambda name, end: name + end, domain_names, st.sampled_from(ENDS)),
    min_size=1,
    max_size=4,
    unique=True,
)


def _study(ids: list[str]) -> Study:
    """A study with these domains and a variable of the sample."""
    role = SampleVariable("role", "Role", ["Head"])
    return replace(STUDY, sample=[role], domains=[Domain(name, name.title()) for name in ids])


def all_paths(domains: list[str], exports: list[str]) -> list[str]:
    """Every path that the rules declare, for all values of its placeholders."""
    study = _study(domains)
    values = {"export": exports, **{name: of(study) for name, of in NAMES.items()}}
    found = []
    for path in PATHS:
        names = [name for name in re.findall(r"\{(\w+)\}", path) if name in values]
        combinations = product(*(values[name] for name in names))
        found += [path.format(**dict(zip(names, some, strict=True)), STUDY=None) for some in combinations if names]
        found += [] if names else [path]
    return found


def test_the_rules_are_read() -> None:
    declared = "\n".join(PATHS)
    for part in (
        "mentions/{export}",
        "tables/{table}_tidy",
        "figures/{figure}.svg",
        "figures/{chart}.svg",
        "restricted/review/{export}",
        "logs/",
    ):
        assert part in declared


@given(domains=some_names, exports=some_names)
def test_every_path_with_a_placeholder_is_of_one_name_alone(domains: list[str], exports: list[str]) -> None:
    if list(result_names.problems(_study(domains))):
        return
    paths = [path for path in all_paths(domains, exports) if "{" not in path]
    assert [path for path, count in Counter(paths).items() if count > 1] == []
    folders = {path[:end] for path in paths for end in range(len(path)) if path[end] == "/"}
    assert not folders & set(paths)


@pytest.mark.parametrize(
    "ids",
    [
        *(["sample"], ["sample_by_country"], ["participant_counts"], ["sample_tidy"], ["all"]),
        *(["all_domains"], ["participant_shares"], ["rarefied_presence"]),
        *(["barriers", "barriers_tidy"], ["barriers", "barriers_counts"]),
        *(["overview"], ["similarity_of_groups"]),
    ],
)
def test_a_domain_that_would_overwrite_other_results_is_named(ids: list[str]) -> None:
    (problem,) = result_names.problems(_study(ids))
    assert f"domains.{len(ids) - 1}.id: the results of the domain '{ids[-1]}' would" in str(problem)


def test_a_name_is_free_where_nothing_has_it() -> None:
    assert not list(result_names.problems(_study(["barriers_tidy", "helps", "barriers_counts"])))
