"""Words that decide whether a name in a message is a place, and whose place it is."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BEFORE_PLACE = _words(
    """
    around at by cerca desde en from hacia in inside near outside por to toward towards
    """
)
LINKING = _words(
    """
    a central de del downtown east el la las los north of rural south the upstate west
    """
)
# Before these a name is a part of a longer one: "Merion" of Lower Merion is no misspelt Marion.
PARTS_OF_NAMES = _words(
    "east el fort lake las little los lower mount mt new north old port saint san santa south st upper west"
)
# Somebody lives here: the strongest sign that help is needed here.
LIVES = _words(
    """
    apartment based home house live lived lives living located reside resides residing stay staying
    stays vive viven vivimos vivo
    """
)
# "My doctor in Reno", "the VA in Ogden": where somebody sits whom the writer deals with.
OFFICES = _words(
    "card check church clinic company doctor doctora hospital insurance irs job jobs lawyer letter medicare office pension "
    "security specialist va abogado iglesia oficina carta seguro"
)
# Place names that are ordinary words or first names: they need a state beside them or a clear context.
ORDINARY = _words(
    """
    cook agency circle delta hurt pace english cool friend deposit helper golden central manor grady halls christmas airport mentor
    college manila ireland jamaica valle choices welcome access freedom victory sunshine rescue providence concord liberty reform
    custer normal church chapel bank rocky sweetwater stockholm moscow paris london cuba mexico peru lima cairo lebanon china
    chase norton mcafee perkins council western hines mayo normandy willow magnolia kaiser humana aetna walgreens meals
    ada alice alma amanda amelia anita anna annie april arnold arthur august austin bath bathe bay beach
    ben bend benson bernice bertha bessie best beth betty beulah bill bingo black blue bob bonita brandy
    bread brown cable car carmel carolina carrie casa cecil center centre champion chance charles
    charlie charlotte clara clarence claude clay clinic clyde cody colbert commerce cross crystal dad
    daisy dakota dale dallas daniel day dean dennis denver diamond doctor dolores dorothy douglas dover
    drain drake dutch eagle earl earle early east economy edith edna edward edwards elbert elena
    elizabeth elizabethtown ella ellen ellis elmer elsie emily emma emory energy enterprise ernest
    esther ethel eugene eureka eva eve evelyn fairy faith fall falls faye felix fire flora florence
    floyd forest fort fox francis frank franklin fred freddie frost gap gary gas gene george georgia
    gilbert gladys glasses gold good gordon grace grant gray green grey guy harmony harold harry harvey
    hazard hazel heart heather helen helena help henrietta henry herman hill home homer hope hospital
    hot house howard hubert hurricane ice ida independence industry inez irene iron isabel island iva
    ivory jack jackson jasper jay jean jefferson jennie jerry jersey jesse jessie joe john jordan joseph
    josephine joy joyce juanita julian june justice katy kenneth kent kerry king kyle lake lamb laura
    lawrence lawyers lee lena leon leonard leroy leslie lester lewis liberty license lillian lincoln
    linda living lloyd lois lone long louis louise love loving lucas lucky lucy lunch luther ma mabel
    madison madre mae mama march maria marie marion marshall martha martin mary mason matthew maud max
    maxwell may meals media medicaid medical medicare medicine meeting melissa melrose melvin mercedes
    mercy mildred milton minnie mission mobile mom moms monday money moody morning mountain mustang
    myrtle naomi need needs nelson newton nice nine noble nora norma normal norman north nursing odessa
    oil ok okay old olive oliver only opal opp orange oscar otis oven owen pa papa paradise park
    patterson paul paw pay peace peak pearl pep perry peter philip pick pills pine plain plains please
    plush point poland polk pops post power pray preston price prim prosper protection queen quincy
    ralph ray raymond reading rebecca red rent rescue rex rich ride rides ripe rising river road robert
    rock roger roll rosa rosalie roscoe rose ross roy ruby rule run rush russell ruth safety saint salt
    sam san sandy santa sarah sardis savannah scales scott service seth shade sharp ship shirley shock
    shop short sidney silas silver simple six sky slaughter smith snow social south speed spring springs
    stanley star start stella stephen stewart stone stop storm story street stuart success sugar
    sullivan summer sun sunny sunrise surprise susan sweet sydney sylvia tank tax tea tell texas
    theodore theresa thomas tia tio tom tools towns tracy trade trail troy trust truth tuesday turkey
    two tyler union usa valley van vera vernon veteran veterans victor victoria viola violet virginia
    visit vivian wagon walker walkers wallace walls walter war warren watch water wayne well wells
    wendell wesley west wheeler white why wilbur wild will willard william williams willis wilma wilson
    windsor wing winnie winston winter wise witness wood woods worry yes york young zone
    """
)
STREET = _words(
    """
    apt ave avenida avenue blvd boulevard calle circle court ct dr drive highway hwy lane ln pike pl
    place rd road route rt st street suite terrace unit way
    """
)
# Kin who is seldom asked for: where they live is said to explain, unless they need something themselves.
YOUNGER = _words(
    """
    boyfriend cousin daughter daughters girlfriend grandson granddaughter grandkids kids nephew niece son sons
    hija hijas hijo hijos nieta nieto nietos primo prima sobrina sobrino
    """
)
# After the name of a place: something to eat, a dog, a make, a firm, a team, a house of some kind.
THINGS = _words(
    """
    beans bulldog bulldogs cheesesteak cheesesteaks chicken cream fried pie potatoes steak style terrier terriers toast wings
    airlines bank bologna card chronicle clinic college express fire gas general herald hospital inquirer life market medical
    memorial mutual news nickel pickup pudding police post railroad regional register roast times town university
    line border frontera people office folks branch lady man guy employees festival fair parade game team fan
    car truck ham lager cheese pizza tea oranges peaches hotline gazette tribune globe journal symphony
    astros bears bengals braves brewers broncos browns bruins bucks bulls cardinals celtics chargers chiefs colts cowboys
    cubs dodgers dolphins eagles falcons giants guardians indians jaguars jets knicks lakers mariners marlins mets packers
    padres panthers patriots phillies pirates ravens redskins royals saints seahawks spurs steelers texans tigers titans
    twins vikings yankees
    """
)
DIRECTIONS = _words(
    """
    north south east west side edge outside outskirts middle part suburb suburbs town city county heart northeast
    northwest southeast southwest norte sur este oeste afueras ciudad pueblo centro lado end limits neighborhood section area
    barrio village
    """
)
WHOSE = _words("my our his her their mi su nuestra nuestro mis sus")
DETERMINERS = _words("the a an my our his her their that this these those old mi su el la un una")
# "In a Lowes", "some Walmart": one of many is no town.
ONE_OF = _words("a an another every un una")
# No name of a place begins with these when it is misspelt, nor has one within.
NOT_IN_A_NAME = _words("in of and en y the is i or")
LINKS_TO_A_STATE = frozenset(
    {"in", "in the", "en", "en el", "en la", "of", "of the", "over in", "down in", "up in"}
)
# Countries that share their name with a town of ours: only beside a state are they meant as the town.
COUNTRIES = _words(
    """
    cuba jamaica lebanon mexico peru poland china ireland norway sweden israel palestine belgium bolivia brazil canada chile
    colombia corea denmark egypt england france germany ghana greece grenada haiti holland honduras hungary india iran italy
    japan jordan kenya korea liberia macedonia malta monaco morocco nepal nigeria panama paraguay philippines poland portugal
    russia scotland siberia spain sudan syria switzerland trinidad turkey uganda ukraine venezuela vietnam wales
    """
)
# Names of towns that are everyday words in Spanish: "en la puerta" is at the door.
ORDINARY_PHRASES = frozenset({"el centro", "la puerta", "el rancho", "la mesa", "el campo", "la playa", "las casas",
                              "el cerro", "la casa", "los banos", "santo domingo", "downtown", "south side", "el monte", "red cross", "cruz roja", "salvation army", "goodwill", "western union"})  # fmt: skip
# What people say that is also the name of some hamlet.
NO_PLACE = frozenset({"nada", "de nada", "ok thanks", "thanks", "thank you", "gracias", "no", "si", "yes", "hello", "hola", "help",
                      "ayuda", "none", "oh ok", "oh", "home", "here", "aqui"})  # fmt: skip
# Before a number: it is money. After a number: likewise.
MONEY_BEFORE = _words(
    "paid pay cost costs owe owes make makes earn earns pago cuesta debo gano ganamos total balance"
)
MONEY_LINK = _words("is was about for only just es son como de unos")
MONEY_IS = _words("is was are were es son era fue")
MONEY_AFTER = _words(
    "dollars dollar bucks dolares pesos yearly annually monthly anuales cents centavos gallons galones kilowatts kwh miles millas pounds libras"
)
# "My bill is 45402": not "light bill 45402".
MONEY_CALLED = _words(
    "bill bills rent balance check income premium debt loan mortgage taxes factura recibo renta saldo deuda cheque prestamo"
)
# "20500 a year", "18000 al año".
MONEY_RATE, MONEY_TIME = _words("a an per each every the al por"), _words("year month mes ano")
# Before a number that names something else: "case number is 33125".
NUMBERED = _words(
    "account acct case caso claim confirmation cuenta ext extension id invoice member order policy poliza reference ref room ticket tracking"
)
# Before a name without a state: somebody, or something, is called so.
CALLED = _words(
    "pal buddy cat dog nurse dr doctor mr mrs ms miss don dona senora senor sra sr named called aide pastor lawyer sister"
)
