"""The approval block as lines of a story file: where it stands, and the file with another one. Pure."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from scripts.source.text.front_matter import SplitStory, split_story
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import Value

_QUOTED = ("by", "document")


class BlockError(Exception):
    """The block cannot be written without touching other lines; the message says what to do, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Approving:
    """What ``approve`` was told, as text, not checked yet."""

    by: str
    document: str
    date: str
    digest: str

    @property
    def entries(self) -> Mapping[str, str]:
        """The keys of the block, in the order they are written."""
        return {"by": self.by, "document": self.document, "date": self.date, "digest": self.digest}


def lines_of_key(parts: SplitStory, name: str) -> range:
    """Return which lines of the file (counted from 0) hold the top-level key ``name`` and its value.

    A comment that follows it at the left edge belongs to what comes after.
    """
    mark = parts.document.key_marks.get((name,)) if parts.document else None
    if mark is None:
        return range(0)
    lines, first, indent = parts.source.lines, mark.line - 1, mark.column - 1
    end = first + 1
    for index in range(first + 1, parts.body.first_line - 2):
        line = lines[index]
        if not line.strip():
            continue
        if len(line) - len(line.lstrip(" ")) <= indent and not line[indent:].startswith("- "):
            break
        end = index + 1
    return range(first, end)


def with_approval(text: str, approving: Approving) -> str:
    r"""Return the story ``text`` with ``approving`` as the last block of its front matter, all else as it was.

    Lines end as the first line of ``text`` does (``\n`` or ``\r\n``). Raises ``BlockError``.
    """
    if "\r" in text.replace("\r\n", ""):
        message = "Tệp dùng dấu xuống dòng kiểu cũ. Hãy chạy: python -m scripts tidy, rồi duyệt lại."
        raise BlockError(message)
    before, _ = split_story(SourceText(text))
    expected = {**_values(before), "approval": dict(approving.entries)}
    lines = before.source.lines
    end = "\r" if lines[0].endswith("\r") else ""
    block = lines_of_key(before, "approval")
    fence = before.body.first_line - 2
    kept = [line for index, line in enumerate(lines[:fence]) if index not in block]
    indent = " " * _left_edge(before)
    written = [f"{indent}approval:"]
    written += [f"{indent}  {name}: {_scalar(name, value)}" for name, value in approving.entries.items()]
    after = "\n".join([*kept, *(line + end for line in written), *lines[fence:]])
    parts, problems = split_story(SourceText(after))
    if problems or parts.body.text != before.body.text or _values(parts) != expected:
        message = (
            "Phần đầu bài viết theo lối máy không chen được khối approval. "
            "Hãy viết mỗi mục một dòng “tên mục: giá trị”, xóa khối approval cũ nếu có, rồi duyệt lại."
        )
        raise BlockError(message)
    return after


def without_approval(text: str) -> str:
    """Return the story ``text`` without its approval block, all else as it was; raises ``BlockError``."""
    before, _ = split_story(SourceText(text))
    expected = {name: value for name, value in _values(before).items() if name != "approval"}
    block = lines_of_key(before, "approval")
    after = "\n".join(line for index, line in enumerate(before.source.lines) if index not in block)
    parts, problems = split_story(SourceText(after))
    if problems or parts.body.text != before.body.text or _values(parts) != expected:
        message = "Máy không bỏ được khối approval mà giữ nguyên các dòng khác. Hãy tự xóa khối ấy."
        raise BlockError(message)
    return after


def _scalar(name: str, value: str) -> str:
    # A JSON string is a YAML string, whatever it holds.
    return json.dumps(value, ensure_ascii=False) if name in _QUOTED else value


def _left_edge(parts: SplitStory) -> int:
    """Return how far the keys of the front matter are indented."""
    marks = parts.document.key_marks if parts.document else {}
    return min(mark.column for place, mark in marks.items() if len(place) == 1) - 1


def _values(parts: SplitStory) -> dict[str, Value]:
    """Return the values of the front matter; raises ``BlockError`` when there are none."""
    value = parts.document.value if parts.document else None
    if not isinstance(value, dict) or not value:
        message = "Phần đầu bài chưa đọc được. Hãy chạy: python -m scripts check, và sửa trước."
        raise BlockError(message)
    return value
