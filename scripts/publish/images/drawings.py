"""The site's line drawings as masks for pictures. Reads the SVG files in ``docs/assets/img``; pure otherwise.

Only what our own drawings use: groups, paths, ellipses, ``use``, ``transform``, ``opacity``. One
tile repeats without a seam, as it does on the pages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from fontTools.misc.transform import Identity, Transform
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from PIL import Image, ImageDraw

_SVG = "{http://www.w3.org/2000/svg}"
_FINER = 3
"""Drawn so many times larger, then made small: smooth edges."""
_STEPS = 10
_CALL = re.compile(r"(\w+)\(([^)]*)\)")
_CIRCLE = 0.5523
"""How far the handles of a Bézier quarter circle reach, in radii."""

Line = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class _Stroke:
    line: Line
    strength: float
    filled: bool


def load_drawing(file: Path, scale: float) -> Image.Image:
    """Return one tile of the drawing in ``file``: how strongly each pixel is inked, 0 to 255."""
    root = ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 - our own file, from the repository
    size = [round(float(number) * scale) for number in root.attrib["viewBox"].split()[2:]]
    tile = Image.new("L", (size[0] * _FINER, size[1] * _FINER))
    pen = ImageDraw.Draw(tile)
    zoom = scale * _FINER
    width = round(float(root.attrib["stroke-width"]) * zoom)
    for stroke in _strokes(root, root, Identity.scale(zoom, zoom), 1.0, filled=False):
        ink = round(255 * stroke.strength)
        if stroke.filled:
            pen.polygon(stroke.line, fill=ink)
        else:
            pen.line(stroke.line, fill=ink, width=width, joint="curve")
    return tile.resize((size[0], size[1]), Image.Resampling.BOX)


def _strokes(
    root: ET.Element, element: ET.Element, place: Transform, strength: float, *, filled: bool
) -> Iterator[_Stroke]:
    place = place.transform(_transform(element.attrib.get("transform", "")))
    strength *= float(element.attrib.get("opacity", "1"))
    filled = element.attrib.get("fill", "#000" if filled else "none") != "none"
    name = element.tag.removeprefix(_SVG)
    if name == "use":
        place = place.translate(float(element.attrib.get("x", "0")), float(element.attrib.get("y", "0")))
        target = root.find(f".//*[@id='{element.attrib['href'][1:]}']")
        if target is not None:
            yield from _strokes(root, target, place, strength, filled=filled)
    elif name in ("path", "ellipse"):
        for line in _lines(element):
            yield _Stroke([place.transformPoint(point) for point in line], strength, filled)
    for child in element:
        yield from _strokes(root, child, place, strength, filled=filled)


def _transform(text: str) -> Transform:
    whole = Identity
    for name, numbers in _CALL.findall(text):
        values = [float(number) for number in numbers.replace(",", " ").split()]
        if name == "translate":
            whole = whole.translate(*values)
        elif name == "matrix":
            whole = whole.transform(values)
        elif name == "rotate":
            angle, x, y = values
            whole = whole.translate(x, y).rotate(angle * 3.141592653589793 / 180).translate(-x, -y)
    return whole


def _lines(element: ET.Element) -> Iterator[Line]:
    """Yield the outline of a shape as straight lines."""
    pen = RecordingPen()
    parse_path(element.attrib.get("d") or _ellipse_path(element), pen)
    line: Line = []
    for command, points in pen.value:
        if command == "moveTo":
            line = [points[0]]
        elif command == "lineTo":
            line.append(points[0])
        elif command == "curveTo":
            line += _curve(line[-1], *points)
        elif command == "closePath":
            yield [*line, line[0]]
        elif command == "endPath":
            yield line


def _curve(
    start: tuple[float, float], one: tuple[float, float], two: tuple[float, float], end: tuple[float, float]
) -> Line:
    points: Line = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        corners = (start, one, two, end)
        x = sum(weight * corner[0] for weight, corner in zip(weights, corners, strict=True))
        y = sum(weight * corner[1] for weight, corner in zip(weights, corners, strict=True))
        points.append((x, y))
    return points


def _ellipse_path(element: ET.Element) -> str:
    cx, cy, rx, ry = (float(element.attrib[name]) for name in ("cx", "cy", "rx", "ry"))
    kx, ky = rx * _CIRCLE, ry * _CIRCLE
    return (
        f"M{cx - rx} {cy}C{cx - rx} {cy - ky} {cx - kx} {cy - ry} {cx} {cy - ry}"
        f"C{cx + kx} {cy - ry} {cx + rx} {cy - ky} {cx + rx} {cy}"
        f"C{cx + rx} {cy + ky} {cx + kx} {cy + ry} {cx} {cy + ry}"
        f"C{cx - kx} {cy + ry} {cx - rx} {cy + ky} {cx - rx} {cy}Z"
    )
