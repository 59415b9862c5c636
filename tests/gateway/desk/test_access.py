"""Who may open what: every page of the desk with no session, the wrong role, a forged form, a guessed id."""

from __future__ import annotations

import re
import time

import pyotp
import pytest
import segno
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from gateway.desk.access import IDLE_S, LEAST_ROLE, LONGEST_S
from referrals.audit import Audit
from referrals.staff import ROLES, Staff
from tests.support.desk import (
    PASSWORD,
    account,
    ask,
    move,
    page_of,
    referrals_of,
    send,
    sign_in,
    token_of,
    version_on,
)

_OPEN = ("desk.static", "desk.sign_in", "desk.sign_in_form")


def desk_rules(app: Flask) -> list[Rule]:
    found = [r for r in app.url_map.iter_rules() if r.endpoint.startswith("desk.")]
    return [rule for rule in found if rule.endpoint not in _OPEN]


def path_of(rule: Rule, reference: str = "R-AAAA") -> str:
    path = rule.rule.replace("<reference>", reference).replace("<name>", "ana")
    for part in ("item_id", "link_id"):
        path = path.replace(f"<int:{part}>", "1")
    return path


def open_rule(client: FlaskClient, rule: Rule, reference: str, token: str = ""):  # type: ignore[no-untyped-def]
    method = "POST" if "POST" in (rule.methods or ()) else "GET"
    return client.open(path_of(rule, reference), method=method, data={"token": token})


def as_if_signed_in(app: Flask, client: FlaskClient) -> None:
    """A session as signing in makes it, without the slow password for each of forty pages."""
    ana = Staff(referrals_of(app)).account("ana")
    assert ana
    with client.session_transaction() as session:
        session.update(staff="ana", round=ana.session_round, token="the token")
        session["seen"] = session["began"] = time.time()


def test_every_page_of_the_desk_has_a_least_role(app: Flask) -> None:
    assert {rule.endpoint for rule in desk_rules(app)} == set(LEAST_ROLE)
    assert set(LEAST_ROLE.values()) == set(ROLES)


def test_every_page_of_the_desk_needs_a_sign_in(app: Flask, client: FlaskClient) -> None:
    for rule in desk_rules(app):
        response = open_rule(client, rule, "R-AAAA")
        assert response.status_code == 302, rule.rule
        assert "/desk/sign-in" in response.headers["Location"]


@pytest.mark.parametrize("role", ROLES)
def test_every_page_refuses_each_role_below_its_own(app: Flask, role: str) -> None:
    reference = ask(app)
    account(app, "ana", role)
    refused, opened = set(), set()
    for rule in desk_rules(app):
        client = app.test_client()
        as_if_signed_in(app, client)
        response = open_rule(client, rule, reference, "the token")
        assert response.status_code < 500, rule.rule
        (refused if response.status_code == 403 else opened).add(rule.endpoint)
    mine = ROLES.index(role)
    assert refused == {e for e, least in LEAST_ROLE.items() if ROLES.index(least) > mine}
    assert opened == {e for e, least in LEAST_ROLE.items() if ROLES.index(least) <= mine}


def test_every_form_of_the_desk_refuses_a_forged_token(app: Flask, client: FlaskClient) -> None:
    reference = ask(app)
    account(app, "ana", "admin")
    sign_in(client)
    for rule in desk_rules(app):
        if "POST" not in (rule.methods or ()):
            continue
        for forged in ("", "forged", "ñ"):
            assert open_rule(client, rule, reference, forged).status_code == 403, rule.rule
    assert "nobody has it yet" in page_of(client, f"/desk/referrals/{reference}")


def test_a_sign_in_from_elsewhere_is_refused(app: Flask, client: FlaskClient) -> None:
    account(app, "ana")
    response = client.post("/desk/sign-in", data={"name": "ana", "password": PASSWORD})
    assert response.status_code == 403


