"""A request to our desk: made, asked about, put right, taken back, and whether help came."""
