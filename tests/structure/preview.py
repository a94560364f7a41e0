#!/usr/bin/env python3
"""What `stagecraft serve` promises beside what browsers show: the bytes and headers of a build, and no more."""

import contextlib
import http.client
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from support import cases, checks  # noqa: E402

SCRIPT = re.compile(rb'<script defer src="/\.stagecraft/live\.js" data-seen="[0-9a-f]{32}"></script>\n')
REPORT = re.compile(r"^for (.*) only: (\S+)$", re.M)


class Preview:
    """A copy of the example project, shown on a free port."""

    def __init__(self, *options, project=ROOT / "site"):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="stagecraft-preview-"))
        self.project = self.folder / "project"
        shutil.copytree(project, self.project, ignore=shutil.ignore_patterns("public", ".stagecraft"))
        self.before = cases.files_under(self.project)
        self.process = subprocess.Popen(
            [cases.program(), "serve", ".", *(options or ("--port", "0"))], cwd=self.project, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.first_line = self.process.stdout.readline()
        address = re.match(r"http://127\.0\.0\.1:(\d+)(/\S*) shows ", self.first_line)
        assert address, self.first_line + self.process.stderr.read()
        self.port, self.base = int(address[1]), address[2]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.end()
        shutil.rmtree(self.folder)

    def end(self, by=signal.SIGTERM):
        """Exit code, and what was said after the first line."""
        self.process.send_signal(by)
        said, _ = self.process.communicate(timeout=cases.TIME_LIMIT)
        return self.process.returncode, said

    def get(self, path, method="GET", host="127.0.0.1", headers={}):
        connection = http.client.HTTPConnection(host, self.port, timeout=cases.TIME_LIMIT)
        with contextlib.closing(connection):
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()

    def status_of(self, request, nothing_follows=False):
        """The status of the answer to raw bytes; nothing when the connection is just closed."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=cases.TIME_LIMIT) as raw:
            raw.sendall(request)
            if nothing_follows:
                raw.shutdown(socket.SHUT_WR)
            answer = b""
            with contextlib.suppress(ConnectionResetError):
                while piece := raw.recv(65536):
                    answer += piece
        return int(answer.split()[1]) if answer else None


def test_every_file_has_the_bytes_of_a_build_and_nothing_is_written():
    with Preview() as preview, tempfile.TemporaryDirectory() as output:
        done = subprocess.run([cases.program(), "build", ".", "-o", output + "/public"], cwd=preview.project,
                              capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        built = cases.files_under(pathlib.Path(output) / "public")
        shutil.rmtree(preview.project / ".stagecraft", ignore_errors=True)
        assert len(built) > 1000
        different = []
        for name, expected in built.items():
            status, _, body = preview.get(preview.base + name)
            shown = SCRIPT.sub(b"", body, count=1)
            if status != 200 or shown != expected:
                different.append(f"{name}: {status}")
            if name.endswith(".html") != (len(shown) < len(body)):
                different.append(f"{name}: script where there should be none, or none where it should be")
        assert not different, "\n".join(different[:20])
        assert cases.files_under(preview.project) == preview.before


def test_private_reports_are_told_in_the_terminal_and_shown_with_their_headers():
    with Preview() as preview:
        reports = [preview.process.stdout.readline() for _ in range(3)]
        for line in reports:
            name, address = REPORT.match(line).groups()
            assert address.startswith(f"http://127.0.0.1:{preview.port}/"), line
            status, headers, body = preview.get(address.split(str(preview.port))[1])
            assert status == 200 and name.encode() in body, (line, status)
            assert headers["X-Robots-Tag"] == "noindex", str(headers)
            assert address.split("/")[-2].encode() not in preview.get("/")[2] + preview.get("/sitemap.xml")[2]


def test_only_this_machine_may_ask():
    with Preview() as preview:
        for host in ("localhost", "127.0.0.1", "[::1]", f"localhost:{preview.port}", "127.0.0.1:80"):
            assert preview.status_of(f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()) == 200, host
        for host in ("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "localhost:80@evil.example",
                     "127.0.0.1:", "127.0.0.1:80x", "[::1", "0.0.0.0", ""):
            assert preview.status_of(f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()) == 403, host
        assert preview.status_of(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n") == 403
        addresses = {line.split()[1] for name in ("tcp", "tcp6") for line in pathlib.Path(f"/proc/net/{name}").read_text().splitlines()[1:]
                     if line.split()[3] == "0A" and int(line.split()[1].split(":")[1], 16) == preview.port}
        assert {address.split(":")[0] for address in addresses} <= {"0100007F", "0" * 24 + "01000000"}, addresses


def test_both_loopback_addresses_answer():
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError as error:
        raise checks.Skipped(f"no IPv6 here: {error}")
    with Preview() as preview:
        assert preview.get("/", host="::1")[2] == preview.get("/")[2]


def test_nothing_but_get_and_head_is_answered():
    with Preview() as preview:
        for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
            status, headers, _ = preview.get("/", method)
            assert (status, headers["Allow"]) == (405, "GET, HEAD"), method
        status, headers, body = preview.get("/", "HEAD")
        assert status == 200 and body == b"" and int(headers["Content-Length"]) == len(preview.get("/")[2])


def test_no_path_leads_out_of_the_site():
    with Preview() as preview:
        (preview.folder / "secret.txt").write_text("secret words")
        for path in ("/../secret.txt", "/../project/site.yaml", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt",
                     "/..%5csecret.txt", "/site.yaml", "/./site.yaml", "//etc/passwd", "/%2fetc%2fpasswd", "/%00", "/index.html%00.md",
                     "/%", "/%zz", "/%ff%fe", "/assessments/", "/.stagecraft/", "/.stagecraft/../site.yaml", "/.git/config",
                     "/" + "a" * 8000, "/" + "../" * 2000, "/" + "%2e" * 2000, "/?" + "a" * 8000, "/%0d%0aX-Planted:%20yes"):
            status, headers, body = preview.get(path)
            assert status in (404, 414) or (path.startswith("/?") and status in (200, 414)), (path[:60], status)
            assert b"secret words" not in body and b"link_key" not in body and b"root:" not in body, path[:60]
            assert headers["X-Planted"] is None, path
        assert preview.get("/")[0] == 200


def test_requests_that_are_none_do_no_harm():
    with Preview() as preview:
        for request in (b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x00\xff\xfe", b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
                        b"GET / HTTP/1.1\r\n" + b"X: " + b"y" * 100_000 + b"\r\n\r\n", b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999999999\r\n\r\n",
                        b"GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=5-1,9999999999999999999-\r\nConnection: close\r\n\r\n"):
            status = preview.status_of(request, nothing_follows=b"Connection: close" not in request)
            assert status != 200, (request[:40], status)
        assert preview.get("/")[0] == 200


def test_the_site_stands_under_the_path_of_its_address():
    with Preview("--port", "0", "--base-url", "https://example.org/deep/er/") as preview:
        assert preview.base == "/deep/er/"
        status, headers, _ = preview.get("/?x=1")
        assert (status, headers["Location"]) == (302, "/deep/er/?x=1")
        assert preview.get("/deep/er/")[0] == 200
        assert preview.get("/models/")[0] == 404


def test_a_port_that_is_asked_for_and_taken_is_an_error():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run([cases.program(), "serve", str(ROOT / "site"), "--port", port], capture_output=True, text=True,
                              timeout=cases.TIME_LIMIT)
    assert (done.returncode, done.stderr) == (3, f"stagecraft: port {port} is taken\n"), done


def test_without_a_port_two_previews_stand_beside_each_other():
    with Preview("--base-url", "https://one.example/") as one, Preview("--base-url", "https://two.example/") as two:
        assert 4000 <= one.port < two.port <= 4100, (one.port, two.port)
        assert b"https://one.example/" in one.get("/")[2] and b"https://two.example/" in two.get("/")[2]


def test_a_folder_that_is_not_there_is_an_error_and_both_signals_end_a_preview_well():
    done = subprocess.run([cases.program(), "serve", "no-such-folder", "--port", "0"], capture_output=True, text=True,
                          timeout=cases.TIME_LIMIT)
    assert done.returncode == 1 and "no-such-folder/site.yaml: error: there is no such file" in done.stderr, done
    for by in (signal.SIGINT, signal.SIGTERM):
        with Preview() as preview:
            assert preview.end(by)[0] == 0


if __name__ == "__main__":
    checks.main(globals())
