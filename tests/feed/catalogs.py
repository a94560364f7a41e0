"""Writes catalogs in the formats that shops export, and says where each value stands in them."""

import copy
import json

SHOP = "https://shop.example"

SETTINGS = """\
currency: EUR
date: 2026-11-20
shop: https://shop.example/
product_url: https://shop.example/p/{PATTERN}
seller:
  name: Quillback Outdoor
  privacy_policy: https://shop.example/privacy
  terms: https://shop.example/terms
"""


def check_digit(digits):
    total = sum(int(digit) * (3 if (len(digits) - place) % 2 else 1) for place, digit in enumerate(digits))
    return str(-total % 10)


def gtin(number):
    digits = f"40{number:010d}"
    return digits + check_digit(digits)


def clean_item(number):
    """An item in which no rule finds anything."""
    return {
        "id": f"Q-{number:04d}",
        "title": f"Trail lantern {number}",
        "description": f"A lantern number {number} for tents and trails, made of steel, with a handle of oak.",
        "url": f"{SHOP}/p/lantern-{number}",
        "image": f"{SHOP}/i/lantern-{number}.jpg",
        "brand": "Quillback",
        "price": "24.90 EUR",
        "availability": "in_stock",
        "gtin": gtin(number),
        "condition": "new",
        "product_type": "Camping > Lanterns",
    }


class Written:
    """The bytes of a catalog, and for each item the place of each of its values; None: its record."""

    def __init__(self):
        self.text = ""
        self.places = []

    def line(self):
        return self.text.count("\n") + 1


class Table:
    """Cells in columns. `columns` maps what an item says to the name of a header."""

    separator = ","

    def __init__(self, columns):
        self.columns = columns
        self.attributes = set(columns)

    def cell(self, text):
        if any(mark in text for mark in (self.separator, '"', "\n")):
            return '"' + text.replace('"', '""') + '"'
        return text

    def value(self, item, attribute):
        return item.get(attribute) or ""

    def write(self, items):
        written = Written()
        rows = [self.separator.join(self.cell(header) for header in self.columns.values())]
        next_line = 2
        for item in items:
            line, column, places = next_line, 1, {None: (next_line, 1)}
            cells = []
            for attribute in self.columns:
                cell = self.cell(self.value(item, attribute))
                places[attribute] = (line, column)
                cells.append(cell)
                line += cell.count("\n")
                column = len(cell.rsplit("\n", 1)[-1]) + 2 + (0 if "\n" in cell else column - 1)
            rows.append(self.separator.join(cells))
            next_line = line + 1
            written.places.append(places)
        written.text = "\n".join(rows) + "\n"
        return written


class GoogleTable(Table):
    name, file, separator = "google-tsv", "products.tsv", "\t"
    pattern = "{id}"

    def __init__(self):
        super().__init__({
            "id": "id", "title": "title", "description": "description", "url": "link", "image": "image_link",
            "more_images": "additional_image_link", "brand": "brand", "price": "price", "sale_price": "sale_price",
            "sale_dates": "sale_price_effective_date", "availability": "availability",
            "availability_date": "availability_date", "gtin": "gtin", "mpn": "mpn",
            "identifier_exists": "identifier_exists", "condition": "condition", "category": "google_product_category",
            "product_type": "product_type", "group_id": "item_group_id", "color": "color", "size": "size",
            "gender": "gender", "age_group": "age_group", "size_system": "size_system", "size_type": "size_type",
            "length": "product_length", "weight": "product_weight", "shipping": "shipping",
        })


