"""Does a text sound glad or sorry? An estimate from lists of words, for texts that bring no score."""

import re
from functools import lru_cache
from itertools import takewhile

import numpy as np
import pandas as pd

from signals.voice.stopwords import NEGATIONS_OF, STOP_WORDS_OF
from signals.voice.words import LONGEST_TEXT, words_of

LANGUAGES = tuple(STOP_WORDS_OF)
REACH = 3  # words: how far before a good or bad word a negation or an intensifier still bears on it
NEGATED = -0.75  # "not good" is bad, a little less than "bad" is
MORE, LESS = 1.5, 0.6  # "very good", "somewhat good"
BEFORE_BUT, AFTER_BUT = 0.6, 1.4  # what comes after "but" is meant more (Hutto and Gilbert 2014, VADER, section 3)
DOUBT = 1.0  # a word's worth of silence on either side: one good word is not yet a glad text
SHORTEST_STEM = 3  # letters
SENTENCE_ENDS = re.compile(r"[.!?;:\n]+")
COMMA = ","  # a negation reaches no further
CLAUSE_ENDS = re.compile(r"[,()]|\s[–—-]+\s")


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Folded; a star stands for any ending. Kept to words that praise or blame whatever is sold.
VERY_GOOD = {
    "en": _each(
        """excellent* amazing* awesome fantastic* perfect perfectly outstanding superb* wonderful* brilliant* love
        loved loves loving adore* delight* exceptional* best flawless* impeccabl* gorgeous* thrilled
        stunning* superior fabulous* incredible incredibly ideal marvelous marvellous magnificent favorite
        favourite"""
    ),
    "de": _each(
        """hervorragend* ausgezeichnet* fantastisch* perfekt* grossartig* begeister* toll toller tolle tolles tollen
        wunderbar* exzellent* spitze spitzen* genial* traumhaft* liebe lieben beste besten bester bestes
        bestens vorbildlich* erstklassig* super klasse tadellos* einwandfrei* sensationell*"""
    ),
    "fr": _each(
        """excellent* parfait* formidable* fantastique* genial* superbe* merveill* adore* magnifique* ravi ravie ravis
        exceptionnel* impeccable* meilleur* super extraordinaire* irreprochable* enchante* top"""
    ),
    "es": _each(
        """excelent* perfect* fantastic* maravill* increible* genial* encant* estupend* magnific* fenomenal* mejor*
        espectacular* impecable* extraordinari* super inmejorable* sobresaliente*"""
    ),
    "it": _each(
        """eccellent* ottim* perfett* fantastic* meraviglios* eccezional* stupend* splendid* magnific* migliore
        migliori straordinari* impeccabil* super adoro entusiast* superb*"""
    ),
    "pt": _each(
        """excelent* otim* optim* perfeit* fantastic* maravilh* incrive* genial* sensaciona* magnific* melhor melhores
        espetacular* impecave* extraordinari* adoro adorei amei super excecional excepciona*"""
    ),
}
GOOD = {
    "en": _each(
        """good great nice nicely happy happier pleased pleasant* satisf* glad helpful* friendly recommend* fast quick*
        easy easily smooth* reliab* prompt* polite* comfortab* beautiful* pretty lovely enjoy* like liked
        likes thank* appreciat* professional* efficient* efficiently convenient* useful impress* better well
        works worth fun affordable courteous knowledgeable responsive sturdy soft clean clear clearly kindly
        kindness cute flatter* compliment* fine pleasure super solid trust* intuitive versatile generous
        fair attentive secure"""
    ),
    "de": _each(
        """gut gute guten guter gutes gutem besser* gern gerne zufrieden* freundlich* hilfsbereit* hilfreich* schnell*
        zuverlassig* empfehl* empfohlen* nett nette netten netter nettes schon schone schonen schones
        schoner freu freue freut freuen gefreut freude gefallt gefallen gefiel gefallen* kompetent* einfach
        einfache* einfacher unkompliziert* danke dank lob lobe loben gelobt funktioniert reibungslos*
        punktlich* prompt* angenehm* hochwertig* gunstig* preiswert* hoflich* bequem* problemlos* praktisch*
        lecker* sauber* professionell* ubersichtlich* verlasslich* stabil* passt"""
    ),
    "fr": _each(
        """bon bons bonne bonnes bien content* satisf* heureu* rapide* agreable* recommand* aimable* sympa* facile*
        facilement efficac* merci plait plu aime aimons beau belle beaux belles fiable* utile* pratique*
        professionnel* gentil* serieux serieuse* soigne* ponctuel* confortable* competent* joli* fonctionne
        mieux qualitatif* reactif* reactive* accueillant* clair claire plaisir solide*"""
    ),
    "es": _each(
        """buen buena buenas bueno buenos bien content* satisf* feliz felices rapid* amable* recomiendo recomend* facil
        facile* facilmente eficient* eficaz* gracias gusta gustan gusto gustado bonit* util utiles fiable*
        practic* profesional* comod* puntual* agradable* funciona funcionan lind* barat* atent* confiable*
        serio seria simpatic* limpi*"""
    ),
    "it": _each(
        """buon buona buone buoni buono bene content* soddisf* felice felici rapid* veloce* velocissim* gentil* cortes*
        consigli* raccomand* facile facili facilmente efficient* efficac* grazie piace piacciono piaciut*
        bello bella belle belli bellissim* utile utili affidabil* pratic* professional* comod* puntual*
        piacevol* funziona funzionano disponibil* serio seria simpatic* pulit* precis*"""
    ),
    "pt": _each(
        """bom boa bons boas bem content* satisf* feliz felizes rapid* amave* recomendo recomend* facil faceis
        facilmente eficient* eficaz* obrigad* gosto gostei gostamos gostam bonit* util uteis confiave*
        pratic* profissiona* confortave* pontua* agradave* funciona funcionam lind* barat* atencios*
        simpatic* educad* limp* legal"""
    ),
}
BAD = {
    "en": _each(
        """bad badly poor poorly slow slowly late delay* disappoint* broke broken damage* defect* fault* problem*
        issue* wrong wrongly fail* complain* complaint* refund* return returned returning returns
        unfortunate* sad sadly unhappy dissatisf* unsatisf* annoy* confus* difficult* hard expensive
        overpriced cheap* dirty missing lost error* bug buggy bugs crash* unreliab* impolite unprofessional
        uncomfortab* unflatter* flimsy ugly weird stuck wait* lack* lacking lacks mistake* regret* ignor*
        cancel* leak* noisy stain* scratch* ripped torn bore boring itchy mediocre worn unhelpful unfriendly
        unclear incomplete incorrect unresolved delayed worse negative misleading trouble* unable
        unacceptable useless too expired smell* smelly hassle* inconvenien* frustrat* stiff shame"""
    ),
    "de": _each(
        """schlecht* langsam* spat verspat* enttausch* kaputt* defekt* beschadig* mangel* problem probleme problemen
        problematisch* fehler fehlern fehlerhaft* falsch* beschwer* reklam* leider unzufrieden*
        unfreundlich* teuer* teure* uberteuert* schwierig* kompliziert* argerlich* arger verarger* nervig*
        nervt fehlt fehlte fehlen fehlend* verlor* storniert* unzuverlassig* unpunktlich* inkompetent*
        unbrauchbar* umstandlich* warte* gewartet wartezeit* absturz* sturzt abgesturzt ruckgabe*
        zuruckgeschickt zuruckgesendet billig* laut schmutzig* dreckig* unmoglich* bereu* mies mies*
        unubersichtlich* ungenugend* unverschamt* traurig* vergessen unvollstandig* gebrochen zerbrochen"""
    ),
    "fr": _each(
        """mauvais* lent lente* lenteur* retard* decu* decev* decept* casse casses cassee* defectueu* endommage*
        defaut* probleme* erreur* faux fausse panne* plainte* reclam* malheureu* mecontent* desagreable*
        cher chere chers cheres difficile* complique* penible* manqu* perdu* annul* impoli* incompetent*
        abime* bruyant* sale sales regrett* rembours* dommage attend* attente* insatisf* mal pire bug bugs
        plante trop inutile* moche* fragile* tarde* froid* mediocre* inacceptable* incomplet* arnaqu*"""
    ),
    "es": _each(
        """mal mala malas malo malos lent* tarde retras* tard* decepc* roto rota rotos rotas danad* defect* problema*
        error* erron* equivocad* quej* reclam* lamentable* desgraciad* insatisf* descontent* desagradable*
        caro cara caros caras dificil* complicad* molest* falta faltan faltaba perdid* cancel* incompetent*
        sucio sucia ruidos* arrepent* devol* devuelt* espera esperando fall* averi* demasiado peor* feo fea
        inutil* reembols* deficient* cobraron engan* inaceptable* incomplet* mediocre* grosero grosera"""
    ),
    "it": _each(
        """mal male cattiv* brutt* lent* ritard* tardi delus* deludent* rott* difett* danneggiat* problem* error*
        errat* sbagliat* reclam* lament* purtroppo insoddisf* scontent* sgradevol* caro cara cari care
        difficil* complicat* fastidios* manca mancano mancava mancante perso persa persi annullat*
        maleducat* incompetent* sporc* rumoros* pentit* rimbors* attesa attese guast* troppo peggio peggior*
        restitui* reso scadent* inutil* inaccettabil* scortes* mediocre* costos* incomplet*"""
    ),
    "pt": _each(
        """mau ma maus ruim ruins lent* atras* demor* decec* decepc* quebrad* defeit* danific* problema* erro erros
        errad* reclam* infelizmente insatisf* descontent* desagradave* caro cara caros caras dificil*
        complicad* falta faltou faltando faltam perdid* cancel* incompetent* sujo suja barulhent* arrepend*
        devol* espera esperando falha* avari* pior* feio feia inutil* reembols* mal trist* grosseir*
        inaceitave* incomplet* engan*"""
    ),
}
VERY_BAD = {
    "en": _each(
        """terrible terribly horrible horribly awful* worst disgust* hate hated hates dreadful* pathetic scam* fraud*
        rude rudely garbage trash junk unusable nightmare* atrocious appalling waste* ridiculous* crap
        worthless disaster* horrendous outrageous*"""
    ),
    "de": _each(
        """schrecklich* furchtbar* katastroph* grauenhaft* miserabel* miserable* schlimm* frechheit* unverschamtheit*
        betrug* betrog* hasse entsetz* unakzeptabel* inakzeptabel* unterirdisch* schrott* mull abzocke*
        grottig* zumutung* wutend unmoglich"""
    ),
    "fr": _each(
        """horrible* affreu* terrible* catastroph* deplorable* lamentable* scandal* honte honteu* pire nul nulle nuls
        nulles execrable* arnaque* deteste* inadmissible* cauchemar* furieu* minable*"""
    ),
    "es": _each(
        """horrible* terrible* pesim* fatal* desastr* asqueros* horroros* estafa* odio verguenza* vergonzos* nefast*
        basura espantos* inadmisible* penos*"""
    ),
    "it": _each(
        """orribil* terribil* pessim* disastr* schif* orrend* truffa* odio vergogn* penos* spazzatura inammissibil*
        vergognos* incubo"""
    ),
    "pt": _each(
        """horrive* terrive* pessim* desastr* nojo nojent* horroros* golpe* fraude* odeio odiei vergonh* lixo
        lamentave* inadmissive* pavoros*"""
    ),
}
INTENSIFIERS = {
    "en": _each("very really so extremely absolutely totally completely super incredibly highly truly such"),
    "de": _each("sehr wirklich so extrem absolut total vollig super ausserst besonders echt richtig hochst"),
    "fr": _each("tres vraiment si extremement absolument totalement completement super tellement"),
    "es": _each("muy realmente tan extremadamente absolutamente totalmente completamente super sumamente"),
    "it": _each("molto davvero cosi estremamente assolutamente totalmente completamente super tanto"),
    "pt": _each("muito realmente tao extremamente absolutamente totalmente completamente super demais"),
}
DIMINISHERS = {
    "en": _each("somewhat slightly fairly rather quite bit little kinda mostly"),
    "de": _each("etwas ziemlich einigermassen bisschen wenig relativ recht"),
    "fr": _each("assez plutot peu legerement relativement moyennement"),
    "es": _each("bastante algo poco ligeramente relativamente"),
    "it": _each("abbastanza piuttosto poco leggermente relativamente"),
    "pt": _each("bastante pouco ligeiramente relativamente meio"),
}
ONLY = _each("only just nur bloss seulement solo solamente soltanto apenas somente so")  # "not only good"
BUT = {
    "en": _each("but however although though"),
    "de": _each("aber jedoch allerdings"),
    "fr": _each("mais cependant pourtant toutefois"),
    "es": _each("pero aunque"),
    "it": _each("ma pero tuttavia"),
    "pt": _each("mas porem contudo"),
}
ROLES = {"not": NEGATIONS_OF, "more": INTENSIFIERS, "less": DIMINISHERS, "but": BUT}


