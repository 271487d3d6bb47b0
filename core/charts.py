"""A chart of bars: drawn by the server as SVG, with the same figures as a table."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from .danish import number

PERCENT, COUNT = "percent", "count"


class BarBlock(blocks.StructBlock):
    """One bar: what it stands for, and how long it is."""

    text = blocks.CharBlock(label=_("Hvad tallet viser"), max_length=160)
    value = blocks.DecimalBlock(label=_("Tal"), min_value=0, max_digits=12)

    def get_api_representation(self, value, context=None):
        figure = value["value"]
        return {
            "text": value["text"],
            "value": None if figure is None else float(figure),
        }

    class Meta:
        icon = "order"
        label = _("Søjle")


class ChartStructValue(blocks.StructValue):
    """Answers how the bars are drawn: how long each is, and its figure in words."""

    @property
    def rows(self) -> list[dict]:
        """The bars that have a figure, with their length in percent of the width."""
        is_share = self["unit"] == PERCENT
        bars = [bar for bar in self["bars"] if bar["value"] is not None]
        whole = 100 if is_share else max((bar["value"] for bar in bars), default=0)
        return [
            {
                "text": bar["text"],
                "figure": _written(bar["value"]) + ("\N{NO-BREAK SPACE}%" * is_share),
                # With a point whatever the language: SVG reads nothing else.
                "length": f"{100 * bar['value'] / whole if whole else 0:.2f}",
            }
            for bar in bars
        ]


def _written(value: Decimal | int) -> str:
    decimals = -Decimal(value).normalize().as_tuple().exponent
    return number(float(value), max(0, decimals))


class ChartBlock(blocks.StructBlock):
    """Figures of one kind beside each other, drawn as bars to one scale."""

    title = blocks.CharBlock(label=_("Titel"), max_length=120)
    unit = blocks.ChoiceBlock(
        label=_("Tallene er"),
        choices=[(PERCENT, _("Procent af alle")), (COUNT, _("Antal"))],
        default=PERCENT,
    )
    bars = blocks.ListBlock(
        BarBlock(), label=_("Søjler"), default=[{}, {}], min_num=2, max_num=20
    )
    source = blocks.CharBlock(label=_("Kilde"), max_length=200)
    note = blocks.CharBlock(
        label=_("Note"),
        required=False,
        max_length=200,
        help_text=_("Fx antal svar, eller ”antal svar ikke oplyst”."),
    )

    def clean(self, value):
        value = super().clean(value)
        if self.is_deferred_validation or value["unit"] != PERCENT:
            return value
        if any(bar["value"] > 100 for bar in value["bars"]):
            message = _("En andel er højst 100 %. Vælg ”Antal”, eller ret tallet.")
            raise StructBlockValidationError({"unit": ValidationError(message)})
        return value

    class Meta:
        icon = "list-ul"
        label = _("Diagram")
        description = _("Tal af samme slags som søjler, med tabel og kilde.")
        template = "blocks/chart_block.html"
        value_class = ChartStructValue
        preview_value = {
            "title": _("Det syntes gæsterne"),
            "unit": PERCENT,
            "bars": [
                {"text": _("blev klogere eller fik sat tanker i gang"), "value": 90},
                {"text": _("synes, temaet er relevant for eget liv"), "value": 77},
            ],
            "source": _("Rapporten om temasamarbejdet 2.0"),
            "note": _("Antal svar ikke oplyst"),
        }
