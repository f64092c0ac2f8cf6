"""A PDF file from its objects, by hand: what no producer does can be done here (ISO 32000-1 section 7.5)."""

from zlib import compress


class PdfFile:
    """Objects are numbered from 1 as they are added; ``reserve`` gives a number before its object is known."""

    def __init__(self, packed: bool = True) -> None:
        self._objects: list[bytes] = []
        self._packed = packed

    def reserve(self) -> int:
        """A number for an object that is set later."""
        self._objects.append(b"null")
        return len(self._objects)

    def set(self, number: int, body: str) -> None:
        """The object of a reserved number."""
        self._objects[number - 1] = body.encode("latin-1")

    def add(self, body: str) -> int:
        """One more object; gives its number."""
        number = self.reserve()
        self.set(number, body)
        return number

    def stream(self, keys: str, content: str | bytes) -> int:
        """A stream with these further keys in its dictionary."""
        data = content.encode("latin-1") if isinstance(content, str) else content
        packing = ""
        if self._packed:
            data, packing = compress(data), "/Filter/FlateDecode"
        number = self.reserve()
        head = f"<<{keys}{packing}/Length {len(data)}>>\nstream\n".encode("latin-1")
        self._objects[number - 1] = head + data + b"\nendstream"
        return number

    def bytes(self, root: int) -> bytes:
        """The file, with its cross-reference table."""
        out = bytearray(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in enumerate(self._objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, root, start)
        return bytes(out)
