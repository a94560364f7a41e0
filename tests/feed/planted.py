#!/usr/bin/env python3
"""Plants labelled defects into catalogs of every format: the audit finds each of them at its place,
and nothing else. The labels of DEFECTS are the verdict; they follow content/docs/audit.md.

usage: tests/feed/planted.py [--list] [WORD...]"""

import csv
import io
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from feed import catalogs  # noqa: E402
from support import cases, checks  # noqa: E402

CHANNELS = "openai,openai-google,google,acp,schema-org,markdown"


class Defect:
    """`changes` make a clean item faulty; `labels` are the rules and the attributes where they stand."""

    def __init__(self, name, changes, *labels, needs=None, without=()):
        self.name, self.changes, self.labels = name, changes, labels
        self.needs = set(needs if needs is not None else changes)
        self.without = set(without)


def label(rule, attribute=None):
    return rule, attribute


LONG = "A lantern for tents and trails with a handle of oak. " * 100
SENTENCE = "A lantern for tents and trails, made of steel, with a handle of oak."

DEFECTS = [
    Defect("no id", {"id": None}, label("I01"), without=["woocommerce", "acp"]),
    Defect("id of 51 characters", {"id": "Q" * 51}, label("I03", "id")),
    Defect("id of 101 characters", {"id": "Q" * 101}, label("I03", "id"), label("I03b", "id")),
    Defect("offer id with the price", {"offer_id": "offer-24.90"}, label("I05", "offer_id")),
    Defect("no brand", {"brand": None}, label("B01"), without=["acp"]),
    Defect("brand that is none", {"brand": "N/A"}, label("B02", "brand")),
    Defect("brand of the shop's default", {"brand": "Generic"}, label("B02", "brand")),
    Defect("brand of 71 characters", {"brand": "Quillback" * 8}, label("B03", "brand")),
    Defect("no title", {"title": None}, label("T01"), without=["shopify", "shopify-template"]),
    Defect("title of 151 characters", {"title": "Trail lantern " * 10 + "of oak stee"}, label("T02", "title")),
    Defect("title in capitals", {"title": "TRAIL LANTERN OF STEEL"}, label("T03", "title")),
    Defect("title that advertises", {"title": "Trail lantern with free shipping"}, label("T03", "title")),
    Defect("title with a star", {"title": "Trail lantern ★ steel"}, label("T03", "title")),
    Defect("title with exclamation marks", {"title": "Trail lantern!!"}, label("T03", "title")),
    Defect("title with markup", {"title": "Trail <b>lantern</b> of brass"}, label("D03", "title")),
    Defect("title with an entity", {"title": "Tent &amp; trail lantern"}, label("D03", "title")),
    Defect("title decoded wrongly", {"title": "Trail lantern GrÃ¶ÃŸe 5"}, label("F07", "title")),
    Defect("no description", {"description": None}, label("D01")),
    Defect("description of more than 5,000 characters", {"description": LONG}, label("D02", "description")),
    Defect("description with markup", {"description": f"<p>{SENTENCE}</p>"}, label("D03", "description")),
    Defect("description with entities", {"description": f"{SENTENCE} Tent &amp; trail."}, label("D03", "description")),
    Defect("description with a script", {"description": f"{SENTENCE}<script>alert(1)</script>"}, label("D03", "description")),
    Defect("description encoded twice", {"description": f"{SENTENCE} Tent &amp;ndash; trail."},
           label("D03", "description"), label("F07", "description")),
    Defect("description with an unknown entity", {"description": f"{SENTENCE} &nonsense;"}, label("F03", "description")),
    Defect("description decoded wrongly", {"description": f"{SENTENCE} Itâ€™s new."}, label("F07", "description")),
    Defect("description that is too short", {"description": "A lantern."}, label("D04", "description")),
    Defect("description that is the title", {"title": "Trail lantern of steel", "description": "Trail lantern of steel"},
           label("D04", "description")),
    Defect("description with a link", {"description": f"{SENTENCE} See https://other.example/."}, label("D05", "description")),
    Defect("description that advertises", {"description": f"{SENTENCE} Buy now."}, label("D05", "description")),
    Defect("address that is relative", {"url": "/p/lantern"}, label("L01", "url")),
    Defect("address with a blank", {"url": "https://shop.example/p/a lantern"}, label("L01", "url")),
    Defect("address of another scheme", {"url": "ftp://shop.example/p/lantern"}, label("L01", "url")),
    Defect("address without s", {"url": "http://shop.example/p/plain"}, label("L02", "url")),
    Defect("address with a password", {"url": "https://me:secret@shop.example/p/lantern"}, label("L03", "url")),
    Defect("address on another host", {"url": "https://other.example/p/lantern"}, label("L04", "url")),
    Defect("no image", {"image": None}, label("M01")),
    Defect("image that is relative", {"image": "lantern.jpg"}, label("M01", "image")),
    Defect("image without s", {"image": "http://shop.example/i/plain.jpg"}, label("L02", "image")),
    Defect("image in WebP", {"image": "https://shop.example/i/lantern.webp"}, label("M02", "image")),
    Defect("image in SVG", {"image": "https://shop.example/i/lantern.svg"}, label("M02", "image"), label("M02b", "image")),
    Defect("image that stands for none", {"image": "https://shop.example/i/placeholder.png"}, label("M03", "image")),
    Defect("eleven further images",
           {"more_images": ",".join(f"https://shop.example/i/{n}.jpg" for n in range(11))}, label("M04", "more_images")),
    Defect("further image that is relative", {"more_images": "other.jpg"}, label("M04", "more_images")),
    Defect("no price", {"price": None}, label("P01"), without=["shopify", "shopify-template"]),
    Defect("price in words", {"price": "on request"}, label("P01", "price"), without=["acp"]),
    Defect("price with an exponent", {"price": "1.5e3"}, label("P01", "price")),
    Defect("currency that is none", {"price": "24.90 ABC"}, label("P02", "price")),
    Defect("currency in small letters", {"price": "24.90 eur"}, label("P02", "price")),
    Defect("price with three places", {"price": "24.905 EUR"}, label("P03", "price"), without=["acp"]),
    Defect("price of nothing", {"price": "0.00 EUR"}, label("P04", "price")),
    Defect("price below nothing", {"price": "-5.00 EUR"}, label("P04", "price"), without=["acp"]),
    Defect("price with a thousands separator", {"price": "1,234.50"}, label("P05", "price"), without=["acp"]),
    Defect("price with a blank in it", {"price": "1 234.50"}, label("P05", "price"), without=["acp"]),
    Defect("price with a symbol", {"price": "€24.90"}, label("P05", "price"), without=["acp"]),
    Defect("price with a comma", {"price": "24,90"}, label("P05", "price"), without=["acp"]),
    Defect("sale above the price", {"sale_price": "29.90 EUR"}, label("P06", "sale_price"), without=["acp"]),
    Defect("sale at the price", {"sale_price": "24.90 EUR"}, label("P06", "sale_price"), without=["acp"]),
    Defect("sale for nothing", {"sale_price": "0.00 EUR"}, label("P06", "sale_price"), without=["acp"]),
    Defect("sale in another currency", {"sale_price": "19.90 USD"}, label("P06", "sale_price"), without=["acp"]),
    Defect("sale with a comma", {"sale_price": "19,90"}, label("P05", "sale_price"), without=["acp"]),
    Defect("compare-at price below the price", {"compare_at": "19.90"}, label("P07", "compare_at")),
    Defect("compare-at price at the price", {"compare_at": "24.90"}, label("P07", "compare_at")),
    Defect("dates of no sale", {"sale_starts": "2026-11-01", "sale_ends": "2026-11-30"}, label("P08", "sale_starts")),
    Defect("sale that ends before it starts",
           {"sale_price": "19.90 EUR", "sale_starts": "2026-11-30", "sale_ends": "2026-11-01"}, label("P08", "sale_ends")),
    Defect("dates of no sale in one cell", {"sale_dates": "2026-11-01T00:00Z/2026-11-30T00:00Z"}, label("P08", "sale_dates")),
    Defect("another currency", {"price": "24.90 USD"}, label("P09", "price")),
    Defect("no availability", {"availability": None}, label("A01"), label("A05"), without=["acp"]),
    Defect("no availability in ACP", {"availability": None}, label("A01"), label("A05"), needs=["availability"],
           without=["google-tsv", "openai-csv", "google-xml", "json-lines", "woocommerce"]),
    Defect("availability that is none", {"availability": "maybe"}, label("A01", "availability")),
    Defect("availability that is not known", {"availability": "unknown"}, label("A02", "availability")),
    Defect("pre-order without a date", {"availability": "preorder"}, label("A03")),
    Defect("pre-order that was due before the snapshot",
           {"availability": "preorder", "availability_date": "2026-11-01T00:00Z"}, label("A03", "availability_date")),
    Defect("back-order without a date", {"availability": "backorder"}, label("A03b")),
    Defect("stock below nothing", {"quantity": "-3"}, label("A04", "quantity")),
    Defect("in stock with nothing left", {"availability": "in_stock", "quantity": "0"}, label("A04", "quantity")),
    Defect("stock that nobody counts", {"tracker": None}, label("A01"), label("A05")),
    Defect("stock that is no number", {"quantity": "many"}, label("A01", "quantity"), needs=["quantity", "tracker"]),
    Defect("GTIN with letters", {"gtin": "40063813X"}, label("N01", "gtin")),
    Defect("GTIN of 9 digits", {"gtin": "400638133"}, label("N01", "gtin")),
    Defect("GTIN with hyphens", {"gtin": "4006381-333931"}, label("N01", "gtin")),
    Defect("GTIN with a wrong check digit", {"gtin": "4006381333932"}, label("N02", "gtin")),
    Defect("GTIN for use within a shop", {"gtin": "2012345678903"}, label("N03", "gtin")),
    Defect("GTIN of a coupon", {"gtin": "9912345678909"}, label("N03", "gtin")),
    Defect("GTIN of a coupon with 05", {"gtin": "512345678900"}, label("N03b", "gtin")),
    Defect("GTIN without its zero", {"gtin": "36000291452"}, label("N04", "gtin")),
    Defect("GTIN as a power", {"gtin": "4.00638E+12"}, label("N05", "gtin")),
    Defect("GTIN with a decimal", {"gtin": "4006381333931.0"}, label("N05", "gtin")),
    Defect("GTIN with an apostrophe", {"gtin": "'4006381333948"}, label("N05", "gtin")),
    Defect("ISBN-10", {"gtin": "0-306-40615-2"}, label("N06", "gtin")),
    Defect("neither GTIN nor MPN", {"gtin": None}, label("N08")),
    Defect("identifiers denied", {"identifier_exists": "no"}, label("N09", "identifier_exists")),
    Defect("condition that is none", {"condition": "mint"}, label("C01", "condition")),
    Defect("age group that is none", {"age_group": "grown-ups"}, label("C02", "age_group")),
    Defect("gender that is none", {"gender": "men"}, label("C02", "gender")),
    Defect("size system that is none", {"size_system": "Mars"}, label("C02", "size_system")),
    Defect("size type that is none", {"size_type": "wide"}, label("C02", "size_type")),
    Defect("clothes without a gender",
           {"category": "1604", "color": "green", "size": "M", "age_group": "adult"}, label("C03")),
    Defect("colour that is a number", {"color": "17"}, label("C04", "color")),
    Defect("colour that is a code", {"color": "#ff0000"}, label("C04", "color")),
    Defect("colour that is many", {"color": "multicolor"}, label("C04", "color")),
    Defect("two categories", {"category": "1604,187"}, label("C05", "category")),
    Defect("product type with slashes", {"product_type": "Camping / Lanterns"}, label("C06", "product_type")),
    Defect("product type of 751 characters", {"product_type": "Lanterns" * 94}, label("C06", "product_type")),
    Defect("one side only", {"length": "12 cm"}, label("C07", "length"), without=["woocommerce"]),
    Defect("weight of nothing", {"weight": "0 kg"}, label("C07", "weight"), without=["woocommerce", "json-lines"]),
    Defect("days to return that are no number", {"accepts_returns": "true", "return_days": "many"}, label("R01", "return_days")),
    Defect("days to return without returns", {"accepts_returns": "false", "return_days": "30"}, label("R01", "accepts_returns")),
    Defect("return policy without an address", {"return_policy": "see our page"}, label("R02", "return_policy")),
    Defect("shipping without a service", {"shipping": "DE:4.90 EUR"}, label("S01", "shipping")),
    Defect("shipping in two ways", {"shipping": "DE::Standard:4.90 EUR", "shipping_price": "4.90 EUR"},
           label("S03", "shipping_price")),
    Defect("rating above 5", {"rating": "7", "review_count": "3"}, label("Q01", "rating")),
    Defect("rating without reviews", {"rating": "4.5"}, label("Q01", "rating")),
    Defect("reviews that are no number", {"rating": "4.5", "review_count": "some"}, label("Q01", "review_count")),
    Defect("checkout without search and endpoint", {"eligible_search": "false", "eligible_checkout": "true"},
           label("K01", "eligible_checkout"), label("K02", "eligible_checkout")),
    Defect("checkout without an endpoint", {"eligible_checkout": "true"}, label("K02", "eligible_checkout")),
    Defect("native commerce without an endpoint", {"native_commerce": "yes"}, label("K02", "native_commerce")),
    Defect("notice of more than 1,000 characters", {"consumer_notice": "Hot. " * 201}, label("K03", "consumer_notice")),
]

