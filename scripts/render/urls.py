"""Every public address of the site but those of the indexes, which stand in ``facets/table``. Pure.

An address is relative to the root of the site, without a leading slash and with a closing one:
``mo-hinh/kien-luong/gop-von/``; the home page is the empty text. Addresses are stable,
Vietnamese and without marks (design, 6).
"""

from scripts.source import addresses

HOME = ""
STORIES = addresses.STORIES
SEARCH = "tim-kiem/"
ABOUT = "gioi-thieu/"
CONTRIBUTE = "gop-bai/"
HOUSE_STYLE = f"{CONTRIBUTE}van-phong/"
MESSAGES = f"{CONTRIBUTE}loi/"
MESSAGES_OF_LISTS = f"{MESSAGES}danh-muc-va-duyet/"
MESSAGES_OF_SITE = f"{MESSAGES}kiem-tra-cuoi/"
COLLECTIONS = "bo-suu-tap/"
TIMELINE = "phong-trao/"
PRESS = "bao-chi/"
PRESS_DATA = f"{PRESS}danh-sach.json"
PRESS_GUIDE = f"{PRESS}cach-dung/"
PROPOSE = f"{CONTRIBUTE}#sua-bai"
FOUR_ACTS = f"{ABOUT}#bon-viec"
REUSE = f"{ABOUT}#dung-lai"
TWO_SHELVES = f"{ABOUT}#hai-nhom"
DATA = "du-lieu/"
MODELS_JSON = f"{DATA}models.json"
MODELS_CSV = f"{DATA}models.csv"
MODELS_XLSX = f"{DATA}models.xlsx"
MODELS_SCHEMA = f"{DATA}models.schema.json"
PODCAST = "podcast.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
RUNS = "luot-khai-thac.txt"
"""How the list of all times that newsrooms ran a story ends, a file of its press page."""
SHARE_IMAGES = "assets/share/"

story_url = addresses.story_url
"""The address of a story: ``source`` needs it too, for links from story to story."""


def press_url(key: str) -> str:
    """Return the address of the press page of the story ``<district>/<slug>``."""
    return f"{story_url(key)}{PRESS}"


def story_file_url(key: str, name: str) -> str:
    """Return the address of a photo or a recording of the story ``<district>/<slug>``: it goes when the story goes."""
    return f"{story_url(key)}{name}"


def collection_url(slug: str) -> str:
    """Return the address of a collection's page."""
    return f"{COLLECTIONS}{slug}/"


def collection_series_url(slug: str) -> str:
    """Return the address of a collection as one document, a ready series."""
    return f"{collection_url(slug)}{slug}.docx"


def press_file_url(key: str, ending: str) -> str:
    """Return the address of a file that is too much for the press page of a story: ``…/bao-chi/gop-von-ca-bai.txt``."""
    return f"{press_url(key)}{key.rpartition('/')[2]}-{ending}"


def press_kit_url(key: str) -> str:
    """Return the address of the press kit of the story ``<district>/<slug>``."""
    return f"{press_url(key)}{key.rpartition('/')[2]}.zip"


def list_page_url(address: str, number: int) -> str:
    """Return the address of page ``number`` (from 1) of the list at ``address``."""
    return address if number == 1 else f"{address}trang-{number}/"


def atom_url(page: str) -> str:
    """Return the address of the Atom feed of the list at ``page``: the home page, a district, a field."""
    return f"{page}feed.xml"


def json_feed_url(page: str) -> str:
    """Return the address of the JSON Feed of the list at ``page``."""
    return f"{page}feed.json"


def sitemap_part_url(number: int) -> str:
    """Return the address of part ``number`` (from 1) of a sitemap that is too long for one file."""
    return f"sitemap-{number}.xml"


def absolute(address: str, site_url: str) -> str:
    """Return the whole web address of ``address`` on the site at ``site_url``.

    >>> absolute("dia-ban/", "https://example.vn/dvk")
    'https://example.vn/dvk/dia-ban/'
    """
    return f"{site_url.rstrip('/')}/{address}"


def relative(address: str, page: str) -> str:
    """Return the link from ``page`` to ``address``; a web address stays as it is.

    >>> relative("dia-ban/kien-luong/", "mo-hinh/kien-luong/gop-von/")
    '../../../dia-ban/kien-luong/'
    """
    if "://" in address:
        return address
    return "../" * page.count("/") + address or "./"


def absolute_url(address: str, site_url: str) -> str:
    """Return ``address`` with the site before it; alone when it is not known where the site will be."""
    return f"{site_url.rstrip('/')}/{address}" if site_url and "://" not in address else address
