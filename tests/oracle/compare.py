#!/usr/bin/env python3
"""Renders templates with Stagecraft and with Jinja2 and compares: the examples of the language page,
and thousands of generated templates. Usage: compare.py ORACLE_RENDER [--cases N] [--seed N]."""

import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys

import jinja2

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import generate
import jinja

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What Stagecraft refuses and Jinja2 accepts, on purpose: the language page says so.
STRICTER = re.compile("can be shown|cannot be compared|cannot compare|'~' joins|joins texts|needs a list"
                      "|needs a text|needs whole numbers|arithmetic needs|finds no such attribute"
                      "|looks into|adds numbers|expected a text")


def answers(program, questions):
    lines = "".join(json.dumps(question) + "\n" for question in questions)
    run = subprocess.run([program], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def jinja_answer(templates, name, view):
    try:
        return jinja.environment(templates).get_template(name).render(jinja.load_view(view)), None
    except Exception as error:  # whatever Jinja2 and Python make of a mistake
        return None, f"{type(error).__name__}: {error}"


def difference(answer, templates, name, view):
    """None when both agree; otherwise what to show. The second value names the kind of agreement."""
    expected, error = jinja_answer(templates, name, view)
    if "output" in answer:
        if expected == answer["output"]:
            return None, "equal output"
        return f"Jinja2: {expected!r}\n        {error}\nours:   {answer['output']!r}", None
    if expected is None:
        return None, "both refuse"
    if STRICTER.search(answer["errors"][0] if answer["errors"] else ""):
        return None, "refused on purpose"
    return f"Jinja2: {expected!r}\nours:   {''.join(answer['errors'])}", None


def report(kind, templates, view, text):
    print(f"--- {kind}")
    for name, source in templates.items():
        print(f"[{name}]\n{source}")
    print(f"[view] {view}\n{text}\n")


def examples():
    text = (ROOT / "content/docs/templates.md").read_text()
    templates, view = {}, "{}"
    for info, content in re.findall(r"^```([^\n]*)\n(.*?)^```$", text, re.S | re.M):
        if info.startswith("template"):
            templates[info[9:] or "page.html"] = content
        elif info == "json":
            view = content
        elif info in ("output", "errors"):
            if info == "output":
                yield templates, next(name for name in templates if name.startswith("page.")), view
            templates, view = {}, "{}"


def escaped(templates, escapings):
    """The templates with the escaper that Stagecraft chose spelled as a filter in every output."""
    chosen = collections.defaultdict(dict)
    for name, offset, escaping in escapings:
        chosen[name][offset] = escaping
    result = {}
    for name, source in templates.items():
        data = source.encode()
        for offset in sorted(chosen[name], reverse=True):
            start, end = data.rindex(b"{{", 0, offset + 1) + 2, data.index(b"}}", offset)
            inner = data[start:end].decode()
            head, tail = ("-" if inner[:1] == "-" else ""), ("-" if inner[-1:] == "-" else "")
            inner = inner[len(head):len(inner) - len(tail)]
            spelled = f"{head} ({inner}) | escaped_as_{chosen[name][offset]} {tail}"
            data = data[:start] + spelled.encode() + data[end:]
        result[name] = data.decode()
    return result


def compare_examples(program):
    cases = list(examples())
    questions = [{"templates": t, "name": n, "view": v, "escapings": True} for t, n, v in cases]
    failures, compared = 0, 0
    for (templates, name, view), answer in zip(cases, answers(program, questions)):
        known = set(jinja.environment({}).filters)
        used = {word for text in templates.values() for word in re.findall(r"\|\s*([a-z_]+)", text)}
        if not used <= known or any(one[2] == "markdown" for one in answer["escapings"]):
            continue  # filters for a language and the Markdown escaper are ours alone
        compared += 1
        text, _ = difference(answer, escaped(templates, answer["escapings"]), name, view)
        if text:
            failures += 1
            report("example", templates, view, text)
    print(f"{compared} of {len(cases)} examples compared, {failures} differ")
    return failures


def compare_generated(program, count, seed):
    rng = random.Random(seed)
    cases = [generate.case(rng) for _ in range(count)]
    questions = [{"templates": t, "name": "page.txt", "view": v} for t, v in cases]
    failures, kinds = 0, collections.Counter()
    for (templates, view), answer in zip(cases, answers(program, questions)):
        text, kind = difference(answer, templates, "page.txt", view)
        kinds[kind or "different"] += 1
        if text:
            failures += 1
            if failures <= 5:
                report("generated", templates, view, text)
    print(f"{count} generated cases (seed {seed}): " + ", ".join(f"{n} {k}" for k, n in kinds.most_common()))
    if kinds["equal output"] < count // 2:
        print("fewer than half of the cases render: the generator has gone astray")
        failures += 1
    return failures


def own_pages(program):
    """The program's own templates with the views of the example site. Markdown templates are taken for
    plain text, because their escaper is ours alone."""
    run = subprocess.run([program, ROOT / "site"], capture_output=True, text=True, check=True)
    first, *pages = [json.loads(line) for line in run.stdout.splitlines()]
    as_text = lambda name: re.sub(r"\.md$", ".md.txt", name)
    templates = {as_text(name): re.sub(r'\.md"', '.md.txt"', text) for name, text in first["templates"].items()}
    for name in templates:
        if name.endswith(".md.txt"):  # markup has no place in plain text
            templates[name] = templates[name].replace(" | markdown", "")
    for page in pages:
        yield templates, as_text(page["name"]), json.dumps(page["view"], ensure_ascii=False)


def compare_own_pages(program, views):
    cases = list(own_pages(views))
    failures, kinds = 0, set()
    asked = answers(program, [{"templates": t, "name": n, "view": v, "escapings": True} for t, n, v in cases])
    spelled = escaped(cases[0][0], asked[0]["escapings"])
    for (_, name, view), answer in zip(cases, asked):
        kinds.add(name)
        text, kind = difference(answer, spelled, name, view)
        if text or kind != "equal output":
            failures += 1
            print(f"--- own template {name}\n{(text or kind)[:2000]}")
    print(f"{len(cases)} pages of {len(kinds)} templates of ours, {failures} differ")
    return failures


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--views", help="oracle_views: compares the program's own templates too")
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    print(f"Jinja2 {jinja2.__version__}")
    failures = compare_examples(arguments.program)
    if arguments.views:
        failures += compare_own_pages(arguments.program, arguments.views)
    failures += compare_generated(arguments.program, arguments.cases, arguments.seed)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
