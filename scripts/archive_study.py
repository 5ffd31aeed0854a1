"""Write the coded passages as a REFI-QDA project and codebook, the exchange format of analysis tools."""

from crosscase.coding.quotation_consent import QuotationRule
from crosscase.refi_archive import project, readme
from crosscase.running import steps
from crosscase.sample import counts
from crosscase.storage import files, schemas
from crosscase.study import facts

with steps.logging_to(snakemake.log[0]):
    inputs, output, params = snakemake.input, snakemake.output, snakemake.params
    segments = list(files.read_all(inputs.segments, schemas.Segment))
    participants = counts.unique(files.read_all(inputs.participants, schemas.Participant))
    quoting = QuotationRule(participants, files.read_all(inputs.reviews, schemas.ReviewCount))
    quoting.require_review("results/archive", "data/restricted/review")
    entries = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    domains = facts.restore(facts.Domain, params.domains)
    groups = facts.restore(facts.Group, params.groups)
    not_coded = facts.restore(facts.NotCoded, params.not_coded)
    about = (params.title, params.note, segments, participants, quoting)
    packed = project.project(*about, entries, domains, groups, not_coded)
    for path, content in ((output.project, packed), (output.codebook, project.codebook(entries, domains))):
        with files.replacing(path) as stream:
            stream.write(content)
    files.write_text(output.readme, readme.write(params.study, *about, domains, groups, not_coded))
