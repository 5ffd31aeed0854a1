"""The folders of the models that find names: whether each holds a spaCy pipeline, which one, and its digest.

A model is no part of crosscase: the team gets it and says where it lies. Nothing is ever downloaded. Read while
Snakemake parses the workflow, so no library is imported here.
"""

import json
import os
from collections.abc import Iterator
from hashlib import file_digest, sha256
from pathlib import Path

from crosscase.languages.vocabulary import OF_COUNTRY
from crosscase.messages.errors import Problem
from crosscase.study.facts import CONFIG, Study

_NAMED = {"no": ("no", "nb", "nn")}  # what spaCy calls a language, where it is not what the study does
_ANY = "xx"  # a pipeline for many languages
_META, _SETTINGS = "meta.json", "config.cfg"


def problems(study: Study) -> Iterator[Problem]:
    """What is wrong with the models that a study names."""
    spoken = sorted({OF_COUNTRY[country.iso] for country in study.groups if country.iso in OF_COUNTRY})
    for language, model in study.name_models.items():
        place, folder = f"name_models.{language}", Path(model.path)
        if language not in spoken:
            remedy = f"Languages of its countries: {', '.join(spoken)}."
            yield Problem(CONFIG, place, f"{language!r} is no language of the study", remedy)
        elif not folder.is_dir():
            remedy = "Put the model there, or correct the path: crosscase downloads none."
            yield Problem(CONFIG, place, f"there is no folder {folder}", remedy)
        elif not (folder / _SETTINGS).is_file() or not (meta := _meta(folder)):
            what = f"the folder {folder} holds no spaCy pipeline"
            yield Problem(CONFIG, place, what, f"Give the folder in which its {_META} and {_SETTINGS} lie.")
        elif meta.get("lang") not in (*_NAMED.get(language, (language,)), _ANY):
            what = f"the pipeline in {folder} is not for {language!r} but for {meta.get('lang')!r}"
            yield Problem(CONFIG, place, what, "Give the pipeline of the language.")


def _meta(folder: Path) -> dict[str, object]:
    """What a pipeline says of itself; nothing where it says nothing."""
    try:
        meta = json.loads((folder / _META).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return meta if isinstance(meta, dict) else {}


def named(folder: str) -> str:
    """Name and version of the pipeline in a folder."""
    meta = _meta(Path(folder))
    return f"{meta.get('lang')}_{meta.get('name')} {meta.get('version')}"


def files(folder: str) -> list[str]:
    """Every file below a folder, sorted."""
    return sorted(f"{above}/{name}" for above, _, names in os.walk(folder, followlinks=True) for name in names)


def digest(folder: str) -> str:
    """SHA-256 over what is in a folder: of each file a line, its SHA-256 and its path there, as `sha256sum` writes."""
    whole = sha256()
    for file in files(folder):
        with open(file, "rb") as stream:
            line = f"{file_digest(stream, 'sha256').hexdigest()}  {Path(file).relative_to(folder).as_posix()}\n"
        whole.update(line.encode())
    return whole.hexdigest()
