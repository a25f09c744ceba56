"""What is installed, from where, and whether it works elsewhere: locks, conda, Makefile, wheel."""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.pages.conftest import missing

ROOT = Path(__file__).parents[1]
NAMED_BY_THE_OWNER = {"jupyterlab", "jieba", "pandas", "matplotlib", "wordcloud"}
PYTHONS = ("3.11.0", "3.11.9", "3.12.0", "3.13.0", "3.14.0")
PLATFORMS = ("linux", "darwin", "win32")
ON_CONDA_FORGE = {"brotli": "brotli-python"}  # where its name is not the one on PyPI

Bounds = dict[str, str]
Locked = dict[str, list[Requirement]]


def bounds(lines: list[str]) -> Bounds:
    """Requirements as name → bounds."""
    return {canonicalize_name(one.name): str(one.specifier) for one in map(Requirement, lines)}


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def group(name: str) -> list[str]:
    """A dependency group, with the groups that it includes."""
    lines: list[str] = []
    for entry in project()["dependency-groups"][name]:
        lines += [entry] if isinstance(entry, str) else group(entry["include-group"])
    return lines


def blocks(lock: str) -> list[str]:
    """Each entry of a lock on one line, without comments."""
    text = re.sub(r"^\s*#.*\n", "", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [line.strip() for line in text.replace("\\\n", " ").splitlines() if line.strip()]


def locked(lock: str) -> Locked:
    """The pins of a lock by name; a package has several where Python or the platform decides."""
    pins: Locked = {}
    for block in blocks(lock):
        pin = Requirement(block.partition(" --hash=")[0].strip())
        pins.setdefault(canonicalize_name(pin.name), []).append(pin)
    return pins


def environments() -> Iterator[dict[str, str]]:
    systems = {"linux": ("posix", "Linux"), "darwin": ("posix", "Darwin"), "win32": ("nt", "Windows")}
    for python in PYTHONS:
        for platform in PLATFORMS:
            os_name, system = systems[platform]
            yield {
                "python_version": python.rpartition(".")[0],
                "python_full_version": python,
                "sys_platform": platform,
                "os_name": os_name,
                "platform_system": system,
            }


def version(pin: Requirement) -> Version:
    (specifier,) = pin.specifier
    assert specifier.operator == "==", f"{pin} is not pinned"
    return Version(specifier.version)


# --- pyproject.toml and environment.yml


def conda() -> tuple[Bounds, Bounds, list[str]]:
    """What environment.yml asks of conda-forge, of pip, and its other pip lines."""
    entries = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    (pip,) = (entry["pip"] for entry in entries if isinstance(entry, dict))
    from_conda = bounds([entry for entry in entries if isinstance(entry, str)])
    to_pypi = {there: here for here, there in ON_CONDA_FORGE.items()}
    return (
        {to_pypi.get(name, name): bound for name, bound in from_conda.items()},
        bounds([line for line in pip if not line.startswith("-")]),
        [line for line in pip if line.startswith("-")],
    )


def test_conda_asks_for_what_pyproject_asks_for_at_the_same_bounds():
    from_conda, from_pip, _ = conda()
    assert not from_conda.keys() & from_pip.keys()
    tools = {"python": project()["project"]["requires-python"], "pip": ""}
    assert from_conda | from_pip == bounds(project()["project"]["dependencies"]) | tools


def test_conda_installs_the_project_itself():
    assert conda()[2] == ["-e ."]


def test_packages_named_by_the_owner_are_in_pyproject_and_conda():
    assert bounds(project()["project"]["dependencies"]).keys() >= NAMED_BY_THE_OWNER
    assert conda()[0].keys() >= NAMED_BY_THE_OWNER


# --- the locks


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [("requirements.lock", "build"), ("requirements-dev.lock", "dev")],
)
def test_lock_covers_every_dependency_everywhere_at_a_satisfying_version(lock: str, wanted: str):
    pins = locked(lock)
    for environment in environments():
        for line in project()["project"]["dependencies"] + group(wanted):
            need = Requirement(line)
            found = [
                pin
                for pin in pins.get(canonicalize_name(need.name), [])
                if pin.marker is None or pin.marker.evaluate(environment)
            ]
            where = f"{lock}, {environment['sys_platform']}, Python {environment['python_full_version']}"
            assert len(found) == 1, f"{need.name} has {len(found)} pins in {where}: run `make lock`"
            assert version(found[0]) in need.specifier, f"{found[0]} is not {need}, {where}: run `make lock`"


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_entry_of_a_lock_is_a_pin_with_hashes(lock: str):
    for block in blocks(lock):
        assert re.search(r" --hash=sha256:[0-9a-f]{64}", block), f"no hash: {block[:80]}"
        version(Requirement(block.partition(" --hash=")[0].strip()))


