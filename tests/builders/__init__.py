"""What several tests build: invented studies, packed files, copies of the project, checks of a crate."""
