"""A telephone number that is dictated is one, and no private number."""

from __future__ import annotations

import pytest

from gateway.safety.private_numbers import cut_private_numbers

PHONE = "864-555-0190"


@pytest.mark.parametrize(
    "text",
    [
        "The number is eight six four, five five five, oh one nine oh",
        "eight six four five five five zero one nine zero",
        "eight sixty four five fifty five oh one ninety",
        "one eight six four five five five oh one nine oh",
        "864 five five five 0190",
        "eight six four triple five oh one nine oh",
        "El número es ocho seis cuatro, cinco cinco cinco, cero uno nueve cero",
        "ocho sesenta y cuatro, cinco cincuenta y cinco, cero uno noventa",
        "ochocientos sesenta y cuatro, cinco cinco cinco, cero uno nueve cero",
        "ocho seis cuatro\ncinco cinco cinco\ncero uno nueve cero",
    ],
)
def test_a_telephone_number_in_words_comes_in_digits(text: str) -> None:
    clean, found = cut_private_numbers(text)
    assert PHONE in clean
    assert not found


@pytest.mark.parametrize(
    "text",
    [
        "one two three four five six seven eight nine",
        "uno dos tres cuatro cinco seis siete ocho nueve",
        "my social is two one oh five five five oh one one eight",
        "mi seguro social es dos uno cero cinco cinco cinco cero uno uno ocho",
        "four one seven fifty five oh one twenty three is my social",
        "417 five five 0123 thats my social security",
        "mi seguro es cuatro uno siete, cincuenta y cinco, cero uno veintitres",
        "cuatro diecisiete cincuenta y cinco cero uno veintitrés",
        "my ssn is four-one-seven five-five oh-one-two-three",
        "cuenta del banco numero uno dos tres cuatro cinco seis siete ocho",
        "the last four are oh one two three",
        "my pin is four four one seven",
        "medicare number is one e g four t e five m k seven three",
        "1 E G 4 T E 5 M K 7 3",
        "one E as in Edward G as in George 4 T E 5 M K 7 3",
        "my card is four one four two five five five oh one two three four five six seven eight",
    ],
)
def test_a_private_number_in_words_is_cut_out(text: str) -> None:
    clean, found = cut_private_numbers(text)
    assert found
    assert "[removed]" in clean


@pytest.mark.parametrize(
    "text",
    [
        "i am eighty two and have two cats and one dog",
        "i need a ride at two, 937-555-0142",
        "tengo ochenta y dos años y dos nietos",
        "seven or eight people, five of them kids",
        "my grandkids are 8 and 12 and 14 and 17 and 21",
        "I was born in nineteen forty one and married in sixty two",
        "two pills at 8, one at 12, two at 6, one at 10",
        "tuesday the second at ten thirty or wednesday the third at four fifteen",
        "tengo setenta y nueve años, mi esposo ochenta y tres, y cuatro hijos",
    ],
)
def test_other_numbers_in_words_stay_as_they_are(text: str) -> None:
    assert cut_private_numbers(text) == (text, False)
