"""Adds exports to a study: what is new in them, what a person wants of that, and the files that change, all together.

study.yaml names an export only when its copy, the register and the codebook are written. A former export is set aside,
not deleted. No words of interviews and no names of documents are printed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from crosscase.anonymisation import register
from crosscase.anonymisation.register import Person
from crosscase.codebooks import codebook_edits
from crosscase.coding import codebook
from crosscase.coding.codebook import SEPARATOR, Codebook
from crosscase.messages.errors import StudyError, stop_on
from crosscase.messages.wording import agree, counted, cut, joined, plural_of
from crosscase.running import locks
from crosscase.starting import (
    further_codes,
    further_exports,
    further_people,
    given_files,
    left_out,
    study_files,
    unchanged_files,
    valid_study,
    words_in_doubt,
)
from crosscase.starting.aligned_codes import is_spelling_of
from crosscase.starting.found import describe
from crosscase.starting.further_codes import FurtherCodes
from crosscase.starting.further_exports import ASIDE, Further
from crosscase.starting.further_people import Known, Placed
from crosscase.starting.left_out import LeftOut
from crosscase.starting.questions import Ask
from crosscase.starting.readings import Readings, Wishes
from crosscase.storage.joint_writing import replace_all
from crosscase.study.facts import CONFIG, Domain, ExportSettings, Group, Study
from crosscase.study.study_edits import StudyText

_MOST = 8  # names in a line
_OF_FORMAT = ("file", "format", "sheet", "header_row", "separator", "columns")  # what a newer export may change
_PUBLIC = "Results repeat these words: reword them in {file} before you build, `crosscase check` names the lines."
_OTHER_LABEL = "Give it a row with another label, and write its path under `aliases`."


@dataclass(slots=True)
class Addition:
    """What would be added to a study."""

    study: Study
    exports: list[Further]
    placed: dict[str, Placed]
    codes: FurtherCodes | None  # None: there is no codebook
    register: Known | None
    digests: dict[str, str]  # of the files that it was made from
    left_out: list[LeftOut]
    rows: list[list[str]] = field(default_factory=list)  # of the register

    is_doubtful: Callable[[str], bool] = lambda _: False  # whether a name may name somebody, so that no line quotes it

    @property
    def groups(self) -> list[Group]:
        """The groups that the study lacks."""
        return list({g.code: g for placed in self.placed.values() for g in placed.new}.values())

    @property
    def domains(self) -> list[Domain]:
        """The domains that the study lacks."""
        return [domain for domain in self.codes.domains if domain not in self.study.domains] if self.codes else []


def find(study: Study, paths: Sequence[str], wishes: Wishes, ask: Ask) -> Addition:
    """Read the exports and compare them with the study. Raises StudyError, UsageError."""
    given = given_files.find(paths, Path.cwd())
    digests = unchanged_files.digests((CONFIG, study.codebook, study.register, *given.files))
    has_codebook, sheet = Path(study.codebook).is_file(), study.sheets.get("codebook")
    entries = codebook.read(study.codebook, study.domains, sheet) if has_codebook else None
    book = Codebook(entries, study.domains) if entries else None
    readings = Readings(study, book)
    parts, others = further_exports.sort(given, study)
    exports = [e for e in further_exports.read(parts, readings, wishes, ask) if e.former != e.now]
    digests |= unchanged_files.digests(export.found.settings.file for export in exports)  # empty: not there yet
    found = [export.found for export in exports]
    placed = {e.name: further_people.place(e.found, study, e.former is not None, ask) for e in exports}
    codes = further_codes.find(found, entries, study.domains, readings.codes_of_all, ask) if entries else None
    addition = Addition(study, exports, placed, codes, further_people.read(study), digests, others)
    addition.is_doubtful = words_in_doubt.is_doubtful(words_in_doubt.judge_of(study, _people(study)))
    if addition.register:
        documents = {export.name: export.documents for export in found if not export.settings.participant_from}
        groups = {name: item.groups for name, item in placed.items()}
        with_new = replace(study, groups=[*study.groups, *addition.groups])
        addition.rows = further_people.rows(documents, groups, addition.register, with_new)
    return addition


def _people(study: Study) -> Sequence[Person]:
    """Those of the register, as far as it can be read; `crosscase check` says what is wrong with it."""
    try:
        return register.of_study(study).people
    except StudyError:
        return ()


def describe_all(addition: Addition) -> Iterator[str]:
    """What is new, line by line."""
    documents = {document.name for export in addition.exports for document in export.found.documents}
    yield from left_out.lines(addition.left_out, documents)
    for export in addition.exports:
        groups = sorted({code for code in addition.placed[export.name].groups.values() if code})
        yield f"{describe(export.found)}; {addition.study.compare.one}: {', '.join(groups) or 'not stated'}"
        yield from (f"  {line}" for line in _compared(export, addition))
        yield from (f"  {remark.what}. {remark.advice}" for remark in export.found.remarks)
        if export.found.settings.participant_from:
            yield f"  `participant_from` names its participants: add new ones to {addition.study.register} yourself"
    for title, names in _by_domain(addition.codes).items():
        public = [f"“{cut(name)}”" for name in names if not addition.is_doubtful(name)]
        left = len(names) - len(public)
        hidden = [f"{counted(left, 'code')} whose words may name somebody"] if left else []
        listed = "; ".join([*filter(None, [joined(public, _MOST)]), *hidden])
        yield f"New for {addition.study.codebook}, domain {title}: {counted(len(names), 'code')}: {listed}"
        if hidden:
            yield f"  {_PUBLIC.format(file=addition.study.codebook)}"
    for name, code in addition.codes.aliases if addition.codes else ():
        called = f"“{cut(name)}”" if is_spelling_of(name, code) else _called(name, addition)
        yield f"{called} probably means the code “{cut(code)}”: it becomes an alias, and the column `decide` asks"
    for name in addition.codes.refused if addition.codes else ():
        called = _called(name, addition)
        yield f"Not for the codebook: {called}, since another code is called so in exports. {_OTHER_LABEL}"
    if addition.rows:
        yield f"New for {addition.study.register}: {counted(len(addition.rows), 'document')}"
    for group in addition.groups:
        if addition.is_doubtful(group.name):
            what = f"a {addition.study.compare.one} whose name may be somebody's words"
            yield f"New for {CONFIG}: {what}. {_PUBLIC.format(file=CONFIG)}"
        else:
            yield f"New for {CONFIG}: the {addition.study.compare.one} “{group.name}” with the code {group.code}"
    for domain in addition.domains:
        yield f"New for {CONFIG}: the domain “{domain.title}”, for codes of which nothing says the domain: sort them"


def _called(name: str, addition: Addition) -> str:
    return "a code whose words may name somebody" if addition.is_doubtful(name) else f"“{cut(name)}”"


def _by_domain(codes: FurtherCodes | None) -> dict[str, list[str]]:
    """The new codes by the title of their domain."""
    found: dict[str, list[str]] = {}
    for domain, name in codes.new if codes else ():
        found.setdefault(domain, []).append(name)
    return found


def _compared(export: Further, addition: Addition) -> Iterator[str]:
    """A newer export beside the former one."""
    register, name = addition.register, export.name
    if export.former is None:
        yield "a further export"
        rows = [register.place(name, document.name) for document in export.found.documents] if register else []
        if known := [row for row in rows if row]:
            advice = "Give those of other people a row, with this export"
            yield f"{counted(len(known), 'document')} in the register already ({joined(known, _MOST)}). {advice}."
        return
    now, former = export.now, export.former
    shared = now.shared(former)
    codings = _counts(now.count - shared, former.count - shared, "coding")
    yield f"a newer export of {addition.study.exports[export.name].file}: {codings}"
    new, gone = now.documents - former.documents, former.documents - now.documents
    rows = sorted(register.place(name, document) for document in gone) if register else []
    where = f" (in the register: {joined([row for row in rows if row], _MOST)})" if any(rows) else ""
    yield _counts(len(new), len(gone), "document") + where
    lost = [SEPARATOR.join(path) for path in sorted(former.codes - now.codes)]
    yield _counts(len(now.codes - former.codes), len(lost), "code") + (
        f": {joined([f'“{cut(name)}”' for name in lost], _MOST)}" if lost else ""
    )


def _counts(new: int, gone: int, noun: str) -> str:
    if not (new or gone):
        return f"the same {plural_of(noun)}"
    numbers = (
        f"{counted(new, noun)} {agree(new, 'is', 'are')} new",
        f"{counted(gone, noun)} {agree(gone, 'is', 'are')}",
    )
    return f"{', '.join(numbers)} missing"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants to be changed beside study.yaml."""

    register: bool = True
    codebook: bool = True


