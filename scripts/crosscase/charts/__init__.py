"""The charts of what marks, totals, groups and coders are worth, and a sheet of all figures. Only scripts import it; it
imports `analysis`, `coding` and `heatmaps`, whose pages, typefaces and legends it shares. It loads no seaborn."""
