"""A pretend phone to try the text line without Twilio, on this machine only."""
