"""The questions before a person is asked: each answer is taken, put right, or put aside."""
