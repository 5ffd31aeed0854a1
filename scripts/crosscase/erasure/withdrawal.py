"""A withdrawal from its beginning in the register to its record; a build lies between the two."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from crosscase.anonymisation import gazetteer, identifiers, keys, register, withdrawn_things
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.register import Person
from crosscase.anonymisation.withdrawn_words import WithdrawnWords
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.erasure import decision_edit, record, register_edit, search, stated_words, traces
from crosscase.messages.errors import Problem, UsageError, missing_file, stop_on
from crosscase.reliability import draw_files
from crosscase.running import locks
from crosscase.storage.text_form import fold
from crosscase.study import group_languages
from crosscase.study.facts import Study

_SEARCHED = ("results", "data/processed", "data/restricted", "logs", ".snakemake")
_OF_TEAM = ("data/restricted", "logs")  # searched for ids, too: in results the leak search looks for them
_KEPT_ON_PURPOSE = tuple(
    map(Path, ("data/restricted/identifiers", "data/restricted/pseudonym.key", str(traces.FOLDER)))
)


@dataclass(slots=True)
class Erasure:
    """A withdrawal that is in the register; `complete` it after a build."""

    study: Study
    rows: Sequence[Person]  # of the register
    others: Sequence[Person]
    traces: traces.Traces
    packages: Sequence[str]
    exports: Sequence[str]  # with documents of the person
    places: list[search.Place] = field(default_factory=list)
    stated: list[Problem] = field(default_factory=list)  # where the study itself has a word of the person's names

    def complete(self) -> tuple[str, Path]:
        """Search everywhere, write the record, and return its verdict and its path."""
        decisions = Path(self.study.decisions)
        further = [] if any(decisions.is_relative_to(place) for place in _SEARCHED) else [str(decisions)]
        there = [place for place in (*_SEARCHED, *further) if Path(place).exists()]
        of_others = stated_words.in_documents(self.traces.names, self.others, self.study.register)
        self.places = [
            search.search(place, sought, self.study.limits, _KEPT_ON_PURPOSE, of_others)
            for place in (*there, *self.packages)
            for sought in [self.traces if place in (*_OF_TEAM, *further) else self.traces.without_ids()]
        ]
        self.stated = stated_words.find(self.study, self.rows, _languages(self.study))
        self.stated += dict.fromkeys(of_others.values())
        today = date.today().isoformat()  # the day of a person's act, in a record that no build makes
        path = record.write(record.text(today, self.traces, self.places, self.exports, self.stated))
        if self.is_complete:
            traces.forget(self.traces)
        return record.verdict(self.places, self.stated), path

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left in the study's own folders and in the named packages."""
        return not any(place.left for place in self.places)


@locks.no_build()
def begin(study: Study, participant: str, packages: Sequence[str]) -> Erasure:
    """Collect the traces of a participant, and write the withdrawal into the register.

    Raises UsageError if the register has no such participant or a package does not exist, and StudyError if the
    register or the key cannot be read, or the register cannot be changed.
    """
    stop_on(missing_file(path, "Correct the path.") for path in packages if not Path(path).exists())
    people = register.of_study(study).people
    rows = _rows(study, people, participant)
    pseudonyms = Pseudonyms(keys.read(study.key_file, study.synthetic))
    exports = [name for name in study.exports if any(row.export in ("", name) for row in rows)]
    found = traces.Traces()
    for row in rows:
        found = found.joined(traces.collect(row, [name for name in exports if row.export in ("", name)], pseudonyms))
    others = [person for person in people if person not in rows]
    found = found.without_names_of(others)
    traces.keep(found)
    names = ListedNames(identifiers.names_of_people(people, _languages(study)), {}, identifiers.ids_of(people))
    withdrawn = WithdrawnWords(names, {row.participant for row in rows}, _things(study, rows, others))
    gone = decision_edit.Gone.of(rows, withdrawn, found.passages)
    decision_edit.forget(study.decisions, gone)
    draw_files.forget({(row.group, fold(row.participant)) for row in rows}, pseudonyms)
    variables, sheet = [variable.id for variable in study.sample], study.sheets.get("register")
    for person in rows:
        register_edit.mark_withdrawn(study.register, person, study.compare.one, variables, sheet)
    what = "the withdrawal was written here, but the register does not say it when it is read again"
    remedy = "Write `yes` under `withdrawn` in this row, save the file, and run the command again."
    again = _rows(study, register.of_study(study).people, participant)
    stop_on(Problem(study.register, row.locator, what, remedy) for row in again if not row.withdrawn)
    return Erasure(study, rows, others, found, packages, exports)


def _things(study: Study, rows: Sequence[Person], others: Sequence[Person]) -> frozenset[withdrawn_things.Thing]:
    """The employers and towns that only these people have."""
    sheet, column = study.sheets.get("identifiers"), study.compare.one
    listed: list[Identifier] = []
    if study.identifiers:
        listed, _ = gazetteer.read_gazetteer(study.identifiers, _languages(study), (), column, sheet)
    people = [*others, *(replace(row, withdrawn=True) for row in rows)]
    return withdrawn_things.of_withdrawn(people, listed)


def _languages(study: Study) -> dict[str, tuple[str, ...]]:
    """The languages of each group that decline a name."""
    return group_languages.supported(group_languages.languages_of_groups(study.groups, study.languages))


def _rows(study: Study, people: Sequence[Person], participant: str) -> list[Person]:
    """The rows of a participant: one, or one for each group."""
    if rows := [person for person in people if fold(person.participant) == fold(participant)]:
        return rows
    what = "no row has this participant"
    remedy = "Give an id as it stands in the column `participant`."
    raise UsageError(Problem(study.register, participant, what, remedy))
