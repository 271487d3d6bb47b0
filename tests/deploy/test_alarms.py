"""The rules for Prometheus ask for figures that the site tells."""

import re

import pytest
import yaml
from prometheus_client import Counter
from prometheus_client.parser import text_string_to_metric_families

from assets.breaker import calls
from tests.factories.assets import make_file
from tests.processes import ROOT

KEY = "n" * 40
FILE = ROOT / "deploy" / "alarms.yml"
RULES = [
    rule
    for group in yaml.safe_load(FILE.read_text(encoding="utf-8"))["groups"]
    for rule in group["rules"]
]


def told(client) -> dict[str, float]:
    """The names of all figures that are told, with the last value of each."""
    text = client.get("/metrics", headers={"Authorization": f"Bearer {KEY}"}).text
    families = text_string_to_metric_families(text)
    return {
        sample.name: sample.value for family in families for sample in family.samples
    }


@pytest.fixture
def watched(client, settings):
    settings.METRICS_TOKEN = KEY
    return client


@pytest.mark.django_db
@pytest.mark.one_database
def test_each_rule_asks_for_what_is_told(watched, s3):
    make_file()
    found = told(watched) | told(watched)
    for rule in RULES:
        asked = set(re.findall(r"temasamarbejde_\w+", rule["expr"]))
        assert asked
        assert asked <= set(found), rule["alert"]


def test_each_rule_says_what_it_is_about_and_how_urgent():
    assert len({rule["alert"] for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule["labels"]["severity"] in ("page", "look")
        assert rule["annotations"]["summary"]


def test_a_site_that_tells_nothing_is_told_of():
    (rule,) = [rule for rule in RULES if rule["expr"].startswith("absent(")]
    # Told at each look, whatever is sick.
    assert rule["expr"] == "absent(temasamarbejde_part_well)"
    assert rule["labels"]["severity"] == "page"


def _outcomes(counter: Counter) -> dict[str, float]:
    (family,) = counter.collect()
    return {
        sample.labels["outcome"]: sample.value
        for sample in family.samples
        if sample.name.endswith("_total")
    }


@pytest.mark.django_db
@pytest.mark.one_database
def test_calls_of_storage_are_counted_by_how_they_went(s3):
    before = _outcomes(calls).get("answered", 0)
    make_file()
    assert _outcomes(calls)["answered"] > before
