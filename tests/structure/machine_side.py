#!/usr/bin/env python3
"""What programs read on a site with every model that comes with the program: lists that agree with the
files, tables that agree with the records, structured data in words that schema.org has."""

import csv
import hashlib
import io
import json
import pathlib
import re
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import cases, checks  # noqa: E402

BASE_URL = "https://reports.example.test/deep/er/"
MODELS = sorted(path.name for path in (ROOT / "content/models").iterdir())

SETTINGS = f"""title: All models
description: Every model that comes with the program.
publisher: The Example Press
base_url: {BASE_URL}
models: [{", ".join(MODELS)}]
link_key: "00112233445566778899aabbccddeeff"
self_assessments: [{{model: ecommerce-ai, results: results/ecommerce-ai}}, ecommerce]
data_pages:
  - id: teas
    title: Teas
    from: teas.csv
    route: /teas/{{id}}/
    page_title: "{{name}}"
    updated: made
    list: /teas/
    fields: {{id: {{type: id, required: yes}}, name: {{type: text, required: yes}}, made: date}}
"""

CONFIDENTIAL = """subject: {id: quillback-canary, name: Quillback Canary}
date: 2026-08-03
model: ecommerce-ai
answers: {resolves-alone: yes}
"""

# Of https://schema.org: the types that pages use, the properties of each, and what they inherit.
PROPERTIES = {
    "Thing": "name description url image identifier sameAs mainEntityOfPage alternateName",
    "CreativeWork": "author about abstract citation creator dateModified datePublished encoding "
                    "hasPart headline inLanguage isAccessibleForFree isBasedOn isPartOf keywords license "
                    "mainEntity publisher text version position",
    "WebSite": "",
    "WebPage": "breadcrumb",
    "CollectionPage": "",
    "FAQPage": "",
    "Article": "articleSection",
    "TechArticle": "proficiencyLevel",
    "DefinedTermSet": "hasDefinedTerm",
    "DataCatalog": "dataset measurementTechnique",
    "Dataset": "distribution includedInDataCatalog temporalCoverage variableMeasured",
    "MediaObject": "contentUrl contentSize encodingFormat sha256 uploadDate",
    "DataDownload": "",
    "Intangible": "",
    "ItemList": "itemListElement itemListOrder numberOfItems",
    "BreadcrumbList": "",
    "ListItem": "item position nextItem previousItem",
    "DefinedTerm": "inDefinedTermSet termCode",
    "Question": "acceptedAnswer suggestedAnswer",
    "Answer": "",
    "Comment": "upvoteCount parentItem",
    "HowTo": "step totalTime",
    "HowToStep": "",
    "Organization": "logo legalName",
    "PropertyValue": "value unitText minValue maxValue",
}
PARENTS = {
    "CreativeWork": "Thing", "WebSite": "CreativeWork", "WebPage": "CreativeWork",
    "CollectionPage": "WebPage", "FAQPage": "WebPage", "Article": "CreativeWork",
    "TechArticle": "Article", "DefinedTermSet": "CreativeWork", "DataCatalog": "CreativeWork",
    "Dataset": "CreativeWork", "MediaObject": "CreativeWork", "DataDownload": "MediaObject",
    "Intangible": "Thing", "ItemList": "Intangible", "BreadcrumbList": "ItemList",
    "ListItem": "Intangible", "DefinedTerm": "Intangible", "Comment": "CreativeWork",
    "Question": "Comment", "Answer": "Comment", "HowTo": "CreativeWork", "HowToStep": "ItemList",
    "Organization": "Thing", "PropertyValue": "Intangible",
}


def built(files):
    """The files of the site that the project `files` (path -> text) gives."""
    with tempfile.TemporaryDirectory(prefix="stagecraft-machine-") as folder:
        folder = pathlib.Path(folder)
        for name, text in files.items():
            (folder / "project" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "project" / name).write_text(text)
        run = cases.run(["build", "project", "-o", "public"], folder)
        assert run.exit_code == 0, run.stderr
        return {str(path.relative_to(folder / "public")): path.read_bytes()
                for path in (folder / "public").rglob("*") if path.is_file()}


RESULTS = {f"results/ecommerce-ai/{path.name}": path.read_text().replace("My organisation", "Quillback Visitor")
           for path in sorted((ROOT / "site/results/ecommerce-ai").iterdir())}