def polarity(texts: pd.Series) -> pd.Series:
    """An estimate in [-1, 1] of how glad each text sounds, missing where no word of it tells; irony is not heard.

    (good - bad) / (good + bad + DOUBT) over the words of the lists of the text's own language, turned by negations,
    weighed by intensifiers and by a "but". 0 is as much good as bad.
    """
    return pd.Series([_polarity(text) for text in texts], index=texts.index, dtype=float)


def is_verdict(word: str) -> bool:
    """Does a word, folded, only judge or heighten, in any of the languages?"""
    return any(_is_in(word, lists[name]) for lists in (VERY_GOOD, VERY_BAD) for name in LANGUAGES) or any(
        word in lists[name] for lists in (INTENSIFIERS, DIMINISHERS) for name in LANGUAGES
    )


def _polarity(text) -> float:
    if not isinstance(text, str):
        return np.nan
    sentences = [_sentence(part) for part in SENTENCE_ENDS.split(text[:LONGEST_TEXT])]
    languages = _languages([word for words in sentences for word in words])
    told = [value for words in sentences for value in _values(words, languages)]
    if not told:
        return np.nan
    return sum(told) / (sum(map(abs, told)) + DOUBT)


def _sentence(text: str) -> list[str]:
    """Its words, folded, with a COMMA where a clause ends."""
    return [word for clause in CLAUSE_ENDS.split(text) for word in (*words_of(clause), COMMA)]


