"""crosscase: from raw coded exports of interviews to the tables and heatmaps of a study that compares groups.

One concept a module, in folders by theme. A build calls them in this order: `readers` → `anonymisation` → `coding` →
`tables`, `heatmaps` → `verification` → `report`, `packages` → `leaks`.
"""
