"""The heatmaps of a manuscript. Only scripts import it, and `starting` the list of letters that no
font has; it imports `coding` and `analysis`. Only this folder loads Matplotlib and seaborn."""
