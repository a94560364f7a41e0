#!/usr/bin/env python3
"""Reports at both ends: a client with very much, and clients with nothing of one kind or another."""

import gzip
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import cases, checks  # noqa: E402

STAGES, PILLARS, QUESTIONS, RESPONDENTS = 5, 12, 300, 40
PAGE_LIMIT = 80 * 1024  # of a page, packed
SHEET_LIMIT = 25
NAMES = ["البيانات والتحليلات", "顧客體驗與服務", "נתונים", "データ基盤", "Ｆｕｌｌｗｉｄｔｈ", "Zoë O'Brien & Söhne"]


def pillar_title(number):
    return f"{NAMES[number % len(NAMES)]} {number + 1}" if number else "A" * 199 + "z"


def large_model(pillar_count=PILLARS, question_count=QUESTIONS, action_count=48):
    stages = [{"id": f"s{i + 1}", "title": f"Stage {i + 1}", "summary": "What it is like there."} for i in range(STAGES)]
    pillars = [{"id": f"p{i + 1}", "title": pillar_title(i), "definition": "What belongs to it."} for i in range(pillar_count)]
    questions = [{"id": f"q{i + 1}", "title": f"Practice {i + 1}", "text": f"Is practice {i + 1} in use everywhere?",
                  "pillar": f"p{i % pillar_count + 1}", "stage": f"s{i // pillar_count % STAGES + 1}"}
                 for i in range(question_count)]
    kpis = [{"id": f"k{i + 1}", "title": f"Figure {i + 1}", "unit": "percent", "better": "higher",
             "timing": "lagging", "definition": "As it says.", "formula": "One by the other.",
             "typical": {f"s{j + 1}": {"from": 20 * j, "to": 20 * j + 20} for j in range(STAGES)}} for i in range(20)]
    actions = [{"id": f"a{i + 1}", "title": f"Introduce practice {i + 1}", "text": "Do it.", "from": f"s{i % 4 + 1}",
                "duration": {"from": 2, "to": 6, "unit": "weeks"}, "pillar": f"p{i % pillar_count + 1}",
                "impact": i % 5 + 1, "effort": i % 4 + 1}
               for i in range(action_count)]
    return {"id": "large", "title": "Large", "short_title": "Large", "version": "1.0.0", "summary": "Very much.",
            "stages": stages, "pillars": pillars, "questions": questions, "actions": actions,
            "scoring": {"id": "shares", "title": "By shares", "rule": "Prerequisites, pillar by pillar.",
                        "unanswered": "lowest", "respondents": "median",
                        "leaf_pillars": {"prerequisites": [{"stage": f"s{i}", "needs": {f"s{j}": 60 for j in range(1, i + 1)}}
                                                           for i in range(1, STAGES + 1)]},
                        "overall": {"by": "min", "over": "stages", "stage": "chosen"}}}


def large_assessment(question_count=QUESTIONS, respondent_count=RESPONDENTS, action_count=48):
    said = {f"q{i + 1}": "yes" if (i * 7) % 11 < 7 else "no" for i in range(question_count)}
    respondents = [{"id": f"r{i + 1}", "role": f"{NAMES[i % len(NAMES)]}, head of department {i + 1}",
                    "answers": {f"q{j + 1}": "yes" if (i + j) % 3 else "no" for j in range(0, question_count, 10)}}
                   for i in range(respondent_count)]
    return {"subject": {"id": "large", "name": "ا" * 100 + "語" * 100}, "date": "2026-09-15", "model": "large",
            "target": {"stage": "s4", "by": "2028-01"}, "answers": said, "respondents": respondents,
            "actions": {f"a{i + 1}": {"owner": f"{NAMES[i % len(NAMES)]}"} for i in range(0, action_count, 3)}}


