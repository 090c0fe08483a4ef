"""A recording in two: its sound, and the rest. Pure."""

from dataclasses import dataclass


class NotSoundError(Exception):
    """The bytes are no whole recording of the kind they should be; the message is for who writes the tests."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What is known of a recording; what is published of it is ``bare``, and no byte of ``rest``."""

    seconds: float
    """How long it plays: counted, where the container lets it be counted."""
    bare: bytes
    """A file of the same kind with the same sound, without tags, pictures and whatever else; the same each time."""
    rest: tuple[bytes, ...]
    """Everything that is no sound, as it was."""
