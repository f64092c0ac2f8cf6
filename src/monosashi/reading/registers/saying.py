"""What is said of cells, rows and columns of a register's workbook that cannot be taken as they are."""

from monosashi.model import Message
from monosashi.reading.rounds.cells import CellKind, Found

FOREIGN = Message(
    ja="この行は、このブックの記録の行ではありません（ほかのブックから写されたか、隠れた列が書き換えられています）。この行は取り込んでいません。新しい記録なら、空いた行に値だけを写してください。",
    en="This row is of no record of this workbook (copied from another, or its hidden cell was changed). It was not taken "
    "over. If it is a new record, copy its values into an empty row.",
)
ID_LOST = Message(
    ja="この行の番号の記録はもうありますが、行を見分ける隠れた欄が空です。この行は取り込んでいません。もとの行に書くか、新しい記録なら番号を消してください。",
    en="There is a record of this number, but the row's hidden cell is empty. The row was not taken over. Write into the "
    "record's own row, or delete the number if it is a new record.",
)
NO_COLUMNS = Message(
    ja="列を見分ける隠れた行か列がないため、このシートを読めません。何も取り込んでいません。ブックをもう一度取り出し、値を写してください。",
    en="The hidden row or column that tells columns apart is gone, so this worksheet cannot be read and nothing of it was "
    "taken over. Get the workbook again and copy your values into it.",
)
COLUMN_GONE = Message(
    ja="消された列があります。その項目は、どの記録でも前のままです。",
    en="Columns were deleted. Their fields stay as they were in every record.",
)
MERGED = Message(
    ja="結合されたセルで、どの記録の値か決められません。この行は取り込んでいません。結合を解いて、行ごとに書いてください。",
    en="Merged cells: it cannot be told which record the value belongs to. The row was not taken over. Unmerge them and "
    "write row by row.",
)
EMPTIED = Message(
    ja="この行は空にされていますが、記録は消していません。取り消すときは、「状態」で「取消し」を選んでください。",
    en="This row was emptied, but its record was not deleted. To take it back, choose 取消し as its state.",
)
NOT_TAKEN = Message(
    ja="この欄は書き換えても反映しません。前のままです。",
    en="A change of this cell is not taken over; it stays as it was.",
)
BESIDE = Message(
    ja="ここに書かれた言葉は、記録の欄の外なので取り込みません。伝えることは「補足」に書いてください。",
    en="Words outside the table of records are not taken over. Put what you want to say in the notes.",
)


def column_twice(code: str) -> Message:
    """Two columns of one role."""
    return Message(
        ja=f"「{code}」の列が二つあり、初めの列だけを読んでいます。この列を消してください。",
        en=f"There are two columns {code}; the first alone was read. Delete this one.",
    )


def unfit(cell: Found) -> Message | None:
    """Why what stands in a cell is no text, number or day that someone typed."""
    shown = cell.text if len(cell.text) <= 60 else f"{cell.text[:60]}…"
    if cell.kind is CellKind.FORMULA:
        return Message(
            ja=f"数式（{shown}）は受け取れません。この行は取り込んでいません。計算した結果を、値だけ貼り付けてください。",
            en=f"A formula ({shown}) is not taken, nor is its row. Paste its result as a value.",
        )
    if cell.kind is CellKind.ERROR:
        return Message(
            ja=f"エラー（{shown}）になっています。この行は取り込んでいません。値を書き直してください。",
            en=f"It is an error ({shown}). The row was not taken over. Write the value again.",
        )
    return None
