#!/usr/bin/env python3
"""The configurations on the manual's page about hosting, run by the servers that they are for."""

import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import cases, checks  # noqa: E402

PAGE = (ROOT / "content/docs/hosting.md").read_text()
FRAMED = "frame-ancestors https://www.example.org"
ALONE = "frame-ancestors 'none'"
FILES = {
    "index.html": "home", "404.html": "no such page", "models/tea/index.html": "model",
    "assess/tea/index.html": "assess", "assess/tea/embed/index.html": "embed",
    "reports/abc/index.html": "report", "theme/look.0123abcd.css": "a{}", "empty/file.txt": "file",
}


def snippet(heading, language):
    """The first block of `language` below the heading."""
    found = re.search(rf"^### {heading}\n.*?```{language}\n(.*?)```", PAGE, re.S | re.M)
    assert found, f"no {language} below '{heading}'"
    return found[1]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A small site behind a server that is started with `command` and stopped at the end."""

    def __init__(self, name, configure):
        self.program = shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin")
        if not self.program:
            raise checks.Skipped(f"{name} is not installed")
        self.configure, self.port = configure, free_port()

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        root = pathlib.Path(self.folder.name)
        root.chmod(0o755)
        for name, content in FILES.items():
            (root / "site" / name).parent.mkdir(parents=True, exist_ok=True)
            (root / "site" / name).write_text(content)
        self.process = subprocess.Popen([self.program, *self.configure(root, self.port)],
                                        stderr=subprocess.PIPE, text=True)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return self
            except OSError:
                time.sleep(0.1)
                assert self.process.poll() is None, self.process.stderr.read()
        raise AssertionError("the server does not answer")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)
        self.folder.cleanup()

    def get(self, path):
        """Status, headers and text of the answer."""
        try:
            answer = urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=20)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return answer.status, answer.headers, answer.read().decode()


def check_headers(server):
    for path, expected in (("/", ALONE), ("/models/tea/", ALONE), ("/assess/tea/", ALONE),
                           ("/assess/tea/embed/", FRAMED), ("/reports/abc/", ALONE)):
        status, headers, text = server.get(path)
        assert status == 200 and text, path
        assert headers.get_all("Content-Security-Policy") == [expected], (path, str(headers))
        assert headers.get("X-Robots-Tag") == ("noindex" if "report" in path else None), path
        assert "immutable" not in headers.get("Cache-Control", ""), path
    assert "immutable" in server.get("/theme/look.0123abcd.css")[1]["Cache-Control"]
    status, _, text = server.get("/no/such/page/")
    assert (status, text) == (404, "no such page")
    assert server.get("/empty/")[0] in (403, 404), "the server lists folders"


def configure_nginx(root, port):
    server = snippet("nginx", "nginx").replace("/srv/www/report", str(root / "site"))
    (root / "nginx.conf").write_text(
        f"daemon off; pid {root}/pid; error_log stderr; events {{}}\n"
        f"http {{ access_log off; types {{ text/html html; text/css css; }}\n"
        + "".join(f"{kind}_temp_path {root}/{kind};\n" for kind in
                  ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        + server.replace("listen 8080", f"listen 127.0.0.1:{port}") + "}\n")
    return ["-c", str(root / "nginx.conf"), "-p", str(root), "-e", "stderr"]


def configure_apache(root, port):
    modules = pathlib.Path("/usr/lib/apache2/modules")
    names = ("mpm_event", "authz_core", "dir", "mime", "headers", "autoindex")
    (root / "site/.htaccess").write_text(snippet("Apache", "apache"))
    (root / "types").write_text("text/html html\ntext/css css\n")
    (root / "apache.conf").write_text(
        "".join(f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in names)
        + f"ServerName localhost\nListen 127.0.0.1:{port}\nPidFile {root}/pid\nErrorLog {root}/log\n"
        f"TypesConfig {root}/types\nDirectoryIndex index.html\nDocumentRoot {root}/site\n"
        f"<Directory {root}/site>\nAllowOverride All\nRequire all granted\n</Directory>\n")
    return ["-f", str(root / "apache.conf"), "-D", "FOREGROUND"]


def test_nginx_sends_what_the_page_promises():
    with Server("nginx", configure_nginx) as server:
        check_headers(server)


def test_apache_sends_what_the_page_promises():
    with Server("apache2", configure_apache) as server:
        check_headers(server)


class Preview:
    """The preview of a project that has a page of each kind that the headers tell apart."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        root = pathlib.Path(self.folder.name)
        shutil.copytree(ROOT / "site", root / "site", ignore=shutil.ignore_patterns("public", ".stagecraft"))
        self.process = subprocess.Popen([cases.program(), "serve", root / "site", "--port", "0"], text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        lines = [self.process.stdout.readline() for _ in range(2)]
        self.address, self.report = (re.search(r"http://127\.0\.0\.1:\d+\S*", line)[0] for line in lines)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.communicate(timeout=20)
        self.folder.cleanup()

    def headers_of(self, address):
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.headers, answer.read().decode()


def test_the_preview_sends_what_the_page_promises():
    with Preview() as preview:
        model = f"{preview.address}models/ecommerce-ai/"
        framed = f"{preview.address}assess/ecommerce-ai/embed/"
        for address, policy in ((preview.address, ALONE), (model, ALONE), (f"{preview.address}assess/ecommerce-ai/", ALONE),
                                (framed, "frame-ancestors https://maturity.example"), (preview.report, ALONE)):
            headers, _ = preview.headers_of(address)
            assert headers.get_all("Content-Security-Policy") == [policy], (address, str(headers))
            assert headers.get("X-Robots-Tag") == ("noindex" if address == preview.report else None), address
            assert "immutable" not in headers.get("Cache-Control", ""), address
        style = re.search(r'href="(theme/[^"]+\.css)"', preview.headers_of(preview.address)[1])[1]
        headers, _ = preview.headers_of(preview.address + style)
        assert "immutable" in headers["Cache-Control"] and headers["Content-Type"].startswith("text/css")


def test_no_path_is_fit_by_two_rules_of_headers_that_contradict_each_other():
    rules = re.search(r"^### Netlify.*?```\n(.*?)```", PAGE, re.S | re.M)[1]
    policies = {}
    for block in rules.strip().split("\n\n"):
        path, *lines = block.split("\n")
        pattern = re.escape(path).replace(r"\*", ".*").replace(":model", "[^/]+")
        for line in lines:
            name, value = line.strip().split(": ", 1)
            if name == "Content-Security-Policy":
                policies[pattern] = value
    for path, expected in (("/", ALONE), ("/models/tea/", ALONE), ("/assess/tea/", ALONE),
                           ("/assess/tea/embed/", FRAMED), ("/reports/abc/", ALONE)):
        fitting = [value for pattern, value in policies.items() if re.fullmatch(pattern, path)]
        assert fitting == [expected], (path, fitting)


if __name__ == "__main__":
    checks.main(globals())
