"""A mixed corpus: what may leave the site, and the kinds of story that may not."""

from dataclasses import replace

from scripts.catalog.catalog import Edition, build_catalog
from scripts.source.approval.seal import approved_state
from tests.made_up import made_up_story, made_up_taxonomy

TAXONOMY = made_up_taxonomy()
SITE_URL = "https://vi-du.example/"

BODY = """\
## Bối cảnh

Xem [bài kia](/mo-hinh/bai-sen/duyet-hai/), [bản thảo](/mo-hinh/bai-sen/thao/) và [báo](https://bao.example/a?b=1&c=2).[^1]

## Cách làm

Chia nhau từng việc & ghi sổ, “ai cũng xem được” < mọi lúc.

## Kết quả

- Một
- Hai

[^1]: Chú thích bịa.
"""

RICH = made_up_story(
    "duyet-mot",
    approved=True,
    body=BODY,
    title="Chuyện bịa thứ nhất & “nhiều dấu”",
    format="full",
    started="2008",
    registered="2016",
    status="running",
    topics=["=1+1", "vốn"],
    place={"commune": "xã Bến Gạo", "hamlet": "ấp Gò Sen"},
    methods=["gop-von-xoay-vong", "tu-quan"],
    results=[
        {"value": "1.099", "unit": "nhà", "label": "cùng góp", "when": "2020", "source": "Báo cáo bịa"},
        {"value": "12,4", "unit": "tỷ đồng"},
        {"value": "hơn 98,5%", "label": "nhà có nước sạch"},
        {"value": "10-12", "unit": "người"},
    ],
    recognition=[{"level": "huyen", "by": "Ban Chỉ đạo bịa", "document": "12-QĐ/BCĐ", "date": "2020-08-12"}],
    commendations=[{"form": "giay-khen", "by": "Chủ tịch bịa", "date": "2020-08-14"}],
    replications=[{"place": "xã Lá Dừa", "when": "2019", "by": "Hội bịa"}],
    people=[{"name": "Người Bịa", "consent": {"name": "true", "photo": "false", "recorded": "2026-10-02"}}],
    quotes=[{"text": "Mượn của hàng xóm thì khó quên.", "by": "Tổ trưởng bịa"}],
    contact={"office": "Hội Nông dân bịa", "phone": "+84 297 000 000", "email": "hoi@vi-du.example"},
    coverage=[{"outlet": "Đài bịa", "date": "2022-05-04", "title": "-Gạo đổi rác"}],
    embargo="2026-11-20T06:00+07:00",
    audio=[
        {
            "file": "phat-thanh.mp3",
            "outlet": "Đài bịa",
            "date": "2020-09-01",
            "length": "3:20",
            "transcript": "Lời đọc bịa, chép lại cho đủ dài.",
            "licence": "site-only",
        }
    ],
)
PLAIN = made_up_story("duyet-hai", approved=True, field="van-hoa-xa-hoi")


def _without_consent():
    people = [{"name": "Người Từ Chối", "consent": {"name": "false", "photo": "false", "recorded": "2026-10-02"}}]
    return made_up_story("khong-dong-y", approved=True, people=people)


def _edited_after_approval():
    story = made_up_story("sua-sau-duyet", approved=True)
    front = story.front.model_copy(update={"summary": story.front.summary + " Thêm một câu."})
    return replace(story, front=front, approved=approved_state(story.key, front, story.body, {}))


PUBLIC = (RICH, PLAIN)
HIDDEN = (
    made_up_story("thao"),
    _edited_after_approval(),
    _without_consent(),
    made_up_story("cho-gio", approved=True, embargo="2026-12-01T06:00+07:00"),
)
STORIES = (*PUBLIC, *HIDDEN)
PUBLIC_KEYS = {story.key for story in PUBLIC}


def catalog_of(stories=STORIES, edition=Edition.PUBLIC):
    return build_catalog(stories, TAXONOMY, edition)


def hostile(story, **changes):
    """Return ``story`` with values that the checks would have refused."""
    return replace(story, front=story.front.model_copy(update=changes))
