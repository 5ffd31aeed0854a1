"""Further comparisons of the participants, by variables of the register (`also_by`), for the team alone.

Only the step `compare_variables` imports it; it imports `sample`, `coding`, `tables` and `heatmaps`.
"""
