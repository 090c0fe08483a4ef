"""What the templates are given of photos, covers and recordings: files, sizes, words. Pure, as ``views``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One file of a photo, and how wide it is in pixels."""

    address: str
    width: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo: what it shows, who took it, and its files from narrow to wide."""

    alt: str
    caption: str
    credit: str
    licence: str
    width: int
    height: int
    """Of the widest file: the browser keeps the room free."""
    small: tuple[PictureFile, ...]
    """WebP."""
    plain: tuple[PictureFile, ...]
    """JPEG, for what does not read WebP."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A broadcast that can be listened to, and what is said in it."""

    address: str
    outlet: str
    date: str
    length: str
    licence: str
    transcript: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The face of a story: its photo, or a drawing that the field colours and the place patterns."""

    text: str
    field: str
    pattern: str
    photo: Picture | None = None
