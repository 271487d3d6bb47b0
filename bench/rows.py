"""What a question answers: one row a figure, on the screen and in the results file."""

import json
import operator
from dataclasses import dataclass
from pathlib import Path

OPERATORS = {">=": operator.ge, "<=": operator.le}


@dataclass(frozen=True)
class Row:
    """A ratio with its goal. ``remark`` is for the reader of the table alone."""

    name: str
    value: float
    unit: str
    op: str
    goal: float
    remark: str = ""

    @property
    def holds(self) -> bool:
        """Whether the figure, as it is shown, reaches its goal."""
        return OPERATORS[self.op](round(self.value, 3), self.goal)

    @property
    def line(self) -> str:
        """The row as the table shows it."""
        verdict = "ja" if self.holds else "NEJ"
        goal = f"{self.op} {self.goal:g}"
        figures = f"{self.name:<24}{self.value:>8.3f}   mål {goal:<8}{verdict:<5}"
        return figures + self.remark


def write_rows(rows: list[Row], path: Path) -> None:
    """Write the results file; always whole for whoever reads it."""
    fields = [
        {
            "name": row.name,
            "value": round(row.value, 3),
            "unit": row.unit,
            "op": row.op,
            "goal": row.goal,
            "holds": row.holds,
        }
        for row in rows
    ]
    fresh = path.with_suffix(".json.new")
    fresh.write_text(json.dumps(fields, ensure_ascii=False, indent=2) + "\n")
    fresh.replace(path)
