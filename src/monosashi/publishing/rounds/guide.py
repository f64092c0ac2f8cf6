"""The first worksheet: what is asked, by when, and how to fill it in."""

from openpyxl.worksheet.worksheet import Worksheet

from monosashi.model.asked import GUIDE_WORKSHEET, STATE_CHOICES, RoundPaper
from monosashi.model.date import print_date
from monosashi.model.nendo import Nendo
from monosashi.publishing.excel.text_height import height_of
from monosashi.publishing.rounds.looks import SIZE, write
from monosashi.publishing.rounds.page import set_up_page

_HOW = (
    "色の付いた欄だけに記入してください。ほかの欄は、記入の参考に示したもので、書き換えても反映しません。",
    "「回答の区分」は一覧から選びます。値があるときは「実績」を選び、「実績値」に値を書きます。区分を空けて値だけを書いても構いません。",
    "値がないときは、その訳（{states}）を「回答の区分」で選びます。0 は値です。値がないことを 0 や「－」で表さないでください。",
    "値は、書いたとおりに残ります。12.50 と書けば 12.50 のままです。全角の数字、桁区切り（1,234）、△、単位を付けた書き方（45件）も使えます。",
    "数式は受け付けません。計算した結果は、値だけを貼り付けてください。",
    "その年度の値がまだなく、最新の値を報告するときは、「値の年度」にその年度を書きます（令和4年度、R4、2022 のいずれでも）。",
    "値が昨年と大きく違うとき、単位や調べ方が変わったときは、「補足」に訳を書いてください。",
    "「根拠資料」には、統計や資料の名前又はアドレス（URL）を書きます。",
    "今は答えられない指標は、空けたままにしてください。空けた行は、前のまま変わりません。",
    "行を増やさないでください。行の並べ替え、シートの名前や順番の変更は構いません。",
    "記入したら .xlsx 形式で保存し、配られた画面から送り返してください。誤りがあれば、直すところに印を付けたこのブックをお返しします。",
)
#: The width of the column of sentences, in characters.
_WIDTH = 92


def write_guide(worksheet: Worksheet, paper: RoundPaper) -> None:
    """Fill the worksheet."""
    worksheet.title = GUIDE_WORKSHEET
    count = sum(len(sheet.measures) for sheet in paper.sheets)
    facts = (
        ("照会", paper.name),
        ("対象", f"{Nendo(year=paper.nendo)}の実績"),
        ("回答者", paper.whose_name),
        ("期限", print_date(paper.deadline)),
        ("指標の数", f"{len(paper.sheets)}の政策、{count}の測定指標"),
    )
    write(worksheet.cell(1, 1), paper.name, size=16, bold=True)
    row = 3
    for name, text in facts:
        write(worksheet.cell(row, 1), name, bold=True)
        write(worksheet.cell(row, 2), text, wrap=True)
        row += 1
    if paper.note:
        write(worksheet.cell(row, 1), "連絡", bold=True)
        write(worksheet.cell(row, 2), paper.note, wrap=True)
        row += 1
    row += 1
    write(worksheet.cell(row, 1), "記入のしかた", size=12, bold=True)
    states = "、".join(list(STATE_CHOICES.values())[1:])
    for number, sentence in enumerate(_HOW, 1):
        row += 1
        write(worksheet.cell(row, 1), f"{number}")
        write(worksheet.cell(row, 2), sentence.format(states=states), wrap=True)
    row += 2
    write(worksheet.cell(row, 1), "政策の一覧", size=12, bold=True)
    for sheet in paper.sheets:
        row += 1
        write(worksheet.cell(row, 1), sheet.identifier, wrap=True)
        write(worksheet.cell(row, 2), f"{sheet.name}（{len(sheet.measures)}指標）", wrap=True)
    worksheet.column_dimensions["A"].width = 18
    worksheet.column_dimensions["B"].width = _WIDTH
    for at in range(2, row + 1):
        written = worksheet.cell(at, 2).value
        if isinstance(written, str):
            worksheet.row_dimensions[at].height = max(18.0, height_of(written, _WIDTH * 5.25, SIZE))
    worksheet.row_dimensions[1].height = 26
    worksheet.sheet_view.showGridLines = False
    worksheet.protection.sheet = True
    set_up_page(worksheet, landscape=False)
