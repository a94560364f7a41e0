#!/usr/bin/env python3
"""What the audit finds in a file as a whole and in the variants of a product: catalogs in which the mark
⟦RULE⟧ stands before the place where that rule has to be found. Without the marks each of them is the
input; nothing else may be found. The marks follow content/docs/audit.md."""

import json
import pathlib
import re
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from feed import catalogs, planted  # noqa: E402
from support import cases, checks  # noqa: E402

MARK = re.compile("⟦([A-Z0-9a-z]+)⟧")


def without_marks(marked):
    """The text, and where in it each rule has to be found: (rule, line, column), the first column 1."""
    text, places, end = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[end:mark.start()]
        end = mark.end()
        places.append((mark[1], text.count("\n") + 1, len(text) - text.rfind("\n")))
    return text + marked[end:], sorted(places)


def check(written, marked, settings=""):
    text, expected = without_marks(marked)
    with tempfile.TemporaryDirectory(prefix="stagecraft-marked-") as name:
        folder = pathlib.Path(name)
        (folder / written.file).write_text(text, encoding="utf-8")
        (folder / "feed.yaml").write_text(planted.settings_for(written) + settings)
        run = cases.run(["feed", written.file, "--settings", "feed.yaml", "--to", planted.CHANNELS, "-o", "out"], folder)
        assert (folder / "out/audit.csv").is_file(), run.stderr + run.stdout
        found = sorted(planted.findings_in(folder / "out"))
    assert found == expected, f"found {found}, expected {expected}"


def table(written, items, marks=()):
    """`items` as the lines of a table; `marks` are (item, attribute or None, rule)."""
    lines = [written.separator.join(written.cell(header) for header in written.columns.values())]
    for place, item in enumerate(items):
        cells = []
        for attribute in written.columns:
            rules = [rule for where, name, rule in marks
                     if where == place and (name or next(iter(written.columns))) == attribute]
            cells.append("".join(f"⟦{rule}⟧" for rule in rules) + written.cell(written.value(item, attribute)))
        lines.append(written.separator.join(cells))
    return "\n".join(lines) + "\n"


def items(*changes):
    return [{**catalogs.clean_item(number), "number": number, **change} for number, change in enumerate(changes)]


def test_a_mark_is_a_place():
    assert without_marks("ab\nc⟦V02⟧d") == ("ab\ncd", [("V02", 2, 2)])


def test_a_clean_table_has_no_marks():
    check(catalogs.GoogleTable(), table(catalogs.GoogleTable(), items({}, {})))


def test_a_second_header_of_the_same_name_is_found():
    written = catalogs.GoogleTable()
    lines = table(written, items({})).splitlines()
    check(written, f"⟦F04⟧{lines[0]}\tlink\n{lines[1]}\thttps://shop.example/p/other\n")


def test_a_first_line_in_the_middle_of_a_file_is_found():
    for written in catalogs.GoogleTable(), catalogs.OpenAiTable(), catalogs.Shopify():
        lines = table(written, items({}, {})).splitlines()
        check(written, "\n".join([lines[0], lines[1], f"⟦F08⟧{lines[0]}", lines[2]]) + "\n")


def test_a_quote_that_does_not_end_is_found():
    written = catalogs.OpenAiTable()
    lines = table(written, items({}, {})).splitlines()
    name = catalogs.clean_item(1)["title"]
    check(written, "\n".join([lines[0], lines[1], lines[2].replace(name, f'⟦F02⟧"{name}')]) + "\n")


def test_a_line_that_is_no_json_is_found():
    text = catalogs.JsonLines().write(items({})).text
    check(catalogs.JsonLines(), text + "⟦F02⟧[1, 2]\n")


def test_a_product_of_acp_without_variants_is_found():
    text = catalogs.Acp().write(items({})).text
    check(catalogs.Acp(), text + '⟦J01⟧{"id": "p-9", "title": "A lantern"}\n')


def test_a_product_with_too_many_variants_is_found():
    product = json.loads(catalogs.Acp().write(items({})).text)
    variants = []
    for number in range(2049):
        variant = {**product["variants"][0], "id": f"Q-{number}", "title": f"Trail lantern of size {number}",
                   "url": f"{catalogs.SHOP}/p/{number}", "barcodes": [{"type": "EAN", "value": catalogs.gtin(number)}],
                   "variant_options": [{"name": "Size", "value": str(number)}]}
        variants.append(json.dumps(variant))
    check(catalogs.Acp(), '{"id": "p-0", "variants": [' + ", ".join(variants[:-1]) + ", ⟦F09⟧" + variants[-1] + "]}\n")


def test_a_sku_in_the_place_of_another_number_is_found():
    product = {**catalogs.clean_item(0), "sku": "LAN-0", "mpn": "LAN-0"}
    product.pop("gtin")
    check(catalogs.JsonLines(), json.dumps(product).replace('"LAN-0"}', '⟦N10⟧"LAN-0"}') + "\n")


GROUP = {"group_id": "lanterns"}


def test_variants_that_nothing_tells_apart_are_found():
    written = catalogs.GoogleTable()
    check(written, table(written, items({**GROUP}, {**GROUP}),
                         [(0, "group_id", "V02"), (1, "group_id", "V02")]))


def test_a_variant_with_the_title_of_another_is_found():
    written = catalogs.GoogleTable()
    same = {**GROUP, "title": "Trail lantern"}
    check(written, table(written, items(same, same),
                         [(0, "group_id", "V02"), (1, "group_id", "V02"), (1, "title", "T04")]))


def test_a_group_of_one_is_found():
    written = catalogs.GoogleTable()
    check(written, table(written, items({**GROUP, "color": "green"}, {}), [(0, "group_id", "V06")]))


def test_options_that_another_variant_has_are_found():
    written = catalogs.GoogleTable()
    green = {**GROUP, "color": "green"}
    check(written, table(written, items(green, green, {**GROUP, "color": "red"}), [(1, "color", "V04")]))


def test_a_variation_without_its_parent_is_found():
    written = catalogs.WooCommerce()
    text = table(written, items({"id": "10"}, {"id": "12", "kind": "variation", "parent": "id:11"}), [(1, None, "V09")])
    check(written, text)


def acp_variants(*options):
    """A product of ACP with a variant for each of `options`: their JSON, marks included."""
    product = json.loads(catalogs.Acp().write(items({})).text)["variants"][0]
    texts = []
    for number, option in enumerate(options):
        variant = {**product, "id": f"Q-{number}", "title": f"Trail lantern {number}", "url": f"{catalogs.SHOP}/p/{number}",
                   "barcodes": [{"type": "EAN", "value": catalogs.gtin(number)}]}
        texts.append(json.dumps(variant)[:-1] + f', "variant_options": [{option}]}}')
    return '{"id": "p-0", "variants": [' + ", ".join(texts) + "]}\n"


def test_an_option_with_another_name_is_found():
    check(catalogs.Acp(), acp_variants('{"name": "Size", "value": "S"}', '{"name": "size", "value": ⟦V03⟧"M"}'))


def test_a_colour_that_the_options_contradict_is_found():
    first = {**catalogs.clean_item(0), "group_id": "lanterns", "options": {"Color": "green"}, "color": "green"}
    second = {**catalogs.clean_item(1), "group_id": "lanterns", "options": {"Color": "red"}, "color": "green"}
    lines = json.dumps(first) + "\n" + re.sub(r'"green"}$', '⟦V05⟧"green"}', json.dumps(second)) + "\n"
    check(catalogs.JsonLines(), lines)


if __name__ == "__main__":
    checks.main(globals())
