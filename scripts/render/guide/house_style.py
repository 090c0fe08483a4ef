"""The house style: how a story is written here, rule by rule, and what the checker knows of each. Pure; data only.

Places, people and figures in the pairs are made up. A rule names the codes of the registry by which
the checker knows it; one that names none is a reader's to see. Each code of the theme of style stands in
some rule, and a pair whose wrong half the checker can see in a body is put to it by the tests.
"""

from dataclasses import dataclass

from scripts.source.problems.code import Code
from scripts.source.problems.registry.body import LOOKALIKE_LETTER, OWN_SITE_LINK
from scripts.source.problems.registry.facts import (
    BAD_DATE,
    BAD_FIGURE,
    FIGURE_WITHOUT_UNIT,
    MOVEMENT_DISAGREES,
    UNKNOWN_COMMUNE,
)
from scripts.source.problems.registry.form import LEGACY_FONT, NEW_TONE_STYLE, NOT_NFC
from scripts.source.problems.registry.people import CONSENT_MISSING, PERSON_IN_TITLE, PERSON_NOT_LISTED
from scripts.source.problems.registry.style import (
    FEW_STEPS,
    LONG_SENTENCE,
    MAY_SPEAK_OF_SOURCE,
    OFFICIALESE,
    QUALIFIER_DROPPED,
    REPEATED_SENTENCE,
    SOURCES_ON_PAPER,
    SPEAKS_OF_SOURCE,
    SUMMARY_NEAR_TITLE,
    SUMMARY_REPEATS_TITLE,
    THIN_HOW_TO,
    UNDATED_FIGURES,
    UNSPELT,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, with a pair that shows it; without one where the rule says it all."""

    says: str
    wrong: str = ""
    right: str = ""
    codes: tuple[Code, ...] = ()
    """By what the checker says it; none: only a person sees it."""


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules about one thing, under one heading."""

    anchor: str
    title: str
    rules: tuple[Rule, ...]


HOUSE_STYLE = (
    RuleGroup(
        "mo-bai",
        "Mở bài",
        (
            Rule(
                "Câu đầu kể chỗ khó, hoặc cái ý hay. Đừng mở bằng năm và địa chỉ.",
                "Năm 2018, ở ấp Gò Sen, xã Mây Cũ, một cách làm mới đã ra đời.",
                "Mùa mưa nào ấp Gò Sen cũng ngập, mà không nhà nào chịu vét kênh trước.",
            ),
            Rule(
                "Tên bài nói việc đã làm, ngắn và cụ thể.",
                "Hiệu quả từ một mô hình ở ấp Gò Sen",
                "Nhà đầu kênh vét trước, cả ấp vét theo",
            ),
            Rule(
                "Tóm tắt nói cách làm và kết quả, không nói lại tên bài.",
                "Ở ấp Gò Sen, nhà đầu kênh vét trước và cả ấp vét theo.",
                "Mỗi nhà nhận 40 mét, hai tuần vét xong con kênh cạn; năm ấy ruộng không ngập.",
                (SUMMARY_NEAR_TITLE, SUMMARY_REPEATS_TITLE),
            ),
            Rule(
                "Đừng khen thay người đọc: kể cho đủ thì việc ấy tự khen.",
                "Đây là việc làm đầy ý nghĩa, rất đáng biểu dương.",
                "Từ hôm ấy, học trò qua kênh không phải chờ đò.",
                (OFFICIALESE,),
            ),
        ),
    ),
    RuleGroup(
        "cach-lam",
        "Cách làm",
        (
            Rule(
                "Kể từng bước: ai làm gì trước, nói với ai, mỗi bên góp gì.",
                "Chi hội vận động và được bà con hưởng ứng.",
                "Tổ trưởng vét 40 mét của nhà mình trước. Tối đến, chị ghé từng nhà hỏi còn ngại điều gì. "
                "Nhà có trâu cho mượn trâu, nhà neo người thì nấu cơm.",
                (FEW_STEPS,),
            ),
            Rule(
                "Nói rõ người còn ngại thì ngại điều gì, và vì sao sau đó họ thuận.",
                "Lúc đầu có hộ chưa đồng tình, về sau ai cũng ủng hộ.",
                "Ba nhà đầu kênh sợ mất hàng dừa. Tổ dời đường vét sang bờ bên kia, giữ lại cả hàng.",
            ),
            Rule(
                "“Làm theo” nói người, tiền, thời gian, chỗ dễ vấp. Điều nào không có căn cứ thì để trống.",
                "Cần có sự quyết tâm của cả tập thể.",
                "Mỗi nhà một người, hai ngày công; chỉ tốn tiền cơm. Đừng vét sau khi sạ, bùn đổ lên lúa non.",
                (THIN_HOW_TO,),
            ),
            Rule("Ngắn mà đặc hơn dài mà loãng: bài 60 đến 250 chữ là vừa. Câu nào bỏ đi mà bài không thiếu thì bỏ."),
            Rule(
                "Lĩnh vực chọn như lúc đăng ký; không có đăng ký thì theo kết quả chính, không theo người làm.",
                "Phụ nữ góp vốn nuôi heo: xây dựng hệ thống chính trị",
                "Phụ nữ góp vốn nuôi heo: kinh tế",
            ),
        ),
    ),
    RuleGroup(
        "con-so",
        "Con số",
        (
            Rule(
                "“Hơn”, “gần”, “khoảng”, “từ … đến …” là một phần của con số. Biết là “hơn 50” thì đừng viết 50.",
                "50 hộ",
                "hơn 50 hộ",
                (QUALIFIER_DROPPED,),
            ),
            Rule(
                "Số nào cũng có đơn vị, của ai, năm nào.",
                "Thu nhập tăng 30 triệu.",
                "Năm 2020, mỗi nhà trong tổ thu thêm khoảng 30 triệu đồng một vụ.",
                (UNDATED_FIGURES, FIGURE_WITHOUT_UNIT),
            ),
            Rule(
                "Số của cả huyện, cả xã không phải là số của việc này.",
                "Nhờ tổ góp vốn, xã chỉ còn 12 hộ nghèo.",
                "Trong 22 nhà của tổ, tám nhà đã thoát nghèo.",
            ),
            Rule(
                "Hai nơi ghi hai số thì giữ số có ngày rõ hơn; số kia thành câu hỏi ở mục to_verify.",
                "Tổ có 20 (có nơi ghi 22) thành viên.",
                "Tháng 6-2020, tổ có 20 thành viên.",
            ),
        ),
    ),
    RuleGroup(
        "ten-nguoi",
        "Tên người, tên nơi",
        (
            Rule(
                "Chưa hỏi ý thì chưa nêu tên.",
                "Bà Trần Thị Bịa kể lại.",
                "Một nông dân ở ấp Gò Sen kể lại.",
                (PERSON_NOT_LISTED, CONSENT_MISSING),
            ),
            Rule(
                "Chức vụ kèm nơi chốn cũng là nêu tên: kể thành việc của tập thể.",
                "Bí thư chi bộ ấp Gò Sen hiến 500 mét vuông đất.",
                "Chi bộ ấp Gò Sen đi trước: một đảng viên hiến 500 mét vuông đất.",
            ),
            Rule(
                "Xã, ấp gọi theo tên lúc ấy; trang tự ghi thêm tên ngày nay.",
                "Phường Bãi Sen, năm 2019",
                "Xã Mây Cũ, năm 2019",
                (UNKNOWN_COMMUNE,),
            ),
            Rule(
                "Người còn khó là người cùng làm, không phải “đối tượng”.",
                "Hỗ trợ các đối tượng yếu thế.",
                "Mười hai nhà còn nghèo cùng lập tổ đan giỏ.",
            ),
        ),
    ),
    RuleGroup(
        "nguon",
        "Nguồn",
        (
            Rule(
                "Bài không nói về nguồn của chính nó. Điều chưa rõ thành câu hỏi ở mục to_verify, không lên trang.",
                "Nguồn không nêu mỗi nhà góp bao nhiêu.",
                "Hỏi chi hội: mỗi nhà góp bao nhiêu? (ghi ở to_verify)",
                (SPEAKS_OF_SOURCE, MAY_SPEAK_OF_SOURCE),
            ),
            Rule("Kể bằng lời mình. Lời của ai thì trích đúng từng chữ, để ở mục quotes, có tên hoặc vai người nói."),
            Rule(
                "Tên bài nguồn chép như đã in. Địa chỉ là của nơi đăng đầu tiên, và không in tên người.",
                "Bài của báo huyện về việc vét kênh",
                "“Kênh cạn, lòng không cạn” (Báo Bịa, 03-6-2020)",
                (PERSON_IN_TITLE, OWN_SITE_LINK, SOURCES_ON_PAPER),
            ),
            Rule(
                "Đăng ký, công nhận, khen thưởng, được giới thiệu là bốn việc. Mới đăng ký thì chưa phải là được khen.",
                "Mô hình được huyện biểu dương.",
                "Chi hội đăng ký mô hình năm 2019.",
                (MOVEMENT_DISAGREES,),
            ),
            Rule(
                "“Dân vận khéo” để trong ngoặc kép như trong công văn, và chỉ gọi thế khi nơi công bố đã gọi.",
                "một mô hình dân vận khéo",
                "một mô hình “Dân vận khéo”",
            ),
        ),
    ),
    RuleGroup(
        "chu-dung",
        "Chữ dùng",
        (
            Rule(
                "Viết như nói với bà con, không như công văn.",
                "Chi hội đẩy mạnh tuyên truyền trên địa bàn.",
                "Tối nào chi hội cũng ghé hai nhà nói chuyện.",
                (OFFICIALESE,),
            ),
            Rule(
                "Mỗi câu một ý. Câu quá 40 tiếng thì cắt.",
                "Sau ba lần họp ấp mà chưa ai chịu nhận phần việc đầu tiên vì sợ mất hàng dừa dọc bờ kênh, "
                "tổ trưởng bàn với gia đình vét trước 40 mét của nhà mình rồi mời mọi người ra xem nước chảy ra sao.",
                "Họp ấp ba lần, chưa ai chịu làm trước vì sợ mất hàng dừa. Tổ trưởng bàn với gia đình, "
                "vét 40 mét của nhà mình. Rồi chị mời mọi người ra xem nước chảy.",
                (LONG_SENTENCE,),
            ),
            Rule(
                "Chữ tắt thì lần đầu viết cho đủ. Tốt hơn là đừng tắt.",
                "HTX cho mượn máy bơm.",
                "Hợp tác xã cho mượn máy bơm.",
                (UNSPELT,),
            ),
            Rule(
                "Một thứ một tên, từ đầu đến cuối bài.",
                "Tổ góp vốn họp mỗi tháng. Mô hình thu mười triệu đồng. Câu lạc bộ cho mượn.",
                "Tổ góp vốn họp mỗi tháng, thu mười triệu đồng rồi cho mượn.",
            ),
            Rule("Không nói một câu hai lần, kể cả một lần trong tóm tắt.", codes=(REPEATED_SENTENCE,)),
        ),
    ),
    RuleGroup(
        "chinh-ta",
        "Chính tả",
        (
            Rule(
                "Dấu thanh đặt theo lối cũ.",
                "hoà, thuỷ, khoẻ, xoá",
                "hòa, thủy, khỏe, xóa",
                (NEW_TONE_STYLE,),
            ),
            Rule(
                "Tên hội, cơ quan: viết hoa chữ đầu và phần riêng, không viết hoa từng chữ.",
                "chi hội Phụ Nữ ấp Gò Sen",
                "Chi hội Phụ nữ ấp Gò Sen",
            ),
            Rule(
                "Ngoặc kép là “ ”. Gạch nối giữa hai vế có khoảng trắng hai bên.",
                'văn hóa-xã hội, phong trào "Dân vận khéo"',
                "văn hóa - xã hội, phong trào “Dân vận khéo”",
            ),
            Rule("Gõ bằng Unicode dựng sẵn; đừng dán chữ từ phông cũ.", codes=(NOT_NFC, LEGACY_FONT, LOOKALIKE_LETTER)),
        ),
    ),
    RuleGroup(
        "ngay-va-so",
        "Ngày và số",
        (
            Rule(
                "Trong lời văn: ngày-tháng-năm. Trong phần dữ kiện: năm-tháng-ngày.",
                "Họp ngày 14/10/2020; date: 14-10-2020",
                "Họp ngày 14-10-2020; date: 2020-10-14",
                (BAD_DATE,),
            ),
            Rule(
                "Dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần lẻ.",
                "1,099 hộ; 12.4 héc-ta",
                "1.099 hộ; 12,4 héc-ta",
                (BAD_FIGURE,),
            ),
            Rule(
                "Đơn vị viết ra như người ta nói.",
                "30 tr.đ/ha/vụ",
                "30 triệu đồng một héc-ta mỗi vụ",
            ),
        ),
    ),
    RuleGroup(
        "tren-dai",
        "Bản đọc trên đài",
        (
            Rule("Đọc to cả bài trước khi gửi; câu nào hụt hơi thì cắt. Lệnh script cho xem lời đọc máy đã viết ra."),
            Rule(
                "Người nghe không thấy ngoặc đơn, gạch chéo, bảng.",
                "Tổ có 22 hộ (8 hộ nghèo), họp 4 lần/năm.",
                "Tổ có 22 hộ, trong đó tám hộ nghèo; mỗi năm họp bốn lần.",
            ),
            Rule(
                "Nghe một lần phải hiểu: nhắc lại tên, đừng viết “nơi này”, “như trên”.",
                "Nơi này cũng đã làm như trên.",
                "Ấp Gò Sen cũng vét kênh như ấp bên.",
            ),
            Rule("Chữ tắt, tên khó đọc thì ghi cách đọc: radio.pronounce của bài, hoặc lexicon.yml cho mọi bài."),
        ),
    ),
)
