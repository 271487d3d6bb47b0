"""What a printer must know of a PDF, measured from the file and not from its name.

Lengths are in mm, resolutions in pixels per inch at the size at which a picture is
placed. What is not looked through within the time is said to be ``cut_short``.
"""

import time
from typing import BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

MM = 25.4 / 72
CPU_BUDGET = 8
MAX_DEPTH = 6
DEVICE_OPERATORS = {
    "g": "Gray", "G": "Gray", "rg": "RGB", "RG": "RGB", "k": "CMYK", "K": "CMYK",
}  # fmt: skip
PLAIN_BLENDS = {"/Normal", "/Compatible"}
SPACES = {
    "/DeviceGray": "Gray", "/CalGray": "Gray", "/G": "Gray",
    "/DeviceRGB": "RGB", "/CalRGB": "RGB", "/RGB": "RGB",
    "/DeviceCMYK": "CMYK", "/CMYK": "CMYK", "/Lab": "Lab",
}  # fmt: skip
PROCESS = {"/Cyan", "/Magenta", "/Yellow", "/Black", "/All", "/None"}
BY_COMPONENTS = {1: "Gray", 3: "RGB", 4: "CMYK"}
OPERATORS = "q Q cm Do gs g G rg RG k K cs CS Tf Tj TJ ' \" sh BI ID EI"
SHOWN = {"Tj", "TJ", "'", '"'}


def measure(file: BinaryIO) -> dict:
    """The specification of a PDF; of a file that is none, nothing."""
    if file.read(4) != b"%PDF":
        return {}
    with pikepdf.open(file) as pdf:
        return _Measuring(pdf).spec()


class _Measuring:
    """One walk through all pages and what is placed on them."""

    def __init__(self, pdf: pikepdf.Pdf):
        self.pdf = pdf
        self.spaces: set[str] = set()
        self.spots: set[str] = set()
        self.fonts: dict[str, bool] = {}
        self.dpi: float | None = None
        self.is_transparent = self.is_cut_short = False

    def spec(self) -> dict:
        pages = self.pdf.pages
        boxes = _boxes(pages[0])
        sizes = set()
        for page in pages:
            if self._is_late():
                break
            sizes.add(tuple(round(side) for side in _boxes(page)["trim"]))
            self._walk(page, page.get("/Resources"), _IDENTITY, 0)
        allow = self.pdf.allow
        return {
            "kind": "print",
            "pages": len(pages),
            **boxes,
            "has_trim_box": "/TrimBox" in pages[0],
            "one_size": len(sizes) <= 1,
            "spaces": sorted(self.spaces),
            "spots": sorted(self.spots)[:40],
            "dpi": round(self.dpi) if self.dpi else None,
            "fonts": len(self.fonts),
            "fonts_missing": sorted(n for n, kept in self.fonts.items() if not kept)[
                :40
            ],
            "transparency": self.is_transparent,
            "pdfx": _pdfx(self.pdf),
            "intent": _intent(self.pdf),
            "encrypted": self.pdf.is_encrypted,
            "print_restricted": self.pdf.is_encrypted
            and not (allow.print_highres and allow.print_lowres),
            "cut_short": self.is_cut_short,
        }

    def _is_late(self) -> bool:
        self.is_cut_short = self.is_cut_short or time.process_time() > CPU_BUDGET
        return self.is_cut_short

    def _walk(self, content, resources, matrix, depth: int) -> None:
        """Follow the drawing operators of a page or a form, and of forms within it."""
        resources = resources if isinstance(resources, Dictionary) else Dictionary()
        try:
            steps = pikepdf.parse_content_stream(content, OPERATORS)
        except pikepdf.PdfError:
            return
        stack, font = [], None
        for step in steps:
            operator, operands = str(step.operator), step.operands
            if operator == "q":
                stack.append(matrix)
            elif operator == "Q" and stack:
                matrix = stack.pop()
            elif operator == "cm" and len(operands) == 6:
                matrix = _times([float(n) for n in operands], matrix)
            elif operator in DEVICE_OPERATORS:
                self.spaces.add(DEVICE_OPERATORS[operator])
            elif operator == "INLINE IMAGE":
                self._picture(step.iimage.obj, matrix)
            elif operator == "Tf":
                font = _found(resources, "/Font", operands[0])
            elif operator in SHOWN and font is not None:
                # A font that is chosen and never written with does no harm.
                self._font(font)
                font = None
            elif operands and isinstance(operands[0], Name):
                self._named(operator, operands[0], resources, matrix, depth)
            if self._is_late():
                return

    def _named(self, operator, name, resources, matrix, depth) -> None:
        def found(kind):
            return _found(resources, kind, name)

        if operator in ("cs", "CS"):
            self._space(found("/ColorSpace") or name)
        elif operator == "sh" and (shading := found("/Shading")) is not None:
            self._space(shading.get("/ColorSpace"))
        elif operator == "gs" and (state := found("/ExtGState")) is not None:
            self._state(state)
        elif operator == "Do" and (thing := found("/XObject")) is not None:
            if thing.get("/Subtype") == Name.Image:
                self._picture(thing, matrix)
            elif thing.get("/Subtype") == Name.Form and depth < MAX_DEPTH:
                own = [float(n) for n in thing.get("/Matrix", _IDENTITY)]
                inside = thing.get("/Resources", resources)
                self._walk(thing, inside, _times(own, matrix), depth + 1)

    def _picture(self, image, matrix) -> None:
        a, b, c, d = matrix[:4]
        wide, tall = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
        width, height = (int(image.get(k) or image.get(s) or 0) for k, s in _SIDES)
        is_mask = bool(image.get("/ImageMask") or image.get("/IM"))
        self.is_transparent = self.is_transparent or "/SMask" in image
        if not is_mask:
            self._space(image.get("/ColorSpace") or image.get("/CS"))
        if wide and tall and width and height and not is_mask:
            dpi = min(width / wide, height / tall) * 72
            self.dpi = dpi if self.dpi is None else min(self.dpi, dpi)

    def _space(self, space, depth: int = 0) -> None:
        if isinstance(space, Name):
            if label := SPACES.get(str(space)):
                self.spaces.add(label)
            return
        if not isinstance(space, Array) or not len(space) or depth > MAX_DEPTH:
            return
        kind = str(space[0])
        if kind == "/ICCBased":
            self.spaces.add("ICC " + BY_COMPONENTS.get(int(space[1].get("/N", 0)), "?"))
        elif kind in ("/Indexed", "/I") or kind == "/Pattern" and len(space) > 1:
            self._space(space[1], depth + 1)
        elif kind in ("/Separation", "/DeviceN"):
            names = [space[1]] if kind == "/Separation" else space[1]
            names = {str(name) for name in names}
            self.spots |= {name[1:] for name in names - PROCESS}
            if names & PROCESS:
                self.spaces.add("CMYK")
        elif label := SPACES.get(kind):
            self.spaces.add(label)

    def _state(self, state) -> None:
        blend = state.get("/BM", Name.Normal)
        blends = {str(b) for b in blend} if isinstance(blend, Array) else {str(blend)}
        self.is_transparent = self.is_transparent or (
            float(state.get("/ca", 1)) < 1
            or float(state.get("/CA", 1)) < 1
            or isinstance(state.get("/SMask"), Dictionary)
            or bool(blends - PLAIN_BLENDS)
        )

    def _font(self, font) -> None:
        name = str(font.get("/BaseFont", "/?"))[1:].partition("+")
        name = name[2] or name[0]
        if font.get("/Subtype") == Name.Type3:
            return
        if font.get("/Subtype") == Name.Type0:
            font = font.get("/DescendantFonts")[0]
        described = font.get("/FontDescriptor", Dictionary())
        kept = any(f"/FontFile{n}" in described for n in ("", "2", "3"))
        self.fonts[name] = self.fonts.get(name, True) and kept


