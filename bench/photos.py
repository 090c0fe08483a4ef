"""What photos cost: checking one, encoding one, taking one from the cache. CPU, not the clock.

The photo is made up: noise under a gradient, 4032 x 3024, as a phone saves it.

    python bench/photos.py --photos 5
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFilter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.publish.disk.kept_files import KeptFiles
from scripts.publish.images.photo_pixels import encode_all
from scripts.render.reading.pictures import PRESS, WEB
from scripts.source.media.photo_file import check_photo


def phone_photo(seed: int) -> bytes:
    noise = Image.effect_noise((1008, 756), 60).convert("RGB").resize((4032, 3024)).filter(ImageFilter.GaussianBlur(3))
    slope = Image.linear_gradient("L").resize((4032, 3024)).rotate(seed)
    photo = Image.merge("RGB", [Image.blend(band, slope, 0.6) for band in noise.split()])
    exif = Image.Exif()
    exif[0x0112] = 6
    out = BytesIO()
    photo.save(out, "JPEG", quality=92, exif=exif)
    return out.getvalue()


def cost(what: str, act: Callable[[int], object], times: int) -> None:
    start = time.process_time()
    for number in range(times):
        act(number)
    print(f"{what:40}{1000 * (time.process_time() - start) / times:8.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=5)
    count = parser.parse_args().photos
    photos = [phone_photo(number) for number in range(count)]
    facts = [check_photo("a.jpg", data) for data in photos]
    print(f"{count} photos of 12 megapixels, {sum(map(len, photos)) // count:,} bytes on average; CPU for one:")
    cost("check (whole file, an eighth in size)", lambda n: check_photo("a.jpg", photos[n]), count)
    cost("four files for pages, cold", lambda n: encode_all(photos[n], facts[n], WEB), count)
    cost("one print for the press, cold", lambda n: encode_all(photos[n], facts[n], (PRESS,)), count)
    with tempfile.TemporaryDirectory() as folder:
        kept = KeptFiles(Path(folder))
        for number in range(count):
            for encoding, data in zip(WEB, encode_all(photos[number], facts[number], WEB), strict=True):
                kept.put(f"{number} {encoding}", data)
        cost("four files for pages, kept", lambda n: [kept.get(f"{n} {encoding}") for encoding in WEB], count)


if __name__ == "__main__":
    main()
