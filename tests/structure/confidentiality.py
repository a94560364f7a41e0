#!/usr/bin/env python3
"""What an audience may not see is in no byte of what is published for it.

Every text and every measured value of every assessment gets a mark of its own, and every file is
searched for marks that do not belong there: as they are, and behind every encoding that a site uses.
"""

import base64
import gzip
import hashlib
import hmac
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata
import urllib.parse
import zlib

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import cases, checks  # noqa: E402
from structure.publishing import Workshop  # noqa: E402

NAME = "Zoë O'Brien & Söhne"
KEY = "00112233445566778899aabbccddeeff"
TEXTS = {"name", "description", "sector", "scope", "assessor", "note", "text", "source", "reason", "owner",
         "role", "skip", "evidence"}


# ---- finding marks

def plain(text):
    """Letters and digits alone, without accents, in lower case: a slug has the same."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^a-z0-9]+", "", text.lower())


def inflated(content):
    """Whatever gzip or zlib has packed somewhere in `content`, such as the streams of a PDF or PNG."""
    for start in [found.start() for found in re.finditer(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]", content)]:
        try:
            yield zlib.decompressobj(wbits=zlib.MAX_WBITS | 32).decompress(content[start:])
        except zlib.error:
            continue


def from_base64(text):
    """What the longer runs of letters and digits stand for, one after the other."""
    decoded = []
    for run in set(re.findall(r"[A-Za-z0-9+/_-]{24,}", text)):
        for offset in range(4):
            part = run[offset:].replace("-", "+").replace("_", "/")
            part = part[:-1] if len(part) % 4 == 1 else part
            decoded.append(base64.b64decode(part + "=" * (-len(part) % 4)))
    return b"\n".join(decoded)


def unescaped(text):
    """The text, and what its escapes stand for."""
    yield text
    for mark, reading in (("&", html.unescape), ("%", urllib.parse.unquote_plus), ("+", urllib.parse.unquote_plus),
                          ("\\u", lambda each: re.sub(r"\\u([0-9A-Fa-f]{4})", lambda found: chr(int(found[1], 16)), each))):
        if mark in text:
            yield reading(text)


def readings(content, depth=2):
    """Everything that a reader with patience makes of `content`."""
    texts = [content.decode("utf-8", "replace")]
    if b"\0" in content:
        texts += [content[start:].decode(coding, "replace") for start in (0, 1)
                  for coding in ("utf-16-le", "utf-16-be")]
    for text in texts:
        yield from unescaped(text)
    if depth:
        for inner in [*inflated(content), from_base64(texts[0])]:
            if inner:
                yield from readings(inner, depth - 1)


def folded(content):
    return "\n".join(plain(reading) for reading in readings(content))


# ---- marking assessments

class Marks:
    """The marks of one assessment; `tag` begins each, and is letters that no text has."""

    def __init__(self, tag):
        self.tag, self.count = tag, 0

    def text(self):
        self.count += 1
        return f"{NAME} {self.tag}{self.count:03d}z"

    def marked(self, node, key=None, above=None):
        if isinstance(node, dict):
            return {name: self.marked(value, name, key) for name, value in node.items()}
        if isinstance(node, list):
            return [self.marked(value, key, above) for value in node]
        if key in TEXTS and isinstance(node, str):
            return f"{node} {self.text()}"
        if key == "value" and isinstance(node, (int, float)):
            self.count += 1
            return float(f"{31000 + 7 * self.count}.{sum(map(ord, self.tag)) % 90 + 10}")
        return node

    def pattern(self):
        return re.compile(rf"{self.tag}\d\d\dz")


class Text(yaml.SafeLoader):
    """Reads words such as yes as words."""


Text.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:bool"
            and tag != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def place(assessment):
    """The folders that show an assessment to its audience, by the manual's own recipe."""
    subject, model, date = (assessment["subject"]["id"], assessment["model"], assessment["date"])

    def secret(text):
        digest = hmac.new(KEY.encode(), text.encode(), hashlib.sha256).digest()
        return base64.b32encode(digest).decode().lower()[:26]

    audience = assessment.get("audience", "client")
    portfolio = f"portfolio/{secret('portfolio/' + model)}/"
    if audience == "internal":
        return [portfolio]
    if audience == "public":
        return [f"reports/{subject}/{date}/", f"trends/{subject}/{model}/", portfolio,
                f"trends/{secret(f'trend/{subject}/{model}')}/"]
    return [f"reports/{secret(f'report/{subject}/{date}')}/", portfolio,
            f"trends/{secret(f'trend/{subject}/{model}')}/"]


