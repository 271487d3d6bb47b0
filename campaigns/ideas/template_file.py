"""The spreadsheet that a workshop can begin from: headings, choices, a guide."""

from io import BytesIO

from django.utils.translation import gettext as _

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from ..models import IdeaPage
from .columns import COLUMNS
from .importing import MAX_IDEAS

WIDTHS = {"titel": 36, "resumé": 48, "beskrivelse": 60, "trin": 48}
CHOICES = {
    "audience": IdeaPage.Audience,
    "cost": IdeaPage.Cost,
    "space": IdeaPage.Space,
    "partner_type": IdeaPage.PartnerType,
}


def template_file() -> bytes:
    """An XLSX with the columns of the import, and what may be written in them."""
    book = Workbook()
    sheet = book.active
    sheet.title = _("Ideer")
    sheet.freeze_panes = "B2"
    for number, column in enumerate(COLUMNS, 1):
        letter = get_column_letter(number)
        _head(sheet.cell(1, number, column.name.capitalize()))
        sheet.column_dimensions[letter].width = WIDTHS.get(column.name, 22)
        for row in range(2, 62):
            sheet.cell(row, number).alignment = Alignment(
                wrap_text=True, vertical="top"
            )
        if column.field in CHOICES:
            labels = ",".join(str(label) for label in CHOICES[column.field].labels)
            # Not enforced: the import understands more than these words.
            choice = DataValidation("list", f'"{labels}"', showErrorMessage=False)
            choice.add(f"{letter}2:{letter}{MAX_IDEAS + 1}")
            sheet.add_data_validation(choice)
    guide = book.create_sheet(_("Vejledning"))
    for number, words in enumerate((_("Kolonne"), _("Hvad man skriver")), 1):
        _head(guide.cell(1, number, words))
    for row, column in enumerate(COLUMNS, 2):
        guide.cell(row, 1, column.name.capitalize())
        guide.cell(row, 2, str(column.help))
    guide.column_dimensions["A"].width = 22
    guide.column_dimensions["B"].width = 80
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _head(cell) -> None:
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="EFE6D2")
