"""Special pages: nested tables, frames of one cell, hidden letters, scans with a text layer, strings across cells."""

from dataclasses import replace

from tests.variations.reading import wrong
from tests.variations.special import HEIGHT, SIZE, Sheet, across, grid
from tests.variations.table import Box, Slot, Table
from tests.variations.truth import Seen, TrueCell

_CROP = 100.0
_TABLE = grid((90.0, 120.0, 120.0), (20.0, 20.0), ("測定指標", "基準値", "目標値"), ("相談件数", "１２件", "３０件"))


def test_a_table_inside_a_cell() -> None:
    sheet = Sheet()
    outer = Table((120.0, 380.0), (120.0,), (Slot(0, 0, "施策の概要"), Slot(0, 1, "次の表のとおり")))
    inner = grid((80.0, 80.0), (20.0, 20.0), ("年度", "件数"), ("元年度", "４件"))
    sheet.table(40, 60, outer)
    sheet.frame(220, 100, inner)
    for slot in inner.slots:
        room = inner.room(slot)
        sheet.write(slot.text, 220 + room.x0 + 2, 100 + room.top + 11)
        sheet.expect(220, 100, inner, slot, number=1)
    assert wrong(sheet.printed(), sheet.truth) == []


def test_a_frame_of_one_cell() -> None:
    sheet = Sheet()
    sheet.table(400, 40, grid((150.0,), (18.0,), ("資料２－１",)), number=1)
    sheet.table(40, 100, _TABLE)
    sheet.write("事前分析表", 250, 80)
    sheet.loose.append((1, "事前分析表"))
    assert wrong(sheet.printed(), sheet.truth) == []


def test_white_letters_on_white_are_not_in_a_cell() -> None:
    sheet = Sheet()
    sheet.table(40, 100, _TABLE)
    sheet.write("隠し文字", 150, 118, setting="1 g")
    sheet.hidden.append("隠し文字")
    assert wrong(sheet.printed(), sheet.truth) == []


def test_invisible_letters_over_visible_ones_are_not_in_a_cell() -> None:
    sheet = Sheet()
    sheet.table(40, 100, _TABLE)
    sheet.write("見えない", 150, 118, how="invisible")
    sheet.hidden.append("見えない")
    assert wrong(sheet.printed(), sheet.truth) == []


def test_a_scan_with_a_layer_of_recognised_letters() -> None:
    sheet = Sheet()
    lines = ("政策名 情報通信の整備", "目標値 １００件")
    for n, line in enumerate(lines):
        sheet.write(line, 60, 100 + 30 * n, how="invisible")
        sheet.loose.append((1, line))
    assert wrong(sheet.printed(before=f"q 595 0 0 {HEIGHT:g} 0 0 cm /Im Do Q"), sheet.truth) == []


def test_one_string_across_cells() -> None:
    sheet = Sheet()
    sheet.frame(40, 100, _TABLE)
    font = sheet.fonts.get("F1", "ucs2")
    for row, y in ((0, 111.0), (1, 131.0)):
        slots = [slot for slot in _TABLE.slots if slot.row == row]
        sheet.ink.append(across(font, [(slot.text, 42 + _TABLE.xs[slot.column]) for slot in slots], y))
        for slot in slots:
            sheet.expect(40, 100, _TABLE, slot)
    assert wrong(sheet.printed(), sheet.truth) == []


def _cropped(cell: TrueCell) -> TrueCell:
    boxes = [seen.box for seen in cell.seen if seen.box]
    moved = [Box(box.x0 - _CROP, box.top - _CROP, box.x1 - _CROP, box.bottom - _CROP) for box in boxes]
    return replace(cell, seen=tuple(Seen(1, box) for box in moved))


def test_letters_outside_the_crop_box_are_not_on_the_page() -> None:
    sheet = Sheet()
    sheet.table(140, 200, _TABLE)
    sheet.cells = [_cropped(cell) for cell in sheet.cells]
    sheet.write("トンボ", 20, 40)
    sheet.hidden.append("トンボ")
    assert wrong(sheet.printed(more=f"/CropBox[{_CROP:g} 0 595 {HEIGHT - _CROP:g}]"), sheet.truth) == []


def test_a_line_that_ends_inside_a_cell_is_no_border() -> None:
    sheet = Sheet()
    sheet.table(40, 100, _TABLE)
    sheet.ink.append(f"q 0.5 w 60 {HEIGHT - 110:g} m 100 {HEIGHT - 110:g} l S Q")
    assert wrong(sheet.printed(), sheet.truth) == []


def test_a_tab_of_white_space_and_full_width_spaces() -> None:
    sheet = Sheet()
    table = grid((160.0, 160.0), (20.0,), ("区　　　分", "執 行 額"))
    sheet.table(40, 100, table)
    assert wrong(sheet.printed(), sheet.truth) == []


def test_letters_of_several_sizes_on_one_line() -> None:
    sheet = Sheet()
    table = grid((200.0, 120.0), (24.0,), ("約75％（見込み）", "12"))
    sheet.frame(40, 100, table)
    for text, x, size in (("約", 42.0, 9.0), ("75", 51.0, 14.0), ("％", 65.0, 9.0), ("（見込み）", 74.0, 6.0)):
        sheet.ink.append(
            f"BT /F1 {size:g} Tf {x:g} {HEIGHT - 116:g} Td <{sheet.fonts.get('F1', 'ucs2').encode(text)}> Tj ET"
        )
    sheet.write("12", 242, 116)
    for slot in table.slots:
        sheet.expect(40, 100, table, slot)
    assert wrong(sheet.printed(), sheet.truth) == []


def test_a_raised_mark_stays_on_its_line() -> None:
    sheet = Sheet()
    table = grid((200.0, 120.0), (30.0,), ("予算額（注１）の計", "－"))
    sheet.frame(40, 100, table)
    font = sheet.fonts.get("F1", "ucs2")
    for text, x, size, up in (("予算額", 42.0, 9.0, 0), ("（注１）", 69.0, 5.0, 4), ("の計", 89.0, 9.0, 0)):
        sheet.ink.append(f"BT /F1 {size:g} Tf {x:g} {HEIGHT - 118 + up:g} Td <{font.encode(text)}> Tj ET")
    sheet.write("－", 242, 118)
    for slot in table.slots:
        sheet.expect(40, 100, table, slot)
    assert wrong(sheet.printed(), sheet.truth) == []


def test_tight_rows_keep_their_lines() -> None:
    sheet = Sheet()
    rows = tuple((f"第{n}行目", f"{n * 111}件") for n in range(1, 9))
    table = grid((120.0, 120.0), (SIZE + 0.6,) * 8, *rows)
    sheet.frame(40, 100, table)
    for slot in table.slots:
        room = table.room(slot)
        sheet.write(slot.text, 40 + room.x0 + 1, 100 + room.bottom - 1.6)
        sheet.expect(40, 100, table, slot)
    assert wrong(sheet.printed(), sheet.truth) == []
