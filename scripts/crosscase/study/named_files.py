"""The files that a study names, by the keys of study.yaml."""

from crosscase.study.facts import DEFAULT_DECISIONS, DEFAULT_KEY, Study


def every(study: Study) -> dict[str, str]:
    """The paths of all files that are the study's own, by the keys of study.yaml, also where these are left out."""
    return {**needed(study), "decisions": study.decisions, "key_file": study.key_file}


def needed(study: Study) -> dict[str, str]:
    """The paths of the files that a study needs, by the keys of study.yaml that name them."""
    declared = {"codebook": study.codebook, "register": study.register}
    declared |= {f"exports.{name}.file": export.file for name, export in study.exports.items()}
    declared |= {f"published.{name}": path for name, path in study.published.items()}
    if study.identifiers is not None:
        declared["identifiers"] = study.identifiers
    if study.guide is not None:
        declared["guide"] = study.guide
    if study.decisions != DEFAULT_DECISIONS:
        declared["decisions"] = study.decisions
    if study.key_file != DEFAULT_KEY:  # the default key is made on first use
        declared["key_file"] = study.key_file
    return declared
