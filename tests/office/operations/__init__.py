"""Operations: the log, backups, and what is checked."""
