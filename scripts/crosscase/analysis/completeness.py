"""How complete the codes of each group are, in each domain and over all domains: coverage, unseen codes, accumulation.

ASSUME: a participant counts in each domain that was coded for the group, also without a coding: the interview was
coded, and nothing was found. A group that was not coded for a domain is not in it; over all domains a group has the
domains that were coded for it, and all groups together have those that were coded for each of them. Who was not asked
about a domain is not in it; over all domains a participant counts who was asked about one of them.

ASSUME: a study that does not use saturation (`analysis: {saturation: false}`) has no use for estimates of codes that
further interviews would bring, nor for runs of interviews. Coverage stays, since groups are compared at equal coverage:
that is about what their marks are worth, and says of no group that it was asked enough.

ASSUME: new codes in a run of two interviews are compared with those of the first four (G. Guest, E. Namey and M. Chen,
PLoS ONE 15, 2020), here as expected over all orders of the interviews, so that no order has to be known.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import sqrt

from crosscase.analysis.accumulation import expected_codes, variance
from crosscase.analysis.coverage import codes_at, coverage
from crosscase.analysis.incidence import Incidence
from crosscase.analysis.rows import ALL, Accumulated, Completeness
from crosscase.analysis.unseen_codes import chao2
from crosscase.analysis.worth import DIGITS
from crosscase.coding import exposure
from crosscase.storage.schemas import COUNTED, Cell, Mention, Participant

_BASE, _RUN = 4, 2  # interviews
_MOST_POINTS = 60  # of a curve
Incidences = Mapping[tuple[str, str], Incidence]  # by domain and group


def incidences(
    cells: Sequence[Cell], people: Iterable[Participant], mentions: Iterable[Mention]
) -> dict[tuple[str, str], Incidence]:
    """Who raised which codes, by domain and group; `ALL` in the place of either. A participant occurs once a group
    in `people`.

    The keys are in the order of the cells, all domains and all groups last.
    """
    coded = [cell for cell in cells if cell.state in COUNTED]
    places = dict.fromkeys((cell.domain, cell.group) for cell in coded)
    domains, groups = dict.fromkeys(domain for domain, _ in places), dict.fromkeys(group for _, group in places)
    everywhere = {domain for domain in domains if all((domain, group) in places for group in groups)}

    def keys(domain: str, group: str) -> Iterator[tuple[str, str]]:
        """Where a domain of a group counts."""
        yield from ((domain, group), (domain, ALL), (ALL, group))
        if domain in everywhere:
            yield ALL, ALL

    mentions = list(mentions)
    people = list(people)
    silent = exposure.not_asked(people, mentions)
    of_group: dict[str, list[str]] = defaultdict(list)
    for person in people:
        of_group[person.group].append(person.participant)
    members: dict[tuple[str, str], list[str]] = defaultdict(list)
    raised: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    listed: dict[tuple[str, str], set[str]] = defaultdict(set)
    for domain, group in places:
        for key in keys(domain, group):
            members[key] += exposure.exposed(of_group[group], silent, group, domain)
    for cell in coded:
        for key in keys(cell.domain, cell.group):
            listed[key].add(cell.code)
    for mention in mentions:
        if (mention.domain, mention.group) in places:
            for key in keys(mention.domain, mention.group):
                raised[key].append((mention.participant, mention.code))
    order = [(domain, group) for domain in (*domains, ALL) for group in (*groups, ALL)]
    return {key: Incidence.of(members[key], raised[key], len(listed[key])) for key in order if key in listed}


def of_groups(found: Incidences, uses_saturation: bool) -> Iterator[Completeness]:
    """How complete each group is, and its codes at the lowest coverage that a group of the domain has.

    The number of codes that further interviews might bring is estimated for studies that use saturation alone.
    """
    reached = {key: coverage(incidence) for key, incidence in found.items()}
    for (domain, group), incidence in found.items():
        others = [value for (of, name), value in reached.items() if of == domain and name != ALL and value is not None]
        base = min(others, default=None)
        at_base = codes_at(incidence, base) if base is not None and reached[domain, group] is not None else None
        estimate = chao2(incidence) if incidence.codes and uses_saturation else None
        yield Completeness(
            *(domain, group, incidence.participants, incidence.codes, incidence.listed),
            *(incidence.raised_by_exactly(1), incidence.raised_by_exactly(2)),
            coverage=_number(reached[domain, group]),
            estimated=_number(estimate and estimate.codes),
            low=_number(estimate and estimate.low),
            high=_number(estimate and estimate.high),
            base=_number(base if at_base else None),
            interviews_at_base=_number(at_base and at_base[0]),
            codes_at_base=_number(at_base and at_base[1]),
        )


def curves(found: Incidences, uses_saturation: bool) -> Iterator[Accumulated]:
    """The codes expected after so many interviews: every number of them, or evenly chosen ones of a large group.

    What a run of interviews adds is said for studies that use saturation alone.
    """
    for (domain, group), incidence in found.items():
        everybody = incidence.participants
        step = max(1, -(-everybody // _MOST_POINTS))
        for interviews in sorted({*range(step, everybody + 1, step), *([everybody] if everybody else [])}):
            yield Accumulated(
                *(domain, group, interviews),
                codes=round(float(expected_codes(incidence, interviews)), DIGITS),
                deviation=round(sqrt(variance(incidence, interviews)), DIGITS),
                coverage=_number(coverage(incidence, interviews)),
                new_in_run=_number(_new_in_run(incidence, interviews)) if uses_saturation else None,
            )


def _new_in_run(found: Incidence, interviews: int) -> Fraction | None:
    """New codes of the run behind so many interviews, of the codes of the base; None if there is no base or no run."""
    if interviews < _BASE or interviews + _RUN > found.participants or not found.codes:
        return None
    new = expected_codes(found, interviews + _RUN) - expected_codes(found, interviews)
    return new / expected_codes(found, _BASE)


def _number(value: Fraction | float | None) -> float | None:
    return None if value is None else round(float(value), DIGITS)
