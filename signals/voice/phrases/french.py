"""In which words do customers speak of a theme in French, beside what `lexicon` reads in every language?"""

PHRASES = {
    "late_delivery": """
        @delivery/commande/colis/marchandise*/camion/palette* .. retard*/jamais/toujours_pas/decalage/semaine*/attend*/
        perdu*/egare*/bloque*/repousse*/introuvable; toujours/encore .. rien/pas recu/livre/arrive; rien recu
        toujours pas .. livre*/recu*/arrive*/la; jamais .. recu/livre/arrive*/recue/livree
        pas .. encore .. recu/livre/arrive*; +jours/heures/semaines .. +de +retard/decalage; +en +retard
        delai*/delais .. respecte*/long*/jamais/pas/depasse*/interminable*/livraison
        +j +attends/attendons .. +commande/colis/livraison/toujours; +attends +toujours
        +attend* .. +depuis .. +commande/colis/livraison; +se +fait +attendre
        date .. livraison .. repoussee/pas/jamais/reportee; +livre* .. +trop_tard/tard/apres/jours_apres
        +retard* .. +livraison*/colis/commande/expedition; livreur .. jamais/pas .. passe/venu/sonne
        +ou +est .. +commande/colis; ponctualite .. pas/manque/mauvaise; +colis .. +nulle_part
    """,
    "quick_delivery": """
        livraison*/envoi/expedition/colis/livre*/recu*/commande .. +rapide*/rapidement/express/ultra_rapide/ponctuel*/
        a_l_heure/en_avance/dans_les_temps/dans_les_delais/impeccable/lendemain/nickel
        rapide*/rapidite .. +livraison/livre*/envoi/expedition/reception
        commande* .. +recu* .. lendemain/mardi/jours/heures/deja/matin; +commande .. +hier/lundi/soir .. +recu*/livre*
        +recu*/livre* .. +lendemain/le_jour_meme/en_24h/en_48h/en_deux_jours; plus tot .. que .. prevu/annonce
        +avant .. +date/heure .. +prevue; +toujours .. +a_l_heure/ponctuel*/dans_les_temps
        delai* .. +respecte*/tenu*/court*/rapide*; +livraison +express; +envoi rapide; +en +un +temps +record
    """,
    "damaged_delivery": """
        +@box/carton*/colis/palette*/flacon*/bouteille*/livraison/produit*/article*/ampoule* .. +casse*/abime*/
        eventre*/dechire*/ecrase*/cabosse*/fuit/coule/mouille*/ouvert*/endommage*/brise*/fele*/raye*/perce*/renverse*
        +casse*/abime*/eventre*/ecrase*/cabosse*/endommage*/brise* .. +carton/colis/livraison/reception/arrivee/
        transport/flacon*; +cabosse*; +eventre*; +en +miettes; +casse* +dans
        +manquait/manquaient/manque/manquent .. +article*/produit*/boite*/piece*/livraison/colis/commande/ref*/unite*
        +il +manqu*; +commande/livraison/colis .. +incomplet*/partielle/manqu*; +moitie .. +commande/livraison/manqu*
        +avarie*; +casse .. +transport/livraison
    """,
    "wrong_item": """
        recu .. alors_que/au_lieu/a_la_place/autre/different*/mauvais*/pas_le_bon
        +au +lieu .. +de/du .. +recu/commande*/envoye/livre; +a +la +place
        pas .. bon*/bonne .. produit/article/taille/reference/couleur/modele/commande/dosage/plat
        pas .. reference/article/produit .. demande*/commande*/choisi*; ce n est pas .. commande/demande/choisi/voulais
        +commande/colis/article .. +d_un_autre/autre_client/quelqu_un
        +erreur* .. +produit/article/reference/colis/commande/taille/preparation/dosage/modele/livraison
        +mauvais* .. +produit/article/reference/taille/couleur/dosage/modele/plat/adresse/commande/medicament
        +trompe* .. +produit/article/commande/reference/taille; +interverti*; +inverse* .. +commande*/colis/produit*
        +echange .. +colis/commande .. +autre; +different* .. +de/que .. +commande*/demande
        ne correspond .. pas .. commande
    """,
    "price_too_high": """
        +augment*/hausse*/hausses .. +prix/tarif*/encore/pourcent/pour_cent/annuelle/cotisation*/frais/facture
        +encore +une .. +augmentation/hausse
        +prix/tarif*/frais/cotisation*/commission*/facture/loyer/abonnement .. +abus*/exorbitant*/excessi*/trop/eleve*/
        cher*/augment*/scandaleu*/exagere*/prohibitif*/double*/explos*/delirant*/flambe*/injustifie*; +hors +de +prix
        +onereu*; trop/tres/assez/vraiment/beaucoup/si/bien/plus +cher*/chers/chere/cheres/couteux/onereux/eleve*
        +coute* .. +bras/yeux/trop/cher/fortune; +les +yeux +de +la +tete; +cher .. +pour_ce/paye/qualite
        pas .. justifie .. prix; prix .. pas_justifie/injustifie
        +frais .. +caches/supplementaires/bancaires/dossier/abus*; +arnaque .. +prix/tarif; +arnaque; +du +vol; +ruineux
        +inabordable*; pas .. les_moyens; +moins +cher .. +avant; +ca +devient .. +cher/intenable; +surtaxe*
        +surfacture*
    """,
    "cheaper_competitor": """
        internet/ailleurs/amazon/concurren*/supermarche/grande_surface/parapharmacie/autre_site/autres_sites/
        voisin .. moins/meilleur*/moitie/cher/competitif*/economi*
        moins cher*/moitie_prix/meilleur_prix/mieux .. ailleurs/internet/concurren*/amazon/en_ligne/supermarche/
        voisin*/a_cote; moitie prix
        autre* .. grossiste*/fournisseur*/banque/operateur/pharmacie/laboratoire*/magasin .. offre/moins/meilleur*/
        propose*/mieux/competitif*; meilleure offre; meilleures conditions .. ailleurs/autre/chez; concurren*
        paie/paye/trouve/trouver/achete/acheter .. moins .. ailleurs/internet
        pars/parti/partir/partis/aller/passe/passer .. a_la_concurrence/chez_un_autre/concurrent*/autre_banque/
        autre_operateur/ailleurs; change* .. de .. fournisseur/banque/operateur/grossiste/pharmacie; comparateur*
        rival*
    """,
    "good_value": """
        a ce prix .. on/pas/rien/difficile/la
        prix/tarif* .. +abordable*/raisonnable*/attractif*/imbattable*/doux/correct*/competitif*/interessant*/juste*/
        bas/mini/accessible*; +abordable*/raisonnable*/attractif*/imbattable*/petits/bons/bon/meilleurs +prix/tarif*
        vaut .. +prix/cout/largement/la_peine/argent; +bon +rapport; +rapport +qualite*; +rapport +qualite +prix
        pas cher*; +peu +cher*; +moins +cher .. +que_prevu; +bon +plan; +bonne +affaire; +bonnes +affaires; +economique*
        +economis*; +bonne +offre; +offre* .. +interessante*/avantageu*; +avantageu*; +en +avoir +pour +son +argent
        +vaut +le +coup; +promo* .. +interessante*/super/belle*
    """,
    "wrong_invoice": """
        factur*/prelev*/debit*/compte*/montant* .. deux_fois/double/trop/tort/erreur*/par_erreur/a_tort/jamais/
        indument/non_justifie*; prelev* .. meme/somme/sans/indu*/non
        factur* .. erreur*/faux/fausse/incorrect*/pas/ne_correspond/incomprehensible/inexact*/trop/retard/illisible*/
        erron*; montant/total/prix .. ne .. correspond*; correspond* .. pas .. devis/commande/tarif/facture/accord
        +facturez .. +pour
        frais/charges/somme* .. jamais/pas/inconnu*/non .. accepte*/demande*/prevu*/justifie*/autorise*
        +frais .. +apparaissent/inattendu*/surprise/cache*; +surfacture*; +double .. +facturation/prelevement/paiement
        +erreur* .. +factur*/montant/prelevement/calcul/caisse/prix; avoir .. jamais_recu/toujours_pas/facture
        regularis* .. facture/jamais; +facture .. +contest*; +relance* .. +alors_que/paye/deja; +mise +en +demeure
    """,
    "refund_and_payment": """
        rembours*; rendu/rendre/recuperer/recupere .. argent/sous; argent .. rendu/recupere*/retour*
        carte .. refusee/acceptee/bloquee/bancaire/credit/payer/paiement
        paie*/payer/regler/reglement .. carte/especes/plusieurs/cheque/fois/impossible/refuse*/echeance*/delai*/differe
        plusieurs fois .. payer/regler/paiement/sans_frais; en plusieurs fois; caution; acompte; bon d achat
        bon d avoir; un avoir; note d avoir; cheque cadeau; indemni*; dedommag*; delai de paiement; delais de paiement
        moyens? de paiement; virement*; prelevement*; echeancier; mensualit*
        paiement* .. refuse*/echou*/impossible/securise*/facile/en_ligne/probleme*
    """,
    "poor_quality": """
        +poignee/anse/bouton/fermeture/couture*/semelle/batterie/vis/roue/manche/laniere/bretelle .. +detach*/casse*/
        lach*/decous*/lache*/arrache*/cede*/decolle*/morte/hs/foutue; +detachee +au +bout
        +plastique .. +bas/mauvais/fragile/cheap; +bas +de +gamme; tiendra/tient/dure/durera/tenu .. pas
        ne .. -tiendra/tient/dure; pas .. solide*/durable*/robuste/resistant*
        qualite .. baisse*/mediocre/mauvaise/deplorable/decevante/moindre/catastrophique/pas/degrade*/diminue/nulle/
        laisse; +baisse .. +qualite; +mauvaise/pietre/moindre/basse/mediocre +qualite
        +mal .. +fini*/fabrique*/concu*/cousu*/fait*/assemble*; +finition* .. +mauvaise*/bacle*/decevante*/mediocre*
        +bacle*; +coutures .. +lach*; +cass* .. +au_bout/apres/premiere/deja/facilement/vite/jours/semaine*
        +abime* .. +vite/apres/lavage; +use .. +vite/rapidement; +rouille*; +peluche*; +boulo(?:che|che[rs])*
        +s +effiloche*; +se +dechire*; +decolle*; +defectueu*; +defaut* .. +fabrication/produit/qualite; +camelote
        +de +la +merde; +du +toc; +de +mauvaise +qualite; +premier +lavage
    """,
    "works_well": """
        douleur*/toux/mal/symptome*/demangeaison*/rhume/fievre/migraine* .. +disparu*/parti*/passe*/soulage*/calme*/
        finie*/mieux; +disparu*; +soulag*; +soulage/soulagee; m a .. +aide*/soulage*/fait_du_bien/gueri*
        +fait +du +bien; +fait +effet; effet* .. +rapide*/immediat*/visible*/positif*/benefique*/bluffant
        resultat* .. +visible*/bluffant*/rapide*/excellent*/immediat*/top/satisfaisant*/concluant*
        tourne .. +depuis/bien/parfaitement; sans .. moindre .. souci/probleme; sans souci; aucun souci
        marche/fonctionne .. +bien/impeccable*/parfaitement/toujours/nickel/super/tres/merveille; +a +merveille
        +tient .. +promesse*; +efficace*; efficacite .. +prouvee/rapide/top/bonne; +indispensable*
        +je/le/la +recommande
        produit*/appareil/article*/medicament .. +excellent*/super/top/genial/parfait*/efficace*/de_qualite/fiable*/
        au_top; excellent*/super/bon/tres_bon/parfait +produit*/appareil; bonne/excellente/tres_bonne/super/top +qualite
        qualite .. +top/excellente/irreprochable/au_rendez_vous/superieure/remarquable; +solide*; +robuste*; +fiable*
        +conforme .. +attente*; tres/vraiment +satisfait* .. produit/achat/appareil
    """,
    "does_not_work": """
        aucune/aucun/pas/sans/nul/zero/rien .. -difference/amelioration/effet/resultat*/efficacite/changement/
        soulagement; aucun effet; pas .. vu .. difference; ne .. -allume/demarre/charge/marche/fonctionne/repond
        s allume .. plus/pas; allume/demarre/charge/connecte .. plus/pas
        ne .. plus -allume/demarre/charge/marche/fonctionne; argent .. jete/fenetre*/perdu/gaspill*
        jete par les fenetres; tombe/tombee/tombe .. en_panne; en panne; panne*; hors service; inefficace*; inutile*
        inutilisable*; sert .. a rien; sert .. rien; ne sert .. a; perte .. temps/argent
        marche/fonctionne .. mal/pas/plus/jamais; m a rien .. fait; rien fait; rien .. change
        arrete* .. de/marcher/fonctionner; mort .. apres/au_bout; ne .. -soulage/agit/aide
        toujours .. mal/toux/douleur* .. apres; bon pour .. poubelle; poubelle; placebo; achat .. inutile/regrette/rate
    """,
    "packaging": """
        comprime*/gelule*/pilule*/cachet* .. sortir/plaquette/ecras*/casse*/opercule/blister/extraire
        sortir .. comprime*/gelule*/plaquette; plaquette*; opercule*; blister*; emballage*; suremballage
        conditionnement*; boite/boites .. pratique*/nouvelle/ouvrir/abime*/petite*/grande*/encombrante/carton/ferme*
        nouveau/nouvelle .. boite/emballage/flacon/conditionnement/format/packaging
        bouchon/couvercle/capuchon/flacon/tube/pompe/pipette .. ferme*/ouvr*/fuit/mal/bloque*/dur/difficile/visse*/
        casse*/securite; plastique .. trop/autour/inutile/emballage; trop de .. plastique/emballage*/carton; recycl*
        securite enfant; difficile/dur/facile/impossible/galere .. ouvrir; ouverture .. facile/difficile; ciseaux
        packaging
    """,
    "size_and_fit": """
        epaule*/manche*/jambe*/taille/poitrine/hanche*/cuisse*/bras/ventre .. serr*/trop/large*/court*/long*/etroit*/
        juste; serre*/serrent .. epaule*/taille/poitrine/hanche*/cuisse*/bras/trop
        taille .. au_dessus/en_dessous/petit/grand/normalement/plus/moins/parfait*/correct*/juste/habituelle/commande*
        taille* .. grand/petit/bien/mal; prenez/prendre/pris/commandez/commander .. taille
        tombe* .. +bien/parfaitement/impeccable/mal
        coupe .. bien/parfaite/mal/flatteuse/ample/droite/ajustee/large/belle/moderne
        trop petit*/grand*/serre*/court*/large*/etroit*/ample*/long* .. moi/taille/jambe*/manche*/robe/pantalon
        trop petit*/grand*/serre*/court*/large*/etroit*/ample*
        robe/pantalon/jupe/chemise/veste/chaussure*/jean/haut/pull .. trop/serre*/large*/court*/long*/bien_coupe*/
        taille*; jambes .. longues; guide des tailles; pointure*; me va; seyant*; bien coupe*; mal coupe*
    """,
    "material": """
        gratte*/pique .. peau/beaucoup/desagreable; +moelleu*; douillet*; cocoon*; tissu*; etoffe*
        matiere* .. agreable*/douce*/fine*/synthetique*/belle*/qualite/epaisse*; au toucher
        toucher .. doux/agreable/carton/plastique; transparent* .. tissu/robe/chemisier/presque/trop/haut; transparent*
        respirant*; synthetique*; doux .. toucher/peau/tissu/et; douceur; soyeu*; rugueu*; confort*; inconfort*
        agreable .. porter/peau/toucher; leger .. agreable/tissu; chaud .. doux/agreable/tissu; raide; reche; laine
        coton; cuir; soie
    """,
    "look": """
        teinte*; couleur*; coloris; nuance*; rendu .. superbe/beau/joli/top/moche/photo
        photo* .. rien_a_voir/different*/pas_pareil/conforme*; rien a voir .. photo*; delave*; decolore*; deteint*
        jauni*; laid*; moche*; affreu* .. robe/couleur/motif/design/produit; vilain*; compliment*; esthetique*
        joli*/belle/beau/superbe/magnifique/splendide/sublime .. robe/couleur*/modele/coupe/motif*/produit/design/
        rendu/pull/imprime; tres/si/trop/super/vraiment joli*/elegant*/chic/moche/laid*; elegant*; tendance; design
        motif*; imprime* .. joli/beau/robe/tissu; kitsch; demode*
    """,
    "taste_and_smell": """
        amer*; amertume; sucre*/sale/acide/pateux .. trop/gout/tres; trop/tres .. sucre*/sale/acide/amer; gout*
        arriere gout; saveur*; papille*; recrach*; odeur*; odorant*; empest*; pue*; puant*
        sent/sentait/sentent .. bon/mauvais/fort/moisi/bizarre/chimique/tres/rien; parfum*; senteur*; delicieu*
        savoureu*; ecoeur*; degueu*; infect*; imbuvable; immangeable; regal .. papille*/enfant*; arome*; nauseabond*
        fragrance*
    """,
    "side_effects": """
        plaque* .. rouge*/peau/corps/partout; bouton* .. peau/visage/rouge*/apparu*; rougeur*; demange* .. apres/peau
        demangeaison*; urticaire; eczema; allergi*; envie de vomir; vomi*; nausee*; diarrhee*; constip*; ballonn*
        estomac .. supporte*/mal/brul*/pas/tolere*; supporte* .. pas/estomac/mal; ne .. -supporte*/tolere*
        mal .. ventre/estomac/tete .. apres/depuis/donne; somnol*; fatigue .. apres/intense/effet; vertige*
        palpitation*; gonfle*; brul*; risque .. incendie/electrocution/chute/brulure/infection; incendie; prend feu
        pris feu; surchauff*; chauffe .. trop/cable/dangereu*; danger*; dangereu*; pas .. -sur/securise; surdos*
        mauvais .. dosage/medicament .. donne; erreur .. medicament*/medication/dose/dosage; infection*; coupant*
        blesse*; interaction*; toxique*; mise en danger; insecurite
    """,
    "out_of_stock": """
        jamais .. en_stock/disponible*/en_rayon/quand; vous n en avez .. jamais/plus
        toujours/souvent/encore/sans_cesse .. en_rupture/indisponible*/en_manque/manquant*/epuise*; en manque
        en rupture; rupture*; rayon*/etagere*/gondole* .. vide*/degarni*; introuvable*; nulle part
        plus .. de_stock/en_stock/disponible*/dispo; pas .. -disponible*/dispo/en_stock; indisponib*
        stock* .. vide/epuise*/insuffisant*/zero/manque/plus/pas; reassort*; reapprovision*; penurie*
        manquant* .. medicament*/produit*/toujours/commande; quotas; difficile .. trouver/obtenir/procurer
        epuise .. produit/article/stock; epuises; impossible .. trouver/procurer/commander; en attente de stock
    """,
    "waiting_time": """
        attente*; attend* .. heure*/minute*/longtemps/guichet/caisse/urgences/telephone/mois
        heure* .. aux_urgences/attente/attendre/avant_de/salle_d_attente/de_retard/plus_tard; heures? .. urgences
        queue .. guichet/caisse/longue/interminable/avancait/faire/monde; file* .. attente/longue*/caisse/interminable*
        patienter; patiente .. heure*/minute*/longtemps; trois quarts d heure
        rendez vous .. retard/heure* .. recu*/passe*/vu
        recu/recue/pris/prise .. retard/a_l_heure/rapidement/immediatement/tout_de_suite
        lent/lente/lenteur/lents .. service/prise_en_charge/personnel/traitement
        service .. lent/long/rapide/interminable; trop long/lent; tres long/lent; bien trop long; des heures
        pris en charge +rapidement/immediatement/tout_de_suite/vite; prise en charge .. +rapide/immediate/longue
        pas d attente; sans attente; aucune attente; rapidite .. service/prise/accueil/traitement
        delai* .. traitement/reponse/attente; traite* .. +rapidement/vite; retard du medecin
    """,
    "friendly_staff": """
        +sourire*; +souriant*; +aux +petits +soins; +petits +soins; +adorable*
        +charmant* .. +personnel/equipe/accueil/dame/hotesse; +gentil/gentille*/gentils; +gentillesse; +aimable*
        +amabilite; +bienveill*; +chaleureu*; +accueillant*; +attentionn*; +serviable*
        +disponible* .. +equipe/personnel/toujours/souriant*/et/tres; +prevenant*; +patient .. +telephone/tres/a_ete/et
        +patiente .. +telephone/tres/et; +a +l +ecoute; +empath*; +devoue*; +humain* .. +equipe/personnel/tres/soignant*
        +@staff/equipe*/soignant*/hotesse*/infirmier*/accueil .. +formidable*/super/top/adorable*/genial*/
        extraordinaire*/excellent*/au_top/remarquable*/agreable*/sympa*/parfait*/competent*/merveilleu*
        formidable*/super/excellente/belle +equipe/accueil/personnel
        bon/excellent/tres_bon/super/meilleur +accueil/service
        service .. +excellent/impeccable/parfait/top/au_top/irreprochable/de_qualite
        accueil .. +excellent/chaleureux/impeccable/parfait/agreable/super/sympathique/top
        bien .. +accueilli*/recu*/recus/traite*; +sympa; +sympas; +sympathi*; +poli/polis/polie; +courtois*; +politesse
        +merci .. +equipe/personnel/infirmier*/soignant*; +mis* .. +a_l_aise; +comme .. +a_la_maison/chez_soi
        +rassurant*; +rassur*; +conviviale? .. +accueil/ambiance/equipe
    """,
    "unfriendly_staff": """
        +cri*/crie/hurle* .. +dessus/sur_moi/sur_nous/apres; +crie +dessus; +de +haut; +hautain*; +condescend*
        +meprisant*; +mepris; +tirait/tire/faisait/fait .. +la_tete/la_gueule; +tirait +la +tete
        aucun/pas/sans/ni .. -sourire/bonjour/politesse/amabilite/empathie/merci; aucun sourire; pas un sourire
        sans un bonjour; +desagreable*; +aggressi*; +agressi*; +agressif; +antipath*; +aigri*
        +froid .. +accueil/personnel/distant/serveur*; +glacial .. +accueil; +rembarr*
        +envoye* .. +balader/promener/paitre; +malpoli*; +impoli*; +grossi(?:er|ere|ers)*; +insolent*; +irrespect*
        +manque .. +respect/politesse/amabilite/empathie/professionnalisme
        +mal .. +recu*/accueilli*/traite*/parle/aimable*/eleve*
        +accueil .. +deplorable/froid/mauvais/execrable/lamentable/nul/desagreable/inexistant/catastrophique
        +mauvais/deplorable/execrable/tres_mauvais +accueil/service
        +service .. +deplorable/nul/catastrophique/lamentable/execrable/mediocre/honteux/pire/mauvais/inexistant
        +on +nous +prend; comme .. des chiens/un chien/de la merde/des moins_que_rien/un voleur
        +personnel .. +desagreable/incompetent/nul/arrogant/froid/debord*_et_desagreable; +indiffer*
        +je +m +en +foutis*; +s +en +fiche*; +s +en +moque*; +desinter*; +arrogan*
    """,
    "advice": """
        conseil*; conseill*
        savait/savaient/sait/connait/connaissait/connaissent .. exactement/rien/tout/produits?/metier/sujet/de_quoi/
        ce_qu; n y .. connait/connaissait/connaissent .. rien; connaissait rien; y connait
        connaissance* .. produits?/solides?/aucune/manque; maitrise* .. sujet/metier/produit*/dossier; competen*
        incompeten*; professionnel*; professionnalisme; serieux; expert*; expertise*
        forme* .. mal/bien/personnel/equipe/pas; mal forme*; qualifie*
        recommand* .. solution/produit/alternative/adaptee/pharmacien*/creme; orient* .. vers/bien/mal; renseign*
        pertinent*; aucune idee; incapable* .. repondre/expliquer/renseigner; repondre .. question*/simple
        bonnes explications; efficace .. equipe/personnel/conseiller*/et
    """,
    "poor_communication": """
        lettre morte; dans le flou; flou
        sans .. -prevenir/prevenu*/nouvelle*/explication*/reponse/information*/avertir/informer/un_mot
        sans qu on .. previenne
        pas/jamais/aucun*/rien/personne/ni .. -prevenu*/reponse*/repond*/repondu/informe*/information*/explique*/
        explication*/nouvelle*/retour/rappele*/suivi_de/averti*/communication/dit/signale*/ecoute*; aucun retour
        aucune reponse; aucune explication; aucune nouvelle; pas de .. -reponse/nouvelle*/retour/communication
        jamais -rappele*/repondu/prevenu*; personne .. -previent/prevenu*/repond*/informe*/rappelle*/sait
        mail*/email*/message*/courrier* .. sans_reponse/lettre_morte/jamais/aucune/pas_de/ignore*; dit .. le contraire
        le contraire de; contradictoire*; version* .. differente*; chacun dit
        informations? .. contradictoire*/fausse*/erronee*/differente*/manque/insuffisante*; mal informe*
        manque .. information*/communication/explication*/transparence/coordination/suivi/ecoute
        communication .. mauvaise/nulle/inexistante/catastrophique/deplorable/manque/difficile/defaillante
        mauvaise/aucune communication; balade* .. service*/un_service; renvoye* .. service/balle; relancer
        relance* .. plusieurs/fois/sans/multiples; ignore*; promesse* .. pas_tenue*/non_tenue*; mutisme; silence radio
        faire savoir
    """,
    "hard_to_reach": """
        appele .. fois/avant/sans_succes/plusieurs/onze/dix; repondeur*; boite vocale; bout du fil
        au telephone .. personne/impossible/jamais/toujours/longtemps
        telephone .. repond*/occupe*/personne/sonne/impossible/injoignable/jamais
        personne .. -repond/decroche*/au_telephone; ne -repond*/decroch* .. pas/jamais/personne/telephone
        impossible .. joindre/avoir/contacter/parler/telephone/quelqu_un; injoignable*
        joindre .. impossible/difficile*/personne/jamais/quelqu_un; joignable* .. pas/jamais/difficilement; raccroch*
        ligne .. occupee/coupe*/saturee/sature*; standard .. sature*/repond*/raccroch*/injoignable/telephonique
        serveur vocal; numero surtaxe; etre humain; humain .. parler/telephone/fil; vrai humain; chatbot
        robot .. parler/repond*; hotline; pas .. numero de telephone; tombe .. sur .. repondeur/messagerie
        messagerie .. pleine/vocale/toujours
    """,
    "website_trouble": """
        panier .. vide*/disparait/disparu/bug*/impossible; deconnect*; reconnect*
        connexion .. impossible/site/espace_client/compte/application; connecter .. impossible/site/compte/pas
        portail/site/site_web/application/appli/page/espace_client/plateforme/interface .. labyrinthe/bug*/plant*/
        ferme*/lent*/nul*/mauvais*/complique*/confus*/inutilisable/marche_pas/fonctionne_pas/fonctionne_mal/
        ne_fonctionne/ne_marche/rame*/obsolete/catastroph*/erreur*/impossible/illisible/bloque*/pas_pratique/pas_clair/
        compliquee/mal_fait*/mal_concu*/indisponible/hs; appli* .. se_ferme/plante/bug*; moteur de recherche
        recherche .. trouve_rien/ne_trouve/site/inefficace; bug/bugs/bugue*; rame; commande .. impossible .. site/ligne
        en ligne .. impossible/bug*/erreur*/ne_marche/ne_fonctionne/bloque*
        formulaire .. marche/fonctionne/erreur*/bug*/envoie; mise a jour .. appli*/bug*/depuis/pire; mot de passe
        identifiant* .. perdu*/ne/inconnu*/oublie*/reconnu*; probleme* .. technique*/informatique*/connexion/site
        panne .. site/informatique/serveur; message d erreur
    """,
    "easy_ordering": """
        +clic* .. +commande*/fait*/passe*/suffi*/fini*; +en +deux/trois/quelques/un +clics?
        commande*/reservation*/achat*/inscription/paiement/enregistrement/demarche* .. +facile*/simple*/rapide*/
        simplicite/enfantin*/pratique*/fluide*/intuiti*/aise*
        +facile*/simple*/pratique*/rapide .. commander/reserver/utiliser/utilisation/commande/reservation/navigation/
        trouver/acheter; +facilite .. +commande/reservation/utilisation/navigation
        +simplicite .. +commande/reservation/utilisation/site; +simplicite +enfantine
        +convivial* .. +appli*/site/interface/tres
        appli*/site/interface/plateforme .. +convivial*/intuiti*/simple*/pratique*/clair*/ergonomique*/facile*/top/
        super/bien_fait*/bien_concu*/fluide/agreable/excellent*; +ergonomi*
        +trouve* .. +tout_de_suite/facilement/rapidement/aisement .. +ce/site/cherche; +trouve +facilement; +intuiti*
        sans prise de tete
    """,
    "complaint_handling": """
        reclam*; plainte*; porte plainte; signale* .. defaut/probleme/panne/erreur/incident/rien/mai
        regle* .. jour_meme/rapidement/vite/probleme*/souci/litige/immediatement/aussitot
        resolu*/resoudre/resolution .. probleme*/rapide*/vite/souci/jamais/toujours_pas
        probleme* .. resolu*/regle*/solution*/pas_resolu/traite*; responsabilit*; personne .. responsab*/responsable
        garantie*; dossier .. refuse*/clos/cloture*/garantie/bloque*/traite*/avance*/sans_suite/en_cours/toujours; sav
        service apres vente
        service client*/clients/clientele .. nul*/deplorable/incompetent/inexistant/catastroph*/excellent/top/reacti*/
        efficace/injoignable/super/parfait/mauvais/lamentable/inutile; rien .. bouge; excuse*; s excus*
        geste commercial; dedommag*; litige*; expertise .. sinistre/assurance; sinistre*
        assurance .. rembours*/refus*/paye*; mediat(?:eur|ion); indemnis*
        repare* .. gratuit*/jamais/rapidement/sous_garantie; reparation* .. longue/rapide/refusee/garantie
        rejet* .. faute/responsabilite; renvoi* .. balle; reactiv*; reactif*/reactive* .. service/equipe/sav/tres
    """,
    "returns": """
        renvoy*/renvoyer/retourn*/reexpedi* .. frais/article*/produit*/colis/aussitot/le/la/les/marchandise; renvoyer
        renvoye .. article/colis/produit/frais; reexpedi*
        retour* .. gratuit*/article*/produit*/colis/frais/facile*/complique*/payant*/marchandise/impossible/refuse*
        frais de retour; frais .. renvoyer/retour/renvoi; reprendre .. refuse*/voulu/article/produit/magasin
        repris .. article/produit/magasin/sans; echang* .. taille/article/produit/contre/gratuit*/refus*
        echange* .. facile/impossible/refuse*; politique de retour; etiquette retour; bon de retour
        droit de retractation; retract*
    """,
    "contract": """
        contrat*; engag* .. ans/mois/deux/an/duree; engagement; engage pour; resili*; preavis; abonnement*
        reconduction*; renouvellement
        condition* .. modifi*/change*/generale*/vente/commerciale*/contrat*/accord/unilaterale*/paiement
        prime .. convenue/supprimee/fin_d_annee/jamais
        remise* .. fin_d_annee/supprimee*/promise*/convenue*/accord*/volume/commerciale*/refusee; remises; ristourne*
        rfa; rabais; minimum de commande; franco; petits caracteres; frais de resiliation; offre promotionnelle
        promotion* .. applique*/expire*/fausse*/valable*/refuse*; carte de fidelite; fidelite
        points .. fidelite/perdu*/credites; bonus; clause*; forfait*; avenant
    """,
    "facilities": """
        wc; toilette*; sanitaire*; proprete; propre .. et/tres/est/impeccable/chambre/locaux/toujours; propres
        tres/bien/super/pas/toujours propre; sale/sales .. chambre/toilettes/locaux/tres/draps/sol/salle/wc
        tres/super sale*; crasseu*; poussi*; cheveux .. douche/lavabo/lit/baignoire; cafard*; punaise*; moisi*
        moisissure*; tache*/taches .. drap*/moquette/mur*; etat .. lamentable/deplorable/chambre/locaux; insalubre*
        vetuste*; hygien*; batiment* .. moderne*/clair*/ancien*/vetuste*/neuf/vieux/delabre*; locaux
        installation* .. moderne*/vetuste*/propre*/belle*/sportive*/vieill*; renov*; delabre*; vieillot*; decoration
        deco; amenage*; salle d attente; savon; piscine; spa; cadre .. agreable/magnifique/beau/idyllique/superbe
        ambiance; atmosphere; equipement* .. moderne*/vetuste*/neuf*/vieux
        magasin .. propre/agreable/sale/bien_range/mal_range/clair; range* .. magasin/bien/mal; mal entretenu*
        bien entretenu*; entretien .. chambre/locaux/batiment; menage .. fait/pas/chambre; ascenseur .. sale
    """,
    "visit": """
        delegue*; visiteu(?:r|se)* medica*; commercial .. passe*/visit*/vient/venu/nous/ecoute/secteur/jamais
        commerciaux; commerciale .. passe*/visit*/vient/venue/nous; service commercial .. venu/visit*/voir
        representant*; chef de secteur; attache* commercial*; technico commercial*
        passe .. tous_les_mois/chaque_mois/regulierement/jamais/trop_rarement/presenter
        venu*/vient .. nous_voir/voir/former/presenter; echantillon*
        visite* .. commercial*/representant*/delegue*/utile*/rare*/reguliere*/medicale/enrichissante*/pharmacie/apporte*
        forme*/former/formation* .. equipe/comptoir/produits/laboratoire/officine/sur_place
        animation* .. officine/pharmacie/vente; merchandis*; plv; labo* .. passe*/visit*/representant*
    """,
    "instructions": """
        notice*; mode d emploi; livret; posologie*; prospectus; n est .. indique/precise/ecrit .. nulle/part
        indique* .. nulle_part/combien/pas/mal/comment; nulle part .. indique/ecrit/precise; qu en chinois/anglais
        en chinois; fiche* .. technique*/incomplete*/produit*/erronee*; etapes .. montage/faciles/suivre
        montage .. facile/simple/complique/difficile/notice/explication*; instruction*; consigne*
        description .. fausse/trompeuse/pas/correspond*/incomplete/conforme/fidele/erronee
        correspond* .. description/photo*/annonce; non conforme; pas conforme; conforme .. description/photo*/annonce
        publicite mensongere; mensong*; trompeu*; photo* .. trompeuse*/mensongere*
        etiquette* .. illisible*/erronee*/petite*/manque*/pas; ecrit .. petit*/trop_petit/illisible; illisible
        documentation; catalogue* .. clair/obsolete/vieux/erreur*/bien_fait
        dosage .. pas_indique/clair/incomprehensible
    """,
    "care": """
        soin*; soigne*; soignant* .. competent*/bien/mal/bons; pris* en charge; prise en charge; sages? femmes?
        occup* .. +bien/tres_bien/parfaitement/mal/de_moi/de_nous/de_lui/d_elle/patients?/bebe
        operation* .. deroule*/bien/reussie/reporte*/passe*; opere*
        intervention .. deroule*/bien/reussie/chirurgicale/passe*
        medecin*/docteur*/chirurgien*/dentiste*/infirmier*/kine* .. +excellent*/competent*/super/top/bon*/incompetent*/
        mauvais*/ecoute/examine*/attentif; fracture .. vue/vu/radio/passe*; radio .. fracture/pas/montre; diagnosti*
        erreur medicale; souffr*; douleur* .. nuit/ecoute*/prise*/calm*/pas/negligee*/gere*; antidouleur*; anesthes*
        piqure*; vaccin*; prise de sang; examen* .. medical*/complet/approfondi/fait*; ausculte*
        traitement* .. efficace/medical/recu/suivi/adapte/medecin; therap*; reeducation; kine*
        neglig* .. patient*/medical*/soin*; abandonne* .. couloir/chambre/lit/patient*; sauve* .. vie; guerison; gueri*
        accouchement*; maternite; hospitalis*; urgences .. pris*/bien/efficace*/competent*
        medical* .. equipe/suivi/excellent*
    """,
    "food": """
        buffet*; soupe*
        plat/plats .. froid*/chaud*/vegetarien*/jour/delicieu*/cuisin*/bon*/fade*/copieu*/tiede*/excellent*/mediocre*
        vegetarien*; vegan*; sans gluten; pain .. rassis/dur/frais/bon; rassis; the .. tiede/froid/etait
        cafe .. froid/tiede/bon/imbuvable/infect; tiede .. repas/plat*/cafe/soupe; repas; nourriture; nourri*; bouffe
        manger; mange*; dejeuner; petit dej*; petits dejeuners; diner*; gouter; cantine
        menu* .. varie*/vegetarien*/enfant/choix/carte
        cuisine .. bonne/excellente/delicieuse/maison/fade/raffinee/mediocre/locale/savoureuse/froide/traditionnelle
        carte .. variee/menu/vins; vin/vins; biere*; boisson*; cocktail*; dessert*; fruit*; legume*
        viande* .. dure/froide/seche/tendre/crue/bonne; poisson .. frais/sec/froid; restaurant*; restauration
        serveur* .. plat/repas; fade* .. plat*/nourriture/repas; copieu*; regime .. alimentaire/sans_sel/respecte
    """,
    "parking": """
        parking*; se garer; garer; stationn*; place* .. parking/trouver/tourner/handicape*/libre*/voiture
        tourner .. place/parking/heure; bus .. arrete*/arret/devant/station/ligne; arret .. bus/tram/metro
        fauteuil* roulant*; deambulateur; poussette*; handicap*; mobilite reduite; pmr; escalier*
        marches .. trop/haute*/que/fauteuil/acces; ascenseur* .. panne/pas/aucun/petit/lent; pas d ascenseur
        acces .. facile/difficile/handicap*/impossible/pmr/fauteuil/parking; accessib*
        indique/indiquee/signale .. +bien/mal/gare; bien/mal indique*; signaletique; panneau*; flech*
        facile/difficile/dur .. a_trouver/trouver
        pres/proche/proximite/cote .. gare/centre/plage/aeroport/metro/ville/station/commodites
        bien/mal/ideal*/idealement/tres_bien situe*; situe*
        emplacement .. +ideal/parfait/top/excellent/central/super/bon/genial; localisation
        situation .. geographique/ideale/centrale; loin .. gare/centre/tout/parking; navette*; taxi*
        transport* .. commun/public*/ambulance/sanitaire*; ambulance .. retard/attendu/heure*
        entree .. difficile/trouver/escalier*
    """,
    "appointments": """
        creneau*
        rendez vous .. mois/avant/obtenir/reporte*/annule*/decale*/impossible/delai*/semaine*/rapide*/prendre/
        difficile/doctolib/jour_meme; rdv; prise de rendez; consultation* .. report*/annul*/decal*/mois/deplace*
        operation/intervention/examen .. report*/annul*/decal*; report* .. trois_fois/rendez_vous/consultation/operation
        place le jour meme; jour meme .. rendez/recu*/place/consult*/vu*; liste d attente
        delai* .. rendez/consultation/specialiste/mois; specialiste* .. mois/delai*/rendez/attente/trouver
        nouveaux patients; horaires? .. ouverture/fermeture/elargi*/pratique*/adapte*/pas
        ouvert* .. samedi/dimanche/tard/soir/toujours/jamais
        ferme* .. samedi/lundi/midi/tot/toujours/dimanche/encore/agence; agence .. ferme*/fermeture/horaire*
        fermeture .. agence/anticipee/magasin; trouver un .. medecin/specialiste; desert medical
    """,
    "clear_explanation": """
        explique* .. +tout/bien/clairement/detail*/patience/patiemment/simplement
        +tout/bien/clairement/tres_bien .. explique*/expliquer
        explication* .. +claire*/detaillee*/precise*/bonne*/complete*; pris/prend/prennent/prenait .. +temps
        temps .. +expliquer/ecouter/repondre; repond*/repondu .. +questions?/interrogations/tout
        +au +courant .. +tenu*/tenir/chaque/toujours/etape; tenu* .. +au_courant/informe*/informes
        +su .. +toujours/exactement .. +ou/ce_qui/quand; +toujours +su
        +bien/regulierement/parfaitement/toujours/rapidement informe*; suivi .. +clair/regulier/informe*
        bonne/excellente/tres_bonne/super +communication
        communication .. +excellente/parfaite/claire/fluide/bonne/top/rapide; +clart*
        ecoute* .. +attentive*/vraiment/bien/et_explique; +bonne +ecoute
        transparen(?:ce|t) .. +totale/prix/equipe/bonne; informations? .. +claire*/precise*/complete*/utile*
        reponse* .. +rapide*/claire*/precise*; +comprehensible*; +pedagog*
    """,
    "dignity": """
        un numero; simple numero; qu un numero; devant .. tout_le_monde/les_autres/autres_patients/tous/tout_le
        tenu compte; compte de .. souhait*/avis/besoins; souhait* .. respect*/ecoute*/ignore*/compte/pris
        implique* .. decision*/famille/dans; decision* .. sans/associe*/implique*/mon_avis/participe*/ensemble
        au serieux; pris* .. serieux; respect .. +beaucoup/avec/patient*/traite*/manque/aucun/total; respect*
        irrespect*; dignite; digne; indigne; intimite; confidential*; discret*; discretion; vie privee; pudeur
        humain* .. traite*/pas/considere*/comme; comme .. un_etre_humain/un_objet/du_betail/un_animal/un_enfant
        considere* .. comme/patient*; deshumanis*; humili*; discriminat*; racis*; infantilis*
        ecoute* .. pas/jamais/aucune/manque; donnees personnelles; interprete*; sentir .. ecoute*/respecte*/considere*
    """,
    "follow_up": """
        renvoye* .. maison/chez/domicile/trop_tot
        sortie .. hopital/organisee/hospitalisation/preparee/prematuree/maternite
        retour .. domicile/a_la_maison .. sans/organise*/aide; aucun/pas/mauvais/bon/excellent/manque_de suivi
        suivi .. apres/operation/medical/inexistant/commande/commercial/post/absent/dossier/nul/excellent/regulier
        apres .. operation/intervention/achat/vente/hospitalisation .. rien/aucun*/plus/personne/suivi; apres vente
        rappele* .. semaine/plus_tard/jours/apres/pour_savoir/pour_prendre; pour savoir si; prendre des nouvelles
        passation; transmission* .. equipe*/infirmier*/mal/dossier/entre; releve .. equipe*; entre .. services/equipes
        transfer* .. service/hopital/dossier/autre; coordination; dossier .. perdu/egare/transmis/medical
        ordonnance .. sans/oubliee/pas/sortie; sans ordonnance; chaque fois .. autre/different*/nouveau
        jamais .. le_meme .. medecin/interlocuteur/conseiller; change* .. interlocuteur*/conseiller
        interlocuteur .. unique/different/change*; aide a domicile; soins a domicile; continuite
    """,
    "room": """
        matelas; oreiller*; lit/lits .. confortable*/immense*/dur/mou/petit*/inconfortable*/grand*/defonce/bon/propre*
        literie
        chambre* .. petite*/grande*/spacieuse*/bruyante*/calme*/froide*/sombre*/vue/confortable*/vetuste*/belle*/
        glaciale*/double*/individuelle*/minuscule*/partagee/jolie*/climatis*/ancienne*
        petite/grande/belle/jolie chambre; bruit*; bruyant*; insonoris*; mal insonorise*; vacarme; tapage
        calme .. chambre/hotel/endroit/quartier/nuit; dormir .. empeche*/pas/impossible/bien/mal; dormi .. bien/mal/pas
        empeche .. dormir; nuit blanche; reveille* .. bruit/nuit
        vue .. +superbe/magnifique/mer/sur/imprenable/splendide/belle/montagne; superbe/belle/magnifique vue; balcon
        terrasse; chauffage; glacial*; froid .. chambre/glacial/nuit/chauffage; chaleur .. etouffante/chambre/nuit
        etouffant*; clim; climatisation; eau chaude; douche .. froide/pression/fuit/petite/eau; draps; serviette*
        television/tele .. panne/marche/petite; spacieu*; sejour .. confortable/bruyant
        voisin* .. bruit/bruyant*/chambre
    """,
    "journey": """
        train/trains/vol/vols/avion/bus/tgv/ter/rer/metro/tram .. supprime*/annule*/retard*/bonde*/rate*/manque*/
        surcharge*/greve/complet/surbook*/decale*/cloue*; supprime*/annule* .. train*/vol/encore/derniere_minute/bus
        retard* .. train/vol/avion/bus/heures; heures de retard; valise*; bagage*; correspondance*; escale*
        embarquement; atterri*; decoll* .. retard/heure; equipage; hotesse* .. air/vol/bord; steward*; aeroport*
        compagnie .. aerienne/low_cost/avion; a bord; cabine; siege* .. etroit*/inconfortable*/avion/reserve*/place
        place .. assise/debout/train; debout .. trajet/voyage; bonde*; surbook*; surreservation
        quai .. change*/train/gare; trajet*; controleur*; horaires? .. train*/bus/vol/respecte*
        ponctualite .. train*/vols/bus; location .. voiture; croisiere; voyage* .. annule*/retard/agence/organise*
        greve* .. train*/vol*; sncf; enregistrement .. bagage*/comptoir/vol/file
    """,
    "network": """
        reseau*; couverture .. reseau/mobile/mauvaise/4g/nulle; debit*; fibre
        box .. decroche/panne/redemarr*/internet/tombe/marche; wifi
        internet .. lent*/coupe*/panne/marche/connexion/plus/saccad*/haut
        connexion .. lente/instable/internet/coupe*/coupure*/mauvaise/faible/perdue/wifi/rapide/stable
        coupure* .. internet/reseau/ligne/connexion/appel*/courant/electricite
        coupe/coupent .. appel*/ligne/communication/internet; appels .. coupe*/hachure*/inaudible*; 4g; 5g; capte*
        zone blanche; signal .. faible/mauvais/pas; technicien .. jamais/venu/pas/passe*/raccord*/fibre; raccordement
        ligne .. hs/panne/gresille*/coupee/fixe; portabilite; sim; forfait .. data/mobile/illimite/gigas; operateur*
        telechargement .. lent/vitesse; decroche .. soirs/box/wifi/fibre
    """,
    "account": """
        compte* .. bloque*/vide*/pirate*/cloture*/ouvrir/ouverture/gele*/ferme*/suspendu*/debite_frauduleusement/
        bancaire/courant/epargne/acces; ouvrir un compte; ouverture .. compte; livret* .. vide/a/epargne; epargne
        vide .. compte/livret; fraud*; escroc*; escroquerie*; arnaqueu*; phishing; hameconnage; pirat*; usurp*
        identite .. verification/usurp*/piece/vol; verification .. identite/compte
        securite .. compte/bancaire/donnees/mauvaise; donnees .. vole*/fuite/pirate*; fuite .. donnees
        carte .. bloquee/avalee/volee/piratee/desactivee/opposition; distributeur*
        credit .. immobilier/refuse*/accorde*/consommation/demande*/taux; pret .. immobilier/refuse*/accorde*/etudiant
        taux .. interet*/credit/pret/eleve/bas; decouvert*; agios; conseiller .. bancaire/banque/financier
        banque .. rien/mains/refuse*/ferme*/compte; virement .. bloque*/frauduleu*/refuse*
        transaction* .. frauduleu*/inconnu*/bloque*/refusee*; double authentification; assurance vie; recouvrement
        huissier
    """,
    "range": """
        choix .. +large*/immense/grand/vaste/limite*/peu/enorme/restreint/vari*/marque*/produits/pas/manque
        large/immense/grand/vaste/enorme/bon/peu_de/manque_de/plus_de choix; assortiment*
        gamme* .. large*/complete*/retire*/produits/vaste/etendue/limitee/reduite/arrete*; de la gamme
        trouve/trouver .. de_tout/tout_au/tout_ce; tout au meme; meme endroit; presque rien .. pour
        rien .. pour .. hommes/femmes/enfants; pour les .. hommes/enfants/femmes .. rien/peu/pas; variete*
        diversite .. produits/choix/offre; offre .. large/variee/complete/limitee/riche/restreinte
        beaucoup/peu/tant de .. choix/marques/references; reference* .. supprimee*/manquante*/nombreuse*/large/catalogue
        marque* .. large/nombreuse*/toutes/choix/manque*; arrete .. produit/gamme/vendre/commercialis*
        plus commercialis*; dereferenc*; bien achalande*; mal achalande*; achalande*
    """,
    "staffing": """
        manque .. personnel/effectif*/infirmier*/vendeur*/bras/moyens/soignant*/medecin*/caissier*; sous effectif*
        effectif* .. reduit*/insuffisant*/manque
        pas assez/trop_peu/peu .. de .. personnel/infirmier*/vendeur*/caisse*/soignant*/serveur*/monde
        plus de personnel; personnel .. debord*/manque/insuffisant/surcharge*/epuise*/stresse*/submerge*; debord*
        surmen*; surcharge* .. travail/personnel/equipe*; epuise* .. soignant*/personnel/equipe*/infirmier*; submerge*
        une seule .. caisse/personne/infirmier*/vendeu*/serveu*
        seul* .. caisse*/infirmier*/vendeur*/guichet*/serveur* .. ouvert*/pour
        infirmier*/aide_soignante/soignant* .. pour .. patients/lits/etage/service
        pas un/pas_de vendeu*/serveu*/employe*
        personne .. pour_aider/pour_servir/pour_renseigner/au_guichet/a_l_accueil/en_caisse/a_la_caisse; a l horizon
        guichet* .. ferme*/vide*; course .. personnel/infirmier*; stresse* .. personnel/infirmier*/serveur*
    """,
}
