"""Random templates and views for the comparison with Jinja2: well typed for the most part, so that
most of them render, with the odd mistake."""

import json
import random

WORDS = ["alpha", "Beta", "gamma", "delta", "", "a b", "Über", "x,y", "<i>", "naïve", "Zed", "beta"]
NUMBERS = ["n", "m", "d", "p.n", "p.sub.k", "xs[0]", "mp['a']"]
TEXTS = ["s", "t", "p.name", "ws[1]", "ws.0", "ws[-1]"]
NUMBER_LISTS = ["xs", "e", "[3, 1, 2]"]
TEXT_LISTS = ["ws", "['b', 'A', 'c']", "p.tags"]


def view(rng):
    def number():
        return rng.choice([rng.randint(-5, 20), rng.randint(0, 3), rng.choice([0.5, 2.25, -1.75, 10.125])])

    def person():
        return {"name": rng.choice(WORDS), "n": rng.randint(-3, 9), "flag": rng.random() < 0.5,
                "tags": [rng.choice(WORDS) for _ in range(rng.randint(0, 3))],
                "sub": {"k": number(), "none": None}}

    def tree(depth):
        return [{"name": rng.choice(WORDS), "kids": tree(depth - 1) if depth else []}
                for _ in range(rng.randint(0, 3))]

    return json.dumps({
        "n": rng.randint(-9, 9), "m": rng.randint(0, 5), "d": number(), "s": rng.choice(WORDS),
        "t": rng.choice(WORDS), "b": rng.random() < 0.5, "z": None, "e": [],
        "xs": [rng.randint(-9, 9) for _ in range(rng.randint(1, 5))],
        "ws": [rng.choice(WORDS) for _ in range(rng.randint(2, 5))],
        "p": person(), "ps": [person() for _ in range(rng.randint(0, 4))],
        "mp": {"a": rng.randint(0, 9), "b": rng.randint(0, 9)}, "tree": tree(2)}, ensure_ascii=False)