_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_SIDES = (("/Width", "/W"), ("/Height", "/H"))


def _found(resources, kind: str, name):
    """The resource that an operator names, or None."""
    group = resources.get(kind)
    return group.get(str(name)) if isinstance(group, Dictionary) else None


def _times(m, n):
    """The matrix that does ``m`` and then ``n``."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _boxes(page) -> dict:
    """Trim, bleed and media box as [width, height], and the least bleed of a side."""
    unit = float(page.get("/UserUnit", 1)) * MM
    trim, bleed, media = (
        [float(n) * unit for n in box]
        for box in (page.trimbox, page.bleedbox, page.mediabox)
    )
    boxes = {"trim": _size(trim), "bleed": _size(bleed), "media": _size(media)}
    if int(page.get("/Rotate", 0)) % 180:
        boxes = {name: size[::-1] for name, size in boxes.items()}
    around = (
        min(trim[0], trim[2]) - min(bleed[0], bleed[2]),
        min(trim[1], trim[3]) - min(bleed[1], bleed[3]),
        max(bleed[0], bleed[2]) - max(trim[0], trim[2]),
        max(bleed[1], bleed[3]) - max(trim[1], trim[3]),
    )
    return {**boxes, "bleed_mm": round(max(0, min(around)), 1)}


def _size(box) -> list[float]:
    return [round(abs(box[2] - box[0]), 1), round(abs(box[3] - box[1]), 1)]


def _pdfx(pdf: pikepdf.Pdf) -> str:
    claim = pdf.docinfo.get("/GTS_PDFXConformance") or pdf.docinfo.get(
        "/GTS_PDFXVersion"
    )
    if not claim and "/Metadata" in pdf.Root:
        with pdf.open_metadata(
            set_pikepdf_as_editor=False, update_docinfo=False
        ) as xmp:
            claim = xmp.get("pdfxid:GTS_PDFXVersion") or xmp.get("pdfx:GTS_PDFXVersion")
    return str(claim or "")[:60]


def _intent(pdf: pikepdf.Pdf) -> str:
    for intent in pdf.Root.get("/OutputIntents", []):
        for key in ("/OutputConditionIdentifier", "/OutputCondition", "/Info"):
            if isinstance(intent, Dictionary | Stream) and intent.get(key):
                return str(intent[key])[:80]
    return ""