REPEATED = [("id", "I02"), ("gtin", "N07"), ("url", "L05"), ("title", "T05")]


def defects_of(written):
    return [defect for defect in DEFECTS
            if defect.needs <= written.attributes and written.name not in defect.without]


def planted_items(written):
    """Clean items with a faulty one between each two, and what must be found: (rule, item, attribute)."""
    items, expected = [], []

    def clean():
        items.append({**catalogs.clean_item(len(items)), "number": len(items)})
        return items[-1]

    clean()
    for defect in defects_of(written):
        clean().update(defect.changes)
        expected += [(rule, len(items) - 1, attribute) for rule, attribute in defect.labels]
        clean()
    for attribute, rule in REPEATED:
        if attribute in written.attributes:
            first = clean()
            clean()[attribute] = first[attribute]
            expected.append((rule, len(items) - 1, attribute))
    clean()
    return items, expected


def findings_in(folder):
    with open(folder / "audit.csv", newline="", encoding="utf-8") as file:
        return [(row["rule"], int(row["line"]), int(row["column"])) for row in csv.DictReader(file)]


def audited(written, items, settings):
    with tempfile.TemporaryDirectory(prefix="stagecraft-planted-") as name:
        folder = pathlib.Path(name)
        (folder / written.file).write_text(written.write(items).text, encoding="utf-8")
        (folder / "feed.yaml").write_text(settings)
        run = cases.run(["feed", written.file, "--settings", "feed.yaml", "--to", CHANNELS, "-o", "out"], folder)
        assert (folder / "out/audit.csv").is_file(), run.stderr + run.stdout
        return findings_in(folder / "out"), run


