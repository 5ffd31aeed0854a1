"""The redaction summary that repositories ask depositors for: what was replaced, how, who reviewed it, what remains.

`counts` counts, `kinds` names what is counted, `page` writes it in sentences. Scripts, `report` and `data_package`
import it.
"""
