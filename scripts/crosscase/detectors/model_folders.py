"""The folders of the models that find names: whether each contains a spaCy pipeline, which one, and its digest.

A model is not a part of crosscase: the team obtains it and names its folder. Nothing is ever downloaded. Snakemake
imports this module while it parses the workflow, so no library is imported here.
"""

import json
import os
from collections.abc import Iterator
from hashlib import file_digest, sha256
from pathlib import Path

from crosscase.messages.errors import Problem
from crosscase.study.facts import CONFIG, Study
from crosscase.study.group_languages import languages_of_groups, supported

_NAMED = {"no": ("no", "nb", "nn")}  # the codes of spaCy for a language, if they differ from the study's
_ANY = "xx"  # a pipeline for many languages
_META, _SETTINGS = "meta.json", "config.cfg"


def problems(study: Study) -> Iterator[Problem]:
    """The problems of the models that a study names."""
    known = supported(languages_of_groups(study.groups, study.languages))
    spoken = sorted({language for languages in known.values() for language in languages})
    for language, model in study.name_models.items():
        place, folder = f"name_models.{language}", Path(model.path)
        if language not in spoken:
            remedy = f"Languages of the study's {study.compare.many}: {', '.join(spoken)}."
            yield Problem(CONFIG, place, f"{language!r} is not a language of the study", remedy)
        elif not folder.is_dir():
            remedy = "Put the model there, or correct the path. crosscase downloads no models."
            yield Problem(CONFIG, place, f"the folder {folder} does not exist", remedy)
        elif not (folder / _SETTINGS).is_file() or not (meta := _meta(folder)):
            what = f"the folder {folder} does not contain a spaCy pipeline"
            yield Problem(CONFIG, place, what, f"Name the folder that contains {_META} and {_SETTINGS}.")
        elif meta.get("lang") not in (*_NAMED.get(language, (language,)), _ANY):
            what = f"the pipeline in {folder} is for {meta.get('lang')!r}, not for {language!r}"
            yield Problem(CONFIG, place, what, "Name a pipeline for this language.")


def _meta(folder: Path) -> dict[str, object]:
    """The metadata of a pipeline; empty if it has none."""
    try:
        meta = json.loads((folder / _META).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return meta if isinstance(meta, dict) else {}


def describe(folder: str) -> str:
    """Name and version of the pipeline in a folder."""
    meta = _meta(Path(folder))
    return f"{meta.get('lang')}_{meta.get('name')} {meta.get('version')}"


def files(folder: str) -> list[str]:
    """Every file below a folder, sorted."""
    return sorted(f"{above}/{name}" for above, _, names in os.walk(folder, followlinks=True) for name in names)


def digest(folder: str) -> str:
    """SHA-256 of a list with one line for each file, its SHA-256 and its path, in the format of `sha256sum`."""
    whole = sha256()
    for file in files(folder):
        with open(file, "rb") as stream:
            line = f"{file_digest(stream, 'sha256').hexdigest()}  {Path(file).relative_to(folder).as_posix()}\n"
        whole.update(line.encode())
    return whole.hexdigest()
