#!/usr/bin/env python3
"""What the feeds of each channel must be, by our reading of its rules of 2026-11, read again here
without any code of the program. Official schemas judge where they are at hand."""

import gzip
import json
import pathlib
import re
import sys
import tempfile
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import cases, checks  # noqa: E402

SCHEMAS = ROOT.parent / "shared/schemas"
CHANNELS = "openai,openai:csv,openai:tsv.gz,openai-google,google,google:tsv,acp,schema-org,markdown"

SETTINGS = """\
currency: EUR
shop: https://shop.example/
product_url: https://shop.example/products/{handle}
country: DE
date: 2026-11-20
condition: new
untracked_stock: in-stock
seller:
  name: Quillback & Söhne
  url: https://shop.example/
  privacy_policy: https://shop.example/privacy
  terms: https://shop.example/terms
  return_policy: https://shop.example/returns
returns: {accepted: yes, days: 30, country: DE, method: by-mail, fees: free}
shipping:
  - {country: DE, service: Standard, price: 4.90}
"""

CATALOG = """\
Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Image Position,Image Alt Text,Fuel (product.metafields.custom.fuel),Status,Unit Price Total Measure,Unit Price Total Measure Unit,Unit Price Base Measure,Unit Price Base Measure Unit
tent,Two-person tent,"<p>A tent for two, with <b>poles</b> of steel &amp; a ""quick"" floor.</p><ul><li>2.1 kg</li><li>green</li></ul><script>alert(1)</script>",Quillback,Camping > Tents,tent,true,Color,Green,Size,"2 P, wide",T-1,2100,shopify,4,deny,199.00,249.00,4006381333931,https://shop.example/i/tent.jpg,1,A green tent,none,active,,,,
tent,,,,,,,,Red,,"2 P, wide",T-2,2100,shopify,0,continue,199.00,249.00,4006381333948,https://shop.example/i/tent-2.jpg,2,"A red tent, in rain",,,,,,
tent,,,,,,,,Red,,"3 P </script>",T-3,2600,shopify,0,deny,219.5,,,https://shop.example/i/tent-3.jpg,3,,,,,,,
lantern,Trail lantern,A lantern for tents and trails made of steel with a handle of oak.,Quillback,Camping > Lanterns,,true,Title,Default Title,,,L-1,350,,,deny,24.90,,036000291452,https://shop.example/i/lantern.png,1,,petrol,active,350,g,1,kg
draft,A draft,A stove that is not finished and so nobody can buy it from us yet.,Quillback,Camping,,true,Title,Default Title,,,D-1,,shopify,1,deny,10.00,,,https://shop.example/i/d.jpg,,,,draft,,,,
nothing,Spare peg,A peg for tents that has no price at all and so is in no feed of ours.,Quillback,Camping,,true,Title,Default Title,,,N-1,,shopify,1,deny,0.00,,,https://shop.example/i/n.jpg,,,,active,,,,
"""

_feeds = None


def feeds():
    """Output path -> bytes of the feeds of CATALOG, made once."""
    global _feeds
    if _feeds is None:
        with tempfile.TemporaryDirectory(prefix="stagecraft-feeds-") as name:
            folder = pathlib.Path(name)
            (folder / "products.csv").write_text(CATALOG)
            (folder / "feed.yaml").write_text(SETTINGS)
            run = cases.run(["feed", "products.csv", "--settings", "feed.yaml", "--to", CHANNELS, "-o", "out"], folder)
            assert run.exit_code == 0, run.stderr
            _feeds = cases.files_under(folder / "out")
    return _feeds


def json_lines(content):
    return [json.loads(line) for line in content.decode().splitlines()]


MONEY = re.compile(r"\d+\.\d\d EUR")
HTTPS = re.compile(r"https://[^\s\"<>]+")
TEXT = re.compile(r"(?s)[^\x00-\x08\x0b-\x1f]+")
NUMBER = re.compile(r"\d+(\.\d+)?")

OPENAI_REQUIRED = {"item_id", "title", "description", "url", "brand", "seller_name", "image_url", "availability", "price"}
OPENAI = {
    "item_id": TEXT, "title": TEXT, "description": TEXT, "url": HTTPS, "brand": TEXT, "seller_name": TEXT,
    "image_url": HTTPS, "availability": {"in_stock", "out_of_stock", "pre_order", "backorder", "unknown"},
    "price": MONEY, "sale_price": MONEY, "group_id": TEXT, "listing_has_variations": {True},
    "gtin": re.compile(r"\d{8}|\d{12,14}"), "mpn": TEXT, "condition": {"new", "refurbished", "used"},
    "product_category": TEXT, "material": TEXT, "color": TEXT, "size": TEXT,
    "gender": {"male", "female", "unisex"}, "age_group": {"newborn", "infant", "toddler", "kids", "adult"},
    "weight": NUMBER, "item_weight_unit": {"g", "kg", "oz", "lb"}, "seller_url": HTTPS, "return_policy": HTTPS,
    "accepts_returns": {True, False},
}


