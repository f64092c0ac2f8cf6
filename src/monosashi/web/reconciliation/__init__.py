"""A sheet beside the outside books: its money rebuilt, its means matched, the flow of the money."""
