"""The paper mill: invented sheets in the layouts that offices print, as Excel, Word, HTML and PDF, with their truth.

One content (``content``), laid out by a printer for each layout (``layouts``) on ruled tables and lines (``paper``),
written as a file of each kind (``xlsx``, ``word``, ``web``); the truth (``truth``) comes from the content, never from
a file. Ministries, values and prose are made up. ``python -m tests.papers FOLDER`` writes all of it.
"""