def test_openai_rows_meet_the_field_table():
    rows = json_lines(feeds()["openai/products.jsonl"])
    assert [row["item_id"] for row in rows] == ["T-1", "T-2", "T-3", "L-1"]
    for row in rows:
        assert OPENAI_REQUIRED <= set(row), OPENAI_REQUIRED - set(row)
        for name, value in row.items():
            if name == "variant_dict":
                assert value and all(isinstance(text, str) and text for text in value.values()), value
            elif name == "additional_image_urls":
                assert value and all(HTTPS.fullmatch(url) for url in value), value
            elif name == "return_deadline_in_days":
                assert value == 30 and row["accepts_returns"]
            elif isinstance(OPENAI[name], set):
                assert value in OPENAI[name], (name, value)
            else:
                assert OPENAI[name].fullmatch(value), (name, value)


def test_openai_gets_variants_sales_and_stock_right():
    green, red, wide, lantern = json_lines(feeds()["openai/products.jsonl"])
    assert (green["price"], green["sale_price"]) == ("249.00 EUR", "199.00 EUR")
    assert green["variant_dict"] == {"Color": "Green", "Size": "2 P, wide"} and green["group_id"] == "tent"
    assert [row["availability"] for row in (green, red, wide, lantern)] == ["in_stock", "backorder", "out_of_stock", "in_stock"]
    assert "sale_price" not in wide and wide["price"] == "219.50 EUR"
    assert "group_id" not in lantern and "variant_dict" not in lantern
    assert green["title"] == "Two-person tent, Green / 2 P, wide"
    assert green["description"] == 'A tent for two, with poles of steel & a "quick" floor.\n- 2.1 kg\n- green'


def test_the_delimited_openai_feeds_say_what_the_json_lines_say():
    import csv
    import io
    rows = json_lines(feeds()["openai/products.jsonl"])
    table = list(csv.DictReader(io.StringIO(feeds()["openai/products.csv"].decode())))
    tabs = gzip.decompress(feeds()["openai/products.tsv.gz"]).decode().splitlines()
    assert len(table) == len(rows) == len(tabs) - 1
    for row, cells in zip(rows, table):
        for name, cell in cells.items():
            value = row.get(name, "")
            if name == "variant_dict" and value:
                assert json.loads(cell) == value
            elif name == "additional_image_urls" and value:
                assert cell == ",".join(value)
            else:
                assert cell == (str(value).lower() if isinstance(value, bool) else str(value)), name


GOOGLE = set("""id title description link image_link additional_image_link availability availability_date price sale_price
sale_price_effective_date brand gtin mpn identifier_exists condition google_product_category product_type item_group_id
color size material pattern gender age_group size_type size_system product_length product_width product_height
product_weight unit_pricing_measure unit_pricing_base_measure expiration_date adult is_bundle multipack shipping
product_detail product_highlight question_and_answer""".split())
G = "{http://base.google.com/ns/1.0}"


def test_google_rss_is_well_formed_with_known_attributes_only():
    root = xml.etree.ElementTree.fromstring(feeds()["google/products.xml"])
    items = root.findall("channel/item")
    assert len(items) == 4 and root.findtext("channel/title") == "Quillback & Söhne"
    for item in items:
        names = [element.tag.removeprefix(G) for element in item]
        assert set(names) <= GOOGLE, set(names) - GOOGLE
        for name in ("id", "title", "description", "link", "image_link", "availability", "price"):
            assert names.count(name) == 1, name
        assert MONEY.fullmatch(item.findtext(G + "price"))
        assert item.findtext(G + "availability") in {"in_stock", "out_of_stock", "preorder", "backorder"}
    assert items[0].find(f"{G}shipping/{G}price").text == "4.90 EUR"
    assert items[0].find(f"{G}product_detail/{G}attribute_name").text == "Fuel"


def test_acp_is_valid_by_the_official_schema():
    path = SCHEMAS / "acp/schema.feed.json"
    if not path.is_file():
        raise checks.Skipped("the official schema of ACP is not at hand")
    try:
        import jsonschema
    except ImportError:
        raise checks.Skipped("python3-jsonschema is not installed")
    schema = json.loads(path.read_text())
    definitions = schema.get("$defs", {})

    def problems(value, name):
        validator = jsonschema.Draft202012Validator({**schema, "$ref": f"#/$defs/{name}"})
        return [f"{name}: {error.message}" for error in validator.iter_errors(value)]

    assert "Product" in definitions and "FeedMetadata" in definitions, sorted(definitions)
    found = problems(json.loads(feeds()["acp/metadata.json"]), "FeedMetadata")
    for product in json_lines(feeds()["acp/products.jsonl"]):
        found += problems(product, "Product")
    assert not found, "\n".join(found)
    assert problems({"id": "x", "variants": [{"id": "y", "title": "z", "price": {"amount": 1.5, "currency": "EUR"}}]}, "Product")


