"""The heatmaps of a manuscript. Only scripts import it; it imports `coding`. Matplotlib and seaborn load here alone."""
