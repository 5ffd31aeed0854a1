"""The flaws put into the exports on purpose, so that a build has something to warn about.

* cz.xlsx: codings number 5 and 18 stand twice, the copy right after the original.
* pl.xlsx: coding number 11 stands twice.
* de.csv: a coding without text, after the tenth; its code is raised by its participant elsewhere.

None changes a mark: a copy counts once, and a code behind an empty text is coded elsewhere too.
(The Polish alias and the Dutch misspelling are in :mod:`tests.reconstruction.transcripts`.)
"""

from dataclasses import replace

from tests.reconstruction.project import Project

COPIED = {"CZ": (5, 18), "PL": (11,)}
EMPTY = {"DE": 10}


def put_into(project: Project, country: str) -> Project:
    """Give the project with the flaws of its country, if it has any; numbers count from one."""
    codings = []
    for number, coding in enumerate(project.codings, start=1):
        codings.append(coding)
        if number in COPIED.get(country, ()):
            codings.append(coding)
        if number == EMPTY.get(country):
            codings.append(replace(coding, end=coding.start))
    return replace(project, codings=tuple(codings))
