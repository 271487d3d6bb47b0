"""PDF files as printers get them, good and bad, each with one thing about it."""

import io
import zipfile

import pikepdf
from pikepdf import Array, Dictionary, Name

MM = 72 / 25.4


def pdf(
    content: bytes = b"0 0 0 1 k 0 0 9 9 re f",
    trim: tuple[float, float] = (297, 420),
    bleed: float = 3,
    pages: int = 1,
    resources: dict | None = None,
    claim: str = "",
    **save,
) -> bytes:
    """A PDF of empty sheets with ``content`` on them; measures in mm."""
    made = pikepdf.new()
    width, height = (side + 2 * bleed for side in trim)
    for _page in range(pages):
        page = made.add_blank_page(page_size=(width * MM, height * MM))
        page.obj.TrimBox = Array(
            [bleed * MM, bleed * MM, (width - bleed) * MM, (height - bleed) * MM]
        )
        page.obj.Contents = made.make_stream(content)
        if resources:
            page.obj.Resources = made.make_indirect(Dictionary(resources))
    if claim:
        made.docinfo["/GTS_PDFXVersion"] = claim
    out = io.BytesIO()
    made.save(out, **save)
    return out.getvalue()


def with_picture(pixels: int, side_mm: float, space: Name = Name.DeviceCMYK) -> bytes:
    """A square picture of ``pixels``, placed ``side_mm`` wide."""
    made = pikepdf.open(io.BytesIO(pdf()))
    count = {Name.DeviceCMYK: 4, Name.DeviceRGB: 3}[space]
    image = made.make_stream(bytes(pixels * pixels * count))
    image.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=pixels, Height=pixels,
            BitsPerComponent=8, ColorSpace=space,
        )
    )  # fmt: skip
    page = made.pages[0].obj
    page.Resources = Dictionary(XObject=Dictionary(Im=image))
    side = side_mm * MM
    page.Contents = made.make_stream(
        f"q 0.5 0 0 0.5 0 0 cm q {2 * side} 0 0 {2 * side} 0 0 cm /Im Do Q Q".encode()
    )
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


HELVETICA = {
    "/Font": Dictionary(
        F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
}
SPOT = {
    "/ColorSpace": Dictionary(
        Guld=Array(
            [
                Name.Separation,
                Name("/PANTONE 871 C"),
                Name.DeviceCMYK,
                Dictionary(
                    FunctionType=2, N=1, Domain=Array([0, 1]),
                    C0=Array([0, 0, 0, 0]), C1=Array([0, 0.2, 0.6, 0.3]),
                ),
            ]
        )
    )
}  # fmt: skip
FAINT = {"/ExtGState": Dictionary(S=Dictionary(ca=0.5))}


def locked(**allow: bool) -> bytes:
    """A PDF that opens freely but forbids what ``allow`` says."""
    lock = pikepdf.Encryption(owner="ejer", allow=pikepdf.Permissions(**allow))
    return pdf(encryption=lock)


def with_password() -> bytes:
    """A PDF that does not open without its password."""
    return pdf(encryption=pikepdf.Encryption(owner="ejer", user="hemmelig"))


def banner(members: dict[str, bytes] | None = None) -> bytes:
    """A banner in a zip: a page, its script and its still picture."""
    from . import samples

    page = (
        b'<!doctype html><meta name="ad.size" content="width=300,height=250">'
        b'<script>var clickTag = "https://bibliotek.dk/";</script>'
        b'<p id="p">Kom</p><script src="kode.js"></script>'
    )
    files = {
        "index.html": page,
        "kode.js": b"document.getElementById('p').textContent = 'Kom ind'",
        "backup.png": samples.picture("PNG", size=(300, 250)),
        **(members or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
