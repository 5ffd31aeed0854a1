"""A study from the exports of the teams: what they hold, and the files that it proposes. Only commands import it.

It reads exports before the pipeline does, with the readers of the pipeline, and prints no text and no name of a person.
It imports `verification`, `codebooks`, `anonymisation`, `readers` and what lies below.
"""