class OpenAiTable(Table):
    name, file = "openai-csv", "products.csv"
    pattern = "{id}"

    def __init__(self):
        super().__init__({
            "id": "item_id", "title": "title", "description": "description", "url": "url", "brand": "brand",
            "image": "image_url", "availability": "availability", "price": "price", "sale_price": "sale_price",
            "gtin": "gtin", "mpn": "mpn", "condition": "condition", "product_type": "product_category",
            "offer_id": "offer_id", "group_id": "group_id", "color": "color", "size": "size", "gender": "gender",
            "age_group": "age_group", "accepts_returns": "accepts_returns", "return_days": "return_window",
            "return_policy": "return_policy", "rating": "star_rating", "review_count": "review_count",
            "eligible_search": "enable_search", "eligible_checkout": "enable_checkout",
            "shipping": "shipping", "shipping_price": "shipping_price", "quantity": "inventory_quantity",
        })


class Shopify(Table):
    name, file = "shopify", "products.csv"
    pattern = "{handle}"
    headers = {
        "group_id": "Handle", "title": "Title", "description": "Body (HTML)", "brand": "Vendor",
        "product_type": "Type", "published": "Published", "id": "Variant SKU",
        "tracker": "Variant Inventory Tracker", "quantity": "Variant Inventory Qty",
        "policy": "Variant Inventory Policy", "price": "Variant Price", "compare_at": "Variant Compare At Price",
        "gtin": "Variant Barcode", "image": "Image Src", "mpn": "Google Shopping / MPN",
        "condition": "Google Shopping / Condition", "category": "Google Shopping / Google Product Category",
        "gender": "Google Shopping / Gender", "age_group": "Google Shopping / Age Group", "status": "Status",
    }

    def __init__(self):
        super().__init__(self.headers)
        self.attributes = set(self.headers) - {"availability"}

    def value(self, item, attribute):
        defaults = {"group_id": "lantern-" + str(item["number"]), "published": "true", "tracker": "shopify",
                    "quantity": "12", "policy": "deny", "status": "active"}
        text = item.get(attribute, defaults.get(attribute)) or ""
        return text.removesuffix(" EUR") if attribute == "price" else text


class ShopifyTemplate(Shopify):
    name = "shopify-template"
    headers = {
        "title": "Title", "group_id": "URL handle", "description": "Description", "brand": "Vendor", "product_type": "Type",
        "published": "Published on online store", "status": "Status", "id": "SKU", "gtin": "Barcode", "price": "Price",
        "compare_at": "Compare-at price", "tracker": "Inventory tracker", "quantity": "Inventory quantity",
        "policy": "Continue selling when out of stock", "image": "Product image URL",
        "category": "Google Shopping / Google product category", "gender": "Google Shopping / Gender",
        "age_group": "Google Shopping / Age group", "mpn": "Google Shopping / Manufacturer part number (MPN)",
        "condition": "Google Shopping / Condition",
    }


class WooCommerce(Table):
    name, file = "woocommerce", "products.csv"
    pattern = "{id}"

    def __init__(self):
        super().__init__({
            "id": "ID", "kind": "Type", "gtin": "GTIN, UPC, EAN, or ISBN", "title": "Name", "published": "Published",
            "visibility": "Visibility in catalog", "description": "Description", "sale_starts": "Date sale price starts",
            "sale_ends": "Date sale price ends", "availability": "In stock?", "quantity": "Stock", "weight": "Weight (kg)",
            "length": "Length (cm)", "width": "Width (cm)", "sale_price": "Sale price", "price": "Regular price",
            "product_type": "Categories", "image": "Images", "parent": "Parent", "brand": "Brands",
        })

    def value(self, item, attribute):
        text = item.get(attribute, {"kind": "simple", "published": "1", "visibility": "visible"}.get(attribute)) or ""
        if attribute == "availability":
            return {"in_stock": "1", "out_of_stock": "0"}.get(text, text)
        return text.removesuffix(" EUR") if attribute in ("price", "sale_price") else text