class Generator:
    def __init__(self, rng, included):
        self.rng = rng
        self.included = included
        self.names = []  # loop variables and assigned names: (name, kind)
        self.loops = 0
        self.blocks = 0

    def pick(self, *choices):
        return self.rng.choice(choices)

    def local(self, kind, otherwise):
        found = [name for name, one in self.names if one == kind]
        return self.rng.choice(found) if found and self.rng.random() < 0.6 else otherwise

    # --- Expressions --------------------------------------------------------------------------

    def number(self, depth=2):
        r = self.rng.random()
        if depth == 0 or r < 0.3:
            if self.loops and self.rng.random() < 0.3:
                return "loop." + self.pick("index", "index0", "revindex", "revindex0", "length", "depth")
            return self.local("number", self.pick(*NUMBERS, "7", "0", "2.5", "12"))
        left, right = self.number(depth - 1), self.number(depth - 1)
        return self.pick(
            f"{left} {self.pick('+', '-', '*', '//', '%', '/')} {right}",
            f"({left} {self.pick('+', '-', '*')} {right})",
            f"-{left}", f"({left}) | abs",
            f"{self.any_list()} | length", f"{self.text(depth - 1)} | length",
            f"({left} if {self.truth(depth - 1)} else {right})",
            f"{self.pick(*NUMBER_LISTS)} | {self.pick('sum', 'max', 'min', 'first', 'last')}",
            f"missing | default({left})", f"{self.pick('xs', 'ws')}[{self.pick('0', '1', '-1', 'm')}]",
            f"ps | sum(attribute='n')", f"z or {right}")

    def text(self, depth=2):
        r = self.rng.random()
        if depth == 0 or r < 0.3:
            return self.local("text", self.pick(*TEXTS, '"lit"', "'q'", '"a\\n\'b"'))
        inner = self.text(depth - 1)
        return self.pick(
            f"{inner} ~ {self.number(depth - 1)}", f"{inner} ~ {self.text(depth - 1)} ~ '-'",
            f"{inner} | {self.pick('upper', 'lower', 'capitalize', 'trim', 'reverse', 'string')}",
            f"{inner} | replace('a', {self.text(0)})",
            f"{self.text_list()} | join({self.pick(chr(34) + ', ' + chr(34), 's', '')})",
            f"{self.any_list()} | join('/')" if depth > 1 else inner,
            f"({inner} if {self.truth(depth - 1)} else {self.text(0)})",
            f"{inner} | default('none')", f"missing | d({inner})", f"'' | default({inner}, true)",
            f"ps | map(attribute='name') | join(';')", f"ps | join('+', attribute='name')",
            f"{inner} or 'empty'")

    def text_list(self):
        base = self.pick(*TEXT_LISTS)
        return self.pick(base, f"{base} | sort", f"{base} | sort(reverse=true)", f"{base} | unique",
                         f"{base} | reverse", f"{base} | sort(case_sensitive=true)",
                         "ps | map(attribute='name')", "ps | map(attribute='name', default='q')",
                         "ps | sort(attribute='name') | map(attribute='name')",
                         "ps | selectattr('flag') | map(attribute='name')",
                         "ps | rejectattr('n', 'odd') | map(attribute='name')",
                         "ps | selectattr('name', 'equalto', 'alpha') | map(attribute='name')",
                         f"{base} | select('equalto', 'alpha')")

    def any_list(self):
        base = self.pick(*NUMBER_LISTS)
        return self.pick(base, f"{base} | sort", f"{base} | reverse", f"{base} | unique",
                         f"{base} | select('odd')", f"{base} | reject('even')", "ps | map(attribute='n')",
                         "ps | sort(attribute='n', reverse=true) | map(attribute='n')",
                         "ps | map(attribute='sub.k')")

    def truth(self, depth=2):
        if depth == 0 or self.rng.random() < 0.2:
            return self.local("truth", self.pick("b", "p.flag", "true", "false", "xs", "e", "z", "s", "n"))
        left = self.truth(depth - 1)
        return self.pick(
            f"{self.number(1)} {self.pick('<', '<=', '>', '>=', '==', '!=')} {self.number(1)}",
            f"{self.text(1)} {self.pick('<', '==', '!=', '>')} {self.text(1)}",
            f"{self.number(0)} < {self.number(0)} <= {self.number(0)}",
            f"{left} and {self.truth(depth - 1)}", f"{left} or {self.truth(depth - 1)}", f"not {left}",
            f"({left})", f"{self.number(0)} in {self.any_list()}", f"'a' not in {self.text(0)}",
            f"'a' in mp", f"{self.pick('n', 's', 'missing', 'p.nothing', 'z')} is {self.pick('', 'not ')}defined",
            f"{self.pick('n', 's', 'xs', 'mp', 'z', 'b', 'd')} is {self.pick('', 'not ')}"
            + self.pick("none", "string", "number", "mapping", "sequence", "boolean", "true", "false"),
            f"{self.pick('n', 'm', 'xs[0]')} is {self.pick('even', 'odd', 'divisibleby 3', 'divisibleby(2)')}",
            *( [f"loop.{self.pick('first', 'last')}", f"loop.changed({self.text(0)})",
                "loop.previtem is defined", "loop.nextitem is not defined"] if self.loops else [left]))

    def output(self):
        if self.loops and self.rng.random() < 0.15:
            return f"loop.cycle('one', {self.text(0)}, 'three')"
        if self.rng.random() < 0.03:
            return self.pick("missing", "p.nothing", "xs[99]", "n + s", "n | upper", "xs", "1 // 0", "z")
        if self.rng.random() < 0.1:
            return f"{self.text(1)} if {self.truth(1)} else {self.number(1)} if {self.truth(0)} else {self.text(1)}"
        return self.number() if self.rng.random() < 0.45 else self.text()

    # --- Statements ---------------------------------------------------------------------------

    def sign(self):
        return self.pick("", "", "", "", "-", "+")

    def tag(self, content):
        # Jinja2 3.1 takes "+%}" apart in front of another sign; both never meet in one tag here.
        return "{%" + self.sign() + " " + content + " " + self.pick("", "", "", "-") + "%}"

    def literal(self):
        return "".join(self.pick(" ", "\n", "\n  ", "word", "<b>", ".", "  ", "{ ", "é", "\t", "\n\n", "%")
                       for _ in range(self.rng.randint(0, 4)))

    def statements(self, depth):
        return "".join(self.literal() + self.statement(depth) for _ in range(self.rng.randint(1, 3))) + self.literal()

    def statement(self, depth):
        if depth == 0 or self.rng.random() < 0.35:
            return "{{" + self.pick("", "", "-") + " " + self.output() + " " + self.pick("", "", "-") + "}}"
        return self.pick(self.conditional, self.loop, self.loop, self.pair_loop, self.assign, self.scope,
                         self.block, self.include, self.comment, self.raw, self.tree)(depth)

    def body(self, depth, names=(), loops=None):
        saved_names, saved_loops = list(self.names), self.loops
        self.names += names
        if loops is not None:
            self.loops = loops
        result = self.statements(depth - 1)
        self.names, self.loops = saved_names, saved_loops
        return result

    def conditional(self, depth):
        result = self.tag("if " + self.truth()) + self.body(depth)
        for _ in range(self.rng.randint(0, 2)):
            result += self.tag("elif " + self.truth()) + self.body(depth)
        if self.rng.random() < 0.5:
            result += self.tag("else") + self.body(depth)
        return result + self.tag("endif")

    def loop(self, depth):
        name = self.pick("i", "j")
        kind, items = self.pick(("number", self.any_list()), ("text", self.text_list()), ("person", "ps"))
        condition = self.pick("", "", f" if {name} != n" if kind != "person" else f" if {name}.flag")
        names = [(f"{name}.name", "text"), (f"{name}.n", "number"), (f"{name}.flag", "truth")] \
            if kind == "person" else [(name, kind)]
        result = self.tag(f"for {name} in {items}{condition}") + self.body(depth, names, self.loops + 1)
        if self.rng.random() < 0.3:
            result += self.tag("else") + self.body(depth)
        return result + self.tag("endfor")

    def pair_loop(self, depth):
        items = self.pick("mp | items", "ps | groupby('n')", "ps | groupby('name')")
        names = [("key", "number" if "'n'" in items else "text")]
        if items.startswith("mp"):
            names.append(("value", "number"))
        return self.tag(f"for key, value in {items}") + self.body(depth, names, self.loops + 1) + self.tag("endfor")

    def tree(self, depth):
        return (self.tag("for node in tree recursive") + "{{ node.name }}{{ loop.depth0 }}"
                + "{% if node.kids %}[{{ loop(node.kids) }}]{% endif %}" + self.tag("endfor"))

    def assign(self, depth):
        kind = self.pick("number", "text", "truth")
        name = self.pick("v1", "v2") + kind[0]
        result = self.tag(f"set {name} = {getattr(self, kind)()}")
        self.names.append((name, kind))
        return result

    def scope(self, depth):
        value = self.text()
        return self.tag(f"with w = {value}, u = {self.number()}") + \
            self.body(depth, [("w", "text"), ("u", "number")]) + self.tag("endwith")

    def block(self, depth):
        self.blocks += 1
        number = self.blocks
        saved = self.names
        self.names = []  # a block sees neither loops nor what is set around it in one
        result = self.tag(f"block part{number}") + self.body(depth, (), 0) + self.tag(f"endblock")
        self.names = saved
        return result

    def include(self, depth):
        return self.tag("include 'part.txt'") if self.included else "{{ n }}"

    def comment(self, depth):
        return "{#" + self.pick("", "-") + " gone {{ n }} " + self.pick("", "-") + "#}"

    def raw(self, depth):
        return self.tag("raw").replace("+", "") + " {{ kept }}\n" + self.tag("endraw")


def case(rng):
    """Templates by name, the first of which is rendered, and a view."""
    templates = {}
    layout = rng.random() < 0.25
    generator = Generator(rng, included=True)
    body = generator.statements(3)
    templates["page.txt"] = body
    if layout:
        templates["base.txt"] = body
        child = "{% extends 'base.txt' %}\n"
        for number in range(1, generator.blocks + 1):
            if rng.random() < 0.7:
                inner = Generator(rng, included=True)
                inner.block = inner.comment
                content = inner.statements(2) + (" {{ super() }} " if rng.random() < 0.5 else "")
                child += "{% block part" + str(number) + " %}" + content + "{% endblock %}\n"
        templates["page.txt"] = child
    part = Generator(rng, included=False)
    part.block = part.comment
    templates["part.txt"] = part.statements(1)
    return templates, view(rng)
