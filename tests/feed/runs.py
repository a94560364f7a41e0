#!/usr/bin/env python3
"""Whole runs: encodings and compression, changes since the last run, brakes, discovery, kills, size."""

import csv
import gzip
import io
import json
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from feed import catalogs  # noqa: E402
from support import cases, checks  # noqa: E402

SCHEMAS = ROOT.parent / "shared/schemas/ucp-2026-04-08/source"
SETTINGS = catalogs.SETTINGS.replace("{PATTERN}", "{handle}")


class Shop:
    """A folder with a catalog and its settings."""

    def __enter__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="stagecraft-runs-")
        self.folder = pathlib.Path(self.temporary.name)
        self.settings(SETTINGS)
        return self

    def __exit__(self, *_):
        self.temporary.cleanup()

    def settings(self, text):
        (self.folder / "feed.yaml").write_text(text)

    def catalog(self, content, name="products.csv"):
        (self.folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        self.name = name

    def arguments(self, to="openai", *more):
        return ["feed", self.name, "--settings", "feed.yaml", "--to", to, "-o", "out", *more]

    def run(self, to="openai", *more):
        return cases.run(self.arguments(to, *more), self.folder)

    def read(self, name):
        return (self.folder / "out" / name).read_bytes()

    def rows(self):
        return [json.loads(line) for line in self.read("openai/products.jsonl").decode().splitlines()]

    def summary(self):
        return json.loads(self.read("feeds.json"))


def shopify(items):
    return catalogs.Shopify().write(catalogs.numbered(items)).text


def clean(count):
    return [catalogs.clean_item(number) for number in range(count)]


def test_however_a_catalog_is_encoded_its_feed_is_the_same():
    items = clean(3)
    items[1]["title"] = "Große Laterne"
    text = shopify(items)
    variants = {
        "UTF-8": text.encode(),
        "a byte order mark": b"\xef\xbb\xbf" + text.encode(),
        "CRLF": text.replace("\n", "\r\n").encode(),
        "CR": text.replace("\n", "\r").encode(),
        "gzip": gzip.compress(text.encode()),
        "two members of gzip": gzip.compress(text[:500].encode()) + gzip.compress(text[500:].encode()),
    }
    feeds = {}
    for name, content in variants.items():
        with Shop() as shop:
            shop.catalog(content)
            run = shop.run()
            assert run.exit_code == 0, f"{name}: {run.stderr}{run.stdout}"
            feeds[name] = shop.read("openai/products.jsonl")
    for name, feed in feeds.items():
        assert feed == feeds["UTF-8"], name


def test_windows_1252_is_recognised_and_stated():
    items = clean(3)
    items[1]["title"] = "Große Laterne für 5 €"
    with Shop() as shop:
        shop.catalog(shopify(items).encode("cp1252"))
        run = shop.run()
        assert "Windows-1252" in run.stdout, run.stdout
        assert shop.rows()[1]["title"] == "Große Laterne für 5 €"


def test_a_few_bad_bytes_among_good_ones_are_found_where_they_are():
    items = clean(6)
    for item in items:
        item["title"] = "Große Laterne " + item["id"]
    content = shopify(items).encode().replace("Große Laterne Q-0003".encode(), b"Gro\xdfe Laterne Q-0003")
    with Shop() as shop:
        shop.catalog(content)
        shop.run()
        findings = [line for line in shop.read("audit.csv").decode().splitlines() if line.startswith("F01")]
        assert len(findings) == 1 and ",products.csv,4,5," in findings[0], findings
        assert len(shop.rows()) == 5


def test_the_next_run_tells_what_has_changed():
    items = clean(6)
    with Shop() as shop:
        shop.catalog(shopify(items))
        assert shop.run().exit_code == 0
        items[0]["price"] = "19.90 EUR"
        items[1]["quantity"] = "0"
        items[2]["title"] = "Another lantern"
        removed = items.pop(3)
        items.append(catalogs.clean_item(9))
        for number, item in enumerate(items):
            item["number"] = int(item["id"][2:])
        shop.catalog(shopify(items))
        run = shop.run()
        assert "since the last run: 1 added, 1 removed; price of 1 changed, availability of 1" in run.stdout, run.stdout
        changes = set(shop.read("changes.csv").decode().splitlines())
        assert changes == {
            "id,change,before,now", "Q-0000,price,24.90 EUR,19.90 EUR", "Q-0001,availability,in_stock,out_of_stock",
            "Q-0002,title,Trail lantern 2,Another lantern", f"{removed['id']},removed,,", "Q-0009,added,,"}, changes
        assert len(shop.read("changed-addresses.txt").splitlines()) == 4


def test_a_fall_beyond_the_limit_stops_the_run_and_leaves_the_last_feeds():
    with Shop() as shop:
        shop.settings(SETTINGS + "most_fall_percent: 20\n")
        shop.catalog(shopify(clean(10)))
        assert shop.run().exit_code == 0
        before = cases.files_under(shop.folder / "out")
        shop.catalog(shopify(clean(7)))
        run = shop.run()
        assert run.exit_code == 1 and "would publish 7 items, and 10 last time" in run.stderr, run.stderr
        assert cases.files_under(shop.folder / "out") == before
        shop.catalog(shopify(clean(8)))
        assert shop.run().exit_code == 0


def test_files_of_others_stay_and_feeds_no_longer_made_go():
    with Shop() as shop:
        shop.catalog(shopify(clean(3)))
        shop.run("openai,google")
        (shop.folder / "out/notes").mkdir()
        (shop.folder / "out/notes/mine.txt").write_text("mine")
        shop.run("acp")
        names = set(cases.files_under(shop.folder / "out"))
        assert {"notes/mine.txt", "acp/products.jsonl"} <= names
        assert not any(name.startswith(("openai/", "google/")) for name in names), names


def test_a_killed_run_leaves_the_last_feeds_whole():
    with Shop() as shop:
        shop.catalog(shopify(clean(50)))
        assert shop.run().exit_code == 0
        before = cases.files_under(shop.folder / "out")
        shop.catalog(shopify(clean(20_000)))
        for delay in (0.02, 0.1, 0.3):
            process = subprocess.Popen([cases.program(), *shop.arguments()], cwd=shop.folder,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
            process.wait()
            now = cases.files_under(shop.folder / "out")
            assert now == before or shop.summary()["read"] == 20_000


def test_products_that_are_torn_apart_come_together():
    header, *lines = shopify([dict(catalogs.clean_item(number), number=number // 2) for number in range(40)]).splitlines()
    random.Random(5).shuffle(lines)
    with Shop() as shop:
        shop.catalog("\n".join([header, *lines]) + "\n")
        run = shop.run("acp,openai")
        assert "they were brought together" in run.stdout, run.stdout
        products = [json.loads(line) for line in shop.read("acp/products.jsonl").decode().splitlines()]
        assert len(products) == 20 and all(len(product["variants"]) == 2 for product in products)


def peak_memory(pid):
    """The most that the process has held so far. What wait4 tells includes the parent it was forked from."""
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def test_memory_does_not_grow_with_the_catalog():
    limit = 32 << 20
    with Shop() as shop:
        items = clean(12_000)
        for item in items[::3]:
            item["gtin"] = None  # findings for the reports to hold
        items[11_999]["id"] = items[0]["id"]  # so that it is read twice
        shop.catalog(shopify(items))
        process = subprocess.Popen([cases.program(), *shop.arguments("openai,google,acp")], cwd=shop.folder,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        peak = 0
        while process.poll() is None:
            peak = max(peak, peak_memory(process.pid))
            time.sleep(0.01)
        assert process.returncode == 0 and 0 < peak <= limit, f"{peak} bytes"
        openai = shop.summary()["channels"]["openai"]
        assert (openai["published"], openai["disapproved"], openai["excluded"]) == (11_999, 1, 0)


def test_hostile_texts_come_out_as_data():
    items = clean(2)
    items[0]["title"] = '</script><script>alert(1)</script> =HYPERLINK("x") lantern'
    items[1]["title"] = "=cmd|' /C calc'!A0 lantern of steel !!"
    with Shop() as shop:
        shop.catalog(shopify(items))
        run = shop.run("openai,google,schema-org,markdown")
        assert run.exit_code == 0, run.stderr
        assert b"<script" not in shop.read("schema-org/products.ndjson")
        assert b"<script" not in shop.read("google/products.xml")
        for line in shop.read("audit.csv").decode().splitlines():
            assert ",=cmd" not in line, line
        assert '"\'=cmd' in shop.read("audit.csv").decode()


def test_nothing_is_declared_that_nobody_runs():
    with Shop() as shop:
        shop.catalog(shopify(clean(3)))
        shop.run()
        names = cases.files_under(shop.folder / "out")
        assert not any("well-known" in name or "indexnow" in name for name in names), sorted(names)


ENDPOINT = """\
endpoints:
  - {protocol: ucp, name: dev.ucp.shopping, version: "2026-04-08", transport: rest, url: https://shop.example/ucp}
indexnow_key: 0123456789abcdef
"""


def test_declared_endpoints_become_a_profile_and_addresses_a_batch():
    with Shop() as shop:
        shop.settings(SETTINGS + ENDPOINT)
        shop.catalog(shopify(clean(3)))
        assert shop.run().exit_code == 0
        profile = json.loads(shop.read("well-known/ucp"))
        assert profile["ucp"]["services"]["dev.ucp.shopping"][0]["endpoint"] == "https://shop.example/ucp"
        batch = json.loads(shop.read("indexnow/batch-1.json"))
        assert batch["host"] == "shop.example" and len(batch["urlList"]) == 3
        assert shop.read("indexnow/0123456789abcdef.txt") == b"0123456789abcdef"


def test_the_profile_is_valid_by_the_official_schema():
    if not SCHEMAS.is_dir():
        raise checks.Skipped("the official schemas of UCP are not at hand")
    try:
        import jsonschema
        import referencing
    except ImportError:
        raise checks.Skipped("python3-jsonschema with referencing is not installed")
    base = SCHEMAS.as_uri() + "/"

    def retrieve(uri):
        contents = json.loads(pathlib.Path(uri.removeprefix("file://")).read_text())
        contents.pop("$id", None)
        return referencing.Resource.from_contents(contents)

    registry = referencing.Registry(retrieve=retrieve)
    schema = {"$ref": base + "discovery/profile_schema.json#/$defs/business_profile",
              "$schema": "https://json-schema.org/draft/2020-12/schema"}
    validator = jsonschema.Draft202012Validator(schema, registry=registry)
    with Shop() as shop:
        shop.settings(SETTINGS + ENDPOINT)
        shop.catalog(shopify(clean(1)))
        shop.run()
        profile = json.loads(shop.read("well-known/ucp"))
    assert not list(validator.iter_errors(profile))
    del profile["ucp"]["services"]["dev.ucp.shopping"][0]["endpoint"]
    assert list(validator.iter_errors(profile)), "the schema accepts what it should not"


def test_categories_of_the_shop_become_those_of_google_where_the_settings_say_so():
    items = clean(3)
    for item, kind in zip(items, ["Camp > Lights", "Camp > Lights", "Camp > Chairs"]):
        item["product_type"] = kind
        item.pop("category", None)
    with Shop() as shop:
        shop.settings(SETTINGS + 'categories: {"Camp > Lights": "Hardware > Lighting"}\n')
        shop.catalog(shopify(items))
        shop.run("openai")
        mapped = [row.get("product_category") for row in shop.rows()]
        normalised = {entry["what"]: entry["items"] for entry in json.loads(shop.read("audit.json"))["normalised"]
                      if "items" in entry}
    assert mapped[:2] == ["Hardware > Lighting"] * 2, mapped
    assert mapped[2] != "Hardware > Lighting"
    assert any("categor" in what and count == 2 for what, count in normalised.items()), normalised


def findings_of(shop, rule):
    rows = csv.DictReader(io.StringIO(shop.read("audit.csv").decode()))
    return [(row["record"], row["line"], row["id"], row["attribute"]) for row in rows if row["rule"] == rule]


def test_an_id_that_stood_for_another_product_is_found_where_it_stands():
    items = clean(4)
    with Shop() as shop:
        shop.catalog(shopify(items))
        shop.run("openai,google")
        assert findings_of(shop, "I04") == []
        items[1]["title"] = "Trail lantern in brass"
        items[2]["title"] = "Folding chair"
        shop.catalog(shopify(items))
        shop.run("openai,google")
        assert findings_of(shop, "I04") == [("3", "4", "Q-0002", "title")]
        shop.run("openai,google")
        assert findings_of(shop, "I04") == []


def table_of(items):
    columns = ["id", "item_group_id", "title", "description", "link", "image_link", "brand", "price",
               "availability", "gtin", "size"]
    rows = ["\t".join(columns)]
    for item in items:
        rows.append("\t".join([item["id"], item.get("group_id", ""), item["title"], item["description"],
                               item["url"], item["image"], item["brand"], item["price"],
                               item["availability"], item["gtin"], item.get("size", "")]))
    return "\n".join(rows) + "\n"


def grouped(number, group, size):
    item = catalogs.clean_item(number)
    return {**item, "group_id": group, "size": size, "title": f"{item['title']}, {size}"}


def test_a_group_with_the_id_of_an_item_of_another_product_is_found():
    single, first, second = catalogs.clean_item(1), grouped(2, "Q-0001", "S"), grouped(3, "Q-0001", "M")
    for items, expected in [
            ([single, first, second], [("2", "3", "Q-0002", "group_id")]),
            ([first, second, single], [("3", "4", "Q-0001", "id")])]:
        with Shop() as shop:
            shop.catalog(table_of(items), "products.tsv")
            shop.run("openai")
            assert findings_of(shop, "V01") == expected
            assert len(shop.rows()) == 2
    with Shop() as shop:  # the group is named as one of its own: the items of the group, and no other
        shop.catalog(table_of([grouped(2, "Q-0002", "S"), grouped(3, "Q-0002", "M"), single]), "products.tsv")
        shop.run("openai")
        assert [record for record, *_ in findings_of(shop, "V01")] == ["1", "2"]


def test_descriptions_that_repeat_are_counted():
    items = clean(5)
    items[3]["description"] = items[4]["description"] = items[0]["description"]
    with Shop() as shop:
        shop.catalog(shopify(items))
        shop.run("markdown")
        assert json.loads(shop.read("audit.json"))["substance"]["repeated_descriptions"] == 2


def test_fields_of_openai_before_are_written_when_asked_for():
    item = {**catalogs.clean_item(1), "video": "https://shop.example/v.mp4", "unit_measure": "750 ml",
            "unit_base": "100 ml", "questions": [{"question": "Is it, well, bright?", "answer": "Yes: very."}]}
    for settings, expected in [("", None), ("openai_earlier_fields: yes\ncountry: US\n", True)]:
        with Shop() as shop:
            shop.settings(SETTINGS + settings)
            shop.catalog(json.dumps(item) + "\n", "products.jsonl")
            shop.run("openai")
            row = shop.rows()[0]
            if not expected:
                assert not {"video_url", "q_and_a", "store_country"} & set(row)
                continue
            assert row["video_url"] == "https://shop.example/v.mp4"
            assert (row["unit_pricing_measure"], row["base_measure"]) == ("750 ml", "100 ml")
            assert row["q_and_a"] == [{"q": "Is it, well, bright?", "a": "Yes: very."}]
            assert (row["target_countries"], row["store_country"]) == (["US"], "US")


def test_unit_prices_of_shopify_become_those_of_google_and_acp():
    catalog = ("Handle,Title,Body (HTML),Vendor,Variant SKU,Variant Price,Variant Inventory Tracker,"
               "Variant Inventory Qty,Variant Inventory Policy,Unit Price Total Measure,"
               "Unit Price Total Measure Unit,Unit Price Base Measure,Unit Price Base Measure Unit,Image Src\n"
               "oil,Lamp oil,Oil that burns without smoke in any lantern of the shop.,Quillback,O-1,9.90,shopify,"
               "4,deny,750,ml,1,l,https://shop.example/i/oil.jpg\n")
    with Shop() as shop:
        shop.catalog(catalog)
        shop.run("google,acp")
        feed = shop.read("google/products.xml").decode()
        product = json.loads(shop.read("acp/products.jsonl"))
    assert product["variants"][0]["unit_price"] == {
        "amount": 1320, "currency": "EUR", "measure": {"value": 750, "unit": "ml"},
        "reference": {"value": 1, "unit": "l"}}
    assert "<g:unit_pricing_measure>750 ml</g:unit_pricing_measure>" in feed
    assert "<g:unit_pricing_base_measure>1 l</g:unit_pricing_base_measure>" in feed


def scores_by_the_manual(findings, audit, channels):
    """Scores by channel and by record from content/docs/audit.md, and what one rule keeps out alone."""
    of_record = {}
    for finding in findings:
        of_record.setdefault(finding["record"], {})[finding["rule"]] = finding
    points, alone = {}, {}
    for channel in channels:
        items = audit["channels"][channel]["published"] + audit["channels"][channel]["disapproved"]
        of_item = {}
        for record, rules in of_record.items():
            severities = [finding[channel] for finding in rules.values()]
            errors = [rule for rule, finding in rules.items() if finding[channel] == "error"]
            lost = 10 * severities.count("warning") + 2 * severities.count("advice")
            of_item[record] = 0 if errors else max(100 - lost, 10)
            if len(errors) == 1:
                alone[errors[0], channel] = alone.get((errors[0], channel), 0) + 1
        total = sum(of_item.values()) + 100 * (items - len(of_item))
        points[channel] = (2 * total + items) // (2 * items)
    return points, alone


def test_scores_are_those_of_the_manual():
    channels = ["openai", "google", "acp", "schema-org", "markdown"]
    items = clean(12)
    items[1]["title"] = "LOUD LANTERN OF BRASS"
    items[2]["gtin"] = "4006381333932"
    items[3]["price"] = ""
    items[4]["description"] = ""
    items[5]["description"] = "<p>Brass that lasts, with a wick that is easy to change and a glass chimney.</p>"
    items[6]["price"] = ""
    items[6]["title"] = ""
    with Shop() as shop:
        shop.catalog(shopify(items))
        shop.run(",".join(channels))
        audit = json.loads(shop.read("audit.json"))
        findings = list(csv.DictReader(io.StringIO(shop.read("audit.csv").decode())))
    points, alone = scores_by_the_manual(findings, audit, channels)
    assert {channel: audit["channels"][channel]["score"] for channel in channels} == points
    assert len(set(points.values())) > 2, "the catalog tells nothing"
    said = {(rule["id"], channel): count for rule in audit["rules"]
            for channel, count in rule.get("alone", {}).items()}
    assert said == alone and alone
    assert [one["score"] for one in audit["worst"]] == sorted(one["score"] for one in audit["worst"])


def test_markets_have_prices_of_their_own():
    table = shopify(clean(2)).splitlines()
    table[0] += ",Price / Japan,Included / Japan"
    table[1] += ",4200,true"
    table[2] += ",4300,false"
    with Shop() as shop:
        shop.settings(SETTINGS + 'markets:\n  - {id: de, country: DE}\n'
                      '  - {id: jp, country: JP, currency: JPY, price_column: "Price / Japan", included_column: "Included / Japan"}\n')
        shop.catalog("\n".join(table) + "\n")
        run = shop.run()
        assert run.exit_code == 0, run.stderr
        german = [json.loads(line)["price"] for line in shop.read("de/openai/products.jsonl").decode().splitlines()]
        japanese = [json.loads(line)["price"] for line in shop.read("jp/openai/products.jsonl").decode().splitlines()]
        assert german == ["24.90 EUR", "24.90 EUR"] and japanese == ["4200 JPY"], (german, japanese)


def test_a_feed_without_items_is_a_feed_that_its_channel_would_refuse():
    with Shop() as shop:
        shop.catalog(shopify([dict(catalogs.clean_item(1), title=None)]))
        assert shop.run().exit_code == 1
        assert shop.read("openai/products.jsonl") == b""


def test_strict_fails_when_an_item_is_disapproved():
    with Shop() as shop:
        shop.catalog(shopify([*clean(2), dict(catalogs.clean_item(3), price="0.00 EUR")]))
        assert shop.run().exit_code == 0
        assert shop.run("openai", "--strict").exit_code == 1


if __name__ == "__main__":
    checks.main(globals())
