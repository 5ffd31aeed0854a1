"""The names of an export's documents: which document a name means, and the same name without the ending of a file.

1. Two documents may have one name: in two folders, in two groups, or with two numbers. Each then goes by its address,
   `folder/name`, everywhere: in the register, in the review and in the log of replacements.
2. What stands before the slash is the document's group or folder, all of its groups (`A/B/name`), or its number or
   GUID in the tool, whichever no other document of the name has. Nothing stands before the slash of a document outside
   of any folder.
3. One participant's part of a document, `stated_participants`, is a document of its own, in the document as its folder.
4. An ending is one that files have. The rest of a name after a dot belongs to the name: "Interview 3.2" is not
   "Interview 3". It may be left away in an address, too: it is the document's, also where that is before the slash.
5. Where the groups of documents are those of the study, a table may have a wrong one in a row. Documents of one name
   that differ in nothing but their group are therefore one document, unless the register has an address of one of them.
   The code, the name and the ISO code of a group are one group, also in an address of the register.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from crosscase.readers.raw import RawCoding
from crosscase.storage.text_form import fold

SLASH = "/"
_NO_GROUPS: Mapping[str, str] = {}
_ENDINGS = frozenset(
    """
    aac aiff amr avi bmp csv doc docm docx eaf flac gif heic htm html jpeg jpg m4a m4v md mkv mov mp3 mp4 mpeg mpg odt
    oga ogg opus pages pdf png pptx rtf srt svg text tif tiff trs tsv txt vtt wav webm wma wmv xls xlsx xml
    """.split()  # noqa: SIM905
)


def ending_of(name: str) -> str:
    """The ending of a file's name with its dot, or nothing."""
    before, dot, ending = name.rpartition(".")
    return f".{ending}" if dot and before.strip() and ending.casefold() in _ENDINGS else ""


def without_ending(name: str) -> str:
    """A name without the ending of a file."""
    return name.removesuffix(ending_of(name))


