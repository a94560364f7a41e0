#!/usr/bin/env python3
"""The runners of tests/golden, errors and models can fail: shown on a program that is a shell script."""

import contextlib
import importlib.util
import json
import os
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import checks  # noqa: E402

PROGRAM = """#!/bin/sh
case $1 in
  build) mkdir -p public; cp input.txt public/page.txt; echo built in 3 ms ;;
  check) cat input.txt >&2; exit 1 ;;
  score) cat "$(dirname "$4")/record.json" ;;
esac
"""


def runner(kind):
    spec = importlib.util.spec_from_file_location(kind, ROOT / "tests" / kind / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextlib.contextmanager
def case_of(files):
    """A case that holds `files` (path -> text), with the shell script as the program."""
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "program"
        program.write_text(PROGRAM)
        program.chmod(0o755)
        case = pathlib.Path(folder) / "case"
        for name, text in {"project/input.txt": "text\n", **files}.items():
            (case / name).parent.mkdir(parents=True, exist_ok=True)
            (case / name).write_text(text)
        before = os.environ.get("STAGECRAFT")
        os.environ["STAGECRAFT"] = str(program)
        try:
            yield case
        finally:
            os.environ.pop("STAGECRAFT")
            if before is not None:
                os.environ["STAGECRAFT"] = before


def golden_problems(files, update=False):
    with case_of(files) as case:
        return runner("golden").problems_of(case, update)


def test_a_golden_case_that_comes_out_as_expected_passes():
    assert golden_problems({"expected/page.txt": "text\n"}) == []


def test_a_golden_case_fails_on_other_bytes():
    assert golden_problems({"expected/page.txt": "texts\n"})


def test_a_golden_case_fails_on_a_file_that_is_not_produced():
    files = {"expected/page.txt": "text\n", "expected/second.txt": ""}
    assert golden_problems(files) == ["not produced: second.txt"]


def test_a_golden_case_fails_on_a_file_that_is_not_expected():
    files = {"expected/other.txt": "text\n"}
    assert "not expected: page.txt" in golden_problems(files)


def test_a_golden_case_that_expects_nothing_fails():
    assert golden_problems({"only": "*.html\n"})


def test_a_golden_case_compares_standard_output_without_times():
    files = {"expected/page.txt": "text\n"}
    assert golden_problems({**files, "stdout": "built in TIME\n"}) == []
    assert golden_problems({**files, "stdout": "built\n"})


def test_the_switch_rewrites_what_a_golden_case_expects():
    with case_of({"expected/old.txt": "old\n"}) as case:
        assert runner("golden").problems_of(case, True) == []
        assert [path.name for path in (case / "expected").iterdir()] == ["page.txt"]


def test_an_error_case_compares_every_letter_and_the_exit_code():
    def problems(files):
        with case_of(files) as case:
            return runner("errors").problems_of(case, False)

    assert problems({"expected.txt": "text\n"}) == []
    assert problems({"expected.txt": "text"})
    assert problems({"expected.txt": "text\n", "exit": "3\n"})
    assert problems({})


def test_setup_adds_what_git_does_not_hold():
    files = {"setup.sh": "echo more >> input.txt\n", "expected/page.txt": "text\nmore\n"}
    assert golden_problems(files) == []


RECORD = """{"methods": [{"id": "m", "nodes": [
  {"value": 0.67, "value_exact": "2/3", "stage": "second"},
  {"pillar": "p", "value": 0.5, "parts": [{"value": 1}, {"value": 0}]}]}]}"""


def model_problems(expected, record=RECORD, files=None):
    """What the runner of tests/models finds if `record` comes out and `expected` was worked."""
    worked = {"expected/a.json": expected, "expected/a.md": "", "assessments/a.yaml": ""}
    with case_of({"record.json": record, **(worked if files is None else files)}) as model:
        return runner("models").problems_of(os.environ["STAGECRAFT"], model, "a")


def nodes(text):
    return f'{{"methods": [{{"id": "m", "nodes": [{text}]}}]}}'


def test_a_model_case_looks_at_the_part_that_is_expected():
    assert model_problems(RECORD) == []
    assert model_problems(nodes('{"stage": "second"}, {"pillar": "p", "value": 0.50}')) == []
    assert model_problems(nodes('{"pillar": "p", "below_first": null}')) == []


def test_a_model_case_says_where_the_record_differs():
    assert model_problems(nodes('{"pillar": "p", "value": 0.51}')) == [
        "methods[0].nodes[p].value: expected 0.51, found 0.5"]
    assert model_problems(nodes('{"stage": null}')) == [
        "methods[0].nodes[the whole].stage: expected nothing, found \"second\""]
    assert model_problems(nodes('{"pillar": "q"}')) == ["methods[0].nodes[q]: is missing"]


def test_a_model_case_fails_on_a_rounded_number_without_its_fraction():
    assert model_problems(nodes('{"value": 0.67}'))


def test_a_model_case_fails_on_another_order_or_number_of_entries():
    assert model_problems(nodes('{"pillar": "p"}, {}'))
    assert model_problems(nodes('{"pillar": "p", "parts": [{"value": 1}]}'))
    assert model_problems(nodes('{"pillar": "p", "parts": [{"value": 0}, {"value": 1}]}'))
    assert model_problems('{"methods": []}')


def test_a_model_case_fails_without_a_record_or_a_worked_result():
    assert model_problems(RECORD, record="no JSON")
    assert model_problems("", files={"assessments/a.yaml": ""}) == ["a.json is missing", "a.md is missing"]


def changed_leaves(value, write):
    """Puts something else in place of each number and word of `value`, one at a time."""
    for key in list(value) if isinstance(value, dict) else range(len(value)):
        old = value[key]
        if isinstance(old, (dict, list)):
            yield from changed_leaves(old, write)
        elif old is not None:
            value[key] = "other" if isinstance(old, str) else not old if isinstance(old, bool) else old + 1
            yield write()
            value[key] = old


def without_nulls(value):
    if isinstance(value, dict):
        return {key: without_nulls(entry) for key, entry in value.items() if entry is not None}
    return [without_nulls(entry) for entry in value] if isinstance(value, list) else value


def test_no_number_or_word_that_a_model_case_expects_could_be_wrong_unseen():
    models = runner("models")
    for model, name in models.cases_in(ROOT / "tests/models"):
        text = (model / "expected" / f"{name}.json").read_text()
        record, expected = without_nulls(models.read_json(text)), models.read_json(text)
        assert models.compare("", expected, record) == []
        for wrong in changed_leaves(expected, lambda: json.dumps(expected, default=float)):
            assert models.compare("", models.read_json(wrong), record), f"{model.name}/{name}: {wrong}"


if __name__ == "__main__":
    checks.main(globals())
