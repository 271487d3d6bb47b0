"""Charts: bars to one scale, told in words and as a table too."""

from django.core.exceptions import ValidationError
from django.utils.translation import override

import pytest

from core.charts import ChartBlock

BARS = [{"text": "har læst en bog", "value": 80}, {"text": "sov", "value": 12.5}]


def chart(bars=BARS, unit="percent") -> dict:
    return {"title": "Læsning", "unit": unit, "bars": bars, "source": "Et eksempel"}


@pytest.mark.parametrize("language, half", [("da", "12,5"), ("en", "12.5")])
def test_a_share_is_as_long_as_it_says_in_words_and_table(language, half):
    block = ChartBlock()
    with override(language):
        text = block.render(block.to_python(chart()))
    assert 'x2="80.00%"' in text
    assert 'x2="12.50%"' in text
    assert text.count("80\N{NO-BREAK SPACE}%") == 2
    assert text.count(f"{half}\N{NO-BREAK SPACE}%") == 2


def test_the_longest_count_fills_the_width():
    block = ChartBlock()
    bars = [{"text": "i 2017", "value": 1580}, {"text": "før", "value": 395}]
    rows = block.to_python(chart(bars, "count")).rows
    assert [(row["figure"], row["length"]) for row in rows] == [
        ("1.580", "100.00"),
        ("395", "25.00"),
    ]


def test_counts_of_nothing_are_drawn():
    block = ChartBlock()
    bars = [{"text": "i 2017", "value": 0}, {"text": "før", "value": None}]
    rows = block.to_python(chart(bars, "count")).rows
    assert [row["length"] for row in rows] == ["0.00"]


def test_no_share_is_over_a_hundred():
    block = ChartBlock()
    too_much = [{"text": "har læst", "value": 101}, {"text": "sov", "value": 1}]
    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python(chart(too_much)))
    assert "højst 100 %" in str(refused.value.as_json_data())
    assert block.clean(block.to_python(chart(too_much, "count")))
