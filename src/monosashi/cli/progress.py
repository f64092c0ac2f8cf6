"""The bar over many files, with rate and time left, and the table of what became of them; both on standard error."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from monosashi.office import Outcome


class _Rate(ProgressColumn):
    """How many files a second, over the last while."""

    def render(self, task: Task) -> Text:
        """3.2 件/s."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f} 件 files/s" if speed else "")


def bar(*, shown: bool) -> Progress:
    """The bar; nothing where it is not shown."""
    left = TextColumn("残り left")
    columns = (TextColumn("読み取り reading"), BarColumn(), MofNCompleteColumn(), _Rate(), left, TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), disable=not shown)


@contextmanager
def parts_bar(title: str, *, shown: bool) -> Iterator[Callable[[int, int], None]]:
    """A bar over the parts of one long act: gives what to call with how many are done, of how many."""
    columns = (TextColumn(title), BarColumn(), MofNCompleteColumn(), TextColumn("残り left"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not shown, transient=True) as progress:
        task = progress.add_task("")

        def told(done: int, of: int) -> None:
            progress.update(task, completed=done, total=of)

        yield told


def show_summary(outcomes: Sequence[Outcome], planned: int) -> None:
    """How many files were read, kept, deserve findings, failed with which code, and were not come to."""
    table = Table("", "件 files", title="まとめ summary", title_justify="left")
    states = Counter(outcome.state for outcome in outcomes)
    codes = Counter(outcome.code for outcome in outcomes if outcome.state == "failed")
    rows = [
        ("読んだ read", states["read"]),
        ("前に読んだまま kept from an earlier run", states["kept"]),
        ("うち指摘あり with findings", sum(outcome.has_findings for outcome in outcomes)),
        *((f"読めない failed: {code}", count) for code, count in sorted(codes.items())),
        ("まだ not come to", planned - len(outcomes)),
    ]
    for name, count in rows:
        if count:
            table.add_row(name, str(count))
    Console(stderr=True).print(table)
