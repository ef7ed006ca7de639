"""In which words do customers speak of a theme, in English, German, French, Spanish, Italian and Portuguese?

Words are folded: lower case, no accents (ü is u, ß is ss). How a line is read is told in `phrase_matching`:
`*` any letters, `/` or, `@` a group, `..` up to three words between, `<>` in either order, `+` not denied, `-` denied,
`_` a space within a word of a list. A line that ends in `/` or `..` goes on. What languages share is in PHRASES, read
in every text; what only one of them says is in `phrases`, a file a language.
General vocabulary: a company's own words belong into its own lexicon.
"""

from signals.voice.phrases import english, french, german, italian, portuguese, spanish

GROUPS = {
    "delivery": """
        deliver(?:y|ies|ed) shipment* shipping parcel* package* courier* lieferung* anlieferung* auslieferung* paket*
        sendung* zustellung* livraison* colis entregas? envios? paquetes? consegn[ae] spedizion[ei] pacc[ho]*
        encomendas?
    """,
    "order": """
        orders? ordered order bestellung* bestellt* ware commandes? pedidos? ordin[ei] merce encomendas? goods items?
        artikel articles? articulos? articol[oi] artigos?
    """,
    "came": """
        arriv* came deliver* shipp* receiv* kam* angekommen ankam geliefert recu* livre* lleg* recib* arriva* ricevut*
        cheg* receb* consegnat*
    """,
    "staff": """
        staff personnel employees? team agents? assistants? clerks? waiters? nurses? receptionists? salesm[ae]n people
        lady service doctors? drivers? mitarbeiter* personal verkaufer* bedienung* beratung* fahrer* dame herr
        kollege* arzt* pflege* equipe vendeu* employe* conseill* accueil livreur* serveu* personnels? empleados?
        emplead[ao]s? dependient* camarer* atencion vendedor* trabajador* trato repartidor* personale commess[aoie]*
        addett[aoie]* impiegat* venditor* operator* camerier* funcionari* atendimento atendente* pessoal servizio
        servicio servico* staffs enfermeir* infermier*
    """,
    "invoice": """
        invoic* bills? billing rechnung* abrechnung* gutschrift* factur* faturas? faturac* faturam* fattur*
        credit_note charged
    """,
    "wrong": """
        wrong* incorrect* mistakes? errors? errone* falsch* fehler* fehlerhaft* faux fausse* errones? erreurs?
        incorrect[ae]s? equivocad* errores sbagliat* error[ei]s? errad[ao]s? erros? incorret* scorrett*
    """,
    "site": """
        website* site web webshop apps? portal* homepage onlineshop online webseite* internetseite* page pagina* sito
        applications? aplicacion applicazione aplicativo aplicacao plataforma piattaforma plateforme checkout login
    """,
    "broken": """
        break* broke* crash* bugs? buggy slow* freez* frozen errors? fail* down hang[s]? hung problem* trouble*
        glitch* confusing complicated abst?ur?z* absturz* sturzt* langsam* fehler* kompliziert* unubersichtlich* hakt
        lent[aeo]?s? lenteur* plant* bogue* erreurs? compliqu* lenti* fall[ao]s? errores complicad* cae bloque* blocc*
        complicat* errore trava* trav[oa]u* cai erros? bloqueia* lentidao
    """,
    "price": """
        pric[ei]* costs? preis* prix precios? prezz[io] precos? tarif* kosten costos? costi custos?
    """,
    "rival": """
        competitor* competition konkurrenz* wettbewerb* mitbewerb* anbieter concurren* competencia competidor*
        concorren* competitors elsewhere woanders ailleurs lugar altrove brand* suppliers? marke* marques? marcas?
        proveedor* fornitor* fornecedor* fournisseur*
    """,
    "product": """
        product* produ[ck]t* produit* produto* prodott* item articl* artikel device gerat* appareil* aparat* machine
        maschin* maquina* macchin* dispositiv* apparecchi* aparelh*
    """,
    "quality": """
        quality qualitat qualite calidad qualita qualidade materials? material made sewn workmanship verarbeit*
    """,
    "poor": """
        poor* bad* terribl* awful* horribl* inferior cheap* shoddy disappoint* low worst worse schlecht* mies*
        minderwertig* mangelhaft* enttausch* mauvais* mediocre* decevant* nulle? mal[oa]s? pesim* mediocr* defici*
        scarsa scars[oaie] pessim[oaie] cattiv[oaie] scadent* ma ruim ruins pessimas? fraca* baixa baja
    """,
    "good": """
        good great excellent brilliant* wonderful* fantastic* amazing* superb* outstanding perfect* exceptional*
        lovely fabulous* first_class gut gute[nrsm]? toll[ers]*n?
        super hervorragend* ausgezeichnet* prima bestens perfekt*
        klasse spitze* wunderbar* grossartig* bon bons bonnes? excellent[es]* parfait* genial[eo]*s? formidable*
        remarquable* exceptionn?el* bien buen[oa]s? excelent[ei]*s? maravill* estupend* fantastic* magnific* buon[oaie]
        ottim[oaie] eccellent* perfett* benissim[oaie] bravissim[oaie] splendid[oaie] bem bo[am]s? bons otim[oa]s?
        maravilh* impecav*
    """,
    "friendly": """
        friendly kind kindly polite* courteous helpful* pleasant nice lovely welcoming attentive caring freundlich*
        nett* hoflich* hilfsbereit* zuvorkommend* herzlich* sympathisch* aufmerksam* aimable* gentil* sympath?i*
        accueillant* poli[es]* serviable* chaleureu* souriant* attenti[fv]* amable* amabil* simpatic* atent[oa]s?
        educad* cordial* gentil[ei]* cortes[ei]? disponibil[ei] attent[oaie] premuros* prestativ* gentis atencios*
        educados?
    """,
    "unfriendly": """
        rude* unfriendly impolite unhelpful arrogant* disrespect* dismissive unfreundlich* unhoflich* patzig* ruppig*
        genervt* desagreable* impoli* malpoli* antipathi* meprisan* hautain* desagradable* antipatic* grosero*
        groser[oa]s? maleducad* borde* scortes[ei]* maleducat* sgarbat* arrogante* grosseir* desrespeit* mal_educad*
        antipatico*
    """,
    "much": """
        too very extremely really way overly zu viel ganz sehr trop tres demasiado muy troppo molto muito demais
        excessivamente
    """,
    "high": """
        high higher expensive pricey steep hoch hohe* teuer* teure* cher* chers? eleve*s? haut* car[oaie]s? elevad*
        alt[oi]s? elevat[oi]
    """,
    "late": """
        late* delay* overdue verspae?t* spat* zu_spat retard* tarde tard tardi ritard* tarda* tardiv* atras* demora*
        retras*
    """,
    "missing": """
        missing incomplete fehlt* fehlen* unvollstandig* manque* manquai* manquant* incomplet* falta* faltab* manca*
        incomplet[oa]
    """,
    "damaged": """
        damag* broken dented crushed torn leak* smashed cracked beschadigt* kaputt* zerbrochen* zerdruckt*
        eingedruckt* abime* endommag* casse* ecrase* danad* rot[oa]s? aplastad* golpead* danneggiat* rott[oaie]
        ammaccat* schiacciat* danificad* quebrad* amassad* partid* avariad* estropead*
    """,
    "box": """
        box* pack* packet packaging package* bottle* lids? caps? verpackung* packung* schachtel* flasche* deckel*
        verschluss* emballage* boite* flacon* bouchon* couvercle* envase* embalaje* caja* botella* tapon* tapa*
        confezion* imballagg* scatol* bottigli* tapp[oi] embalage* caixa* garrafa* tampa* blister*
    """,
}
PHRASES = {
    "late_delivery": """
        @delivery <> +@late; @order <> +@late
        @came .. +late/delayed/overdue/verspae?tet/tarde/retard/ritardo/atraso*/spat/tard
        never/nie/nicht/nunca/jamas/jamais/mai .. -@came
        not/didnt/hasnt/no/nao/non/pas/havent/wasnt .. -arriv*/deliver*/lleg*/cheg*/livre*/geliefert/angekommen/
        consegnat*/recu/entregue*/receiv*/entregad*/recib*
        +late .. @delivery; @delivery .. lost/missing/verloren/verschwunden/perdu*/perdid*/pers[oi]/smarrit*
        still waiting .. @delivery/order; warte* .. @delivery/bestellung; attend* .. @delivery/commande/colis
        kam/kamen .. nicht; lieferverzug*; lieferverzogerung*; lieferruckstand*; en retard; con retraso; in ritardo
        com atraso; arriv* late
        @delivery .. took .. weeks/days/month*/ages/long/forever; @delivery/bestellung .. dauert* .. lang*/wochen/ewig
        @delivery <> trop/demasiado/troppo/muito/very/too/sehr/zu long*/lent*/slow/lang*/lung*/demorad*/larg*
    """,
    "quick_delivery": """
        @delivery <> +quick*/fast/prompt*/swift*/speedy/punctual*/schnell*/rasch*/punktlich*/zugig*/flott*/
        rapid*/vite/ponctuel*/puntual*/veloc*/pontual*/ponctual*
        @order <> +quickly/promptly/schnell/rapidement/rapidamente/velocemente/puntualmente/punktlich/depressa
        @came <> +quick*/fast/promptly/early/punctually/schnell*/punktlich*/rapid*/vite/puntual*/velocement*/
        pontual*
        @delivery/@came <> on/in +time; @delivery/@came .. next +day; livre* .. a temps; lleg* .. a tiempo
        arrivat* .. in tempo/anticipo
        blitzschnell*; @came .. no/dentro prazo; dans les +delais; deliver* .. on schedule; am nachsten tag .. da
        schnelle/rasche .. lieferung
    """,
    "damaged_delivery": """
        @delivery/@order/@box <> +@damaged; @came .. +@damaged
        @delivery/@order <> +@missing/incomplete/unvollstandig/incomplet*
        parts/pieces/items/teile/stucke/pieces/partes/piezas/pezzi/pecas .. +missing/fehlen/fehlten/fehlte/
        manquaient/manquent/faltaban/faltan/mancavano/mancano/faltavam/faltando
        half/halfte/moitie/mitad/meta/metade .. missing/fehlt*/manqu*/falta*/manca*; transportschad*; +damaged
        +beschadigt*; +endommage*; +danneggiat*; +danificad*
    """,
    "wrong_item": """
        +wrong .. item*/product*/size/colour/color/article*/model/order/goods/part/parts/thing
        falsch* .. artikel/ware/produkt*/grosse/farbe/modell/geliefert/teil*/bestellung
        mauvais* .. article*/produit*/taille/couleur/modele/reference/commande; article*/produit* .. errone*
        producto/articulo/talla/pedido/modelo/color .. equivocad*
        prodotto/articolo/taglia/ordine/modello/colore .. sbagliat*
        produto/artigo/tamanho/pedido/modelo/cor/encomenda .. errad*/trocad*
        not what i/we ordered; nicht .. was/wie .. bestellt; pas .. ce que .. commande; no .. lo que .. ped*
        non .. quello .. ordinat*; nao .. o que .. ped*/encomend*
        instead of .. ordered; verwechsel* .. bestell*/artikel; falschliefer*
    """,
    "price_too_high": """
        @price <> @much +@high; +overpriced; +uberteuert*; too/so/very/way/really/quite +expensive/pricey/dear
        zu/sehr/recht +teuer*
        trop/tres/assez/si +cher*/chere*/couteux; demasiado/muy/tan/bastante +car[oa]s?
        troppo/molto/cosi/davvero +car[oaie]; muito/demasiado/tao/bem +car[oa]s?; car[oa]s? demais
        carissim*; carisim*; price* <> increas*/rise*/rising/raised/hike*; preis* <> erhoh*/gestiegen/steig*
        preiserhohung*; prix <> augment*/hausse*; hausse .. prix; precio* <> subi*/aument*; prezz* <> aument*
        preco* <> subi*/aument*
        @price .. +high/hoch/hohe/eleve*/elevad*/elevat*/exorbitant*/exagerad*/excessi*
        high/hohe/hoher .. price*/preis*; cost* .. too much; kostet zu viel; coute trop; cuesta demasiado
        costa troppo; custa demais; not worth the/it; -worth; rip off; +expensive
        wucher*; abzocke; preiswucher; nicht wert; vale pas; no vale; non vale; nao vale
    """,
    "cheaper_competitor": """
        @rival <> +cheaper/gunstiger*/billiger*/undercut*/lower; @rival <> moins cher*/chere*
        @rival <> mas/mais/piu barat*/economic*; @rival <> meno car*
        @rival <> better/besser*/meilleur*/mejor*/miglior*/melhor*; cheaper .. elsewhere/online/amazon
        woanders .. gunstiger/billiger; billiger/gunstiger .. woanders/bekommen
        switch* to/supplier*/provider*/brand*; gewechselt/wechseln .. zu/anbieter/lieferant*; konkurrenz*; mitbewerb*
        competitor*; chez .. concurren*; a la competencia; concorren*; concurrent*; la competencia
        menos .. en otr* sit*/tienda*; en otro sitio/lado/lugar; da .. un altra parte/altro negozio
        em outro lugar/loja
        @price .. better/besser*/meilleur*/mejor*/miglior*/melhor* .. elsewhere/ailleurs/altrove/woanders
    """,
    "good_value": """
        +good/great/excellent/best/amazing/fantastic/incredible value; value for money
        +worth .. money/price/penny/cent; well +worth
        good/great/fair/reasonable/low/decent/affordable/unbeatable price*
        +inexpensive; +affordable; +bargain; +preiswert*; preis leistung*
        gunstig*/fair*/gut*/gute/guter/gunstiger preis*; preis* .. stimmt; sein geld wert
        @price <> +gunstig/angemessen/okay
        bon* rapport; rapport qualite prix
        prix .. +raisonnable*/correct*/competitif*/abordable*/attracti*/interessant*; bon prix; pas .. -cher
        relacion calidad; calidad precio; buen* precio*
        precio* .. +bueno*/razonable*/asequible*/competitivo*/economic*
        rapporto qualita; qualita prezzo; buon prezzo; ottim* prezz*
        prezz* .. +ottim*/ragionevol*/conveniente/onest*/compititiv*/buon*
        custo beneficio; qualidade preco; bom preco; otim* preco*; preco* .. +bom/justo*/acessive*/razoave*/otimo*
        vale* .. +pena
    """,
    "wrong_invoice": """
        @invoice <> +@wrong
        charged/billed/cobr*/berechnet/facture*/addebit*/cobrad* .. twice/double/doppelt/zweimal/deux/dos/due/
        duas/doppio/doble/dobro/too/zu/trop/demas/more/mehr
        overcharg*; +double charg*; doppelt berechnet
        @invoice <> not/nicht/pas/no/non/nao .. match*/agree/stimm*/correct*/correspond*/coinc*/corrisp*/
        correspond*/bate*
        @invoice .. +problem*/discrepanc*/unstimmig*/mismatch/missing/late/fehlt/manque*/falta*/manca*
        doppia fattura*; rechnungsfehler*; facturation .. double
        wrong/falsche*/unrichtige* .. amount/betrag/price charged
        montant/importe/importo/valor .. errone*/incorrect*/sbagliat*/errad*/faux
    """,
    "refund_and_payment": """
        refund*; reimburs*; ruckerstatt*; erstattung*; erstattet*; geld zuruck*; money back; rembours*; reembols*
        rimbors*; devolv* .. dinheiro; devol* .. dinero; credit note*; gutschrift*; bon d avoir; nota de credito
        nota di credito
        payment*; credit card; kreditkarte*; zahlung*; bezahlung; lastschrift*; uberweisung*; paiement*
        carte bancaire/bleue; prelevement*; pago/pagos; tarjeta; pagament*; carta di credito; bonifico; cartao; boleto
        paypal; zahlungsziel*
    """,
    "poor_quality": """
        +@poor <> @quality; quality .. -good/great; qualitat .. -gut*; qualite .. -bonne/terrible; calidad .. -buena
        qualita .. -buona/buono; qualidade .. -boa
        fell/falls/fall/falling apart; broke after/within/down/the/on/in/quickly/easily
        breaks/broken .. easily/after/already; wore/wears/worn out; +defective; +faulty; +flimsy; +shoddy; ripped/tore
        holes? in; unravel*; pilling; shrank/shrunk; cheaply made; cheap looking
        geht/ging/gingen .. kaputt; auseinander*; bricht/brach/zerbrach/zerbricht; defekt*; minderwertig*; schrott
        abgebrochen; gerissen; reisst; billig .. verarbeitet; mangelhaft*; nach .. kaputt; schon kaputt
        casse/cassee/cassees/cassent .. apres/vite/facilement/deja/au; s est .. casse*; tombe en morceaux; defectueu*
        mauvaise facture; se dechire*; fragile*; camelote
        se rompio; se rompe*; se ha roto; se cae a pedazos; defectuos*; se estrope*; se deshace; mala calidad; se dano
        si e .. rott*; si rompe; si sono rott*; cade a pezzi; difettos*; scadent*; si e .. scucit*; si sfalda
        quebrou; partiu se; quebra; defeituos*; com defeito; desfaz; estragou*; se desfez; rasgou*; avariou
    """,
    "works_well": """
        work[s]?/worked/working <> +well/great/perfect*/fine/wonderful*/perfectly/good/beautifully/flawless*/
        brilliantly/amazing*; does .. +job; does what it; did the trick; +effective; +reliable
        works as expected/described/advertised; +helped .. me/a/lot
        funktioniert* .. +gut/super/perfekt/prima/einwandfrei/bestens/tadellos/toll/hervorragend/wunderbar
        wirkt .. +gut/super/schnell/hervorragend/sofort; lauft .. +gut/einwandfrei/super/tadellos; +zuverlassig*
        hilft .. +gut/sehr/super/wirklich; erfullt .. zweck; +wirksam*
        fonctionne* .. +bien/parfaitement/tres/impeccable*/nickel; marche* .. +bien/parfaitement/nickel; +efficace*
        +fiable*; fait .. le travail; tient ses promesses
        funciona* .. +bien/perfecta*/muy/genial/correctamente/bem/perfeita*/otim*/lindamente; va +muy bien; +eficaz
        +eficaces; cumple .. su; faz o que; cumpre o; va de maravilla; resulta +muy; +fiable; +confiave*
        funzion* .. +bene/perfetta*/benissimo/ottim*/alla; +efficac*; +affidabil*; fa il suo dovere
        +@product <> works/functions +well; very/really/highly +effective
    """,
    "does_not_work": """
        not/doesnt/dont/didnt/never/stopped/isnt/wont/no/quit/longer/wasnt .. work*/function*/effect/help*/
        start*/charg*/turn; stopped working; +useless; +ineffective; no effect; -effective; does nothing
        didnt do anything; -works; -working
        funktioniert* .. nicht/nie/kaum/schlecht; nicht .. funktion*; geht nicht; -funktioniert
        wirkt/hilft/lauft/startet .. nicht; wirkungslos; keine .. -wirkung; nutzlos*; bringt nichts; ohne .. wirkung
        funktionier* nicht
        fonctionne*/marche* .. pas/plus/mal/jamais; aucun .. effet; inefficace*; inutile*; en panne; ne sert a rien
        ne fait rien
        no .. -funcion*/sirve*/enciende; dejo de funcionar; deja de funcionar; sin efecto; ineficaz; inutil
        ningun efecto; no sirve
        non .. -funzion*/serve; non parte/va; nessun effetto; inefficace; inutil[ei]; smesso di funzionare
        nao .. -funcion*/serve; nao liga; deixou/parou de funcionar; sem efeito; nenhum efeito; inutil
    """,
    "packaging": """
        packaging; packaged; wrapping; wrapper*; blister*; hard/difficult/impossible/easy .. open
        open* .. hard/difficult/easily/easy
        cannot/cant/couldnt .. -open; lid/cap/seal/bottle .. @broken/tight/stuck/open*/hard/leak*; child proof
        verpack*; umverpackung; blister*; schwer/leicht/schlecht/kaum/nicht .. offnen/aufmachen/aufzubekommen/aufgehen
        offnen .. schwer/schwierig/unmoglich; verschluss*; geht .. auf nicht
        emballage*; conditionnement*; difficile*/facile*/impossible* .. ouvrir/ouverture
        ouvr* .. difficile*/mal/facile*; plaquette*; bouchon*; couvercle*
        embalaje*; envase*; envoltorio*; empaquet*; dificil*/facil*/cuesta/imposible .. abrir; abrir .. dificil/facil
        tapon*; abre .. mal/bien
        confezionament*; imball*; difficil*/facil*/impossibil* .. aprire/apertura; aprire .. difficil*/facil*
        si apre .. mal*/ben*; tappo
        embalage*; dificil/facil/impossivel .. abrir; abrir .. dificil/facil; a tampa; abre .. mal/bem
    """,
    "size_and_fit": """
        fit/fits/fitted/fitting; runs .. small/large/big/true/short/tight/long; siz(?:e|es|ing)
        too/bit/little/very/so/super small/big/tight/loose/large/snug/narrow/wide/baggy; true to size
        waist*; sleeves?; petite*; length*; oversized; flattering; hips; bust; width; snug; roomy
        passt/passen/passte .. gut/perfekt/nicht/wie/super/genau/leider
        zu/etwas/sehr .. klein/gross/eng/weit/kurz/knapp/locker/lang .. geschnitten/ausgefallen
        fallt .. gross/klein/eng .. aus
        passform*; sitzt .. gut/perfekt/nicht/wie; zu klein/gross/eng/weit/kurz; armel; bundweite
        taille/tailles; trop petit*/grand*/serre*/court*/large*/etroit*/ample*; taille .. grand/petit
        coupe .. bien/parfait*/mal; coup* .. ajustee/droite; manches; longueur; me va
        talla/tallas; tallaje
        demasiado/queda* pequen*/grande*/ajustad*/cort[oa]*/estrech*/anch[oa]*/apretad*; me queda*
        mangas; cintura; sienta .. bien/mal
        taglia/taglie; vestibilita; troppo piccol*/grand[ei]/strett*/cort[oaie]/larg[oaie]/attillat*
        calza/veste/vestono .. bene/male/a/perfettamente; maniche; misura/misure
        tamanho*; demasiado/fica*/ficou pequen*/grande*/apertad*/justo/curt[oa]*/larg[oa]*/comprid*
        serve/assenta .. bem/mal; veste .. bem/mal; cintura
    """,
    "material": """
        materials?; fabrics?; cotton; wool; silk*; linen; leather; polyester; soft; softer; softness; itch*; scratch*
        comfy; feels .. soft/cheap/nice/rough/sturdy/smooth/luxurious/plastic; texture; see through; sheer; thick; thin
        thinner; lightweight
        stretch*; knit; lining; cozy; heavy fabric; velvet; rayon
        stoff/stoffe/stoffs; baumwoll*; wolle; seide; leder; kratzt/kratzig*; haptik; fuhlt sich .. an
        futter*; dunn/dunne/dunner .. stoff/material; leinen; angenehm* .. tragen
        tissu*; matiere*; coton; laine; soie; cuir; lin .. doux; doux/douce; rugueu*; gratte*; toucher
        agreable .. porter
        tela/telas; tejido*; algodon; lana; seda; cuero; suave*; aspero; tacto
        pica .. mucho; materiales
        tessut*; stoffa*; cotone; seta; pelle .. morbid*; morbid*; ruvid*; al tatto; materiale/materiali; pizzica
        tecido*; malha; algodao; couro; macio*; macia*; toque .. suave; materiais; aspero
    """,
    "look": """
        colou?rs?; colou?red
        look[s]? .. beautiful/gorgeous/great/good/nice/cheap/lovely/amazing/ugly/elegant/better/awful
        gorgeous; pretty dress/top/color*/print/design/shirt; cute; stylish; pattern*; design; ugly; faded; print
        style; elegant; pretty and; so/very/really pretty; stunning; vibrant
        farbe/farben/farblich/farbton; aussehen; aussieht; sieht .. aus; schones/schoner/schone design/muster/kleid*
        optik; optisch*; hasslich*; verblass*; muster .. farbe*/schon*/kleid*; verfarbt; schick*; stylisch
        couleur*; coloris; tres/si/trop/super joli*/beau/belle/elegant*; joli/jolie/jolis/jolies; esthetique*; moche*
        delave*; motif*; elegant*
        color/colores/colorido; bonit[oa]s?; diseno*; preciosa*; precios[oa]s? vestid*/diseno/camis*; feo/fea/feos
        elegante*; estampad*; destine*; descolorid*
        colore/colori; bellissim*; bell[oaie] vestit*/design/color*; brutt[oaie] color*/vestit*; sbiadit*; elegant[ei]
        estetica*; fantasia; carin[oaie]
        cor/cores; bonit[oa]s?; lind[oa]s?; feio; feia; desbot*; estampa*; elegante*; aparencia; visual
    """,
    "taste_and_smell": """
        tast(?:e|es|ed|ing|y|eless); flavou?r*; smell*; odou?r*; scent*; fragranc*; stink*; stank; delicious; bitter
        yummy; disgusting; aftertaste; perfume
        geschmack*; schmeck*; lecker*; geruch*; riecht*; roch; stinkt*; duft*; kostlich*; eklig*; wurzig*
        gout; saveur*; odeur*; parfum*; delicieu*; pue; sent .. bon/mauvais/fort; amer; amere; degout*
        sabor*; olor*; huele*; olia; delicios*; ric[oa]s? .. sabor; sabe .. bien/mal/a; amarg*; fragancia*; apesta
        asqueros*
        sapore/sapori; gust[oi] .. buon*/amar*/sgradevol*/gradevol*/delicat*; odore; odori; profum*; puzza*; squisit*
        amar[oa]; disgustos*; gustos[oaie]
        gosto .. bom/mau/ruim/amargo/a/de; cheir*; saboros*; delicios*; fedor; aroma*; azed*; perfume*
    """,
    "side_effects": """
        side effects?; allerg*; rash*; nause*; headache*; dizz*; irritat* .. skin/eyes/my; burn[st]?/burning/burnt
        unsafe; dangerous*; hazard*; safety; injur*; itching; vomit*; swelling; insomnia; stomach .. ache/pain/upset
        electric shock; overheat*; poison*; toxic*
        nebenwirkung*; ausschlag*; ubelkeit; kopfschmerz*; schwindel*; hautreizung*; gefahrlich*; verletz*
        unvertraglichkeit*; sicherheitsrisik*; verbrannt; giftig*; magenschmerz*; juckreiz*; uberhitz*
        effets? secondaire*; effets? indesirable*; eruption*; nausee*; maux de tete; mal de tete; vertige*
        irritation*; dangereu*; brulure*; blesse*; toxique*; vomi*; surchauff*
        efectos? secundario*; efectos? adverso*; erupcion*; sarpullido; nausea*; dolor de cabeza; mareo*; irritacion*
        peligros*; quemadura*; toxic[oa]*; vomit*; sobrecalient*
        effett[oi] collateral*; effett[oi] indesiderat*; eruzion*; mal di testa; vertigin*; irritazion*; pericolos*
        ustion*; ferit[oa]; tossic*; surriscald*; capogir*
        efeitos? colatera*; efeitos? secundario*; efeitos? adverso*; enjoo*; dor de cabeca; dores de cabeca; tontura*
        irritac*; perigos*; queimadur*; sobreaquec*
    """,
    "out_of_stock": """
        out of stock; sold out; -available; +unavailable; in stock .. never/not/no; not/never/isnt/wasnt in -stock
        backorder*; back order*; stock shortage*; shortages?; ran out of; stockout*; discontinued; empty shel*
        ausverkauft; vergriffen; nicht .. verfugbar/lieferbar/lager/vorratig; nicht lieferbar; lieferengpass*
        engpass*; -verfugbar; -lieferbar; -vorratig; fehlbestand*; leere regal*
        rupture*; en rupture; epuise*; pas .. -disponible*; -disponible*; indisponible*; plus .. en stock/disponible*
        penurie*; hors stock
        agotad*; sin existencias; sin -stock; no .. -disponible*; fuera de stock; no .. -hay .. -stock/existencias
        no tien* .. -stock; desabastec*
        esaurit*; non .. -disponibil*; fuori stock; non .. -magazzino; -disponibil[ei]; scort[ae] .. esaurit*/finit*
        indisponibil[ei]
        esgotad*; sem -estoque; sem -stock; nao .. -disponive*/estoque/stock; indisponive*; em falta; fora de estoque
        rutura de stock
    """,
    "waiting_time": """
        waited; waiting; wait time*; long/hours/minutes/forever/endless wait*
        wait* .. hour*/minutes/long/weeks/forever/ages; queue*; on hold; long lines?; had to +wait
        warte* .. stunde*/minuten/lang*/ewig*/wochen/musste*; wartezeit*; warteschlange*; lange .. +warten; gewartet
        musste*/mussten .. +warten; schlange .. stehen; warteschleife*
        attente*; attend* .. heure*/minute*/longtemps/semaine*/trop; patient* .. heure*/minute*; file d
        du/du attendre; fait .. attendre; queue
        esper* .. hora*/minuto*/mucho/semana*/demasiado/larg*; tiempo* de espera; larga espera
        cola/colas .. larg*/enorme*/espera*; hacer cola; tiempos? .. espera; hizo/hicieron esperar; la espera
        attes[ao] .. lung*/or[ae]/minut*/ecessiv*; attese; tempi* di attesa; tempo di attesa
        aspett* .. or[ae]/minut*/tropp*/molto/settiman*; lunga attesa; fare la fila; code .. lungh*; in coda; l attesa
        esper* .. minutos/muito/demais/semanas/horas; tempo* de espera; espera .. longa; longa espera
        fila/filas .. long*/enorme*/espera; demora .. atend*/longa; na fila
    """,
    "friendly_staff": """
        @staff <> +@friendly; +friendly; +courteous; +welcoming
        very/so/really/always/extremely/super +helpful/kind/polite; +freundlich*; +hilfsbereit*; +zuvorkommend*
        +aimable*; +accueillant*; +serviable*; tres +gentil*; +chaleureux; +amable*; muy +simpatic*/atent*/educad*
        +amabilita; +amabilidad; +gentilezza; +cortes[ei]; +gentilissim*; molto +gentil*/disponibil*; +freundlichkeit
        +gentillesse; +simpatia; muito +simpatic*/gentil/gentis/atencios*/educad*/prestativ*; +atencios*; +prestativ*
        +hoflich*; so/sehr/super/wirklich +nett/nette/netter/netten; thoughtful
    """,
    "unfriendly_staff": """
        @unfriendly; @staff <> -@friendly; -friendly; -freundlich*; -hilfsbereit*; -helpful; -polite; -aimable*
        -accueillant*; -amable*; -simpatic*; -gentil*; -cortes[ei]; -educad*; -nett; -nette; -hoflich*
        -disponibil[ei] .. @staff; -prestativ*; -serviable*
        bad/terrible/awful/poor/horrible/appalling attitude/manners; treated .. badly/like/poorly/rudely
        schlecht behandelt; mal .. recu*/traite*/accueilli*; mal .. accueil; mauvais accueil; mal .. atendid*/tratad*
        malos modos; trattat* .. mal*; modi bruschi; mal .. tratad*; falta de .. educacao/respeito/educacion/respeto
        manque de .. respect/politesse; mancanza di .. rispetto; lack of .. respect
    """,
    "advice": """
        advi[sc]e*; advis*; knowledg*; compet[ei]n(?:t|ce); incompetent*; incompetence; expert*; professional*
        unprofessional*; recommendation .. expert; explain* .. well/clearly/everything/nothing; well informed
        clueless; know .. what .. talking
        berat(?:en|ung|er|erin|ungs*); beratung*; kompetent*; inkompetent*; kompetenz; fachkund*; fachwissen
        sachkund*; professionell*; unprofessionell*; keine ahnung; ahnung; auskunft*
        conseil*; competen(?:t|te|ts|tes|ce|ces); incompeten*; expertise; professionn*; bien explique*; a l ecoute
        asesor*; consej[oa]*; competente*; incompetent*; profesional*; experto*; bien explicad*
        explic* .. todo/bien/nada
        consigli[oae]*; consulen*; competent*; incompeten*; professional*; preparat[oaie]; espert[oaie]
        spiegat* .. tutto/bene
        aconselh*; conselh*; competente*; incompetent*; profissiona*; especialista*; conhecimento*
        explic* .. tudo/bem
    """,
    "poor_communication": """
        no/never/without/not/nobody/didnt .. -answer*/respons*/repl*/inform*/updat*/communicat*/respond*/notif*/
        told/call*_back/feedback; never .. called/heard back
        nobody/noone .. answer*/repl*/respond*/inform*/told/called/knows; poor/bad/lack .. communication; ignored
        unanswered; kept .. in .. dark; called back; no one .. answer*/repl*/told/called
        keine .. -antwort*/ruckmeldung*/information*/info/reaktion/auskunft
        nicht .. -geantwortet/informiert/gemeldet/zuruckgerufen/reagiert/benachrichtigt
        niemand .. antwort*/informier*/meld*/reagier*; schlechte/mangelhafte/fehlende kommunikation*
        kommunikation .. schlecht*/mangelhaft*/nicht; meldet sich .. nicht; ruckruf*
        keiner .. meldet/antwortet/reagiert; nie .. gemeldet
        aucune .. -reponse*/nouvelle*/information*/communication
        pas .. -reponse*/repondu/prevenu*/informe*/nouvelles/communique*/rappele*
        personne ne/n .. repond*/rappel*/prevenu*; manque de communication; mauvaise communication
        sans .. -reponse/nouvelles
        no .. -respond*/contest*/inform*/avis*/respuesta/comunic*; nadie .. respond*/contest*/inform*/avis*/sabe
        sin -respuesta/informacion/noticias; falta de comunicacion/informacion/respuesta; mala comunicacion
        ninguna respuesta
        non .. -rispond*/rispost*/inform*/avvis*/avvert*/comunic*
        nessun* .. rispost*/rispond*/inform*/comunicazion*/avvis*; senza -risposta/avvis*/informazion*
        mancanza di comunicazione; scarsa/pessima comunicazione
        nao .. -respond*/inform*/avis*/resposta/comunic*/retorn*; ninguem .. respond*/inform*/avis*/sabe/retorn*
        sem -resposta/informacao/retorno/aviso; falta de comunicacao/informacao/resposta; ma comunicacao
        nenhuma resposta
    """,
    "hard_to_reach": """
        hard/difficult/impossible/unable/cant/couldnt/cannot/never .. reach/get_through
        get/getting through .. phone/anyone/impossible; pick* up .. phone; phone* .. unanswered/busy/rings/engaged
        no -one -answers/picks; nobody .. picks/answers .. phone; answer* the phone; unreachable; line .. busy/engaged
        hotline .. never/busy/nobody
        nicht/schwer/schlecht/kaum/nie/niemand .. erreichbar/erreichen/zu_erreichen/erreicht; erreichbarkeit*
        unerreichbar*; geht .. ans telefon; niemand .. telefon/ab/ran; hotline*; besetzt; telefonisch .. erreich*
        durchzukommen
        injoignable*; joindre .. telephone/impossible/difficile; difficile*/impossible* .. joindre/contacter
        personne .. decroche*; pas .. -joignable*; decroch*; ligne .. occupee; -joignable*
        no .. -cogen/contestan/atienden .. -telefono; imposible/dificil .. contactar/comunicar*/localizar/telefono
        no .. -coge* .. -telefono; nadie .. coge*/atiende* .. telefono/llamada*; telefono/linea .. comunica*/ocupad*
        ilocalizable*
        irraggiungibil*; impossibile/difficile .. contattar*/telefon*/parlare/raggiung*/prendere_la_linea
        non .. -rispond* .. -telefono; nessuno .. risponde .. telefono; telefono/linea .. occupat*/muto
        al telefono .. nessuno; linea .. occupata
        impossivel/dificil .. contactar/contatar/ligar/falar/telefon*; nao .. -atend* .. -telefone*/chamad*
        ninguem .. atend*; linha/telefone .. ocupad*/impedid*; incontactave*
    """,
    "website_trouble": """
        @site <> +@broken
        @site <> not/doesnt/dont/didnt/nicht/pas/no/non/nao .. work*/load*/open*/funktion*/fonction*/march*/
        funcion*/carg*/funzion*/caric*/abre/carreg*/geht/charg*/lad*; cannot/cant/couldnt/unable .. log*
        login .. fail*/problem*/error*/impossible
        website .. useless/terrible/awful/bad/poor/difficult/hard
        website/app/site .. mauvais*/nul*/schlecht/schlechte/mala/malo/pesim*/pessim*/ruim/horrible/orribil*
        einloggen/anmelden .. nicht/unmoglich; passwort*; password*; mot de passe; contrasena; senha/palavra_passe
        me .. connecter .. impossible/pas; iniciar sesion; accedere .. impossibile/non/sito; fehlermeldung*
        error message*; message d erreur; mensaje de error; messaggio di errore; mensagem de erro
        website/app/portal/shop/seite .. stuerzt/sturzt/hangt/abgesturzt
    """,
    "easy_ordering": """
        +easy/simple/convenient/quick/effortless/smooth/straightforward .. order*/buy*/purchase*/checkout/
        website/site/navigate
        order*/purchas*/website/site/app/checkout/buying .. +easy/simple/convenient/smooth/straightforward/clear/
        intuitive/effortless
        bestell*/website/webseite/seite/app/shop/onlineshop/webshop .. +einfach*/leicht*/unkompliziert*/
        problemlos*/ubersichtlich*/intuitiv*/bequem*; +einfach*/leicht*/unkompliziert*/problemlos*/bequem* .. bestell*
        command*/site/achat/appli* .. +facile*/simple*/pratique*/intuiti*/clair/fluide
        +facile*/simple*/pratique* .. command*/achat/site/utiliser
        pedi*/compra*/web/pagina/app .. +facil*/sencill*/comod*/intuitiv*/sin problemas
        +facil/sencillo/comodo .. pedir/comprar/hacer/pedidos
        ordin*/acquist*/sito/app .. +facil*/semplic*/comod*/intuitiv*/chiar*
        +facil*/semplic*/comod* .. ordinar*/acquist*/comprare
        encomend*/pedi*/compra*/site/aplicativo .. +facil*/simples/pratic*/intuitiv*
        +facil/simples/pratico .. encomendar/comprar/pedir
    """,
    "complaint_handling": """
        +complain*; claim/claims .. handl*/settl*/process*/reject*/open/denied/slow/fast/quick*/resol*/weeks/pending
        my/our/a/the claim; resolv* .. issue/problem*/quickly/never/my; problem* .. solved/resolved/unresolved
        unresolved; solved .. problem*/issue
        reklam*; beschwer*; kulan(?:t|te|z|ten); problem .. gelost/behoben; schadensfall*
        losung .. gefunden/angeboten
        reclam*; plainte*; litige*; probleme .. resolu*/regle*; sav; service apres vente; geste commercial; sinistre
        reclam*; queja*; quej*; problema .. resuel*/solucion*/resolv*; solucion* .. problema/nada/rapid*; incidencia*
        reclam[oia]*; lamentel*; lamentat*; lamentar*; problema .. risolt*; contestazion*; risol* .. problema*
        segnalazion*
        reclam*; queixa*; problema .. resolv*/solucion*; resolv* .. problema/nada
    """,
    "returns": """
        return/returns/returned/returning .. it/them/this/item*/policy/product*/goods/label/free/process/order/
        dress/easy/difficult; returns; sen[dt]/sending .. back; exchang*; return policy; returned it/them/mine/because
        retoure*; rucksend*; rucksendung*; zuruckgeschickt; zuruckschicken; zuruckgesendet; umtausch*; umgetauscht
        ruckgabe*; zuruckgeben; retournier*; zuruckgegeben; schicke/ging/geht .. zuruck
        retourn*; renvoy*; renvoi; echang* .. article/produit/taille/contre/gratuit; echange*
        retour .. article/produit/gratuit/colis/facile/compliqu*; les retours
        devoluci*; devol* .. producto*/articulo*/pedido/talla/compra; cambio/cambiar .. talla/producto/articulo
        reso/resi; restitu* .. prodott*/merce/articol*/capo; rispedi*; rimandat* .. indietro
        cambio .. taglia/merce/prodotto; sostituzion*
        devoluc*; devol* .. produto*/artigo*/encomenda/loja; troca .. produto/tamanho; trocar .. produto/tamanho
        politica de troca*
    """,
    "contract": """
        contracts?; contractual*; terms; conditions .. contract/sale/payment/better/worse/commercial; subscription*
        cancel .. subscription/contract/membership/policy; cancellation fee*; renewal; discount*; rebate*; bonus
        small print; minimum order*; notice period
        vertrag*; kundig*; konditionen; vertrags*; abo/abonnement*; rabatt*; skonto; nachlass; mindestbestell*
        laufzeit; agb; kleingedruckt*; bonus*
        contrat*; resili*; abonnement*; conditions .. vente/generales/commerciales/contrat/paiement; remise/remises
        ristourne*; engagement; rabais
        contrato*; suscripcion*; descuento*; rescind*; dar de baja; darme de baja; permanencia
        renovacion
        contratt*; abbonament*; disdett*; disdire; scont[oi]; recesso; rinnovo; vincolo
        contrato*; assinatura*; condicoes; desconto*; rescis*; fidelizacao; renovacao
    """,
    "facilities": """
        clean; cleaner; cleaned; cleanl*; unclean; dirty; filthy; hygien*; toilet*; bathroom*; restroom*
        facilit(?:y|ies); waiting room; air conditioning; dusty; rooms? .. clean/dirty/small/nice/comfortable; shabby
        spotless
        sauber*; dreckig*; schmutz*; verschmutzt*; hygien*; toilette*; wartezimmer*; warteraum; raumlichkeit*
        klimaanlage; ungepflegt*; gepflegt*; raume
        propre .. et/tres/est/locaux/chambre; proprete; propres; sales? .. locaux/chambre/toilettes; tres sale
        hygien*; toilettes; salle d attente; locaux; climatisation
        limpi[oae]*; suci[oae]*; higien*; banos?; instalaciones; sala de espera; aire acondicionado; aseos
        pulit[oaie]*; pulizia; sporc[oahi]*; igien*; bagn[oi]; sala d attesa; sala attesa; locali; aria condizionata
        struttura
        limp[oa]s?; limpeza; suj[oa]s?; sujidade; sujeira; banheiro*; casas? de banho; instalacoes; ar condicionado
        sala de espera
    """,
    "visit": """
        sales rep*; sales visit*; representative*; your/our/the/my reps?; account manager*; salesm[ae]n; salesperson
        visit* us; visit* .. rep*/colleague/sales*; field sales; sales team
        visits? .. useful/helpful/rare/regular*/too/never; visits? from
        aussendienst*; vertreter*; besuch* .. mitarbeiter*/kolleg*/vertrieb*/uns/nutzlich/hilfreich/selten/regelmassig
        vertriebsmitarbeiter*; kundenbetreuer*; gebietsleiter*; ansprechpartner*; ihr/der/die besuch; besuche
        besucht uns
        commercial .. passe*/visit*/vient/nous; representant*; votre/notre/le/la commerciale?; delegue*
        visites? .. utile*/commercia*/representant*/rare*/reguli*; passage .. commercial
        comercial .. visit*/pasa*/viene/nos/muy; representante*; visitador*
        visita/visitas .. comercial*/util*/representante*/provechosa*; su/nuestro/nuestra/el comercial; delegado
        rappresentant*; agente .. commercia*/zona/vendita
        visita/visite .. commercial*/util*/rappresentant*/agente/informat*; informatore; venditore
        vostro/nostro agente
        representante*; vendedor .. visit*/pass*/vem; visita/visitas .. comercial*/uti[ls]*/vendedor*/representante*
        o comercial; gestor* de .. conta*/cliente*
    """,
    "instructions": """
        instruction*; manual; manuals; leaflet*; user guide*; directions .. clear/unclear/use
        information .. clear*/unclear/missing/useful/wrong/lack*/product/incomplete/helpful
        description .. wrong/mislead*/accurate/inaccurate/match*; misleading; documentation; labell?ing
        not as described; as described
        anleitung*; gebrauchsanweisung*; bedienungsanleitung*; beipackzettel*; packungsbeilage*; beschreibung*
        produktbeschreibung*; informationen .. klar*/fehl*/unklar*/nutzlich*/produkt*; irrefuhrend*; beschriftung
        anleitung* .. unklar*/verstandlich*
        mode d emploi; notice/notices; instruction*; consigne*; description .. produit/trompeuse/conforme/fausse/pas
        informations .. clair*/manqu*/produit/utile*; trompeu*; conforme .. description; etiquet*
        instruccion*; prospecto*; manual/manuales; descripcion*
        informacion .. clar[ao]*/falta*/util/producto/incomplet*; enganos*; etiqueta*
        istruzion*; foglietto*; manuale; manuali; descrizion*; informazioni .. chiar*/manca*/util*/prodotto
        ingannevol*; etichett*; bugiardino
        instruc*; bula; manual/manuais; descricao; informac* .. clar[ao]*/falta*/util/produto; enganos*; rotul*
        folheto*
    """,
    "care": """
        treatment*; diagnos*; therap*; medical care/treatment/team; cared for; took .. care of; well looked after
        behandlung*; therap*; diagnose*; medizinisch* .. versorg*/betreu*; pflegerisch*
        soins?; traitement*; diagnosti*; prise en charge
        tratamiento*; diagnostic*; terapi*
        trattament* .. medic*/cura/terapia/ricevuto/efficace; diagnos*; terapi*; cure .. ricevut*/medich*
        tratamento*; diagnostic*; terapi*; cuidados medicos
    """,
    "food": """
        food; meal*; breakfast*; lunch*; dinner*; restaurant*; menu*; dish; dishes; coffee; drinks; portion*
        cook(?:ed|ing); chef .. food/meal/restaurant/kitchen; dessert*; canteen*; cafeteria; snack*
        essen .. war/ist/schmeckt/kalt/gut/schlecht/lecker; das essen; zum essen; mahlzeit*; fruhstuck*; mittagessen*
        abendessen; speise*; kantine*; kaffee; getrank*; portion*; gericht/gerichte
        nourriture; repas; petit dejeuner; dejeuner; diner; plats? .. bon*/froid*/chaud*/delicieu*/cuisin*
        cantine; boisson*; cafe; restauration
        comida; comidas; desayuno*; almuerzo*; cena; cenas; plato/platos .. ric*/frio*/bueno*/calient*; menus?; bebida*
        cafe
        racion* .. pequen*/grande*/escas*/abundant*
        cibo; colazione; pranzo; cena; past[io] .. fredd*/buon*/cald*; ristorant*
        piatt[oi] .. fredd*/buon*/cald*/ottim*; bevand*; caffe; porzion*; mensa; mangiare
        comida*; refeic*; cafe da manha; pequeno almoco; almoco*; jantar; pratos?; bebida*; cardapio
        restaurante*; porc(?:ao|oes); ementa
    """,
    "parking": """
        parking; park .. car/nearby/hard/easy/impossible; car park*; wheelchair*; accessib*; inaccessible
        hard/easy/difficult .. find .. place/building/entrance; public transport; elevator*
        location .. convenient/central/good/great/remote; signage; disabled access; ramp
        park(?:platz|platze|platzen|haus|en|moglichkeit*|gebuhr*|situation); tiefgarage*; parkplatz*; barrierefrei*
        rollstuhl*; aufzug*; anfahrt*; verkehrsanbindung*; beschilder*
        parking*; stationn*; garer; places? de parking; fauteuil roulant
        acces .. facile*/difficile*/handicap*/pmr/parking; accessib*; ascenseur*; se garer; transports en commun
        aparcamiento*; aparcar; estacion(?:ar|amiento*); parking*; silla de ruedas; accesib*
        acceso .. facil/dificil/discapacitad*; ascensor*; transporte publico
        parchegg*; sedia a rotelle; accessibil*; accesso .. facil*/difficil*/disabil*; ascensor*; mezzi pubblici
        barriere architettoniche
        estacion(?:ar|amento*); cadeira de rodas; acessib*; acesso .. facil/dificil/deficien*; elevador*
        parque de estacionamento; transportes? publicos?
    """,
}

PHRASES_OF = {  # beside PHRASES, those of one language: read where a text may be of it
    "en": english.PHRASES,
    "de": german.PHRASES,
    "fr": french.PHRASES,
    "es": spanish.PHRASES,
    "it": italian.PHRASES,
    "pt": portuguese.PHRASES,
}
