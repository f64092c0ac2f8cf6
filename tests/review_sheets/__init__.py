"""The real review sheets (行政事業レビューシート, judgit/data, CC BY 4.0) as nouns, and what the rules find in all of them.

``make counts`` writes docs/review-sheets.md.
"""
