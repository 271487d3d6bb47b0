"""Zips of every sort of harm, each held against the rules in a limited process."""

import json
import subprocess
import sys

import pytest

from assets.intake.checking import INSPECTOR

from .zip_samples import BANNERS, PARCELS, banner, packed

PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.fixture
def inspected(tmp_path):
    """What the inspector says of a zip."""

    def ask(content: bytes, *filed_as: str) -> dict:
        path = tmp_path / "a.zip"
        path.write_bytes(content)
        done = subprocess.run(
            [sys.executable, "-I", INSPECTOR, path, "zip", *filed_as],
            env={},
            capture_output=True,
            timeout=20,
            check=True,
        )
        assert sorted(tmp_path.iterdir()) == [path]
        return json.loads(done.stdout)

    return ask


def code(problem: str) -> str:
    return problem.removeprefix("zip_")


@pytest.mark.parametrize("case", BANNERS)
def test_a_hostile_banner_is_refused_by_its_entry(inspected, case):
    make, problem, entry = BANNERS[case]
    said = inspected(make(), "banner")
    assert (code(said["problem"]), said.get("entry", "")) == (problem, entry)


@pytest.mark.parametrize("case", PARCELS)
def test_a_parcel_is_refused_only_for_harm(inspected, case):
    make, problem = PARCELS[case]
    assert code(inspected(make())["problem"]) == problem


def test_a_banner_that_keeps_the_rules_is_taken(inspected):
    content = banner(("js/kode.js", "1"), ("js/", ""), ("__MACOSX/._kode.js", "x"))
    assert inspected(content, "banner")["problem"] == ""


def test_a_page_to_run_makes_a_banner_wherever_it_is_filed(inspected):
    assert inspected(banner(("a.php", "")))["problem"] == "zip_kind"


def test_a_word_file_is_no_banner_though_a_zip(inspected):
    assert inspected(packed(("word/document.xml", "<x/>")))["problem"] == ""


@pytest.mark.parametrize("case", ["100,001 entries", "2 GB out of 50 kB"])
def test_no_zip_takes_much_memory(tmp_path, case):
    path = tmp_path / "a.zip"
    path.write_bytes(BANNERS[case][0]())
    command = [sys.executable, "-I", INSPECTOR, path, "zip", "banner"]
    # By a small process: a child's peak counts what it had of its parent at first.
    done = subprocess.run(
        [sys.executable, "-c", PEAK, *command], capture_output=True, check=True
    )
    assert int(done.stdout) < 128 * 1024
