"""The facts of a study as its steps use them. Every step imports this module, so it imports nothing heavy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from crosscase.storage.limits import DEFAULT, Limits
from crosscase.study.slugs import slug

CONFIG = "config/study.yaml"
CODING_PLAN = "config/reliability.csv"  # who was drawn for double coding, `analysis.planned_coding`
DEFAULT_KEY = "data/restricted/pseudonym.key"
DEFAULT_DECISIONS = "data/restricted/review/decisions.csv"
DEFAULT_K = 3
DEFAULT_INTERVAL = "wilson"
DEFAULT_SEED = 1
DEFAULT_OVERLAP = 0.5
DEFAULT_MERGING = "several_coders"
GROUP = "group"  # the word for what is compared, where a study has no word of its own for it
DOCUMENT_GROUP = "document_group"  # where an export may state the group: in the groups of its documents
# The columns of a register beside that of the group (`Compare.one`) and the variables of the sample: those that it must
# have, those that mean something else where they are missing (`name`: no name to search for, `documents`: the id, the
# others: no), and further ones.
REQUIRED_REGISTER_COLUMNS = ("participant",)
REGISTER_COLUMNS = ("participant", "name", "documents", "consent_to_quote", "withdrawn")
FURTHER_REGISTER_COLUMNS = (
    *("export", "nicknames", "employer", "town", "interviewer"),
    *("interview_date", "interview_number"),
)


@dataclass(frozen=True, slots=True)
class Compare:
    """The study's words for what it compares: one group, and many."""

    one: str = GROUP
    many: str = f"{GROUP}s"
    key: str = field(default="groups", compare=False)  # of the list of groups, as study.yaml has it

    @property
    def heading(self) -> str:
        """The word as it begins a heading."""
        return self.one[:1].upper() + self.one[1:]

    @property
    def id(self) -> str:
        """The word in names of files: plain letters, digits and `_`."""
        return slug(self.one) or GROUP


GROUPS = Compare()  # the words of a study that has none of its own


@dataclass(frozen=True, slots=True)
class Group:
    """One of the groups that the study compares. `also` lists other spellings that exports may use.

    `iso` is the ISO code of a country, which also gives the region of its numbers and the language of its interviews.
    """

    code: str
    name: str
    iso: str = ""
    also: list[str] = field(default_factory=list)
    region: str = ""  # ISO code of the country whose telephone and identity numbers are searched for; empty: `iso`


@dataclass(frozen=True, slots=True)
class Domain:
    """A part of the codebook with its own table and heatmap. `also` lists other names that exports may use."""

    id: str
    title: str
    also: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Declared:
    """A group and a domain, of which the study declares whether the group's material was coded for it."""

    group: str
    domain: str


@dataclass(frozen=True, slots=True)
class NotCoded(Declared):
    """A group whose material was never coded for a domain."""

    reason: str


@dataclass(frozen=True, slots=True)
class MarkRule:
    """When a code is present in a group: see `coding.mark_rules`."""

    unit: str = "participants"  # that are counted: participants, documents or segments
    at_least: int = 1
    share: float | None = None  # of the participants who were interviewed, and asked; of the unit participants alone
    coders: str = "any"  # whose codings count: any, all, or the pseudonym of one
    parents: str = "own"  # what counts for a code that has codes below it: own codings, any or all of theirs, too

    @property
    def needs_codings(self) -> bool:
        """Whether the mentions do not say enough."""
        return self.unit == "documents" or self.coders != "any"


AT_LEAST_ONE = MarkRule()
STUDY_RULE = "study"  # the rule of the study's tables, in results that list several
# ASSUME: these are thresholds that readers ask for; in groups of up to ten, 10 per cent is one participant.
USUAL_RULES = {"at_least_2": MarkRule(at_least=2), "share_10": MarkRule(share=0.1), "share_25": MarkRule(share=0.25)}


@dataclass(frozen=True, slots=True)
class Saturation:
    """Base, run and threshold, see `analysis.saturation`."""

    is_used: bool = True
    order: str | None = None  # of the interviews: register, date or number; None: all orders alone
    base: int = 4
    run: int = 2
    threshold: float = 0.05


ALL_ORDERS = Saturation()


@dataclass(frozen=True, slots=True)
class GroupTest:
    """The test of codes that tell groups apart, see `analysis.exact_test`."""

    is_used: bool = False
    least: int = 5  # participants of each group; smaller groups are not tested
    correction: str = "holm"  # for many codes; or benjamini_hochberg


NO_TEST = GroupTest()


@dataclass(frozen=True, slots=True)
class TruthTable:
    """What a truth table for qualitative comparative analysis is made of, see `analysis.truth_table`."""

    conditions: list[str] = field(default_factory=list)  # ids of codes; none: there is no truth table
    outcome: str = ""  # id of a code
    outcome_groups: list[str] = field(default_factory=list)  # in its place: the groups that have the outcome
    cases: str = "participants"  # or groups

    @property
    def is_used(self) -> bool:
        """Whether the study has a truth table."""
        return bool(self.conditions)

    @property
    def codes(self) -> list[str]:
        """The codes that it names."""
        return [*self.conditions, *([self.outcome] if self.outcome else [])]


NO_TRUTH_TABLE = TruthTable()


