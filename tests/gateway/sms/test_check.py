"""`porchlight sms check` against the stand-in for Twilio and a gateway that really listens."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from werkzeug.serving import make_server

from gateway.app import create_app
from gateway.settings import Settings
from gateway.sms.check import Finding, check
from gateway.wording import say
from porchlight.processes.stack import free_ports
from tests.conftest import ROOT, make_settings
from tests.support.bot import ScriptedDialogue
from tests.support.twilio import ACCOUNT, OURS, Twilio, running_twilio


@pytest.fixture
def twilio() -> Iterator[Twilio]:
    with running_twilio() as standing_in:
        yield standing_in


@pytest.fixture
def settings(tmp_path: Path, twilio: Twilio) -> Iterator[Settings]:
    (port,) = free_ports(1)
    url = f"http://127.0.0.1:{port}"
    settings = make_settings(
        tmp_path, public_url=url, twilio_api_base=twilio.base, twilio_account_sid=ACCOUNT
    )
    twilio.number = {
        "sid": "PN" + "0" * 32, "phone_number": OURS, "capabilities": {"sms": True},
        "sms_url": f"{url}/sms#rc=3&rp=all", "sms_method": "POST",
    }  # fmt: skip
    twilio.campaigns = ["VERIFIED"]
    server = make_server("127.0.0.1", port, create_app(settings, ScriptedDialogue()), threaded=True)  # type: ignore[arg-type]
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield settings
    server.shutdown()


def findings(settings: Settings) -> dict[str, Finding]:
    return {finding.what: finding for finding in check(settings)}


def wrong(settings: Settings) -> set[str]:
    return {name for name, finding in findings(settings).items() if not finding.fine}


def test_all_is_fine_but_the_address_that_only_this_machine_reaches(settings: Settings) -> None:
    assert wrong(settings) == {"PUBLIC_URL"}


def test_a_check_sends_no_text(settings: Settings, twilio: Twilio) -> None:
    findings(settings)
    assert twilio.texts == []


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"twilio_account_sid": ""}, "TWILIO_ACCOUNT_SID"),
        ({"twilio_auth_token": "short"}, "TWILIO_AUTH_TOKEN"),
        ({"twilio_from": "937-555-0100"}, "TWILIO_FROM"),
        ({"human_phone": "1-800-677-1116 extension 12345678901234567890"}, "HUMAN_PHONE"),
        ({"public_url": "http://127.0.0.1:9"}, "reachable"),
        ({"twilio_from": "+19375550111"}, "number"),
        ({"twilio_auth_token": "f" * 32}, "signatures"),
        ({"twilio_auth_token": "f" * 32}, "Twilio"),
    ],
)
def test_what_is_wrong_is_named(settings: Settings, changes: dict[str, object], named: str) -> None:
    assert named in wrong(replace(settings, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "named"),
    [
        ({"sms_url": "https://elsewhere.example.org/sms"}, "webhook"),
        ({"sms_method": "GET"}, "webhook"),
        ({"capabilities": {"sms": False}}, "number"),
    ],
)
def test_what_is_set_wrong_at_twilio_is_named(
    settings: Settings, twilio: Twilio, number: dict[str, object], named: str
) -> None:
    twilio.number.update(number)
    assert named in wrong(settings)


def test_a_webhook_without_retries_is_named(settings: Settings, twilio: Twilio) -> None:
    twilio.number["sms_url"] = f"{settings.public_url}/sms"
    assert "#rc=3&rp=all" in findings(settings)["webhook"].words


def test_a_suspended_account_is_named(settings: Settings, twilio: Twilio) -> None:
    twilio.account_status = "suspended"
    assert "account" in wrong(settings)


def test_a_trial_account_is_named(settings: Settings, twilio: Twilio) -> None:
    twilio.account_type = "Trial"
    assert "trial" in findings(settings)["account"].words
    assert "account" in wrong(settings)


def test_a_messaging_service_that_takes_the_texts_itself_is_named(
    settings: Settings, twilio: Twilio
) -> None:
    twilio.service_defers = False
    assert "Defer" in findings(settings)["messaging service"].words


def test_whose_phone_help_names_is_said(settings: Settings) -> None:
    assert "Eldercare" in findings(settings)["HUMAN_PHONE"].words
    office = replace(settings, human_phone="937-555-0100")
    assert "Eldercare" not in findings(office)["HUMAN_PHONE"].words


@pytest.mark.parametrize("campaigns", [[], ["PENDING"], ["FAILED"]])
def test_a_local_number_without_a_verified_campaign_is_named(
    settings: Settings, twilio: Twilio, campaigns: list[str]
) -> None:
    twilio.campaigns = campaigns
    assert "registration" in wrong(settings)


@pytest.mark.parametrize(
    ("state", "fine"),
    [("TWILIO_APPROVED", True), ("PENDING_REVIEW", False), ("TWILIO_REJECTED", False), (None, False)],
)  # fmt: skip
def test_a_toll_free_number_must_be_verified(
    settings: Settings, twilio: Twilio, state: str | None, fine: bool
) -> None:
    twilio.number["phone_number"] = "+18885550100"
    twilio.toll_free_status = state
    found = findings(replace(settings, twilio_from="+18885550100"))
    assert found["verification"].fine == fine


def test_an_address_on_a_public_https_host_is_fine() -> None:
    from gateway.sms.check import _address

    assert _address("https://text.example.org").fine
    assert not _address("http://text.example.org").fine
    assert not _address("https://10.0.0.5").fine
    assert not _address("https://localhost").fine


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", ["help", "stopped", "started"])
def test_what_the_guide_tells_to_paste_is_what_we_say(language: str, name: str) -> None:
    guide = (ROOT / "docs" / "sms.md").read_text("utf-8")
    assert f"> {say(name, language, phone='937-555-0100')}\n" in guide
