"""The ministry's tree of policies, the calendar, rolling forward, and the desk where one's own work waits."""
