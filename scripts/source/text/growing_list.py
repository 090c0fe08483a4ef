"""A list in ``content/`` to which commands add and from which nobody takes: one entry a line. Reads.

What it says was taken down must never come back by a slip of the keyboard; so a line is added
only where the whole file still reads as what it was, and the new entry.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import Value, parse_yaml
from scripts.source.text.text_file import read_text

Entry = Mapping[str, str]


class ListError(Exception):
    """The file is written in a way that no line can be added to; the message says what to do, in Vietnamese."""


def with_entries(file: Path, header: str, entries: Sequence[Entry]) -> str:
    """Return what ``file`` shall hold with ``entries`` more, all else as it was; raises ``ListError``.

    ``header`` opens a file that does not exist yet.
    """
    source = read_text(file)[0] if file.exists() else SourceText(header)
    text = source.text if source else ""
    text += "\n" if text and not text.endswith("\n") else ""
    lines = (", ".join(f"{name}: {value}" for name, value in entry.items()) for entry in entries)
    after = text + "".join(f"- {{{line}}}\n" for line in lines)
    before, _ = parse_yaml(SourceText(text))
    document, problems = parse_yaml(SourceText(after))
    added: list[Value] = [dict(entry) for entry in entries]
    if problems or document.value != [*(before.value or []), *added]:
        message = "Máy không thêm được dòng vào danh sách này. Hãy viết mỗi mục một dòng, mở bằng “- ” ở sát lề."
        raise ListError(message)
    return after
