"""The reviewer's page: every table with what is behind each of its cells, in one file."""
