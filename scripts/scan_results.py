"""Search every published file for every identifier that anonymisation replaced, and stop the build if one is found."""

from functools import partial
from itertools import chain

from crosscase.leaks import leak_scan, leak_table, machine_traces, public_ids, public_texts, stated_texts, watched
from crosscase.leaks.pipeline_texts import PipelineTexts
from crosscase.leaks.proofs import Proofs
from crosscase.leaks.search import Search, names_of
from crosscase.leaks.stated_texts import texts_in
from crosscase.running import share_notice, shared_work, steps
from crosscase.running.stray_results import RESULTS
from crosscase.storage import files, schemas
from crosscase.study import citation_texts, group_languages, own_texts, slices

with steps.logging_to(snakemake.log[0], confidential=True) as log:
    share_notice.put()
    leak_table.forget()
    of_team = [snakemake.input.config, *snakemake.input.public, *snakemake.input.citation]
    of_study = public_texts.text_of_study(of_team)
    text_of_pipeline = shared_work.begin(public_texts.text_of_pipeline, snakemake.threads)
    identifiers, kept = watched.read(snakemake.input.identifiers)
    cited = "\n".join(chain(*map(citation_texts.authors, snakemake.input.citation)))
    names, of_pipeline = names_of(identifiers, cited), public_texts.digests_of_pipeline()  # while the text is found
    study = slices.restore(snakemake.params.study)
    rows = list(files.read_rows(snakemake.input.codebook, schemas.CodebookEntry))
    codebook = [*texts_in(rows)]
    shown = [*own_texts.restored(snakemake.params.texts), *own_texts.of_citation(snakemake.input.citation)]
    stated = stated_texts.of_files(shown, study, snakemake.params.exports, snakemake.input.codes, rows)
    own = text_of_pipeline()
    pipeline_texts = PipelineTexts(own, [*public_texts.names_of_pipeline(), *snakemake.params.composed])
    text = "\n".join([of_study, own, *codebook])
    public = public_texts.public_words(text)
    spoken = group_languages.supported(group_languages.languages_of_groups(study.groups, study.languages))
    in_tables = public_ids.names_in_tables(study)
    scan = leak_scan.LeakScan(
        Search(identifiers, public, text, cited, kept, in_tables, names, chain(*spoken.values()), pipeline_texts),
        machine_traces.traces_of_this_machine(public_texts.PIPELINE, public),
        of_pipeline,
        study.limits,
        Proofs(study, [*snakemake.params.exports, *codebook]),
        frozenset(snakemake.params.composed),
        stated,
        frozenset([*snakemake.params.composed, *snakemake.input]),
    )
    note = partial(leak_table.write, snakemake.input.identifiers)
    verdict = scan.verdict_on(RESULTS, snakemake.threads, note)
    files.write_text(snakemake.output.verdict, verdict)
    share_notice.settle_searched()
    log(verdict.rstrip())
