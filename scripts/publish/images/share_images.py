"""Draw the pictures that stand for pages when their links are shared. Reads the font and the drawings.

Sixteen colours in a PNG of four bits a pixel: paper to ink for the title, paper to the field's
colour for its name, the colour to paper for the band. So every picture of a drawing shares one
ground and differs in its words and its palette, and costs milliseconds and a few kilobytes.
"""

import hashlib
import io
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageFont

from scripts.publish.images.drawings import load_drawing
from scripts.render.machines.share import HEIGHT, WIDTH, ShareCard

_PAPER, _INK = (0xFB, 0xF9, 0xF4), (0x1B, 0x24, 0x21)
_INK_RAMP = (0, 1, 2, 3, 4, 5)
_COLOUR_RAMP = (0, 6, 7, 8, 9)
_BAND_RAMP = (9, 10, 11, 12, 13, 14, 15)
"""Places in the palette: of paper to ink, of paper to colour, of colour to paper."""

_MARGIN, _BAND_TOP = 76, 458
_LABEL_TOP, _TITLE_TOP, _TITLE_BOTTOM = 62, 128, _BAND_TOP - 36
_TITLE_SIZES = (100, 92, 84, 76, 68, 60, 52, 46, 40)
_LEADING = 1.22
_ACCENTS = 0.25
"""How far Ẩ and Ẫ reach above the line, and ạ below, in sizes."""
_CLEAR, _FADE = 560, 240
"""Where the drawing is left out for the site's name, and over how many pixels it comes in."""

_CLOSE_ENOUGH = 0.25
"""In sizes of the type: lines this much alike are equally long."""
_ZOOM = 1.6
"""Pixels a unit of the drawings."""
_ANY = [0, *[255] * 255]
_FONT = "fontpkg_be_vietnam_pro"

Lines = Sequence[str]


