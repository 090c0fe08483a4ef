"""How a schema error is said to an editor: Vietnamese, with what to do next. Pure."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from scripts.source.problems.problem import shown
from scripts.source.text.nearest import nearest, unknown_word

_GUIDE = "Xem trang Góp bài."
_BY_COMMAND = "Khối approval chỉ do lệnh python -m scripts approve ghi. Hãy xóa cả khối này rồi gửi bài chờ duyệt."
_NOT_A_BLOCK = frozenset({"missing", "model_type", "model_attributes_type"})


def name_of(location: Sequence[str | int], label: str) -> str:
    """Return how a key is called in a message: its path counted from 1, and its label."""
    if not location:
        return "này"
    path = ".".join(str(step + 1) if isinstance(step, int) else shown(step) for step in location)
    return f"“{path}” ({label})" if label else f"“{path}”"


def wording_of(error: ErrorDetails, label: str, siblings: Sequence[str], example: str) -> tuple[str, str]:
    """Return the code and the Vietnamese message of one pydantic ``error``."""
    location, kind, given = error["loc"], error["type"], error.get("input")
    name = name_of(location, label)
    context: Mapping[str, Any] = error.get("ctx") or {}
    if location[:1] == ("approval",) and (kind in _NOT_A_BLOCK or location[-1:] == ("digest",)):
        return "approval-by-hand", f"Mục {name} thiếu hoặc sai. {_BY_COMMAND}"
    if kind == "missing":
        return "missing-key", f"Thiếu mục {name}. Hãy thêm, ví dụ: {location[-1]}: {example}"
    if kind == "extra_forbidden":
        guess = nearest(str(location[-1]), siblings, likeness=0.7)
        cure = (
            f"có phải ý bạn là “{guess}”?" if guess else f"Hãy xóa dòng này; các mục được dùng: {', '.join(siblings)}."
        )
        return "unknown-key", f"Không có mục tên {name}: {cure}"
    if kind in ("literal_error", "enum"):
        known = _choices(str(context.get("expected", "")))
        return "unknown-value", unknown_word(f"Giá trị của {name}", str(given), known)
    say = _SAYINGS.get(kind)
    if say is None:
        return "invalid-value", f"Giá trị của {name} không dùng được. Ví dụ đúng: {example}. {_GUIDE}"
    code, text = say
    sentence = text(context, given) if callable(text) else text
    return code, f"Mục {name} {sentence} Ví dụ đúng: {example}" if "Ví dụ" not in sentence else f"Mục {name} {sentence}"


def _choices(expected: str) -> list[str]:
    """Return the words in pydantic's ``'full' or 'snapshot'``."""
    return [word for word in expected.replace(" or ", ",").replace(" ", "").replace("'", "").split(",") if word]


def _length(given: Any) -> int:
    return len(given.strip()) if isinstance(given, str) else len(given)


def _iso_cure(context: Mapping[str, Any], given: Any) -> str:
    cure = context.get("cure")
    return f"phải viết năm-tháng-ngày{f': hãy sửa thành {cure}' if cure else ''} (đang là “{shown(str(given))}”)."


_Saying = tuple[str, str | Callable[[Mapping[str, Any], Any], str]]
_SAYINGS: dict[str, _Saying] = {
    "string_too_short": (
        "too-short",
        lambda c, given: f"quá ngắn: đang có {_length(given)} chữ cái, cần ít nhất {c['min_length']}. Hãy viết rõ hơn.",
    ),
    "string_too_long": (
        "too-long",
        lambda c, given: f"quá dài: đang có {_length(given)} chữ cái, nhiều nhất {c['max_length']}. Hãy rút gọn.",
    ),
    "too_short": ("too-few", lambda c, _: f"cần ít nhất {c['min_length']} dòng."),
    "too_long": ("too-many", lambda c, _: f"nhiều nhất {c['max_length']} dòng. Hãy giữ những dòng chính."),
    "string_type": ("not-text", "phải là một dòng chữ, không phải danh sách. Hãy bỏ dấu gạch đầu dòng và các mục con."),
    "tuple_type": ("not-list", "phải là một danh sách, mỗi dòng một gạch đầu dòng."),
    "list_type": ("not-list", "phải là một danh sách, mỗi dòng một gạch đầu dòng."),
    "model_type": ("not-mapping", "phải gồm các mục con “tên: giá trị”."),
    "model_attributes_type": ("not-mapping", "phải gồm các mục con “tên: giá trị”."),
    "bool_type": ("not-true-false", "chỉ nhận true hoặc false."),
    "date_type": ("bad-date", "phải là một ngày viết năm-tháng-ngày."),
    "datetime_type": ("bad-date", "phải là một giờ viết năm-tháng-ngàyTgiờ:phút+07:00."),
    "int_type": ("bad-year", "phải là một năm bốn chữ số."),
    "string_pattern_mismatch": (
        "bad-form",
        lambda _, given: f"không đúng dạng (đang là “{shown(str(given))}”).",
    ),
    "markup": (
        "markup-in-text",
        lambda c, _: (
            f"không được có ký tự “{c['found']}” (các ký tự < > {{ }} dành cho mã máy). Hãy thay bằng ngoặc tròn."
        ),
    ),
    "year_format": ("bad-year", lambda _, given: f"phải là năm bốn chữ số, từ 1945 (đang là “{shown(str(given))}”)."),
    "date_format": ("bad-date", _iso_cure),
    "partial_date_format": (
        "bad-date",
        lambda c, given: _iso_cure(c, given)[:-1] + "; chỉ biết năm hay tháng thì viết 2020 hoặc 2020-08.",
    ),
    "date_impossible": (
        "bad-date",
        lambda _, given: f"là ngày không có trong lịch: “{shown(str(given))}”. Hãy kiểm lại.",
    ),
    "count_format": ("bad-number", lambda _, given: f"phải là số đếm từ 1 đến 99 (đang là “{shown(str(given))}”)."),
    "moment_format": ("bad-date", "phải viết năm-tháng-ngàyTgiờ:phút+07:00."),
    "truth_format": (
        "not-true-false",
        lambda _, given: f"chỉ nhận true hoặc false (đang là “{shown(str(given))}”).",
    ),
    "figure_format": (
        "bad-number",
        lambda _, given: (
            f"phải là số viết theo lối Việt Nam: 1.099 hoặc 12,4 (đang là “{shown(str(given))}”); đơn vị ghi ở unit."
        ),
    ),
    "web_address": (
        "bad-address",
        lambda _, given: f"phải là địa chỉ đầy đủ, bắt đầu bằng https:// (đang là “{shown(str(given))}”).",
    ),
}
