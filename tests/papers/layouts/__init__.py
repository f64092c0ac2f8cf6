"""A printer for each layout: content in, page (blocks and truth) out."""
