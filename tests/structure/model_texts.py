#!/usr/bin/env python3
"""What a built-in model says stands on its pages, and its typical values are the same wherever they stand."""

import decimal
import functools
import json
import pathlib
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import checks, four_models  # noqa: E402

# Parts of a model that have no page of their own yet. A part that gets one leaves this list.
WITHOUT_A_PAGE = {"roi"}


@functools.cache
def model(name):
    return yaml.load((ROOT / f"content/models/{name}/model.yaml").read_text(), yaml.BaseLoader)


def sentences_in(node, path=()):
    """Path and text of everything below `node` that is more than one word: ids and values are not."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from sentences_in(value, (*path, key))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from sentences_in(value, (*path, str(number)))
    elif " " in node.strip():
        yield path, node


def squeezed(text):
    return "".join(text.split())


@functools.cache
def texts_of(name):
    """All that the pages of the model say, without blanks: markup may part words differently."""
    routes = [file.removesuffix("index.html") for file in four_models.files()
              if file.startswith(f"models/{name}/") and file.endswith("/index.html")]
    return "\n".join(squeezed(four_models.places().page(f"/{route}").text) for route in routes)


def missing_texts(name, sentences):
    return [f"{name}: {'.'.join(path)}: {text.strip()[:90]}" for path, text in sentences
            if path[0] not in WITHOUT_A_PAGE and squeezed(text) not in texts_of(name)]


def test_every_text_of_a_model_stands_on_one_of_its_pages():
    found = [problem for name in four_models.MODELS for problem in missing_texts(name, sentences_in(model(name)))]
    assert not found, "\n".join(found)


def test_a_text_that_stands_nowhere_is_noticed():
    assert missing_texts("ecommerce", [(("stages", "0", "focus"), "Nobody wrote this down anywhere.")])


def record(route):
    return json.loads(four_models.files()[f"{route.strip('/')}/index.json"], parse_float=decimal.Decimal)


def columns_of(table):
    """Row title -> the texts of its cells."""
    return {row[0]: row[1:] for row in table}


def rows_of_markdown(text, row_count):
    """The same of the table rows of a Markdown document that have `row_count` cells."""
    rows = [[cell.strip().replace("\\", "") for cell in line.strip().strip("|").split("|")]
            for line in text.splitlines() if line.startswith("| ")]
    return {row[0]: row[1:] for row in rows if len(row) == row_count}


def shown_typical_values(name):
    """KPI title and stage number -> what the KPI page says, its twin, the stage page and its twin."""
    stages = model(name)["stages"]
    kpi_page = columns_of(four_models.places().page(f"/models/{name}/kpis/").tables["typical"])
    kpi_twin = rows_of_markdown(four_models.files()[f"models/{name}/kpis/index.md"].decode(), len(stages) + 1)
    for number, stage in enumerate(stages):
        route = f"models/{name}/stages/{stage['id']}"
        twin = rows_of_markdown(four_models.files()[f"{route}/index.md"].decode(), 4)
        page = four_models.places().page(f"/{route}/")
        for kpi in model(name)["kpis"]:
            cells = [row for row in page.tables[f"kpi-{kpi['id']}"] if row]
            yield (kpi, stage, kpi_page[kpi["title"]][number], kpi_twin[kpi["title"]][number],
                   cells[0][1], twin[kpi["title"]][0])


def models_with_typical_values():
    return [name for name in four_models.MODELS if "stages" in model(name) and any("typical" in kpi for kpi in model(name)["kpis"])]


def test_a_typical_value_reads_the_same_on_every_page():
    compared = 0
    for name in models_with_typical_values():
        for kpi, stage, on_kpi_page, in_kpi_twin, on_stage_page, in_stage_twin in shown_typical_values(name):
            where = f"{name}, {kpi['id']}, {stage['id']}"
            assert on_kpi_page == in_kpi_twin, f"{where}: {on_kpi_page} / {in_kpi_twin}"
            typical = kpi.get("typical", {}).get(stage["id"], {})
            if not typical or "undefined" in typical:
                assert on_stage_page == in_stage_twin == "none given", f"{where}: {on_stage_page} / {in_stage_twin}"
                continue
            assert on_stage_page.startswith(on_kpi_page), f"{where}: {on_kpi_page} / {on_stage_page}"
            assert in_stage_twin == on_kpi_page, f"{where}: {on_kpi_page} / {in_stage_twin}"
            stated = [typical[key] for key in ("from", "to", "words") if key in typical]
            assert all(part in on_kpi_page for part in stated), f"{where}: {stated} / {on_kpi_page}"
            compared += 1
    assert compared > 30, compared


def test_a_typical_value_is_the_same_in_every_record():
    for name in models_with_typical_values():
        whole = {kpi["id"]: kpi.get("typical", {}) for kpi in record(f"models/{name}")["kpis"]}
        part = {kpi["id"]: kpi.get("typical", {}) for kpi in record(f"models/{name}/kpis")["kpis"]}
        assert whole == part, name
        for stage in model(name)["stages"]:
            here = record(f"models/{name}/stages/{stage['id']}").get("typical", {})
            expected = {identifier: typical[stage["id"]] for identifier, typical in whole.items() if stage["id"] in typical}
            assert here == expected, f"{name}, {stage['id']}: {here} / {expected}"


if __name__ == "__main__":
    checks.main(globals())
