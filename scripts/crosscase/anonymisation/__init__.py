"""From people to pseudonyms and placeholders: the door, what it searches for and how, the keys, the review."""
