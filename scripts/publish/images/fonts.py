"""The site's typeface, cut to the letters Vietnamese needs. Reads an installed package, writes a cache.

Be Vietnam Pro (SIL Open Font License) comes from PyPI; nothing is fetched when the site is
built. Two subsets a weight, as the browser chooses by ``unicode-range``: latin first,
Vietnamese last.
"""

import hashlib
import io
from collections.abc import Iterator
from importlib import resources
from pathlib import Path, PurePosixPath

import brotli
import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont

from scripts.publish.disk.kept_files import KeptFiles

_PACKAGE = "fontpkg_be_vietnam_pro"
_FOLDER = PurePosixPath("assets/fonts")
_WEIGHTS = {400: "Regular", 600: "SemiBold", 800: "ExtraBold"}
_SUBSETS = {
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,"
    "U+2190-2193,U+2212,U+2215",
    "vietnamese": "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,"
    "U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
}


def font_files(cache: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield the web fonts and their licence; subsets are made once and kept in the folder ``cache``."""
    package = resources.files(_PACKAGE)
    kept = KeptFiles(cache)
    for weight, style in _WEIGHTS.items():
        source = package.joinpath("files", f"BeVietnamPro-{style}.ttf").read_bytes()
        for name, ranges in _SUBSETS.items():
            yield _FOLDER / f"be-vietnam-pro-{weight}-{name}.woff2", _kept_subset(source, ranges, kept)
    kept.forget_unused()
    yield _FOLDER / "OFL.txt", package.joinpath("LICENSE").read_bytes()


def _kept_subset(source: bytes, ranges: str, kept: KeptFiles) -> bytes:
    """Return the cut typeface; the key names the cutter too, whose next version may cut otherwise."""
    key = f"{hashlib.sha256(source).hexdigest()} {ranges} fonttools {fontTools.version} brotli {brotli.__version__}"
    data = kept.get(key)
    if data is None:
        data = _subset(source, ranges)
        kept.put(key, data)
    return data


def _subset(source: bytes, ranges: str) -> bytes:
    options = subset.Options(flavor="woff2", layout_features=["*"], hinting=False, desubroutinize=True)
    with TTFont(io.BytesIO(source), recalcTimestamp=False) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=subset.parse_unicodes(ranges))
        subsetter.subset(font)
        out = io.BytesIO()
        font.flavor = "woff2"
        font.save(out)
    return out.getvalue()