def settings_for(written):
    text = catalogs.SETTINGS.replace("{PATTERN}", written.pattern)
    return text + ("brand: Quillback\n" if written.name == "acp" else "")


def problems_of(written):
    items, expected = planted_items(written)
    places = written.write(items).places
    wanted = sorted((rule, *places[item].get(attribute, places[item][None])) for rule, item, attribute in expected)
    found, run = audited(written, items, settings_for(written))
    found.sort()
    missing, surplus = list(wanted), []
    for finding in found:
        if finding in missing:
            missing.remove(finding)
        else:
            surplus.append(finding)
    by_line = {places[item][None][0]: items[item] for item in range(len(items))}
    name = lambda finding: f"{finding} {by_line.get(finding[1], '')}"[:300]
    return len(wanted), [f"not found: {name(one)}" for one in missing] + [f"found too much: {name(one)}" for one in surplus]


def test_at_least_200_defects_are_planted():
    planted = [label for make in catalogs.FORMATS for label in planted_items(make())[1]]
    assert len(planted) >= 200, len(planted)


def make_test(make):
    def test():
        _, problems = problems_of(make())
        assert not problems, "\n".join(problems)
    name = make().name.replace("-", "_")
    test.__name__ = f"test_every_defect_of_{name}_is_found_at_its_place_and_nothing_else"
    return test


for make in catalogs.FORMATS:
    globals()[f"test_{make.__name__}"] = make_test(make)


if __name__ == "__main__":
    if "--list" in sys.argv:
        for make in catalogs.FORMATS:
            print(make().name, len(planted_items(make())[1]))
        sys.exit(0)
    checks.main(globals())
