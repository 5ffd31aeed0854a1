"""The contents of the package that a study shares.

1. The package contains the files of the manifest, except those that it lists as held back: their rules mark them
   (`kept_back`).
2. It also contains the tables that a reader needs to count every cell again without this pipeline: mentions,
   participants, codebook and the facts of the study.
3. For each participant it contains only the pseudonym and the group: position and organisation together could
   identify a person. The sample table's other counts can therefore not be counted again from it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from crosscase.coding import codebook_version, opposite_codes
from crosscase.coding.exposure import Unasked
from crosscase.messages.errors import Problem, StudyError
from crosscase.provenance.manifests import Entry, Manifest
from crosscase.run_crate.about import Term, Vocabulary
from crosscase.run_crate.crate import CrateError, Packed
from crosscase.storage import files, table_columns
from crosscase.storage.schemas import CellCoding, CodebookEntry, Mention, Participant
from crosscase.study.facts import Domain, Study

CODINGS = "data/codings.csv"
NOT_ASKED = "data/not_asked.csv"  # where the study has a guide
MENTIONS, PARTICIPANTS = "data/mentions.csv", "data/participants.csv"
CODEBOOK, STUDY = "data/codebook.csv", "data/study.json"
WORKFLOW = "code/Snakefile"
PEOPLE_COLUMNS = ("participant", "group")
CODING_COLUMNS = (
    *("code", "group", "participant", "export", "segment_id", "document"),
    *("start", "end", "coder", "passage"),
)
COLUMNS = {
    CODINGS: CODING_COLUMNS,
    CODEBOOK: codebook_version.COLUMNS,
    PARTICIPANTS: PEOPLE_COLUMNS,
}  # only these leave the study
_MEDIA_TYPES = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".md": "text/markdown",
    ".py": "text/x-python",
    ".toml": "application/toml",
    ".xml": "application/xml",
    ".yaml": "application/yaml",
}
SYNTHETIC = "synthetic reconstruction, not the interviews"
_CONTENT = (
    "Tables and heatmaps of a multi-{} interview study, rebuilt from its coded exports by crosscase, with the "
    "mentions that every cell is counted from and the steps that made each file. Participants have pseudonyms. Only "
    "the page contains words of interviews. The raw exports are not included, only their digests."
)


def title_of_package(study: Study) -> str:
    """The title of the package, which says whether the study is synthetic."""
    return f"{study.title} ({SYNTHETIC})" if study.synthetic_note else study.title


def description_of_package(study: Study) -> str:
    """The description of the package, which begins with the note on synthetic data."""
    return f"{study.synthetic_note} {_CONTENT.format(study.compare.one)}".strip()


def files_for_package(manifest: Manifest) -> tuple[list[Entry], list[str]]:
    """The entries of the manifest for the package, and the paths of the files that are left out."""
    inside = [entry for entry in manifest["files"] if entry["path"] not in manifest["held_back"]]
    return inside, sorted({*manifest["held_back"], *manifest["volatile"]})


def results(manifest: Manifest) -> list[Packed]:
    """The files of the manifest for the package, with their paths in the study."""
    entries, _ = files_for_package(manifest)
    return [
        Packed(e["path"], Path(e["path"]), e["media_type"], f"{e['path']}, made by {e['rule']}", e["path"], e["sha256"])
        for e in entries
    ]


def code(pipeline: Path, paths: Iterable[Path]) -> list[Packed]:
    """Files of the pipeline, below `code/`."""
    names = {path: path.resolve().relative_to(pipeline.resolve()) for path in paths}
    return [
        Packed(f"code/{name.as_posix()}", path, _media_type(name), f"code of the pipeline: {name}", name.as_posix())
        for path, name in names.items()
    ]


def manifest_file(manifest: str) -> Packed:
    """The manifest, which does not list itself."""
    return Packed(manifest, Path(manifest), "application/json", "list of all results of the study")


def text_file(path: str, text: str, name: str) -> Packed:
    """A text that is written for the package."""
    return Packed(path, text.encode(), _media_type(Path(path)), name)


def data(
    study: Study,
    mentions: Iterable[Mention],
    participants: Sequence[Participant],
    codebook: Sequence[CodebookEntry],
    held_back: Sequence[str],
    codings: Iterable[CellCoding],
    formats: Mapping[str, str],
) -> list[Packed]:
    """The tables for a recount, and the facts of the study. Of participants it has pseudonym, group and exposure.

    `formats`: that of each export, which says what its places count.
    """
    names = table_columns.names(Mention)
    counted = sorted([getattr(mention, name) for name in names] for mention in mentions)
    stated = {
        "id": study.id,
        "title": study.title,
        "synthetic_note": study.synthetic_note,
        "compare": {"one": study.compare.one, "many": study.compare.many, "id": study.compare.id},
        "output_language": study.output_language,
        "labels": study.labels,
        "groups": [{"code": group.code, "name": group.name} for group in study.groups],
        "domains": [{"id": domain.id, "title": domain.title} for domain in study.domains],
        "not_coded": list(map(asdict, study.not_coded)),
        "coded": list(map(asdict, study.coded)),
        "has_guide": study.has_guide,
        "saturation": study.saturation.is_used,
        "group_test": asdict(study.group_test),
        "truth_table": asdict(study.truth_table),
        "opposites": opposite_codes.pairs(codebook, study.opposites),
        "marks": {"rule": asdict(study.rule), "further": {k: asdict(rule) for k, rule in study.further_rules.items()}},
        "sample": list(map(asdict, study.sample)),
        "published": sorted(study.published),
        "k": study.k,
        "interval": study.interval,
        "overlap": study.overlap,
        "formats": dict(formats),
        "held_back": list(held_back),
    }
    exposure = text_file(
        NOT_ASKED,
        files.csv_text(table_columns.names(Unasked), _unasked(participants)),
        "the participants who were not asked about a domain, as the guide says",
    )
    return [
        *([exposure] if study.has_guide else []),
        text_file(CODINGS, files.csv_text(CODING_COLUMNS, _codings(codings)), "who gave which code, and where"),
        text_file(
            MENTIONS,
            files.csv_text(names, counted),
            "segments in which each participant mentions each code",
        ),
        text_file(
            PARTICIPANTS,
            files.csv_text(PEOPLE_COLUMNS, people(participants)),
            f"the participants: pseudonym and {study.compare.one}",
        ),
        text_file(CODEBOOK, codebook_version.published_text(codebook), "the codes, in the order of the codebook"),
        text_file(STUDY, files.json_text(stated), "the facts of the study"),
    ]


def people(participants: Iterable[Participant]) -> list[tuple[str, str]]:
    """The pseudonym and group of each participant, once, sorted; nothing else about a person leaves the study."""
    return sorted({(person.participant, person.group) for person in participants})


def _codings(codings: Iterable[CellCoding]) -> list[list[str]]:
    """Who gave which code where, as text, sorted."""
    rows = ([getattr(coding, name) for name in CODING_COLUMNS] for coding in codings)
    return sorted(["" if value is None else str(value) for value in row] for row in rows)


def _unasked(participants: Iterable[Participant]) -> list[tuple[str, str, str]]:
    """Pseudonym, group and domain of everybody who was not asked about a domain, sorted."""
    return sorted({(p.participant, p.group, domain) for p in participants for domain in p.not_asked})


def _media_type(path: Path) -> str:
    return _MEDIA_TYPES.get(path.suffix, "text/plain")


def vocabularies(codebook: Sequence[CodebookEntry], domains: Iterable[Domain]) -> list[Vocabulary]:
    """The codebook as sets of terms, one for each domain."""
    return [
        Vocabulary(
            domain.id,
            domain.title,
            [Term(code.code, code.label, code.definition) for code in codebook if code.domain == domain.id],
        )
        for domain in domains
    ]


@contextmanager
def unchanged_files() -> Iterator[None]:
    """Turn a file that changed while the build ran into a sentence."""
    try:
        yield
    except CrateError as error:
        what = "it changed while the build ran, so the records of the steps do not describe it"
        remedy = "Build again, and change no file of crosscase or of results/ until the build has ended."
        raise StudyError(Problem(error.path, "", what, remedy)) from None
