"""Changes of the study's codebook after which every name in an export means what it meant: renaming and merging codes.

1. A renamed code keeps its id, so addresses of cells and results stay. Its former label becomes an alias.
2. Merged codes are no rows any more. Their labels and aliases become aliases of the code that stays, which keeps its
   label, place and order. Codes below them move below it. Their definitions are added to its own. What was the opposite
   of one of them is that of the code that stays.
3. An alias is a name alone where that means nothing else, and otherwise a path, such as `Family > Other`. Codes below a
   renamed or merged one get such paths, too.
4. The change is refused if a name would mean something else than before, or nothing any more.
"""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from crosscase.coding import code_names
from crosscase.coding.codebook import SEPARATOR, Codebook, ambiguities
from crosscase.messages.errors import Problem, UsageError
from crosscase.messages.suggestions import did_you_mean
from crosscase.messages.wording import joined
from crosscase.storage.schemas import CodebookEntry, Match
from crosscase.storage.text_form import fold
from crosscase.study.facts import Domain

CodePath = tuple[str, ...]
_MOST = 5  # names in a message


@dataclass(frozen=True, slots=True)
class Revision:
    """The changed codebook."""

    entries: list[CodebookEntry]  # in the former order
    removed: list[str]  # ids
    said: list[str] = field(default_factory=list)  # what a person should know


def find(entries: Sequence[CodebookEntry], name: str) -> CodebookEntry:
    """The code with this id, path, label or alias. Raises UsageError if there is none, or several have the name."""
    found = code_names.named(entries, name)
    if len(found) == 1:
        return found[0]
    if found:
        ids = joined([entry.code for entry in found], last="or")
        raise UsageError(Problem(name, "", "several codes are called so", f"Write the id of one: {ids}."))
    near = did_you_mean(name, [name for entry in entries for name in (entry.code, entry.label)])
    raise UsageError(Problem(name, "", "no code is called so", near or "Write its id or label as in the codebook."))


def rename(entries: Sequence[CodebookEntry], domains: Sequence[Domain], code: str, label: str) -> Revision:
    """Give a code another label. Raises UsageError if that cannot be."""
    label = " ".join(label.split())
    former = next(entry for entry in entries if entry.code == code)
    if not label or label == former.label:
        raise UsageError(Problem(label or "NEW", "", "this is no new name", "Write another label."))
    taken = next((e for e in entries if e.code != code and _place(e, e.label) == _place(former, label)), None)
    if taken:
        remedy = f"Merge them: crosscase codebook merge {_words(former, taken)}."
        raise UsageError(Problem(label, "", f"the code {taken.code} is called so under the same parent", remedy))
    own = [alias for alias in former.aliases if fold(alias) != fold(label)]
    renamed = [replace(e, label=label, aliases=own) if e.code == code else e for e in entries]
    return Revision(_readable(entries, _with_paths(renamed), domains, {}), [])


def merge(entries: Sequence[CodebookEntry], domains: Sequence[Domain], codes: Sequence[str], into: str) -> Revision:
    """Make one code of several. Raises UsageError if that cannot be."""
    by_id = {entry.code: entry for entry in entries}
    target, merged = by_id[into], [by_id[code] for code in dict.fromkeys(codes)]
    problems = list(_problems_of_merge(entries, merged, target))
    if problems:
        raise UsageError(problems)
    gone = {entry.code: into for entry in merged}
    definition = target.definition
    for entry in merged:
        if entry.definition and fold(entry.definition) not in fold(definition):
            definition = (
                f"{definition} Includes “{entry.label}”: {entry.definition}" if definition else entry.definition
            )
    lost = {entry.domain for entry in merged} - {entry.domain for entry in entries if entry.code not in gone}
    against = _opposite_of_merged([target, *merged])
    left = [
        replace(
            entry,
            definition=definition if entry.code == into else entry.definition,
            parent=gone.get(entry.parent, entry.parent),
            opposite=against if entry.code == into else into if entry.code == against else entry.opposite,
        )
        for entry in entries
        if entry.code not in gone
    ]
    headings = [entry.label for entry in merged if not entry.codable]
    said = [f"Codings with {joined(headings)}, which did not count, count for {target.label} now."] if headings else []
    if not against and any(entry.opposite for entry in (target, *merged)):
        said.append(
            f"Opposites are one code now, without an opposite: {joined([entry.code for entry in (target, *merged)])}."
        )
    said += [
        f"The domain {name} has no code any more: take it out of `domains` in study.yaml." for name in sorted(lost)
    ]
    return Revision(_readable(entries, _with_paths(left), domains, gone), list(gone), said)


