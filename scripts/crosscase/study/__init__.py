"""What `config/study.yaml` says: its facts, how they are read and checked, and which folder holds the study.

Every folder may import it; it imports `messages`, `storage` and `running.pipeline`.
"""
