"""Shapes as SVG, written short."""

from collections.abc import Iterable, Sequence

from .palettes import Swatches
from .shapes import Group, Path


def to_svg(
    shapes: Sequence,
    width: float,
    height: float,
    swatches: Swatches,
    title: str = "",
    places: int = 0,
) -> str:
    """The drawing as one SVG text; without a title it is marked as decoration.

    `places` is the number of decimals: none will do for a pattern a thousand wide.
    """
    clips: dict[Path, str] = {}
    body = "".join(_elements(shapes, swatches, clips, places))
    named = "".join(
        f'<clipPath id="{name}"><path d="{path_data(path, places)}"/></clipPath>'
        for path, name in clips.items()
    )
    label = f"<title>{_escape(title)}</title>" if title else ""
    role = "" if title else ' aria-hidden="true"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}"'
        f' width="{width:g}" height="{height:g}"'
        f' preserveAspectRatio="xMidYMid slice"{role}>{label}'
        f"{f'<defs>{named}</defs>' if named else ''}{body}</svg>"
    )


def _elements(
    shapes: Sequence, swatches: Swatches, clips: dict[Path, str], places: int
) -> Iterable[str]:
    for shape in shapes:
        if isinstance(shape, Group):
            moved = ""
            if shape.matrix != (1, 0, 0, 1, 0, 0):
                numbers = " ".join(f"{n:.4g}" for n in shape.matrix)
                moved = f' transform="matrix({numbers})"'
            inner = "".join(_elements(shape.shapes, swatches, clips, places))
            yield f"<g{moved}{_clipped(shape.clip, clips)}>{inner}</g>"
            continue
        fill = swatches.get(shape.fill, shape.fill) if shape.fill else "none"
        stroke = ""
        if shape.stroke:
            colour = swatches.get(shape.stroke, shape.stroke)
            stroke = (
                f' stroke="{colour}" stroke-width="{shape.width:.3g}"'
                ' stroke-linecap="round" stroke-linejoin="round"'
            )
            if shape.dash:
                stroke += (
                    f' stroke-dasharray="{" ".join(f"{d:g}" for d in shape.dash)}"'
                )
        clip = _clipped(shape.clip, clips)
        yield f'<path d="{path_data(shape.path, places)}" fill="{fill}"{stroke}{clip}/>'


def _clipped(path: Path | None, clips: dict[Path, str]) -> str:
    if path is None:
        return ""
    name = clips.setdefault(path, f"c{len(clips)}")
    return f' clip-path="url(#{name})"'


def path_data(path: Path, places: int = 0) -> str:
    """A path as SVG data, relative and rounded so that little is said twice."""
    factor = 10**places
    parts: list[str] = []
    here = start = (0, 0)
    last = ""
    for name, *numbers in path:
        if name == "Z":
            parts.append("z")
            here, last = start, "z"
            continue
        whole = [round(n * factor) for n in numbers]
        moved = [n - here[i % 2] for i, n in enumerate(whole)]
        here = (whole[-2], whole[-1])
        letter = name.lower()
        if name == "M":
            start = here
        if name == "L" and moved[1] == 0:
            letter, moved = "h", moved[:1]
        elif name == "L" and moved[0] == 0:
            letter, moved = "v", moved[1:]
        # a repeated command goes without its letter
        text = "" if letter == last and letter != "m" else letter
        for n in moved:
            digits = f"{n / factor:g}"
            bare = text == letter or digits.startswith("-")
            text += digits if bare else f" {digits}"
        parts.append(text)
        last = letter
    return "".join(parts)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
