"""The first worksheet: which register it is, and how to fill it in."""

from openpyxl.worksheet.worksheet import Worksheet

from monosashi.model import RegisterPaper
from monosashi.model.asked import GUIDE_WORKSHEET
from monosashi.publishing.excel.text_height import height_of
from monosashi.publishing.rounds.looks import SIZE, write
from monosashi.publishing.rounds.page import set_up_page

_HOW = (
    "色の付いた欄だけに記入してください。ほかの欄は、書き換えても反映しません。",
    "一行が一つの記録です（{counted}）。新しい記録は、空いた行に書きます。行を増やしても構いません。番号は、取り込むときに付きます。",
    "直すときは、その行のその欄だけを書き換えます。触れていない欄は、ブックを取り出したあとに画面で直されていても、元に戻りません。",
    "行を消しても、記録は消えません。行事の中止や誤りで記録を取り消すときは、「状態」で「取消し」を選びます。まだ確かでないものは「下書き」にします。",
    "見出しに（必須）とある欄は、「登録」にするには必ず書いてください。",
    "日付は、令和3年6月18日、R3.6.18、2021/6/18 のいずれでも書けます。",
    "金額は、欄の単位で書きます。1億2,300万円 のように単位を付けて書けば、換算します。負の数は △ でも - でも書けます。",
    "国名は「、」で区切ります。日本語、英語、ISO 3166 の符号のどれでも書けます。国でない相手（EU、ASEAN、国際機関）は、相手機関の欄に書きます。",
    "分からないことは、空けてください。「－」や「集計中」とは書けません。0 は値です。",
    "数式は受け付けません。計算した結果は、値だけを貼り付けてください。",
    "行の並べ替え、シートの名前や順番の変更は構いません。",
    "記入したら .xlsx 形式で保存し、台帳のページから送ってください。取り込む前に、何が変わるかを確かめられます。誤りがあれば、直すところに印を付けたこのブックをお返しします。",
)
#: The width of the column of sentences, in characters.
_WIDTH = 92


def write_guide(worksheet: Worksheet, paper: RegisterPaper) -> None:
    """Fill the worksheet."""
    worksheet.title = GUIDE_WORKSHEET
    write(worksheet.cell(1, 1), paper.name, size=16, bold=True)
    row = 2
    facts = (("担当", paper.whose_name), ("記録", f"{len(paper.records)}件"), ("取り出した日", paper.made_on))
    for name, text in facts:
        if text:
            row += 1
            write(worksheet.cell(row, 1), name, bold=True)
            write(worksheet.cell(row, 2), text, wrap=True)
    row += 2
    write(worksheet.cell(row, 1), "記入のしかた", size=12, bold=True)
    for number, sentence in enumerate(_HOW, 1):
        row += 1
        write(worksheet.cell(row, 1), f"{number}")
        write(worksheet.cell(row, 2), sentence.format(counted=paper.counted), wrap=True)
    row += 2
    write(worksheet.cell(row, 1), "項目の説明", size=12, bold=True)
    for column in paper.columns:
        row += 1
        write(worksheet.cell(row, 1), f"{column.name}{'（必須）' if column.required else ''}", wrap=True)
        choices = f"選択肢：{'、'.join(column.choices)}" if column.choices else ""
        write(worksheet.cell(row, 2), "\n".join(filter(None, (column.prompt, choices))), wrap=True)
    worksheet.column_dimensions["A"].width = 30
    worksheet.column_dimensions["B"].width = _WIDTH
    for at in range(2, row + 1):
        heights = [
            height_of(written, width * 5.25, SIZE)
            for column, width in ((1, 30), (2, _WIDTH))
            if isinstance(written := worksheet.cell(at, column).value, str)
        ]
        worksheet.row_dimensions[at].height = max([18.0, *heights])
    worksheet.row_dimensions[1].height = 26
    worksheet.sheet_view.showGridLines = False
    worksheet.protection.sheet = True
    set_up_page(worksheet, landscape=False)
