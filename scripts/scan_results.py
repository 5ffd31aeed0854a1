"""Search every published file for every identifier that anonymisation replaced, and stop the build if one is found."""

from pathlib import Path

from crosscase.leaks import known_words, leak_scan, machine_traces, watched
from crosscase.leaks.search import Search
from crosscase.running import steps
from crosscase.running.stray_results import RESULTS
from crosscase.storage import files
from crosscase.study import slices

with steps.logging_to(snakemake.log[0], confidential=True) as log:
    steps.put_notice()
    identifiers, kept = watched.read(snakemake.input.identifiers)
    public = known_words.known_text(snakemake.input.public)
    cited = "".join(Path(path).read_text(encoding="utf-8") for path in snakemake.input.citation)
    known = known_words.known_words(public)
    scan = leak_scan.LeakScan(
        Search(identifiers, known, public, cited, kept),
        machine_traces.of_this_machine(known_words.PIPELINE, known),
        known_words.known_files(),
        slices.restore(snakemake.params.study).limits,
    )
    verdict = scan.verdict_on(RESULTS)
    files.write_text(snakemake.output.verdict, verdict)
    steps.NOTICE.unlink()
    log(verdict.rstrip())
