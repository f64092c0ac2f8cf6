"""Every case there is."""

from tests.hostile import others, pages, pdfs, texts, words, workbooks

CASES = (*workbooks.cases, *words.cases, *pages.cases, *pdfs.cases, *texts.cases, *others.cases)
