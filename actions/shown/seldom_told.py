"""What records tell only now and then: whether somebody comes, how much notice, a street to go to. Said, or honestly not known."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from actions.shown.answers import name_of, phone_of, say_not_known, say_unknown, sentences_of
from actions.turn import Turn
from resources_index.search.view import ServiceView

# The words of a record that speak of it, in either language.
_SPEAKS = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "notice": r"\b(?:ahead|in advance|days before|notice|book)\b|\b(?:anticipaci\w+|antes|reserv\w+)\b",
        "waiting": r"\bwait\b|\bwaiting\b|\bespera\b",
        "how_long": r"\bwait\b|\bwaiting\b|\bact fast\b|\bespera\b|\brápid\w+",
        "door": r"\bdoor\b|\bpuerta\b",
        "comes": r"\b(?:homes?|house|door|visit\w*|brings?)\b|\b(?:casas?|domicilio|puerta|visit\w+|llevan?)\b",
        "escort": r"\bescort\w*|\bgoes with you\b|\bacompañ\w+",
        "wheelchair": r"\bwheelchairs?\b|\bsillas? de ruedas\b",
        "diet": r"\bdiets?\b|\bdietas?\b",
        "area": r"\byour (?:county|area)\b|\bsu (?:condado|zona)\b",
        "government": r"\bgovernment\b|\bchurch\b|\bsells? nothing\b|\bgobierno\b|\biglesia\b|\bno venden? nada\b",
    }.items()
}
_MOST_TOLD = 2


def say_seldom_told(turn: Turn, services: list[ServiceView], topic: str) -> None:
    """The sentence of each record that speaks of `topic`; where none does, that it is not known, once."""
    if topic == "area" and _says_whom_they_know(turn, services):
        return
    if topic == "area":
        for service in services[:_MOST_TOLD]:
            _say_area(turn, service)
        return
    told = [(service, _sentence(service, topic)) for service in services]
    told = [(service, sentence) for service, sentence in told if sentence][:_MOST_TOLD]
    for service, sentence in told:
        turn.say("utter_detail_is", name=name_of(service), answer=sentence)
    if told or (topic == "government" and _say_government(turn, services)):
        return
    say_not_known(turn, services)


def _says_whom_they_know(turn: Turn, services: list[ServiceView]) -> bool:
    """A line of the whole country that knows each county says so."""
    told = [(service, _sentence(service, "area")) for service in services[:1]]
    told = [(service, sentence) for service, sentence in told if sentence]
    for service, sentence in told:
        turn.say("utter_detail_is", name=name_of(service), answer=sentence)
    return bool(told)


def say_by_phone(turn: Turn, services: list[ServiceView]) -> None:
    """A call is the beginning of it, wherever it ends."""
    service = next((one for one in services if one.record.phones), services[0])
    if service.record.phones:
        turn.say("utter_by_phone", name=name_of(service), phone=phone_of(service))
    else:
        say_unknown(turn, service)


def say_in_person(turn: Turn, services: list[ServiceView], deaf: bool) -> None:
    """A street where a record has one, else its page. Who cannot hear on the telephone is offered somebody who calls for them."""
    with_street = [service for service in services if service.record.address][:_MOST_TOLD]
    for service in with_street:
        turn.say("utter_detail_known", name=name_of(service), answer=service.record.address)
    if not with_street and len(services) > 1 and not deaf:
        turn.say("utter_no_address")
    elif not with_street:
        _say_no_street(turn, services)
    if deaf:
        turn.say("utter_write_instead")


def _say_no_street(turn: Turn, services: list[ServiceView]) -> None:
    service = next((service for service in services if service.record.url), services[0])
    name = name_of(service)
    if service.record.url:
        turn.say("utter_no_street_page", name=name, url=service.record.url)
    else:
        turn.say("utter_no_street", name=name, phone=phone_of(service))


def _sentence(service: ServiceView, topic: str) -> str:
    pattern = _SPEAKS.get(topic)
    if pattern is None:
        return ""
    return next((one for one in sentences_of(service) if pattern.search(one)), "")


def _say_area(turn: Turn, service: ServiceView) -> None:
    area = str(service.to_dict()["service_area"] or "")
    if area:
        turn.say("utter_serves", name=name_of(service), area=area)
    else:
        say_unknown(turn, service)


def _say_government(turn: Turn, services: list[ServiceView]) -> bool:
    """Only a government may have a page that ends in .gov; of others it is told where the number is from."""
    hosts = [(service, urlsplit(service.record.url).hostname or "") for service in services]
    hosts = [(service, host.removeprefix("www.")) for service, host in hosts if host]
    own = [(service, host) for service, host in hosts if host.endswith(".gov")]
    for service, host in own[:_MOST_TOLD]:
        turn.say("utter_government_page", name=name_of(service), host=host)
    if not own and hosts:
        service, host = hosts[0]
        turn.say("utter_number_from", name=name_of(service), host=host)
    return bool(hosts)