def test_acp_counts_in_minor_units_and_groups_variants():
    tent, lantern = json_lines(feeds()["acp/products.jsonl"])[:2]
    assert [variant["id"] for variant in tent["variants"]] == ["T-1", "T-2", "T-3"]
    assert tent["variants"][0]["price"] == {"amount": 19900, "currency": "EUR"}
    assert tent["variants"][0]["list_price"] == {"amount": 24900, "currency": "EUR"}
    assert tent["variants"][1]["availability"] == {"available": True, "status": "backorder"}
    assert lantern["variants"][0]["barcodes"] == [{"type": "UPC", "value": "036000291452"}]
    assert lantern["variants"][0]["unit_price"] == {  # 24.90 / 0.35 is 71.142…
        "amount": 7114, "currency": "EUR", "measure": {"value": 350, "unit": "g"},
        "reference": {"value": 1, "unit": "kg"}}


TYPES = {
    "Product": set("name description image brand sku gtin mpn color size material pattern category url offers".split()),
    "ProductGroup": set("name description brand productGroupID variesBy hasVariant".split()),
    "Brand": {"name"},
    "Organization": {"name"},
    "Offer": set("price priceCurrency availability itemCondition url priceValidUntil seller hasMerchantReturnPolicy shippingDetails".split()),
    "MerchantReturnPolicy": set("merchantReturnLink applicableCountry returnPolicyCategory merchantReturnDays returnMethod returnFees".split()),
    "OfferShippingDetails": set("shippingRate shippingDestination".split()),
    "MonetaryAmount": set("value currency".split()),
    "DefinedRegion": set("addressCountry addressRegion".split()),
}
TERMS = set("""InStock OutOfStock PreOrder BackOrder Discontinued LimitedAvailability NewCondition UsedCondition
RefurbishedCondition MerchantReturnFiniteReturnWindow MerchantReturnNotPermitted ReturnByMail ReturnInStore FreeReturn
ReturnFeesCustomerResponsibility color size material pattern""".split())


def vocabulary_problems(node):
    if isinstance(node, list):
        return [problem for entry in node for problem in vocabulary_problems(entry)]
    if isinstance(node, str) and node.startswith("https://schema.org/"):
        return [] if node.rsplit("/", 1)[1] in TERMS else [f"no term: {node}"]
    if not isinstance(node, dict):
        return []
    known = TYPES.get(node["@type"])
    if known is None:
        return [f"no type: {node['@type']}"]
    names = set(node) - {"@type", "@context"}
    return ([f"{node['@type']} has no {name}" for name in names - known]
            + [problem for value in (node[name] for name in names) for problem in vocabulary_problems(value)])


def test_json_ld_uses_types_and_properties_of_the_vocabulary_only():
    lines = feeds()["schema-org/products.ndjson"].decode()
    assert "</" not in lines, "what ends a script must not stand in it"
    products = json_lines(lines.encode())
    assert [product["@type"] for product in products] == ["ProductGroup", "Product"]
    assert not vocabulary_problems(products)
    offer = products[1]["offers"]
    assert (offer["price"], offer["priceCurrency"]) == ("24.90", "EUR")
    assert offer["hasMerchantReturnPolicy"]["merchantReturnDays"] == 30


def test_counts_close_for_every_channel():
    summary = json.loads(feeds()["feeds.json"])
    assert summary["read"] == 6
    for name, counts in summary["channels"].items():
        assert counts["published"] + counts["disapproved"] + counts["excluded"] == 6, name
        assert counts["excluded"] == 1, name
    openai = summary["channels"]["openai"]
    assert (openai["published"], openai["disapproved"], openai["excluded"]) == (4, 1, 1)


def test_sarif_names_rules_that_it_describes_and_places_that_exist():
    sarif = json.loads(feeds()["audit.sarif"])
    run = sarif["runs"][0]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    lines = CATALOG.count("\n")
    assert sarif["version"] == "2.1.0" and run["results"]
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert result["ruleId"] in rules and 1 <= region["startLine"] <= lines and region["startColumn"] >= 1


def test_a_round_trip_through_acp_loses_nothing_that_both_can_hold():
    with tempfile.TemporaryDirectory(prefix="stagecraft-feeds-") as name:
        folder = pathlib.Path(name)
        (folder / "first.jsonl").write_bytes(feeds()["acp/products.jsonl"])
        (folder / "feed.yaml").write_text(SETTINGS.replace("condition: new\n", ""))
        run = cases.run(["feed", "first.jsonl", "--settings", "feed.yaml", "--to", "acp", "-o", "out"], folder)
        assert run.exit_code == 0, run.stderr
        again = json_lines((folder / "out/acp/products.jsonl").read_bytes())
    for before, after in zip(json_lines(feeds()["acp/products.jsonl"]), again, strict=True):
        assert before == after, cases.difference("product", json.dumps(before, indent=1).encode(), json.dumps(after, indent=1).encode())


def test_the_same_catalog_gives_the_same_bytes():
    first = feeds()
    global _feeds
    _feeds = None
    assert feeds() == first


if __name__ == "__main__":
    checks.main(globals())
