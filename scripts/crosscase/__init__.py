"""crosscase: from raw coded exports of interviews to the tables and heatmaps of a multi-country study.

One concept a module. The steps call them in this order: `readers` → `anonymisation` → `segments` →
`validation` → `mentions` → `cells` → `tables`, `heatmaps` → `published`.
"""