class GoogleXml:
    name, file = "google-xml", "products.xml"
    pattern = "{id}"

    def __init__(self):
        self.columns = GoogleTable().columns
        self.attributes = set(self.columns)

    def write(self, items):
        written = Written()
        written.text = ('<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
                        'xmlns:g="http://base.google.com/ns/1.0">\n<channel>\n<title>Shop</title>\n')
        for item in items:
            places = {None: (written.line(), 1)}
            written.text += "<item>\n"
            for attribute, name in self.columns.items():
                if item.get(attribute):
                    places[attribute] = (written.line(), 1)
                    text = item[attribute].replace("&", "&amp;").replace("<", "&lt;")
                    written.text += f"<g:{name}>{text}</g:{name}>\n"
            written.text += "</item>\n"
            written.places.append(places)
        written.text += "</channel>\n</rss>\n"
        return written


class JsonLines:
    name, file = "json-lines", "products.jsonl"
    pattern = "{id}"

    def __init__(self):
        self.names = {name: name for name in [
            "id", "title", "description", "url", "image", "brand", "price", "sale_price", "sale_starts", "sale_ends",
            "availability", "availability_date", "quantity", "gtin", "mpn", "identifier_exists", "condition", "category",
            "product_type", "group_id", "color", "size", "gender", "age_group", "size_system", "size_type", "length",
            "width", "dimension_unit", "weight", "weight_unit", "offer_id", "accepts_returns", "return_days",
            "return_policy", "rating", "review_count", "eligible_search", "eligible_checkout", "shipping_price",
            "native_commerce", "consumer_notice"]}
        self.attributes = set(self.names)

    def write(self, items):
        written = Written()
        for item in items:
            line, text, places = written.line(), "{", {None: (written.line(), 1)}
            for attribute in self.names:
                if item.get(attribute):
                    text += ("" if text == "{" else ", ") + json.dumps(attribute) + ": "
                    places[attribute] = (line, len(text) + 1)
                    text += json.dumps(item[attribute], ensure_ascii=False)
            written.text += text + "}\n"
            written.places.append(places)
        return written


class Acp:
    name, file = "acp", "products.jsonl"
    pattern = "{id}"

    def __init__(self):
        self.attributes = {"id", "title", "description", "url", "image", "price", "availability",
                           "gtin", "condition", "product_type"}

    def write(self, items):
        written = Written()
        for item in items:
            line, places = written.line(), {}
            text = '{"id": ' + json.dumps("p-" + str(item["number"])) + ', "variants": ['
            places[None] = (line, len(text) + 1)
            text += "{"

            def add(name, before, attribute, after, value=None):
                nonlocal text
                if not item.get(attribute):
                    return
                text += ("" if text.endswith("{") else ", ") + json.dumps(name) + ": " + before
                places[attribute] = (line, len(text) + 1)
                text += (value or json.dumps(item[attribute], ensure_ascii=False)) + after

            add("id", "", "id", "")
            add("title", "", "title", "")
            add("description", '{"plain": ', "description", "}")
            add("url", "", "url", "")
            add("barcodes", '[{"type": "EAN", "value": ', "gtin", "}]")
            number, _, currency = (item.get("price") or "").partition(" ")
            if number.replace(".", "").isdigit():
                number = number.replace(".", "").lstrip("0") or "0"
            add("price", '{"amount": ', "price", ', "currency": ' + json.dumps(currency or "EUR") + "}", number)
            add("availability", '{"available": true, "status": ', "availability", "}")
            add("categories", '[{"taxonomy": "merchant", "value": ', "product_type", "}]")
            add("condition", "[", "condition", "]")
            add("media", '[{"type": "image", "url": ', "image", "}]")
            written.text += text + "}]}\n"
            written.places.append(places)
        return written


FORMATS = [Shopify, ShopifyTemplate, WooCommerce, GoogleTable, OpenAiTable, GoogleXml, JsonLines, Acp]


def numbered(items):
    result = []
    for place, item in enumerate(items):
        entry = copy.deepcopy(item)
        entry.setdefault("number", place)
        result.append(entry)
    return result
