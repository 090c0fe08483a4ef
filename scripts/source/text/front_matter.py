"""Split a story file into its front matter and its body. Pure."""

from dataclasses import dataclass

from scripts.source.problems.problem import START, Mark, Problem, problem_at
from scripts.source.text.strict_yaml import YamlDocument, parse_yaml

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class SplitStory:
    """A story file in two parts; ``document`` is ``None`` when there is no front matter."""

    document: YamlDocument | None
    body: str
    body_line: int
    """Line of the file on which ``body`` begins."""


def split_story(text: str, path: str) -> tuple[SplitStory, list[Problem]]:
    """Return the parts of ``text`` and the problems of form.

    A file whose front matter is not opened or not closed has no body either: text that may
    be private keys is never taken for prose.
    """
    lines = text.split("\n")
    nothing = SplitStory(None, "", 1)
    if not text.strip():
        message = "Tệp rỗng. Hãy chép bài mẫu trong trang Góp bài vào rồi điền."
        return nothing, [problem_at(path, START, "empty-file", message)]
    if lines[0].rstrip() != _FENCE:
        message = "Dòng đầu tiên phải là “---” để mở phần dữ kiện của bài. Hãy thêm dòng này lên đầu tệp."
        return nothing, [problem_at(path, START, "front-matter-missing", message)]
    end = next((i for i, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE), None)
    if end is None:
        message = "Phần dữ kiện mở bằng “---” nhưng chưa đóng. Hãy thêm một dòng “---” trước phần lời văn."
        return nothing, [problem_at(path, START, "front-matter-unclosed", message)]
    document, problems = parse_yaml("\n".join(lines[1:end]) + "\n", path, first_line=2)
    if document.value is None and not problems:
        document.value = {}
    if document.value is not None and not isinstance(document.value, dict):
        message = "Phần dữ kiện phải gồm các dòng “tên mục: giá trị”, không phải một danh sách hay một câu."
        problems.append(problem_at(path, document.marks.get((), Mark(2, 1)), "front-matter-not-mapping", message))
        document.value = None
    return SplitStory(document, "\n".join(lines[end + 1 :]), end + 2), problems
