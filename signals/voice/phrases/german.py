"""In which words do customers speak of a theme in German, beside what `lexicon` reads in every language?"""

PHRASES = {
    "late_delivery": """
        @delivery/ware/bestellung/palette*/packchen/liefertermin*/lieferzeit* .. verspat*/nicht_angekommen/nie/
        immer_noch/noch_nicht/wochen/ewig/verschoben/nicht_eingehalten/uberschritten/zu_lange/lange
        liefertermin* .. nicht/nie/verpasst/verschoben/geplatzt/eingehalten
        nie/nicht/noch_nicht/immer_noch .. eingetroffen/angekommen/erhalten/geliefert/da/zugestellt
        +warte/warten/wartete/gewartet .. +ware/paket/lieferung/bestellung/auf_mein*
        +traf/trifft/kam/kommt .. +zu_spat/erst/verspatet/statt/tage_spater; +lieferverzug*; +lieferverzogerung*
        +tage/wochen .. +verspatung/im_verzug/uberfallig; +uberfallig*; +verspatet .. +geliefert/angekommen/zugestellt
        +zu +spat .. +geliefert/gekommen/zugestellt/angekommen/da; +unpunktlich*
        +wo +bleibt .. +bestellung/ware/paket/lieferung; paket .. verloren/verschollen/weg/nicht_da; +verschollen
        fahrer .. nicht/nie .. geklingelt; +lange +lieferzeit*; +lieferzeit* .. +lang*
        +liefertreue .. +schlecht/mangelhaft/lasst; +falsche* .. +liefertag
    """,
    "quick_delivery": """
        +schnell*/rasch*/zugig*/flott*/punktlich*/prompt* .. versand*/liefer*/zustell*/geliefert/da/versendet/
        verschickt/zugestellt/angekommen
        versand*/liefer*/zustell*/bestellung/ware .. +schnell*/rasch*/flott*/punktlich*/zugig*/zuverlassig/prompt*/
        super/top; +gestern .. +bestellt .. +heute
        bestellt .. +heute/nachsten_tag/tags_darauf/schon .. da/geliefert/angekommen
        +schneller .. +als .. +gedacht/erwartet/angekundigt/versprochen
        +fruher .. +als .. +gedacht/erwartet/angekundigt; +am +nachsten +tag; +uber +nacht .. +geliefert/da
        +termingerecht*; +fristgerecht*; liefertermin* .. +eingehalten; +ruckzuck; +im +handumdrehen
    """,
    "damaged_delivery": """
        +@box/karton*/palette*/flasche*/lieferung/sendung/ware/paket/inhalt/glas .. +zerbroch*/zerfetzt/nass/
        zerquetscht/aufgerissen/eingerissen/verbeult/zerdruckt*/beschadigt*/kaputt/ausgelaufen/undicht/offen/zerkratzt/
        geoffnet/durchnasst/eingedellt; +zerbrochen*; +ausgelaufen; +verbeult*; +zerquetscht*; +zerfetzt*; +durchnasst*
        +delle/dellen; +in +scherben
        +fehlt*/fehlten/gefehlt .. +position*/teil*/artikel/stuck/packung*/flasche*/karton*
        +lieferung/sendung/paket/karton/bestellung .. +fehlt*/gefehlt/unvollstandig/zu_wenig; +unvollstandig*
        +nur .. +halfte .. +geliefert/angekommen/da; +fehlmenge*; +fehlende .. +teile/artikel/ware/packung*
        +teillieferung*; +transportschad*; +bruch .. +ware/lieferung/flasche*
    """,
    "wrong_item": """
        +etwas .. +anderes .. +als/bekommen/geliefert
        +statt/anstatt .. +kam/bekam/bekommen/geliefert/geschickt/erhalten
        +falsche*/verkehrte* .. +variante/ware/artikel/packung*/grosse/menge/produkt/starke/medikament/farbe/modell/
        bestellung/lieferung/sorte/geliefert/geschickt/essen/gericht
        nicht .. artikel/ware/produkt .. bestellt/wollte/gewunscht; nicht das .. bestellt/wollte
        +anderer/andere/anderes/fremde .. +artikel/kunden/ware/bestellung .. +bekommen/geliefert/erhalten/geschickt/als
        +bestellung .. +eines_anderen/vertauscht/verwechselt; +vertauscht; +verwechselt; +verwechslung*; +fehllieferung*
        +falschlieferung*; +falsch +geliefert; +falsch .. +kommissioniert/verpackt
    """,
    "price_too_high": """
        +erhohung*/preiserhohung*/*erhohung/*erhohungen
        +@price/gebuhr*/beitrag/beitrage/tarif*/miete/spesen/*preis/*preise .. +erhoht/gestiegen/hoch/zu_hoch/
        unverschamt*/uberzogen*/uberhoht*/teuer*/wucher*/verdoppelt/angezogen/explodiert/gesalzen/saftig
        +gebuhr* .. +hoch*/unverschamt*/versteckt*/zu; +versteckte +kosten/gebuhren; +kostspielig*; +unbezahlbar*
        zu/sehr/recht/ziemlich/echt/arg/immer +teuer*/teurer; +teurer .. +geworden/als_fruher; +uberteuert*; +wucher*
        +geldmacherei; +abzock*; +bei +diesen/solchen +preisen; +kostet .. +vermogen/zu_viel/mehr
        preis* .. nicht .. gerechtfertigt/angemessen/wert; nicht gerechtfertigt; geld nicht wert; nicht .. leisten
        +verteuert*; +aufschlag*; +happig*; +unverschamt .. +teuer/hoch; +rausgeworfenes +geld; +preisanstieg*
        +preissteigerung*
    """,
    "cheaper_competitor": """
        anderswo/woanders/konkurrenz/mitbewerb*/wettbewerb*/nebenan/internet/online/amazon/discounter/supermarkt/
        drogerie .. gunstiger/billiger/weniger/halfte/besser*/preiswerter
        gunstiger/billiger/weniger .. anderswo/woanders/internet/konkurrenz/online/amazon/nebenan/discounter/bei_anderen
        anderer/andere/anderen .. grosshandler/handler/anbieter/lieferant*/bank/apotheke .. gunstiger/besser*/angebot/
        bietet/billiger/mehr; gewechselt; wechsle/wechseln .. anbieter/lieferant*/bank/konkurrenz; zur konkurrenz
        abgewandert; besseres angebot; bessere konditionen .. bei/anderen/woanders; rival*
        gleiche/selbe .. gunstiger/billiger/weniger; ihr/eure konkurrent*; konkurrenzprodukt*; vergleichsportal*
    """,
    "good_value": """
        fur das geld .. +gut/nicht/top/super/kann; +gunstig +und +gut; +gut +und +gunstig; +billig +und +gut
        sein geld .. +wert; +jeden/jeder cent
        preis* .. +fair*/gunstig*/angemessen/unschlagbar*/attraktiv*/super/top/stimmt/ok/okay/moderat/niedrig*/
        akzeptabel/gut
        +faire*/gunstige*/attraktive*/moderate*/vernunftige*/niedrige* .. preis*/tarif*/gebuhr*/kondition*/angebot*/
        zins*/beitrag*; +preis +leistung*; +preisleistung*; +preisgunstig*; +preiswert*; +schnappchen*; +geld +gespart
        +geld +wert; +erschwinglich*; +bezahlbar*; +guter +deal
    """,
    "wrong_invoice": """
        rechnung*/abrechnung*/gutschrift*/kontoauszug/betrag/lastschrift .. falsch*/fehler*/stimmt_nicht/stimmen_nicht/
        nicht/zu_hoch/doppelt/zweimal/unverstandlich/unklar/abweich*/korrigier*/korrektur/zu_spat/fehlt/intransparent/
        undurchsichtig/reklamiert; +stehen .. +geliefert/rechnung
        +auf +der +rechnung .. +stehen/steht/fehlt/geliefert/anderer
        +doppelt/zweimal/zu_viel/falsch/zu_unrecht .. +abgebucht/berechnet/belastet/verrechnet/kassiert
        abgebucht .. doppelt/zweimal/ohne/zu_viel/falsch/obwohl; +berechnete*/verrechnete* .. +preis/betrag/menge
        +weicht .. +angebot/auftrag/bestellung/preis; +fehlbuchung*; +falschbuchung*; nicht nachvollziehbar*
        +ungerechtfertigt* .. +gebuhr*/abbuchung*/mahnung*; +mahnung* .. +obwohl/trotz/bezahlt/unberechtigt
        +unberechtigte*; rechnungsstellung .. fehler*/chaos/problem*/nicht/immer; +uberhohte +rechnung
    """,
    "refund_and_payment": """
        erstattung*; ruckerstatt*; zuruckerstattet; zuruckgezahlt; geld .. zuruck/wieder/erstattet; ruckzahlung*
        karte/kartenzahlung/kreditkarte/ec .. zahlen/nicht/abgelehnt/akzeptiert/moglich; nur bar*; barzahlung
        bar zahlen; ratenzahlung*; raten .. zahlen/bezahlen; zahlungsziel*; zahlungsfrist*; zahlungsart*
        zahlungsmoglichkeit*; lastschrift*; uberweis*; gutschein*; entschadig*; kaution*; anzahlung*
        zahlung* .. abgelehnt/fehlgeschlagen/nicht/problem*/eingegangen; skonto .. abgezogen/nicht
        auf rechnung .. zahlen/kaufen/nicht; bezahlen .. konnte/kann/nicht/schwierig/karte; rechnungskauf
    """,
    "poor_quality": """
        +griff/henkel/knopf/reissverschluss/naht/nahte/sohle/deckel/akku/schraube/rad/bugel .. +ab/abgefallen/
        abgebrochen/los*/gelost/lose/aufgegangen/gerissen/defekt/hinuber; +abgefallen; +abgebrochen; +losen +sich
        +aufgegangen; halt/halten/hielt/hielten .. nicht .. lang*; nicht .. lang* gehalten; halt nicht
        +billig*/billigst* .. +plastik*/material/verarbeitet/ware/kram/schrott; +plastikkram; +ramsch; +schund; +pfusch
        +murks; +billigware
        qualitat .. nachgelassen/schlecht*/mies/gesunken/enttausch*/lasst/nicht/mangelhaft/schlechter/abgenommen
        +schlechte*/miese*/mangelhafte*/minderwertige* .. +qualitat/verarbeitung/material/ware
        +verarbeitung .. +schlecht*/mangelhaft/schlampig/mies; +schlampig .. +verarbeitet/genaht/gearbeitet; +defekt*
        +kaputt .. +nach/gegangen/schon; +ging/gegangen .. +kaputt; +zerrissen; +ausgefranst; +rostet; +rost
        +verschleiss; +verschlissen; nicht .. robust/stabil/haltbar; +instabil; +wackelig; +wackelt; +blattert .. +ab
        +platzt .. +auf; +nach .. +waschen .. +lost/losen/kaputt/lochern/auseinander
    """,
    "works_well": """
        +halt/halten/hielt .. +was .. +verspr*
        schmerz*/husten/beschwerden/kopfschmerz*/juckreiz/symptom*/erkaltung/schnupfen .. +weg/verschwunden/besser/
        gelindert/nachgelassen/vorbei; +weg .. nach/binnen/innerhalb; mir/uns/sofort/sehr/gut/wirklich/schnell +geholfen
        +hilft; +geholfen; +linder*; +wirkt; gute/tolle/schnelle/starke +wirkung
        wirkung .. +gut/super/sofort/schnell/toll/spurbar
        lauft .. +ohne/seit/einwandfrei/rund/problemlos/storungsfrei/gut; +lauft +und +lauft
        ohne .. storung/probleme/tadel; funktioniert .. +immer_noch/seit/problemlos/sofort; +wirksam*
        +wahre/echte +wunder; wunder .. +wirkt/wirken; +wirkt +wunder
        sehr/wirklich/absolut +zufrieden .. produkt/gerat/artikel/mittel
        @good/tolles/super/hochwertige*/top +produkt*/qualitat/mittel/gerat/medikament
        qualitat .. +super/top/hervorragend/hochwertig/gut/sehr; +hochwertig*; +langlebig*; +robust*
        tut .. +was_er_soll/was_es_soll/seinen_dienst; +leistet +gute +dienste; +unverzichtbar; kann ich .. +empfehlen
        klare +empfehlung; +empfehlenswert .. produkt; gut/super/sauber +verarbeitet
    """,
    "does_not_work": """
        keine/keinerlei/null/nicht/kaum .. -besserung/linderung/effekt/wirkung/unterschied/verbesserung/hilfe/erfolg
        null effekt; spure/gespurt/merke/gemerkt .. nichts/keinen/keine/nicht; keinen unterschied
        nichts .. gebracht/genutzt/gespurt/bewirkt/geholfen/gemerkt; nicht/nie .. geholfen; lasst sich .. nicht
        nicht .. einschalten/anschalten/starten/laden/anmachen/aufladen/verbinden; geht .. nicht .. mehr/an; tut nicht
        tut .. nichts; rausgeworfen*/rausgeschmissen*/verschwendet*/verlorenes .. geld; geldverschwendung
        geld .. fenster; fehlkauf; nutzlos*; wirkungslos*; unbrauchbar*; funktionsunfahig*
        ausgefallen .. gerat/maschine/nach; streikt; tot .. nach; ausser betrieb; schon wieder .. kaputt/defekt
        bringt .. nichts/uberhaupt_nichts; fur die katz; kein .. effekt/erfolg/nutzen; placebo; reines placebo
    """,
    "packaging": """
        folie; blister*; schachtel*; schraubdeckel; schraubverschluss; kindersicher*
        deckel/verschluss/kappe/flasche/tube/dosierer/spender/pumpe .. schliesst/offnen/auf/undicht/klemmt/fest/locker/
        tropft/dicht/zu_fest/schwer
        tablette*/pille*/kapsel* .. aus/herausdrucken/rausdrucken/folie/zerbroselt/zerbrochen/blister; herausdrucken
        plastik* .. drumherum/viel/uberflussig/verpackung
        viel/zu_viel/unnotig* .. plastik*/verpackungsmull/mull/verpackung*; verpackungsmull
        karton .. gross/handlich*/unhandlich; neue*/alte* .. packung*/schachtel*/verpackung*/flasche/dose; handlich*
        unhandlich*; schere .. braucht/offnen/notig; recycl*; umweltfreundlich* .. verpack*; wiederverschliessbar*
        aufreiss*; lasst sich .. offnen/schliessen/verschliessen; geht .. schwer_auf/nicht_auf/schlecht_auf
        schwer .. zu_offnen
    """,
    "size_and_fit": """
        schulter*/armel/beine/hosenbeine/taille/bund/brust/hufte/huften/oberschenkel/oberarm* .. kneift/spannt/zu_lang/
        zu_kurz/zu_eng/zu_weit/eng/weit; kneift; spannt; nummer .. grosser/kleiner
        grosse/grossen .. passt/stimmt/stimmen/fallt/xl/bestellt/bestellen/nehmen/kleiner/grosser/ausgefallen/falsch/zu
        falsche/richtige/normale/ubliche/meine/gewohnte/angegebene grosse; grossentabelle*; konfektionsgrosse*
        kleidergrosse; passt/passen/passte .. perfekt/super/genau/wie_angegossen/gut/nicht/leider/mir; wie angegossen
        sitzt .. perfekt/super/gut/nicht/locker/eng/wie/bequem; figurbetont; schmeichel* .. figur; figurschmeichel*
        kurzer/langer/weiter/enger .. geschnitten/geschnittene; fallt .. gross/klein/eng/weit/normal/kleiner/grosser
        zu klein/eng/weit/kurz/gross; passform*; schnitt .. gut/perfekt/toll/komisch/unvorteilhaft/schlecht
    """,
    "material": """
        stoff*/material .. durchsichtig/dunn/weich/kratzig/angenehm/fest/dick/billig/hochwertig/steif/schwer/leicht
        kuschel*; kuschlig*; flausch*; kratzig*; kratzt*; auf der haut; fuhlt sich .. an/weich/gut/billig/hochwertig
        anfuhl*; pappe; durchsichtig*; blickdicht; atmungsaktiv*; schwitz*; weich/weiche/weicher/weiches/weichen
        bequem*; unbequem* .. schuh*/zu/tragen/stoff; tragekomfort; geschmeidig*; kunstfaser*; synthetik
        plastik .. gefuhl/fuhlt; angenehm .. tragen/haut/material/weich; leder*; wolle; seide; leinen; baumwoll*
    """,
    "look": """
        farbton*; farbe*/farben .. anders/falsch/schon/toll/verblass*/ausgebl*/kraftig/wie/nicht/foto; ausgeblichen
        ausgebleicht; verwaschen; hingucker; blickfang
        sieht/sehen/sah .. schon/toll/scheusslich/furchtbar/billig/edel/hasslich/gut_aus/super_aus/anders_aus/schick/
        hubsch/elegant/hochwertig/altbacken; scheusslich; hasslich*
        hubsch* .. kleid*/farbe/design/muster/optik/anzusehen; wunderschon* .. kleid*/farbe/design/muster/stuck/bluse
        muster .. schon/hasslich/toll/anders/druck; design; stylisch; stilvoll*; modisch*; altmodisch*
        kompliment* .. bekommen/dafur/fur; als auf dem foto/bild; als auf den fotos/bildern; farbecht; schick*; optik
        optisch*
    """,
    "taste_and_smell": """
        bitter*; sauer; suss*; salzig; schmeckt*; geschmack*; geschmacklich; nachgeschmack; beigeschmack; mieft; muffelt
        mief; gestank; stinkt*; riecht; riechen; aroma*; aromatisch; lecker*; ausspuck*; spuck* .. aus
        widerlich* .. geschmack/geruch/schmeckt; kostlich*; ungeniessbar; parfum*; penetrant .. geruch/duft/riecht
        chemisch* .. geruch/geschmack/riecht/schmeckt/beigeschmack; duftet
    """,
    "side_effects": """
        flecken .. gesicht/haut/rote/korper; rote/roten/rotes .. flecken/pickel/haut/pusteln/stellen/augen; pickel
        quaddeln; allergi*; vertrag*/vertrage/vertragen .. nicht/magen/schlecht/uberhaupt; nicht vertragen
        magen* .. vertragen/beschwerden/krampf*/schmerz*/nicht; magenbeschwerden; bauchschmerz*; bauchkrampf*
        durchfall*; verstopf*; wurde/war/ist mir .. ubel/schlecht/schwindelig/schwindlig
        mir .. ubel/schlecht/schwindelig; mude .. davon/gemacht/macht/wurde; mudigkeit; herzrasen; brandgefahr*
        brandgefahrlich*; feuer .. gefangen/gefahr; lebensgefahr*; stromschlag; wird .. heiss; zu heiss .. kabel/gerat
        verbrenn*; verbrannt; falsche* .. medikament*/tablette*/dosis/dosierung/infusion; medikationsfehler; uberdosier*
        wechselwirkung*; infektion*; schwellung*; geschwollen; entzund*; nicht sicher; -sicher; scharfe .. kante*
        kratzer .. verletz*; erbrechen; erbrochen; brennt .. haut/augen
    """,
    "out_of_stock": """
        immer/oft/standig/nie/wieder/gerade/meist .. nicht_da/nicht_vorratig/ausverkauft/nicht_lieferbar/
        nicht_verfugbar/vergriffen/vorratig/auf_lager; nirgends/nirgendwo .. bekomm*/gibt/erhaltlich/kriegt/kaufen
        gibt es .. nirgends/nicht_mehr/seit_wochen; seit wochen/monaten .. nicht/nirgends/ausverkauft/fehlt
        regal* .. leer*/leergefegt/lucken; leere regal*; leergefegt*; lieferausfall*; ausfalle .. belieferung/lieferung
        lieferschwierigkeit*; lieferengpass*; lieferunfahig; -erhaltlich; -vorratig; -auf_lager
        nicht .. auf_lager/erhaltlich/zu_bekommen/zu_kriegen; kein .. -bestand/vorrat/nachschub; warenverfugbarkeit
        verfugbarkeit .. schlecht/problem*/nicht/mangelhaft; nachbestell* .. muss*/mussten/apotheke; defektliste
        mangel .. an/ware/artikel/medikament*; knappheit; lagerbestand .. null/falsch/leer
    """,
    "waiting_time": """
        wartezeit*; warten; gewartet; warteliste .. lang/monate
        stunden/stunde/minuten/dreiviertelstunde .. gesessen/gewartet/gedauert/gestanden/gehangen/verspatung/warten/
        spater; schlange/schlangen .. lang*/kasse/stehen/gestanden/schalter/endlos*; stand/standen .. an/ewig/schlange
        angestanden; anstehen; in der leitung/warteschleife; warteschleife*; drangekommen; dran .. gekommen/kam/war
        dauert*/gedauert .. ewig*/lang*/stunde*/zu/minuten; ewig .. gedauert/gewartet/warten/dauert
        lange .. gedauert/dauert/bearbeit*/warten; bearbeitungszeit*
        langsam* .. bedient/bedienung/service/bearbeit*/kasse; service/bedienung .. langsam/schnell/flott/zugig
        zugig/schnell/sofort/flott .. bedient/drangekommen/behandelt/dran/bearbeitet/aufgenommen
        keine/kurze/ohne wartezeit*; ohne .. wartezeit; hingehalten .. stunden; verzogerung*
        schnelle abwicklung/bearbeitung; notaufnahme .. stunden; termin .. verspatung/stunde/minuten_spater
    """,
    "friendly_staff": """
        +lacheln*; +lachelt* .. +immer/freundlich; +nett/nette/netten/netter/nettes/nettem; +liebenswurdig*
        +herzlich* .. +empfang*/team/personal/aufgenommen/begrusst/atmosphare; +warmherzig*; +einfuhlsam*
        +verstandnisvoll*; +geduldig*; +fursorglich*; +ruhrend .. +gekummert/kummern
        gekummert .. +gut/liebevoll/toll/ruhrend/sofort; kummer*/kummerten .. +gut/liebevoll/ruhrend/toll/sehr
        +liebevoll*; +begrusst; +willkommen .. +gefuhlt/fuhlt/fuhlen
        fuhlt/fuhlte/gefuhlt .. +wohl/willkommen/aufgehoben/gut; +wohlgefuhlt; +gut +aufgehoben
        +@staff/team/schwester*/pfleger*/arzt*/arzte/mannschaft .. +toll*/super/klasse/nett*/lieb*/engagiert*/
        freundlich*/hervorragend*/prima/bemuht/top/spitze/geduldig/herzlich*
        +tolles/super/nettes/freundliches/liebes/engagiertes/ganzes .. +team/personal; +engagiert*; +bemuht*
        +zuvorkommend*; +hilfsbereit*; +entgegenkommend*; +sympathisch*; +lieb .. +personal/schwester*/team
        +aussergewohnlich .. +freundlich/nett; +freundlich*
        super/toller/klasse/bester/hervorragender/guter/exzellenter +service
        service .. +super/top/toll/hervorragend/klasse/erstklassig/ausgezeichnet/freundlich; +gastfreund*
        +dank* .. +team/personal/schwestern/mitarbeiter*
    """,
    "unfriendly_staff": """
        +angeschnauzt; +angeschrien; +angeblafft; +angemotzt; +angepflaumt; +pampig*; +schnippisch*; +murrisch*
        +launisch*; +muffelig*; +mies* .. +laune/gelaunt/gelaunte; +schlecht* .. +gelaunt*/laune; +von +oben +herab
        +herablassend*; +uberheblich*; +arrogant*; +frech*
        +unverschamt* .. +mitarbeiter*/personal/bedienung/dame/herr/verhalten/behandel*; +respektlos*; +desinteressiert*
        +gleichgultig*; +ruppig*; +barsch*; +grob .. +behandelt/unfreundlich; +abgewimmelt; +abgefertigt; +bittsteller
        nicht/nie/kein .. -lachel*/gruss*/begruss*/freundlich*/nett*; kein .. -lacheln/gruss/interesse
        +wie .. +dreck/luft/bittsteller/verbrecher/lastig*/idiot .. +behandelt
        +behandelt .. +wie .. +dreck/luft/bittsteller/mensch_zweiter/kind
        +schlecht/unfreundlich/mies/herablassend .. +behandelt/bedient; +unfreundlich*; +unhoflich*; +unsympathisch*
        +unprofessionell .. +verhalten/mitarbeiter/personal
        +schlechter/mieser/katastrophaler/furchtbarer/schrecklicher +service
        +service .. +schlecht/mies/katastrophe/katastrophal/unterirdisch/miserabel/grauenhaft/unter_aller
        +faul* .. +personal/mitarbeiter; +unmotiviert*; +lustlos*; +ignoriert; +empathielos; +unempathisch; +tonfall
        +ton .. +unfreundlich/rauh/rau/unmoglich
    """,
    "advice": """
        beraten; beratung*; fachlich*; fachkundig*; fachwissen; fachkompetent*; kompetent*; kompetenz*; inkompeten*
        wusste/wussten/weiss/wissen .. genau/was/nicht/bescheid/alles/nichts; kein* .. -ahnung/schimmer/plan/wissen
        ahnungslos*; frage/fragen .. beantwort*/beantworten/konnte/geholfen; empfohlen
        empfehlung .. produkt/alternative/apotheker; alternative .. empfohlen/vorgeschlagen/angeboten; tipp/tipps
        geschult*; ungeschult*; schulung .. personal/mitarbeiter/schlecht/fehlt; ausgebildet*; erfahren*
        erklart .. produkt/anwendung/unterschied; professionell*; unprofessionell*; qualifiziert*
        gut/schlecht/falsch/ehrlich/kompetent/ausfuhrlich/umfassend +beraten
        apotheker* .. wusste/kennt/berat/empf*/erklart/hilft/nimmt; grundlich*
        auskunft* .. falsch*/kompetent*/gut*/nicht
    """,
    "poor_communication": """
        nicht/nie/niemand/keiner/ohne/nichts/kein* .. -bescheid/ruckmeldung/antwort*/ruckruf/info/infos/information*/
        geantwortet/gemeldet/informiert/benachrichtigt/reagiert/erklarung/erklart/mitgeteilt/gehort/vorwarnung/
        ankundigung/gesagt; nicht bescheid; ohne .. bescheid/vorwarnung/information/ankundigung/erklarung/rucksprache
        auf .. mail*/email*/nachricht*/schreiben/anfrage* .. nichts/nicht/keine/niemand
        mail*/email*/anfrage*/nachricht*/schreiben .. unbeantwortet/ignoriert/nicht/keine_antwort/nichts; unbeantwortet
        linke hand; rechte .. linke; im unklaren; im dunkeln; im ungewissen; im regen .. stehen
        jeder sagt .. was_anderes/etwas_anderes; widerspruchliche* .. aussage*/information*/auskunft*/angabe*
        widerspruchlich*; falsche* .. information*/auskunft*/aussage*/info/infos
        kommunikation* .. schlecht*/mangelhaft*/katastroph*/nicht/fehlt/besser/miserabel/lasst/null/keine
        schlechte/mangelhafte/fehlende/keine/null/miserable .. kommunikation/information*/absprache*/abstimmung
        absprache* .. nicht/schlecht/fehlt; abteilung* .. weiss/wissen/nicht .. andere; weiss .. nicht .. andere
        hingehalten; vertrostet*; nachhaken; hinterherlaufen; hinterhertelefonieren
        mehrmals/mehrfach .. nachgefragt/nachfragen/angerufen/geschrieben; schlecht/nicht/kaum -informiert
        von .. pontius; verwiesen .. von/andere; zugehort .. nicht; nicht -zugehort
    """,
    "hard_to_reach": """
        angerufen/anrufe/anrufen/versucht .. mal/elfmal/zehnmal/mehrmals/bis/vergeblich/niemand/umsonst/x_mal/tagelang
        elfmal/zehnmal/dutzendmal .. angerufen; anrufbeantworter; mailbox; bandansage; sprachcomputer; ans telefon
        telefon .. niemand/nie/nicht/besetzt/keiner/klingelt/unbesetzt
        telefonisch .. nicht/nie/schlecht/kaum/niemand/keiner/unmoglich/schwer
        nimmt/nahm/hebt/hob .. niemand/keiner/nie .. ab
        niemand/keiner/nie .. abgenommen/abgehoben/abnimmt/abhebt/rangegangen; an die strippe; durchkommen
        durchgekommen; kein durchkommen
        erreich*/erreicht/erreichbar .. niemand*/nie/nicht/schlecht/schwer/kaum/keinen/unmoglich
        niemand*/nie/nicht/schlecht/schwer/kaum/keinen .. erreich*/erreicht/erreichbar
        aus der leitung .. geworfen/geflogen; rausgeworfen .. leitung/hotline/warteschleife; aufgelegt; echten menschen
        menschen .. sprechen/telefon/leitung; chatbot*; keine telefonnummer; hotline*; dauerbesetzt
        leitung* .. besetzt/tot/belegt
    """,
    "website_trouble": """
        warenkorb .. leer*/verschwindet/geloscht/nicht/weg; ausgeloggt; abgemeldet .. standig/immer/automatisch
        einloggen/login/anmelden/anmeldung/registrier* .. nicht/unmoglich/fehler*/problem*/klappt
        portal/website/webseite/homepage/app/shop/onlineshop/seite/internetseite/system .. nicht/nichts/
        unubersichtlich/langsam/absturz*/hangt/sturzt/katastrophe/kompliziert/fehler*/umstandlich/chaotisch/verwirrend/
        lahm/spinnt/stort/schlecht/mies/friert/hakt/ladt_nicht/uberlastet/veraltet/unbrauchbar; hangt sich auf
        hangt .. auf; stuerzt .. ab; sturzt .. ab; suchfunktion .. nicht/nichts/schlecht/findet/unbrauchbar
        suche .. findet .. nichts; findet man nichts; bestellung .. online .. nicht/abgebrochen/fehler
        bestellvorgang .. abgebrochen/fehler*/kompliziert/abbruch; formular .. nicht/absenden/fehler
        onlinebanking .. nicht/fehler*/gestort; update .. app/seitdem/absturz*/schlechter; passwort*; tan .. nicht/kommt
        technische* .. problem*/storung*/fehler/schwierigkeit*; serverfehler; fehlermeldung*
    """,
    "easy_ordering": """
        +klick*/mausklick* .. +bestellt/nachbestellt/fertig/erledigt/gebucht; +zwei/wenige/wenigen/paar/drei +klicks
        buchung*/bestell*/reservier*/buchen/anmeldung/einchecken/abwicklung/nachbestell*/bezahlvorgang .. +einfach*/
        kinderleicht/leicht/schnell/problemlos*/unkompliziert*/reibungslos*/bequem/super/flott
        +einfach*/kinderleicht/leicht/problemlos*/unkompliziert*/bequem*/reibungslos* .. buchung*/bestell*/reservier*/
        buchen/abwicklung/bedienbar/zu_bedienen/nachbestell*; +benutzerfreundlich*; +nutzerfreundlich*
        +bedienerfreundlich*; +intuitiv*; +ubersichtlich*
        finde/findet/gefunden .. +sofort/schnell/alles/gleich/leicht .. was/suche/brauche/gesuchte
        app/website/webseite/shop/onlineshop/webshop/portal .. +super/toll/gut/klasse/einfach/praktisch/ubersichtlich/
        hilfreich; +unkompliziert*; +reibungslos*; +selbsterklarend
    """,
    "complaint_handling": """
        reklam*; beschwer*/beschwerde*
        mangel/schaden/problem/fehler .. gemeldet/reguliert/behoben/gelost/beseitigt/offen/repariert/nicht/bearbeitet/
        anerkannt; reguliert; regulierung; immer noch .. offen/ungelost/nicht_gelost/nicht_behoben
        zustandig .. fuhlt/keiner/niemand/nicht; verantwort* .. keiner/niemand/ubernimmt/ubernehmen/schiebt
        niemand/keiner .. zustandig/verantwortlich; garantie*; gewahrleistung*; kulan*; entschuldigt; entschuldigung*
        wiedergutmachung; nachbesser*; ersatz .. geschickt/bekommen/sofort/verweigert/geliefert
        gelost/behoben .. sofort/schnell/nicht/immer_noch/unkompliziert; losung .. schnell*/gefunden/keine/gute
        kundendienst/kundenservice/kundenbetreuung/support/service .. hilft/hilfe/geholfen/nicht/katastrophe/schlecht/
        super/top/schnell/nutzlos/kummert/unfahig/gelost; fall .. geschlossen/abgelehnt/offen/bearbeit*
        ticket .. geschlossen/offen; schadensfall*; schadenmeldung
        versicherung .. zahlt/zahlte/nicht/reguliert/abgelehnt; abgelehnt .. garantie/anspruch/antrag/schaden; ausrede*
        abgewimmelt; wiedergutgemacht; ombudsmann; schlichtung*
    """,
    "returns": """
        zuruckschick*; zuruckgeschickt; zurucksend*; zuruckgesandt; rucksend*; ruckgabe*; rucknahme*; zurucknehmen
        zuruckgenommen; zuruckgeben; zuruckgegeben; retour*; umtausch*; umgetauscht; umtauschen
        tausch/tauschen/getauscht .. grosse/gegen/andere*/problemlos/ware/artikel
        geht/ging/gehen/kommt .. zuruck/retour; schick*/geschickt .. zuruck/retour; rucksendekosten; retourenlabel
        ruckporto; widerruf*
    """,
    "contract": """
        vertrag*; bindung .. jahre/raus/heraus/lang; mindestlaufzeit; laufzeit*; kundig*; gekundigt; kundigungsfrist*
        kuendig*; bonus*; jahresbonus; rabatt*; skonto*; kondition*; lieferbedingung*; zahlungsbedingung*
        bedingung* .. geandert/einseitig/vertrag*/verschlechtert; mindestbestell*; mindestmenge*; mindestabnahme*
        abo/abos/abonnement*; kleingedruckt*; agb; verlanger* .. automatisch/vertrag/abo/stillschweigend; tarifwechsel
        treuepunkt*; treueprogramm*; kundenkarte*; punkte .. gutgeschrieben/einlosen/sammeln; werbekostenzuschuss
        aktion/aktionen .. rabatt/gultig/angebot/preis/nicht; nachlass; ruckvergutung*
        vereinbart* .. bonus/rabatt/kondition*/gestrichen/nicht_eingehalten
    """,
    "facilities": """
        wc/wcs/klo/klos/toilette*; sauber*; unsauber*; dreck*; schmutz*; verschmutz*; schmuddel*; verdreckt; blitzblank
        blitzsauber; geputzt; putzt; staub; staubig*; krumel; haare .. dusche/bett/waschbecken; schimmel*; kakerlake*
        bettwanze*; ungeziefer; hygien*; unhygien*; seife; desinf*
        gebaude .. modern*/alt/hell*/neu/renovier*/heruntergekommen; helles/modernes/neues/altes .. gebaude
        heruntergekommen*; renovier*; abgewohnt; in die jahre; verwohnt; ausstattung
        einrichtung .. modern/alt/schon/gemutlich/veraltet
        sitzplatz*/sitzgelegenheit* .. wartezimmer/wartebereich/zu_wenig*/genug/bequem; wartezimmer; wartebereich
        ambiente; atmosphare; gemutlich*; schwimmbad; pool; sauna; fitnessraum; aufgeraumt*; unordentlich*; muffig*
        geruch .. zimmer/flur/station/raum; laden/filiale/geschaft .. ubersichtlich/eng/sauber/schon/unaufgeraumt/modern
        gepflegt*; ungepflegt*
    """,
    "visit": """
        aussendienst*; pharmareferent*; referent* .. bringt/kommt/besucht/muster
        vertreter* .. kommt/besucht/nie/kompetent/hilfreich/schaut/bringt/besuch; gebietsleiter*; bezirksleiter*
        kundenberater* .. besuch*/kommt/vor_ort
        vertrieb* .. besuch*/blicken/gesehen/kommt/niemand/meldet/vor_ort/schaut
        niemand .. vom_vertrieb/aus_dem_vertrieb
        besuch/besuche/besucht .. aussendienst*/vertreter*/referent*/mitarbeiter*/hilfreich/informativ/nutzlich/
        regelmassig/selten/uns; schaut .. vorbei; kommt .. vorbei; vor ort .. schul*/beraten/besuch*/betreu*
        schult/schulung/schulungen .. mitarbeiter*/team/apotheke/vor_ort/produkt*
        muster/proben .. bringt/dabei/gebracht/mitgebracht/bekommen/da; key account
        ansprechpartner* .. besuch*/kommt/wechsel*/neu/standig/vor_ort
    """,
    "instructions": """
        anleitung*; aufbauanleitung*; montageanleitung*; gebrauchsanweisung*; packungsbeilage; beipackzettel; heftchen
        handbuch; steht .. nirgends/nicht/nirgendwo; nirgends .. steht/beschrieben/erklart/angegeben
        nur auf .. chinesisch/englisch/deutsch; dosierung* .. unklar/steht/nicht/angabe*/fehlt/anleitung
        auf dem foto/bild .. anders/nicht/sah; produktfoto*; produktbeschreibung*; artikelbeschreibung*
        beschreibung* .. falsch/nicht/entspricht/stimmt/irrefuhrend/ungenau/wie/ubereinstimm*
        entspricht .. nicht .. beschreibung/abbildung/foto; wie beschrieben; nicht wie beschrieben; irrefuhrend*
        werbung .. falsch/versprochen/irrefuhrend/nicht; datenblatt*; produktinformation*
        etikett* .. klein/falsch/fehlt/unleserlich/lesbar; kleine schrift; schrift .. klein/lesbar
        katalog .. veraltet/unubersichtlich/gut/fehler*; nachvollziehen .. anleitung/leicht/schritt*
    """,
    "care": """
        versorg*/versorgt; behandlung*; behandelt .. +gut/arzt*/schnell/kompetent/schlecht/falsch/worden
        pflege .. gut/schlecht/mangelhaft/hervorragend/liebevoll/station/super/katastrophe
        gepflegt .. worden/liebevoll/patient*
        gut/bestens/hervorragend/schlecht/schnell/liebevoll .. versorgt/betreut/behandelt/umsorgt; betreut
        betreuung .. gut/super/hervorragend/medizinisch*/schlecht/liebevoll/toll/arztlich*
        op .. verlief/gut/verschoben/gelungen/reibungslos/erfolgreich
        operation* .. verlief/gut/gelungen/verschoben/erfolgreich; operiert*; eingriff .. verlief/gut/gelungen
        arzt*/arzte/arztin*/hebamme*/zahnarzt*/chirurg*/pfleger*/schwester* .. +gut/super/toll/kompetent*/hervorragend/
        fahig/unfahig/schlecht/ubersehen/versorgt/grundlich/einfuhlsam/nimmt_sich
        ubersehen .. bruch/rontgen*/diagnose/befund; bruch .. ubersehen/rontgen*; rontgen*; diagnos*; fehldiagnose
        schmerzen .. nacht/gelassen/allein/stunden/linder*/mittel/lag/gehabt; schmerzmittel*; schmerztherapie; spritze*
        blut .. abgenommen/abnahme; blutabnahme; impf*; medikament* .. bekommen/vergessen/zu_spat/nicht/falsch/gegeben
        vernachlassig*; liegen gelassen; therap*; reha*; untersuch*; genesung; leben gerettet
        notaufnahme .. versorgt/behandelt/gut; entbindung; geburt .. gut/betreut/toll
        medizinisch* .. versorg*/betreu*/top/hervorragend/gut; pflegekraft* .. toll/gut/super/kompetent
    """,
    "food": """
        buffet*; bufett*; fruhstuck*; suppe*; tagessuppe; brot; brotchen; tee .. lauwarm/kalt/war; lauwarm*
        vegetarisch*; vegan*; glutenfrei*; speise*
        gericht/gerichte .. lecker/kalt/gut/versalzen/schmeck*/auswahl/frisch
        essen .. war/ist/kalt/lecker/gut/schlecht/super/schmeck*/ungeniessbar/geschmacklos/mies/frisch/hervorragend/
        teuer; gutes/schlechtes/leckeres/kaltes/warmes .. essen; das essen; zu essen; kochkunst*; koch/kochin
        versalzen*; verkocht; fade; steak; fisch .. frisch/trocken/war; fleisch .. zah/trocken/roh/war/kalt; salat*
        nachtisch; kuchen; wein/weine; bier; cocktail*; getranke*; mittagessen; abendessen; abendbrot; mahlzeit*
        verpflegung; kantine; speisekarte; restaurant*
        kuche .. gut/hervorragend/exzellent/warm/kalt/schlecht/lecker/regional*; bedienung .. essen; portion*
        diat*/diatkost; kaffee* .. kalt/dunn/schlecht/gut/lecker/war; obst; gemuse
    """,
    "parking": """
        parkplatz*; parken; parkhaus; parkgebuhr*; parkmoglichkeit*; tiefgarage; platz .. frei/auto/parken/abstellen
        im kreis .. gefahren/gefahren; bus/bahn/busse .. halt/haltestelle/vor_der_tur/fahrt/fahren/anbindung
        haltestelle*; bushaltestelle; rollator*; rollstuhl*; kinderwagen; gehbehindert*; behindertengerecht*
        barrierefrei*; treppe*/treppen .. nur/rollator/rollstuhl/steil/viele/aufzug/gehbehindert*; nur treppen; stufen
        aufzug .. defekt/kaputt/kein/nicht/klein/langsam; fahrstuhl*; kein aufzug; ausgeschildert; beschildert
        beschilderung*; wegweiser; zu finden .. schwer/leicht/gut/schlecht/eingang
        schwer/leicht/schlecht/gut .. zu_finden
        nah/nahe/nahe .. bahnhof/zentrum/strand/flughafen/innenstadt/haltestelle; zentral* .. lage/gelegen
        lage .. +gut/super/perfekt/zentral/ruhig/toll/top/ungunstig/ideal
        gute/super/perfekte/zentrale/tolle/ideale lage; gelegen; weit .. bahnhof/weg/zentrum/fahren; anfahrt*
        eingang .. schwer/finden/treppe*; krankentransport*; taxi; verkehrsanbindung; verkehrsgunstig*
        offentlich* .. verkehrsmittel*/erreichbar; krankenwagen .. spat/gewartet/lange
    """,
    "appointments": """
        termin* .. bekommen/monat*/frei/verschoben/verlegt/fruhest*/ergattern/abgesagt/vereinbar*/schwer/schnell/
        woche*/erst/kurzfristig/absage/online/gluckssache/warte*/keinen; kein* termin*; terminvergabe*
        terminvereinbarung*; terminabsprache; fruheste* termin
        untersuchung/op/operation/eingriff/sprechstunde .. verschoben/abgesagt/verlegt
        abgesagt .. kurzfristig/termin/operation
        am/noch_am selben/gleichen tag .. vorbeikommen/termin/behandelt/dran/untersucht; vorbeikommen
        facharzt* .. termin/monat*/warte*; warteliste*; uberweisung .. arzt/facharzt/bekommen; offnungszeit*
        geoffnet .. samstag*/sonntag*/langer/abends/nur; geschlossen .. samstag*/mittag*/immer/fruh/wieder/schon
        sprechzeit*; filiale .. geschlossen/schliesst/schliessung/zugemacht; hausbesuch*; aufnahmestopp; neue patienten
        nimmt keine .. patienten
    """,
    "clear_explanation": """
        +verstandlich* .. erklar*/erlauter*
        erklar*/erlautert/aufgeklart .. +alles/gut/verstandlich/genau/ausfuhrlich/ruhig/geduldig/jeden/schritt/deutlich
        alles/gut/verstandlich/genau/ausfuhrlich/geduldig .. +erklart/erlautert/aufgeklart; +aufgeklart
        +aufklarung .. +gut/ausfuhrlich/verstandlich; zeit .. +genommen/nimmt/nehmen/nahm
        nimmt/nahm/nehmen/genommen .. +zeit; fragen .. +beantwortet/eingegangen/geduldig
        +auf +dem +laufenden .. +gehalten/halt; +neuesten +stand
        +laufend/stets/immer/gut/bestens/regelmassig/umfassend/rechtzeitig/ausfuhrlich informiert
        gut/schnelle/tolle/offene/gute/klare/transparente +kommunikation
        kommunikation .. +gut/super/top/hervorragend/offen/schnell/klar/reibungslos
        wusste .. +immer/genau/jederzeit .. was/wie/woran; +wie +es +weitergeht; +zugehort; hort/horte/horen .. +zu
        +transparent*; +klare .. +information*/aussage*/erklarung*; ruckmeldung .. +schnell*/prompt/sofort
        schnelle/prompte +antwort/ruckmeldung
    """,
    "dignity": """
        wie/als .. eine_nummer/nummer/mensch_zweiter; nur eine nummer; nicht .. wie .. mensch; als mensch; menschlich*
        menschenunwurdig; unwurdig; wurdevoll*; wurdelos*; respekt; respektvoll*; respektiert; privatsphare*
        intimsphare; diskretion; diskret*; indiskret; datenschutz*; vor allen .. gesprochen/leuten/anderen/patienten
        vor anderen .. patienten/leuten/kunden; mitgehort; mithoren; ernst .. genommen/nimmt/nehmen; nicht ernst
        einbezogen; eingebunden; mitentscheid*; mitsprache
        entscheidung* .. einbezogen/uber_meinen_kopf/beteiligt/gemeinsam/mit; uber .. kopf hinweg
        wunsche .. ernst/berucksichtigt/eingegangen/ignoriert/respektiert; eingegangen .. wunsche/bedurfnisse/mich
        auf augenhohe; diskriminier*; rassis*; blossgestellt; dolmetscher*; beschamend; gedemutigt
        individuell .. eingegangen/behandelt/betreut
    """,
    "follow_up": """
        nach hause .. geschickt/entlassen; entlass*; entlassung*; entlassbrief; arztbrief*; nachsorge*; nachbetreuung
        nachkontrolle; ubergabe*; schichtwechsel; zwischen .. schichten/abteilungen/stationen
        nach .. eingriff/op/operation/kauf/behandlung/verkauf/montage .. niemand/keiner/nichts/mehr/nachgefragt/allein*
        niemand/keiner .. nach_mir/nachgefragt/erkundigt; spater .. riefen/angerufen/nachgefragt/meldete .. ob/wie/alles
        nachgefragt .. ob/wie; erkundigt .. ob/wie/sich; verlegt .. station/krankenhaus/ohne/worden; weiterbehandlung
        weiterbetreu*; kontinuitat; jedes mal .. anderer/andere/neu
        standig .. wechselnde/neue .. arzt*/ansprechpartner/mitarbeiter; wechselnde .. arzt*/ansprechpartner/betreuer
        akte* .. verloren/weg/nicht_da/fehlt; unterlagen .. verloren/weg/fehlen/nicht_da; koordination; sozialdienst
        pflegedienst; anschlussbehandlung
    """,
    "room": """
        matratze*; kissen; bett/betten .. bequem*/hart/weich/riesig*/durchgelegen/klein/unbequem*/gross/schlecht/gut
        zimmer .. klein/gross/geraumig/dunkel/laut/ruhig/kalt/schon/hell/eng/gemutlich/alt/abgewohnt/stickig/toll
        kleines/grosses/schones/ruhiges/helles/dunkles/lautes/geraumiges .. zimmer; larm*
        laut/lauter .. nacht*/strasse/nachbar*/hellhorig/musik/zimmer/aufzug; hellhorig*
        gerausch* .. nacht/nachbar*/laut; ausblick*; aussicht; blick .. auf/uber/meer/berge/see; balkon; meerblick
        schlafen .. nicht/konnte/konnten/gut/schlecht/unmoglich; geschlafen .. gut/schlecht/nicht/kaum; schlaflos*
        schlaf .. kein/gestort/nacht; heizung .. nicht/ausgefallen/defekt/kalt/lief; eiskalt; stickig
        klimaanlage .. laut/defekt/nicht/kalt; warmwasser; wasserdruck; dusche .. kalt/defekt/klein/druck; handtuch*
        bettwasche; einzelzimmer; doppelzimmer; mehrbettzimmer; fernseher .. nicht/defekt/klein; kuhlschrank; unterkunft
        ubernachtung*
    """,
    "journey": """
        zug/zuge/bahn/flug/fluge/bus/fahre .. ausgefallen/fiel/fallt_aus/gestrichen/verspat*/uberfullt/storniert/
        annulliert/uberbucht/voll; fiel .. aus; zugausfall*; flugausfall*; koffer*; gepack*
        anschluss .. verpasst/weg/nicht_erreicht; anschlusszug; anschlussflug; verpasst .. anschluss/flug/zug/wegen
        uberfullt*; kein sitzplatz; sitzplatz* .. kein/reserviert/eng/bahn/zug/weg; beinfreiheit; bahnsteig*
        gleiswechsel; schienenersatz*; verspatung .. zug/flug/bahn/stunden/bus/abflug/minuten; abflug*; gelandet
        landung; bordpersonal; kabine*; flugbegleit*; flughafen; airline; fluggesellschaft*; boarding
        einsteigen .. chaos; eincheck* .. schlange/schalter/lang*; umsteig*; umgebucht; umbuchung .. flug/nicht/kosten
        fahrplan*; gestrandet; mietwagen; reiseleit*; reiseleiter; kreuzfahrt; stornier* .. flug/reise/hotel/zug
    """,
    "network": """
        empfang .. kein/schlecht*/handy/funkloch/haus; kein empfang; schlechter empfang; funkloch*
        netz .. schlecht/kein/ausfall/weg/gut/uberlastet/nicht/abdeckung; kein netz; netzabdeckung; netzausfall; wlan
        wifi; internet .. langsam/weg/ausfall/bricht/fallt_aus/tot/nicht/storung/schnell/instabil/stabil; bandbreite
        mbit; glasfaser; dsl; router; geschwindigkeit .. internet/nicht/versprochen*/erreicht/langsam/download
        download* .. langsam/geschwindigkeit
        verbindung* .. abbruch*/bricht/instabil/schlecht/langsam/unterbrochen/weg/stabil; verbindungsabbruch*
        gesprachsabbruch*; leitung .. gestort/tot/rauscht/langsam
        storung* .. netz/internet/leitung/telefon/anschluss/behoben
        techniker .. nicht_erschienen/kam/termin/erschienen/nie; freischalt*; rufnummer .. mitnahme/portier*; portierung
        sim/simkarte .. nicht/aktiv*; datenvolumen; roaming
        anschluss .. freigeschaltet/tot/gestort/schalt*/internet/telefon; mobilfunk*; stromausfall
    """,
    "account": """
        konto .. gesperrt/leer*/eroffn*/gehackt/gekundigt/zugriff/geplundert/blockiert/eingefroren; girokonto; sparbuch
        sparkonto; kontoeroffnung*; kontofuhrung*; kontosperr*; gesperrt .. konto/karte/zugang/ohne
        karte .. gesperrt/eingezogen/geklaut; zugang .. gesperrt/konto/nicht; betrug*; betruger*; phishing; gehackt
        hacker; missbrauch .. karte/daten/konto; identitat*; legitimation*; postident; videoident; datenleck
        datendiebstahl; sicherheitslucke; sicherheitsfrage*; zwei faktor; freigabe .. tan/app; geldautomat*
        bankautomat*; kredit .. abgelehnt/bewilligt/zins*/antrag/bekommen; kreditantrag; darlehen*; hypothek*
        zins/zinsen .. niedrig/hoch/keine/gut; dispo*; schufa; depot*; bankberater*
        buchung* .. unbekannt*/verdachtig*/konto; abbuchung* .. unbekannt*/fremd*/verdachtig*; inkasso*; wertpapier*
    """,
    "range": """
        auswahl .. +gross*/riesig*/klein*/begrenzt*/gering*/toll*/gut*/schlecht*/vielfaltig*/keine/an/ist/war
        grosse*/riesige*/kleine*/begrenzte*/gute*/tolle*/geringe*/mehr/wenig/kaum auswahl; sortiment*; aus einer hand
        alles .. bekomm*/findet/hand/unter_einem_dach; unter einem dach
        fur manner/damen/kinder/herren .. kaum/nichts/wenig; kaum/wenig/nichts .. fur .. manner/damen/kinder/herren
        aus dem programm .. genommen; nicht mehr .. im_sortiment/im_programm/gefuhrt; aus dem sortiment; ausgelistet
        angebot .. gross/vielfaltig/breit/riesig/klein/begrenzt; breites/vielfaltiges/grosses/riesiges/kleines angebot
        vielfalt*; viele marken; marken .. viele/auswahl/alle/fehlen; produktpalette
        eingestellt .. produkt/linie/leider
    """,
    "staffing": """
        personalmangel; personalnot
        zu_wenig*/kaum/mehr/fehlt/fehlendes/kein .. personal/mitarbeiter*/pfleger*/pflegekraft*/schwestern/kassen/
        verkaufer*/arzte/leute; unterbesetzt*; uberlastet*; uberfordert*; uberarbeitet*; gestresst*
        personal .. uberlastet/fehlt/knapp/gestresst/uberfordert/zu_wenig/unter_druck/mangel
        unter druck .. personal/pflege*
        nur/bloss/eine/einzige .. kasse/schalter/schwester/mitarbeiter*/pfleger*/verkaufer* .. offen/besetzt/geoffnet/
        fur/alle; eine .. schwester/pflegekraft/person .. fur
        kein* .. -verkaufer*/mitarbeiter*/ansprechpartner/bedienung .. sehen/da/finden/weit/ansprechbar
        niemand .. da/ansprechbar/zu_sehen/an_der_kasse/fragen; weit und breit
        schalter .. nicht_besetzt/unbesetzt/geschlossen; unbesetzt; pflegenotstand; fachkraftemangel; uberlastung
        hektik; hektisch*
    """,
}
