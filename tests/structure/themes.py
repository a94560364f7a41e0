#!/usr/bin/env python3
"""Holds the manual of themes against the themes and templates themselves.

usage: tests/structure/themes.py [WORD...]      the tests whose names hold a word
       tests/structure/themes.py --update       writes the values of the default theme into the manual
"""

import pathlib
import re
import sys

import jinja2
import jinja2.meta
import jinja2.nodes

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import checks  # noqa: E402

PAGE = ROOT / "content/docs/themes.md"
VIEWS = ROOT / "content/docs/views.md"
DEFAULT = "annual"
ON_EVERY_PAGE = {"site", "page", "nav", "strings"}


def themes():
    return sorted(path.name for path in (ROOT / "themes").iterdir() if path.is_dir())


def line_of(theme):
    """`theme`, the theme that it extends, and so on."""
    line = []
    while theme:
        line.append(theme)
        file = ROOT / "themes" / theme / "theme.yaml"
        extended = re.search(r"^extends: *([\w-]+)", file.read_text(), re.M) if file.is_file() else None
        theme = extended and extended[1]
    return line


def files_of(theme, pattern):
    """The files of the theme and of those that it extends, by their path in its folder."""
    found = {}
    for name in reversed(line_of(theme)):
        folder = ROOT / "themes" / name
        found.update({path.relative_to(folder).as_posix(): path for path in folder.glob(pattern)})
    return found


# ---- tokens

def without_comments(css):
    return re.sub(r"/\*.*?\*/", "", css, flags=re.S)


def declared(css):
    """The tokens of every `:root` block: {condition of the media query, or "": {token: value}}."""
    found = {}
    for condition, body in re.findall(r"(?:@media ([^{]+?)\s*\{\s*)?:root\s*\{([^}]*)\}", without_comments(css)):
        found.setdefault(condition, {}).update(re.findall(r"(--[\w-]+):\s*([^;]+);", body))
    return found


def schemes(theme):
    """What every token is worth: {"light": {token: value}, "dark": …, "narrow": …, "wide": …, "paper": …}."""
    css = declared(files_of(theme, "tokens.css")["tokens.css"].read_text())
    given = {"light": [""], "dark": ["", "(prefers-color-scheme: dark)"], "narrow": [""],
             "wide": ["", "(min-width: 48rem)"], "paper": ["", "print"]}
    known = {condition for conditions in given.values() for condition in conditions}
    assert set(css) <= known, f"{theme}: tokens under an unknown condition: {set(css) - known}"
    return {name: {token: value for condition in conditions for token, value in css.get(condition, {}).items()}
            for name, conditions in given.items()}


def shown(value):
    """A value as the manual shows it; of a list of fonts the first and the last."""
    fonts = [font.strip().strip('"') for font in value.split(",")]
    return f"{fonts[0]}, …, {fonts[-1]}" if len(fonts) > 2 else f"`{value}`"


def cells_of(row):
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def token_rows(page):
    """(line number, heads of its table, cells) of every row about a token."""
    heads = []
    for number, line in enumerate(page.splitlines()):
        if line.startswith("| token "):
            heads = cells_of(line)
        elif line.startswith("| `--"):
            cells = cells_of(line)
            yield number, heads, cells + [""] * (len(heads) - len(cells))


def with_values(page):
    """`page` with the values of the default theme in the columns named after a scheme."""
    values, lines = schemes(DEFAULT), page.splitlines()
    for number, heads, cells in token_rows(page):
        token = cells[0].strip("`")
        for column, head in enumerate(heads):
            if head in values:
                cells[column] = shown(values[head].get(token, ""))
        lines[number] = "| " + " | ".join(cells) + " |"
    return "\n".join(lines) + "\n"


def test_every_token_of_the_default_theme_is_in_the_manual_and_the_other_way_round():
    listed = [cells[0].strip("`") for _, _, cells in token_rows(PAGE.read_text())]
    given = declared(files_of(DEFAULT, "tokens.css")["tokens.css"].read_text())[""]
    assert len(listed) == len(set(listed)), f"listed twice: {sorted(token for token in listed if listed.count(token) > 1)}"
    assert set(listed) == set(given), f"in one of them only: {sorted(set(listed) ^ set(given))}"


def test_the_manual_shows_the_values_that_the_default_theme_has():
    page = PAGE.read_text()
    assert page == with_values(page), "tests/structure/themes.py --update writes them"


def test_every_token_of_the_manual_says_its_role():
    assert not [cells[0] for _, _, cells in token_rows(PAGE.read_text()) if not cells[1]]


