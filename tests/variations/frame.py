"""Frame: the pages around the content: turned, cropped, scaled, put into Form XObjects (ISO 32000-1 sections 7.7.3, 8.10)."""

from dataclasses import dataclass

from tests.variations.letters import Fonts
from tests.variations.pdf_file import PdfFile


@dataclass(frozen=True)
class Frame:
    """A page of a width and height as it is shown, how its boxes are set, how its content is wrapped."""

    width: float
    height: float
    page: str
    wrap: str
    order: str


def framed(file: PdfFile, contents: list[tuple[str, str]], fonts: Fonts, frame: Frame) -> int:
    """Pages of rules and letters; gives the number of the catalogue."""
    names = " ".join(f"/{name} {font.write(file)} 0 R" for name, font in sorted(fonts.used.items()))
    resources = f"/Font<<{names}>>"
    tree = file.reserve()
    kids = []
    for rules, letters in contents:
        layers = [rules, letters] if frame.order == "rules-first" else [letters, rules]
        content, more = _wrapped(file, layers, resources, frame)
        matrix, boxes = _boxes(frame)
        stream = file.stream("", f"q {matrix} cm\n{content}\nQ")
        kids.append(
            file.add(f"<</Type/Page/Parent {tree} 0 R{boxes}/Resources<<{resources}{more}>>/Contents {stream} 0 R>>")
        )
    file.set(tree, f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>")
    return file.add(f"<</Type/Catalog/Pages {tree} 0 R>>")


def _boxes(frame: Frame) -> tuple[str, str]:
    """The matrix that brings the content into the media, and the page's boxes."""
    w, h = frame.width, frame.height
    turned = {
        "rotate-90": (f"0 1 -1 0 {h:g} 0", f"/Rotate 90/MediaBox[0 0 {h:g} {w:g}]"),
        "rotate-180": (f"-1 0 0 -1 {w:g} {h:g}", f"/Rotate 180/MediaBox[0 0 {w:g} {h:g}]"),
        "rotate-270": (f"0 -1 1 0 0 {w:g}", f"/Rotate -90/MediaBox[0 0 {h:g} {w:g}]"),
        "crop": ("1 0 0 1 40 60", f"/MediaBox[0 0 {w + 100:g} {h + 100:g}]/CropBox[40 60 {w + 40:g} {h + 60:g}]"),
        "crop-rotate-90": (
            f"0 1 -1 0 {h + 40:g} 60",
            f"/Rotate 90/MediaBox[0 0 {h + 100:g} {w + 100:g}]/CropBox[40 60 {h + 40:g} {w + 60:g}]",
        ),
        "crop-too-large": ("1 0 0 1 0 0", f"/MediaBox[0 0 {w:g} {h:g}]/CropBox[-50 -50 {w + 50:g} {h + 50:g}]"),
        "offset": (f"1 0 0 1 {-w / 2:g} -100", f"/MediaBox[{-w / 2:g} -100 {w / 2:g} {h - 100:g}]"),
        "upside-boxes": ("1 0 0 1 0 0", f"/MediaBox[{w:g} {h:g} 0 0]"),
        "unit": ("1 0 0 1 0 0", f"/UserUnit 2/MediaBox[0 0 {w:g} {h:g}]"),
        "small-unit": ("0.05 0 0 0.05 0 0 cm 20 0 0 20 0 0", f"/MediaBox[0 0 {w:g} {h:g}]"),
        "flipped": (f"1 0 0 -1 0 {h:g} cm 1 0 0 -1 0 {h:g}", f"/MediaBox[0 0 {w:g} {h:g}]"),
    }
    return turned.get(frame.page, ("1 0 0 1 0 0", f"/MediaBox[0 0 {w:g} {h:g}]"))


def _wrapped(file: PdfFile, layers: list[str], resources: str, frame: Frame) -> tuple[str, str]:
    """The content and what more it needs of resources."""
    if frame.wrap == "none":
        return "\n".join(layers), ""
    bounds = f"/BBox[-2000 -2000 {frame.width + 2000:g} {frame.height + 2000:g}]"
    form = f"/Type/XObject/Subtype/Form{bounds}"
    if frame.wrap == "split":
        each = [file.stream(f"{form}/Resources<<{resources}>>", layer) for layer in layers]
        names = " ".join(f"/X{n} {number} 0 R" for n, number in enumerate(each))
        return " ".join(f"/X{n} Do" for n in range(len(each))), f"/XObject<<{names}>>"
    inner = file.stream(f"{form}/Matrix[0.5 0 0 0.5 30 -20]/Resources<<{resources}>>", "\n".join(layers))
    undo = "q 2 0 0 2 -60 40 cm /X0 Do Q"
    if frame.wrap == "nested":
        keys = f"{form}/Matrix[0 1 -1 0 0 0]/Resources<<{resources}/XObject<</X0 {inner} 0 R>>>>"
        inner, undo = file.stream(keys, undo), "q 0 -1 1 0 0 0 cm /X0 Do Q"
    return undo, f"/XObject<</X0 {inner} 0 R>>"