@locks.no_build()
def write(addition: Addition, wanted: Wanted) -> list[str]:
    """Write everything, and return what was written, line by line. Raises StudyError; then nothing is changed."""
    study, codes = addition.study, addition.codes
    unchanged_files.stop_on_change(addition.digests)
    contents: dict[str, bytes] = {}
    copies = {
        e.found.settings.file: e.found.source for e in addition.exports if not addition.digests[e.found.settings.file]
    }
    said = [f"Written: {', '.join(copies)}"] if copies else []
    if addition.register and addition.rows and wanted.register:
        contents[study.register] = further_people.content(study, addition.register, addition.rows)
        said.append(f"Added {counted(len(addition.rows), 'row')} below the others of {study.register}: fill them in")
    if codes and codes.is_changed and wanted.codebook:
        sheet = study.sheets.get("codebook")
        contents[study.codebook] = codebook_edits.content(
            study.codebook, codes.entries, codes.domains, decide=codes.decide, sheet=sheet
        )
        numbers = {"code": len(codes.new), "alias": len(codes.aliases)}
        added = joined([counted(number, noun) for noun, number in numbers.items() if number])
        said.append(f"Added to {study.codebook}: {added}")
    contents[CONFIG] = _study_text(addition, addition.domains if wanted.codebook else [])
    try:
        for target, source in copies.items():
            study_files.copy(source, Path(target))
        replace_all(contents)
    except BaseException:
        for target in copies:
            Path(target).unlink(missing_ok=True)
        raise
    return [*said, *_set_aside(addition)]


