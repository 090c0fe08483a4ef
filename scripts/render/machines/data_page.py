"""The page of open data: which files there are, under which terms, what each column means. Pure."""

from scripts.catalog.catalog import Catalog, newest_of
from scripts.catalog.shelves import shelf_counts
from scripts.render import urls
from scripts.render.machines.data_views import DataFile, DataKey, DataPage
from scripts.render.machines.open_data import LEFT_OUT, models_json, models_schema, rows_of
from scripts.render.machines.open_data_tables import COLUMNS, models_csv, models_xlsx
from scripts.render.pages import Page, Pages
from scripts.render.reading.listings import HOME_CRUMB
from scripts.source.schema.part import label_of
from scripts.source.schema.story_keys import FrontMatter

_FILES = (
    DataFile(
        "Bảng Excel",
        urls.MODELS_XLSX,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Ba trang tính: các bài, từng con số, giải thích cột. Mở bằng Excel, LibreOffice, Google Trang tính.",
    ),
    DataFile("Bảng CSV", urls.MODELS_CSV, "text/csv", "Mỗi bài một dòng, UTF-8, ngăn cách bằng dấu phẩy."),
    DataFile("JSON", urls.MODELS_JSON, "application/json", "Mỗi bài một đối tượng, đủ cả các danh sách bên trong."),
    DataFile(
        "JSON Schema",
        urls.MODELS_SCHEMA,
        "application/schema+json",
        "Khuôn của tệp JSON, theo JSON Schema 2020-12.",
    ),
)


def data_page(pages: Pages, catalog: Catalog, *, feeds: bool = False) -> Page:
    """Return the page; ``feeds`` says whether this edition has feeds to tell of."""
    reuse = catalog.taxonomy.site.reuse
    lead = "Dữ kiện của mọi bài đã duyệt, để tra cứu, làm báo cáo, làm bản đồ, viết chương trình."
    data = DataPage(
        heading="Dữ liệu mở",
        lead=lead,
        crumbs=(HOME_CRUMB,),
        counts=shelf_counts(catalog.public),
        files=_FILES,
        keys=tuple(DataKey(c.label, c.key, c.about, c.example) for c in COLUMNS),
        left_out=tuple(DataKey(label_of(FrontMatter, (key,)), key, why, "") for key, why in LEFT_OUT.items()),
        reuse_name=reuse.name,
        reuse_terms=reuse.terms,
        feeds=feeds,
    )
    return pages.page(
        "machines/data.html.j2", urls.DATA, "Dữ liệu mở", lead, changed=newest_of(catalog.public), data=data
    )


def data_files(catalog: Catalog, site_url: str) -> dict[str, bytes]:
    """Return the files of open data by address, the same in both editions: public stories only."""
    rows = rows_of(catalog, site_url)
    return {
        urls.MODELS_JSON: models_json(rows, catalog.taxonomy.site, shelf_counts(catalog.public)).encode(),
        urls.MODELS_CSV: models_csv(rows),
        urls.MODELS_XLSX: models_xlsx(rows, catalog.taxonomy),
        urls.MODELS_SCHEMA: models_schema().encode(),
    }
