"""The strict YAML: what it reads, and where everything stands."""

import pytest

from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import parse_yaml


def read(text):
    document, problems = parse_yaml(SourceText(text, "a.yml"))
    assert problems == []
    return document


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: b", {"a": "b"}),
        ("a: NO\nb: 012\nc: 1e3", {"a": "NO", "b": "012", "c": "1e3"}),
        ("a: [b, 'c', \"d\"]", {"a": ["b", "c", "d"]}),
        ("a:\n- b\n- c: d", {"a": ["b", {"c": "d"}]}),
        ("a:\nb: ~\nc: null", {}),
        ("a: ''\nb: 'null'", {"a": "", "b": "null"}),
        ("a: [~, b]", {"a": ["", "b"]}),
        ("a: >-\n  một\n  hai", {"a": "một hai"}),
        ("a: |\n  một\n  hai\n", {"a": "một\nhai\n"}),
        ("# chỉ có lời ghi chú", None),
        ("a: b # lời ghi chú", {"a": "b"}),
        ('a: "b # c"', {"a": "b # c"}),
        ("a: 'NO'", {"a": "NO"}),
        ("- a\n- b", ["a", "b"]),
        ("một", "một"),
    ],
)
def test_mappings_lists_and_text(text, value):
    assert read(text).value == value


def test_every_key_and_value_has_its_place():
    document = read("a: b\nc:\n  - d: 😀 e\n    f: [g, h]\n")

    assert document.mark(("a",)) == (1, 4)
    assert document.mark(("c",), key=True) == (2, 1)
    assert document.mark(("c", 0)) == (3, 5)
    assert document.mark(("c", 0, "f", 1)) == (4, 12)
    assert document.mark(("c", 0, "f"), key=True) == (4, 5)


def test_what_is_not_there_stands_where_its_parent_does():
    document = read("a: b\nc:\n  - d: e\n")

    assert document.mark(("c", 0, "x")) == (3, 5)
    assert document.mark(("x", "y")) == (1, 1)


def test_lines_count_from_the_first_line_of_the_file():
    document, _ = parse_yaml(SourceText("a: b", first_line=5))

    assert document.mark(("a",)) == (5, 4)


def test_an_item_is_a_document_of_its_own():
    item = read("- a: b\n- c: d\n  e:\n").item(1)

    assert item.value == {"c": "d"}
    assert item.mark(("c",)) == (2, 6)
    assert item.empty == {("e",)}


def test_keys_without_a_value_are_remembered():
    assert read("a:\nb: ~\nc: {d: , e: f}\n").empty == {("a",), ("b",), ("c", "d")}


@pytest.mark.parametrize("text", ["a: b\na: c", "a: {b: c, b: d}", "- a: b\n  a: c"])
def test_the_first_of_two_equal_keys_counts(text):
    document, problems = parse_yaml(SourceText(text, "a.yml"))

    assert [problem.code for problem in problems] == ["duplicate-key"]
    assert "lần đầu ở dòng 1" in problems[0].message
    assert "d" not in str(document.value).replace("dict", "")


def test_every_duplicate_is_said():
    _, problems = parse_yaml(SourceText("a: 1\na: 2\na: 3\nb: {c: 1, c: 2}\n"))

    assert [problem.line for problem in problems] == [2, 3, 4]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &b c", "yaml-alias"),
        ("a: *b", "yaml-alias"),
        ("&a b: c", "yaml-alias"),
        ("a: &b [c]", "yaml-alias"),
        ("a: !b c", "yaml-tag"),
        ("a: !!str c", "yaml-tag"),
        ("a: !!map {b: c}", "yaml-tag"),
        ("!!str a: b", "yaml-key"),
        ("<<: {a: b}", "yaml-merge"),
        ("? [a]\n: b", "yaml-key"),
        ("{a: b}: c", "yaml-key"),
        ("a: b\n--- \nc: d", "yaml-many-documents"),
        ("--- \nc: d", "yaml-many-documents"),
        ("%TAG ! tag:x,2000:\n---\na: b", "yaml-many-documents"),
        ("a: [[[[[[b]]]]]]", "yaml-too-deep"),
        ("a: b: c", "yaml-syntax"),
        ("\ta: b", "yaml-syntax"),
    ],
)
def test_the_rest_of_yaml_is_refused(text, code):
    document, problems = parse_yaml(SourceText(text, "a.yml"))

    assert [problem.code for problem in problems] == [code]
    assert document.value is None


def test_six_levels_are_allowed():
    assert read("a: {b: {c: {d: {e: {f: g}}}}}").value


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a: b: c", (1, 5), "dấu hai chấm kèm dấu cách ở giữa câu"),
        ("a:\n\tb: c", (2, 1), "phím Tab"),
        ("a: @b", (1, 4), "Ký tự này không thể đứng đầu"),
        ("a b\nc: d", (2, 2), "thiếu dấu hai chấm"),
        ("a: b\n  c: d", (2, 4), "thụt vào quá sâu"),
        ("a: {b: c\nd: e", (1, 4), "ngoặc nhọn chưa đóng"),
        ("a: [b\nd: e", (1, 4), "ngoặc vuông chưa đóng"),
        ('a: "b\nc: d', (1, 4), "ngoặc mở ở đây mà không đóng"),
        ('a: "b\nc: "d', (1, 4), "ngoặc mở ở đây mà không đóng"),
        ('a: "b" c', (1, 8), "chữ thừa sau ngoặc kép"),
        ("a: *", (1, 5), "dấu mà máy hiểu là lệnh"),
        ("a: - b", (1, 4), "Dấu gạch đầu dòng"),
        ('a: "\\q"', (1, 5), "Dấu \\ trong ngoặc kép"),
        ("a: b #1", (1, 6), "Máy bỏ qua mọi chữ từ dấu #: “#1”"),
        ("a: #b", (1, 4), "Máy bỏ qua mọi chữ từ dấu #"),
    ],
)
def test_a_syntax_error_comes_with_the_usual_cure(text, place, said):
    (problem,) = parse_yaml(SourceText(text, "a.yml"))[1]

    assert (problem.line, problem.column) == place
    assert said in problem.message
    assert "hãy" in problem.message.lower()