class Clients:
    """The example project with marks in every assessment, and with assessments for every audience."""

    def __init__(self, workshop):
        self.workshop, self.marks, self.assessments = workshop, {}, {}
        settings = workshop.project / "site.yaml"
        lines = settings.read_text().splitlines(keepends=True)
        settings.write_text("".join(line for line in lines if not line.startswith(("manual:", "capability_feeds:"))))
        shutil.rmtree(workshop.project / "content/pages")
        for path in sorted((workshop.project / "assessments").rglob("*.yaml")):
            self.add(path, yaml.load(path.read_text(), Text))
        # Of the same subject as the example's, for every other audience.
        first = yaml.load((ROOT / "site/assessments/halden/2025-09.yaml").read_text(), Text)
        for audience, date in (("internal", "2026-11-02"), ("public", "2024-03-04"), ("public", "2024-09-05")):
            copy = json.loads(json.dumps(first))
            copy.update(audience=audience, date=date)
            self.add(workshop.project / f"assessments/halden/{audience}-{date}.yaml", copy)

    def add(self, path, assessment):
        tag = "q" + "abcdefghijklmnop"[len(self.marks)]
        self.marks[tag] = Marks(tag + "xjv")
        marked = self.marks[tag].marked(assessment)
        self.assessments[tag] = marked
        path.write_text(yaml.safe_dump(marked, allow_unicode=True, sort_keys=False))
        for words in sorted((path.parent / path.stem).glob("*.md")):
            words.write_text(words.read_text() + f"\n\n{self.marks[tag].text()}\n")

    def shown_in(self, name):
        """The assessments that whoever reads the file `name` may see: those that it shows or quotes as the
        client's earlier ones, and what everybody may see."""
        return {tag for tag, assessment in self.assessments.items()
                if assessment.get("audience") == "public" or name.startswith(tuple(place(assessment)))
                or any(name.startswith(place(later)[0]) for later in self.assessments.values()
                       if assessment.get("audience", "client") == later.get("audience", "client") == "client"
                       and assessment["subject"]["id"] == later["subject"]["id"] and assessment["date"] < later["date"])}


def strangers(files, clients):
    """Every file that holds a mark of an assessment that it does not show."""
    found = []
    for name, content in files.items():
        text = plain(name) + "\n" + folded(content)
        shown = clients.shown_in(name)
        for tag, marks in clients.marks.items():
            if tag not in shown and (mark := marks.pattern().search(text)):
                found.append(f"{name}: {mark[0]} of {clients.assessments[tag]['subject']['id']} "
                             f"{clients.assessments[tag]['date']}")
    return found


def built(clients, *options):
    done = clients.workshop.build(*options)
    assert done.returncode == 0, done.stderr
    return cases.files_under(clients.workshop.output), done.stdout


# ---- tests

def test_a_mark_is_found_behind_every_encoding():
    mark = f"{NAME} qaxjv001z"
    composed, parted = (unicodedata.normalize(form, mark).encode() for form in ("NFC", "NFD"))
    escaped = "".join(f"&#{ord(letter)};" for letter in mark)
    forms = {
        "as it is": composed, "in parts": parted, "as a slug": b"zoe-o-brien-sohne-qaxjv001z",
        "for an address": urllib.parse.quote(mark).encode(), "for a form": urllib.parse.quote_plus(mark).encode(),
        "in entities": escaped.encode(), "in named entities": html.escape(mark).replace("ë", "&euml;").encode(),
        "in JSON": json.dumps(mark).encode(), "in Base64": b"x" + base64.b64encode(composed),
        "in Base64 for addresses": base64.urlsafe_b64encode(b"ab" + composed), "in UTF-16": mark.encode("utf-16-le"),
        "in gzip": b"before" + gzip.compress(composed), "in a stream": b"stream\n" + zlib.compress(composed),
        "in Base64 of gzip": base64.b64encode(gzip.compress(composed)),
    }
    lost = [form for form, content in forms.items() if "qaxjv001z" not in folded(b"-- " + content)]
    lost += [form for form, content in forms.items() if plain(NAME) not in folded(b"-- " + content)]
    assert not lost, f"not found: {lost}"
    assert "qaxjv001z" not in folded(b"nothing of the kind")


def test_every_mark_is_somewhere_for_those_who_may_see_it():
    with Workshop() as workshop:
        clients = Clients(workshop)
        files, _ = built(clients)
    seen = "\n".join(folded(content) for name, content in files.items() if clients.shown_in(name))
    for tag, marks in clients.marks.items():
        share = len(set(marks.pattern().findall(seen))) / marks.count
        least = 0.02 if clients.assessments[tag].get("audience") == "internal" else 0.6
        assert share >= least, f"{tag}: only {share:.0%} of the marks are anywhere: the search would prove nothing"


def test_no_file_holds_what_its_audience_may_not_see():
    with Workshop() as workshop:
        clients = Clients(workshop)
        files, _ = built(clients)
        found = strangers(files, clients)
    assert not found, "\n".join(found[:20])


def test_the_site_of_one_client_holds_nothing_of_the_others():
    with Workshop() as workshop:
        clients = Clients(workshop)
        files, said = built(clients, "--only", "ostlery")
        own = {tag for tag, assessment in clients.assessments.items() if assessment["subject"]["id"] == "ostlery"}
        others = {tag: marks for tag, marks in clients.marks.items() if tag not in own}
        files["what the program said"] = said.encode()
        found = [f"{name}: {tag}" for name, content in files.items() for tag, marks in others.items()
                 if marks.pattern().search(plain(name) + folded(content))]
        assert any(name.startswith("reports/") for name in files)
        assert not any(name.startswith("portfolio/") for name in files)
    assert not found, "\n".join(found[:20])


def test_a_pdf_holds_nothing_of_the_others():
    if not shutil.which("chromium") or not shutil.which("pdftotext"):
        raise checks.Skipped("chromium or pdftotext is not installed")
    with Workshop() as workshop:
        clients = Clients(workshop)
        built(clients, "--only", "ostlery", "--pdf")
        files = cases.files_under(workshop.project / "exports")
        own = next(tag for tag, each in clients.assessments.items() if each["subject"]["id"] == "ostlery")
        assert files, "no document was made"
        for name, content in files.items():
            path = workshop.project / "exports" / name
            words = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout
            text = folded(content) + plain(words.decode())
            assert plain(NAME) in text, f"{name}: the client's own name is not found"
            found = [tag for tag, marks in clients.marks.items() if tag != own and marks.pattern().search(text)]
            assert not found, f"{name}: {found}"


if __name__ == "__main__":
    checks.main(globals())
