from __future__ import annotations

import pytest

from gateway.safety.private_numbers import cut_private_numbers


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("my ssn is 123-45-6789", "6789"),
        ("social security 123456789 ok", "123456789"),
        ("ss# 123 45 6789", "6789"),
        ("medicare 1EG4-TE5-MK73", "MK73"),
        ("my card 4111 1111 1111 1111 exp 2/27", "1111"),
        ("routing 021000021 account number 12345678901", "12345678901"),
        ("mi numero de seguro es 123-45-6789", "6789"),
        ("my password is hunter22", "hunter22"),
        ("one two three four five six seven eight nine", "seven"),
    ],
)
def test_private_numbers_are_cut_out(text: str, secret: str) -> None:
    clean, found = cut_private_numbers(text)
    assert found
    assert secret not in clean


@pytest.mark.parametrize(
    "text",
    [
        "call me at 937-555-0142",
        "zip 45402",
        "my case is R-4F7K",
        "i am 84 and owe 1200 dollars",
        "call 1-800-677-1116",
    ],
)
def test_phones_zips_and_references_stay(text: str) -> None:
    assert cut_private_numbers(text) == (text, False)
