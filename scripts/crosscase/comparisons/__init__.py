"""Further comparisons of the participants, by variables of the register (`also_by`), for the team alone.

The step `compare_variables` and `report` import it; it imports `sample`, `coding`, `tables` and `heatmaps`.
"""
