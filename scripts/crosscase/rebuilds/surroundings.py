"""The surroundings of a build, which must not influence its results: two sets that differ in all of them."""

import locale
import os
from collections.abc import Mapping
from dataclasses import dataclass

VARIED = (
    *("cores", "dates of files", "environment of the user", "hash seed", "home folder", "length of paths"),
    *("locale", "order of files", "settings of matplotlib", "time of day", "time zone", "umask"),
)
_NEVER_VARIED = ("name of the host", "operating system", "processor", "locked libraries")
_KEPT = ("PATH", "LD_LIBRARY_PATH")  # variables that programs need
_PROGRAMS = ("CONDA", "MPL", "PYTHON", "SNAKEMAKE")  # settings of programs rather than of a user
_LOCALES = ("tr_TR.UTF-8", "el_GR.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8")
_MATPLOTLIB = "axes.facecolor: red\nfont.size: 30\npdf.compression: 0\nsavefig.dpi: 50\nsvg.hashsalt: another\n"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The surroundings of one build. It gets only these variables, and a home folder of its own."""

    folder: str
    cores: int
    umask: int
    variables: Mapping[str, str]
    matplotlib: str  # the user's matplotlibrc
    backwards: bool  # files are copied from the last to the first
    date: float | None  # date of every file, in seconds since 1970; None: unchanged


def both() -> tuple[Surroundings, Surroundings]:
    """The surroundings of the two builds."""
    bare = {name: os.environ[name] for name in _KEPT if name in os.environ}
    bare |= {"TZ": "UTC0", "LC_ALL": "C", "PYTHONHASHSEED": "0", **_user("a")}
    rich = {name: value for name, value in os.environ.items() if not name.startswith(_PROGRAMS)}
    rich |= {"TZ": "XYZ-13:45", "LC_ALL": _locale(), "PYTHONHASHSEED": "4242", "COLUMNS": "40"}
    rich |= {"SOURCE_DATE_EPOCH": "1", **_user("somebody-else")}
    return (
        Surroundings("a", 1, 0o077, bare, "", backwards=False, date=None),
        Surroundings("another folder with a longer name " * 3 + "ü", 3, 0o002, rich, _MATPLOTLIB, True, 1e9),
    )


def not_varied() -> list[str]:
    """The properties of this machine that both builds share."""
    lacking = [] if _locale() in _LOCALES[:-1] else ["language of the locale (only one is installed)"]
    return [*_NEVER_VARIED, *lacking]


def _user(name: str) -> dict[str, str]:
    return dict.fromkeys(("EMAIL", "HOSTNAME", "LOGNAME", "USER", "USERNAME"), name)


def _locale() -> str:
    """A locale of another language, if this machine has one."""
    before = locale.setlocale(locale.LC_ALL)
    for name in _LOCALES:
        try:
            locale.setlocale(locale.LC_ALL, name)
        except locale.Error:
            continue
        locale.setlocale(locale.LC_ALL, before)
        return name
    return "POSIX"