REPORT = (ROOT / "site/assessments/ostlery/2026-11.yaml").read_text() + "audience: public\n"
PROJECT = {"site.yaml": SETTINGS, "assessments/ostlery.yaml": REPORT, "teas.csv": "id,name,made\nassam,Assam,2026-05-02\nsencha,Sencha,\n",
           **RESULTS}
_site = None


def site():
    global _site
    _site = _site or built(PROJECT)
    return _site


def listed_files():
    return json.loads(site()["data/index.json"])["files"]


def is_data(name):
    """Whether the list of all data has to name the file `name`."""
    if name.startswith(("theme/", "teas/")) or name in ("data/index.json", ".stagecraft-manifest"):
        return False
    if name.startswith("reports/") and name.endswith((".ics", ".svg")):
        return True
    return name.endswith((".json", ".csv", ".xml")) or name in ("llms.txt", "robots.txt")


def test_the_list_of_all_data_names_every_file_that_programs_read_and_no_other():
    named = [entry["path"] for entry in listed_files()]
    assert len(named) == len(set(named))
    assert set(named) == {name for name in site() if is_data(name)}


def test_the_list_of_all_data_names_the_files_of_a_public_report():
    named = {entry["path"]: entry for entry in listed_files()}
    report = "reports/ostlery/2026-11-10/"
    assert named[report + "roadmap.ics"]["media_type"] == "text/calendar"
    assert named[report + "charts/pillars.svg"]["media_type"] == "image/svg+xml"
    assert named[report + "answers.csv"]["title"].startswith("Ostlery Books, ")


def test_sizes_and_checksums_equal_the_files():
    assert len(listed_files()) > 50
    for entry in listed_files():
        content = site()[entry["path"]]
        assert entry["bytes"] == len(content), entry
        assert entry["sha256"] == hashlib.sha256(content).hexdigest(), entry


def test_the_pages_of_data_show_the_same_checksums():
    shown = "".join(site()[name].decode() for name in site()
                    if name in ["data/index.html"] + [f"models/{model}/data/index.html" for model in MODELS])
    lost = [entry["path"] for entry in listed_files() if entry["sha256"] not in shown]
    assert not lost, lost


def test_every_schema_that_is_named_is_there():
    for entry in listed_files():
        assert entry.get("schema", "llms.txt") in site(), entry
    for name, content in site().items():
        if name.endswith("index.json"):
            target = (pathlib.PurePosixPath(name).parent / json.loads(content)["$schema"]).as_posix()
            parts = []
            for part in target.split("/"):
                parts = parts[:-1] if part == ".." else parts + [part]
            assert "/".join(parts) in site(), f"{name}: {target}"


# ---- tables

def table(model, name):
    content = site()[f"models/{model}/data/{name}.csv"]
    assert content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n"), name
    assert b"\n" not in re.sub(rb'"(?:[^"]|"")*"', b"", content).replace(b"\r\n", b""), name
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def record(model):
    return json.loads(site()[f"models/{model}/index.json"])


def csv_text(text):
    """A text of a record as a table has it."""
    return ("'" if re.match("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]", text) else "") + text


def test_tables_hold_what_the_records_hold():
    for model in MODELS:
        whole = record(model)
        for part, name, columns in [
                ("kpis", "kpis", {"title": "title", "definition": "definition", "better": "better"}),
                ("actions", "actions", {"title": "title", "text": "text", "owner": "owner"}),
                ("roles", "roles", {"title": "title", "responsibility": "responsibility"}),
                ("claims", "claims", {"figure": "figure", "text": "text"}),
                ("questions", "questions", {"text": "question", "evidence": "evidence"}),
                ("use_cases", "use-cases", {"title": "title", "text": "text"}),
                ("glossary", "glossary", {"term": "term", "definition": "definition"}),
                ("pitfalls", "pitfalls", {"problem": "problem", "avoidance": "avoidance"})]:
            if part not in whole:
                assert f"models/{model}/data/{name}.csv" not in site()
                continue
            rows = table(model, name)
            assert [row["id"] for row in rows] == [entry["id"] for entry in whole[part]], (model, name)
            for row, entry in zip(rows, whole[part]):
                for key, column in columns.items():
                    assert row[column] == csv_text(entry.get(key, "")), (model, name, entry["id"], key)


