#!/usr/bin/env python3
"""Holds every #include of src/ against the table of content/docs/architecture.md."""

import pathlib
import re
import shutil
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import checks  # noqa: E402

PAGE = "content/docs/architecture.md"
HEADING = "## Who may include whom"


class Rule:
    def __init__(self, allowed, never):
        self.folders = {name for name in allowed if not name.endswith(".h")}
        self.headers = {name for name in allowed if name.endswith(".h")}
        self.never = never


def quoted_names(cell):
    return re.findall(r"`([^`]+)`", cell)


def read_table(page):
    """The rules by folder (or by file without extension, for what stands in src/ itself)."""
    assert HEADING in page, f"{PAGE} has no heading '{HEADING}'"
    rules = {}
    for line in page.split(HEADING, 1)[1].split("\n## ")[0].splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("| `") or len(cells) != 3:
            continue
        for folder in quoted_names(cells[0]):
            rules[folder] = Rule(quoted_names(cells[1]), quoted_names(cells[2]))
    return rules


def place_of(path, rules):
    """The row of the table that speaks for `path` (relative to src/): the deepest folder named."""
    parts = pathlib.PurePosixPath(path).with_suffix("").parts
    for length in range(len(parts), 0, -1):
        if "/".join(parts[:length]) in rules:
            return "/".join(parts[:length])
    return None


def without_comments(text):
    return re.sub(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', lambda hit: hit[0] if hit[0][0] == '"' else "",
                  text, flags=re.S)


def include_is_allowed(included, place, rules):
    rule = rules[place]
    target = place_of(included, rules)
    return target == place or target in rule.folders or included in rule.headers


def violations_in(path, text, rules):
    """What `path` (relative to src/) does that its row of the table forbids."""
    place = place_of(path, rules)
    if place is None:
        return [f"src/{path}: no row of the table speaks for this file"]
    found = []
    code = without_comments(text)
    for number, line in enumerate(code.splitlines(), 1):
        include = re.match(r'\s*#\s*include\s+(?:"([^"]+)"|(<[^>]+>))', line)
        ours, theirs = include.groups() if include else (None, None)
        if ours and not include_is_allowed(ours, place, rules):
            found.append(f'src/{path}:{number}: "{ours}" is not for {place}')
        for name in rules[place].never:
            if name in (ours, theirs) or (re.fullmatch(r"\w+", name) and not include
                                          and re.search(rf"\b{name}\b", strip_strings(line))):
                found.append(f"src/{path}:{number}: {name} is never used in {place}")
    return found


def strip_strings(line):
    return re.sub(r'"(?:\\.|[^"\\])*"', '""', line)


def violations(root):
    rules = read_table((root / PAGE).read_text())
    found = []
    for path in sorted((root / "src").rglob("*")):
        if path.suffix in (".h", ".cpp"):
            found += violations_in(path.relative_to(root / "src").as_posix(), path.read_text(), rules)
    return found


def test_every_include_is_in_the_table():
    found = violations(ROOT)
    assert not found, "\n".join(found)


def test_every_folder_of_the_sources_has_a_row_and_every_row_a_folder():
    rules = read_table((ROOT / PAGE).read_text())
    sources = [path for path in (ROOT / "src").rglob("*") if path.suffix in (".h", ".cpp")]
    used = {place_of(path.relative_to(ROOT / "src").as_posix(), rules) for path in sources}
    assert used == set(rules), f"without a counterpart: {sorted(map(str, used ^ set(rules)))}"


def test_the_table_has_no_circle():
    rules = read_table((ROOT / PAGE).read_text())

    def reach(place, path):
        assert place not in path, " includes ".join([*path, place])
        for folder in rules[place].folders:
            reach(folder, [*path, place])

    for place in rules:
        reach(place, [])


def test_a_planted_violation_is_found():
    planted = [
        ("base/planted.h", '#include "model/ids.h"\n'),
        ("scoring/planted.h", '#include "base/file_system.h"\n'),
        ("evaluate/planted.cpp", "#include <fstream>\n"),
        ("evaluate/planted.cpp", "double share = 0;\n"),
        ("plan/planted.cpp", "const char* home = std::getenv(\"HOME\");\n"),
        ("render/template/planted.h", '#include "model/ids.h"\n'),
        ("render/chart/planted.h", '#include "render/template/value.h"\n'),
        ("write/planted.cpp", '#include "model/assessment.h"\n'),
        ("load/planted.cpp", '#include "evaluate/evaluation.h"\n'),
        ("unheard_of/planted.h", "#pragma once\n"),
    ]
    for path, text in planted:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / PAGE).parent.mkdir(parents=True)
            shutil.copy(ROOT / PAGE, root / PAGE)
            (root / "src" / path).parent.mkdir(parents=True)
            (root / "src" / path).write_text(text)
            assert len(violations(root)) == 1, f"not found: src/{path}: {text.strip()}"


def test_words_in_comments_and_texts_are_no_violation():
    rules = read_table((ROOT / PAGE).read_text())
    harmless = '// a double counts twice\nauto text = "double";\n/* float\n float */\n'
    assert violations_in("scoring/harmless.cpp", harmless, rules) == []


if __name__ == "__main__":
    checks.main(globals())