class Project:
    """A project with one model and some assessments of it."""

    def __init__(self, model, assessments):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="stagecraft-large-"))
        (self.folder / "content/models" / model["id"]).mkdir(parents=True)
        (self.folder / "content/models" / model["id"] / "model.json").write_text(json.dumps(model))
        (self.folder / "assessments").mkdir()
        for number, assessment in enumerate(assessments):
            (self.folder / f"assessments/{number}.json").write_text(json.dumps(assessment))
        (self.folder / "site.json").write_text(json.dumps({
            "title": "T", "description": "D.", "base_url": "https://t.example/", "models": [model["id"]],
            "link_key": "00112233445566778899aabbccddeeff"}))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def built(self, *options):
        done = subprocess.run([cases.program(), "build", ".", *options], cwd=self.folder, text=True, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=10 * cases.TIME_LIMIT)
        assert done.returncode == 0, done.stderr
        return cases.files_under(self.folder / "public")


def test_every_page_of_a_large_report_is_small_enough():
    with Project(large_model(), [large_assessment()]) as project:
        files = project.built()
    pages = {name: len(gzip.compress(content, 6)) for name, content in files.items()
             if name.startswith(("reports/", "portfolio/")) and name.endswith(".html")}
    assert len(pages) == 15, sorted(pages)
    large = {name: size for name, size in pages.items() if size > PAGE_LIMIT}
    assert not large, f"larger than {PAGE_LIMIT} bytes: {large}"


def sheets_of(model, assessment):
    """How many sheets the PDF of the one report has."""
    if not shutil.which("chromium") or not shutil.which("pdfinfo"):
        raise checks.Skipped("chromium or pdfinfo is not installed")
    with Project(model, [assessment]) as project:
        project.built("--pdf")
        document = project.folder / "exports/large-2026-09-15/report.pdf"
        said = subprocess.run(["pdfinfo", document], text=True, capture_output=True, check=True).stdout
    return int(re.search(r"^Pages:\s+(\d+)", said, re.MULTILINE)[1])


def test_a_report_on_five_pillars_fits_on_few_sheets():
    assert sheets_of(large_model(5, 40, 20), large_assessment(40, 8, 20)) <= SHEET_LIMIT


def test_a_report_with_three_hundred_questions_and_forty_people_fits_on_few_sheets():
    assert sheets_of(large_model(), large_assessment()) <= SHEET_LIMIT


def test_of_many_people_the_report_says_how_many_gave_each_answer():
    with Project(large_model(), [large_assessment()]) as project:
        findings = next(text for name, text in project.built().items() if name.endswith("/findings/index.md")
                        or name.endswith("/findings/index.html")).decode()
    assert "Practice 1: yes: 26; no: 14" in findings  # every third of 40 says no, from the first on
    assert "head of department" not in findings


def small_model(**changes):
    stages = [{"id": f"s{i}", "title": f"Stage {i}"} for i in (1, 2, 3)]
    pillars = [{"id": name, "title": name} for name in ("one", "two")]
    questions = [{"id": f"of-{name}-{i}", "text": f"Is it so, {name} {i}?", "pillar": name, "stage": f"s{i}"}
                 for name in ("one", "two") for i in (1, 2, 3)]
    kpis = [{"id": "speed", "title": "Speed", "unit": "percent", "better": "higher",
             "definition": "How fast."}]
    actions = [{"id": "act", "title": "Act", "from": "s1", "impact": 3, "effort": 2,
                "duration": {"from": 1, "to": 2, "unit": "weeks"}}]
    scoring = {"id": "m", "title": "M", "rule": "R.", "unanswered": "skip",
               "leaf_pillars": {"prerequisites": [{"stage": "s1", "needs": {"s1": 50}}, {"stage": "s2", "needs": {"s2": 50}},
                                                  {"stage": "s3", "needs": {"s3": 50}}]},
               "overall": {"by": "min", "over": "stages", "stage": "chosen"}}
    model = {"id": "small", "title": "Small", "short_title": "Small", "version": "1", "summary": "Little.", "stages": stages,
             "pillars": pillars, "questions": questions, "kpis": kpis, "actions": actions, "scoring": scoring}
    model.update(changes)
    return {key: value for key, value in model.items() if value is not None}


