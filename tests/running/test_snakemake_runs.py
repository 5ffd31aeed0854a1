"""The command hands Snakemake the settings of the profile, and Snakemake understands the same by them."""

from crosscase.running import pipeline, snakemake_runs


def test_the_options_say_what_the_profile_says() -> None:
    from snakemake import cli  # takes long: not while all tests are collected

    snakefile = ["--snakefile", str(pipeline.SNAKEFILE)]
    _, by_profile = cli.parse_args([*snakefile, "--workflow-profile", str(pipeline.PROFILE)])
    _, by_options = cli.parse_args([*snakefile, *snakemake_runs.options_of_profile(pipeline.PROFILE)])
    expected, found = vars(by_profile), vars(by_options)
    assert expected.pop("workflow_profile") != found.pop("workflow_profile") == "none"
    del expected["max_jobs_per_timespan"], found["max_jobs_per_timespan"]  # an object that equals none
    assert found == expected
    assert found["keep_going"] is True
