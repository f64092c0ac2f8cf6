"""What a paragraph's style says of its list, its side and whether it is hidden."""

from dataclasses import dataclass, field

from lxml import etree

from monosashi.reading.word.names import attribute, child, children, value

#: Styles may be based on one another; a chain longer than this goes in circles.
_LONGEST_CHAIN = 30


@dataclass(frozen=True)
class Styles:
    """The styles of a document by their ids."""

    by_id: dict[str, etree._Element] = field(default_factory=dict)

    def properties(self, style: str | None, of: str) -> list[etree._Element]:
        """The ``w:pPr`` or ``w:rPr`` that a style sets, its own first, then those of the styles it is based on."""
        found = []
        for _ in range(_LONGEST_CHAIN):
            element = self.by_id.get(style or "")
            if element is None:
                break
            own = child(element, of)
            found += [own] if own is not None else []
            style = value(element, "w:basedOn")
        return found


def read_styles(root: etree._Element) -> Styles:
    """The styles of ``styles.xml``."""
    return Styles({attribute(one, "styleId") or "": one for one in children(root, "w:style")})
