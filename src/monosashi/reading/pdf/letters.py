"""Letters: what is looked up of single runs, only where it matters, so that most runs cost two questions."""

from typing import Protocol

from monosashi.reading.pdf.shapes import Box, Run


class Letters(Protocol):
    """Answers about the letters of a run."""

    def size(self, run: Run) -> float:
        """The height of its letters as printed, in points."""

    def end(self, run: Run) -> float:
        """Where the letter after its last would stand."""

    def clip(self, run: Run) -> Box | None:
        """What of the paper it may be seen on; nothing where it is not clipped."""

    def falls(self, run: Run) -> bool:
        """Whether its letters follow one another downwards (or upwards) rather than sideways."""

    def glyphs(self, run: Run) -> list[Run]:
        """One run for each of its letters, with the room the font gives each."""


class PlainLetters:
    """Answers from a run's own box, its letters evenly spread: for text that was seen, not drawn."""

    def size(self, run: Run) -> float:
        """The height of the box."""
        return run.bottom - run.top

    def end(self, run: Run) -> float:
        """The end of the box."""
        return run.x1

    def clip(self, run: Run) -> Box | None:
        """Nothing is clipped."""
        return None

    def falls(self, run: Run) -> bool:
        """As its box is higher than wide."""
        return run.bottom - run.top > 1.2 * (run.x1 - run.x0)

    def glyphs(self, run: Run) -> list[Run]:
        """The box in equal parts, along its longer side."""
        x0, top, x1, bottom = run.box
        count = len(run.text)
        tall = count > 1 and self.falls(run)
        if tall:
            step = (bottom - top) / count
            boxes = [Box(x0, top + n * step, x1, top + (n + 1) * step) for n in range(count)]
        else:
            step = (x1 - x0) / count
            boxes = [Box(x0 + n * step, top, x0 + (n + 1) * step, bottom) for n in range(count)]
        parts = [run.at(letter, box) for letter, box in zip(run.text, boxes, strict=True)]
        return [part._replace(x=part.x0, base=part.bottom if tall else run.base) for part in parts]
