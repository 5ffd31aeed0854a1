"""What `config/study.yaml` says: its facts, how they are read and checked, and the limits of exports.

Every folder may import it; it imports `messages` and `storage.text_form`.
"""