def _study_text(addition: Addition, domains: Sequence[Domain]) -> bytes:
    """study.yaml with the new exports, newer ones in the place of the former, and further domains."""
    text = StudyText(Path(CONFIG).read_bytes())
    for domain in domains:
        text.add_domain({"id": domain.id, "title": domain.title})
    for group in addition.groups:
        keys = {"code": group.code, "name": group.name, "iso": group.iso, "region": group.region, "also": group.also}
        text.add_group({key: value for key, value in keys.items() if value})
    for export in addition.exports:
        if export.former is None:
            text.add_export(export.name, _keys(addition.placed[export.name].settings))
        else:
            now, former = _keys(export.found.settings), _keys(addition.study.exports[export.name])
            changed = {key: now.get(key) for key in (*former, *now) if now.get(key) != former.get(key)}
            text.change_export(export.name, {key: changed[key] for key in _OF_FORMAT if key in changed})
    content = text.content()
    stop_on(valid_study.problems(content))
    return content


def _keys(settings: ExportSettings) -> dict[str, Any]:
    default = ExportSettings("", "")
    names = ("file", "format", "group", "group_from", "sheet", "header_row", "separator", "columns")
    values = {name: getattr(settings, name) for name in names}
    return {name: value for name, value in values.items() if value != getattr(default, name)}


def _set_aside(addition: Addition) -> Iterator[str]:
    """Move the former exports out of the way, those that lie in the study. One that cannot be moved stays."""
    before = {name: export.file for name, export in addition.study.exports.items()}
    used = {**before, **{export.name: export.found.settings.file for export in addition.exports}}
    for former in sorted(map(Path, set(before.values()) - set(used.values()))):
        if former.is_absolute() or ".." in former.parts or not former.is_file():
            continue
        place, number = Path(ASIDE) / former.name, 1
        while place.exists():
            number += 1
            place = Path(ASIDE) / f"{former.stem}_{number}{former.suffix}"
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            former.rename(place)
        except OSError:
            yield f"The former export is still {former}."
        else:
            yield f"The former export is now {place}. It holds personal data: delete it when you do not need it."
