#!/usr/bin/env python3
"""Follows content/docs/make-a-theme.md to the letter: writes its files, builds, and looks for what it promises.

A fenced block names a file behind its kind. In public/ it is an excerpt of what the build makes (a
pattern may name several files, one of which holds it); `text check` is what `stagecraft check` says;
everything else is a whole file of the project.
"""

import pathlib
import re
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import cases, checks  # noqa: E402

PAGE = ROOT / "content/docs/make-a-theme.md"
KINDS_OF_CHANGE = ["theme.yaml", ".css", "templates/", "content/strings/"]


def steps_of(page):
    """(heading, [(file, content), …]) of every section that has blocks."""
    steps = []
    for section in page.split("\n## ")[1:]:
        blocks = re.findall(r"^```\w+ (\S+)\n(.*?)^```$", section, flags=re.M | re.S)
        if blocks:
            steps.append((section.splitlines()[0], blocks))
    return steps


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def problems_with_excerpt(project, pattern, excerpt):
    files = sorted(project.glob(pattern))
    if any(squeezed(excerpt) in squeezed(path.read_text()) for path in files):
        return []
    return [f"not in {pattern} ({len(files)} files): {excerpt}"]


def problems_with_step(project, blocks):
    """Writes the files of one step, then builds before the first excerpt is looked for."""
    found, is_built = [], False
    for name, content in blocks:
        if name == "check":
            said = cases.run(["check", "."], project).stderr
            found += [] if content in said else [f"the program says:\n{said}"]
        elif name.startswith("public/"):
            if not is_built:
                run = cases.run(["build", ".", "--strict"], project)
                found += [] if run.exit_code == 0 else [run.stderr]
                is_built = True
            found += problems_with_excerpt(project, name, content)
        else:
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).write_text(content)
    return found


def problems_with_page(page):
    found = []
    with tempfile.TemporaryDirectory(prefix="stagecraft-walkthrough-") as folder:
        for heading, blocks in steps_of(page):
            found += [f"{heading}: {problem}" for problem in problems_with_step(pathlib.Path(folder), blocks)]
    return found


def test_every_step_of_the_manual_leads_to_what_it_promises():
    found = problems_with_page(PAGE.read_text())
    assert not found, "\n".join(found)


def test_every_step_changes_something_and_says_what_can_be_seen():
    steps = steps_of(PAGE.read_text())
    assert len(steps) >= 5
    for heading, blocks in steps:
        seen = [name for name, _ in blocks if name == "check" or name.startswith("public/")]
        assert seen and len(seen) < len(blocks), heading
        assert all(content.strip() for _, content in blocks), heading
    files = [name for _, blocks in steps for name, _ in blocks]
    assert all(any(kind in name for name in files) for kind in KINDS_OF_CHANGE), files


def test_what_a_step_promises_is_not_there_before():
    page = PAGE.read_text()
    for heading, blocks in steps_of(page)[1:]:
        if any(name == "check" for name, _ in blocks):
            continue
        before = page.split(f"\n## {heading}")[0]
        promises = "".join(f"```text {name}\n{content}```\n" for name, content in blocks if name.startswith("public/"))
        missing = problems_with_page(f"{before}\n## {heading}\n\n{promises}")
        assert len(missing) == promises.count("```text"), f"{heading}: true before the step"


def test_a_promise_that_is_not_kept_is_found():
    page = PAGE.read_text().replace(">Open the model</a>", ">Close the model</a>")
    assert len(problems_with_page(page)) == 1


if __name__ == "__main__":
    checks.main(globals())