ALL = {f"of-{name}-{i}": "yes" for name in ("one", "two") for i in (1, 2, 3)}
NONE_APPLIES = {question: {"answer": "not-applicable", "note": "It is not so here."} for question in ALL}
TARGET = {"stage": "s2", "by": "2028-01"}
FIRST = {"of-one-1": "yes", "of-two-1": "yes", "of-one-2": "no", "of-two-2": "no", "of-one-3": "no", "of-two-3": "no"}

# What is missing; the model's changes, the assessment's parts, and what the report has to say of it.
EMPTY_STATES = {
    "no target": ({}, {"answers": FIRST}, "target"),
    "no KPIs in the model": ({"kpis": None}, {"answers": FIRST, "target": TARGET}, "KPI"),
    "no KPI measured": ({}, {"answers": FIRST, "target": TARGET}, "No data"),
    "one respondent": ({}, {"respondents": [{"id": "r", "role": "Owner", "answers": FIRST}], "target": TARGET}, "Owner"),
    "nothing answered": ({}, {"target": TARGET}, "Not assessed"),
    "nothing applies": ({}, {"answers": NONE_APPLIES, "target": TARGET}, "does not apply"),
    "a target below the score": ({}, {"answers": ALL, "target": {"stage": "s1", "by": "2028-01"}}, "target met"),
    "no owners": ({}, {"answers": FIRST, "target": TARGET}, "nassigned"),
    "no dates": ({}, {"answers": FIRST, "target": {"stage": "s2"}}, "Stage 2"),
    "a pillar without a score": ({}, {"answers": {name: said for name, said in FIRST.items() if "one" in name},
                                      "target": TARGET}, "Not assessed"),
    "no actions": ({"actions": None}, {"answers": FIRST, "target": TARGET}, "Roadmap"),
    "no pillars": ({"pillars": None, "questions": [{"id": "q", "text": "Is it so?", "stage": "s1"}],
                    "scoring": {"id": "m", "title": "M", "rule": "R.", "overall": {"by": "count", "bands": [
                        {"from": 0, "stage": "s1"}, {"from": 1, "stage": "s2"}]}}},
                   {"answers": {"q": "yes"}}, "Stage 2"),
    "no scoring": ({"scoring": None}, {"answers": FIRST}, "score"),
    "no questions": ({"questions": None, "scoring": None}, {}, "score"),
}


def test_every_empty_state_is_a_whole_report_that_says_so():
    wrong = []
    for state, (changes, parts, said) in EMPTY_STATES.items():
        assessment = {"subject": {"id": "empty", "name": "Empty"}, "date": "2026-09-15", "model": "small", **parts}
        with Project(small_model(**changes), [assessment]) as project:
            try:
                files = project.built()
            except AssertionError as problem:
                wrong.append(f"{state}: {problem}")
                continue
        whole = min((name for name in files if re.match(r"reports/[^/]+/index\.html", name)), key=len)
        text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", files[whole].decode()))
        wrong += [f"{state}: '{said}' is not said"] * (said not in text)
        wrong += [f"{state}: '{word}' is shown" for word in ("NaN", "undefined", "None ", "{", "null") if word in text]
        sections = re.findall(r'<section class="part[^"]*" id="([^"]+)">(.*?)</section>', files[whole].decode(), re.DOTALL)
        wrong += [f"{state}: {len(sections)} sections"] * (len(sections) != 14)
        wrong += [f"{state}: nothing in {id}" for id, inner in sections
                  if not re.sub(r"<h2>.*?</h2>|<[^>]*>|\s", "", inner, flags=re.DOTALL)]
    assert not wrong, "\n".join(wrong)


if __name__ == "__main__":
    checks.main(globals())
