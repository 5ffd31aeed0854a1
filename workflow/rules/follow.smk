"""Follow: the codes interview by interview in a stated order (`analysis: {saturation: {order: …}}`), for the team alone.

in:  results/cells/, data/processed/mentions|participants/{export}.parquet
out: data/processed/saturation/in_order.csv

Beside the published codings of each pseudonym these counts tell who was interviewed when. Nothing below data/processed
is published.
"""


rule follow_interviews:
    """Count the codes interview by interview, in the stated order, for the team alone."""
    input:
        cells="results/cells/cells.parquet",
        mentions=expand("data/processed/mentions/{export}.parquet", export=EXPORTS),
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        code=code_of("follow_interviews"),
    output:
        in_order=for_team("data/processed/saturation/in_order.csv"),
    log:
        "logs/follow_interviews.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice("saturation"),
    script:
        "../../scripts/follow_interviews.py"
