"""Warmth from what is made for cooking, and a power cut that has still to come: heard, and not where it is supper."""

from __future__ import annotations

import pytest

from gateway.safety import Safety
from gateway.safety.texts import fixed_texts
from gateway.sms.segments import plan

SAFETY = Safety(None)


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("I have the oven going and my afghan", "heating"), ("oven is on to keep the kitchen warm", "heating"),
        ("we are using the gas stove burners for heat", "heating"), ("got the burners lit, thats all the heat we have", "heating"),
        ("the stove top is on to take the chill off", "heating"), ("i boil water on the stove all day so the house stays warm", "heating"),
        ("i heat with the oven", "heating"), ("she runs the oven for heat since the gas bill scared her", "heating"),
        ("tengo prendido el horno y mi cobija", "heating"), ("prendo las hornillas para calentar el cuarto", "heating"),
        ("dejo el horno abierto porque no hay calefaccion", "heating"), ("con la estufa prendida nos calentamos", "heating"),
        ("tengo la estufa prendida con la puerta abierta para calentarme", "heating"),
        ("hibachi in the fireplace, it keeps us toasty", "carbon_monoxide"), ("brought the barbecue into the den, it heats real nice", "carbon_monoxide"),
        ("he lights the grill indoors", "carbon_monoxide"), ("i run the car in the garage to warm up", "carbon_monoxide"),
        ("we sleep in the truck with it running to stay warm", "carbon_monoxide"), ("metimos el asador a la cocina por el frio", "carbon_monoxide"),
        ("metimos el anafre al cuarto en la noche", "carbon_monoxide"), ("nos calentamos con el carro prendido en el garaje", "carbon_monoxide"),
        ("me cortan la luz el viernes y uso oxigeno", "power_coming"), ("they cut my light friday and I am on oxygen", "power_coming"),
        ("power is getting shut off monday and my husband has a breathing machine", "power_coming"),
        ("storm coming tonight and my oxygen plugs in the wall", "power_coming"), ("viene el apagon y mi oxigeno es de enchufe", "power_coming"),
        ("mi esposo usa maquina de oxigeno y me van a cortar la luz mañana", "power_coming"),
        ("power out since tuesday and I'm on oxygen, two tanks left", "power"), ("se fue la luz y uso oxigeno", "power"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "es"])
def test_each_gets_its_own_words(words: str, sort: str, language: str) -> None:
    verdict = SAFETY.check(words)
    assert verdict.crisis == "unsafe_now"
    assert verdict.messages[0] == fixed_texts(verdict.language)[f"unsafe_now_{sort}"]
    assert plan(fixed_texts(language)[f"unsafe_now_{sort}"]).segments <= 2


@pytest.mark.parametrize(
    "words",
    [
        "I have a pie in the oven so make it quick", "the oven man is coming tuesday", "my stove burner is out and I need it fixed",
        "we had a barbecue on the porch sunday", "grill me all you want, I'm not sharing my number", "does heap pay for a space heater",
        "I bake to keep busy and the kitchen stays warm", "I keep the oven on low to warm my supper", "the car is running fine, it is the ride home I need",
        "tengo el horno prendido, hago pan, llame despues", "caliento la comida en el horno", "mi carro esta en la cochera y no camina",
        "mi mama usa oxigeno y pesa mucho el tanque, quien ayuda a cargarlo", "necesito saber si medicare cubre el oxigeno",
        "my husband is on oxygen, can the van take the tank", "the oxygen man comes tuesdays so not then", "how do i get on the list for people with oxygen before a storm",
        "power company says a planned outage friday, what do I do with my food", "can I get an electricity discount because I have a concentrator? the neighbor gets one",
        "yall not answering me. can a real person call me", "You're not responding to what I asked", "mi papá se molesta cuando le digo que necesita ayuda",
        "Don't call my daughter, call me. She'll take over the whole thing", "I like to take a bath but I won't get in unless somebody's in the house",
        "thank you sweetheart. my sister always said ask and the Lord will send somebody", "you're a sweetheart, send me the first number",
    ],
)  # fmt: skip
def test_harmless_turns_of_talks_raise_nothing(words: str) -> None:
    verdict = SAFETY.check(words)
    assert (verdict.crisis, verdict.scam, verdict.perhaps) == (None, False, None)
