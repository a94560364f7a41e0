"""Exact numbers: read from the text of a file, combined as fractions, rounded once when shown."""

import json
import re
from fractions import Fraction

import yaml

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def number(value):
    """The fraction that `value` stands for: a fraction, a whole number, or digits with a point."""
    if isinstance(value, str) and not NUMBER.fullmatch(value):
        raise ValueError(f"'{value}' is not a number")
    return Fraction(value)


def is_number(value):
    return not isinstance(value, bool) and (
        isinstance(value, (int, Fraction)) or
        (isinstance(value, str) and NUMBER.fullmatch(value) is not None))


def plain(value):
    """The content of a file in its simplest form: keys without a value are dropped, and JSON's
    `true` and `false` are the words `yes` and `no` (assessment-format.md, answers)."""
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items() if entry is not None}
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


class TextLoader(yaml.BaseLoader):
    """Keeps every scalar as its source text, but for those without a value."""


def _scalar(loader, node):
    text = loader.construct_scalar(node)
    return None if node.style is None and text in ("", "~", "null") else text


TextLoader.add_constructor("tag:yaml.org,2002:str", _scalar)


def read_yaml(text):
    return plain(yaml.load(text, Loader=TextLoader))


def read_json(text):
    return plain(json.loads(text, parse_int=Fraction, parse_float=Fraction))


def read_file(path):
    text = path.read_text(encoding="utf-8")
    return read_json(text) if path.suffix == ".json" else read_yaml(text)


def rounded(value, digits):
    """`value` with `digits` decimals, half away from zero."""
    scale = 10 ** digits
    whole, rest = divmod(abs(value) * scale, 1)
    size = Fraction(int(whole) + (1 if rest * 2 >= 1 else 0), scale)
    return -size if value < 0 else size


def put(record, name, value, digits):
    """Writes a number into a record (scoring.md, The record); without a value, nothing."""
    if value is None:
        return
    record[name] = rounded(value, digits)
    if record[name] != value:
        record[name + "_exact"] = f"{value.numerator}/{value.denominator}"


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def decimal_text(value):
    """A finite decimal as text; None for a fraction that has none."""
    rest, places = value.denominator, 0
    while rest % 10 == 0:
        rest, places = rest // 10, places + 1
    for factor in (2, 5):
        while rest % factor == 0:
            rest, places = rest // factor, places + 1
    if rest != 1:
        return None
    digits = str(abs(value.numerator) * 10 ** places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (digits if not places else (digits[:-places] + "." + digits[-places:]))


def write_json(value, indent=2, depth=0):
    """JSON with fractions as decimals. Binary fractions never take part."""
    pad, end = "\n" + " " * indent * (depth + 1), "\n" + " " * indent * depth
    if isinstance(value, dict) and value:
        inner = ",".join(f"{pad}{json.dumps(key)}: {write_json(entry, indent, depth + 1)}"
                         for key, entry in value.items())
        return "{" + inner + end + "}"
    if isinstance(value, list) and value:
        inner = ",".join(pad + write_json(entry, indent, depth + 1) for entry in value)
        return "[" + inner + end + "]"
    if isinstance(value, Fraction):
        text = decimal_text(value)
        if text is None:
            raise ValueError(f"{value} is no decimal")
        return text
    return json.dumps(value, ensure_ascii=False)
