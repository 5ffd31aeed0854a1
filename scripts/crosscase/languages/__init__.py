"""The words that languages use around names and numbers, the ordinary words of each, and common names.

A `.toml` file for each language lists the words around names (`vocabulary`), and `public/` has the names that everybody
in its country knows (`public_names`). `names/` holds the common names, which
`tools/write_common_names.py` writes from Faker; `frequent/` the frequent words, which `tools/write_frequent_words.py`
writes from wordfreq; `word_indexes/` the indexes of simplemma's dictionaries, which `tools/write_word_indexes.py`
writes; `countries.toml`, `country_codes.toml` and `official_languages.toml` come from CLDR. Run all tools when you add
a language, or when the lock has a new version of Faker, simplemma or Babel. `detectors`, `anonymisation`, `leaks`,
`report` and `starting` import this folder; it imports nothing of crosscase.
"""
