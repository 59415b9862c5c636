"""The text line: Twilio's webhooks in, segments out."""