def test_typical_values_stand_in_the_table_as_in_the_record():
    for model in MODELS:
        whole = record(model)
        if not whole.get("stages"):
            continue
        rows = {(row["kpi"], row["stage"]): row for row in table(model, "kpis-by-stage")}
        assert len(rows) == len(whole["kpis"]) * len(whole["stages"])
        for kpi in whole["kpis"]:
            for stage, typical in kpi.get("typical", {}).items():
                row = rows[kpi["id"], stage]
                assert (row["from"], row["to"]) == tuple(str(typical.get(end, "")) for end in ("from", "to"))
                assert row["words"] == csv_text(typical.get("words", typical.get("undefined", "")))


def test_every_guidance_table_is_a_file_with_all_its_rows():
    for model in MODELS:
        for guidance in record(model).get("tables", []):
            rows = table(model, "table-" + guidance["id"])
            assert [row["row"] for row in rows] == [csv_text(row["title"]) for row in guidance["rows"]]


def test_the_manual_names_every_table_and_every_column():
    section = (ROOT / "content/docs/data.md").read_text().split("## Tables")[1].split("\n## ")[0]
    named = {}
    for line in section.splitlines():
        if not line.startswith("| `"):
            continue
        file, _, columns = [cell.strip() for cell in line.split(" | ")]
        named[file.strip("|` ")] = re.findall(r"`([a-z_]+)`", columns)
    seen = set()
    for name, content in site().items():
        if not name.endswith(".csv") or name.startswith("reports/"):  # tests/reports reads those
            continue
        file = name.rsplit("/", 1)[1]
        seen.add("table-<id>.csv" if file.startswith("table-") else file)
        if not file.startswith("table-"):
            header = next(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
            assert set(header) == set(named[file]), (name, header, named[file])
    assert seen == set(named), seen ^ set(named)


# ---- lists of pages

def public_pages():
    return {name for name, content in site().items()
            if name.endswith("index.html") and b'content="noindex' not in content}


def test_the_sitemap_holds_every_public_page_once_and_dates_of_the_data():
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = ElementTree.fromstring(site()["sitemap.xml"])
    urls = [url.findtext("s:loc", namespaces=space) for url in root.findall("s:url", space)]
    assert len(urls) == len(set(urls))
    assert {url.removeprefix(BASE_URL) + "index.html" for url in urls} == public_pages()
    for url in root.findall("s:url", space):
        date = url.findtext("s:lastmod", namespaces=space)
        assert date is None or re.fullmatch(r"20\d\d-\d\d(-\d\d)?", date), date
    dated = {url.findtext("s:loc", namespaces=space): url.findtext("s:lastmod", namespaces=space)
             for url in root.findall("s:url", space)}
    assert dated[BASE_URL + "teas/assam/"] == "2026-05-02" and dated[BASE_URL + "teas/sencha/"] is None
    assert dated[BASE_URL] == max(record(model)["updated"] for model in MODELS)


def test_llms_txt_names_every_markdown_twin_of_a_public_page():
    text = site()["llms.txt"].decode()
    assert re.match(r"# All models\n\n> Every model", text)
    urls = re.findall(r"^- \[(?:[^\]\\]|\\.)+\]\((\S+?)\)", text, re.M)
    assert len(urls) == len(set(urls))
    assert {url.removeprefix(BASE_URL) for url in urls} == {
        name.replace("index.html", "index.md") for name in public_pages()}


def test_a_to_z_and_the_search_hold_every_public_page():
    links = set(re.findall(r'<li><a href="([^"#]+)"', site()["a-z/index.html"].decode()))
    in_another_order = re.compile(r"/by-[a-z0-9-]+/index\.html$")  # a table, sorted by a column
    wanted = {name.removesuffix("index.html") for name in public_pages() if not in_another_order.search(name)}
    wanted -= {"a-z/"}
    assert {link.removeprefix("../") for link in links} >= wanted, wanted - {link.removeprefix("../") for link in links}
    urls = {page["url"].removeprefix("./") for page in json.loads(site()["search.json"])["pages"]}
    assert {url for url in urls if "#" not in url} == wanted | {"a-z/"}


def test_feeds_hold_the_history_and_every_entry_has_its_place():
    space = {"a": "http://www.w3.org/2005/Atom"}
    atom = ElementTree.fromstring(site()["feed.xml"])
    for name in ("id", "title", "updated", "author/a:name"):
        assert atom.findtext("a:" + name, namespaces=space), name
    entries = atom.findall("a:entry", space)
    ids = [entry.findtext("a:id", namespaces=space) for entry in entries]
    feed = json.loads(site()["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert ids == [item["id"] for item in feed["items"]] and len(ids) >= len(MODELS)
    for entry in entries:
        for name in ("title", "updated", "content"):
            assert entry.findtext("a:" + name, namespaces=space), name
    anchors = set(re.findall(r' id="([^"]+)"', site()["changes/index.html"].decode()))
    assert {url.removeprefix(BASE_URL + "changes/#") for url in ids} <= anchors
    moments = [entry.findtext("a:updated", namespaces=space) for entry in entries]
    assert moments == sorted(moments, reverse=True)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", moment) for moment in moments)


def test_a_confidential_report_is_in_no_list():
    files = built({**PROJECT, "assessments/quillback.yaml": CONFIDENTIAL})
    added = {name for name in files if name not in site()}
    assert added and all(name.startswith("reports/") for name in added)
    path = next(iter(added)).split("/")[1]
    for name, content in files.items():
        if name not in added:
            assert content == site()[name] or name.startswith("."), name
            assert path.encode() not in content, name


def test_of_what_visitors_sent_counts_alone_are_published():
    sent = [json.loads(text) for text in RESULTS.values()]
    counted = json.loads(site()["assess/ecommerce-ai/results/index.json"])
    assert counted["people"] == len({result["subject"]["id"] for result in sent}) >= 5
    secrets = {word for result in sent for word in (result["subject"]["id"], result["subject"]["name"])}
    assert "Quillback Visitor" in secrets
    for name, content in site().items():
        found = [word for word in secrets if word.encode() in content]
        assert not found, f"{name}: {found}"


def test_a_site_without_search_has_neither_field_nor_index():
    files = built({**PROJECT, "site.yaml": SETTINGS + "search: no\n"})
    assert "search.json" not in files and "a-z/index.html" in files
    assert b'class="search"' not in files["index.html"] and b'class="search"' in site()["index.html"]


# ---- structured data

def allowed(kind):
    names = set(PROPERTIES[kind].split())
    return names | allowed(PARENTS[kind]) if kind in PARENTS else names


def problems_with(node, where):
    if isinstance(node, list):
        return [problem for item in node for problem in problems_with(item, where)]
    if not isinstance(node, dict):
        return []
    kind = node.get("@type")
    if kind not in PROPERTIES:
        return [f"{where}: there is no type {kind}"]
    names = {name for name in node if not name.startswith("@")}
    found = [f"{where}: {kind} has no {name}" for name in sorted(names - allowed(kind))]
    return found + [problem for name in names for problem in problems_with(node[name], f"{where} {kind}.{name}")]


def structured_data(name):
    texts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', site()[name].decode(), re.S)
    assert len(texts) == 1, f"{name}: {len(texts)} of them"
    return json.loads(texts[0])


def test_structured_data_has_types_and_properties_that_schema_org_has():
    found = []
    for name in sorted(public_pages()):
        data = structured_data(name)
        assert data["@context"] == "https://schema.org" and data["@graph"], name
        found += problems_with(data["@graph"], name)
    assert not found, "\n".join(found[:20])


def test_a_property_that_does_not_exist_is_found():
    assert problems_with({"@type": "Dataset", "licence": "MIT"}, "x") == ["x: Dataset has no licence"]
    assert problems_with({"@type": "WebPage", "hasPart": [{"@type": "Robot"}]}, "x") == [
        "x WebPage.hasPart: there is no type Robot"]


def test_structured_data_of_a_model_lists_its_files_with_their_checksums():
    for model in MODELS:
        graph = structured_data(f"models/{model}/data/index.html")["@graph"]
        dataset = next(node for node in graph if node["@type"] == "Dataset")
        for file in dataset["distribution"]:
            content = site()[file["contentUrl"].removeprefix(BASE_URL)]
            assert file["sha256"] == hashlib.sha256(content).hexdigest()
            assert file["contentSize"] == f"{len(content)} B"
        assert len(dataset["distribution"]) == sum(entry.get("model") == model for entry in listed_files())
    catalog = structured_data("data/index.html")["@graph"][0]
    assert catalog["@type"] == "DataCatalog" and len(catalog["dataset"]) == len(MODELS)


def test_every_page_but_the_first_has_the_pages_above_it():
    for name in public_pages() - {"index.html"}:
        lists = [node for node in structured_data(name)["@graph"] if node["@type"] == "BreadcrumbList"]
        assert len(lists) == 1 and len(lists[0]["itemListElement"]) >= 2, name
        assert lists[0]["itemListElement"][-1]["item"] == BASE_URL + name.removesuffix("index.html")


if __name__ == "__main__":
    checks.main(globals())
