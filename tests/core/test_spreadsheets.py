"""Spreadsheets as people keep them, and files that are none."""

import datetime
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from openpyxl import Workbook

from core.csv_files import MAX_ROWS, UnreadableFile
from core.spreadsheets import Unreadable, read_table

HEADINGS = ["Titel", "Timer", "Trin"]


def is_title(heading: str) -> bool:
    return heading == "titel"


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_of(*rows, **cells) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for place, value in cells.items():
        book.active[place] = value
    return saved(book)


def rows_of(data: bytes) -> list[list]:
    return [list(row.cells.values()) for row in read_table(data, is_title).rows]


def test_cells_keep_what_they_are():
    moment = datetime.datetime(2026, 3, 2)
    data = sheet_of(HEADINGS, ["Æblefest", 2.5, moment], ["  Ø\u200b ", "'2", None])
    assert rows_of(data) == [["Æblefest", 2.5, moment], ["Ø", "'2", ""]]


def test_headings_are_found_below_a_title_and_empty_lines():
    table = read_table(sheet_of(["Workshop"], [], HEADINGS, ["A", 1]), is_title)
    assert table.headings == ["titel", "timer", "trin"]
    assert [row.line for row in table.rows] == [4]


def test_hidden_sheets_are_passed_over_and_told():
    book = Workbook()
    book.active.title = "Gammelt"
    book.active.append(HEADINGS)
    book.active.sheet_state = "hidden"
    shown = book.create_sheet("Ideer")
    shown.append(HEADINGS)
    shown.append(["Ny", 1])
    table = read_table(saved(book), is_title)
    assert [row.cells["titel"] for row in table.rows] == ["Ny"]
    assert table.told == ["Læst fra arket ”Ideer”.", "Ikke læst: Gammelt."]


def test_a_formula_that_was_never_reckoned_is_told():
    (row,) = read_table(sheet_of(HEADINGS, ["A", "=1+1"]), is_title).rows
    assert isinstance(row.cells["timer"], Unreadable)
    assert "formel uden resultat" in row.cells["timer"].text


def test_a_formula_counts_as_what_excel_reckoned():
    data = sheet_of(HEADINGS, ["A", "=1+1"])
    assert rows_of(_rewritten(data, "<v></v>", "<v>2</v>")) == [["A", 2, ""]]


def test_a_formula_may_come_to_nothing_or_to_an_empty_text():
    data = sheet_of(HEADINGS, ["A", "=1-1", '=IF(A3="","",1)'], ["=IF(1,B9,0)"])
    data = _rewritten(data, "<f>1-1</f><v></v>", "<f>1-1</f><v>0</v>")
    for place in ("C2", "A3"):
        data = _rewritten(data, f'<c r="{place}"><f>', f'<c r="{place}" t="str"><f>')
    assert rows_of(data) == [["A", 0, ""]]


def _rewritten(data: bytes, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(out, "w") as copy:
        for name in parts.namelist():
            text = parts.read(name)
            if name == "xl/worksheets/sheet1.xml":
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode())
            copy.writestr(name, text)
    return out.getvalue()


def test_an_error_in_a_cell_is_told():
    (row,) = read_table(sheet_of(HEADINGS, ["A", "#DIV/0!"]), is_title).rows
    assert row.cells["timer"].text == "Cellen viser en fejl (#DIV/0!)."


def test_a_title_merged_downwards_is_one_row():
    book = Workbook()
    for row in (HEADINGS, ["A", 2, "først"], [None, None, "så"], ["B", 1, "x"]):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    assert rows_of(saved(book)) == [["A", 2, "først\nså"], ["B", 1, "x"]]


def test_another_cell_merged_downwards_speaks_for_each_row():
    book = Workbook()
    for row in (HEADINGS, ["A", 2], ["B", None], ["C", 1]):
        book.active.append(row)
    book.active.merge_cells("B2:B3")
    assert rows_of(saved(book)) == [["A", 2, ""], ["B", 2, ""], ["C", 1, ""]]


def test_a_row_merged_across_is_a_caption():
    book = Workbook()
    for row in (HEADINGS, ["Til børn"], ["A", 2]):
        book.active.append(row)
    book.active.merge_cells("A2:C2")
    assert rows_of(saved(book)) == [["A", 2, ""]]


def test_a_cell_at_the_end_of_the_world_costs_nothing():
    data = sheet_of(HEADINGS, ["A", 1], XFD4="langt ude", A60000="B")
    assert [row[0] for row in rows_of(data)] == ["A", "B"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_csv_is_read_and_told_how(encoding, sign):
    data = f"titel{sign}timer\nÆblefest{sign}2\n".encode(encoding)
    table = read_table(data, is_title)
    assert table.rows[0].cells == {"titel": "Æblefest", "timer": "2"}
    name = {"utf-16": "UTF-16", "cp1252": "Windows-1252"}.get(encoding, "UTF-8")
    mark = {"\t": "tabulator"}.get(sign, sign)
    assert table.told == [f"Læst som {name} med ”{mark}” mellem cellerne."]


def _zip(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


BOMB = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">%s]><a>&l9;</a>' % b"".join(
    b'<!ENTITY l%d "%s">' % (n, (b"&l%d;" % (n - 1) if n else b"&a;") * 10)
    for n in range(10)
)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (b"", "Filen er tom"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "gammel Excel-fil .* adgangskode"),
        (b"PK\x03\x04 cut off", "i stykker"),
        (_zip(mimetype=b"application/vnd.oasis"), "ikke et Excel-ark"),
        (_zip(xl__workbook_xml=b"<ikke"), "i stykker"),
        (_zip(xl__workbook_xml=BOMB), "i stykker"),
        (
            lambda: _zip(xl__workbook_xml=b" " * (121 * 1024 * 1024)),
            "når den pakkes ud",
        ),
        (sheet_of(HEADINGS, ["A"])[:-400], "i stykker"),
        (sheet_of(["Navn", "Alder"], ["A", 1]), "begynder med: Navn, Alder"),
        (sheet_of(), "Der er ingen række med overskrifter"),
        (sheet_of(["Titel", "Timer", "timer"]), "timer står to gange"),
        (b"navn;alder\nA;1\n", "begynder med: navn, alder"),
        (b"titel;titel\nA;B\n", "titel står to gange"),
        (b'titel\n"A\n', "Linje 2 kan ikke læses"),
        (b"titel\nA\0B\n", "ikke en CSV-fil"),
        (b"titel\n" + b"x" * 200_000, "kan ikke læses"),
        (b"titel\n" + b"A\n" * (MAX_ROWS + 1), "mere end 20.000 rækker"),
        (b"x" * (10 * 1024 * 1024 + 1), "større end 10 MB"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "ikke en CSV-fil"),
    ],
)
def test_what_cannot_be_read_is_told_in_danish(made, words):
    # Where it takes time to make, only whoever runs it makes it.
    data = made() if callable(made) else made
    with pytest.raises(UnreadableFile, match=words):
        read_table(data, is_title)


def test_more_rows_than_we_take():
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["Titel"])
    for _number in range(MAX_ROWS + 1):
        sheet.append(["A"])
    with pytest.raises(UnreadableFile, match=r"mere end 20\.000 rækker"):
        read_table(saved(book), is_title)


WHOLE = sheet_of(HEADINGS, ["A", 2, "først"], ["B", "=1+1", "x"])


@examples(max_examples=60)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(at, junk):
    try:
        read_table(WHOLE[:at] + junk + WHOLE[at + len(junk) :], is_title)
    except UnreadableFile as error:
        assert str(error)
