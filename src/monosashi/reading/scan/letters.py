"""Letters as a Japanese sheet prints them: the networks were taught many languages, and write some letters as another does.

>>> as_printed("自標值：1, 650人"), as_printed("30一⑥")
('目標値：1,650人', '30－⑥')
"""

import re

#: Letters of Chinese that Japanese prints in another form, as far as government sheets use them.
_OTHERS = "玫暂值步每黃橫稅說脫綠緣卷查增產內户强德录錄吳实标决对应总调检经继续绩组线结给统维约级规认记设评词试该详语误请课财责货质费资车转输进远连适选铁长门问间队阶际险难项预题额风验两变单压历发图"
_PRINTED = "政暫値歩毎黄横税説脱緑縁巻査増産内戸強徳録録呉実標決対応総調検経継続績組線結給統維約級規認記設評詞試該詳語誤請課財責貨質費資車転輸進遠連適選鉄長門問間隊階際険難項予題額風験両変単圧歴発図"
_LETTERS = str.maketrans(_OTHERS, _PRINTED)
#: Words that are none, for words that every sheet prints.
_WORDS = re.compile("自標(?=値|年|の|を|に|は|達|$)")
#: A dash between the numbers of a name (30－⑥), which looks like the kanji for one.
_DASH = re.compile(r"(?<=[0-9０-９])[一ー](?=[0-9０-９①-⑳㉑-㉟㊱-㊿])")
#: A blank the networks see after a comma or a point inside a number.
_INSIDE_NUMBER = re.compile(r"(?<=[0-9０-９])\s*([,.，．])\s+(?=[0-9０-９]{3}(?![0-9０-９]))")


def as_printed(text: str) -> str:
    """The text with the letters of Japanese, and numbers in one piece."""
    words = _WORDS.sub("目標", text.translate(_LETTERS))
    return _INSIDE_NUMBER.sub(r"\1", _DASH.sub("－", words)).strip()
