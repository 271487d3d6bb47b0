import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.csv_files import (
    FORMULA_STARTS,
    MAX_ROWS,
    UnreadableFile,
    neutral,
    original,
    read_rows,
    written,
)

TEXT = "isil;kommune\r\nDK-785100;Aalborg\r\nDK-782500;Læsø\r\n"
CELLS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\0"),
    max_size=20,
).map(str.strip)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_encoding_and_the_delimiter_are_found(encoding, delimiter):
    headings, rows = read_rows(TEXT.replace(";", delimiter).encode(encoding))
    assert headings == ["isil", "kommune"]
    assert rows[1].cells == {"isil": "DK-782500", "kommune": "Læsø"}
    assert rows[1].line == 3


def test_the_lines_are_those_of_the_file():
    _headings, rows = read_rows(b'isil;note\n\nA;"to\nlinjer"\n\n;\nB;x\n')
    assert [(row.line, row.cells["note"]) for row in rows] == [
        (4, "to\nlinjer"),
        (7, "x"),
    ]


def test_missing_cells_at_the_end_are_empty():
    assert read_rows(b"isil;navn;note\nA\n")[1][0].cells == {
        "isil": "A",
        "navn": "",
        "note": "",
    }


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", "Filen er tom"),
        (b"\n;;\n", "Filen er tom"),
        (b"\xff\xfe\x00", "ikke en CSV-fil"),
        (b"PK\x03\x04\x00\x00\x81", "ikke en CSV-fil"),
        (b"isil;kommune\nA;B;C\n", "Linje 2 har flere felter"),
        (b"isil;isil\nA;B\n", "isil står to gange"),
        (b'isil;navn\nA;"B\n', "kan ikke læses"),
        (b"isil\n" + b"A\n" * (MAX_ROWS + 1), "mere end 20.000"),
        (b"x" * (10 * 1024 * 1024 + 1), "større end 10 MB"),
    ],
)
def test_what_cannot_be_read_is_told_in_danish(data, text):
    with pytest.raises(UnreadableFile, match=text):
        read_rows(data)


@pytest.mark.parametrize("cell", ["=1+1", "+45 12", "-x", "@a", "\tb", "'=1"])
def test_a_formula_is_made_text(cell):
    assert neutral(cell) == f"'{cell}"
    assert original(neutral(cell)) == cell


@given(st.text())
def test_no_cell_begins_a_formula_and_each_comes_back(cell):
    assert not neutral(cell).startswith(FORMULA_STARTS)
    assert original(neutral(cell)) == cell


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3).filter(any), max_size=8))
def test_what_is_written_is_read_back(table):
    data = "".join(written(["a", "b", "c"], table)).encode()
    _headings, rows = read_rows(data)
    assert [list(row.cells.values()) for row in rows] == table


@given(st.binary(max_size=300))
def test_any_file_is_read_or_refused(data):
    try:
        headings, rows = read_rows(data)
    except UnreadableFile:
        return
    assert headings
    assert all(set(row.cells) == set(headings) for row in rows)


def test_danish_excel_opens_it_as_meant():
    data = "".join(written(["navn"], [["Læsø"], ["a;b"]])).encode()
    assert data.startswith(b"\xef\xbb\xbfnavn\r\n")
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
    assert list(rows) == [["navn"], ["Læsø"], ["a;b"]]
