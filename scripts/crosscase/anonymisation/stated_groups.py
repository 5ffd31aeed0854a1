"""The country that an export states for each document, in the place that `country_from` names.

- `document_group`: MAXQDA's and ATLAS.ti's groups, REFI-QDA's sets, NVivo's folders, a tidy table's column;
- `variable`: a variable of the document or its case, or a column of the table;
- `document`: a pattern of the document's name, in which `*` stands for anything and `{country}` for the country;
- `code`: a code whose subcodes are countries. It states the country of the whole document that it codes.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from crosscase.readers.raw import RawCoding
from crosscase.storage.text_form import fold
from crosscase.study.facts import ExportSettings

GROUP = "{country}"


class StatedGroups:
    """The country that an export states for each document, in its own words.

    `codings` reads the export once more, since a code may state a document's country after its first coding.
    `name_of` gives the name of a document that goes by its address.
    """

    def __init__(
        self,
        settings: ExportSettings,
        codings: Callable[[], Iterable[RawCoding]],
        name_of: Callable[[str], str] = lambda document: document,
    ) -> None:
        self._name_of = name_of
        source = settings.group_from
        self._whole = settings.group
        self._groups = source == "document_group"
        named = source if isinstance(source, dict) else {}
        self._variable = named.get("variable")
        self._name = _pattern(named["document"]) if "document" in named else None
        self._code = fold(named["code"]) if "code" in named else None
        self.with_group = self.without_group = 0  # codings of which `groups_of` was asked
        self._coded: dict[str, dict[str, None]] = {}
        for coding in codings() if self._code else ():
            if self.states(coding):
                self._coded.setdefault(coding.document, {})[coding.code_path[-1]] = None

    def states(self, coding: RawCoding) -> bool:
        """Whether a coding only states the country."""
        return self._code is not None and self._code in map(fold, coding.code_path[:-1])

    def groups_of(self, coding: RawCoding) -> list[str]:
        """The countries that the export states for the coding's document; more than one is a contradiction."""
        found = self._groups_of(coding)
        self.with_group += bool(found)
        self.without_group += not found
        return found

    def missing(self) -> tuple[str, str]:
        """What `country_from` names, and why no document has it; complete when all codings have been asked of."""
        if self._variable is not None:
            return self._variable, "no document has a country in this column or variable"
        if self._name is not None:
            return "document", "no document's name fits the pattern"
        if self._code is not None:
            return "code", "no document is coded below this code"
        return "document_group", "no document is in a group"

    @property
    def is_compared(self) -> bool:
        """Whether the study says where the export states the country of each document."""
        return self._groups or self._variable is not None or self._name is not None or self._code is not None

    def _groups_of(self, coding: RawCoding) -> list[str]:
        if self._whole is not None:
            return [self._whole]
        if self._groups:
            return list(coding.document_groups)
        if self._variable is not None:
            value = coding.variables.get(self._variable) or _folded(coding.variables, self._variable)
            return [value] if value else []
        if self._name is not None:
            match = self._name.fullmatch(self._name_of(coding.document))
            return [match["country"].strip()] if match else []
        return list(self._coded.get(coding.document, ()))


def _folded(variables: Mapping[str, str], wanted: str) -> str | None:
    """The value of a variable, whatever the case and spaces of its name."""
    return next((value for name, value in variables.items() if fold(name) == fold(wanted)), None)


def _pattern(text: str) -> re.Pattern[str]:
    escaped = re.escape(text).replace(r"\*", ".*?").replace(re.escape(GROUP), "(?P<country>.+?)")
    return re.compile(escaped, re.IGNORECASE | re.DOTALL)
