"""crosscase: every table and heatmap of a multi-country interview study, from the raw coded exports.

    config + data/raw → data/processed → results

The code is found beside this file; the study (config/ and data/) in the working directory, which
`snakemake --directory STUDY` sets. `snakemake --list-rules` reads as the table of contents.
"""

from contextlib import suppress

from snakemake.utils import min_version

min_version("9.27")


include: "workflow/rules/common.smk"


rule all:
    """Build every table, figure, check and list of the study."""
    default_target: True
    input:
        started_early,
        scanned_results,
        LEAK_VERDICT,
        lambda wildcards: declared().for_team,


rule preflight:
    """Show what each export contains, before anything else is built."""
    input:
        "results/preflight/exports.txt",
    log:
        "logs/preflight.log",
    conda:
        "envs/analysis.yaml"
    shell:
        "cp {input} {log}"


rule archive:
    """Write the coding as a REFI-QDA project, the exchange format of analysis tools; it contains words of interviews."""
    input:
        lambda wildcards: declared().on_request,
        LEAK_VERDICT,


include: "workflow/rules/prepare.smk"
include: "workflow/rules/look.smk"
include: "workflow/rules/aggregate.smk"
include: "workflow/rules/analyse.smk"
include: "workflow/rules/present.smk"
include: "workflow/rules/chart.smk"


if STUDY.also_by:

    include: "workflow/rules/compare.smk"


if STUDY.saturation.order:

    include: "workflow/rules/follow.smk"


if STUDY.published:

    include: "workflow/rules/prove.smk"


include: "workflow/rules/protect.smk"
include: "workflow/rules/describe.smk"
include: "workflow/rules/trace.smk"
include: "workflow/rules/report.smk"
include: "workflow/rules/manifest.smk"


if Path(CITATION).exists():

    include: "workflow/rules/package.smk"


include: "workflow/rules/archive.smk"
include: "workflow/rules/leaks.smk"


with report_errors():
    errors.stop_on(declared().overwriting(named_files.every(STUDY)))
    make_changed_outputs_again()
    if workflow.is_main_process:
        scheduling.plan_alone(workflow)


onstart:
    scheduling.look_when_a_step_ends(workflow)
    scheduling.end_at_a_signal(workflow)
    input_digests.work_out_once(workflow)
    with report_errors():
        locks.begin_build()
        steps.PROBLEMS.unlink(missing_ok=True)
        steps.forget_unfinished()
        steps.forget_other_exports(EXPORTS, declared().patterns("export"), set(named_files.every(STUDY).values()))
        steps.forget_other_comparisons(declared().for_team)
        share_notice.put()
        keys.keep_from_others("data/processed")
    SPEAKER.begin(log)


onsuccess:
    with report_errors():
        outputs_on_disk().find_changed()
        places.list_issues()
        share_notice.settle(LEAK_VERDICT in outputs_of_build())
    if only_preflight():
        SPEAKER.answer(places.located(Path("results/preflight/exports.txt").read_text(encoding="utf-8").rstrip()))
    else:
        SPEAKER.summarise(summary.format_summary(outputs_of_build()))


onerror:
    for note in (outputs_on_disk().find_changed, places.list_issues, share_notice.withdraw_verdict):
        with suppress(OSError):  # on a full disk the list of problems still comes
            note()
    if only_preflight():
        SPEAKER.answer(described_exports())
    SPEAKER.fail(failures.read_problems(), log)
