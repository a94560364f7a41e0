"""The site of all four built-in models with the manual and the example's report, built once a run."""

import functools
import pathlib
import re
import shutil
import subprocess
import tempfile

from support import cases
from support.pages import FoundPlaces

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODELS = ["ecommerce-ai", "ai-automation", "ai-customer-experience", "ecommerce"]
TIME_LIMIT = 120  # seconds; a second with a release build


def settings():
    """Those of the example project, with every model and the manual."""
    text = (ROOT / "site/site.yaml").read_text()
    chosen, found = re.subn(r"^models:.*\n(?:(?: +-|- ).*\n)*", f"models: [{', '.join(MODELS)}]\n", text, flags=re.MULTILINE)
    assert found == 1, "site/site.yaml names its models in a way that this reader does not know"
    return chosen if re.search(r"^manual:", chosen, re.MULTILINE) else chosen + "manual: yes\n"


@functools.cache
def files():
    """Output path -> bytes."""
    with tempfile.TemporaryDirectory(prefix="stagecraft-four-models-") as folder:
        project = pathlib.Path(folder) / "project"
        shutil.copytree(ROOT / "site", project, ignore=shutil.ignore_patterns("public", ".stagecraft"))
        (project / "site.yaml").write_text(settings())
        done = subprocess.run([cases.program(), "build", "."], cwd=project, text=True, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=TIME_LIMIT)
        assert done.returncode == 0, done.stderr
        return cases.files_under(project / "public")


@functools.cache
def places():
    return FoundPlaces(files())
