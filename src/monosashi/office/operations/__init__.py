"""Operations: the log read, proven and handed on; backups and their restoring; what the keeper of the system checks."""
