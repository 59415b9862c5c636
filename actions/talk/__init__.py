"""What is said beside any question: stories, thanks, worries, and what has one reviewed answer."""
