"""Review: a sheet's way from draft to the public, what people say beside its values, and the editions that stay."""
