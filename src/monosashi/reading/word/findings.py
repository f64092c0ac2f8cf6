"""What a Word file holds that is not on its paper, or stands there otherwise than it was read."""

from monosashi.model import Finding, Severity
from monosashi.reading.telling import short, told
from monosashi.reading.word.paragraph import Seen


def findings_of(seen: Seen) -> tuple[Finding, ...]:
    """One finding for each kind of thing that was met."""
    return (*_changes(seen), *_hidden(seen), *_unread(seen), *_notes(seen))


def _changes(seen: Seen) -> tuple[Finding, ...]:
    if not seen.changes:
        return ()
    return (
        told(
            "tracked-changes",
            Severity.WARNING,
            str(seen.changes),
            f"変更履歴が{seen.changes}か所残っています。挿入は採り、削除は捨てて、承諾した後の形で読みました。"
            "確定した文書かどうかを確かめてください。",
            f"{seen.changes} tracked changes are still open; insertions were kept and deletions dropped, as if all were "
            "accepted. Check that this is the final document.",
        ),
    )


def _hidden(seen: Seen) -> tuple[Finding, ...]:
    if not seen.hidden:
        return ()
    words = short(seen.hidden)
    return (
        told(
            "hidden-text",
            Severity.NOTE,
            words,
            f"隠し文字{len(seen.hidden)}か所（{words}）は、紙面に出ないため読んでいません。",
            f"Hidden text in {len(seen.hidden)} places ({words}) is not on the paper and was not read.",
        ),
    )


def _unread(seen: Seen) -> tuple[Finding, ...]:
    found = []
    if seen.pictures:
        found.append(
            told(
                "pictures-unread",
                Severity.NOTE,
                str(seen.pictures),
                f"図や写真{seen.pictures}点の中の文字は読んでいません。",
                f"Words inside {seen.pictures} pictures or charts were not read.",
            )
        )
    if seen.chunks:
        found.append(
            told(
                "embedded-unread",
                Severity.WARNING,
                str(seen.chunks),
                f"別の文書の埋め込み{seen.chunks}か所は読んでいません。Word で開いて保存し直すと本文に入ります。",
                f"{seen.chunks} embedded documents were not read; open and save the file in Word to take them in.",
            )
        )
    if seen.comments:
        found.append(
            told(
                "comments-unread",
                Severity.NOTE,
                str(seen.comments),
                f"コメント{seen.comments}件は読んでいません。",
                f"{seen.comments} comments were not read.",
            )
        )
    return tuple(found)


def _notes(seen: Seen) -> tuple[Finding, ...]:
    if not seen.notes:
        return ()
    return (
        told(
            "footnotes-marked",
            Severity.NOTE,
            str(len(seen.notes)),
            f"脚注{len(seen.notes)}件を、参照箇所に（※番号）、末尾に「※番号　本文」として読みました。"
            "紙面では小さな数字で印刷されます。",
            f"{len(seen.notes)} footnotes were read as （※n） where they are cited and as a note at the end; on paper they "
            "are small figures.",
        ),
    )
