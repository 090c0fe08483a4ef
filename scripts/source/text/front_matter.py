"""Split a story file into its front matter and its body. Pure."""

from dataclasses import dataclass

from scripts.source.problems.problem import START, Problem
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import YamlDocument, parse_yaml

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class SplitStory:
    """A story file in two parts; ``document`` is ``None`` when there is no front matter."""

    source: SourceText
    document: YamlDocument | None
    body: SourceText


def split_story(source: SourceText) -> tuple[SplitStory, list[Problem]]:
    """Return the parts of ``source`` and the problems of form.

    A file whose front matter is not opened or not closed has no body either: text that may
    be private keys is never taken for prose.
    """
    lines = source.lines
    nothing = SplitStory(source, None, SourceText("", source.path))
    if not source.text.strip():
        message = "Tệp rỗng. Hãy chép bài mẫu trong trang Góp bài vào rồi điền."
        return nothing, [source.problem(START, "empty-file", message)]
    if lines[0].rstrip() != _FENCE:
        message = "Dòng đầu tiên phải là “---” để mở phần dữ kiện của bài. Hãy thêm dòng này lên đầu tệp."
        return nothing, [source.problem(START, "front-matter-missing", message)]
    end = next((i for i, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE), None)
    if end is None:
        message = "Phần dữ kiện mở bằng “---” nhưng chưa đóng. Hãy thêm một dòng “---” trước phần lời văn."
        return nothing, [source.problem(START, "front-matter-unclosed", message)]
    document, problems = parse_yaml(source.part(1, end))
    if document.value is None and not problems:
        document.value = {}
    if document.value is not None and not isinstance(document.value, dict):
        message = "Phần dữ kiện phải gồm các dòng “tên mục: giá trị”, không phải một danh sách hay một câu."
        problems.append(document.problem((), "front-matter-not-mapping", message))
        document.value = None
    return SplitStory(source, document, source.part(end + 1)), problems
