#!/usr/bin/env python3
"""What holds for the files of the published example site, read without a browser."""

import html.parser
import json
import pathlib
import posixpath
import re
import sys
import urllib.parse
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import cases, checks  # noqa: E402
from structure.publishing import Workshop  # noqa: E402

BASE_URL = "https://reports.example.test/deep/er/"
LINK_ATTRIBUTES = {"href", "src", "poster", "action", "data", "cite"}
ABSOLUTE_BY_NATURE = {"canonical"}


class Page(html.parser.HTMLParser):
    """The links and ids of one HTML document."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.links, self.ids, self.duplicate_ids, self.relations, self.texts = [], set(), set(), {}, []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        for name, value in attributes:
            if name == "id":
                (self.duplicate_ids if value in self.ids else self.ids).add(value)
            if name in LINK_ATTRIBUTES and value is not None:
                if tag == "link" and values.get("rel") in ABSOLUTE_BY_NATURE:
                    self.relations[values["rel"]] = value
                else:
                    self.links.append(value)
            if name == "srcset" and value:
                self.links += [part.split()[0] for part in value.split(",")]

    def handle_data(self, text):
        self.texts.append(text)


class Site:
    def __init__(self):
        with Workshop() as workshop:
            self.files = workshop.built("--base-url", BASE_URL)
        self.pages = {name: Page(content.decode()) for name, content in self.files.items() if name.endswith(".html")}

    def target(self, source, link):
        """The output path that `link` on the page `source` leads to, or None when it leaves the site."""
        path = urllib.parse.unquote(urllib.parse.urlsplit(link).path)
        if not path:
            return source
        resolved = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        if resolved == ".." or resolved.startswith("../"):
            return None
        if path.endswith("/") or resolved == "." or path.endswith(("/.", "/..")) or path in (".", ".."):
            resolved = posixpath.normpath(posixpath.join(resolved, "index.html"))
        return resolved


_site = None


def site():
    global _site
    _site = _site or Site()
    return _site


def is_external(link):
    return urllib.parse.urlsplit(link).scheme in ("http", "https", "mailto")


def link_problem(source, link):
    parts = urllib.parse.urlsplit(link)
    if parts.scheme == "data":
        return None
    if parts.scheme and not is_external(link):
        return "a scheme that no page needs"
    if is_external(link):
        return "absolute link into the own site" if link.startswith(BASE_URL) and source != "404.html" else None
    if parts.netloc or parts.path.startswith("/"):
        return None if source == "404.html" else "not relative"
    target = site().target(source, link)
    if target is None:
        return "leaves the site"
    if target not in site().files:
        return f"{target} is not there"
    if parts.fragment and target in site().pages and urllib.parse.unquote(parts.fragment) not in site().pages[target].ids:
        return f"no such place in {target}"
    return None


def problems_with_links(links_by_source):
    found = []
    for source, links in links_by_source.items():
        for link in dict.fromkeys(links):
            problem = link_problem(source, link)
            if problem:
                found.append(f"{source}: {link}: {problem}")
    return found


def test_the_manual_builds_and_its_first_page_leads_to_all_others():
    with Workshop() as workshop:
        files = workshop.built("--strict")
    first = Page(files["docs/index.html"].decode()).links
    manual = {path.stem for path in (ROOT / "content/docs").glob("*.md")} - {"index"}
    missing = sorted(name for name in manual
                     if f"docs/{name}/index.html" not in files or f"{name}/" not in first)
    assert manual and not missing, f"not published, or not linked from content/docs/index.md: {missing}"


def test_every_link_of_every_page_leads_somewhere_under_any_sub_path():
    assert len(site().pages) > 3
    found = problems_with_links({name: page.links for name, page in site().pages.items()})
    assert not found, "\n".join(found)


def test_every_link_of_every_markdown_twin_leads_somewhere():
    def without_code(text):
        return re.sub(r"^(`{3,})[^\n]*\n.*?^\1`*$|`[^`\n]+`", "", text, flags=re.S | re.M)

    links = {name: re.findall(r"(?<!\\)\]\(<?([^)\s>]+)>?\)", without_code(content.decode()))
             for name, content in site().files.items() if name.endswith(".md")}
    found = problems_with_links(links)
    assert not found, "\n".join(found)


def test_every_file_that_a_style_sheet_asks_for_is_there():
    links = {name: re.findall(r"""url\(\s*["']?([^"')]+)""", content.decode())
             for name, content in site().files.items() if name.endswith(".css")}
    found = problems_with_links(links)
    assert not found, "\n".join(found)


def test_every_page_can_be_reached_from_the_home_page_or_is_confidential():
    seen, waiting = set(), ["index.html"]
    while waiting:
        name = waiting.pop()
        if name in seen or name not in site().pages:
            continue
        seen.add(name)
        waiting += [target for link in site().pages[name].links if not is_external(link)
                    if (target := site().target(name, link))]
    lost = [name for name in set(site().pages) - seen - {"404.html"} if b"noindex" not in site().files[name]]
    assert not lost, f"no way leads to: {sorted(lost)}"


def test_canonical_links_name_the_page_under_the_base_url():
    for name, page in site().pages.items():
        if "canonical" in page.relations:
            expected = BASE_URL + name.removesuffix("index.html")
            assert page.relations["canonical"] == expected, f"{name}: {page.relations['canonical']}"


def test_no_page_gives_an_id_twice():
    assert not [f"{name}: {sorted(page.duplicate_ids)}" for name, page in site().pages.items() if page.duplicate_ids]


def test_every_page_has_its_markdown_twin():
    # The page for a frame is the same page as the one above it; a section of a report stands in the
    # twin of the whole.
    def twin_of(name):
        folder = name.removesuffix("index.html")
        above = folder.rstrip("/").rpartition("/")[0] + "/"
        is_within = folder.endswith("/embed/") or (
            folder.startswith("reports/") and above + "index.md" in site().files)
        return (above if is_within else folder) + "index.md"

    missing = [name for name in site().pages
               if name.endswith("index.html") and twin_of(name) not in site().files]
    assert not missing, f"without a twin: {missing}"


def test_every_json_file_is_one_and_says_its_schema():
    for name, content in site().files.items():
        if name.endswith(".json"):
            record = json.loads(content)
            assert not name.endswith("index.json") or "schema" in record or "$schema" in record, name


def test_every_xml_file_is_one():
    for name, content in site().files.items():
        if name.endswith((".xml", ".svg", ".webmanifest")) and not name.endswith(".webmanifest"):
            xml.etree.ElementTree.fromstring(content)


CONFIDENTIAL = """\
subject: {id: quillback-canary, name: Quillback Canary}
date: 2026-08-03
model: ecommerce-ai
scope: The Quillback shop
answers: {resolves-alone: yes}
"""


def site_with_a_confidential_report():
    with Workshop() as workshop:
        (workshop.project / "assessments/quillback.yaml").write_text(CONFIDENTIAL)
        return workshop.built("--base-url", BASE_URL)


def test_a_confidential_report_changes_no_file_of_the_public_site():
    files = site_with_a_confidential_report()
    # The portfolio, which nothing leads to, tells of all clients.
    lost = [name for name in site().files
            if files.get(name) != site().files[name] and not name.startswith("portfolio/")]
    assert not lost, f"changed or gone: {lost}"
    added = {name for name in files if name not in site().files}
    folders = {"/".join(name.split("/")[:2]) for name in added}
    assert added and len(folders) == 1, f"more than the report came: {sorted(added)}"


def test_a_confidential_report_stands_under_a_path_that_names_nobody_and_asks_not_to_be_indexed():
    added = {name: content for name, content in site_with_a_confidential_report().items()
             if name not in site().files}
    for name, content in added.items():
        assert re.match(r"reports/[a-z2-7]{26}/", name), name
        assert not name.endswith(".html") or re.search(rb'<meta name="?robots"? content="[^"]*noindex', content), name


def test_a_clients_name_stands_in_its_own_report_only():
    for name, content in site_with_a_confidential_report().items():
        if name in site().files and not name.startswith("portfolio/"):
            assert b"uillback" not in content, name


if __name__ == "__main__":
    checks.main(globals())