class DocumentNames:
    """The documents that the codings of one export name. `note` sees all codings once before anything is asked.

    `is_registered` is given where the groups of documents are those of the study: whether the register has an address.
    `groups` then has the group of each folded spelling.
    """

    def __init__(
        self, is_registered: Callable[[str], bool] | None = None, groups: Mapping[str, str] = _NO_GROUPS
    ) -> None:
        self._is_registered = is_registered or (lambda _address: False)
        self._groups_are_the_studys = is_registered is not None
        self._groups_of_study = groups if is_registered else _NO_GROUPS
        self._several: dict[str, bool] = {}
        # By folded name and by id: the document's groups, None if they differ between its codings.
        self._groups: dict[str, dict[str, tuple[str, ...] | None]] = {}
        self._name_of_address: dict[str, str] = {}
        self._wholes: set[str] = set()  # documents with parts that belong to one participant each
        self._parts: set[str] = set()

    def note(self, codings: Iterable[RawCoding]) -> Iterator[RawCoding]:
        """Yield the codings unchanged, and note their documents."""
        for coding in codings:
            of_name = self._groups.setdefault(fold(coding.document), {})
            groups = (coding.whole_document,) if coding.whole_document else coding.document_groups
            if coding.whole_document:
                self._wholes.add(coding.whole_document)
                self._parts.add(coding.document)
            if of_name.setdefault(coding.document_id, groups) != groups:
                of_name[coding.document_id] = None
            yield coding

    def with_addresses(self, codings: Iterable[RawCoding]) -> Iterator[RawCoding]:
        """Yield the codings; documents that share their name with others go by their address."""
        for coding in codings:
            if self.several_have(coding.document):
                address = self._addresses(coding.document, coding.document_id)[0]
                self._name_of_address[address] = coding.document
                yield coding._replace(document=address)
            else:
                yield coding

    def name_of(self, document: str) -> str:
        """The name of a document that goes by its name or by its address."""
        return self._name_of_address.get(document, document)

    def has_parts(self, name: str) -> bool:
        """Whether a document has parts that belong to one participant each."""
        return name in self._wholes

    def is_part(self, document: str) -> bool:
        """Whether a document, by its name or address, is one participant's part of another."""
        return self.name_of(document) in self._parts

    def is_shared(self, document: str) -> bool:
        """Whether a document goes by its address, because others have its name."""
        return document in self._name_of_address

    def several_have(self, name: str) -> bool:
        """Whether several documents with codings have this name."""
        if name not in self._several:
            of_name = self._groups.get(fold(name), {})
            self._several[name] = len(of_name) > 1 and not self._differ_in_group_alone(name, of_name)
        return self._several[name]

    def _differ_in_group_alone(self, name: str, of_name: Mapping[str, tuple[str, ...] | None]) -> bool:
        """Whether a row with a wrong group would make these documents of one name out of one."""
        if (
            not self._groups_are_the_studys
            or name in self._parts
            or any(groups is None or "".join(groups) != identifier for identifier, groups in of_name.items())
        ):
            return False
        addresses = {address for identifier in of_name for address in self._addresses(name, identifier)}
        registered = sum(map(self._is_registered_somehow, addresses))
        stated = {self._groups_of_study.get(fold(identifier), identifier) for identifier in of_name if identifier}
        return registered == 0 or (
            registered == 1 and len(stated) == 1 and not self._is_registered_somehow(f"{SLASH}{name}")
        )

    def _is_registered_somehow(self, address: str) -> bool:
        """Whether the register has the address of a document that is no part, with or without its ending."""
        name = address.rpartition(SLASH)[2]
        bare = without_ending(address)
        return self._is_registered(address) or (not self._is_a_name(without_ending(name)) and self._is_registered(bare))

    def in_register(self, document: str, identifier: str = "") -> list[str]:
        """What the register may call a document by its whole name, the most exact first.

        A name that several documents have means none of them.
        """
        name = self.name_of(document)
        addresses = [*self._addresses(name, identifier), *self._other_spellings(name, identifier)]
        if document in self._name_of_address or self.several_have(name):
            return addresses
        return [*addresses, name]

    def without_ending(self, document: str, identifier: str = "") -> list[str]:
        """What the register may call a document without the ending of its file, the most exact first.

        Nothing if another document is called so. Of a part, the document that it is a part of has the ending.
        """
        name = self.name_of(document)
        if name in self._parts:
            return [
                f"{without_ending(before)}{SLASH}{name}"
                for before in self._before(name, identifier)
                if ending_of(before) and not self._is_a_name(without_ending(before))
            ]
        if not ending_of(name) or self._is_a_name(without_ending(name)):
            return []
        return list(map(without_ending, self.in_register(document, identifier)))

    def file_of(self, document: str, identifier: str) -> str:
        """The document that a part is a part of, and any other document itself, by its name or number and name."""
        name = self.name_of(document)
        return self._before(name, identifier)[0] if name in self._parts else name

    def _is_a_name(self, name: str) -> bool:
        """Whether a document is called so, or a document of which there are parts."""
        return fold(name) in self._groups or fold(name) in set(map(fold, self._wholes))

    def _other_spellings(self, name: str, identifier: str) -> list[str]:
        """The addresses of a document with its group as the register may spell it; none if others have such a one."""
        of_name = self._groups.get(fold(name), {})
        if name in self._parts or not self._groups_of_study:
            return []
        stated = [identifier] if identifier or self.several_have(name) else sorted(of_name)
        groups = {self._groups_of_study.get(fold(text), "") for text in stated if of_name.get(text) == (text,)} - {""}
        return [f"{text}{SLASH}{name}" for text, group in self._groups_of_study.items() if groups == {group}]

    def _addresses(self, name: str, identifier: str) -> list[str]:
        """The addresses of a document that no other document of its name has, the best to read first."""
        return [f"{text}{SLASH}{name}" for text in self._before(name, identifier)]

    def _before(self, name: str, identifier: str) -> list[str]:
        """What stands before the slash in the addresses of a document."""
        of_name = self._groups.get(fold(name), {})
        before = {key: _before_the_slash(key, groups or ()) for key, groups in of_name.items()}
        shared = Counter(fold(text) for texts in before.values() for text in set(texts))
        own = [text for text in before.get(identifier, [identifier]) if shared[fold(text)] <= 1]
        return own or [identifier]


def _before_the_slash(identifier: str, groups: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys([*([SLASH.join(groups)] if groups else []), *groups, identifier]))
