"""The library register from a CSV file: read, shown, and saved whole or not at all."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from stdnum import isil

from core.csv_files import Row, UnreadableFile, read_rows

from .models import Library, Region

# What a column is called in a file, and the field that it fills.
COLUMNS = {
    "isil": "isil",
    "navn": "name",
    "kommune": "municipality",
    "kommunekode": "municipality_code",
    "landsdel": "area",
    "centralbibliotek": "region",
    "område er en antagelse": "region_is_assumed",
    "er centralbibliotek": "is_central",
    "telefon": "phone",
    "e-mail": "email",
    "hjemmeside": "website",
    "søgeadresse": "search_address",
    "med": "is_active",
    "note": "note",
}
# Other names for the same. The last one says itself that it is an assumption.
ALIASES = {
    "biblioteksnummer": "isil",
    "email": "e-mail",
    "mail": "e-mail",
    "tlf": "telefon",
    "område": "centralbibliotek",
    "aktiv": "med",
    "centralbibliotek_eksempel": "centralbibliotek",
}
ASSUMED_COLUMN = "centralbibliotek_eksempel"
TRUE = {"1", "ja", "x", "sand", "true"}
FALSE = {"0", "nej", "falsk", "false"}
FLAGS = {"region_is_assumed", "is_central", "is_active"}
# The parts of the country, as Statistics Denmark divides it.
AREAS = {
    name.lower(): name
    for name in (
        "Bornholm",
        "Byen København",
        "Fyn",
        "Københavns omegn",
        "Nordjylland",
        "Nordsjælland",
        "Sydjylland",
        "Vest- og Sydsjælland",
        "Vestjylland",
        "Østjylland",
        "Østsjælland",
    )
}
# These two are not called "<name> Kommune".
MUNICIPALITY_NAMES = {
    "København": "Københavns Kommune",
    "Bornholm": "Bornholms Regionskommune",
}


@dataclass(frozen=True)
class RowError:
    """What is wrong, and where in the file."""

    line: int
    column: str
    text: str


@dataclass
class Plan:
    """What saving would do; it can be saved when there are no errors."""

    new: list[Library] = field(default_factory=list)
    changed: list[tuple[Library, dict[str, tuple]]] = field(default_factory=list)
    unchanged: int = 0
    errors: list[RowError] = field(default_factory=list)
    ignored_columns: list[str] = field(default_factory=list)


def neutral_name(municipality: str) -> str:
    """What to call a library system whose own name we do not know."""
    place = MUNICIPALITY_NAMES.get(municipality, f"{municipality} Kommune")
    return f"Bibliotekerne i {place}"


def plan_import(data: bytes) -> Plan:
    """Read the file and say what it would change. Nothing is saved.

    A library is known by its ISIL. A column that is missing, and a cell that is empty,
    leave what is there.
    """
    headings, rows = read_rows(data)
    names = {heading: _column(heading) for heading in headings}
    known = [name for name in names.values() if name]
    if len(known) != len(set(known)):
        raise UnreadableFile(_("To af overskrifterne betyder det samme."))
    if "isil" not in known:
        raise UnreadableFile(
            _("Der mangler en overskrift med navnet isil. Filen har: %(names)s.")
            % {"names": ", ".join(filter(None, headings))}
        )
    plan = Plan(
        ignored_columns=[
            heading for heading, name in names.items() if heading and not name
        ]
    )
    reader = _RowReader(names, plan)
    for row in rows:
        reader.read(row)
    reader.check_central_libraries()
    return plan


def _column(heading: str) -> str:
    name = heading.replace("_", " ") if heading not in ALIASES else heading
    name = ALIASES.get(name, name)
    return name if name in COLUMNS else ""


@transaction.atomic
def save_import(plan: Plan) -> None:
    """Save what was planned, all of it."""
    if plan.errors:
        raise ValueError("A plan with errors is not saved.")
    taken = set(Library.objects.values_list("slug", flat=True))
    for library in plan.new:
        library.slug = library.free_slug(taken)
        taken.add(library.slug)
    changed = [library for library, _changes in plan.changed]
    fields = [name for name in COLUMNS.values() if name != "isil"]
    # An area has one central library: those that swap give their places free first.
    Library.objects.filter(pk__in=[library.pk for library in changed]).update(
        is_central=False
    )
    Library.objects.bulk_update(changed, fields, batch_size=200)
    Library.objects.bulk_create(plan.new, batch_size=200)


class _RowReader:
    """Turns rows into planned libraries, and notes what is wrong with them."""

    def __init__(self, names: dict[str, str], plan: Plan):
        self.names = {heading: name for heading, name in names.items() if name}
        self.columns = set(self.names.values())
        self.file_says_who_is_central = "er centralbibliotek" in self.columns
        self.plan = plan
        self.libraries = {
            library.isil: library
            for library in Library.objects.select_related("region")
        }
        self.regions = {region.name.lower(): region for region in Region.objects.all()}
        self.lines: dict[str, int] = {}

    def read(self, row: Row) -> None:
        """Plan one row."""
        number = isil.format(self._cell(row, "isil"))
        if not number:
            return self._error(row, "isil", _("ISIL mangler."))
        if number in self.lines:
            return self._error(
                row,
                "isil",
                _("%(isil)s står også i linje %(line)s.")
                % {"isil": number, "line": self.lines[number]},
            )
        self.lines[number] = row.line
        library = self.libraries.get(number)
        is_new = library is None
        library = library or Library(isil=number)
        before = {name: getattr(library, name) for name in COLUMNS.values()}
        before_errors = len(self.plan.errors)
        self._fill(library, row)
        self._clean(library, row)
        self.libraries[number] = library
        if len(self.plan.errors) > before_errors:
            return None
        if is_new:
            self.plan.new.append(library)
            return None
        changes = {
            name: (old, getattr(library, name))
            for name, old in before.items()
            if old != getattr(library, name)
        }
        if changes:
            self.plan.changed.append((library, changes))
        else:
            self.plan.unchanged += 1
        return None

    def _cell(self, row: Row, column: str) -> str:
        for heading, name in self.names.items():
            if name == column:
                return row.cells[heading]
        return ""

    def _fill(self, library: Library, row: Row) -> None:
        for heading, column in self.names.items():
            cell, name = row.cells[heading], COLUMNS[column]
            if not cell or column == "isil":
                continue
            if column == "centralbibliotek":
                self._fill_region(library, row, heading)
            elif name == "area":
                self._fill_area(library, row, heading)
            elif name in FLAGS:
                self._fill_flag(library, row, heading, name)
            else:
                setattr(library, name, cell)
        if not library.name and library.municipality:
            library.name = neutral_name(library.municipality)
        if not self.file_says_who_is_central and "centralbibliotek" in self.columns:
            region = library.region
            library.is_central = bool(region and region.name == library.municipality)
        if library.is_central:
            library.region_is_assumed = False  # its own area is no guess

    def _fill_region(self, library: Library, row: Row, heading: str) -> None:
        region = self.regions.get(row.cells[heading].lower())
        if not region:
            text = _("%(value)s er ikke et centralbibliotek. Det er %(names)s.") % {
                "value": row.cells[heading],
                "names": ", ".join(region.name for region in self.regions.values()),
            }
            return self._error(row, "centralbibliotek", text)
        assumed = heading == ASSUMED_COLUMN
        # A guess never overwrites what a central library has confirmed.
        if assumed and library.region and not library.region_is_assumed:
            return None
        library.region = region
        library.region_is_assumed = assumed
        return None

    def _fill_area(self, library: Library, row: Row, heading: str) -> None:
        area = AREAS.get(row.cells[heading].lower())
        if not area:
            text = _("%(value)s er ikke en landsdel. Det er %(names)s.") % {
                "value": row.cells[heading],
                "names": ", ".join(AREAS.values()),
            }
            return self._error(row, "landsdel", text)
        library.area = area
        return None

    def _fill_flag(self, library: Library, row: Row, heading: str, name: str) -> None:
        value = row.cells[heading].lower()
        if value not in TRUE | FALSE:
            return self._error(row, self.names[heading], _("Skriv ja eller nej."))
        return setattr(library, name, value in TRUE)

    def _clean(self, library: Library, row: Row) -> None:
        columns = {name: column for column, name in COLUMNS.items()}
        try:
            # The region is one that was found: asking again would cost a query a row.
            library.clean_fields(exclude=["slug", "region"])
        except ValidationError as error:
            for name, texts in error.message_dict.items():
                self._error(row, columns.get(name, ""), " ".join(texts))
        if library.is_central and not library.region:
            self._error(
                row, "centralbibliotek", _("Et centralbibliotek skal have et område.")
            )

    def check_central_libraries(self) -> None:
        """One central library an area, the whole register taken together."""
        found: dict[int, Library] = {}
        for library in self.libraries.values():
            if not (library.is_central and library.region_id):
                continue
            other = found.setdefault(library.region_id, library)
            if other is not library:
                later = max(library, other, key=lambda one: self.lines.get(one.isil, 0))
                self.plan.errors.append(
                    RowError(
                        self.lines.get(later.isil, 0),
                        "er centralbibliotek",
                        _("%(region)s har to centralbiblioteker: %(a)s og %(b)s.")
                        % {"region": library.region, "a": other, "b": library},
                    )
                )

    def _error(self, row: Row, column: str, text: str) -> None:
        self.plan.errors.append(RowError(row.line, column, text))
