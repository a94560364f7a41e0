#!/usr/bin/env python3
"""Random assessments of the models that come with the program, scored by the program and by the
reference, and compared field by field, with the shortest list of answers that would raise the stage.

usage: compare_shipped.py --program PROGRAM [--count N] [--seed TEXT] [--only INDEX]"""

import argparse
import pathlib
import random
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from compare import COMPARED_ELSEWHERE, count_fields, differences, program_record, shown  # noqa: E402
from evaluation import NOT_TRIED, evaluation  # noqa: E402
from exact import read_file, write_json  # noqa: E402
from random_answers import random_assessment  # noqa: E402
from scoring import score  # noqa: E402

MODELS = sorted((pathlib.Path(__file__).resolve().parents[2] / "content/models").glob("*/model.yaml"))


def check(program, folder, model, assessment):
    """How many fields were compared, and what is wrong or None."""
    for name, content in (("model", model), ("assessment", assessment)):
        (folder / f"{name}.json").write_text(write_json(content) + "\n", encoding="utf-8")
    expected = score(model, assessment)
    expected["evaluation"] = evaluation(model, assessment)
    found, wrong = program_record(program, folder)
    if wrong is not None:
        return 0, wrong
    for name in COMPARED_ELSEWHERE:
        found.pop(name, None)
    if expected["evaluation"].get("changes") == NOT_TRIED:
        del expected["evaluation"]["changes"]
        found["evaluation"].pop("changes", None)
    for path, mine, theirs in differences(expected, found):
        return 0, f"{path}\n  reference: {shown(mine)}\n  program:   {shown(theirs)}"
    return count_fields(expected), None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, help="the stagecraft to compare with")
    parser.add_argument("--count", type=int, default=100, help="how many assessments (100)")
    parser.add_argument("--seed", default="1", help="what they are made from (1)")
    parser.add_argument("--only", type=int, metavar="INDEX", help="this one alone")
    options = parser.parse_args()
    models = [read_file(path) for path in MODELS]
    indices = range(options.count) if options.only is None else [options.only]
    fields = failures = 0
    with tempfile.TemporaryDirectory() as root:
        for index in indices:
            model = models[index % len(models)]
            assessment = random_assessment(random.Random(f"{options.seed}/{index}"), model)
            compared, wrong = check(options.program, pathlib.Path(root), model, assessment)
            fields += compared
            if wrong is not None:
                failures += 1
                print(f"assessment {index} by {model['id']} differs: {wrong}\n"
                      f"  again: --seed {options.seed} --only {index}\n", flush=True)
    print(f"{len(indices)} assessments of {len(models)} models, {fields} fields compared, "
          f"{failures} differ (seed {options.seed})")
    sys.exit(1 if failures or not fields else 0)


if __name__ == "__main__":
    main()
