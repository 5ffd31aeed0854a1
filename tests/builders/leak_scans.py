"""A leak scan that knows some invented identifiers."""

from functools import cache

from crosscase.leaks import public_texts
from crosscase.leaks.leak_scan import LeakScan
from crosscase.leaks.machine_traces import Traces
from crosscase.leaks.pipeline_texts import PipelineTexts
from crosscase.leaks.search import Search
from crosscase.leaks.watched import Watched

LISTED = [
    Watched("PERSON", "Jana Nováčková", ("cs",)),
    Watched("PERSON", "Nováčková", ("cs",)),
    Watched("PERSON", "Κώστας Παπαλιθάκης", ("el",)),
    Watched("PERSON", "Παπαλιθάκης", ("el",)),
    Watched("PERSON", "Hope", ("en",)),
    Watched("PERSON", "Young", (), listed=False),
    Watched("PERSON", "Thea", ("cs",)),
    Watched("PLACE", "Most", ("cs",)),
    Watched("PLACE", "Portugal", ("pt",)),
    Watched("ORGANISATION", "Centrum Rovnodenka", ("cs",)),
    Watched("CODER", "LKŘ"),
    Watched("CODER", "m.sallowfield"),
    Watched("DOCUMENT", "Rozhovor_01_Mírnolesí.docx"),
    Watched("PARTICIPANT", "CZ-07"),
    Watched("PARTICIPANT", "12"),
    Watched("PARTICIPANT", "DE-05"),
    Watched("EMAIL", "jana.nov@priklad.example"),
    Watched("LINK", "https://www.priklad.example/tym?strana=2"),
    Watched("PHONE", "+420 601 123 456"),
    Watched("IBAN", "CZ65 0800 0000 1920 0014 5399"),
]
KNOWN = frozenset({"hope", "portugal"})
TRACES = Traces(["lbecker", "root"], ["ant-eater7", "laptop"], ["/srv/interviews/study"], KNOWN)
SCAN = LeakScan(Search(LISTED, KNOWN), TRACES)


@cache
def pipeline_texts() -> PipelineTexts:
    """What the pipeline itself writes, as a build has it."""
    return PipelineTexts(public_texts.text_of_pipeline(), public_texts.names_of_pipeline())
