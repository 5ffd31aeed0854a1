"""Columns that several of the tables between the steps have, each described once."""

from enum import StrEnum
from typing import Annotated

from crosscase.storage.table_columns import Column, Made

Export = Annotated[str, Column("name of the export, as in study.yaml", made=Made.STATED)]
ExportOrStudy = Annotated[
    str, Column("name of the export, as in study.yaml", empty="the study as a whole", made=Made.STATED)
]
ID_OF_CODING = (
    "id of the coding, made with the study's key: the same in every table, and in every build of the same export"
)
SegmentId = Annotated[str, Column(ID_OF_CODING, made=Made.ID)]
Document = Annotated[str, Column("pseudonym of the document", made=Made.PSEUDONYM)]
Person = Annotated[str, Column("pseudonym of the participant", made=Made.PSEUDONYM)]
MaybePerson = Annotated[
    str | None,
    Column(
        "pseudonym of the participant",
        empty="the document belongs to no participant of the register",
        made=Made.PSEUDONYM,
    ),
]
Group = Annotated[str, Column("code of the group, as in study.yaml", made=Made.STATED)]
MaybeGroup = Annotated[
    str | None, Column("group of the participant in this document", empty="the document belongs to no participant")
]
Domain = Annotated[str, Column("id of the domain, as in study.yaml", made=Made.STATED)]
Code = Annotated[str, Column("id of the code, as in the codebook", made=Made.STATED)]
Coder = Annotated[str | None, Column("pseudonym of the coder", empty="the export names none", made=Made.PSEUDONYM)]
_OFFSET = (
    "characters, bytes or paragraphs, as the tool counts; "
    "moved by a secret number for each participant where a document has several"
)
Start = Annotated[int | None, Column("where the passage begins in the document", _OFFSET, "the export has no offsets")]
End = Annotated[int | None, Column("where the passage ends in the document", _OFFSET, "the export has no offsets")]
Text = Annotated[str | None, Column("words of the passage, redacted", empty="the coding has no words, e.g. a picture")]


class LeftOut(StrEnum):
    """Why a coding has no words although its export has some."""

    OTHERS = "others"  # somebody else has a part in them who withdrew or may not be quoted
    REVIEW = "review"  # its document has no usable capital letters, and the review withheld all of it


WordsLeftOut = Annotated[
    str | None,
    Column("why the words are left out", empty="they are here, or the export has none", values=tuple(LeftOut)),
]
Place = Annotated[
    str | None,
    Column(
        "digest of the place, made with the study's key: the same for codings of one area of a picture, one time",
        empty="the export tells no place besides offsets",
        made=Made.ID,
    ),
]
Day = Annotated[
    str | None, Column("day on which the coding was made: year, month, day", empty="the export does not say")
]
Fingerprint = Annotated[str, Column("the same for two codings that differ in nothing but their place")]
Variable = Annotated[
    str, Column("id of a variable of the sample, or the study's word for what it compares", key=True, made=Made.STATED)
]
