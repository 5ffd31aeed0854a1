"""The heatmaps of a manuscript. Only scripts import it, `charts` its pages and legends, and `starting` the
list of letters that no font has; it imports `coding` and `analysis`. Only this folder and `charts` load Matplotlib, and
only this one seaborn."""