def test_every_theme_gives_every_token_and_no_other():
    names = set(declared(files_of(DEFAULT, "tokens.css")["tokens.css"].read_text())[""])
    for theme in themes():
        given = set(schemes(theme)["light"])
        assert given == names, f"theme {theme}: {sorted(given ^ names)}"
        assert not [token for values in schemes(theme).values() for token in values if token not in names]


def test_every_token_is_used_and_every_token_that_is_used_is_given():
    for theme in themes():
        css = "\n".join(without_comments(path.read_text()) for path in files_of(theme, "*.css").values())
        used = set(re.findall(r"var\(\s*(--[\w-]+)", css))
        given = set(re.findall(r"(--[\w-]+)\s*:", css))
        assert used == given, f"theme {theme}: {sorted(used ^ given)}"


def luminance(colour):
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    channels = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted([luminance(one), luminance(other)], reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def promised_contrasts():
    """(token, ground, ratio) of every row whose `keep` asks for one: "4.5:1 on paper and panel"."""
    for _, heads, cells in token_rows(PAGE.read_text()):
        keep = cells[heads.index("keep")] if "keep" in heads else ""
        if asked := re.fullmatch(r"([\d.]+):1 on ([\w ]+)", keep):
            for ground in asked[2].split(" and "):
                yield cells[0].strip("`"), "--" + ground, float(asked[1])


def test_every_theme_keeps_the_contrasts_in_the_light_in_the_dark_and_on_paper():
    promised = list(promised_contrasts())
    assert len(promised) > 6, promised
    poor = []
    for theme in themes():
        for scheme in ("light", "dark", "paper"):
            values = schemes(theme)[scheme]
            for token, ground, least in promised:
                ratio = contrast(values[token], values[ground])
                if ratio < least:
                    poor.append(f"theme {theme}, {scheme}: {token} on {ground} is {ratio:.2f}:1, not {least}:1")
    assert not poor, "\n".join(poor)


def test_contrast_is_what_the_guidelines_say():
    assert round(contrast("#000", "#ffffff"), 2) == 21
    assert round(contrast("#767676", "#fff"), 2) == 4.54


# ---- templates

def template_rows():
    """(templates, names they see, blocks) of every row of the table of templates."""
    section = PAGE.read_text().split("\n## Templates\n")[1]
    for line in section.splitlines():
        if line.startswith("| `"):
            cells = cells_of(line)
            yield tuple(re.findall(r"`([^`]+)`", cells[i]) for i in (0, 2, 3))


def built_in_templates():
    folder = ROOT / "templates"
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def parsed(path):
    return jinja2.Environment().parse(path.read_text())


def test_every_template_is_in_the_manual_and_the_other_way_round():
    listed = [name for names, _, _ in template_rows() for name in names]
    assert sorted(listed) == sorted(built_in_templates()), sorted(set(listed) ^ set(built_in_templates()))


def test_the_manual_says_which_blocks_a_layout_offers():
    for names, _, blocks in template_rows():
        for name in names:
            tree = parsed(built_in_templates()[name])
            if any(tree.find_all(jinja2.nodes.Extends)):
                continue
            offered = [block.name for block in tree.find_all(jinja2.nodes.Block)]
            assert offered == blocks, f"{name}: {offered}"


def test_the_manual_says_what_a_partial_sees():
    for names, seen, _ in template_rows():
        for name in [name for name in names if name.startswith("partials/")]:
            wanted = jinja2.meta.find_undeclared_variables(parsed(built_in_templates()[name])) - ON_EVERY_PAGE
            assert wanted == set(seen), f"{name} needs {sorted(wanted)}"


def test_a_theme_overrides_only_templates_that_there_are():
    for theme in themes():
        own = {name.removeprefix("templates/") for name in files_of(theme, "templates/**/*.*")}
        assert own <= set(built_in_templates()), f"theme {theme}: {sorted(own - set(built_in_templates()))}"


# ---- the names that templates use

def view_names():
    """The rows of the page of views: {heading: {name: kind}}."""
    sections, rows, above = {}, {}, ""
    for line in VIEWS.read_text().splitlines():
        if heading := re.match(r"##+ (.+?)(?:: `.*)?$", line):
            rows, above = sections.setdefault(heading[1], {}), ""
        elif line.startswith("| `"):
            cells, siblings = cells_of(line), ""
            for name in re.findall(r"` *([^`]+)`", cells[0]):
                if name.startswith("."):
                    name = (siblings or above) + name
                elif not siblings:
                    above = name
                siblings = name.rpartition(".")[0]
                rows[name.removeprefix(".")] = cells[1]
    return sections


def known_names(headings):
    """The names of these sections, with what stands below names that have a shape."""
    sections = view_names()
    names = {name: kind for heading in headings for name, kind in sections[heading].items()}
    waiting = list(names.items())
    while waiting:
        name, kind = waiting.pop()
        if shape := re.match(r"(?:list of )?(stage reference|chart|action|source|claim|section|group of files)", kind):
            below = {f"{name}.{inner}": kind_below
                     for inner, kind_below in sections[f"Shape: {shape[1]}"].items()
                     if f"{name}.{inner}" not in names}
            names.update(below)
            waiting += below.items()
    return set(names)


def label_names():
    """The labels that a template may show: `strings.home.read`."""
    labels, group = set(), ""
    for line in (ROOT / "content/strings/en.yaml").read_text().split("\nsentences:")[0].splitlines():
        if key := re.match(r"( *)(\w+):", line):
            group = key[2] if not key[1] else group
            labels |= {f"strings.{group}.{key[2]}"} if key[1] else set()
    return labels


class NamesUsed:
    """Every dotted name of the view that a page uses, through its layout and its partials."""

    def __init__(self, templates):
        self.templates, self.used, self.entered = templates, set(), set()

    def enter(self, name, scope):
        self.entered.add(name)
        self.visit(parsed(self.templates[name]), scope)

    def path(self, node, scope):
        """The dotted name that `node` stands for; None when it is none."""
        if isinstance(node, jinja2.nodes.Name):
            return scope.get(node.name, node.name)
        if isinstance(node, (jinja2.nodes.Getattr, jinja2.nodes.Getitem)):
            base = self.path(node.node, scope)
            if base is None or isinstance(node, jinja2.nodes.Getitem):
                return base
            return f"{base}.{node.attr}"
        return None

    def visit(self, node, scope):
        name = self.path(node, scope)
        if name is not None:
            if name.split(".")[0] != "loop":
                self.used.add(name)
        elif isinstance(node, jinja2.nodes.For):
            self.visit(node.iter, scope)
            inner = {**scope, node.target.name: self.path(node.iter, scope)}
            for child in [*node.body, *node.else_]:
                self.visit(child, inner)
        elif isinstance(node, (jinja2.nodes.Include, jinja2.nodes.Extends)):
            self.enter(node.template.value, scope)
        else:
            assert not isinstance(node, (jinja2.nodes.Assign, jinja2.nodes.With)), "not followed here"
            for child in node.iter_child_nodes():
                self.visit(child, scope)


def test_templates_use_only_names_that_the_page_of_views_lists():
    headings = {"home": "Home", "model": "Model overview", "stage": "Stage", "part": "Part of a model",
                "assess": "Self-assessment", "assess_embed": "Self-assessment", "assess_results": "What others answered",
                "roi": "Calculator", "report": "Client report",
                "report_section": "Client report", "trend": "Trend", "portfolio": "Portfolio",
                "content": "Content page", "record": "Data page", "collection": "List of data pages",
                "catalog": "Catalog", "product": "Product", "audit": "Audit of a catalog", "capability_feed": "Capability feed",
                "changes": "Changes", "a_to_z": "A to Z", "dataset": "Data of a model", "data": "List of all data",
                "not_found": "Not found"}
    indexes = {"sitemap": "Index sitemap", "sitemap_index": "Index of sitemaps", "robots": "Index robots",
               "llms": "Index llms", "feed": "Index feed"}
    labels, unknown, entered = label_names(), [], set()
    for theme in themes():
        own = {name.removeprefix("templates/"): path for name, path in files_of(theme, "templates/**/*.*").items()}
        templates = {**built_in_templates(), **own}
        for template in [name for name in templates if name.startswith(("pages/", "indexes/", "shortcodes/"))]:
            kind = pathlib.PurePosixPath(template).stem
            if template.startswith("shortcodes/"):
                known = known_names([f"Shortcode {kind}"])
            elif template.startswith("indexes/"):
                known = known_names([indexes[kind]])
            else:
                known = known_names(["On every page", headings[kind]])
            names = NamesUsed(templates)
            names.enter(template, {})
            entered |= names.entered
            for name in sorted(names.used):
                if name not in known | labels:
                    unknown.append(f"{theme}, {template}: {name}")
    assert not unknown, "\n".join(unknown)
    assert entered >= set(built_in_templates()), f"no page uses {sorted(set(built_in_templates()) - entered)}"


def test_a_name_through_loops_and_partials_is_followed():
    class Text(str):
        def read_text(self):
            return str(self)

    names = NamesUsed({"page": Text("{% for a in m.list %}{{ loop.index }}{% include 'part' %}{% endfor %}{{ m.list[0].x }}"),
                       "part": Text("{% if a.y %}{{ a.z | upper }}{% endif %}")})
    names.enter("page", {})
    assert names.used == {"m.list", "m.list.x", "m.list.y", "m.list.z"}, names.used


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        PAGE.write_text(with_values(PAGE.read_text()))
    else:
        checks.main(globals())
