#!/usr/bin/env python3
"""Holds content/docs/inventory.md against the site: what the table says stands in an element does."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import checks, four_models  # noqa: E402

TABLE = ROOT / "content/docs/inventory.md"
ROWS = 99


class Line:
    """One line of the table: words that stand in the element `identifier` of the page at `route`."""

    def __init__(self, number, route, identifier, words):
        self.number, self.route, self.identifier, self.words = number, route, identifier, words


def code_in(cell):
    return re.findall(r"`([^`]+)`", cell)


def lines_of(text):
    """The lines of all tables whose first column is the number of a row; a line without a number
    goes on with the row above."""
    lines, number = [], None
    for row in text.splitlines():
        cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
        if not row.startswith("|") or len(cells) != 5 or not (cells[0].isdigit() or cells[0] == ""):
            continue
        number = int(cells[0]) if cells[0] else number
        route, identifier, words = code_in(cells[2]), code_in(cells[3]), code_in(cells[4])
        assert len(route) == 1 and len(identifier) == 1 and words, f"row {number}: a line names page, element and words: {row}"
        lines.append(Line(number, route[0], identifier[0], words))
    return lines


def problems_of(lines):
    found = []
    for line in lines:
        for words in line.words:
            problem = four_models.places().problem(line.route, line.identifier, words)
            if problem:
                found.append(f"row {line.number}: {problem}")
    return found


def test_every_row_has_a_place():
    numbers = [line.number for line in lines_of(TABLE.read_text())]
    assert numbers == sorted(numbers), "rows stand in the order of their numbers"
    assert sorted(set(numbers)) == list(range(1, ROWS + 1)), sorted(set(range(1, ROWS + 1)) ^ set(numbers))


def test_what_the_table_names_stands_in_the_element_that_it_names():
    found = problems_of(lines_of(TABLE.read_text()))
    assert not found, "\n".join(found)


SAMPLE = "| 23 | Ranges | `/models/ecommerce-ai/stages/responsive/` | `kpi-ticket-deflection` | `40 to 60 %` |\n"


def test_the_check_finds_a_wrong_page_a_wrong_element_and_a_wrong_figure():
    assert not problems_of(lines_of(SAMPLE))
    for right, wrong in [("stages/responsive/", "stages/responsible/"), ("kpi-ticket-deflection", "kpi-ticket"),
                         ("kpi-ticket-deflection", "kpi-response-time"), ("40 to 60 %", "40 to 61 %")]:
        assert problems_of(lines_of(SAMPLE.replace(right, wrong))), f"not noticed: {wrong}"


if __name__ == "__main__":
    checks.main(globals())
