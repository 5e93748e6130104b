"""Whether a noun phrase names people ("registered voters") or things ("the votes cast")."""

import re

_PEOPLE = frozenset(
    "people persons population public electorate sample respondents adults voters citizens "
    "residents inhabitants men women males females girls boys children teenagers adolescents youth "
    "youths young elderly parents mothers fathers couples families households husbands wives "
    "students pupils graduates teachers faculty staff members membership supporters opponents "
    "followers adherents believers nonbelievers clergy laity faithful priests bishops troops "
    "personnel soldiers forces veterans doctors physicians nurses patients lawyers judges workers "
    "employees employers managers executives businesspeople farmers peasants owners tenants users "
    "readers listeners viewers subscribers customers consumers clients visitors tourists drivers "
    "passengers commuters migrants immigrants refugees expatriates emigrants natives locals "
    "foreigners minorities blacks whites hispanics latinos christians muslims jews hindus sikhs "
    "buddhists catholics protestants orthodox atheists agnostics evangelicals liberals "
    "conservatives moderates progressives socialists communists democrats republicans "
    "independents unionists nationalists loyalists leavers remainers sympathisers sympathizers "
    "politicians deputies legislators senators councillors mps experts economists scientists "
    "academics professors scholars researchers historians engineers journalists authors writers "
    "artists players athletes fans interviewees participants subjects panellists panelists "
    "responders those them whom us these others americans country nation society community "
    "communities group groups side sides majority generation officers police fellows delegates "
    "singles pensioners retirees unemployed poor rich millennials folk everyone undecided "
    "firms companies businesses states".split()
)  # fmt: skip
_THINGS = frozenset(
    "electricity energy power consumption output production generation capacity exports imports "
    "export import gdp budget budgets revenue revenues income sales registrations "
    "cases deaths dishes funerals machines computers systems displays biographies articles seats "
    "land lands area areas territory money funds expenditure spending pages websites sites "
    "accounts posts tweets films movies books titles marriages births newborns new-borns weddings "
    "pregnancies terminations abortions divorces crimes offences offenses arrests convictions "
    "reports sightings incidents accidents collisions time goods receipts trade jobs vehicles "
    "cars houses buildings stock stocks shares assets tax taxes tariffs water food meat species "
    "trees earnings profits costs prices emissions fuel waste forest forests crops harvest calls "
    "messages emails episodes songs albums copies downloads games matches points goals "
    "listings loans debt debts deposits wages pay salaries hours days "
    "attacks killings casualties executions  samples tests donations "
    "contributions applications requests complaints patents papers publications studies "
    "flights trips journeys departures arrivals rooms beds apartments flats farms fields "
    "turnover growth investment aid wealth surface volume weight length "
    "electrons genes cells calories infections hospitalisations".split()
)  # fmt: skip
_AGENT = re.compile(r"[a-z]{2,}(?:ers|ors|ists|ians|ants|ees|goers|holders|makers)$")
_NOT_AGENTS = frozenset(
    "numbers computers papers orders letters rivers vouchers dollars matters chapters figures "
    "powers quarters factors sectors doors colors honors errors tractors reactors monitors "
    "restaurants grants plants variants contaminants fees committees degrees trees employees "
    "servers browsers containers boosters newspapers centers theaters barriers borders flowers "
    "trailers layers numbers offers prayers covers posters drivers' stickers freezers".split()
) - {"employees"}
_ENDS_HEAD = re.compile(
    r"^(?:in|of|with|from|who|that|which|aged|over|under|at|on|for|by|to|between|within|across|"
    r"living|having|being|surveyed|polled|interviewed|asked|questioned)$"
)


def names_people(phrase: str) -> bool | None:
    """Whether a noun phrase names people; None if its words do not tell.

    The first noun that tells decides ("the votes of pensioners" are votes). A capitalised plural
    ("Greek Cypriots") and a noun of agents ("cyclists") name people.
    """
    head = ""
    for index, word in enumerate(re.findall(r"[\w'’-]+", phrase)):
        lower = word.lower()
        if lower in _THINGS:
            return False
        if lower in _PEOPLE:
            return True
        if _AGENT.fullmatch(lower) and lower not in _NOT_AGENTS:
            return True
        if index and _ENDS_HEAD.match(lower):
            break
        head = word
    return True if head[:1].isupper() and head.endswith("s") else None
