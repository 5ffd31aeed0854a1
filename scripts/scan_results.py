"""Search every published file for every identifier that anonymisation replaced, and stop the build if one is found."""

from functools import partial
from itertools import chain
from pathlib import Path

from crosscase.leaks import leak_scan, machine_traces, public_names, public_words, watched
from crosscase.leaks.proofs import Proofs
from crosscase.leaks.search import Search, names_of
from crosscase.leaks.stated_texts import texts_in
from crosscase.running import shared_work, steps
from crosscase.running.stray_results import RESULTS
from crosscase.storage import files, schemas
from crosscase.study import group_languages, slices

with steps.logging_to(snakemake.log[0], confidential=True) as log:
    steps.put_notice()
    find_text = partial(public_words.public_text, [snakemake.input.config, *snakemake.input.public])
    public_text = shared_work.begin(find_text, snakemake.threads)
    identifiers, kept = watched.read(snakemake.input.identifiers)
    cited = "".join(Path(path).read_text(encoding="utf-8") for path in snakemake.input.citation)
    names, of_pipeline = names_of(identifiers, cited), public_words.digests_of_pipeline()  # while the text is found
    study = slices.restore(snakemake.params.study)
    codebook = [*texts_in(list(files.read_rows(snakemake.input.codebook, schemas.CodebookEntry)))]
    stated = {snakemake.input.config: [*texts_in(study), *snakemake.params.exports], snakemake.input.codes: codebook}
    text = "\n".join([public_text(), *codebook])
    public = public_words.public_words(text)
    spoken = group_languages.supported(group_languages.languages_of_groups(study.groups, study.languages))
    in_tables = public_names.names_in_tables(study)
    scan = leak_scan.LeakScan(
        Search(identifiers, public, text, cited, kept, in_tables, names, chain(*spoken.values())),
        machine_traces.traces_of_this_machine(public_words.PIPELINE, public),
        of_pipeline,
        study.limits,
        Proofs(study, [*snakemake.params.exports, *codebook]),
        frozenset(snakemake.params.composed),
        stated,
    )
    verdict = scan.verdict_on(RESULTS, snakemake.threads)
    files.write_text(snakemake.output.verdict, verdict)
    steps.NOTICE.unlink()
    log(verdict.rstrip())
