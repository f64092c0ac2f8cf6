"""What can go wrong before there is a sheet. Each error says what happened, what was kept, and what to do next."""

from monosashi.model.error import MonosashiError

#: What to do next where the cause says nothing better: the file itself is at fault.
_NEXT_JA = (
    "元のプログラムで開けるかを確かめ、開けたら保存し直したファイルを、開けなければ配布元のファイルを読んでください。"
)
_NEXT_EN = (
    "See whether the program it came from still opens it: if so, save it again and read that; "
    "if not, get the file again from where it was published."
)


class UnreadableDocument(MonosashiError):
    """The bytes are of no kind that is read, are damaged, or are more than is safe. Nothing was kept.

    ``why_ja``, ``why_en``: the cause, a whole sentence each. ``next_ja``, ``next_en``: what to do about this cause;
    without them, to save the file again or get it anew.
    """

    def __init__(
        self,
        name: str,
        why_ja: str,
        why_en: str,
        code: str = "unreadable",
        *,
        next_ja: str = _NEXT_JA,
        next_en: str = _NEXT_EN,
    ) -> None:
        super().__init__(
            code,
            f"「{shown_name(name)}」を読めません。{why_ja}何も保存していません。{next_ja}",
            f'Cannot read "{shown_name(name)}": {why_en} Nothing was kept. {next_en}',
        )


class TooBig(UnreadableDocument):
    """More than one of the ``Limits`` allows. ``setting``: the environment variable that raises it."""

    def __init__(self, name: str, why_ja: str, why_en: str, setting: str) -> None:
        super().__init__(
            name,
            why_ja,
            why_en,
            code="too-big",
            next_ja=f"信頼できるファイルなら、環境変数 {setting} を大きくして読み直せます。そうでなければ開かないでください。",
            next_en=f"If you trust the file, raise the environment variable {setting} and read it again; "
            "if not, do not open it.",
        )


class Encrypted(UnreadableDocument):
    """The file asks for a password."""

    def __init__(self, name: str) -> None:
        super().__init__(
            name,
            "パスワードで保護されています。",
            "it is protected by a password.",
            code="encrypted",
            next_ja="パスワードを外して保存し直したファイルを読んでください。",
            next_en="Save it without the password and read that.",
        )


class NoSheetFound(MonosashiError):
    """The document could be opened, but no known form's labels stand in it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "no-sheet",
            f"「{shown_name(name)}」に、知っている様式の見出し（政策名、測定指標、達成手段など）が見つかりません。"
            "何も保存していません。別のファイルでないかを確かめてください。知らない様式なら、--form で様式ファイルを渡せます。",
            f'No labels of a known form (政策名, 測定指標, 達成手段 ...) stand in "{shown_name(name)}". Nothing was kept. '
            "Check that it is the right file; a form of your own is given with --form.",
        )


#: A name longer than this is shown with its middle left out, so that a sentence stays one.
_LONGEST = 120


def shown_name(name: str) -> str:
    """A file's name as a sentence may show it: what would steer the terminal or the page, line ends and the marks that
    turn the direction of writing, is shown as its number.

    >>> shown_name("a\\u202excod.exe"), shown_name("表\\x1b[2J.pdf")
    ('a\\\\u202excod.exe', '表\\\\u001b[2J.pdf')
    """
    plain = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in name)
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST // 2]}…{plain[-_LONGEST // 2 :]}"
