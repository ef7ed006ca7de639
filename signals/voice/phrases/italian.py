"""In which words do customers speak of a theme in Italian, beside what `lexicon` reads in every language?"""

PHRASES = {
    "late_delivery": """
        @delivery/ordine/ordini/pacco/spedizione/merce/corriere/camion .. ritard*/mai/ancora/dopo/ferm[oa]/pers[oa]/
        smarrit*/settimane/blocc*/lent*/tardi/non_arriv*/rimandat*; non .. ho/ho_ancora/abbiamo/ancora .. ricevut*
        ancora .. ricevut*/arrivat*/nulla; non .. ancora .. arrivat*/ricevut*/consegnat*; non e .. -arrivat*
        mai -arrivat*/consegnat*/ricevut*; +aspett* .. +ordine/pacco/spedizione/merce/consegna
        +giorni/ore/settimane .. +di_ritardo/dopo/in_ritardo; +in +ritardo
        tempi .. consegna .. non/mai/lung*/rispett*/biblic*; tempi di consegna .. lung*/non/mai
        -rispett* .. tempi/consegna/data; consegna .. in_ritardo/rimandat*/slittat*/posticipat*/mai/tardi
        data di consegna .. non/mai/slitt*/cambiat*; corriere .. non/mai/ritardo/passato
        +dov +e .. +pacco/ordine/spedizione; +spedizione .. +ferma/bloccata/persa
    """,
    "quick_delivery": """
        +consegn*/sped*/ordin*/arriv*/pacco/merce .. rapid*/veloc*/puntual*/anticipo/giorno_dopo/prima_del/in_tempo/
        nei_tempi/in_orario/tempestiv*/celere/24_ore/perfetta; +rapid*/veloc*/puntual*/tempestiv* .. consegn*/spedizion*
        +ordinat* .. +ieri .. +oggi; +ieri .. +ricevut* .. +oggi; +oggi .. +ricevut*/arrivat*; +prima +del +previsto
        +prima +di .. +quanto/previsto; +in +anticipo; +il +giorno +dopo; +giorno +stesso .. +consegn*/arriv*
        sempre .. +puntual*/in_tempo; +rispettano .. tempi/consegna; +velocissim*; +rapidissim*; +in +tempi +record
        tempi .. consegna .. +rispettat*/brev*/veloc*/rapid*; +in +un +lampo; +detto +fatto
    """,
    "damaged_delivery": """
        +@box/flacon*/bottigli*/pacco/pacchi/spedizione/prodott*/scatolone/bancale/merce/articol* .. +rott[oaie]/
        schiacciat*/ammaccat*/bagnat*/danneggiat*/apert*/strappat*/rovesciat*/rovinat*/graffiat*/spaccat*/crepat*/
        sfondat*
        +rott[oaie]/schiacciat*/ammaccat*/danneggiat*/rovinat* .. +pacco/scatola/scatolone/trasporto/consegna/spedizione
        +arrivat* .. +rott[oaie]/ammaccat*/schiacciat*/danneggiat*/rovinat*/incomplet*/apert*/bagnat*/graffiat*
        +ammaccat*; +in +frantumi; +a +pezzi .. +arrivat*/pacco
        +mancava/mancavano/manca/mancano .. +articol*/prodott*/pezz*/confezion*/spedizione/ordine/collo/scatol*
        +ordine/spedizione/consegna .. +incomplet*/manc*/parzial*/meta; +solo .. +meta .. +ordine/arrivat*
        +merce +mancante; +ammanco
    """,
    "wrong_item": """
        +chiesto/ordinato/volevo/richiesto/comprato .. +mandato/arrivat*/ricevut*/inviato/spedito/portato/dato
        +mi +hanno/e .. +mandato/inviato/spedito/portato/stato_spedito/arrivat* .. +altr[oaie]/divers*/sbagliat*/
        ordine_di; +di +un +altro +cliente; +ordine +di .. +altr[oa]
        non .. articolo/prodotto .. ordinat*/scelt*/volevo/richiest*
        non e quello .. ordinat*/scelt*/volevo/richiest*/che; +ricevut* .. +divers*/sbagliat*/altr[oa]
        +divers[oa] +da .. +quell*/scelt*/ordinat*/foto; +al +posto +di
        +invece +di .. +ricevut*/arrivat*/mandato/ordinat*
        +sbagliat* .. +prodott*/articol*/ordine/taglia/colore/modello/spedizione/consegna/farmaco/piatto/misura/
        indirizzo; +prodott*/articol*/taglia/colore/ordine/farmaco/misura/modello .. +sbagliat*/errat*/divers*
        +errore .. +ordine/spedizione/prodotto/articolo/preparazione; +scambiat* .. +pacco/ordine/prodott*
        +confus* .. +ordine/prodott*; +hanno +sbagliato
    """,
    "price_too_high": """
        +aumento/aumenti/rincar*/aumentat* .. +prezz*/tariff*/canone/altro/ennesim*/commission*/bolletta/percento/
        costi/premio; +un +altro +aumento; +ennesimo +aumento; +rincaro; +rincari
        +prezz*/tariff*/commission*/canone/spese/costi/bolletta/premio .. +alt[oie]/altissim*/esagerat*/eccessiv*/
        esorbitant*/aument*/capogiro/folli/assurd*/stelle/raddoppiat*/abusiv*/ingiustificat*/improponibil*/caro/cari
        +da +capogiro; +alle +stelle; +sproposito; +un +occhio +della +testa; +carissim*
        troppo/molto/davvero/cosi/un_po/decisamente/piuttosto +car[oaie]; +costos[oaie]; +costosissim*
        +costa/costano/costato .. +troppo/sproposito/fortuna/occhio/caro/molto; non vale .. prezzo/soldi/quello
        non .. vale .. soldi/prezzo; prezzo .. non_giustific*/ingiustificat*; +un +furto; +una +rapina
        +una +truffa .. +prezzo; +spenn*; +salat[oi] .. +prezz*/conto; non .. permett* .. prezzo/piu; +costi +nascosti
        +spese +nascoste/extra; +commissioni .. +alt*/nascost*/esagerat*; +inaccessibil* .. +prezz*
    """,
    "cheaper_competitor": """
        internet/concorren*/amazon/supermercato/altr[oaie]_farmaci*/altrove/altri_siti/altro_sito/accanto/altre_parti/
        online .. meno/mezzo/meta/meglio/conveniente*/convenienti/miglior*/economic*; meta prezzo; a meta
        costa/pago/trovo/compro/si_trova .. meno .. altrove/internet/online/concorrenza/accanto/amazon/altra
        meno .. altrove/accanto/altra_farmacia/concorrenza; trovo .. meno/meta/prezzo_migliore/piu_conveniente
        altr[oaie] .. grossist*/fornitor*/banca/farmacia/operatore/negozio/compagnia/azienda .. offert*/offre/meglio/
        miglior*/conveniente/meno/prezz*; offerta migliore; condizioni migliori .. altr*/concorren*; concorrent*
        concorrenza; rival*; piu convenient*; passat* .. a/alla concorrenza/altro/altra
        cambiat*/cambiare/cambio .. banca/fornitore/operatore/gestore/grossista
    """,
    "good_value": """
        a questo prezzo .. +non/ottimo/bene/nulla; +per +quello +che +costa
        vale .. +quello_che_costa/ogni_centesimo/pena/tutti/il_prezzo/i_soldi; +quello +che +costa
        +economic* +e .. +buon*; +buono +ed +economico
        prezz*/tariff*/canone .. +convenient*/ottim*/buon*/ragionevol*/competitiv*/onest*/access*/bass*/imbattibil*/
        giust*/contenut*/abbordabil*/modic*; ottim*/buon*/miglior*/giust*/bass* +prezz*/tariff*; +qualita +prezzo
        +convenient[ei]; +conveniente .. +prezzo/molto; +affare .. +vero/ottimo/buon/grande; +un +affare
        offert* .. +convenient*/ottim*/buon*/vantaggios*; +economic[oaie]; +risparmi*; +vantaggios*; ne vale la pena
        +vale +la +pena
    """,
    "wrong_invoice": """
        fattur* .. errat*/sbagliat*/errore/errori/non_corrisp*/in_piu/due_volte/doppi*/incomprensibil*/gonfiat*/
        ritardo/non_torna*
        addebit* .. due_volte/doppi*/errat*/non_dovut*/in_piu/spese/mai/senza/sconosciut*/non_autorizzat*/ingiustificat*
        prelevat* .. due_volte/doppio/senza/in_piu; importo/totale/prezzo/conto .. non .. corrisp*/coincid*/torn*/quadr*
        non corrisponde .. preventivo/ordine/fattura/accordo; fattur* .. pezzi/arrivat*/mai/merce_mai
        spese/costi/commission* .. mai/non .. accett*/autorizz*/concord*/comunicat*/richiest*/ordinat*
        +errore/errori .. +fattur*/conto/importo/scontrino/bolletta/addebito
        +bolletta .. +sbagliat*/errat*/assurd*/esagerat*/incomprensibil*/alta/conguaglio
        nota di credito .. mai/non/manca/attesa; +conguaglio; +sollecito .. +pagat*/gia; +scontrino .. +sbagliat*/errat*
        non torna* .. conti/conto; i conti non
    """,
    "refund_and_payment": """
        rimbors*; restitu* .. soldi/denaro/importo/somma; soldi .. restitu*/indietro/ridat*/rimbors*/riavut*
        ridat* .. soldi/denaro; riavere .. soldi
        carta .. rifiutata/accett*/bloccat*_pagamento/non_funziona/pagare/credito/cassa
        pag* .. rate/carta/contanti/bonifico/bancomat/online/non_si_puo/dilazion*; a rate; rateizz*; rateal*; dilazion*
        contanti; termini di pagamento; tempi di pagamento; metodo di pagamento; metodi di pagamento; bonific*; caparra
        acconto; cauzione; buono .. regalo/sconto/spesa; voucher; risarc*; indennizz*; nota di credito
        pagament* .. fallit*/rifiutat*/non/difficil*/problem*/facil*/sicur*; paypal; satispay
    """,
    "poor_quality": """
        +manico/bottone/cerniera/cucitur*/suola/batteria/vite/ruota/cinturino/maniglia/tacco .. +staccat*/rott*/rompe*/
        cedut*/saltat*/apert*/aprono/scollat*/svitat*/morta/apre/difett*
        +si +e .. +staccat*/scollat*/scucit*/rott*/spezzat*/strappat*/aperto/aperta; +si +stacc*; +si +scoll*
        +cuciture .. +apr*/mal; +plastica .. +scadent*/economic*/fragil*/sottil*
        non .. -dura/durera/durat*/regge/resist*; non durera
        +qualita .. +peggiorat*/scadent*/scars*/pessim*/bass*/calat*/deludent*/mediocr*/inferior*/lascia/discutibil*
        +scarsa/pessima/bassa/cattiva +qualita; +mal .. +fatt*/rifinit*/cucit*/costruit*/progettat*; +fatt* +male
        +rifinitur* .. +scars*/pessim*/scadent*; +rott* .. +dopo/subito/giorn*/settiman*/mese/prim*/gia
        +prim* .. +lavaggio/utilizzo .. +rott*/apr*/scucit*/rovinat*; +primo +lavaggio; +secondo +lavaggio; +sfilaccia*
        +si +sfald*; +arrugginit*; +ruggine; +fragil*; +delicat* .. +troppo; +porcheria; +schifezza; +robaccia
        +ciarpame; +cianfrusaglia; +difett*; +usurat*; +logorat*; +cinesata
    """,
    "works_well": """
        dolor*/tosse/sintom*/prurito/raffreddore/febbre/fastidi*/mal_di_testa .. +sparit*/passat*/sollievo/scompars*/
        migliorat*/calmat*/alleviat*; +sollievo; +alleviat*/alleviano/allevia
        +mi ha .. aiutat*/fatto_bene/dato_sollievo/fatto_passare; aiut* .. +molto/davvero/dormire
        mantiene .. +promess*/promette/quello; +quello +che +promette
        +risultat* .. visibil*/ottim*/immediat*/subito/eccellent*/sorprendent*/prim*
        effett* .. +immediat*/subito/visibil*/rapid*/positiv*/benefic*
        fa .. +effetto/miracoli/il_suo_dovere/quello_che_deve; +efficac*; +efficacissim*; +miracol*
        funziona* .. +bene/benissimo/perfetta*/alla_grande/ottim*/sempre/da_anni/a_meraviglia/ancora
        senza .. -problem*/intoppi/guasti
        prodott*/apparecchi*/articol*/farmac* .. +ottim*/eccellent*/buon*/fantastic*/di_qualita/valid*/top/super/
        perfett*/consigliat*; ottim*/eccellent*/buon*/valid* +prodott*/qualita/articol*
        qualita .. +ottima/eccellente/alta/elevata/buona/top/superiore; +consigliatissim*; lo +consiglio; +resistent*
        +robust*; +durevol*; dura .. +molto/anni/nel_tempo; +affidabil*; +ben fatt*; +soddisfatt* .. +prodott*/acquisto
    """,
    "does_not_work": """
        nessun*/non/senza/zero/alcun* .. -differenz*/miglioramen*/effett*/risultat*/beneficio/cambiamento/sollievo
        non -accende/funziona/parte/carica/serve/va; non si .. -accende/carica/avvia/collega
        non .. piu .. -funziona/accende/parte/va/carica; smesso di .. funzionare/caricare
        soldi .. buttati/sprecati/spazzatura/persi; buttat* .. soldi/via; sprecat*; spreco di .. soldi/denaro/tempo
        non serve .. a/niente; non .. serve .. -niente/nulla; inutil*; inefficac*; inutilizzabil*; guast*
        si e .. guastat*/bloccat*/fermat*; fuori uso; fuori servizio; non ha .. -funzionat*/fatto/avuto
        non mi ha .. -fatto/aiutat*/dato; mi ha fatto niente; tutto come prima; sempre .. mal/tosse/dolore .. dopo
        placebo; non fa .. -niente/nulla/effetto; perdita di tempo; bocciat*
    """,
    "packaging": """
        compress*/pastigli*/pillol*/capsul* .. estrarre/blister/rompono/sbricio*/tirare_fuori/uscire/escono/confezion*
        estrarre .. compress*/pastigli*/blister/capsul*; blister*; imballagg*; imballo; confezionamento
        confezion* .. pratic*/nuov*/aprire/grand*/rovinat*/apert*/diffic*/comod*/scomod*/danneggiat*/eleganti/curat*/
        bell*; scatol* .. pratic*/nuov*/aprire/grande/piccola/ingombrant*/bella
        nuov* .. scatola/confezione/formato/flacone/imballaggio/packaging
        tappo/coperchio/flacone/tubetto/dosatore/pompetta/erogatore/contagocce .. chiude/apre/aprire/perde/bloccat*/
        dur*/stretto/rott*/difettos*/diffic*; plastica .. troppa/tanta/eccess*/inutil*
        troppa/tanta/meno/troppo plastica/imballagg*/cartone; ricicl*
        difficil*/facil*/impossibil*/fatica .. aprire/apertura/chiudere/estrarre; apertura .. facil*/difficil*; forbici
        a prova di bambino; packaging
    """,
    "size_and_fit": """
        spall*/manich*/gamb*/vita/petto/fianchi/braccia/pantalon*/gonna/vestito/scarp*/camicia/giacca .. strett*/
        string*/lungh*/lung[oa]/cort*/larg*/grand*/piccol*/ampi*; string* .. spall*/vita/petto/braccia/piede
        taglia/taglie .. piu/meno/grande/piccola/giusta/sbagliata/prendere/ordinat*/perfett*/solita/superiore/
        inferiore/normal*; una taglia .. in_piu/in_meno; taglia
        mi sta/stanno .. pennello/bene/male/grande/largo/stretto/perfett*/piccol*/lungo/benissimo; a pennello
        veste/vestono/vestibilita .. bene/male/grande/piccol*/perfett*/largo/stretto/giust*; vestibilita
        calza .. bene/male/perfett*/stretto/largo; troppo strett*/piccol*/larg*/cort*/attillat*/grand*
        taglio .. bello/perfett*/male/donante/morbido; slancia; snellisce; guida alle taglie; numero .. scarp*/piu/meno
    """,
    "material": """
        gratta/grattano/prude/pizzica/punge .. pelle/molto/lana/etichetta; sulla pelle; morbid*; coccol*; soffic*
        stoff* .. trasparent*/leggera/pesante/bella/scadent*/sottile/morbida/buona/ruvida; tessut*
        trasparent* .. stoffa/camicia/quasi/tessuto/troppo; trasparent* .. vestito; al tatto; traspirant*; sintetic*
        comod[oaie] .. scarp*/indossare/tessuto/vestito/pantalon*/portare/caldo; comodissim*; ruvid*
        rigid* .. stoffa/tessuto/materiale; piacevole .. pelle/tatto/indossare; cotone; lana
        pelle .. vera/finta/scarp*/borsa; lino; seta; poliestere; vellut*
    """,
    "look": """
        tonalit*; color* .. foto/divers*/bell*/brutt*/sbiadit*/acces*/spent*/scolorit*/intens*
        foto .. non_c_entra/c_entra/divers*/non_corrisp*/ingann*; niente .. con la foto; non c entra niente
        bello da vedere; bell* .. vedere/design/vestito/color*/fantasia/taglio/stile/abito/capo
        bellissim* .. vestito/color*/design/abito/capo/tessuto/borsa
        brutt*/bruttissim* .. vestito/color*/design/da_vedere/e/capo; bruttissim*; orrend* .. color*/vestito/design
        scolorit*; sbiadit*; stint*; compliment* .. tutti/ricevut*/per_il/vestito; elegant[ei]; raffinat*; design
        di moda; alla moda; fantasi* .. vestito/tessuto/bella; stampa .. bella/brutta/sbiadita
        aspetto .. bello/scadente/brutto/elegante/economico; estetic*; antiquat*
    """,
    "taste_and_smell": """
        amar[oaie]; dolc* .. troppo/molto/sapore; troppo/molto .. dolc*/salat*/acid*/amar*; salat* .. troppo/sapore/cibo
        acid* .. sapore/gusto; sapor*; sa/sapeva .. di_plastica/di_medicina/di_chimico/di_niente
        gust[oi] .. buon*/cattiv*/strano/chimico/gradevol*/pessim*/ottim*/dolce/frutta/menta/orribile; retrogusto
        sputan*/sputa*; puzz*; odor*; profum*; aroma*; fragranz*; squisit*; delizios*; buonissim[oaie]; gustos*
        schifo .. sapore/gusto/odore; disgustos*; nauseant*; nauseabond*; imbevibil*; immangiabil*; insapor*
        cattivo/buon/strano/pessimo/forte odore/sapore/gusto; fetore; tanfo
    """,
    "side_effects": """
        macchi* .. ross*/pelle/corpo/dappertutto/viso; arrossament*; orticaria; eczema; prurito .. dopo/pelle/terribile
        sfogo .. pelle/cutaneo; brufol*; bolle .. pelle/rosse; gonfi* .. viso/labbra/pancia/gambe; allergi*
        reazione .. allergica/cutanea/avversa; vomit*; nausea*; diarrea; stitichezza
        stomaco .. toller*/male/bruciore/dolor*/non; mal di stomaco; mal di pancia; bruciore*; capogir*; gira la testa
        sonnolenza; palpitazion*; stanchezza .. dopo; rischio .. incendio/infezione/caduta/scossa; incendio
        ha preso fuoco; prende fuoco; si scalda .. cavo/troppo/molto; scalda .. troppo/rischio
        scossa .. elettrica/preso; scotta; bruciat* .. pelle/cavo/mano; ustion*; pericol*; non .. -sicur*; insicur*
        sovradosaggio; farmac*/dose/dosaggio/terapia .. sbagliat*/errat*; errore .. farmac*/dose/terapia/dosaggio
        infezion*; tagliente; intossic*; interazion*
    """,
    "out_of_stock": """
        non .. ce_l_hanno/ce_l_avete/c_e/hanno/lo_hanno .. mai/disponibil*; mai .. disponibil*/in_negozio/ce_l_hanno
        ce l hanno mai; sempre/spesso/ancora/di_nuovo .. esaurit*/mancante/non_disponibil*/in_mancanza/terminat*
        manca/mancano .. ovunque/settiman*/farmaco/prodotto/da/magazzino/sempre/sugli; scaffal* .. vuot*
        vuot[oi] .. scaffal*; introvabil*; non si trov*; impossibile .. trovare/reperire; difficil* .. trovare/reperire
        irreperibil*; esaurit*; -disponibil*; non disponibil*; indisponibil*; carenz*; carent* .. farmac*/prodott*
        scorte; rottura di stock; fuori produzione; riassort*; rifornim*; problemi di fornitura; scarseggia*
        magazzino .. vuoto/manca/non
    """,
    "waiting_time": """
        or[ae]/minut*/quarti .. al_pronto_soccorso/attesa/in_attesa/aspett*/coda/di_coda/prima_che/ritardo/dopo/in_fila
        ore .. pronto soccorso; in attesa .. telefono/ore/minuti/or[ae]
        code/coda/fila/file .. sportello/cassa/lung*/finiva/interminabil*/infinit*/enorm*; in fila; in coda
        attes[ae] .. lung*/or[ae]/infinit*/interminabil*/eccessiv*/estenuant*/mesi/troppo/minuti; lunghe attese
        aspettat* .. or[ae]/minut*/tanto/troppo/molto/pronto; aspettare .. or[ae]/troppo/tanto/molto/minut*
        fatto aspettare; appuntamento .. entrat*/ritardo/mezza
        ricevut*/visitat* .. ritardo/or[ae]_dopo/puntual*/subito/immediat*; medico .. in_ritardo
        lent[oaie]/lentezza .. servizio/personale/cassa/sportello/pratica/camerier*; lentissim*
        servizio .. lento/lentissimo/veloce/rapido/celere; troppo/molto/davvero lent[oaie]
        ci hanno messo .. or*/tanto/troppo/ora; tempi .. attesa/lungh*/biblic*/bibliche
        servit* .. +subito/velocement*/rapidament*; nessuna attesa; senza attes*; senza aspett*; senza fare la fila
        attesa .. breve/minima; velocit* .. servizio/pratica/cassa; rapidita .. servizio/pratica
    """,
    "friendly_staff": """
        +sorris*; +sorrident*; +angel*; +dolcissim* .. +infermier*/personale/dottor*; +gentil*; +gentilissim*
        +gentilezza; +cortes[ei]; +cortesia; +cordial*; +cordialita
        disponibil[ei] .. +personale/molto/sempre/staff/e/gentil*; +disponibilissim*
        disponibilita .. +personale/massima/grande/staff/totale
        pazient[ei] .. +telefono/molto/stato/stata/stati/con_me/ragazz*; +pazienza .. +tanta/infinita/molta; +premuros*
        accoglient* .. +personale/staff/tutti/molto; accoglienza .. +ottima/calorosa/bella/eccellente/familiare
        +empatia .. +tanta/grande/molta/e; +empatic*; +simpatic*; +simpatia; +affettuos*; +amorevol*; +umanita
        +umano .. +trattament*/personale
        squadra/staff/personale/equipe/infermier*/medic*/camerier*/ragazz* .. +splendid*/fantastic*/meraviglios*/
        eccezional*/gentil*/eccellent*/ottim*/professional*/stupend*/brav*/disponibil*/cordial*/super/squisit*
        splendid*/fantastic*/ottim*/bravissim*/eccellente +staff/personale/squadra/accoglienza/servizio; +bravissim*
        servizio .. +ottimo/eccellente/impeccabile/perfetto/top/splendido/fantastico
        ottimo/eccellente/impeccabile +servizio; +a +casa .. +sentit*/come; +come +a +casa; +sentiti +a +casa
        +a +nostro +agio; +a +mio +agio; accolt* .. +sorris*/bene/calor*/benissimo
        trattat* .. +bene/benissimo/come_una/guanti; +coi +guanti; +squisit* .. +personale/gentilezza
        educat[oaie] .. +personale/molto/e; +grazie .. +personale/infermier*/staff; +ospitalit*
    """,
    "unfriendly_staff": """
        +urlat*/urla/gridat*/strillat* .. +contro/addosso/me/paziente; +urlato +contro; +imbronciat*; +muso +lungo
        +faccia .. +scocciata/schifata; +scocciat*; +infastidit*; +se +dessi +fastidio; +dessi +fastidio
        +come +se .. +fastidio/disturb*/elemosin*; ne .. sorriso/buongiorno/grazie
        nessun/mai/senza .. -sorriso/buongiorno/saluto/gentilezza; senza -salut*; +scortes*; +sgarbat*; +maleducat*
        +maleducazione; +arrogan*; +altezzos*; +presuntuos*; +supponent*; +indisponent*; +antipatic*
        +acid[oa] .. +impiegat*/signora/personale/risposta; +brusc*; +scontros*; +irrispettos*; +strafottent*
        +menefregh*; +indifferen*; +svogliat*; +disinteress*; +freddo .. +personale/accoglienza; +freddezza
        poco +gentil*/cortes*/disponibil*/cordial*/accoglient*/professional*
        non .. -gentil*/cortes*/disponibil*/cordial*/interess*
        +mancanza +di .. +rispetto/educazione/empatia/professionalita/tatto/umanita
        +trattat* .. +male/malissimo/come_un/pesci/come_una_bestia/sufficienza; +a +pesci +in +faccia
        +modi .. +bruschi/sgarbat*/pessim*/arrogant*; +dall +alto +in +basso
        +pessim*/scars*/orribil*/terribil*/vergognos* .. +servizio/accoglienza/trattamento/personale/educazione
        +servizio .. +pessimo/scadente/vergognoso/orribile/scarso/indecente/terribile
        +personale .. +maleducat*/scortes*/incompetent*/arrogant*/sgarbat*/pessim*/svogliat*/antipatic*
        +ignorat* .. +cliente/paziente/completamente/me; +tono .. +brusco/arrogante/sgarbato; +insolent*
    """,
    "advice": """
        consigl*; consulen*; sapeva/sapevano/sa/sanno .. esattamente/tutto/bene/di_cosa/consigl*/cosa
        non .. -sapeva/sapevano/sa/sanno/capiva/capisce/capiscono/conosc* .. -niente/nulla/rispondere
        non ne .. -capiva/capisce/sa; capiva niente; nessuna idea; idea .. nessuna/minima
        conosc* .. mestiere/prodott*/lavoro/materia/bene; il fatto suo; sanno il fatto; competent*; competenza
        incompeten*; professional*; preparat[oaie]; preparazione .. personale/scarsa/ottima; impreparat*; espert*
        formazione .. personale/scarsa; formati; qualificat*
        suggerit*/suggeriment*/suggerisc* .. alternativ*/prodott*/adatt*/miglior*/crema
        alternativa .. adatt*/suggerit*/consigliat*/migliore; rispond* .. domand* .. semplic*/non/sa
        spiegat* .. prodott*/uso/differenz*/come; orientat* .. bene/scelta; indicazioni .. utili/precise/farmacist*
        farmacista .. sapeva/consigl*/brav*/spieg*; inesperti; inespert*; efficient*; inefficient*
    """,
    "poor_communication": """
        senza .. -avvert*/avvis*/preavviso/spiegazion*/rispost*/comunicazion*/dirmi/informarmi/seguito
        non/mai/nessun*/ne .. -rispost*/rispond*/avvis*/avvert*/inform*/comunic*/spiegat*/spiegazion*/richiamat*/
        riscontro/notizie/detto/ascolt*; nessun -riscontro; senza seguito; all oscuro; oscuro di; al buio
        nell incertezza
        mail/email/messagg*/pec/richiest*/chiamate .. senza_risposta/senza_seguito/mai/nessun*/ignorat*/non
        ufficio/reparto .. non_sa/non_comunic*/altro; non sa .. cosa .. altro; ognuno dice; contraddittori*
        informazion* .. contraddittori*/sbagliat*/errat*/fals*/confus*/scars*/nessun*/poco/discordant*
        versioni .. divers*/discordant*
        mancanza di .. comunicazione/informazion*/chiarezza/trasparenza/coordinamento/risposte
        comunicazione .. pessim*/scars*/assente/inesistent*/carente/mancat*/disastros*/zero/nulla/migliorare
        pessima/scarsa/nessuna/zero comunicazione; rimbalz*; scaricabarile; da un ufficio all altro
        sollecit* .. piu/volte/mail/risposta/invano; promess* .. richiam*/mai/non/mantenut*
        ignorat* .. mail/richiest*/messagg*; silenzio; nessuno .. sa/sapeva .. niente/nulla/dirmi; poca chiarezza
        poco chiar*
    """,
    "hard_to_reach": """
        chiamat*/telefonat*/chiamo/provat* .. volte/prima_che/inutilmente/giorni/invano/nessuno/undici/dieci/vuoto
        segreteria; parlare con .. persona/qualcuno/operatore/umano
        impossibile .. parlare/contattare/raggiungere/telefono/chiamare/comunicare; persona vera
        operatore .. parlare/impossibile/mai/umano; nessuno .. rispond*/risposto/al_telefono
        non .. -rispond*/risposto .. -telefono/chiamat*/numero; rispond* .. mai/nessuno .. telefono
        telefono .. nessuno/mai/squilla/occupat*/muto/staccat*/non/irraggiungibil*
        chiamata .. cade/caduta/chius*/interrott*/attesa; cade la linea; linea .. cade/occupat*/caduta/muta/interrott*
        riagganc*; attaccat* .. telefono/faccia; mi hanno .. chiuso .. telefono
        call center .. impossib*/pessim*/attes*/inutil*/mai; centralino; irraggiungibil*
        irreperibil* .. assistenza/telefono/ufficio; chatbot; risponditore; voce registrata; numero verde
        nessun numero .. telefono; prendere la linea; contatt* .. impossibil*/difficil*/nessun*
    """,
    "website_trouble": """
        carrello .. vuot*/svuota*/sparit*/errore/non/blocc*
        app/applicazione/sito/portale/pagina/piattaforma/sito_web/area_clienti .. chiud*/blocc*/error*/lent*/labirint*/
        non_funziona/non_va/non_carica/non_si_apre/complicat*/confus*/pessim*/disastr*/crash*/impall*/caos/
        poco_intuitiv*/poco_chiar*/inutil*/macchinos*/vecchi*/male/difficil*/down/fuori_servizio/scomod*
        si chiude .. sola; disconness*/disconnett*; scollegat* .. continuo/account/app; sessione .. scadut*/chius*
        accesso .. non/impossibile/account/app/sito/error*; accedere .. non/impossibile/riesco/account
        non riesco .. accedere/entrare/registrarmi/ordinare/pagare .. sito/app/account/online
        registr* .. non/impossibil*/error*/sito/app; login; ricerca .. non_trova/mai/sito/inutil*
        modulo .. online/non/error*; aggiornamento .. app/peggio/non/error*/dopo; password; credenzial*; spid
        problem* .. tecnic*/informatic*/sito/app/sistema; error* .. sito/app/pagina/sistema/server
        sistema .. down/blocc*/lento/non; malfunzionament*; online .. impossibile/error*/non_funziona
        ordine .. online .. blocc*/non_va/error*
    """,
    "easy_ordering": """
        +clic/click .. +ordin*/fatto/tutto/pront*; +con +due/tre/pochi/un +clic; +in +due/tre/pochi +clic/click
        ordin*/acquist*/prenot*/procedura/pagamento/registrazione/iscrizione .. +facil*/semplic*/veloc*/comod*/rapid*/
        intuitiv*/immediat*
        +facil*/semplic*/comod*/veloc*/pratic* .. usare/ordinare/prenotare/acquistare/navigare/trovare/utilizzare/
        da_usare; +facilita .. +uso/ordin*/prenot*/acquist*
        trovo/trovare/trovi .. +subito/facilmente/velocemente/tutto .. quello/sito/cerco/serve
        app/sito/portale/pagina/piattaforma .. +intuitiv*/facil*/semplic*/chiar*/comod*/pratic*/ottim*/fatto_bene/
        ben_fatto/veloc*/util*/eccellent*; +intuitiv*; +semplicissim*; +facilissim*; +user +friendly
        +comodita .. +app/ordinare/casa
    """,
    "complaint_handling": """
        reclam[oi]*; reclamazion*; lament* .. servizio/cliente/problema/mi/ci; lamentel*
        segnalat* .. difett*/problem*/guast*/errore/maggio/piu_volte; segnalazion*
        sistemat* .. tutto/giorno/problem*/subito/rapid*/mai
        risolt*/risolv*/risoluzion* .. problem*/subito/tutto/mai/rapid*/giorno/question*
        problem* .. risolt*/risolv*/irrisolt*/non_risolt*/persist*; ancora tutto fermo; tutto fermo
        responsabil* .. nessuno/prend*/assum*; nessuno .. prende .. responsabilita; garanzia
        pratica .. respinta/chius*/ferma/aperta/garanzia/rifiutata/lenta; respint* .. garanzia/reclamo/richiesta/pratica
        lavano .. mani; scus* .. non/nessun*/chiest*/mai/accampat*/per_il
        assistenza .. pessima/clienti/inesistent*/ottima/rapida/scadente/inutil*/assente/tecnica/eccellente/veloce/
        lenta/post; servizio clienti .. pessimo/inesistent*/ottimo/assente/inutil*/eccellente/scadente/non; post vendita
        sinistr*; perito; assicurazione .. pag*/rifiut*/liquid*/non; liquidat* .. danno/sinistro
        danno .. risarc*/rimborsat*/liquidat*; riparat* .. garanzia/mai/subito/gratis
        sostitu* .. subito/prodott*/gratis/rapid*/garanzia; intervent* .. tempestiv*/tecnico/assistenza; contestazion*
        disservizi*
    """,
    "returns": """
        reso/resi .. gratuit*/facil*/spese/pagare/merce/prodott*/difficil*/articol*/non/rifiutat*/procedura/politica
        un reso; il reso; restitu* .. prodott*/merce/articol*/capo/pacco/acquisto
        rispedi* .. mittente/subito/indietro/prodott*/pacco; rispedito; rimandat* .. indietro/mittente/prodott*
        spedizione di ritorno; ritorno .. spese/pagare/spedizione; riprend* .. prodott*/negozio/articolo/indietro/merce
        volut* .. riprenderlo/riprenderla/cambiarlo
        cambi* .. taglia/articolo/prodott*/misura/capo/merce/altr[oa]/colore; cambiato con
        sostituzion* .. taglia/prodott*/articolo; torna/torno .. indietro .. prodott*; riportat* .. negozio/indietro
        diritto di recesso; scontrino .. cambio/reso
    """,
    "contract": """
        contratt*; vincol*; disd*; recess*; recedere; abbonament*; rinnov* .. automatic*/contratto/abbonamento/polizza
        penal[ei]; scont[oi] .. concordat*/quantita/tolt*/promess*/applicat*/non/fine/riservat*/volume; sconti; sconto
        premio .. fine_anno/quantita/produzione
        condizion* .. cambiat*/contratt*/vendita/commercial*/pagamento/modificat*/consenso/peggiorat*/unilateral*/
        concordat*/pattuit*; pattuit*; ordine minimo; minimo d ordine; minimo .. ordine/fatturato; clausol*
        scritte in piccolo; promozion* .. scadut*/non/applicat*/fals*/valid*
        offerta .. scadut*/non_valid*/non_applic*/ingannevol*; tessera .. fedelta/punti/soci
        punti .. fedelta/tessera/accredit*/persi; raccolta punti; piano .. tariffario/cambio
        tariffa .. cambiat*/modificat*/bloccat*; canone .. mensil*/annual*/disd*; polizza
        preavviso .. disdett*/contratt*/recesso
    """,
    "facilities": """
        gabinett*; bagn[oi] .. sporc*/pulit*/schif*/puzz*/rott*/piccol*/nuov*/pubblic*; bagni; wc; servizi igienici
        puliti*; pulit[oaie]; pulizia; pulitissim*; pulizie; lindo; linda; sporc*; sporcizia
        schif* .. bagn*/camera/pulizia/gabinett*/hotel; polver*; capelli .. doccia/letto/lavandino/bagno; muff[ae]
        scarafagg*; cimici; igien*; macchie .. lenzuola/moquette/muro/asciugaman*
        edificio .. luminos*/modern*/vecchi*/fatiscent*/nuov*/ristrutturat*
        struttur* .. modern*/vecchi*/fatiscent*/pulit*/bell*/accoglient*/nuov*/datat*/curat*/obsolet*; fatiscent*
        ristruttur*; datat* .. arred*/camera/hotel/struttura; arred*; sala d attesa; sala attesa
        sedie .. scomod*/sala/poche; ambiente .. pulit*/accoglient*/familiare/tranquill*/curat*/gradevol*/bell*/sereno
        atmosfera; piscina; palestra; spa; sapone; carta igienica
        negozio/locale .. pulit*/ordinat*/disordinat*/sporc*/curat*/bell*/accoglient*
        ordinat[oaie] .. negozio/locale/pulit*; disordinat*; ben tenut*; mal tenut*; trascurat*; trasandat*
        curat* .. ambiente/locale/dettagli/struttura; manutenzione
    """,
    "visit": """
        informat(?:ore|rice|ori|rici); agente .. passa/visit*/viene/venut*/zona/nostro/vostro/bravo/sempre/mai/cambi*
        nessun/vostro/nostro/vostra agente; capo area; area manager; rappresentant*
        venditor* .. passa/visit*/viene/bravo/zona
        visita .. agente/informat*/rappresentant*/util*/commercial*/farmacia/venditor*
        passa .. tutti_i_mesi/ogni_mese/regolarment*/trovarci/mai/raramente; viene .. trovarci/formare/farmacia
        venut* .. trovarci/agente/nessun*; campion* .. porta/lascia/gratuit*/con/passa/mesi; con dei campioni
        forma/formare/formazion* .. squadra/personale/banco/farmacia/prodott*
        commerciale .. visit*/passa/viene/zona/nostro; vetrin* .. allest*; espositor*; direttore commerciale
    """,
    "instructions": """
        istruzion*; foglietto; foglio illustrativo; bugiardino; libretto; manual[ei]
        scritto .. da_nessuna/nessuna/non/dove/quant*/piccolo; c e scritto .. nessuna/da
        nessuna parte .. scritto/indicat*; solo in .. cinese/inglese; in cinese; scheda .. tecnica/incomplet*/prodotto
        passaggi .. montaggio/facil*/seguire; montaggio .. facil*/difficil*/semplic*/istruzion*/complicat*
        dosaggio/posologia .. non/chiar*/indicat*; posologia
        descrizione .. non/fals*/ingannevol*/errat*/sbagliat*/incomplet*/corrisp*/fedele/accurat*
        corrisponde .. descrizione/foto; non .. corrisponde .. descrizione/foto; come da descrizione; come descritto
        pubblicita ingannevole; ingannevol*; foto .. ingannevol*/non_corrisp*/real*; etichett*
        catalogo .. vecchi*/chiar*/error*/aggiornat*; indicazioni .. chiar*/mancan*/confus*/uso
        informazioni .. prodott*/etichetta/incomplet*/chiare_sul/mancan*; scritt* .. piccol*/illeggibil*; illeggibil*
    """,
    "care": """
        ostetric*/medic[oi]/dottor*/infermier*/chirurg*/dentist*/fisioterapist* .. +ottim*/brav*/eccellent*/preparat*/
        assist*/incompetent*/pessim*/scrupolos*/attent*/competent*/seguit*; assistit*
        assistenza .. medica/infermieristica/sanitaria/ospedal*/ricevuta/ricovero
        cur[ae] .. ricevut*/ottim*/mediche/paziente/pazienti/prestat*/prendono/presi
        curat* .. bene/male/medic*/ospedale; prendersi cura; presi cura; preso cura
        intervento .. andat*/bene/riuscit*/perfett*/chirurgic*/rimandat*
        operat*/operazione .. andat*/bene/riuscit*/ginocchio/successo; frattur*; radiografi*; lastr[ae]; diagnos*
        non hanno .. visto/capito .. frattur*/problema/tumore
        dolor* .. notte/lasciat*/ore/control*/con_i/antidolorific*; con i dolori; antidolorific*; anestesi*; iniezion*
        vaccin*; prelievo; esami .. sangue/fatti/medic*; visita .. medic*/accurat*/specialistic*/scrupolos*
        visitat* .. medico/accurat*/scrupol*; terapi*; riabilit*; trascurat* .. pazient*
        abbandonat* .. corridoio/letto/barella/paziente; barella; negligenza; malasanita; salvat* .. vita; guari*; parto
        ricover*; pronto soccorso .. ottim*/assist*/bene/efficient*/veloc*
        reparto .. ottim*/eccellent*/brav*/pulit*/assist*; sanit*; medicazion*; farmac* .. somministr*/dat*/dimenticat*
    """,
    "food": """
        cibo; mangi*; buffet; colazion*; pranz*; cena/cene/cenare/cenato; zuppa/zuppe; minestr*
        piatt[oi] .. vegetarian*/fredd*/cald*/buon*/ottim*/abbondant*/scars*/giorno/insipid*/squisit*/tipic*
        vegetarian*; vegan*; senza glutine; celiac*; pane .. raffermo/fresco/duro/buon*; raffermo
        te .. tiepid*/fredd*/era; tiepid[oaie]; caffe .. fredd*/buon*/pessimo/imbevibile/ottimo/acquoso
        menu .. fisso/variet*/vegetarian*/scars*/ampio/vario/ricco/bambin*
        carne .. dura/fredda/cruda/secca/tenera/buona; pesce .. fresc*/secco/crudo/buono/ottimo
        pasta .. scotta/fredda/buona/cruda; scott[oa]; pizza; insalat*; dolci .. buon*/ottim*/casa; dessert; frutta
        verdur*; vino/vini; birr*; bevand*; cocktail*; aperitiv*; ristorant*; trattori*
        cucina .. ottim*/buon*/casalinga/fredda/tipica/scadente/eccellente/tradizional*/locale/curata; cuoc[oh]*
        porzion*; insipid*; pasto/pasti .. ospedale/fredd*/buon*/caldi/serviti; mensa; dieta .. rispett*/ospedale
        camerier* .. piatt*/ordinat*; fame
    """,
    "parking": """
        parchegg*; posto .. macchina/auto/parchegg*; posti .. auto/disabil*/parchegg*; trovare .. posto/parcheggio
        girare .. trovare/parchegg*; autobus .. ferma/fermata/davanti/passa; fermata .. autobus/metro/bus/tram/vicin*
        deambulator*; carrozzin*; sedia a rotelle; passeggin*; disabil*; barriere
        scal[ae] .. solo/impossibile/troppe/ripide/deambulatore/carrozzina/ascensore; solo scale; gradini
        ascensor* .. non/rotto/guasto/piccolo/manca/fuori/lento/assente; senza ascensore; rampa
        access* .. facil*/difficil*/disabil*/carrozzin*/comod*/impossibil*; accessibil*
        segnalat[oaie] .. bene/ben/male/stazione; ben/mal segnalat*; segnaletica; cartelli; indicazioni stradali
        vicin* .. stazione/centro/spiaggia/aeroporto/metro/fermata/mare/tutto
        posizione .. +ottim*/comod*/central*/strategic*/perfett*/eccellent*/buon*/ideale/fantastic*
        ottima/comoda/perfetta posizione; situat*; ubicat*; ubicazione; central[ei] .. posizione/hotel/zona
        lontan* .. centro/stazione/tutto/casa/metro; trovare .. facil*/difficil* .. ingresso/posto/edificio/strada
        ingresso .. difficil*/trovare/nascosto/scale; trasport* .. pubblic*/ambulanza/malat*; mezzi pubblici
        ambulanza .. ritardo/aspett*/or[ae]/arrivat*; taxi; navetta
    """,
    "appointments": """
        appuntament* .. mesi/prim*/ottenere/spostat*/rimandat*/annullat*/impossibile/difficil*/prenotare/dopo/rinviat*/
        disponibil*/veloc*/subito/settiman*/tra
        prenot* .. visita/esame/impresa/cup/impossibil*/appuntamento/specialist*
        visita/esame/intervento/operazione/consulto .. rinviat*/rimandat*/spostat*/annullat*/mesi/disdett*; rinviat*
        posto .. giorno_stesso/visita/libero/cup; giorno stesso .. visit*/posto/appuntament*/ricevut*; lista d attesa
        liste d attesa; liste di attesa; specialist* .. mesi/attesa/trovare/appuntament*; cup; impegnativa
        ricetta .. medico/ottenere
        orari* .. apertura/chiusura/comod*/scomod*/ridott*/limitat*/incompatibil*/flessibil*/continuat*
        apert[oaie] .. sabato/domenica/sera/sempre/solo/tardi/mattin*
        chius[oaie] .. sabato/domenica/sempre/pranzo/presto/filiale/sportello/pomeriggio
        chiud* .. presto/filial*/sportell*; filiale .. chius*/chiud*/chiusura; sportello .. chiuso/orari*
        nuovi pazienti; medico di base .. trovare/appuntament*/mai
    """,
    "clear_explanation": """
        +spiega*/spiegazion* .. tutto/chiarezza/bene/chiar*/dettagli*/pazienza/passo/esaurient*/semplic*
        +tutto/bene/chiaramente .. spiegat*; +spiegato +tutto; rispost* .. +tutte/domand*/dubbi/esaurient*
        rispond* .. +tutte/domand*/sempre/subito/veloc*; dubbi .. +chiarit*/risolt*/rispost*
        +tenut*/tengono .. aggiornat*/informat*/al_corrente; aggiornat* .. +passo/sempre/costant*/ogni
        +sempre/ben/bene/costantemente informat*; saputo/sapevo .. +sempre/esattamente .. punto/cosa/come
        +a +che +punto; ci/mi .. +dedicat*/dedica .. tempo; +si +e +preso .. +tempo; +prende +il +tempo
        tempo .. +spiegar*/ascoltar*/dedicat*; ascolt* .. +attent*/pazient*/sempre/davvero/veramente
        sa/sanno +ascoltare; buona/ottima/eccellente/perfetta +comunicazione
        comunicazione .. +ottima/chiara/perfetta/eccellente/buona/puntuale/veloce; +chiarezza; +chiarissim*; +esaurient*
        informazion* .. +chiar*/complet*/dettagliat*/precis*/util*; +trasparen(?:za|ti)
        trasparente .. +comunicazione/chiaro/e; rispost* .. +rapid*/veloc*/immediat*/chiar*/precis*/celer*
    """,
    "dignity": """
        un numero; come .. un_numero/un_oggetto/bestie/animali/una_persona/persone/pacchi/un_pacco
        davanti a .. tutti/altri/pazienti/estranei; tenuto conto; tengono conto; conto dei .. desider*/bisogn*/richiest*
        desider* .. rispett*/ascoltat*/ignorat*/conto; rispett[oa]; rispettos*
        rispettat* .. persona/volont*/privacy/dignit*; dignit*; dignitos*; indegn*; intimita; privacy; riservatezz*
        discrezion*; umiliant*; umiliat*; umiliazione; discrimin*; razzis*; sul serio; pres* .. sul_serio
        coinvolt* .. decision*/scelt*/famil*/cura/terapia; decision* .. coinvolt*/insieme/senza/condivis*/consult*
        trattat* .. +rispetto/umanita/come_persona/dignita/essere; disuman*; umanizz*; mancanza di rispetto
        persona .. non_un_numero/trattat*; ascoltat* .. non/sentit*/mai; dati personali; interprete
    """,
    "follow_up": """
        mandat*/rimandat*/dimess* .. a_casa/casa/presto/senza; a casa senza; dimission*; dimess*; lettera di dimissione
        dopo .. intervento/operazione/acquisto/vendita/dimission* .. nessun*/niente/mai/piu/abbandon*
        nessun .. controllo/seguito/follow .. dopo; follow up; richiamat* .. dopo/sapere/settiman*/chiedere/giorni/per
        per sapere se; per sapere come; per sincerarsi; cambio turno; passaggio di consegn*
        consegne .. turni/infermier*; tra .. reparti/turni/uffici .. comunic*/caos/coordin*; coordinament*
        trasferi* .. reparto/ospedale/altro; ogni volta .. divers*/altr*/nuov*/ricominciare
        medico/operatore/referente/consulente .. sempre/ogni_volta divers*; cartella clinica
        documenti .. pers*/smarrit*; referti .. pers*/ritardo/ritir*; post vendita; post operatorio
        assistenza domiciliare; continuita; controlli .. dopo/periodici/nessun*; riabilitazione .. dopo/organizz*
    """,
    "room": """
        materass*; cuscin*; letto/letti .. comod*/scomod*/enorm*/dur*/piccol*/sfondat*/grande/morbid*/cigola*/pulit*
        camer[ae] .. piccol*/grand*/spazios*/rumoros*/silenzios*/gelid*/fredd*/vista/comod*/pulit*/buia/bella/belle/
        ampi*/doppi*/singol*/vecchi*/confortevol*/accoglient*/calda
        stanz[ae] .. piccol*/grand*/rumoros*/gelid*/fredd*/pulit*/ampi*/vista/comod*/bell*/accoglient*/ospedale/singol*
        rumor*; rumoros*; insonorizz*; chiasso; baccano; sent* .. tutto/vicin*/corridoio/strada .. rumor*/camera/notte
        dormire .. non/fatto/impossibile/bene/male/rumor*; dormito .. bene/male/non/benissimo/poco; notte insonne
        vista .. +splendid*/mare/bellissim*/mozzafiato/meraviglios*/su/stupend*/panoramic*
        bella/splendida/bellissima vista; balcon*; terrazz*; riscaldament*; gelid[oa]
        freddo .. camera/stanza/notte/riscaldament*; caldo .. camera/stanza/notte/soffoc*/insopport*
        aria condizionata .. camera/non/rumor*/rott*; climatizz*; acqua calda
        doccia .. fredda/pressione/piccola/rott*/perd*; asciugaman*; lenzuol*; televisor*; tv .. non/rott*/piccol*
        frigo; silenzi[oa] .. camera/notte/zona; tranquill* .. zona/hotel/camera/notte
        soggiorno .. comod*/piacevol*/ottim*; spazios*; alloggio .. comod*/rumoros*/piccol*
    """,
    "journey": """
        treno/treni/volo/voli/aereo/autobus/pullman/metro/traghetto/frecciarossa .. cancellat*/soppress*/ritard*/pers*/
        perdut*/affollat*/pieno/overbooking/in_ritardo/sciopero/guasto/annullat*; soppress*
        cancellat* .. volo/treno/ultimo/ancora/viaggio; ore di ritardo; valig*; bagagl*; coincidenz*; scalo; imbarco
        imbarcat*; atterra*; decoll*; partit* .. ritardo/ore; hostess; equipaggio; aeroport*; compagnia aerea; a bordo
        posto .. stretto/sedere/finestrino/assegnat*/aereo/treno/in_piedi; posti .. stretti/sedere; spazio per le gambe
        in piedi .. viaggio/tutto/treno/tragitto; affollat*; sovraffollat*; binario
        check in .. fila/bagagl*/banco/coda/online; tragitto; puntualita .. treni/voli/treno/bus; trenitalia; italo
        noleggio; auto a noleggio; crociera; overbooking; viaggio .. cancellat*/organizzat*/agenzia/ritardo/annullat*
        pendolar*; controllor*
    """,
    "network": """
        campo .. non_c_e/manca/prende/nessun/cucina/telefono/casa; non c e campo; non prende; copertura*
        segnale .. debol*/non/assente/scarso/buono/pessim*; wifi; fibra; adsl
        internet .. lent*/cade/non_va/non_funziona/va_e_viene/velocita/linea/assente/connession*/veloce
        connession* .. lent*/cade/instabil*/assente/pessim*/va_e_viene/stabil*/veloce/internet
        linea .. cade/guast*/internet/assente/isolata/fissa/lenta/disturbat*; cade .. linea/connessione/wifi/chiamat*
        rete .. assente/mobile/lenta/non/satura/debole/instabile; 4g; 5g; giga; modem; router
        velocita .. internet/download/promess*/fibra/connessione; scaric* .. lent*/velocita
        tecnico .. mai/venut*/presentat*/installa*/guast*/uscit*; portabilita; sim .. non/attiv*; roaming
        operatore .. telefonic*/mobile; guasto .. linea/internet/rete; disservizio .. linea/internet/rete
        attivazione .. linea/fibra/sim/internet; blackout
    """,
    "account": """
        conto .. svuotat*/bloccat*/aprire/apertura/chius*/congelat*/corrente/hackerat*/deposito/prosciugat*
        aprire un conto; apertura .. conto; conto corrente; svuotat* .. conto/carta
        account .. bloccat*/hackerat*/chius*/sospes*/rubat*; risparmi .. banca/persi/svuotat*/investit*; truff*
        truffator*; frod*; phishing; messagg* .. truff*/falsi/sospett*/fraudolent*; hackerat*; hacker
        furto .. identita/dati/carta; identita .. verific*/furto/rubat*; verifica .. identita/conto/account
        rubat* .. carta/dati/soldi/conto; sicurezza .. conto/dati/banca/account/falla
        dati .. rubat*/violat*/violazione/protett*; carta .. bloccata/clonata/rubata/trattenuta/disattivata; clonat*
        bancomat .. bloccat*/mangiat*/non/trattenut*/fuori; sportello automatico; mutuo; prestit*
        finanziament* .. rifiutat*/negat*/concess*/approvat*; fido; tass[oi] .. interess*/alt*/bass*/mutuo
        interess* .. alt*/mutuo/conto/bass*; banca .. mani/niente/fatto/bloccat*/conto/filiale/consulente
        consulente .. banca/bancario/finanziario; bonific* .. bloccat*/non_autorizzat*/sospes*
        operazion* .. sospett*/non_autorizzat*/sconosciut*/bloccat*; home banking; otp; recupero crediti; pignor*
    """,
    "range": """
        scelta .. +ampi*/enorme/vast*/limitat*/poca/grande/scars*/buona/molta/marche/di
        ampia/vasta/poca/enorme/grande/molta/scarsa scelta; assortiment*; assortit*
        gamma .. ampi*/complet*/prodott*/limitat*/vast*/tolt*; catalogo .. tolt*/eliminat*/ampio/prodott*/ricco/limitat*
        dal catalogo; trovo/trova/trovi/hanno/c_e .. di_tutto; di tutto .. trov*/stesso/c_e/hanno/posto; stesso posto
        quasi niente .. per; niente/poco/nulla .. per .. uomo/uomini/bambin*/donn*; per gli uomini; variet*
        tante marche; marche .. tant*/tutte/scelta/poche/mancan*; tolto .. prodott*/linea/marca/catalogo/articol*
        non .. piu .. -vendono/producono/trattano/tengono; fuori catalogo; offerta .. vasta/ampia/variegata/limitata
        fornit[oaie] .. ben/negozio/molto/poco; ben fornit*; poco fornit*; referenz* .. tante/poche/mancan*
    """,
    "staffing": """
        manca* .. personale/infermier*/medici/cassier*/commess*/organico/operatori
        mancanza di .. personale/infermier*/medici/organico; carenza .. personale/infermier*/medici/organico
        poc[oh]* .. personale/infermier*/casse/cassier*/medici/commess*/addett*; piu personale
        personale .. sovraccaric*/insufficient*/scarso/poco/carent*/stress*/oberat*/ridott*/esaust*/allo_stremo/manca/
        sotto; sovraccaric*; oberat*; sotto organico; sottodimensionat*; sotto pressione; stressat*
        esaust* .. personale/infermier*; una sola .. cassa/infermiera/persona/cassiera/commessa
        sol[oa] .. cassa/cassier*/infermier*/camerier*/sportello/operatore .. apert*/per
        unic[oa] .. cassa/sportello/infermier*; infermier*/oss .. per .. pazienti/reparto/tutti/trenta
        cassa/casse/sportelli .. chius*/apert* .. sola/una/solo
        nessuno .. a_cui_chiedere/a_cui/alla_cassa/allo_sportello/disponibile/in_giro; a cui chiedere
        caos .. reparto/personale; tagli .. personale/sanita; in affanno; corrono .. infermier*/personale
    """,
}
