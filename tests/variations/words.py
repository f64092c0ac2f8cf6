"""Words: texts of the length a cell has room for, made from the words of evaluation sheets; every draw from a seed."""

import random

_TEXT = (
    "施策 目標 指標 政策 評価 予算 執行 基準 実績 達成 年度 割合 件数 人数 支援 推進 整備 普及 国際 協力 情報 通信 地域 環境 調査 研究 "
    "安全 確保 向上 改善 制度 運用 事業 補助 企業 海外 展開 会議 協議 開催 累計 当初 補正 繰越 合計 測定 選定 理由 根拠 水準 把握 課題 "
    "の を に へ と が は で から まで により における ため こと ける する ・ 、 「 」 （ ） ／ サービス データ ネットワーク システム セミナー"
)
_WORDS = _TEXT.split()
_NUMBERS = (
    "12",
    "3,450",
    "△1,200",
    "98.5%",
    "１００％",
    "0",
    "（86%）",
    "R3年度",
    "平成30年度",
    "約75％",
    "1,113,977",
    "①",
    "⑫",
    "※５",
)
_SIGNS = ("～", "－", "：", "％", "○", "×", "【参考】", "＜アウトカム指標＞", "ICT", "KPI", "2.5", "令和３年度")
LABELS = (
    "政策名", "施策の概要", "達成すべき目標", "担当部局名", "作成責任者名", "測定指標", "基準値", "基準年度", "目標値", "目標年度",
    "年度ごとの目標値", "年度ごとの実績値", "当初予算(a)", "補正予算(b)", "繰越し等(c)", "合計(a+b+c)", "執行額（千円）", "区分",
    "達成手段", "関連する指標", "行政事業レビュー事業番号",
)  # fmt: skip
YEARS = ("28年度", "29年度", "30年度", "令和元年度", "令和２年度", "令和３年度", "令和４年度")


class Words:
    """Texts drawn in turn from one seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def prose(self, characters: int) -> str:
        """A run of words, at most so many full-width characters long; never empty."""
        text = ""
        while len(text) < characters:
            text += self.chance.choice(_SIGNS if self.chance.random() < 0.12 else _WORDS)
        return text[:characters].strip("、・") or "施"

    def number(self) -> str:
        """What a cell of figures holds."""
        if self.chance.random() < 0.5:
            return f"{self.chance.randrange(1, 10_000_000):,}"
        return self.chance.choice(_NUMBERS)

    def short(self) -> str:
        """A dash, a mark or a figure: texts that stand in many cells alike."""
        return self.chance.choice(("－", "-", "○", "100", self.number()))
