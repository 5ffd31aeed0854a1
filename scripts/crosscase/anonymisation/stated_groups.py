"""The group that an export states for each document, in the place that `group_from` names.

- `document_group`: MAXQDA's and ATLAS.ti's groups, REFI-QDA's sets, NVivo's folders, a tidy table's column;
- `variable`: a variable of the document or its case, or a column of the table;
- `document`: a pattern of the document's name, in which `*` stands for anything and `{group}` for the group: one of
  the study's own names if the pattern allows one, otherwise letters, otherwise anything;
- `code`: a code whose subcodes are groups. It states the group of the whole document that it codes.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from crosscase.coding.issues import Inspector
from crosscase.messages.wording import counted, with_article
from crosscase.readers.code_paths import is_below
from crosscase.readers.raw import RawCoding, value_of
from crosscase.storage.schemas import Issue
from crosscase.storage.text_form import fold, without_unseen
from crosscase.study.facts import DOCUMENT_GROUP, Compare, ExportSettings

PLACEHOLDER = "{group}"
_LETTER = r"[^\W\d_]"


class StatedGroups:
    """The group that an export states for each document, in its own words.

    `codings` reads the export once more, since a code may state a document's group after its first coding.
    `name_of` gives the name of a document that goes by its address, `own_names` are those of the study's groups.
    """

    def __init__(
        self,
        settings: ExportSettings,
        codings: Callable[[], Iterable[RawCoding]],
        name_of: Callable[[str], str] = lambda document: document,
        own_names: Collection[str] = (),
    ) -> None:
        self.key = settings.group_key
        self._name_of = name_of
        source = settings.group_from
        self._whole = settings.group
        self._groups = source == DOCUMENT_GROUP
        named = source if isinstance(source, dict) else {}
        self._variable = named.get("variable")
        self._names = _patterns(named["document"], own_names) if "document" in named else None
        self._code = named.get("code")
        self.with_group = self.without_group = 0  # codings of which `groups_of` was asked
        self._coded: dict[str, dict[str, None]] = {}
        for coding in codings() if self._code else ():
            if self.states(coding):
                self._coded.setdefault(fold(coding.whole_document or coding.document), {})[coding.code_path[-1]] = None

    def states(self, coding: RawCoding) -> bool:
        """Whether a coding only states the group."""
        return self._code is not None and is_below(self._code, coding.code_path)

    def groups_of(self, coding: RawCoding) -> list[str]:
        """The groups that the export states for the coding's document; more than one is a contradiction."""
        found = self._groups_of(coding)
        self.with_group += bool(found)
        self.without_group += not found
        return found

    def issues(self, inspector: Inspector, variables: Callable[[], str]) -> Iterator[Issue]:
        """Codings whose group was not compared with the register though the study says where the export states it.

        Complete when all codings have been asked of. `variables` lists those of the export.
        """
        if not (self.is_compared and self.without_group):
            return
        value, message = self._missing(inspector.compare)
        if self.with_group:
            group = with_article(inspector.compare.one)
            where = f"in documents without {group}: not compared with the register"
            message = f"{counted(self.without_group, 'coding')} {where}"
            yield inspector.issue("group_partly_stated", "", value, message, "State it in the tool.")
        else:
            remedy = f"Correct {self.key} in config/study.yaml. {variables()}"
            yield inspector.issue("group_not_stated", "", value, message, remedy)

    def _missing(self, compare: Compare) -> tuple[str, str]:
        """The place that the study names, and why no document has it."""
        if self._variable is not None:
            return self._variable, f"no document has {with_article(compare.one)} in this column or variable"
        if self._names is not None:
            return "document", "no document's name fits the pattern"
        if self._code is not None:
            return "code", "no document is coded below this code"
        return DOCUMENT_GROUP, "no document is in a group"

    @property
    def is_compared(self) -> bool:
        """Whether the study says where the export states the group of each document."""
        return self._groups or self._variable is not None or self._names is not None or self._code is not None

    def _groups_of(self, coding: RawCoding) -> list[str]:
        if self._whole is not None:
            return [self._whole]
        if self._groups:
            return list(coding.document_groups)
        if self._variable is not None:
            value = value_of(coding.variables, self._variable)
            return [value] if value else []
        if self._names is not None:
            name = without_unseen(coding.whole_document or self._name_of(coding.document))
            match = next(filter(None, (pattern.fullmatch(name) for pattern in self._names)), None)
            return [match["group"].strip()] if match else []
        return list(self._coded.get(fold(coding.whole_document or coding.document), ()))


def _patterns(text: str, own_names: Collection[str]) -> list[re.Pattern[str]]:
    """A pattern with each form of the group, the best first.

    A name of the study ends where letters end, unless the pattern goes on with a letter: DE is not in DEN01.
    """
    before, after = text.split(PLACEHOLDER)
    names = "|".join(re.escape(name) for name in sorted(own_names, key=lambda name: (-len(name), name)))
    starts = f"(?<!{_LETTER})" if before.endswith("*") else ""
    ends = f"(?!{_LETTER})" if after.startswith("*") else ""
    forms = [f"{starts}(?P<group>{names}){ends}"] if own_names else []
    forms += [f"{starts}(?P<group>{_LETTER}+){ends}", "(?P<group>.+?)"]
    rest = [re.escape(part).replace(r"\*", ".*?") for part in (before, after)]
    return [re.compile(form.join(rest), re.IGNORECASE | re.DOTALL) for form in forms]
