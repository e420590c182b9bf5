"""What the checks against a stand-in for the platform share: a trained sample, a running server, Python packages."""
from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
READY_SECONDS = 30
TREES = "25"


def executable() -> Path:
    """The built program."""
    return Path(os.environ.get("CARTEIRO_EXECUTABLE", ROOT / ".build/release/carteiro"))


def python_with(name: str, *packages: str) -> str:
    """The interpreter of a virtual environment below .build that has the packages."""
    folder = ROOT / ".build" / name
    python = folder / "bin/python"
    if not (folder / "ready").exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages], check=True)
        (folder / "ready").touch()
    return str(python)


def train_sample(base: Path) -> None:
    """Trains on the sample of the repository in a folder of SageMaker's shape."""
    shutil.copytree(ROOT / "local_test/test_dir/input/data", base / "input/data")
    (base / "input/config").mkdir()
    (base / "input/config/hyperparameters.json").write_text(json.dumps({"n_estimators": TREES, "language": "pt"}))
    subprocess.run([executable(), "train"], env={**os.environ, "SAGEMAKER_BASE_DIR": str(base)}, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextlib.contextmanager
def serving(base: Path, port: int, *arguments: str, **environment: str) -> Iterator[str]:
    """Serves the model of a folder and gives the address; the server must end with status 0."""
    variables = {**os.environ, "SAGEMAKER_BASE_DIR": str(base), "SAGEMAKER_BIND_TO_PORT": str(port), **environment}
    server = subprocess.Popen([executable(), "serve", *arguments], env=variables, stderr=subprocess.DEVNULL)
    try:
        wait_until_ready(port)
        yield f"http://127.0.0.1:{port}"
        if server.poll() is not None:
            raise SystemExit(f"the server ended with status {server.returncode}")
    finally:
        server.terminate()
        if server.wait(30) != 0:
            raise SystemExit(f"the server ended with status {server.returncode}")


def wait_until_ready(port: int) -> None:
    """Returns when /ping answers 200."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/ping", timeout=2):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    raise SystemExit("the server did not become ready")
