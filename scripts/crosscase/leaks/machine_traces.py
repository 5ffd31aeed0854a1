"""Traces of the machine that built the results: its users, its name and its folders. They are read when needed.

ASSUME: if a user or a machine has a common name (root, user, laptop), it counts only in a path or beside an @.
"""

import getpass
import os
import pwd
import re
import socket
from collections.abc import Iterable
from pathlib import Path

from crosscase.languages.vocabulary import plain
from crosscase.leaks.hits import Hit

_COMMON = """
    root user users admin administrator guest home test build builder runner worker work node ubuntu debian fedora
    docker podman vagrant jovyan rstudio snakemake conda mambauser localhost localdomain server laptop desktop computer
    notebook host default linux main master head login
"""
_USER, _MACHINE, _PLACE = "name of a user", "name of a machine", "place on the machine"
KINDS = frozenset({_USER, _MACHINE, _PLACE})
_SHORTEST = 4  # letters of a name that counts alone
_HOMES = (  # with words that a text with a match contains
    ("/home/", re.compile(r"/(?<![\w.~-]/)home/+\w")),
    ("/users/", re.compile(r"/(?<![\w.~-]/)Users/+\w")),
    ("users", re.compile(r":(?<=[A-Za-z]:)(?<!\w[A-Za-z]:)[\\/]+Users[\\/]+\w")),
    ("/root", re.compile(r"/(?<![\w.~-]/)root(?![\w.-])")),
)
_REST = re.compile(r"[^\s\"'<>]{0,100}")
_ASCII = re.compile("[\x00-\x7f]+")
# The two other signs that are s and k in another case: the long s, and the Kelvin sign.
_ALSO_LETTERS = (("\u017f".encode(), b"s"), ("\u212a".encode(), b"k"))


class Traces:
    """Finds the names of users and machines, and the paths of files.

    Each pattern begins with fixed letters and looks behind them afterwards: it is several times as fast as one that
    looks at every place in the text. Nearly no text has its letters in any case, which bytes show fastest.
    """

    def __init__(
        self, users: Iterable[str], hosts: Iterable[str], places: Iterable[str], public: frozenset[str]
    ) -> None:
        self._patterns = [
            *((_USER, name, _sure(name), _user_pattern(name, public)) for name in users),
            *((_MACHINE, name, _sure(name), _host_pattern(name, public)) for name in hosts),
            *((_PLACE, place, _sure(place), _path_pattern(place)) for place in sorted(set(places))),
            *((_PLACE, words, _sure(words), pattern) for words, pattern in _HOMES),
        ]

    def hits(self, text: str, shortest: int = 0) -> set[Hit]:
        """The traces in a text; of names and places only those with at least `shortest` characters.

        Bytes that are not text hold short names by chance: `A@VM` occurs once in some megabytes.
        """
        folded = text.encode(errors="replace").lower()
        for sign, letter in _ALSO_LETTERS:
            folded = folded.replace(sign, letter)
        return {
            Hit(kind, words, match[0] + _rest(text, match.end()))
            for kind, words, sure, pattern in self._patterns
            if sure in folded and (len(words) >= shortest or kind == _PLACE) and (match := pattern.search(text))
        }


def traces_of_this_machine(pipeline: Path, public: frozenset[str]) -> Traces:
    """The traces that this machine would leave. Its names leave this module in what is found alone, for the team."""
    account = pwd.getpwuid(os.getuid()) if _has_account() else None
    variables = (os.environ.get(name, "") for name in ("USER", "LOGNAME", "SUDO_USER", "USERNAME"))
    users = {*variables, _login(), account.pw_name if account else ""}
    full_name = account.pw_gecos.split(",")[0] if account else ""
    hosts = {socket.gethostname(), os.uname().nodename, os.environ.get("HOSTNAME", "")}
    hosts -= {"localhost"}
    hosts |= {host.partition(".")[0] for host in hosts}
    homes = {str(Path.home()), account.pw_dir if account else ""}
    places = {*homes, str(Path.cwd()), os.environ.get("PWD", ""), str(pipeline)}
    places |= {str(Path(place).resolve()) for place in places if place}
    folders = {
        place.rstrip("/") for place in places if len(Path(place).parts) > 2
    }  # ASSUME: a folder such as /data is not a trace
    return Traces(sorted({*users, full_name if " " in full_name else ""} - {""}), sorted(hosts - {""}), folders, public)


def _sure(words: str) -> bytes:
    """The longest part of some words that bytes have as it is but for the case: without accents."""
    return max(_ASCII.findall(words), key=len, default="").lower().encode()


def _rest(text: str, end: int) -> str:
    """The rest of an address or a path that begins with a trace."""
    found = _REST.match(text, end)
    return found[0] if found else ""


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _has_account() -> bool:
    try:
        pwd.getpwuid(os.getuid())
    except KeyError:
        return False
    return True


def _user_pattern(name: str, public: frozenset[str]) -> re.Pattern[str]:
    quoted = f"(?i:{re.escape(name)})"
    alone = rf"|(?<!\w{quoted})(?!\w)" if _identifies(name, public) else ""
    return re.compile(rf"{quoted}(?:(?<![\w.-]{quoted})@[\w-]|(?<=[\\/~]{quoted})[\\/]{alone})")


def _host_pattern(name: str, public: frozenset[str]) -> re.Pattern[str]:
    quoted = f"(?i:{re.escape(name)})"
    alone = rf"|(?<!\w{quoted})(?!\w)" if _identifies(name, public) else ""
    own = rf"(?<![\w.-]{quoted})\.(?:local|lan|home|localdomain)(?!\w)"
    return re.compile(rf"{quoted}(?:(?<=\w@{quoted})(?![\w.-])|(?<=//{quoted})[:/]|{own}{alone})")


def _path_pattern(place: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.~-]){re.escape(place)}(?![\w-])")


def _identifies(name: str, public: frozenset[str]) -> bool:
    return (
        len(name) >= _SHORTEST
        and name.casefold() not in _COMMON.split()
        and plain(name) not in public
        and not name.isdigit()
    )
