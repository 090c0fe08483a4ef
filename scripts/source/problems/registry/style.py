"""What can be better, or must be otherwise, in how a story is told: style, and what another place needs. Pure.

All but one are advice: they stop nothing, and ``check`` tells them to whoever works on the story.
"""

from scripts.source.problems.code import Code, Severity

TITLE = "Văn phong, độ đầy đủ"

SPEAKS_OF_SOURCE = Code(
    "speaks-of-source",
    "“{found}”: bài nói về nguồn của chính nó. Hãy bỏ câu ấy: điều cần kiểm lại ghi vào to_verify, "
    "nguồn gọi việc này là gì ghi vào movement, số gần đúng ghi ngay trong value (“hơn 50”).",
    {"found": "nguồn không nêu"},
)
MAY_SPEAK_OF_SOURCE = Code(
    "may-speak-of-source",
    "“{found}”: nếu đây là nói về nguồn của bài, hãy bỏ: điều cần kiểm lại ghi vào to_verify. "
    "Nếu là chuyện khác thì cứ để.",
    {"found": "theo nguồn"},
    severity=Severity.ADVICE,
)
QUALIFIER_DROPPED = Code(
    "qualifier-dropped",
    "results ghi “{value} {unit:40}”, ở đây chỉ còn “{number} {unit:40}”: mất chữ “{qualifier}”. "
    "Hãy ghi đủ; là con số khác thì cứ để.",
    {"value": "hơn 50", "unit": "hộ", "number": "50", "qualifier": "hơn"},
    severity=Severity.ADVICE,
)
FEW_STEPS = Code(
    "few-steps",
    "“Cách làm” mới có {steps} câu, nơi khác khó làm theo. Nếu biết, hãy kể ít nhất {least} bước: "
    "ai làm gì trước, nói với ai, mỗi bên góp gì.",
    {"steps": 1, "least": 3},
    severity=Severity.ADVICE,
)
THIN_HOW_TO = Code(
    "thin-how-to",
    "“Làm theo” chưa nói tới {lacking}. Nếu biết, hãy nói thêm; không biết thì thôi, đừng đoán.",
    {"lacking": "tiền, thời gian, chỗ dễ vấp"},
    severity=Severity.ADVICE,
)
UNDATED_FIGURES = Code(
    "undated-figures",
    "{undated} trong {all} con số chưa ghi năm. Nếu biết, hãy thêm when, ví dụ: when: đến 2020; "
    "chưa biết thì hỏi ở to_verify.",
    {"undated": 2, "all": 3},
    severity=Severity.ADVICE,
)
SUMMARY_NEAR_TITLE = Code(
    "summary-near-title",
    "Tóm tắt gần như nói lại tên bài. Hãy để tên bài nói việc đã làm, tóm tắt nói cách làm và kết quả.",
    severity=Severity.ADVICE,
)
REPEATED_SENTENCE = Code(
    "repeated-sentence",
    "Câu “{sentence:60}” có hai lần, trong lời văn hay trong tóm tắt. Hãy giữ một.",
    {"sentence": "Mỗi nhà góp một ngày công, nước lớn thì cùng đi vét kênh."},
    severity=Severity.ADVICE,
)
LONG_SENTENCE = Code(
    "long-sentence",
    "{count} câu dài quá {most} tiếng, dài nhất {longest}: “{sentence:60}”. Hãy cắt làm hai, đọc lên mới kịp thở.",
    {"count": 1, "most": 40, "longest": 52, "sentence": "Sau ba lần họp ấp, tổ đi tới từng nhà"},
    severity=Severity.ADVICE,
)
OFFICIALESE = Code(
    "officialese",
    "Chữ công văn: {words:600}. Hãy kể việc cụ thể thay vào.",
    {"words": "“đẩy mạnh” (nói làm thêm việc gì); “trên địa bàn” (ở, trong)"},
    severity=Severity.ADVICE,
)
UNSPELT = Code(
    "unspelt-abbreviation",
    "Chữ tắt chưa viết đủ ở chỗ dùng đầu tiên: {words:400}. Hãy viết đủ, chữ tắt để trong ngoặc, hoặc bỏ chữ tắt.",
    {"words": "HTX (hợp tác xã), UBND (Ủy ban nhân dân)"},
    severity=Severity.ADVICE,
)
SUMMARY_REPEATS_TITLE = Code("summary-repeats-title", "Tóm tắt lặp lại tên bài. Hãy nói kết quả chính.")
SOURCES_ON_PAPER = Code(
    "sources-on-paper",
    "Không nguồn nào có địa chỉ (url). Hãy ghi, nếu có trên mạng; bản giấy thì đưa người duyệt xem.",
    severity=Severity.REMARK,
)