@pytest.mark.parametrize(
    "guess", ["R-AAAA", "R-9999", "1", "' OR 1=1 --", "..%2f..%2fetc%2fpasswd", "R-%00"]
)
def test_a_guessed_reference_opens_nothing(app: Flask, ana: FlaskClient, guess: str) -> None:
    ask(app)
    for page in ("", "/print", "/packet.csv", "/bundle.json", "/thread"):
        assert ana.get(f"/desk/referrals/{guess}{page}").status_code == 404


def test_a_link_of_another_referral_is_not_ended(app: Flask, ana: FlaskClient) -> None:
    mine, other = ask(app, needs=["housing"]), ask(app, needs=["utilities"])
    page = f"/desk/referrals/{other}"
    send(ana, f"{page}/link", page, name="Agency", version=version_on(ana, page))
    assert send(ana, f"/desk/referrals/{mine}/links/1/end").status_code == 404
    assert "Not opened yet" in page_of(ana, page)


def test_five_wrong_passwords_lock_the_account(app: Flask, client: FlaskClient) -> None:
    account(app, "ana")
    for _ in range(5):
        assert sign_in(client, password="wrong password here").status_code == 401
    assert sign_in(client).status_code == 401


def test_guessing_from_one_address_is_slowed_down(client: FlaskClient) -> None:
    codes = [sign_in(client, f"name{n}", "wrong").status_code for n in range(31)]
    assert codes[-1] == 429
    assert set(codes[:-1]) == {401}


def test_signing_in_leaves_nothing_of_the_session_before(app: Flask, client: FlaskClient) -> None:
    account(app, "ana")
    before = token_of(client, "/desk/sign-in")
    with client.session_transaction() as session:
        session["planted"] = "by somebody else"
    sign_in(client)
    assert token_of(client, "/desk") != before
    with client.session_transaction() as session:
        assert "planted" not in session


@pytest.mark.parametrize(
    "where", ["//evil.example", "https://evil.example", "/desk//evil", "/desk\\evil"]
)
def test_after_signing_in_nobody_is_sent_to_another_site(
    app: Flask, client: FlaskClient, where: str
) -> None:
    account(app, "ana")
    assert sign_in(client, next=where).headers["Location"] == "/desk"


@pytest.mark.parametrize(("field", "age"), [("seen", IDLE_S + 1), ("began", LONGEST_S + 1)])
def test_a_session_ends_and_comes_back_to_the_same_referral(
    app: Flask, ana: FlaskClient, field: str, age: int
) -> None:
    reference = ask(app)
    with ana.session_transaction() as session:
        session[field] = time.time() - age
    response = ana.post(
        f"/desk/referrals/{reference}/move", data={"name": "accept", "note": "long"}
    )
    assert response.status_code == 302
    form = ana.get(response.headers["Location"]).get_data(as_text=True)
    assert f'name="next" value="/desk/referrals/{reference}"' in form
    assert "What you typed is kept" in form
    assert sign_in(ana).status_code == 302


def test_what_the_page_polls_keeps_no_session_alive(app: Flask, ana: FlaskClient) -> None:
    with ana.session_transaction() as session:
        session["seen"] = seen = time.time() - IDLE_S + 60
    for path in ("/desk/state", "/desk/live"):
        assert ana.get(path).status_code == 200
    with ana.session_transaction() as session:
        assert session["seen"] == seen


def test_closing_an_account_or_a_new_password_ends_its_sessions(
    app: Flask, ana: FlaskClient
) -> None:
    staff = Staff(referrals_of(app))
    staff.create("ana", "another long password")
    assert ana.get("/desk").status_code == 302
    sign_in(ana, password="another long password")
    staff.set_disabled("ana", True)
    assert ana.get("/desk").status_code == 302
    assert sign_in(ana, password="another long password").status_code == 401


