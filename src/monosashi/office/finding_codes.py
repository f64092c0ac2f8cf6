"""The codes of what reading a document tells, laying corrections over it and applying decisions, beside those of the checks
(docs/reading-findings.md explains each)."""

#: Of a file of decisions that cannot be used.
UNREAD = "decisions-unread"
READING_CODES = frozenset(
    {
        "form-unknown",
        "read-by-ocr",
        "page-without-text",
        "page-unreadable",
        "glyphs-missing",
        "hidden-text",
        "hidden-worksheet",
        "hidden-rows",
        "number-formats-unread",
        "formula-uncalculated",
        "text-boxes",
        "parts-unread",
        "pictures-unread",
        "embedded-unread",
        "comments-unread",
        "footnotes-marked",
        "tracked-changes",
        "converted",
        "characters-damaged",
        "correction-stale",
        UNREAD,
    }
)
