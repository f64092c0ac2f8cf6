"""The number formats a workbook may name by a number alone, as the Japanese Excel understands them.

Source: ECMA-376 part 1, 18.8.30: the table for every language, and that for ja-jp (27 to 36, 50 to 58).
"""

GENERAL = "General"

_DAY = '[$-411]ggge"年"m"月"d"日"'
_SHORT_DAY = "[$-411]ge.m.d"
_MONTH = 'yyyy"年"m"月"'
_MONTH_AND_DAY = 'm"月"d"日"'

BUILTIN_FORMATS = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: "¥#,##0;¥-#,##0",
    6: "¥#,##0;[Red]¥-#,##0",
    7: "¥#,##0.00;¥-#,##0.00",
    8: "¥#,##0.00;[Red]¥-#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    27: _SHORT_DAY,
    28: _DAY,
    29: _DAY,
    30: "m/d/yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"時"mm"分"',
    33: 'h"時"mm"分"ss"秒"',
    34: _MONTH,
    35: _MONTH_AND_DAY,
    36: _SHORT_DAY,
    37: "#,##0;-#,##0",
    38: "#,##0;[Red]-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;[Red]-#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '¥#,##0;¥-#,##0;¥"-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '¥#,##0.00;¥-#,##0.00;¥"-"',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    50: _SHORT_DAY,
    51: _DAY,
    52: _MONTH,
    53: _MONTH_AND_DAY,
    54: _DAY,
    55: _MONTH,
    56: _MONTH_AND_DAY,
    57: _SHORT_DAY,
    58: _DAY,
}