def _languages(words: list[str]) -> tuple[str, ...]:
    """Those with most of the words among their stop words or in their lists; several where they are level."""
    counts = dict.fromkeys(LANGUAGES, 0)
    for word in words:
        for name in _languages_of(word):
            counts[name] += 1
    return tuple(name for name, count in counts.items() if count == max(counts.values()))


@lru_cache(maxsize=100_000)
def _languages_of(word: str) -> tuple[str, ...]:
    common = (STOP_WORDS_OF, NEGATIONS_OF)
    return tuple(name for name in LANGUAGES if any(word in each[name] for each in common) or _value(word, (name,)))


@lru_cache(maxsize=100_000)
def _value(word: str, languages: tuple[str, ...]) -> int:
    """2, 1, -1 or -2: the strongest that the lists of these languages say; 0 where they are silent or disagree."""
    found = {
        worth
        for worth, lists in ((2, VERY_GOOD), (1, GOOD), (-1, BAD), (-2, VERY_BAD))
        for name in languages
        if _is_in(word, lists[name])
    }
    return 0 if not found or min(found) < 0 < max(found) else max(found, key=abs)


def _is_in(word: str, entries: frozenset[str]) -> bool:
    return word in entries or any(f"{word[:end]}*" in entries for end in range(SHORTEST_STEM, len(word) + 1))


