"""One file a command (or group of commands) of the command line."""
