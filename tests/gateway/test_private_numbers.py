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
        ("417550123", "0123"),
        ("my social is 4 1 7 5 5 0 1 2 3", "1 2 3"),
        ("el seguro social de mi mama es 417550123", "0123"),
        ("the last four of my social is 0123", "0123"),
        ("mi seguro termina en 0123", "0123"),
        ("HICN 417550123D6", "D6"),
        ("claim number 417-55-0123-T", "-T"),
        ("railroad WA417-55-0123", "0123"),
        ("1EG4-TE5-MK-73", "MK"),
        ("4111.1111.1111.1111", "1111"),
        ("ebt card 5077 0812 3456 7890", "5077"),
        ("account ending 4421 number 998877665544", "9988"),
        ("the account at chase is 0012345678", "5678"),
        ("medicaid id 123456789W", "6789"),
        ("driver license D1234567", "4567"),
        ("passport 512345678", "5678"),
        ("pin 4417", "4417"),
        ("la clave del banco es 4417", "4417"),
        ("la contraseña de mi banco es Luna1955", "Luna"),
        ("my email password Sunshine55", "Sunshine"),
        ("my password is sunshine", "sunshine"),
        ("the code they texted me is 884213", "884213"),
        ("security code 123 on the back", "123"),
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
        "I called social security 1-800-772-1213",
        "medicare is 8006334227",
        "9375550142",
        "zip 45402-1234",
        "apartment 417 building 55 street 0123 elm",
        "my birthday is 3/4/1941",
        "the PIN number is what they asked for",
        "my password is not working",
        "la clave es la paciencia",
        "I get 1,417.55 a month",
        "bus 12, 15, 17, 21, 33, 45",
        "social security 1200 a month and medicare 185",
        "A1C is 9 and my pressure 180 over 95",
    ],
)
def test_phones_zips_and_references_stay(text: str) -> None:
    assert cut_private_numbers(text) == (text, False)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the number I gave is wrong it ends in 0191", True), ("my phone ends in 0191", True), ("wrong number, it ends in 0191 not 0119", True), ("el numero que di esta mal, termina en 0191", True),
        ("my card number ends in 4417", False), ("the number I gave for my card ends in 4417", False), ("ends in 4417", False), ("my social ends in 4417", False), ("mi tarjeta termina en 4417", False),
    ],
)  # fmt: skip
def test_the_last_digits_of_a_telephone_stay(text: str, kept: bool) -> None:
    assert cut_private_numbers(text) == (text, False) if kept else cut_private_numbers(text)[1]
