"""Pages as a reader finds things on them: the text of the element that an anchor leads to."""

import html.parser
import re

INLINE = {"a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SILENT = {"script", "style", "template"}
HEADING = re.compile(r"h[1-6]$")


def one_line(text):
    return " ".join(text.split())


class Page(html.parser.HTMLParser):
    """`texts`: the text of every element that has an id, blanks made single. A heading with an id
    stands for what follows it, up to the next heading that is not below it. `tables`: the texts of
    cells, row by row, under the id of the row or else of the nearest element around it."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self._open, self._headings, self._pieces, self._silent = [], [], {}, 0
        self._all, self._row, self._cell, self.tables = [], None, None, {}
        self.feed(text)
        self.close()
        self.texts = {identifier: one_line("".join(pieces)) for identifier, pieces in self._pieces.items()}
        self.text = one_line("".join(self._all))

    def _listeners(self):
        return [identifier for _, identifier in self._open if identifier] + [name for _, name in self._headings]

    def _add(self, text):
        for identifier in self._listeners():
            self._pieces[identifier].append(text)
        self._all.append(text)
        if self._cell is not None:
            self._cell.append(text)

    def handle_starttag(self, tag, attributes):
        if tag in SILENT:
            self._silent += 1
        if tag not in INLINE:
            self._add(" ")
        identifier = dict(attributes).get("id")
        if HEADING.match(tag):
            self._headings = [(level, name) for level, name in self._headings if level < tag]
            if identifier:
                self._pieces.setdefault(identifier, [])
                self._headings.append((tag, identifier))
                identifier = None
        if identifier:
            self._pieces.setdefault(identifier, [])
        if tag == "tr":
            around = identifier or next((name for _, name in reversed(self._open) if name), "")
            self._row = []
            self.tables.setdefault(around, []).append(self._row)
        if tag in ("td", "th"):
            self._cell = []
        if tag not in VOID:
            self._open.append((tag, identifier))

    def handle_endtag(self, tag):
        if tag in SILENT:
            self._silent -= 1
        if tag in ("td", "th") and self._cell is not None:
            self._row.append(one_line("".join(self._cell)))
            self._cell = None
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth][0] == tag:
                del self._open[depth:]
                break
        if tag not in INLINE:
            self._add(" ")

    def handle_data(self, text):
        if not self._silent:
            self._add(text)


class FoundPlaces:
    """Answers whether words stand where they are said to stand: on the page of a route, within the
    element of an id. Pages are parsed when they are asked for."""

    def __init__(self, files):
        self._files, self._pages = files, {}

    def page(self, route):
        """The page at `route`, which begins and ends with a slash; None where there is none."""
        name = route.lstrip("/") + "index.html"
        if name not in self._files:
            return None
        if name not in self._pages:
            self._pages[name] = Page(self._files[name].decode())
        return self._pages[name]

    def problem(self, route, identifier, words):
        """What is wrong with the statement that `words` stand there; None if they do."""
        page = self.page(route)
        if page is None:
            return f"{route}: there is no such page"
        if identifier not in page.texts:
            return f"{route}: no element has the id {identifier}"
        if one_line(words) not in page.texts[identifier]:
            return f"{route}#{identifier}: does not say: {words}"
        return None
