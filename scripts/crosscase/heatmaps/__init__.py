"""The heatmaps of a manuscript. Only scripts import it; it imports `coding`. Only this folder loads
Matplotlib and seaborn."""