@lru_cache(maxsize=100_000)
def _is_among(word: str, languages: tuple[str, ...], lists: str) -> bool:
    return any(word in ROLES[lists][name] for name in languages)


def _values(words: list[str], languages: tuple[str, ...]) -> list[float]:
    """What each good or bad word of a sentence says, in its order."""
    worth = {at: value for at, word in enumerate(words) if (value := _value(word, languages))}
    for at in [at for at in worth if at + 1 in worth and _is_among(words[at], languages, "more")]:
        del worth[at]  # "super" in "super bad"
    denied = _denied(words, languages, worth)
    buts = [at for at, word in enumerate(words) if _is_among(word, languages, "but")]
    values = []
    for at, value in worth.items():
        value *= _emphasis(words[at - 1] if at else "", languages) * (NEGATED if at in denied else 1)
        if buts:
            value *= AFTER_BUT if at > buts[-1] else BEFORE_BUT
        values.append(value)
    return values


def _emphasis(before: str, languages: tuple[str, ...]) -> float:
    if _is_among(before, languages, "more"):
        return MORE
    return LESS if _is_among(before, languages, "less") else 1.0


def _denied(words: list[str], languages: tuple[str, ...], worth: dict[int, int]) -> set[int]:
    """Which words a negation turns: the next within REACH, and in German, with none, the good word before it."""
    denied = set()
    for at, word in enumerate(words):
        if not _is_among(word, languages, "not") or words[at + 1] in ONLY:
            continue
        following = next((each for each in _within(words, at, 1) if each in worth), None)
        if following is None and word in NEGATIONS_OF["de"]:
            following = next((each for each in _within(words, at, -1) if worth.get(each, 0) > 0), None)
        if following is not None:
            denied.add(following)
    return denied


def _within(words: list[str], at: int, step: int) -> list[int]:
    """The REACH places after (step 1) or before (step -1) one, nearest first, as far as the clause."""
    places = range(at + step, at + step * (REACH + 1), step)
    return list(takewhile(lambda each: 0 <= each < len(words) and words[each] != COMMA, places))