def test_dev_lock_is_the_lock_and_more():
    runtime, dev = locked("requirements.lock"), locked("requirements-dev.lock")
    for name, pins in runtime.items():
        anywhere = {pin.name + str(pin.specifier) for pin in dev.get(name, []) if pin.marker is None}
        missing = {str(pin) for pin in pins} - set(map(str, dev.get(name, [])))
        assert {one.partition(";")[0] for one in missing} <= anywhere, f"{name}: run `make lock`"
    assert dev.keys() > runtime.keys()


@pytest.mark.parametrize("file", ["requirements.lock", "requirements-dev.lock", "Makefile", ".ci/run"])
def test_nothing_that_installs_names_an_index_a_host_or_a_path_of_a_machine(file: str):
    text = (ROOT / file).read_text(encoding="utf-8")
    for what, pattern in {
        "an address": r"\w+://|\bwww\.|\bpypi\.org|\b[\w-]+\.(?:com|org|net|cn|io|sh)\b",
        "an index": r"(?m)--(?:extra-)?index-url|--find-links|--trusted-host|^-[if] ",
        "a machine's path": r"/(?:home|root|Users|work|tmp|opt)/\w",
    }.items():
        found = re.search(pattern, text)
        assert found is None, f"{file} names {what}: {found[0]}"


# --- the browser


def test_integration_needs_the_browser_that_others_may_do_without(monkeypatch: pytest.MonkeyPatch):
    assert "PAGES_NEEDED=1 make test-pages" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    monkeypatch.delenv("PAGES_NEEDED", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no Chromium"):
        missing("no Chromium on PATH")
    monkeypatch.setenv("PAGES_NEEDED", "1")
    with pytest.raises(pytest.fail.Exception, match="no Chromium"):
        missing("no Chromium on PATH")


# --- the wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the backend of the lock: nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel unpacked, which is all that installing pure Python does."""
    target = tmp_path_factory.mktemp("installed")
    zipfile.ZipFile(wheel).extractall(target)
    return target


def run_installed(installed: Path, folder: Path, *arguments: str) -> str:
    """Standard output of Python with the installed package alone on its path, started in `folder`."""
    done = subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def tracked(*folders: str) -> set[str]:
    """Files below `folders` of the checkout, without what tools left there."""
    return {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not {"__pycache__", ".ipynb_checkpoints", ".DS_Store"} & set(path.parts)
    }


def test_wheel_holds_the_package_and_its_files_and_nothing_else(wheel: Path):
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    bundled = {f"analysis/_bundled/{name}" for name in tracked("corpus", "notebooks")}
    assert inside == tracked("analysis") | bundled
    assert any(name.startswith("analysis/report/templates/") for name in inside)
    assert any(name.startswith("analysis/_bundled/notebooks/") for name in inside)
    assert {f"analysis/prose/{language}.toml" for language in ("en", "zh")} <= inside


def test_wheel_carries_the_original_byte_for_byte(wheel: Path):
    raw = "changning-14fyp-proposal.raw.txt"
    carried = zipfile.ZipFile(wheel).read(f"analysis/_bundled/corpus/{raw}")
    assert carried == (ROOT / "corpus" / raw).read_bytes()


def test_installed_package_finds_its_own_files_not_the_checkout(installed: Path, tmp_path: Path):
    lines = run_installed(
        installed,
        tmp_path,
        "-c",
        "from analysis.resources import folder; print(folder('corpus')); print(folder('notebooks'))",
    ).splitlines()
    bundled = installed.resolve() / "analysis" / "_bundled"
    assert [Path(line).resolve() for line in lines] == [bundled / "corpus", bundled / "notebooks"]


def test_installed_package_speaks_both_languages(installed: Path, tmp_path: Path):
    say = "from analysis.prose import render; print(*(render(l, 'no_sentences', {}) for l in ('en', 'zh')))"
    assert run_installed(installed, tmp_path, "-c", say).strip().endswith("headings. 标题之下没有句子。")


def test_installed_package_works_from_any_folder(installed: Path, tmp_path: Path):
    out = run_installed(installed, tmp_path, "-m", "analysis", "sentences")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert rows[0].keys() >= {"sentence_id", "chapter", "article", "text"}
    assert len(rows) == 244
    assert list(tmp_path.iterdir()) == [], "a command that prints leaves nothing behind"


def test_checkout_uses_its_top_level_folders():
    out = subprocess.run(
        [sys.executable, "-c", "from analysis.resources import folder; print(folder('notebooks'))"],
        cwd=ROOT / "notebooks",
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert Path(out.strip()).resolve() == (ROOT / "notebooks").resolve()