def test_a_one_time_code_is_asked_for_and_works_once(app: Flask, ana: FlaskClient) -> None:
    secret = key_on(page_of(ana, "/desk/account"))
    totp = pyotp.TOTP(secret)
    assert "not right" in send(ana, "/desk/account/code", code="000000").get_data(as_text=True)
    send(ana, "/desk/account/code", code=totp.now())
    other, thief, code = app.test_client(), app.test_client(), totp.now()
    assert sign_in(other).status_code == 401
    assert sign_in(other, code=code).status_code == 302
    assert sign_in(thief, code=code).status_code == 401
    assert secret[:4] not in page_of(ana, "/desk/account")


def key_on(page: str) -> str:
    """The key for one-time codes as it stands on the account's page, without the spaces."""
    found = re.search(r"<code>([A-Z2-7 ]+)</code>", page)
    assert found
    return found.group(1).replace(" ", "")


def test_the_key_for_one_time_codes_is_a_qr_code_inside_the_page(ana: FlaskClient) -> None:
    page = page_of(ana, "/desk/account")
    drawn = re.search(r'<svg[^>]*class="qr">.*?</svg>', page, re.S)
    assert drawn
    address = pyotp.TOTP(key_on(page)).provisioning_uri(name="ana", issuer_name="Porchlight")
    same = segno.make(address, micro=False)
    assert drawn.group() == same.svg_inline(
        scale=5, border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None
    )
    other = segno.make(address.replace("Porchlight", "Torchlight"), micro=False)
    assert same.matrix != other.matrix, "the picture holds the address, not a fixed drawing"
    assert "style=" not in drawn.group(), "the page's policy forbids styles inside it"


def test_a_role_changes_at_once_and_the_last_admin_stays(app: Flask, client: FlaskClient) -> None:
    account(app, "ana", "admin")
    sign_in(client)
    text = send(client, "/desk/people", name="bob", role="coordinator").get_data(as_text=True)
    assert "shown only now" in text
    send(client, "/desk/people/bob/role", role="lead")
    assert Staff(referrals_of(app)).account("bob").role == "lead"  # type: ignore[union-attr]
    refused = send(client, "/desk/people/ana/role", role="lead").get_data(as_text=True)
    assert "only admin" in refused
    assert send(client, "/desk/people/nobody/access", disabled="1").status_code == 404


def test_a_desk_left_open_changes_no_password(app: Flask, ana: FlaskClient) -> None:
    fields = {"password": "a guess", "new": "another long password"}
    assert "not right" in send(ana, "/desk/account/password", **fields).get_data(as_text=True)
    fields["password"] = PASSWORD
    assert send(ana, "/desk/account/password", **fields).status_code == 302
    assert ana.get("/desk").status_code == 200
    assert sign_in(app.test_client(), password="another long password").status_code == 302


def test_pages_of_the_desk_stay_in_no_store_and_no_frame(ana: FlaskClient, reference: str) -> None:
    response = ana.get(f"/desk/referrals/{reference}")
    assert response.headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in response.headers["Content-Security-Policy"]


def test_who_saw_and_changed_a_referral_is_on_record(app: Flask, ana: FlaskClient) -> None:
    reference = ask(app)
    move(ana, reference, "accept")
    told = [(line.who, line.what) for line in Audit(referrals_of(app)).lines(reference)]
    assert ("ana", "moved: accept") in told
    assert ("ana", "saw referral") in told


def test_the_session_cookie_is_kept_from_scripts_other_sites_and_plain_http(
    app: Flask, client: FlaskClient
) -> None:
    account(app, "ana")
    cookie = sign_in(client).headers["Set-Cookie"]
    for part in ("HttpOnly", "Secure", "SameSite=Lax"):
        assert part in cookie


@pytest.mark.parametrize(
    "hostile", ["' OR 1=1 --", "%27%3B DROP TABLE referral", "<script>", "\x00"]
)
def test_filters_take_no_injection(app: Flask, ana: FlaskClient, hostile: str) -> None:
    reference = ask(app)
    for field in ("need", "state", "show"):
        response = ana.get("/desk", query_string={field: hostile})
        assert response.status_code == 200
        assert "<script>alert" not in response.get_data(as_text=True)
    assert reference in page_of(ana, "/desk")
