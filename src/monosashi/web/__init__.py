"""The office in a browser: addresses, views and templates. Knows the office and the nouns, no other room."""
