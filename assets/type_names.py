"""What the types of files are called by people who do not have the programs."""

from django.utils.translation import gettext_lazy as _

_ILLUSTRATION, _DOCUMENT = _("Tegning"), _("Dokument")
_PHOTOSHOP, _INDESIGN = _("Photoshop-fil"), _("InDesign-fil")
_PICTURE, _FILM, _SOUND, _FONT = _("Billede"), _("Film"), _("Lyd"), _("Skrift")

TYPE_NAMES = {
    "AI": _("Illustrator-fil"),
    "CSV": _("Regneark"),
    "DOCX": _("Word-dokument"),
    "EPS": _ILLUSTRATION,
    "IDML": _INDESIGN,
    "INDD": _INDESIGN,
    "M4A": _SOUND,
    "MOV": _FILM,
    "MP3": _SOUND,
    "MP4": _FILM,
    "OTF": _FONT,
    "PDF": _DOCUMENT,
    "PPTX": _("PowerPoint-præsentation"),
    "PSB": _PHOTOSHOP,
    "PSD": _PHOTOSHOP,
    "SVG": _ILLUSTRATION,
    "TTF": _FONT,
    "TXT": _("Ren tekst"),
    "VTT": _("Undertekster"),
    "WAV": _SOUND,
    "XLSX": _("Excel-regneark"),
    "ZIP": _("Pakke med filer"),
} | dict.fromkeys(
    ["AVIF", "GIF", "JPEG", "JPG", "PNG", "TIF", "TIFF", "WEBP"], _PICTURE
)


def type_name(extension: str) -> str:
    """Return the name of a type by its extension in capitals."""
    return str(TYPE_NAMES.get(extension, _("Fil")))
