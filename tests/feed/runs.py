#!/usr/bin/env python3
"""Whole runs: encodings and compression, changes since the last run, brakes, discovery, kills, size."""

import gzip
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
        assert shop.summary()["channels"]["openai"] == {"published": 11_999, "disapproved": 1, "excluded": 0}


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