@dataclass(frozen=True, slots=True)
class FigureStyle:
    """How the figures of the study are drawn, see `figures` in config/README.md."""

    width_mm: float = 174.0  # the most; a figure is as wide as it needs to be
    height_mm: float = 240.0  # the most of a page; a figure of more is a series of pages
    titles: bool = True  # inside the figure; without them a manuscript has its own beside it
    values: str = "marks"  # in the cells of a domain: marks alone, or with the count or the share of participants
    order: str = "study"  # of the codes: study, total or clustered, see `heatmaps.ordering`
    group_order: str = "study"  # of the groups, likewise
    colours: list[str] = field(default_factory=lambda: ["blues"])  # a set of `colours.NAMED`, or own ones


FIGURES = FigureStyle()


@dataclass(frozen=True, slots=True)
class TableStyle:
    """How the tables of the study are written, see `tables` in config/README.md."""

    excel_csv: bool = False  # whether CSV files of tables begin with a byte-order mark


TABLES = TableStyle()


@dataclass(frozen=True, slots=True)
class SampleVariable:
    """A column of the register that the sample table counts, with its categories in order."""

    id: str
    title: str
    categories: list[str]
    printed_as: str = ""  # the printed table that has its percentages
    broader: dict[str, list[str]] = field(default_factory=dict)  # the categories in each broader category
    missing: str = ""  # the category of participants whose cell is empty

    @property
    def generalised(self) -> dict[str, str]:
        """The broader category of each category, in order; a category without one is its own."""
        inside = {category: name for name, members in self.broader.items() for category in members}
        return {category: inside.get(category, category) for category in self.categories}


def missing_of(sample: Iterable[SampleVariable]) -> dict[str, str]:
    """The category that an empty cell means, for each variable that has one."""
    return {variable.id: variable.missing for variable in sample if variable.missing}


@dataclass(frozen=True, slots=True)
class ExportSettings:
    """How to read one export."""

    file: str
    format: str
    group: str | None = None
    group_from: str | dict[str, str] | None = None
    group_key: str = field(default="group_from", compare=False)  # of what stands above, as study.yaml has it
    participant_from: str | dict[str, str] | None = None  # where a document has several participants
    separator: str | None = None
    columns: Mapping[str, str | list[str]] = field(default_factory=dict)  # several of them only for `code`
    code_columns: list[str] = field(default_factory=list)
    cells: str = "marks"
    codes_in_cell: str | None = None
    leave_out: list[str] = field(default_factory=list)  # names or patterns of codes: the study's, then the export's own
    encoding: str | None = None
    sheet: str | None = None
    header_row: int = 1


@dataclass(frozen=True, slots=True)
class NameModel:
    """A model that finds names in the texts of one language."""

    kind: str  # the library that runs it: spacy or presidio
    path: str  # folder of its spaCy pipeline


@dataclass(frozen=True, slots=True)
class Study:
    """The facts of a study as `config/study.yaml` states them."""

    id: str
    title: str
    synthetic: bool
    codebook: str
    register: str
    groups: list[Group]
    domains: list[Domain]
    sample: list[SampleVariable]
    exports: dict[str, ExportSettings]
    compare: Compare = GROUPS  # the words for what is compared
    output_language: str = "en"  # of tables, figures and pages
    labels: dict[str, Any] = field(default_factory=dict)  # own words in the place of those that ship, `own_labels`
    synthetic_note: str = ""
    identifiers: str | None = None
    guide: str | None = None
    has_guide: bool = False  # whether it states who was asked about what; the path is confidential
    sheets: dict[str, str] = field(default_factory=dict)  # to read in codebook, register, identifiers and guide
    key_file: str = DEFAULT_KEY
    decisions: str = DEFAULT_DECISIONS
    name_models: dict[str, NameModel] = field(default_factory=dict)  # by language
    languages: dict[str, list[str]] = field(default_factory=dict)  # stated, by the code of the group
    not_coded: list[NotCoded] = field(default_factory=list)
    coded: list[Declared] = field(default_factory=list)
    also_by: list[list[str]] = field(default_factory=list)  # columns of the register, `further_comparisons`
    rule: MarkRule = AT_LEAST_ONE  # of the marks in all tables and figures
    further_rules: dict[str, MarkRule] = field(default_factory=dict)  # by name; results are given under each, too
    merging: str = DEFAULT_MERGING  # which codings count as one segment, a mentions.Merging
    severity: dict[str, str] = field(default_factory=dict)
    published: dict[str, str] = field(default_factory=dict)
    limits: Limits = DEFAULT
    k: int = DEFAULT_K  # no count below k is published by group
    interval: str = DEFAULT_INTERVAL  # of shares, an intervals.Method
    saturation: Saturation = ALL_ORDERS
    group_test: GroupTest = NO_TEST
    truth_table: TruthTable = NO_TRUTH_TABLE
    opposites: list[list[str]] = field(default_factory=list)  # pairs of codes that say the opposite of each other
    seed: int = DEFAULT_SEED  # of all that the analysis draws
    overlap: float = DEFAULT_OVERLAP  # from which passages are one segment, see place_agreement
    figures: FigureStyle = FIGURES
    tables: TableStyle = TABLES

    if not TYPE_CHECKING:  # a type checker would take every name for a field

        def __getattr__(self, name: str) -> Any:
            """Say what to do where a step reads a field that its slice does not hold, see `slices`."""
            if name in self.__dataclass_fields__:
                raise AttributeError(f"the step was not given the study's {name!r}: add it to the rule's study_slice()")
            raise AttributeError(name)
