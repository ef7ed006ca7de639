"""Which words say nothing of what a text is about, and which turn it around? Folded: lower case, without accents."""


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOP_WORDS_OF = {
    "en": _each(
        """a about above after again all also am an and any anyway are as at be because been before being both but by
        came can could did do does doing done during each even ever every for from further get gets getting go goes
        going got had has have having he her here hers herself him himself his how however i if im in into is it its
        itself ive just let ll made make makes may me might more most much must my myself now of off on once one only
        or other our ours out over own quite re really said same say says she should since so some still such than
        that thats the their them then there these they thing things this those through to too under until up upon us
        use ve very was we went were what when where whether which while who whom why will with would yet you your
        yours yourself s d m t"""
    ),
    "de": _each(
        """aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits bin bis bisher
        bist da dabei dadurch daher damit dann darauf das dass dazu dein deine dem den denn der des deshalb dessen dich
        die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines einfach er
        es etwas euch euer eure fur gab ganz gar gegen gehen geht gerade gewesen gibt habe haben hat hatte hatten hier
        ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jeden jeder jedes jetzt kann konnen
        konnte machen man mehr mein meine meinem meinen meiner mich mir mit mochte muss mussen musste nach noch nun nur
        ob oder ohne schon sehr sei sein seine seinem seinen seiner seit selbst sich sie sind so solche soll sollte
        sondern um und uns unser unsere unserem unseren unter vom von vor war waren warum was weil weiter welche wenn
        wer werde werden wie wieder will wir wird wo wurde wurden wurde zu zum zur uber uberhaupt zwar"""
    ),
    "fr": _each(
        """a ai ainsi alors apres as au aucun aussi autre autres aux avait avant avec avez avoir avons bien c ca car ce
        ceci cela celle celui ces cet cette ceux chaque chez ci comme comment d dans de depuis des deux devait dire dit
        donc dont du elle elles en encore entre es est et etaient etait etant ete etes etre eu eux faire fais fait font
        il ils j je l la le les leur leurs lors lui m ma mais me meme memes mes moi mon ne nos notre nous on ont ou par
        parce pendant peu peut plus pour pourquoi pu puis qu quand que quel quelle quelles quels qui quoi s sa se sera
        ses si soit son sont sous suis sur t ta te tes toi ton tous tout toute toutes tres tu un une va vers voici
        voila vos votre vous y"""
    ),
    "es": _each(
        """a al algo algun alguna algunas algunos ante antes aqui asi aunque bien cada casi como con contra cual cuando
        cuanto de del desde donde dos e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estaba
        estado estan estar estas este esto estos estoy fue fueron fui ha habia hace hacer han hasta hay he hemos la las
        le les lo los mas me mi mientras mis mucha muchas mucho muchos muy nos nosotros o os otra otras otro otros para
        pero poco por porque pues que quien se sea ser si sido siempre sobre solo son soy su sus tan tanto te tener
        tengo ti tiene tienen toda todas todo todos tras tu tus un una unas uno unos usted ustedes va vez y ya yo"""
    ),
    "it": _each(
        """a abbiamo ad agli ai al alla alle allo anche ancora avere aveva avevo c che chi ci cio come con cosa cosi da
        dagli dai dal dalla dalle dallo de degli dei del dell della delle dello di dopo dove due e ed era erano eravamo
        essere fa fare fatto fra gia gli ha hai hanno ho i il in io l la le lei li lo loro lui ma me mentre mi mia mie
        miei mio molta molte molti molto ne negli nei nel nella nelle nello noi nostra nostri nostro o ogni oppure per
        perche pero piu po poco poi prima puo qua quale quali quando quanto quella quelle quelli quello questa queste
        questi questo qui quindi se sei sempre si sia siamo sono sta stata state stati stato su sua sue sugli sui sul
        sulla suo suoi te ti tra tu tua tuo tutta tutte tutti tutto un una uno vi voi volta"""
    ),
    "pt": _each(
        """a agora ainda alem algo algum alguma ao aos apenas aquela aquele aquilo as assim ate cada com como contra da
        das de dela dele depois desde dessa desse desta deste disso do dois dos duas e ela elas ele eles em enquanto
        entao entre era eram essa essas esse esses esta estao estar estava estavam este estes estou eu fazer fez foi
        foram ha isso isto ja la lhe mais mas me mesma mesmo meu meus minha minhas muita muitas muito muitos na nas
        no nos nossa nosso num numa o onde os ou outra outras outro outros para pela pelas pelo pelos pois por porque
        pra qual quando quanto que quem se seja sem sempre ser seu seus so sobre sou sua suas tal tambem tao te tem
        tenho ter teve tinha toda todas todo todos tudo um uma umas uns vai vez voce voces"""
    ),
}
NEGATIONS_OF = {
    "en": _each(
        """no not never none nothing nor neither nobody without hardly barely cannot cant dont doesnt didnt isnt wasnt
        arent werent wont wouldnt couldnt shouldnt hasnt havent hadnt aint"""
    ),
    "de": _each("nicht kein keine keinen keinem keiner keines nie niemals nichts niemand weder ohne kaum"),
    "fr": _each("ne n pas jamais rien aucun aucune sans ni personne guere"),
    "es": _each("no nunca jamas nada ningun ninguna ninguno sin ni tampoco nadie"),
    "it": _each("non mai niente nulla nessun nessuna nessuno senza ne neanche nemmeno"),
    "pt": _each("nao nunca jamais nada nenhum nenhuma sem nem ninguem tampouco"),
}
NEGATIONS = frozenset().union(*NEGATIONS_OF.values())
STOP_WORDS = frozenset().union(*STOP_WORDS_OF.values()) - NEGATIONS