class SharePictures:
    """Draws cards; what they have in common is drawn once."""

    def __init__(self, drawings: Path) -> None:
        self._drawings = drawings
        self._grounds: dict[tuple[str, str], Image.Image] = {}

    def picture(self, card: ShareCard) -> bytes:
        """Return the PNG of ``card``."""
        words = self._ground(card.pattern, card.site).copy()
        label = " · ".join(filter(None, (card.field, card.place)))
        _write(words, (label,), _font("SemiBold", 32), _LABEL_TOP, _COLOUR_RAMP)
        font, lines = _fit(card.title)
        room = _TITLE_BOTTOM - _TITLE_TOP
        top = _TITLE_TOP + max(0, (room - round(len(lines) * font.size * _LEADING)) // 2)
        _write(words, lines, font, top, _INK_RAMP)
        image = Image.frombytes("P", words.size, words.tobytes())
        image.putpalette(_palette(card.colour))
        file = io.BytesIO()
        image.save(file, "PNG", bits=4, compress_level=4)
        return file.getvalue()

    def _ground(self, pattern: str, site: str) -> Image.Image:
        """Return paper, the band with its drawing, and the name of the site on it."""
        if (pattern, site) not in self._grounds:
            self._grounds[pattern, site] = self._draw_ground(pattern, site)
        return self._grounds[pattern, site]

    def _draw_ground(self, pattern: str, site: str) -> Image.Image:
        ground = Image.new("L", (WIDTH, HEIGHT), _INK_RAMP[0])
        band = Image.new("L", (WIDTH, HEIGHT - _BAND_TOP))
        tile = load_drawing(self._drawings / f"{pattern}.svg", _ZOOM)
        for left in range(0, WIDTH, tile.width):
            for top in range(0, band.height, tile.height):
                band.paste(tile, (left, top))
        fade = Image.linear_gradient("L").rotate(90).resize((_FADE, band.height))
        veil = Image.new("L", band.size, 255)
        veil.paste(0, (0, 0, _CLEAR, band.height))
        veil.paste(fade, (_CLEAR, 0))
        quiet = Image.composite(band, Image.new("L", band.size), veil).point([value * 3 // 4 for value in range(256)])
        pen = ImageDraw.Draw(quiet)
        pen.text((_MARGIN, band.height // 2), site, font=_font("ExtraBold", 40), fill=255, anchor="lm")
        ground.paste(quiet.point(_steps(_BAND_RAMP)), (0, _BAND_TOP))
        return ground


def share_images(
    cards: Iterable[ShareCard], drawings: Path, kept: MutableMapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield the address and PNG of each card, once each; ``kept`` holds what was drawn before.

    A kept picture is used again only if it was drawn from the same words by the same drawing,
    font and library.
    """
    maker = SharePictures(drawings)
    tools = _tools(drawings)
    for card in {card.address: card for card in cards}.values():
        key = f"{tools}-{card.address}"
        picture = kept.get(key)
        if picture is None:
            picture = maker.picture(card)
            kept[key] = picture
        yield card.address, picture


def _tools(drawings: Path) -> str:
    """Return a hash over what every picture is made with."""
    digest = hashlib.sha256(PIL.__version__.encode())
    for file in sorted(drawings.glob("*.svg")):
        digest.update(file.read_bytes())
    for style in ("SemiBold", "ExtraBold"):
        digest.update(_font_bytes(style))
    return digest.hexdigest()[:16]


def _font_bytes(style: str) -> bytes:
    return resources.files(_FONT).joinpath("files", f"BeVietnamPro-{style}.ttf").read_bytes()


@lru_cache(maxsize=16)
def _font(style: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(io.BytesIO(_font_bytes(style)), size, layout_engine=ImageFont.Layout.BASIC)


def _fit(title: str) -> tuple[ImageFont.FreeTypeFont, Lines]:
    """Return the largest type in which ``title`` fits, and its lines, about equally long."""
    words = title.split()
    widths = [_width(word) for word in words]
    for size in _TITLE_SIZES:
        room = (WIDTH - 2 * _MARGIN) / size
        lines = _wrap(words, widths, room)
        if len(lines) * size * _LEADING <= _TITLE_BOTTOM - _TITLE_TOP and max(widths, default=0.0) <= room:
            break
    narrow, wide = room / max(len(lines), 1), room
    while wide - narrow > _CLOSE_ENOUGH:
        middle = (narrow + wide) / 2
        if len(_wrap(words, widths, middle)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return _font("ExtraBold", size), _wrap(words, widths, wide)


@lru_cache(maxsize=16_384)
def _width(word: str) -> float:
    """Return the width of ``word`` in sizes of the type; syllables are few, so most are known already."""
    size = _TITLE_SIZES[0]
    return _font("ExtraBold", size).getlength(word) / size


def _wrap(words: Sequence[str], widths: Sequence[float], room: float) -> Lines:
    lines: list[str] = []
    space, used = _width(" "), 0.0
    for word, width in zip(words, widths, strict=True):
        if lines and used + space + width <= room:
            lines[-1] += f" {word}"
            used += space + width
        else:
            lines.append(word)
            used = width
    return lines


def _write(image: Image.Image, lines: Lines, font: ImageFont.FreeTypeFont, top: int, ramp: Sequence[int]) -> None:
    """Write ``lines`` on plain paper, in the colours of ``ramp``."""
    step = round(font.size * _LEADING)
    above = round(font.size * _ACCENTS)
    strip = Image.new("L", (WIDTH - 2 * _MARGIN + 20, 2 * above + step * len(lines)))
    pen = ImageDraw.Draw(strip)
    for number, line in enumerate(lines):
        pen.text((0, above + number * step), line, font=font, fill=255)
    inked = strip.point(_steps(ramp))
    image.paste(inked, (_MARGIN, top - above), inked.point(_ANY))


def _steps(ramp: Sequence[int]) -> list[int]:
    """Return the table from 0..255 to the places of ``ramp``."""
    return [ramp[round(value * (len(ramp) - 1) / 255)] for value in range(256)]


def _palette(colour: str) -> list[int]:
    strong = (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))
    places: list[tuple[int, ...]] = [_PAPER] * 16
    for ramp, low, high in (
        (_INK_RAMP, _PAPER, _INK),
        (_COLOUR_RAMP, _PAPER, strong),
        (_BAND_RAMP, strong, _PAPER),
    ):
        for number, place in enumerate(ramp):
            share = number / (len(ramp) - 1)
            places[place] = tuple(round(a + (b - a) * share) for a, b in zip(low, high, strict=True))
    return [part for place in places for part in place]
