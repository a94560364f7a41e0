#!/usr/bin/env python3
"""Every number of the documents that the built-in models were written from stands on the site, or in
seed_numbers.txt with the reason why it does not. The documents are not part of this repository: the
folder SEEDS, by default ../shared/seeds beside it, holds them."""

import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import checks, four_models  # noqa: E402

LIST = pathlib.Path(__file__).with_suffix(".txt")
SEEDS = pathlib.Path(os.environ.get("SEEDS", ROOT.parent / "shared/seeds"))
WORDS = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10"}
NAMES = re.compile(r"^\s*\d+[.)] |\b(?:stage|phase) \d+\b", re.IGNORECASE)
NUMBER = re.compile(r"(?<![A-Za-z\d])\d+(?:\.\d+)?(?!\d|[A-WYZ])|\b(?:%s)\b" % "|".join(WORDS), re.IGNORECASE)


def numbers_in(text):
    """The numbers of `text` in order, words as digits, without those that only name or count."""
    found = [match.group(0).lower() for match in NUMBER.finditer(NAMES.sub(" ", text))]
    return [WORDS.get(number, number) for number in found]


class Entry:
    def __init__(self, line):
        head, place, self.words = (part.strip() for part in line.split("|"))
        where, *self.numbers = head.split()
        document, number = where.split(":")
        self.where = (document, int(number))
        self.route, self.identifier = place.split() if place != "-" else (None, None)


def entries_of(text):
    return [Entry(line) for line in text.splitlines() if line and not line.startswith("#")]


def listed(entries):
    """Document and line -> the numbers listed for it."""
    by_line = {}
    for entry in entries:
        by_line.setdefault(entry.where, []).extend(entry.numbers)
    return by_line


def stated_in(folder):
    """Document and line -> the numbers that stand there."""
    by_line = {}
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            numbers = numbers_in(line)
            if numbers:
                by_line[path.name[:3], number] = numbers
    return by_line


def differences(stated, entries):
    found = []
    written_down = listed(entries)
    for where in sorted(set(stated) | set(written_down)):
        if stated.get(where, []) != written_down.get(where, []):
            found.append(f"{where[0]}:{where[1]}: stated {stated.get(where, [])}, listed {written_down.get(where, [])}")
    return found


def unfounded(entries):
    """Numbers listed with a place of which no words of the same line hold the number."""
    found = []
    held = {}
    for entry in entries:
        held.setdefault(entry.where, []).extend(numbers_in(entry.words) if entry.route else entry.numbers)
    for where, numbers in listed(entries).items():
        found += [f"{where[0]}:{where[1]}: {number} is in none of its words" for number in numbers if number not in held[where]]
    return found


def misplaced(entries):
    problems = (four_models.places().problem(entry.route, entry.identifier, entry.words) for entry in entries if entry.route)
    return [problem for problem in problems if problem]


def test_every_number_of_the_documents_is_listed():
    if not SEEDS.is_dir():
        raise checks.Skipped(f"the documents are not there: {SEEDS}")
    stated = stated_in(SEEDS)
    assert len(stated) > 50, f"hardly a number found in {SEEDS}"
    found = differences(stated, entries_of(LIST.read_text()))
    assert not found, "\n".join(found)


def test_the_words_of_a_line_hold_its_numbers():
    found = unfounded(entries_of(LIST.read_text()))
    assert not found, "\n".join(found)


def test_every_listed_number_stands_where_the_list_says():
    found = misplaced(entries_of(LIST.read_text()))
    assert not found, "\n".join(found)


def test_the_checks_notice_a_number_that_is_forgotten_changed_or_elsewhere():
    line = "000:45 40 60 | /models/ecommerce-ai/stages/responsive/ kpi-ticket-deflection | 40 to 60 %"
    right = entries_of(line)
    stated = {("000", 45): ["40", "60"]}
    assert not differences(stated, right) and not unfounded(right) and not misplaced(right)
    assert differences(stated, [])
    assert differences({("000", 45): ["40", "65"]}, right)
    assert unfounded(entries_of(line.replace("45 40 60", "45 40 65")))
    assert misplaced(entries_of(line.replace("40 to 60 %", "40 to 65 %")))
    assert misplaced(entries_of(line.replace("responsive", "proactive")))


def test_names_and_list_numbers_are_no_facts():
    assert numbers_in("Stage 2: 40 to 60% in three channels, B2B, 2x, 10%+, 3PL") == ["40", "60", "3", "2", "10"]
    assert numbers_in("  7. Can it handle two?") == ["2"]


if __name__ == "__main__":
    checks.main(globals())
