"""Published and invented sheets through the whole walk."""
