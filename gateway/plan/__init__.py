"""The plan: pages behind a private link, on paper, as PDF, by e-mail, by text."""