def _problems_of_merge(
    entries: Sequence[CodebookEntry], merged: Sequence[CodebookEntry], target: CodebookEntry
) -> Iterator[Problem]:
    ids = {entry.code for entry in merged}
    outside = {entry.opposite for entry in (target, *merged) if entry.opposite} - {*ids, target.code}
    if len(outside) > 1:
        what = f"the codes have several opposites: {joined(sorted(outside), _MOST)}"
        yield Problem(target.code, "", what, "Keep one in the column `opposite` of the codebook first.")
    if target.code in ids:
        yield Problem(target.code, "", "a code cannot be merged into itself", "Name it last, and once.")
        return
    if not target.codable:
        what = "it is only a heading for other codes (codable: no), so codings with it do not count"
        yield Problem(target.code, "", what, "Set `codable` to yes in the codebook, or merge into another code.")
    by_id, above = {entry.code: entry for entry in entries}, target.parent
    while above:
        if above in ids:
            remedy = f"Merge {target.code} into {above}, or write another parent for {target.code} first."
            yield Problem(target.code, "", f"it lies below {above}", remedy)
        above = by_id[above].parent
    below = [entry for entry in entries if entry.parent in {*ids, target.code} and entry.code not in ids]
    labels: dict[str, CodebookEntry] = {}
    for entry in below:
        other = labels.setdefault(fold(entry.label), entry)
        if other is not entry:
            what = f"{other.code} and {entry.code} below them have the same label"
            yield Problem(
                target.code,
                "",
                what,
                f"Merge these first: crosscase codebook merge {shlex.join([other.code, entry.code])}.",
            )
        if entry.domain != target.domain:
            what = f"codes are below {entry.parent}, which is in another domain than {target.code}"
            yield Problem(entry.parent, "", what, f"Write another parent or domain for {entry.code} first.")


def _opposite_of_merged(entries: Sequence[CodebookEntry]) -> str:
    """The opposite of a code that is made of several; empty if none has one, or they are opposites of each other."""
    ids = {entry.code for entry in entries}
    return min((entry.opposite for entry in entries if entry.opposite and entry.opposite not in ids), default="")


def _words(*entries: CodebookEntry) -> str:
    """The ids of codes as words of a command."""
    return shlex.join(entry.code for entry in entries)


def _place(entry: CodebookEntry, label: str) -> tuple[str, CodePath]:
    return entry.domain, (*map(fold, entry.path[:-1]), fold(label))


def _with_paths(entries: Sequence[CodebookEntry]) -> list[CodebookEntry]:
    """The codes with their paths as labels and parents are now."""
    by_id = {entry.code: entry for entry in entries}

    def path(entry: CodebookEntry) -> list[str]:
        return [*(path(by_id[entry.parent]) if entry.parent in by_id else []), entry.label]

    return [replace(entry, path=path(entry)) for entry in entries]


def _readable(
    former: Sequence[CodebookEntry], entries: list[CodebookEntry], domains: Sequence[Domain], gone: Mapping[str, str]
) -> list[CodebookEntry]:
    """The codes with the aliases by which every former name means what it meant. Raises UsageError if none does so."""
    old, new = Codebook(former, domains), Codebook(entries, domains)
    names = sorted(old.names(), key=lambda path: (len(path), path))
    written = {tuple(map(fold, path)): path for path in _written_paths(former, domains)}
    for path in names:
        code = old.resolve(path)[1]
        meant = gone.get(code, code) if code else None
        if meant is None or new.resolve(path)[1] == meant:
            continue
        for alias in _aliases_for(written.get(path, path), old):
            tried = [replace(e, aliases=[*e.aliases, alias]) if e.code == meant else e for e in entries]
            changed = Codebook(tried, domains)
            if changed.resolve(path)[1] == meant:
                entries, new = tried, changed
                break
    stop = list(_changed_meanings(old, new, names, gone))
    stop += [problem.what for problem in ambiguities("", entries, domains)]
    if stop:
        remedy = "Give the codes other labels, or remove the alias that is in the way."
        raise UsageError(Problem("the codebook", "", what, remedy) for what in stop[:_MOST])
    return entries


def _aliases_for(path: CodePath, old: Codebook) -> Iterator[str]:
    """The aliases that may stand for a former path, the shorter first: its last level, if that means nothing else."""
    if old.resolve(path[-1:])[0] == Match.UNKNOWN or len(path) == 1:
        yield path[-1]
    yield SEPARATOR.join(path)


def _written_paths(entries: Sequence[CodebookEntry], domains: Sequence[Domain]) -> Iterator[CodePath]:
    """The paths of all codes as the codebook writes them, with the names of their domains and without."""
    roots = {domain.id: [(), (domain.title,), *((name,) for name in domain.also)] for domain in domains}
    for entry in entries:
        for name in (entry.label, *entry.aliases):
            for root in roots[entry.domain]:
                yield (*root, *entry.path[:-1], name)
                yield (*root, *name.split(SEPARATOR))


def _changed_meanings(
    old: Codebook, new: Codebook, names: Sequence[CodePath], gone: Mapping[str, str]
) -> Iterator[str]:
    """Former names that would mean another code, or none, and names of several codes that would mean one."""
    for path in names:
        now, meant = new.resolve(path)[1], {gone.get(code, code) for code in old.meanings(path)}
        is_certain = old.resolve(path)[1] is not None
        if (is_certain and now not in meant) or (now and meant and meant != {now}):
            others = joined(sorted(meant), _MOST)
            yield f"the name “{SEPARATOR.join(path)}” in exports would mean {now or 'no code'}, not {others} as before"
