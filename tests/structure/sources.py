#!/usr/bin/env python3
"""What a reader may rely on in every source file, template and theme."""

import collections
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import checks  # noqa: E402

LONGEST_FILE = 600
LONGEST_FUNCTION = 60
WIDEST_LINE = 100
BINARY_SUFFIXES = {".png"}

NAMED_COLOURS = """aqua azure beige black blue brown coral crimson cyan fuchsia gold gray green grey
indigo ivory khaki lavender lime linen magenta maroon navy olive orange orchid pink plum purple red
salmon sienna silver snow tan teal thistle tomato turquoise violet wheat white yellow""".split()
COLOUR_FUNCTIONS = "rgba? hsla? hwb lab lch oklab oklch color".split()


def tracked_files(*folders):
    """Files that are in git or about to be: everything but what .gitignore names."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *folders]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    paths = [pathlib.PurePosixPath(name) for name in sorted(set(listed.split("\0"))) if name]
    return [path for path in paths if (ROOT / path).is_file()]


def text_of(path):
    return (ROOT / path).read_text(encoding="utf-8")


def lines_matching(pattern, paths, text=text_of):
    hits = []
    for path in paths:
        for number, line in enumerate(text(path).splitlines(), 1):
            if re.search(pattern, line):
                hits.append(f"{path}:{number}: {line.strip()[:100]}")
    return hits


def assert_none(hits):
    assert not hits, "\n".join(hits)


def text_files(*folders):
    return [path for path in tracked_files(*folders) if path.suffix not in BINARY_SUFFIXES]


def with_suffix(paths, *suffixes):
    return [path for path in paths if path.suffix in suffixes]


def cpp_files():
    return with_suffix(tracked_files("src", "tests"), ".h", ".cpp")


def without_css_comments(path):
    return re.sub(r"/\*.*?\*/", lambda hit: "\n" * hit[0].count("\n"), text_of(path), flags=re.S)


def test_every_text_file_is_utf_8_with_a_last_newline_and_no_blanks_at_line_ends():
    bad = []
    for path in text_files("src", "scripts", "templates", "themes", "tests/structure", "tests/unit"):
        content = (ROOT / path).read_bytes()
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            bad.append(f"{path}: not UTF-8")
        if content and not content.endswith(b"\n"):
            bad.append(f"{path}: no newline at the end")
        if re.search(rb"[ \t\r]\n", content):
            bad.append(f"{path}: blanks at the end of a line")
    assert_none(bad)


def test_every_header_starts_once():
    headers = with_suffix(tracked_files("src", "tests"), ".h")
    assert_none([str(path) for path in headers if "#pragma once" not in text_of(path).splitlines()])


def types_of(code):
    """(namespace, name) of every type that a header defines outside of others."""
    room = re.search(r"^namespace ([\w:]+) \{", code, re.M)
    names = re.findall(r"^(?:class|struct|enum class) (\w+)(?: final)?(?:\s*:[^;{]*)?\s*\{", code, re.M)
    return [(room[1] if room else "", name) for name in names]


def test_no_two_headers_define_a_type_of_one_name():
    # The linker takes one of two inline functions of the same name and does not tell.
    places = collections.defaultdict(list)
    for path in with_suffix(tracked_files("src", "tests"), ".h"):
        for kind in types_of(text_of(path)):
            places[kind].append(str(path))
    assert places
    assert_none([f"{'::'.join(kind)}: {', '.join(paths)}" for kind, paths in places.items() if len(paths) > 1])


def test_nothing_is_left_for_later():
    word = "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"])
    assert_none(lines_matching(rf"\b({word})\b", text_files("src", "tests", "scripts", "templates", "themes", "site")))


def test_no_source_file_is_too_long_to_read():
    counts = {path: text_of(path).count("\n") for path in cpp_files()}
    assert_none([f"{path}: {count} lines" for path, count in counts.items() if count > LONGEST_FILE])


def test_no_source_line_is_wider_than_the_page():
    assert_none([hit for path in cpp_files()
                 for hit in lines_matching(rf"^.{{{WIDEST_LINE + 1},}}$", [path])])


def function_lengths(code):
    """(name line, length) of everything whose body starts at column 0 or 2 and ends with its own `}`."""
    lines = code.splitlines()
    for start, line in enumerate(lines):
        opening = re.match(r"^( {0,2})\S.*\)[\w\s:{}(),.*&<>-]*\{$", line)
        if not opening or re.match(r"\s*(namespace|class|struct|enum|if|for|while|switch|TEST_CASE)\b", line):
            continue
        for end in range(start + 1, len(lines)):
            if lines[end].startswith(opening[1] + "}"):
                yield start + 1, end - start + 1
                break


def test_no_function_is_too_long_to_see():
    sources = with_suffix(tracked_files("src"), ".h", ".cpp")
    assert_none([f"{path}:{line}: {length} lines" for path in sources
                 for line, length in function_lengths(text_of(path)) if length > LONGEST_FUNCTION])


def test_no_folder_or_file_is_a_place_for_leftovers():
    leftovers = {"util", "utils", "helper", "helpers", "misc", "common"}
    assert_none([str(path) for path in tracked_files()
                 if leftovers & {pathlib.PurePosixPath(part).stem for part in path.parts}])


def test_the_product_names_nothing_of_the_machine_it_was_written_on():
    paths = text_files("src", "scripts", "templates", "themes", "content", "site", "README.md", "CMakeLists.txt")
    beside = r"\.\./" + "shared"
    assert_none(lines_matching(rf"{beside}|/(home|work|root)/\w", paths))


def test_templates_carry_no_look():
    paths = text_files("templates")
    assert_none(lines_matching(r"""(?i)\sstyle\s*=|<style|<font|\scolor\s*=|#[0-9a-f]{6}\b|(fill|stroke)="(?!none|currentColor)""", paths))


