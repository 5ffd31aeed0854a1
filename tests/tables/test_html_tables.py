"""Tables as HTML: every label as it stands, and nothing that loads."""

import re
from html.parser import HTMLParser

from crosscase.tables import domain_tables, html_tables
from tests.builders.invented_cells import HOSTILE, large
from tests.builders.invented_tables import REAL, sample_table, small_table


def test_html_page() -> None:
    page = html_tables.render(small_table())
    assert page.startswith('<!doctype html>\n<html lang="en">\n')
    assert (
        page[page.index("<main>") :]
        == """\
<main>
<p class="study">A study of services</p>
<p class="warning" role="note">Synthetic: nobody said this.</p>
<div class="scroll" role="region" aria-labelledby="caption" tabindex="0">
<table aria-describedby="notes">
<caption id="caption">Barriers</caption>
<thead>
<tr>
<th scope="col">Code</th>
<th scope="col"><abbr title="Czech Republic">CZ</abbr> <small>n = 10</small></th>
<th scope="col"><abbr title="Greece">EL</abbr> <small>n = 10</small></th>
<th scope="col"><abbr title="Norway">NO</abbr> <small>n = 10</small></th>
<th scope="col" class="number">Total</th>
</tr>
</thead>
<tbody>
<tr>
<th scope="row">Money &amp; means</th>
<td colspan="4"></td>
</tr>
<tr>
<th scope="row" style="--level: 1">Funds &lt;cut&gt;</th>
<td class="present" aria-label="at least one participant of the country raised it">x</td>
<td class="present" aria-label="at least one participant of the country raised it">x</td>
<td class="not_coded" aria-label="the country&#39;s material was not coded for this domain">n.c.</td>
<td class="number">2</td>
</tr>
<tr>
<th scope="row" style="--level: 2">Staff</th>
<td class="absent" aria-label="coded, and no participant of the country raised it"></td>
<td class="absent" aria-label="coded, and no participant of the country raised it"></td>
<td class="not_coded" aria-label="the country&#39;s material was not coded for this domain">n.c.</td>
<td class="number">0</td>
</tr>
<tr>
<th scope="row">Time</th>
<td class="present" aria-label="at least one participant of the country raised it">x</td>
<td class="absent" aria-label="coded, and no participant of the country raised it"></td>
<td class="not_coded" aria-label="the country&#39;s material was not coded for this domain">n.c.</td>
<td class="number">1</td>
</tr>
</tbody>
</table>
</div>
<div class="notes" id="notes">
<p>Total: number of countries marked x. n: participants who were interviewed.</p>
<p>CZ: Czech Republic, EL: Greece, NO: Norway.</p>
<p>Codebook: 3 codes, version 17a026fe0a8bda16.</p>
<p>Not coded for “Barriers”: Norway (NO). The interviews were lost.</p>
<p>Marks that rest on a single participant: 1.</p>
<p>x: at least one participant of the country raised it; blank: coded, and no participant of the country raised it; n.c.: \
the country&#39;s material was not coded for this domain.</p>
</div>
</main>
</body>
</html>
"""  # noqa: E501
    )


class Cells(HTMLParser):
    """Collects the text of the table's cells, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and data.strip():
            self.rows[-1][-1] += data


def test_html_keeps_every_label_and_loads_nothing() -> None:
    matrix = large(12, 3, HOSTILE)
    page = html_tables.render(domain_tables.domain_table(matrix, REAL))
    reader = Cells()
    reader.feed(page[page.index("<thead>") : page.index("</table>")])
    assert [row[0] for row in reader.rows[1:]] == [row.label for row in matrix.rows]
    assert not re.search(r"<script|<link|https?:|url\(|@import|warning\" role", page)


def test_html_groups_of_the_sample() -> None:
    page = html_tables.render(sample_table())
    assert re.findall(r'<th scope="rowgroup" colspan="3">(.*?)</th>', page) == ["Country", "Professional position"]
    assert page.count("<tbody>") == 2
    assert '<caption id="caption">Participants (N = 3)</caption>' in page
