from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from tests.support.desk import account, ask, move, page_of, sign_in


def test_the_page_and_its_csv_show_counts_bars_and_no_names(
    app: Flask, client: FlaskClient
) -> None:
    account(app, "lea", "lead")
    sign_in(client, "lea")
    assert "Nothing yet" in page_of(client, "/desk/measures")
    for number in range(6):
        reference = ask(app, f"web-person-{number}")
        move(client, reference, "accept")
        move(client, reference, "complete", outcome="no_capacity")
    text = page_of(client, "/desk/measures?days=30")
    assert "agency is full" in text
    assert "<rect" in text
    assert "Ann" not in text
    csv = client.get("/desk/measures.csv?days=30")
    assert "why_not,no_capacity,,6" in csv.get_data(as_text=True)
    assert "Ann" not in csv.get_data(as_text=True)


def test_a_few_are_held_back_in_the_page_and_in_the_csv(app: Flask, client: FlaskClient) -> None:
    account(app, "lea", "lead")
    sign_in(client, "lea")
    move(client, ask(app), "decline", reason="no_capacity")
    assert "fewer than 5" in page_of(client, "/desk/measures")
    assert "why_not,no_capacity,,fewer than 5" in client.get("/desk/measures.csv").get_data(
        as_text=True
    )
