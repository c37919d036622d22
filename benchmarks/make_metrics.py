"""Write sesbank/sheet/metrics.json: the widths of the letters of the free twins of Word's fonts.

Run once by a developer who has fontTools and the fonts, and only when a font is added:
`python benchmarks/make_metrics.py`. Widths are facts read from the font files (see NOTICE); at
run time no font and no fontTools is needed. Unit: thousandths of the font size, rounded up.
"""

from __future__ import annotations

import json
import math
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path("/usr/share/fonts/truetype")
TARGET = Path(__file__).parent.parent / "sesbank" / "sheet" / "metrics.json"
FACES = {
    "Carlito": "crosextra/Carlito-{}.ttf",
    "Caladea": "crosextra/Caladea-{}.ttf",
    "Liberation Sans": "liberation/LiberationSans-{}.ttf",
    "Liberation Serif": "liberation/LiberationSerif-{}.ttf",
    "DejaVu Sans": "dejavu/DejaVuSans{}.ttf",
}
CUTS = {"": "Regular", "b": "Bold", "i": "Italic", "bi": "BoldItalic"}
WIDEST = ("dejavu/DejaVuSans{}.ttf", "dejavu/DejaVuSerif{}.ttf")
"""A font that is not known is taken to be as wide, letter by letter, as the wider of these."""
DEJAVU_CUTS = {"": "", "b": "-Bold", "i": "-Oblique", "bi": "-BoldOblique"}
SERIF_CUTS = {"": "", "b": "-Bold", "i": "-Italic", "bi": "-BoldItalic"}
COMMON = [
    (0x20, 0x24F),
    (0x370, 0x4FF),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2044),
    (0x20A0, 0x20BF),
    (0x2116, 0x2126),
    (0x2150, 0x215E),
    (0x2190, 0x2195),
    (0x2202, 0x2265),
    (0x25A0, 0x25E6),
]
FALLBACK = [*COMMON, (0x500, 0x6FF), (0x2070, 0x209C), (0x2100, 0x27BF), (0x2190, 0x22FF)]


def main() -> None:
    faces = {name: face(name, pattern) for name, pattern in FACES.items()}
    faces["widest"] = widest()
    TARGET.write_text(
        json.dumps({"unit": 1000, "faces": faces}, separators=(",", ":"), sort_keys=True) + "\n",
        encoding="utf-8",
    )
    print(TARGET, TARGET.stat().st_size)


def face(name: str, pattern: str) -> dict[str, object]:
    cuts = DEJAVU_CUTS if name.startswith("DejaVu") else CUTS
    ranges = FALLBACK if name.startswith("DejaVu") else COMMON
    fonts = {key: TTFont(FONTS / pattern.format(cut)) for key, cut in cuts.items()}
    regular = fonts[""]
    em = regular["head"].unitsPerEm
    os2, hhea = regular["OS/2"], regular["hhea"]
    ascent = max(os2.usWinAscent, hhea.ascent)
    descent = max(os2.usWinDescent, -hhea.descent)
    return {
        "line": math.ceil((ascent + descent + max(hhea.lineGap, 0)) * 1000 / em),
        "widths": {key: widths(font, ranges) for key, font in fonts.items()},
    }


def widest() -> dict[str, object]:
    sans, serif = WIDEST
    pairs = {
        key: (TTFont(FONTS / sans.format(DEJAVU_CUTS[key])), TTFont(FONTS / serif.format(cut)))
        for key, cut in SERIF_CUTS.items()
    }
    return {
        "line": face("DejaVu Sans", sans)["line"],
        "widths": {
            key: {
                start: [max(pair) for pair in zip(found, of_serif[start], strict=True)]
                for start, found in of_sans.items()
                if start in of_serif and len(found) == len(of_serif[start])
            }
            for key, (of_sans, of_serif) in {
                key: (widths(one, COMMON), widths(other, COMMON))
                for key, (one, other) in pairs.items()
            }.items()
        },
    }


def widths(font: TTFont, ranges: list[tuple[int, int]]) -> dict[str, list[int]]:
    """Return lists of widths by the code point they start at; gaps end a list."""
    em, names, advances = font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"].metrics
    found: dict[str, list[int]] = {}
    codes = sorted({code for first, last in ranges for code in range(first, last + 1)})
    previous, current = -2, []
    for code in codes:
        if code not in names:
            continue
        if code != previous + 1:
            current = found.setdefault(f"{code:x}", [])
        current.append(math.ceil(advances[names[code]][0] * 1000 / em))
        previous = code
    return found


if __name__ == "__main__":
    main()
