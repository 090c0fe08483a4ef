"""The scene of the press tests: one made-up story that has everything a kit can hold."""

from dataclasses import replace

from scripts.catalog.catalog import Edition, build_catalog, year_of
from scripts.catalog.facts import story_facts
from scripts.render.press.facts import fact_sheet
from scripts.render.press.radio import radio_script
from scripts.render.press.texts import press_texts
from scripts.source.vocabulary.taxonomy import Licence, Vocabulary
from tests.made_up import house_of, made_up_story, made_up_taxonomy

_OPEN = Licence(slug="anyone-with-credit", name="Ai cũng dùng được, ghi nguồn", press="true", anyone="true")
_PLAIN = made_up_taxonomy()
TAXONOMY = replace(_PLAIN, licences=Vocabulary((*_PLAIN.licences, _OPEN)))
SITE_URL = "https://vi-du.example"

PHOTO = {"alt": "Hai người đứng bên kênh", "caption": "Ngày đầu vét kênh", "credit": "Ảnh: Tổ bịa"}
BODY = """\
## Bối cảnh

Đầu vụ nhà nào cũng thiếu tiền. Phải vay ngoài.

## Cách làm

Cả tổ ngồi lại ở TP. Rạch Giá, bàn từng việc. Rồi chia nhau làm, ai có công góp công.

- Việc một & hai.
- Việc ba.

## Kết quả

Năm 2020, **22 nhà** cùng góp. Không còn ai vay ngoài.
"""
FULL = {
    "subject": "Tổ bịa số một",
    "place": {"commune": "xã Bến Gạo", "hamlet": "ấp Gò Sen"},
    "started": "2008",
    "registered": "2016",
    "status": "running",
    "results": [
        {"value": "1.099", "unit": "kg", "label": "rác gom được", "when": "2020"},
        {"value": "hơn 12,4", "unit": "km", "source": "Báo cáo bịa"},
        {"value": "98,5%", "label": "hộ tham gia"},
        {"value": "53/64", "unit": "mô hình"},
        {"value": "từ 3 đến 5", "unit": "ngày"},
    ],
    "recognition": [{"level": "huyen", "by": "Ban Chỉ đạo bịa", "document": "12-QĐ/BCĐ", "date": "2020-08-12"}],
    "commendations": [{"form": "giay-khen", "by": "Chủ tịch bịa"}],
    "replications": [{"place": "xã Lá Dừa", "when": "2019", "by": "Hội bịa"}],
    "people": [
        {
            "name": "Trần Văn Bịa",
            "role": "tổ trưởng",
            "consent": {"name": True, "photo": False, "recorded": "2026-10-02"},
        }
    ],
    "quotes": [{"text": "Mượn của hàng xóm thì khó quên lắm.", "by": "Ông Trần Văn Bịa, tổ trưởng"}],
    "photos": [
        {"file": "mot.jpg", "licence": "press-with-credit", **PHOTO},
        {"file": "hai.png", "licence": "site-only", **PHOTO},
        {"file": "ba.jpg", "licence": "anyone-with-credit", **PHOTO, "caption": "Ông TRẦN VĂN BỊA bên kênh"},
        {"file": "bon.webp", "licence": "anyone-with-credit", **PHOTO},
    ],
    "contact": {"office": "Hội bịa xã Bến Gạo", "email": "hoi@vi-du.example"},
    "coverage": [{"outlet": "Báo bịa", "date": "2020-09-01", "title": "Chuyện góp vốn"}],
}
PRINTS = {name: f"ảnh {name}".encode() for name in ("mot.jpg", "hai.png", "ba.jpg", "bon.webp")}


def story_of(*, approved=True, body=BODY, **keys):
    """Return the made-up story, with ``keys`` put over its own."""
    return made_up_story("gop-von", approved=approved, body=body, **{**FULL, **keys})


def catalog_of(*stories, edition=Edition.PREVIEW, collections=()):
    house = house_of(TAXONOMY, collections)
    return build_catalog(stories, TAXONOMY, edition, collections=collections, house=house)


def sheet_of(story):
    """Return its fact sheet, that of a withheld story too, which no catalog has."""
    facts = {story.key: story_facts(story, TAXONOMY, year_of(story))}
    return fact_sheet(story, replace(catalog_of(story), facts=facts), SITE_URL)


def texts_of(story):
    return press_texts(story, sheet_of(story), TAXONOMY.site)


def script_of(story):
    return radio_script(story, TAXONOMY)
