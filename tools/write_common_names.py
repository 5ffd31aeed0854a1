"""Write the common names of `scripts/crosscase/languages/names/` from the lists of Faker.

    PYTHONPATH=scripts python tools/write_common_names.py

Faker is needed only here: to import it costs each process 0.2 s, and a name less in its next version would change how
a text is anonymised. A test holds that the files are what this writes from the version in the lock.
"""

from collections.abc import Iterable, Sequence
from importlib import import_module, metadata

from crosscase.languages.common_names import ELSEWHERE, NAMES
from crosscase.languages.vocabulary import shape

_LOCALES = {
    "bg": ("bg_BG",),
    "cs": ("cs_CZ", "sk_SK"),
    "da": ("da_DK",),
    "de": ("de_DE", "de_AT"),
    "el": ("el_GR",),
    "en": ("en_GB", "en_IE"),
    "es": ("es_ES", "es_MX", "es_AR", "es_CO", "es_CL"),
    "fi": ("fi_FI",),
    "fr": ("fr_FR", "fr_BE", "fr_CH"),
    "hr": ("hr_HR",),
    "hu": ("hu_HU",),
    "it": ("it_IT",),
    "nl": ("nl_NL", "nl_BE"),
    "no": ("no_NO", "da_DK"),
    "pl": ("pl_PL",),
    "pt": ("pt_PT", "pt_BR"),
    "ro": ("ro_RO",),
    "sk": ("sk_SK", "cs_CZ"),
    "sl": ("sl_SI",),
    "sv": ("sv_SE",),
    "tr": ("tr_TR",),
    "uk": ("uk_UA",),
}
_ELSEWHERE = ("es_ES", "fr_FR", "hr_HR", "ro_RO", "tr_TR")  # in Latin letters
_SHORTEST = 3  # letters of a name
_SHORTEST_ELSEWHERE = 5  # shorter names are too often words of another language
_FIRST = ("first_names", "first_names_male", "first_names_female")
_FAMILY = ("last_names", "last_names_male", "last_names_female")


def files() -> dict[str, str]:
    """The text of each file, by its name without suffix."""
    found = {}
    for language, locales in _LOCALES.items():
        first = _names(locales, _FIRST, _SHORTEST)
        found[language] = _text(locales, first=first, family=_names(locales, _FAMILY, _SHORTEST) - first)
    every = _names(_ELSEWHERE, (*_FIRST, *_FAMILY), _SHORTEST_ELSEWHERE)
    return found | {ELSEWHERE: _text(_ELSEWHERE, all=every)}


def _names(locales: Sequence[str], lists: Sequence[str], shortest: int) -> set[str]:
    """The names in some lists of some locales, in plain shape; a name of several words is several names."""
    providers = [import_module(f"faker.providers.person.{locale}").Provider for locale in locales]
    found = (getattr(provider, names, ()) for provider in providers for names in lists)
    listed = (name for names in found if not isinstance(names, property) for name in names)  # one of other lists
    parts = (part for name in listed for part in shape(name).replace("-", " ").split())
    return {part for part in parts if len(part) >= shortest}


def _text(locales: Sequence[str], **lists: Iterable[str]) -> str:
    source = f"Faker {metadata.version('faker')}, MIT licence, locales {', '.join(locales)}"
    written = f"# Written by tools/write_common_names.py from {source}.\n"
    for kind, names in lists.items():
        written += "".join([f"{kind} = '''\n", *(f"{name}\n" for name in sorted(names)), "'''\n"])
    return written


if __name__ == "__main__":
    for name, text in files().items():
        (NAMES / f"{name}.toml").write_text(text, encoding="utf-8")
