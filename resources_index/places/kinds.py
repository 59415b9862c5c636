"""Words of English and Spanish that say something of a place near them, by what they say."""

from __future__ import annotations

import functools

from resources_index.places import lexicon

# Who is spoken of, what they do there, and what else a word tells; a word may be of several kinds.
_PERSONS = {
    "writer": "i im ive id me my mine myself our ours us we weve yo mi mio mia nos nosotros soy estoy vivo vivimos estamos tengo",
    "parent": "mom mother mama momma mommy ma mami mama madre amá jefa dad daddy father papa papi padre pop pops pai mai parents folks papas "
    "mamaw memaw granny grandma grandmother granmother nana abuela abuelita abuelito abuelo grandpa grandfather papaw pawpaw tutu inlaw suegra suegro "
    "stepfather stepmother madrina padrino aana halmoni",
    "spouse": "husband wife hubby spouse esposo esposa marido mujer viejo viejita mister missus partner",
    "elder": "uncle aunt auntie aunty tio tia great godmother godfather client patient resident elder lady man woman veteran doña don senora senor "
    "vecina vecino neighbor neighbour neighbors",
    "sibling": "sister brother sis bro hermana hermano hermanos hermanas cousin primo prima friend amiga amigo buddy cunado cunada comadre compadre",
    "younger": " ".join(sorted(lexicon.YOUNGER)) + " grand grandbaby grandchild nietos mijo mija boy boys girl girls kid chamaco bisnieta granddaughters grandsons",
    "they": "he she they her his their them him hes shes theyre el ella ellos ellas",
}  # fmt: skip
_DEEDS = {
    "lives": "live lives living lived reside resides residing stay stays staying vive viven viviendo residence apartment rent rento rents renting",
    "is": "is are am im hes shes theyre were its whos be esta estan estoy estamos es somos queda sit sits",
    "stayed": "stayed remain remained still quedo quede quedamos quedaron todavia sigue sigo back returned regrese regreso volvi volvio home",
    "moved": "move moved moving moves relocate relocated relocating mude mudo mudamos mudar mudaron mudando settled retired retire jubilado jubilada retirado retirada",
    "came": "came come comes coming arrived vine vino vinimos venimos llegue llego llegamos left leaving leave sali salio salimos",
    "went": "go goes going went gone ride rides drive drives driving drove trip trips travel fly flew bus flight voy va vamos viaje viajar llevar lleve lleven "
    "manejar take takes took cita citas appointment appointments layover airport aeropuerto train shuttle",
    "visits": "visit visits visiting visited vacation cruise seeing visitar visita summer winter winters summered snowbird weekend paseo",
    "treated": "surgery bypass operation operated radiation chemo chemotherapy transplant treatment treatments rehab specialist neurologist cardiologist cardiologo "
    "oncologist biopsy scan dialysis cirugia operacion operaron opero quimioterapia tratamiento dialisis hospital clinic clinica discharged admitted asilo medical surgeon knee heart",
    "born": "born buried raised grew schooled married naci nacio nacido nacida nacimiento crie crio enterre enterrado enterrada enterramos bury cemetery funeral died passed murio fallecio "
    "birth widowed",
    "worked": "work works worked working job jobs plant factory mill pension union army navy served stationed based trabajo trabaja trabaje trabajaba trabajando fabrica taught drove built",
    "sent": "letter letters card cards check checks bill bills call calls called notice papers paperwork email mail carta llamada factura from desde sent send manda mando office",
    "told": "say says said told tell tells dice dijo dijeron dicen heard read gets got recibe",
    "sold": "sold sell selling lost vendi vendio vendimos closed",
    "once": "used once formerly was were had been antes vivia viviamos era fue originally when ago since years anos until cuando before",
    "needs": "need needs needed needing necesito necesita necesitamos necesitan ocupo ocupa ocupamos busco busca buscamos want wants quiero quiere looking require hace falta cant cannot",
    "wants": "wants want would think thinking maybe someday quiere quieren wish consider",
}  # fmt: skip
_OTHERS = {
    "now": "now currently today right here ahora ahorita aqui hoy ya temporarily these present presently",
    "there": "there alla alli ahi where donde",
    "not": "not no never isnt dont doesnt didnt aint wont nunca tampoco ni instead rather anymore wrong",
    "means": "mean meant means digo dije quise said actually sorry perdon",
    "names": "name named names called llama llaman nombre apellido",
    "goods": "bank store company insurance plan advantage heritage blue cross shield mutual team game club band song book movie church baptist methodist lutheran temple "
    "street river lake storm hurricane university college state hospital va furniture financial electric power water authority savings union airlines network",
    "near": "near outside inside around by close past between miles toward towards cerca lejos hacia hours horas minutes",
    "ways": "up down out over way clear far",
    "ask": "who where what how any anyone somebody someone anybody quien donde que como hay alguien alguno",
    "help": "help ayuda program programs meals food rides ramp fuel assistance comida programa",
    "office": " ".join(sorted(lexicon.OFFICES)) + " lawyer abogado abogada court judge dentist social landlord agency",
    "thing": " ".join(sorted(lexicon.THINGS)),
    "road": " ".join(sorted(lexicon.STREET)),
    "called": " ".join(sorted(lexicon.CALLED)),
    "before": " ".join(sorted(lexicon.BEFORE_PLACE)),
    "linking": " ".join(sorted(lexicon.LINKING)),
    "direction": " ".join(sorted(lexicon.DIRECTIONS)),
    "their": " ".join(sorted(lexicon.WHOSE)),
    "a": " ".join(sorted(lexicon.DETERMINERS)),
    "one_of": " ".join(sorted(lexicon.ONE_OF)),
}  # fmt: skip


def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for kind, words in {**_PERSONS, **_DEEDS, **_OTHERS}.items():
        for word in dict.fromkeys(words.split()):
            table[word] = (*table.get(word, ()), kind)
    return table


_KINDS = _table()


@functools.lru_cache(maxsize=20_000)
def kinds_of(word: str) -> tuple[str, ...]:
    """What a folded word says; plurals and "mom's" count as their own word does."""
    return _KINDS.get(word) or _KINDS.get(word.removesuffix("s"), ())