def test_templates_and_themes_run_no_inline_script():
    pages = with_suffix(text_files("templates", "themes"), ".html", ".svg", ".xml")
    assert_none(lines_matching(r"(?i)<[^>]*\son[a-z]+\s*=|javascript:", pages))
    inline = r"(?i)<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)"
    assert_none(lines_matching(inline, pages))


def test_scripts_of_themes_build_no_markup_from_text():
    scripts = with_suffix(text_files("templates", "themes"), ".js", ".mjs")
    assert_none(lines_matching(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", scripts))


def test_colours_are_the_values_of_tokens_only():
    styles = [path for path in with_suffix(text_files("themes"), ".css") if path.name != "tokens.css"]
    names = "|".join(NAMED_COLOURS)
    value = rf"(?i)(#[0-9a-f]{{3,8}}\b(?=[^{{]*;)|(?<![\w-])({'|'.join(COLOUR_FUNCTIONS)})\(|:[^;{{]*(?<![\w-])({names})(?![\w-]))"
    hits = lines_matching(value, styles, without_css_comments)
    assert_none([hit for hit in hits if not re.search(r":\d+: --[\w-]+:", hit)])  # print has its own values


def test_fonts_stand_in_the_tokens_only():
    styles = [path for path in with_suffix(text_files("themes"), ".css") if path.name != "tokens.css"]
    assert_none(lines_matching(r"font-family\s*:(?!\s*(var\(|inherit))|@font-face", styles, without_css_comments))


def test_themes_and_templates_ask_no_other_host_for_anything():
    loads = r"""(?i)(src|srcset|action|poster|data)\s*=\s*["']\s*(https?:)?//|url\(\s*["']?(https?:)?//|@import\s|<link[^>]*href\s*=\s*["'](https?:)?//"""
    assert_none(lines_matching(loads, text_files("templates", "themes")))


def test_links_between_the_pages_of_the_manual_lead_somewhere():
    broken = []
    for page in with_suffix(text_files("content", "README.md"), ".md"):
        for link in re.findall(r"\]\(([^)\s#]+)", re.sub(r"```.*?```|`[^`]*`", "", text_of(page), flags=re.S)):
            if "://" not in link and not (ROOT / page.parent / link).exists():
                broken.append(f"{page}: {link}")
    assert_none(broken)


def test_a_planted_long_function_is_found():
    body = "\n".join(["int long_one(int count) {", *["  ++count;"] * 60, "  return count;", "}"])
    assert list(function_lengths(body)) == [(1, 63)]


def test_types_are_read_from_a_header():
    code = "namespace a::b {\n\nclass One final : public Base {\n  struct Inner {\n  };\n};\nstruct Two;\nenum class Three { x };\n}\n"
    assert types_of(code) == [("a::b", "One"), ("a::b", "Three")]


if __name__ == "__main__":
    checks.main(globals())
