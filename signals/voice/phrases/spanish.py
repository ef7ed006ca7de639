"""In which words do customers speak of a theme in Spanish, beside what `lexicon` reads in every language?"""

PHRASES = {
    "late_delivery": """
        @delivery/pedido*/paquete*/envio*/camion/mercancia/palet* .. tarde/retras*/nunca/demor*/todavia/aun/semanas/
        perdid*/parad*/atasc*/bloquead*/despues/no_llega*
        +llevo/llevamos .. +esperando .. +pedido/paquete/envio/entrega/mercancia
        +esperando .. +pedido/paquete/envio/mercancia/entrega
        sigo/seguimos/todavia/aun .. sin .. recibir*/noticias_del_pedido/pedido/paquete
        +sigo +esperando .. +pedido/paquete/envio
        no .. ha_llegado/han_llegado/llega/llego/llegaron/recibido/recibi/he_recibido/entregaron/entregan
        aun no .. llega*/recib*; plazo* .. incumpl*/no/nunca/cumpl*/respet*/largo*/entrega
        nunca .. cumplen/cumple/respetan .. plazo*/entrega/fecha*
        +dias/horas/semanas .. +despues/tarde/retraso .. +acordado/previsto/prometido/lo
        +tarde .. +siempre/entrega*/otra/llega*; +con +retraso; +se +retras*; +demora* .. +entrega/envio/pedido
        +tard* .. +dias/semanas/mucho/demasiado .. +llegar/entregar/en_llegar; +donde +esta .. +pedido/paquete
        transportista .. no/nunca/tarde; fecha de entrega .. no/incumpl*/cambi*/retras*; +impuntual*; +extravi*
    """,
    "quick_delivery": """
        pedido*/envio*/entrega*/paquete/recib*/lleg* .. +rapid*/puntual*/antes_de/al_dia_siguiente/veloz/en_24_horas/
        a_tiempo/mismo_dia/inmediat*/en_fecha/express; rapid* .. +entrega/envio/llegada/servicio_de_entrega
        +pedido .. +ayer .. +hoy; +ayer .. +recibid* .. +hoy; +hoy .. +recibido; +al +dia +siguiente
        +mismo +dia .. +entrega*/lleg*/recib*; +antes +de +lo .. +previsto/esperado/acordado
        +antes +de .. +fecha/previsto/tiempo; +en +la +fecha .. +acordada/prevista/indicada
        siempre .. +puntual*/a_tiempo/en_fecha/cumplen; cumplen .. +plazo*/fecha*/entrega; +rapidez .. +entrega/envio
        entregan .. +siempre/puntual*/rapido; +en +tiempo +record; +rapidisim*; +todo .. +llego .. +rapido/bien/perfecto
    """,
    "damaged_delivery": """
        +@box/paquete*/frasco*/botella*/palet*/envio/producto*/mercancia/pedido/articulo* .. +rot[oa]s?/aplastad*/
        abollad*/mojad*/golpead*/danad*/abiert*/derramad*/rajad*/rasgad*/estropead*/reventad*/defectuos*/aranad*
        +rot[oa]s?/aplastad*/abollad*/golpead*/danad*/mojad* .. +caja*/paquete*/envio/transporte/frasco*/llegar
        +vino/venia/venian/llego/llegaron/vinieron .. +rot[oa]s?/aplastad*/abollad*/danad*/golpead*/abiert*/incomplet*/
        mojad*/mal/estropead*; +abollad*; +hecho +pedazos
        +faltaba/faltaban/falta/faltan/falto/faltaron .. +articulo*/producto*/caja*/unidad*/pieza*/pedido/envio/bulto*
        +pedido/envio/paquete .. +incomplet*/faltaba*/falta/faltan/la_mitad; +solo .. +la_mitad .. +pedido/llego
        +derramad*
    """,
    "wrong_item": """
        +pedi/encargue/solicite/compre/quise .. +mandaron/enviaron/llego/trajeron/dieron/recibi/vino
        +me/nos +mandaron/enviaron/trajeron/llego/dieron .. +otro/otra/equivocad*/distint*/diferente*/pedido_de
        +pedido +de +otro; +de +otro +cliente
        no es .. articulo/producto/lo_que .. pedi/encargue/compre/queria/pedimos/solicit*
        +recibi/recibimos .. +distint*/diferente*/otro/otra/equivocad*
        +color/modelo/talla/producto/articulo/medicamento .. +distint*/diferente*/equivocad*/erroneo/incorrect*
        +distint*/diferente .. +al/a_lo/del_que .. +elegi/pedi/pedido/elegido/encargue; +en +vez +de
        +en +lugar +de .. +pedi/recib*/envi*/mand*
        +se +equivoc* .. +pedido/producto/articulo/talla/envio/plato/referencia
        +equivocad* .. +producto/articulo/pedido/talla/medicamento/color/direccion/referencia
        +error .. +pedido/envio/producto/preparacion/referencia/talla; +confund* .. +pedido/producto/paquete/talla
        +cambiad* .. +pedido/paquete
    """,
    "price_too_high": """
        +subida*/aumento*/incremento* .. +precio*/tarifa*/cuota*/otra/mas/comision*/nuevo/factura; +otra +subida
        +sub* .. +precio*/tarifa*/cuota*/comision*
        +precio*/tarifa*/comision*/cuota*/coste*/gasto*/factura/prima .. +abusiv*/desorbitad*/excesiv*/car[oa]s?/
        elevad*/subi*/aument*/alt[oa]s?/exagerad*/disparad*/injust*/inasumible*/duplic*/por_las_nubes; +desorbitad*
        +por +las +nubes; +carisim*; +car[oa] .. +para/es/son/lo_que
        muy/demasiado/bastante/tan/mas/super/excesivamente +car[oa]s?/costos[oa]s?; +encarec*
        +cuesta* .. +ojo/dineral/fortuna/demasiado/mucho_dinero/un_rinon; +un +dineral; +un +ojo +de +la +cara
        no vale .. lo_que/precio/dinero; no merece .. precio/dinero/pena; no podemos .. asumir*/pagar
        no .. permit* .. pagar/precio; +comisiones .. +abusiv*/alt*/ocult*
        +gastos .. +ocultos/abusivos/extra/envio_altos; +robo/atraco .. +precio/mano; +es +un +robo; +una +estafa; +timo
        +usura; +costos[oa]s?; +sobreprecio; +inflad* .. +precio*
    """,
    "cheaper_competitor": """
        internet/competencia/amazon/supermercado/otra_farmacia/otras_tiendas/otra_tienda/otro_sitio/al_lado/
        otros_sitios/otros_bancos .. barat*/menos/mejor*/mitad/economic*/competitiv*
        mas barat*/mejor_precio/mitad_de_precio/mas_economic* .. internet/otro/otra/competencia/lado/sitio/tienda*/
        farmacia/amazon/supermercado; mitad de precio; a mitad
        sale/cuesta/vale/encuentro/compro/consigo .. mas_barato/menos/mejor_precio
        otro/otra/otros .. mayorista*/proveedor*/banco*/compania/farmacia/tienda*/distribuidor*/operador* .. oferta/
        mejor*/ofrece*/hace/barat*/da; oferta mejor; mejor oferta; mejores condiciones .. otro*/competencia; rival*
        competencia; mas competitiv*; me voy .. a/con
        me .. cambi*/pas* .. banco/compania/proveedor/operador/competencia
        cambiar de .. banco/compania/proveedor/operador/mayorista; nos vamos .. competencia/otro
    """,
    "good_value": """
        +por +ese/este +dinero/precio; +por +ese +precio; por lo que cuesta .. +bien/muy/no
        vale .. +lo_que_cuesta/cada_euro/la_pena/cada_centimo; +lo +que +cuesta; +barato +y .. +buen*; +bueno +y +barato
        +bueno +bonito +y +barato; +bien +de +precio
        precio*/tarifa*/cuota* .. +ajustad*/razonable*/asequible*/buen*/competitiv*/economic*/just[oa]s?/imbatible*/
        inmejorable*/atractiv*/barat*/baj[oa]s?/estupend*; buen*/mejor*/ajustad*/gran +precio*/tarifa*; +calidad +precio
        +relacion +calidad; +economic[oa]s?; +ganga*; +chollo*; +buena +oferta
        ofertas? .. +buena*/interesante*/estupenda*; +merece +la +pena; +ahorr*; +baratit*; +asequible*; +rentable*
    """,
    "wrong_invoice": """
        factur* .. error*/mal/incorrect*/equivocad*/no_coincid*/no_corresponde/de_mas/erron*/dos_veces/doble/duplicad*/
        incomprensible*/sin_explic*/tarde
        cobr*/cargad*/cargan/cargaron/cargo/descontaron .. dos_veces/de_mas/doble/mal/indebid*/nunca/sin/gasto*/demas/
        duplicad*/por_error/comision*
        cargo* .. indebid*/no_autorizad*/duplicad*/no_reconocid*/desconocid*/sin/inesperad*
        importe/precio/total/cantidad .. no .. coincid*/corresponde*/correct*/cuadra*
        no coincid* .. presupuesto/pedido/factura/precio/acord*; no cuadra*
        +facturan/facturaron/facturais .. +llegaron/recib*/y_solo/de_mas
        gasto*/comision*/cargo* .. nunca/no .. acepte/autoric*/acord*/avis*/pedi
        +error* .. +factur*/cobro/recibo/importe/cargo/cuenta; abono .. pendiente/no/falta/nunca; +doble +cobro
        +cobro .. +doble/indebido/duplicado; +recibo .. +devuelto/mal/error/doble
        +reclam* .. +factura/pago .. +ya_pagad*; me cobr* .. mas/sin
    """,
    "refund_and_payment": """
        reembols*; devolv*/devuelv*/devolu*/devuelt* .. dinero/importe/pago/cantidad; devuelvan el dinero
        dinero .. devuelt*/devuel*/vuelta/reembols*; reintegr*
        tarjeta .. acept*/rechaz*/denegad*/pagar/no_funciona/no_pasa/credito/caja
        pag* .. plazos/tarjeta/efectivo/cuotas/fraccion*/aplaz*/online/no_se_puede; a plazos; en efectivo; solo efectivo
        plazo de pago; plazos de pago; forma* de pago; metodo* de pago; fianza; deposito .. devuel*/devolu*
        vale .. descuento/regalo/compra; bono .. regalo; indemniz*; compensac*; transferencia*; domicili*
        nota de credito; abono .. recib*/hicieron/rapido; financiaci*
    """,
    "poor_quality": """
        +asa/mango/boton/cremallera/costura*/suela/bateria/tornillo/rueda/correa/pata/pantalla .. +solt*/rompi*/cay*/
        romp*/despeg*/abre*/abri*/desprend*/murio/rajo/fall*; +se +solto; +se +cayo +a; +se +despeg*; +se +descos*
        +se +abren; +costuras .. +abr*/abren/mal; +plastico .. +mal[oa]/barat*/fragil/cutre/flojo
        no .. -dura*/durar/aguanta*/resist*; no va a durar
        +calidad .. +baj[oa]d*/pesim*/mal[oa]/peor/dejado/deja/mediocre/decepcion*/deplorable/empeor*/inferior/
        ha_bajado/escasa/regular; mala/pesima/baja/poca/peor/inferior calidad
        +mal .. +hech*/cosid*/acabad*/terminad*/fabricad*/disenad*/construid*; +acabado* .. +mal*/pesim*/deja*/cutre
        +cutre*; +chapuza*; rompi*/roto/rota/rompe .. dia*/semana*/mes*/uso/poco/enseguida/primer*/facil*/nada
        +primer +lavado; +segundo +lavado; +se +deshil*; +se +pel[ao]; +se +oxid*; +oxidad*; +fragil*; +endeble*
        +porqueria; +basura .. +producto/material/calidad; +defecto* .. +fabrica*/producto/viene; +defectuos*; +desgast*
    """,
    "works_well": """
        dolor*/tos/sintoma*/picor*/resfriado/fiebre/molestia* .. +quito/desaparec*/paso/alivi*/calm*/mejor*/quita
        +se_me .. quito/paso/fue; +alivi*; +alivio .. +inmediato/rapido/gran/sentir; hace .. +lo_que .. promet*/dice
        +lo que promete; cumple .. +lo/con/promet*/funcion/perfect*/expectativa*
        resultado* .. +visible*/excelente*/inmediat*/buen*/espectacular*/sorprendente*/rapid*/primer*; +efectiv[oa]s?
        +eficaz; +eficaces; +eficacia; me .. +ayud*/funciona/funciono/va_muy_bien/fue_bien/fue_genial
        funciona* .. +muy/perfect*/genial/bien/maravilla/de_maravilla/sin_problema*/correct*/desde
        va de .. +maravilla/cine/lujo/perlas; +mano +de +santo; +mil +maravillas; +milagros*; sin .. -fallos?/averia*
        producto*/aparato/articulo/medicamento .. +excelente*/buen*/genial/estupend*/fantastic*/de_calidad/
        recomendable/maravill*/perfecto/top; excelente/buen/gran/muy_buen +producto/calidad/aparato
        buena/excelente/muy_buena/gran/maxima +calidad; calidad .. +excelente/buena/muy_buena/inmejorable/top/superior
        +recomiend* .. +producto/aparato; +recomendable; +duradero*; +resistente*; +fiable*; +robust*; lo +recomiendo
        dura .. +mucho/anos
    """,
    "does_not_work": """
        ningun*/no/sin/nada .. -diferencia/mejor[ia]*/efecto*/resultado*/cambio*/alivio/beneficio
        no .. notad* .. diferencia/mejoria/nada/efecto/cambio; no -enciende/arranca/carga/funciona/sirve/conecta/prende
        ya no .. -enciende/funciona/carga/arranca/va; no se .. -enciende/carga/conecta; no va
        deja*/dejo/dejaron .. de .. funcionar/cargar/encender; dinero .. tirad*/basura/perdid*; tirar el dinero
        tirado a la basura; no .. hace .. -nada/efecto; no hace .. nada; no sirve*; no .. -sirve* .. nada; inutil*
        inservible*; ineficaz; averi*; se .. averi*/estrope*; fuera de servicio; estropead*
        no me .. -ayud*/hizo/funcion*; no noto; sigo .. igual/con_dolor/con_tos; perdida .. dinero/tiempo; placebo
        malgast*; no cumple
    """,
    "packaging": """
        sacar .. pastilla*/comprimido*/capsula*/blister
        pastilla*/comprimido*/capsula* .. sacar/blister/romp*/salen/cuesta/aplast*/envase; blister*; embalaje*; envase*
        envoltorio*; empaque*; caja .. practic*/nueva/abrir/grande/pequena/manejable/comod*/incomod*/diseno
        nueva/nuevo .. caja/envase/formato/embalaje/presentacion/tapon
        tapon/tapa/frasco/bote/tubo/dosificador/cierre/pulverizador/cuentagotas .. cierra/abr*/gotea/pierde/atasc*/
        dificil/mal/romp*/duro/apretad*; plastico .. demasiado/exces*/tanto/innecesario/envase*
        demasiado/tanto/menos .. plastico/embalaje/carton; recicl*; dificil/facil/imposible/cuesta .. abrir/cerrar
        apertura .. facil/dificil; abrefacil; cierre de seguridad; tijeras
    """,
    "size_and_fit": """
        hombro*/manga*/pernera*/pierna*/cintura/pecho/cadera*/brazo*/pantalon*/falda/vestido/zapato*/camisa/
        chaqueta .. apriet*/estrech*/ajustad*/larg[oa]*/larguisim*/cort[oa]*/anch[oa]*/grande*/pequen*/holgad*
        aprieta*/aprietan .. hombro*/cintura/pecho/brazo*/mucho
        talla* .. mas/menos/grande/pequena/normal/correcta/equivocada/pedir/pedi/perfect*/habitual/menor/mayor
        pedir .. talla*; una talla .. mas/menos; tallaje; talla; guia de tallas
        me queda*/quedo/quedan .. grande*/pequen*/larg*/cort*/bien/mal/perfect*/ajustad*/estrech*/anch*/como
        sienta* .. bien/mal/como/genial/fenomenal/perfect*; como un guante; como anillo
        demasiado/muy +pequen*/ajustad*/cort[oa]*/estrech*/anch[oa]*/apretad*/larg[oa]* .. mi/manga*/pierna*/talla/
        cuerpo; demasiado pequen*/ajustad*/cort[oa]*/estrech*/anch[oa]*/apretad*/grande*; entallad*; favorece*; estiliz*
        corte .. bonito/favorece/bueno/recto/malo
    """,
    "material": """
        raspa*/pica/pican .. piel/mucho/tela/etiqueta; en la piel; +mullid*; suave*; suavidad; esponjos*
        tela* .. transparent*/fin[oa]*/suave*/gruesa*/buena*/mala*/barata*/gorda/ligera; tejido*; transparent*
        se transparenta*; al tacto; tacto .. suave/agradable/carton/aspero; transpir*; sintetic*
        comod[oa]s? .. zapato*/llevar/tela/ropa/pantalon*/vestido/fresco; comodisim*; calentit*; aspero*
        rigid* .. tela/material; agradable .. piel/tacto/llevar; algodon; lana; cuero; seda; lino; poliester; plasticoso
    """,
    "look": """
        tono* .. foto*/nada/distint*/diferente*/bonit*/precios*
        color* .. foto*/distint*/diferente*/bonit*/precios*/destin*/apagad*/viv[oa]s/igual; nada que ver .. foto*
        foto* .. nada_que_ver/distint*/diferente*/enganos*/no_se_parece
        queda* .. precios*/bonit*/fe[oa]/ideal/genial/elegante
        precios[oa]s? .. vestido/color/diseno/camis*/tela/blusa/bolso; bonit[oa]s?; feisim*; fe[oa]s
        horroros* .. color/vestido/diseno; hortera*; destin*; destini*; descolorid*; desgastad* .. color; elogi*; alaban
        halag*; piropo*; cumplidos; monisim*; mon[oa] .. vestido/muy; elegante*; estilos*; diseno*; estampad*
        moderno .. diseno/aspecto; aspecto .. bonito/barato/feo/cutre/bueno; estetic*; a la moda; anticuad*
    """,
    "taste_and_smell": """
        amarg*; dulce .. demasiado/muy/sabor; demasiado/muy .. dulce/salad*/acid*/amarg*; salad[oa]; acido .. sabor/muy
        sabor*; sabe/saben/sabia .. mal/bien/raro/fatal/rico/quimico/a; regusto; retrogusto; escup*; olor*; huel*
        oli[ao]; apest*; peste; hedor; tufo; aroma*; perfum*; fragancia*; riquisim*; ric[oa]s? .. esta/sabor/muy/comida
        delicios*; sabros*; asco .. sabor/olor; asqueros*; repugnante*; insipid*; repelente .. sabor/olor
    """,
    "side_effects": """
        roncha*; sarpullido*; granos? .. cara/piel/salieron; manchas? .. roj*/piel/cuerpo; rojec*; enrojec*; urticaria
        picazon; hinch*; alergi*; ganas de vomitar; vomit*; nausea*; diarrea*; estrenimiento
        estomago .. mal/sento/dolor/tolera*/ardor; sento mal; sentado mal; me sienta mal; mareo*; maread*; somnol*
        palpitacion*; me dio .. alergia/reaccion/dolor/sueno; reaccion* .. alergic*/adversa*/cutanea*/piel
        efecto* .. secundario*/adverso*; riesgo .. incendio/caida/infeccion/quemad*/electric*; incendio; se incendi*
        ardio; quem* .. piel/cable/calienta/mano*; se calienta* .. mucho/cable/demasiado; calambre .. electric*/dio
        peligr*; no es -segur[oa]; insegur*; sobredosis; medicacion/medicamento/dosis .. equivocad*/error/incorrect*
        error* .. medicacion/medicamento*/dosis; infeccion*; cortante*; intoxic*; negligencia .. seguridad/grave
    """,
    "out_of_stock": """
        nunca .. tienen/tienen_stock/hay/disponible*/esta_disponible/queda*; nunca lo tienen
        no .. tienen/queda/quedan/hay/habia/queda_n .. -stock/existencias/producto/unidades/nunca; no queda*
        siempre .. agotad*/falta/sin_stock/en_falta
        falta .. todas_partes/semanas/stock/producto/siempre/suministro/en_el_mercado; hace semanas .. falta/no/agotad*
        estanteria*/balda*/lineal* .. vaci*; vaci[oa]s? .. estanteria*; imposible .. encontrar/conseguir
        dificil .. encontrar/conseguir; no .. -encuentr*/consig* .. ningun*/sitio/farmacia/producto/parte; agotad*
        desabastec*; rotura* de stock; rotura* .. stock; sin stock; sin existencias
        falta de .. stock/existencias/suministro; escasez; escase*; -disponible*; no disponible*; reposici*; reponen
        problemas de suministro; bajo pedido
    """,
    "waiting_time": """
        hora*/minuto*/cuarto* .. en_urgencias/esperando/de_espera/de_cola/hasta_que/para_que/de_retraso/tarde/en_espera
        horas en .. urgencias/espera/cola; en espera .. hora*/minuto*/telefono/tuvieron
        cola* .. mostrador/caja*/avanz*/larg*/enorme*/inmens*/eterna*/interminable*/mucha*; mucha cola
        esper* .. hora*/minuto*/mucho/rato/eterna*/larg*/demasiado/tiempo/meses/urgencias/turno/atend*
        tiempo* .. espera/atencion_larg*; lista* de espera
        me/nos atendieron .. tarde/hora*/media/rapido/enseguida/puntual*; tenia hora .. atend*
        cita .. atend*/retraso .. hora*/tarde/media; retraso .. consulta/cita/medico/hora
        lent[oa]s?/lentitud .. servicio/atencion/caja*/tramite*/camarer*/atienden; servicio .. lent*/rapid*/agil/tard*
        muy/super/demasiado lent[oa]s?; tard* .. en_atender/en_servir/mucho/hora*/demasiado/una_eternidad/atender*
        una eternidad; atendid* .. +rapid*/enseguida/inmediat*/puntual*; atencion .. rapida/lenta/agil/inmediata
        sin espera*; sin colas; sin esperar; no .. esperar; agil*; agilidad; rapidez .. atencion/servicio/tramite*
    """,
    "friendly_staff": """
        +sonris*; +sonrien*; +encanto; +encantador*; +un +sol; +amable*; +amabil*; +carinos*; +carino; +simpatic*
        +simpatia; atent[oa]s .. +personal/muy/enfermer*/camarer*
        muy +atent[oa]s?/amable*/educad*/carinos*/simpatic*/majo*/maja*; +maj[oa]s?
        +cercan[oa]s? .. +trato/personal/muy
        trato .. +excelente/amable/cercano/exquisito/humano/inmejorable/bueno/genial/familiar/agradable/maravilloso/
        estupendo/cordial; buen/excelente/gran/inmejorable +trato/servicio/atencion
        buena/excelente/gran/magnifica/estupenda +atencion
        atencion .. +excelente/buena/inmejorable/exquisita/personalizada/amable/fantastica/10/magnifica
        servicio .. +excelente/inmejorable/estupendo/genial/de_10/magnifico/impecable/fantastico
        +paciencia .. +mucha/tuvo/tuvieron/infinita; +paciente .. +muy/chic[oa]/telefono; +empatic*; +empatia
        equipo/personal/enfermer*/medic*/camarer*/chic[oa]s? .. +maravillos*/genial*/encantador*/amable*/estupend*/
        fantastic*/excelente*/profesional*/atent*/increible*/simpatic*/fenomenal*/buen*/magnific*/encanto
        +maravillos*/excelente/gran/magnific* +equipo/personal; +como +en +casa
        bien .. +recibid*/atendid*/tratad*/acogid*; recib* .. +sonris*/amable*/bien/carino
        +acogedor* .. +trato/personal/ambiente; +amoros*; +humanidad; +calidez; +gracias .. +personal/enfermer*/equipo
        +servicial*; educad[oa]s? .. +personal/muy/siempre; agradable* .. +trato/personal/camarer*/equipo; +volcad*
        +se +desviv*
    """,
    "unfriendly_staff": """
        +grit* .. +me/nos/recepcion/medico/enfermer*/senora/paciente*; +me +grito; +mala +cara; +malas +caras
        +cara .. +pocos_amigos/perro/asco; +como +si .. +molest*/hicier*/fuera; ni .. sonrisa/buenos_dias/gracias/hola
        ni una sonrisa; ninguna -sonrisa; sin .. -sonrisa/educacion/empatia/saludar; +desagradable*; +antipatic*
        +borde*; +groser*; +maleducad*; +mal +educad*; +prepotent*; +chul[oa]s? .. +personal/camarer*/muy/tono
        +soberbi*; +altanero*; +arrogan*; +desprecio; +despectiv*; +indiferen*; +desinteres*; +pasota*; +de +mala +gana
        +malas +formas; +malos +modos; +mal +trato
        +trato .. +mal[oa]/pesimo/frio/horrible/desagradable/nefasto/lamentable/denigrante/deja
        +mal* .. +tratad*/atendid*/atencion/servicio
        pesim[oa]/mal[oa]/horrible/nefast[oa]/lamentable/deplorable/fatal +atencion/servicio/trato
        +atencion .. +pesima/mala/nefasta/horrible/deja/lamentable/fatal/inexistente
        +servicio .. +pesimo/malo/nefasto/horrible/lamentable/fatal/deplorable/vergonz*
        +falta +de .. +respeto/educacion/empatia/interes/profesionalidad/tacto
        +personal .. +antipatic*/desagradable/incompetent*/maleducad*/borde/frio/vag*
        +ignor* .. +me/nos/cliente*/paciente*; +pasan +de; no .. -amable*/simpatic*/educad*/interes*
        +fri[oa] .. +trato/personal/atencion; +irrespetuos*; +tono .. +desagradable/mal/borde/chulesco; +vagos
        +impertinente*
    """,
    "advice": """
        asesor*; consej*; aconsej*; sabia/sabian/sabe/saben .. exactamente/nada/mucho/lo_que/de_lo_que/todo/responder
        no .. -sabe/sabia/saben/tenia/tiene/tienen .. -idea/nada/responder/ayudar; ni idea; ni la menor idea
        no tenia .. -idea; domina* .. trabajo/tema/materia; conoc* .. producto*/oficio/trabajo/tema/materia/bien
        conocimiento*; recomend* .. alternativa/producto/crema/mejor/farmaceutic*/solucion/adecuad*
        alternativa .. mejor/recomend*/ofrec*; competente*; incompeten*; profesional*; profesionalidad
        formad* .. bien/mal/personal/poco; formacion .. personal/falta/poca; expert*
        experiencia .. mucha/falta/personal/profesional; preparad* .. bien/mal/personal/muy
        respond* .. pregunta*/dudas?; dudas? .. resolv*/resuel*/aclar*; aclar* .. duda*
        explic* .. producto/uso/opciones/diferencia; cualificad*; inutiles; eficient*; ineficient*
        orient* .. bien/mal/producto
    """,
    "poor_communication": """
        no/nadie/nunca/sin/ni/ningun*/nada/jamas .. -avis*/respuesta*/respond*/contest*/inform*/comunic*/explic*/
        llamad*/noticia*/dijo/dijeron/aviso/escuch*; sin .. -avisar*/avis*/explic*/respuesta/noticias/informar
        sin avisar*; nos tienen; en el aire; a oscuras; a ciegas; sin saber .. nada
        correo*/email*/mensaje*/mail*/solicitud .. sin_respuesta/en_el_aire/ignorad*/nadie/nunca/no
        departamento* .. no_sabe/no_se/otro/comunic*; no .. -sabe .. -lo_que .. otro; cada uno dice .. cosa
        contradictori*; informacion .. contradictoria/falsa/erronea/equivocada/incorrecta/confusa/escasa/poca/nula/falta
        versiones .. distintas/diferentes
        falta de .. informacion/comunicacion/coordinacion/transparencia/explicac*/respuesta
        comunicacion .. mala/pesima/nula/falta/inexistente/deficiente/mejor*/fatal
        mala/pesima/nula/poca comunicacion/informacion; dan largas; me/nos dan/dieron largas
        marea* .. de_un/departamento*/cliente*; me marea*; de un departamento; reclam* .. respuesta
        insist* .. varias_veces/respuesta/llam*; llamar .. varias_veces/para_saber/mil_veces
        promet* .. llamar*/y_no/nunca/contest*; ignorad* .. correo*/mensaje*; silencio; desinform*; caso omiso
        hicieron caso; no hacen caso
    """,
    "hard_to_reach": """
        llame/llamado/llamar/llamando/llamo .. veces/dias/nadie/sin_exito/contest*/hora*/imposible
        once/diez/mil/varias veces .. llam*/contest*; contestador*; buzon de voz
        hablar con .. persona/alguien/humano/operador/agente
        imposible .. hablar/contactar/comunic*/localizar/llamar/telefono; persona .. hablar/real/imposible
        nadie .. contest*/cog*/atiend*/respond*/descuelg*; no .. -cog*/contest*/descuelg*/atiend* .. -telefono/llamad*
        telefono .. nadie/nunca/no/comunic*/contest*/ocupad*/imposible/suena/cuelg*
        llamada* .. cort*/cuelg*/perdid*/no_atend*/contest*/esper*; se corta .. llamada/linea; cuelgan; colgaron
        me cuelg*; linea* .. ocupad*/comunic*/satur*/cort*; centralita; robot .. habla*/telefono/atiende/contest*
        chatbot; ilocalizable*; inaccesible* .. telefono; atencion telefonica .. mal*/pesim*/imposible/nula/lent*
        no hay .. telefono/forma de .. contactar; contact* .. imposible/dificil/nadie/forma
    """,
    "website_trouble": """
        carrito .. vaci*/desaparec*/error/no
        aplicacion/app/web/pagina/portal/sitio/plataforma/pagina_web/tienda_online .. cierra/cuelga/bloque*/fall*/
        error*/lent*/laberinto/caida/cae/mal*/pesim*/complicad*/confus*/no_funciona/no_va/no_carga/no_deja/no_abre/
        va_mal/desastre/lios*/engorros*/inutil/horrible/desactualiz*/poco_intuitiv*/incomprensible/colgad*/da_problema*
        se cierra .. sola; me echa; sesion .. cierra/cerrad*/echa/iniciar/caduc*/expir*; iniciar sesion
        registr* .. no_deja/error/imposible/web/app; no me deja .. entrar/comprar/pagar/pedir/acceder/registr*
        no puedo .. entrar/acceder/registr*/comprar .. web/app/pagina/cuenta/online; buscador .. no/mal/nunca
        formulario .. no/error/fall*/envi*; actualizacion .. app/peor/fall*/desde/error*; contrasena
        clave .. no/olvid*/recuper*; fallo* .. tecnico*/informatico*/web/app/sistema/pagina
        problema* .. tecnico*/informatico*/web/app/pagina; error .. web/app/pagina/sistema/servidor
        sistema .. caido/cae/lento/falla/bloque*; online .. imposible/error/fall*/no_funciona
    """,
    "easy_ordering": """
        +clic* .. +pedido/hecho/comprar/list[oa]; +en +dos/tres/pocos/un +clics?
        pedido*/compra*/reserva*/proceso/pagar/tramite*/registro .. +facil*/sencill*/simple*/rapid*/comod*/agil/
        sin_complicac*/intuitiv*
        +facil*/sencill*/comod*/rapid* .. usar/pedir/comprar/reservar/navegar/encontrar/manejar/tramitar/de_usar
        reservar .. +sencillo/facil/rapido/comodo
        encuentro/encontrar/encuentras .. +enseguida/facil*/rapid*/todo/sin_problema .. busco/lo_que/necesito/web
        web/app/pagina/aplicacion/portal/tienda_online .. +facil*/sencill*/intuitiv*/clar[oa]/comod*/practic*/
        estupend*/genial/muy_buena/muy_bien/util; +facilidad .. +uso/compra/pedido/reserva; +intuitiv*
        +comodidad .. +pedir/comprar/app/web; +muy +facil .. +todo/de; +super +facil
    """,
    "complaint_handling": """
        reclam*; queja*; quej*; denunci*
        avise/comunique/notifique/inform* .. defecto/problema/averia/incidencia/fallo/mayo; incidencia*
        arregl* .. misma_tarde/rapid*/enseguida/problema/mism*/dia/nunca/sin_problema; solucion*
        resolv*/resolvieron/resolvio/resuelt*/resuelv* .. problema/incidencia/todo/rapid*/nada/enseguida/nunca
        problema .. resuel*/resolv*/solucion*/sin_resolver/sigue/persist*/arregl*; todo sigue igual; sigue igual
        responsab*; garantia*; caso .. garantia/rechaz*/cerrad*/abiert*/resuel*
        rechaz* .. garantia/reclam*/caso/solicitud; se lavan las manos; lavan las manos; disculp*; compens*
        atencion al cliente .. mal*/pesim*/nefast*/horrible/excelente/buen*/nul*/inexistente/inutil/rapid*/resol*/
        lamentable; servicio al cliente .. mal*/pesim*/nefast*/excelente/nul*/horrible/buen*; servicio tecnico
        postventa; posventa; siniestro*; perito*; seguro .. pag*/cubr*/nieg*/rechaz*; parte .. seguro/abiert*/siniestro
        hoja de reclamaciones; consumo .. denuncia/reclam*; excusas; defensor del
    """,
    "returns": """
        devol*/devuelt*/devolver .. producto/articulo/talla/gratis/gratuita/pedido/facil/imposible/coste/gastos/compra/
        tienda/lo/la; devoluci*; devolver*; devuelvo; envio de vuelta
        de vuelta .. mande/envie/enviar/pagar/aceptar/tienda/envio/va; mande de vuelta
        aceptar* .. de_vuelta/devol*/cambio; cambi* .. talla/articulo/producto/otr[oa]/tienda/sin_problema/color
        cambiaron por otr*; cambio .. talla/producto/articulo/tienda; no .. acept* .. cambio*/devoluc*
        gastos de .. devolucion; reenvi* .. articulo/tienda/paquete; desistimiento; recogida .. devolucion
    """,
    "contract": """
        contrato*; permanencia; atad[oa]s? .. ano*/compania/contrato/permanencia
        dar*/darme/darse/baja .. de_baja/odisea/imposible/cobr*/compania/servicio; darse de baja; dar de baja
        darme de baja; cancel* .. suscripcion/contrato/poliza/tarjeta/seguro/servicio/cuota; suscripcion*; renovacion*
        descuento*; rappel*; bonificacion*
        condiciones .. cambi*/contrato/venta/comercial*/pago/acuerd*/modific*/empeor*/generales/pactad*; pactad*
        letra pequena; penaliz*; pedido minimo; compra minima; cuota .. mensual/anual/sub*/cancel*
        promocion* .. no_aplic*/caducad*/falsa*/enganosa*/valid*; oferta .. no_respet*/no_aplic*/caducad*/enganosa
        fidelizacion; puntos .. fidelidad/canje*/perdid*/tarjeta; tarjeta .. fidelidad/cliente/puntos; poliza*
        clausula*; plan .. tarifa/cambi*/contrat*
    """,
    "facilities": """
        servicios/banos/aseos/lavabos/wc .. asco/suci*/limpi*/sin/olor/lamentable*/papel/roto*/publicos; aseo*; lavabo*
        wc; limpi[oae]*; limpieza; suci[oae]*; suciedad; mugr*; asqueros* .. habitacion/bano*/hotel/local
        polvo .. habitacion/partes/muebles/suelo/lleno; pelos .. ducha/cama/lavabo/banera/bano; cucaracha*; chinches
        moho; humedad .. pared*/habitacion/bano; manchas? .. sabana*/toalla*/pared*/moqueta/sofa; higien*; desinfec*
        edificio .. luminos*/modern*/viej*/antigu*/nuev*/reformad*
        instalacion* .. modern*/viej*/antigu*/buen*/limpi*/magnific*/nuev*/obsolet*/cuidad*/mal*/deterior*/estupend*
        reformad*; anticuad* .. hotel/habitacion*/instalacion*/muebles; deterior*; sala de espera
        asientos .. incomod*/sala/pocos/faltan; decoracion; mobiliario
        ambiente .. agradable/tranquil*/acogedor/familiar/buen*; acogedor*; piscina; gimnasio; spa; jabon
        papel higienico; tienda/local .. limpi*/ordenad*/desordenad*/suci*/bonit*/amplio/pequen*; ordenad[oa]
        desordenad*; cuidad* .. todo/local/instalaciones/hotel/detalle; reluc*; impolut*; descuidad*
    """,
    "visit": """
        delegad[oa]*; comercial/comerciales .. pasa*/visit*/viene*/nos/zona/nuestro/aporta/atiende/cambi*/nunca
        su/nuestra/nuestro/vuestro/vuestra comercial/delegad*/representante; jefe/jefa de zona; visitador* medic*
        representante*
        visita* .. comercial*/delegad*/representante*/vendedor*/aporta*/util*/farmacia/mensual/nunca/esporadic*
        ventas .. venido/visit*/nadie/viene*; nadie .. de_ventas/del_laboratorio
        muestras? .. trae*/deja*/pasa*/gratuitas/medic*/delegad*; con muestras
        forma*/formar/formacion* .. equipo/personal/mostrador/producto*/laboratorio/farmacia
        venir/venido/viene* .. vernos/a_ver/formar/visitar/presentar; gestor* .. cuenta*/comercial
        laboratorio .. visit*/viene/representante; implant* .. punto_de_venta; escaparat*
    """,
    "instructions": """
        instruccion*; prospecto; folleto*; manual; pone/indica/explica/dice .. en_ningun/ningun_sitio/cuant*/no/como
        no pone; ningun sitio .. pone/indica; solo .. en chino/ingles; en chino; ficha* .. tecnica*/incomplet*/producto
        pasos .. montaje/facil*/seguir; montaje .. facil*/dificil*/complicad*/sencill*/instruc*
        dosis .. no_pone/no_indica/clara/confus*/posologia; posologia
        descripcion .. no/fals*/enganos*/correct*/coincid*/incomplet*/erronea/corresponde/fiel
        no .. -coincide/corresponde .. descripcion/foto*/anunci*; publicidad enganosa; enganos*
        informacion .. producto/clara/confusa/incomplet*/falta/etiqueta/web
        foto* .. enganos*/no_corresponde*/no_coincid*; etiqueta* .. pequen*/ilegible*/mal/falta/no_se_lee
        letra .. pequena/diminut*/no_se_lee; catalogo .. antiguo/desactualiz*/claro/error*/completo
        indicaciones .. claras/confusas/falta*/uso; tal como .. descri*/foto*; igual que en la foto; como .. descripcion
    """,
    "care": """
        matron*/enfermer*/medic[oa]s?/doctor*/cirujan*/dentista*/fisio* .. +excelente*/buen*/mal[oa]s?/genial*/
        maravill*/estupend*/profesional*/cuid*/atendi*/pesim*/competent*/acert*
        cuid* .. +maravilla/bien/mal/nos/me/paciente*/bebe/mucho; cuidados
        atencion .. medica/sanitaria/hospitalaria/paciente*; operacion* .. salio/bien/exito/mal/cancel*/aplaz*
        operad*/operaron/opero .. bien/mal/exito/rodilla/de; intervencion .. bien/salio/exito; cirug*; fractura*
        radiografia*; diagnostic*; no vieron .. fractura/tumor/nada
        dolor* .. noche/sin/calm*/dejaron/horas/toda/control*; con dolores; calmante*; analgesic*; anestesi*; inyeccion*
        vacun*; analisis .. sangre/clinic*; analitica*; prueba* .. medica*/diagnostic*/hicieron; tratamiento*
        tratad* .. medic*/enfermedad/herida; terapia*; rehabilit*; negligen*
        abandon* .. pasillo/cama/paciente*/habitacion; salv* .. vida; recuper* .. operacion/rapid*/pacient*; parto*
        urgencias .. atend*/bien/excelente*/trat*/rapid*; revision .. medica/completa; explor* .. medic*/bien/a_fondo
        ingres* .. hospital/planta/dias; medicacion .. dieron/olvid*/tarde/no; sanidad; sanitari*
    """,
    "food": """
        comida*; comer; comimos; desayuno*; almuerzo*; cena/cenas/cenar/cenamos; bufe; bufet; buffet*; sopa*
        plato* .. vegetarian*/frio*/rico*/calient*/abundant*/escas*/buen*/sos*/quemad*/del_dia; vegetarian*; vegan*
        sin gluten; celiac*; pan .. duro/fresco/rico/tostad*; te .. tibio/frio/estaba; tibi[oa]
        cafe .. frio/malo/bueno/aguado/rico/solo; menu* .. variad*/escas*/vegetarian*/dia/cart*/buen*/infantil
        carta .. variada/vinos/amplia/corta; carne .. dura/seca/cruda/tierna/poco/buena/pasada
        pescado .. fresco/seco/crudo/bueno; paella; tapa/tapas; ensalada*; postre*; fruta*; verdura*; vino/vinos
        cerveza*; bebida*; copa*; coctel*; restaurante*
        cocina .. buena/excelente/casera/mala/fria/exquisita/tradicional/local; cocinero*
        racion*/raciones .. escas*/abundant*/pequen*/generos*; camarer* .. plato*/comida; sos[oa] .. comida/plato/sopa
        hambre; dieta .. hospital/blanda/sin_sal/respet*; comedor*
    """,
    "parking": """
        aparca*; parking; estacionamiento; estacionar; plaza* .. aparca*/parking/garaje/minusval*/libre*/coche
        sitio .. coche/aparcar/encontrar; dando vueltas; autobus .. para/parada/justo/delante/llega
        parada .. autobus/bus/metro/taxi/tranvia; andador; silla de ruedas; cochecito; minusvalid*; discapacitad*
        movilidad reducida; escalera* .. solo/imposible/muchas/andador/silla/ascensor/empinad*; escalones
        ascensor* .. no/averiad*/roto/estropead*/pequen*/falta/sin; sin ascensor; rampa*
        acces* .. facil/dificil/comod*/minusval*/complicad*/imposible/silla/discapac*; accesib*; senaliz*
        bien/mal senaliz*; carteles .. falta*/confus*/indicaci*
        cerca/cercano/cercania/pegado/lado .. estacion/centro/playa/aeropuerto/metro/ciudad/parada
        bien/mal/ideal* situad*; situad*; ubicac*; ubicad*; centrico; lejos .. centro/estacion/todo/metro/casa
        encontrar .. dificil/facil .. entrada/sitio/hotel/edificio; facil de encontrar; dificil de encontrar
        entrada .. escondid*/dificil/encontrar; transporte* .. public*/ambulancia/sanitario
        ambulancia* .. tard*/esper*/hora*/llego; taxi*; lanzadera
    """,
    "appointments": """
        cita* .. mes*/pedir/conseguir/aplaz*/cancel*/cambi*/imposible/dificil/primera/semana*/tard*/dia/anul*/previa/
        especialista/online/medic*/dentro; pedir cita; sin cita; hora .. dieron/mismo_dia/consulta/medico/pedir
        dieron hora; consulta* .. aplaz*/cancel*/cambi*/anul*/suspend*/retras*
        operacion/prueba*/intervencion .. aplaz*/cancel*/suspend*; aplaz*; lista* de espera
        especialista* .. mes*/tard*/cita/espera/dificil; derivaci*; deriv* .. especialista/hospital
        mismo dia .. cita/hora/consulta/atend*/vieron
        horario* .. atencion/apertura/amplio*/reducid*/cierr*/mal*/comercial*/incompatible*
        abiert[oa]s? .. sabado*/domingo*/tarde*/noche/siempre; abren .. tarde/sabado*/domingo*
        cerrad[oa]s? .. sabado*/mediodia/siempre/domingo*/oficina/sucursal/tarde*
        cierr* .. temprano/pronto/sucursal*/oficina*/mediodia; sucursal* .. cerrad*/cierr*/cierre; nuevos pacientes
        medico de cabecera .. cita/imposible; pruebas .. mes*/espera/tard*
    """,
    "clear_explanation": """
        explic* .. +todo/claridad/bien/claramente/detalle/paciencia/perfectamente/paso
        +todo/bien/claramente/muy_bien .. explicad*/explic*; explicaciones .. +claras/detalladas/buenas/completas
        respond* .. +todas/dudas/preguntas/rapid*; dudas .. +resuelt*/resolv*/aclar*; resolv* .. +dudas
        todas mis .. +preguntas/dudas; inform* .. +cada_paso/en_todo_momento/siempre/bien/puntual*/paso/puntualmente
        +mantuv*/mantienen/manten* .. informad*/al_tanto/al_dia/al_corriente; bien/siempre/puntualmente +informad*
        +al tanto; +al +corriente .. +todo; supe/sabia/sabes .. +que_pasaba/en_todo/siempre/como_iba
        +en +todo +momento .. +supe/inform*/sabia/al; se tom* .. +tiempo; tiempo .. +explicar/escuchar/dedic*
        escuch* .. +atent*/siempre/paciencia/de_verdad; saben +escuchar
        buena/excelente/muy_buena/gran/fluida +comunicacion
        comunicacion .. +excelente/buena/fluida/clara/rapida/constante; +claridad
        informacion .. +clara/completa/detallada/util/precisa; +transparen*; respuesta* .. +rapid*/clara*/inmediat*
    """,
    "dignity": """
        un numero; como un numero; como .. un_animal/ganado/un_objeto/una_persona/personas/perros
        delante de .. todos/gente/otros/demas/pacientes; tuvieron en cuenta
        en cuenta .. desead*/deseos/opinion/preferencias; deseos .. respet*/cuenta/ignor*
        opinion .. cuenta/escuch*/ignor*; respet*; respeto .. mucho/gran/falta/trat*/paciente*; irrespet*; dignidad
        digno; indign*; intimidad; privacidad; confidencial*; discrec*; discret*; humillant*; humill*; discrimin*
        racis*; machis*; en serio .. tom*; tomaron en serio
        decision* .. particip*/sin_cont*/consult*/compart*/mia/familia; particip* .. decision*/tratamiento/familia
        implic* .. familia/decision*/paciente; trat* .. +respeto/humanidad/persona/dignidad/como/ser_humano
        humano .. trato/trat*; deshumaniz*; escuchad* .. sent*/no/nunca; proteccion de datos; datos personales
        interprete*
    """,
    "follow_up": """
        mandaron/enviaron/mandan .. a_casa/casa; a casa sin
        alta .. caos/medica/hospital*/temprano/pronto/sin/dieron/precipitad*/informe; dieron el alta; de alta
        seguimiento*; despues de .. operacion/intervencion/compra/venta/alta .. nadie/nada/ningun*/no/olvid*
        llam* .. despues .. saber/si/como/preguntar/interes*; para saber si; para ver .. como_estaba/si_todo
        preocup* .. por_mi/despues/por_como; cambio de turno; relevo .. turno*/enfermer*
        entre .. turnos/departamentos/servicios .. descoordin*/caos/comunic*; coordinacion; descoordina*
        traslad* .. hospital/planta/habitacion/centro; cada vez .. otr*/distint*/diferente
        siempre .. un_medico_distinto/distint*_medico/otra_persona; historial .. perd*/medic*/no
        informe* .. perd*/alta/medico_no/extravi*; papeles .. perd*; posventa; postventa; continuidad; ayuda a domicilio
        atencion domiciliaria; revisiones .. despues/nunca/sin
    """,
    "room": """
        colchon*; almohada*; cama* .. comod*/incomod*/enorme*/dura*/blanda*/hundid*/pequen*/grande*/limpi*
        habitacion* .. pequen*/grande*/ampli*/ruidos*/tranquil*/fria*/helad*/oscur*/vistas/comod*/limpi*/viej*/bonit*/
        espacios*/compart*/individual*/doble*/calor/acogedor*; ruido*; ruidos*; insonoriz*; mal insonoriz*
        escuch* .. todo/vecinos/pasillo/calle/habitacion; se oye* .. todo/vecinos/calle/ruido
        dormir .. no/dejo/pude/imposible/bien/mal/ruido; dormi/dormimos .. bien/mal/nada
        descans* .. no/bien/mal/imposible/perfect*; insomnio .. ruido
        vista* .. preciosa*/mar/espectacular*/maravillosa*/increible*/a/bonita*/impresionante*; vistas; balcon; terraza
        calefaccion; helad[oa] .. habitacion/cuarto; frio .. habitacion/noche/calefaccion/pasamos
        calor .. habitacion/noche/insoport*/aire; aire acondicionado; agua caliente
        ducha .. fria/presion/rota/atasc*/pequena; toalla*; sabana*; television/tele .. no/rota/pequen*; nevera
        tranquilidad; alojamiento .. comod*/ruidos*/ampli*; estancia .. agradable/comoda; espacios[oa]s?
    """,
    "journey": """
        tren/trenes/vuelo*/avion/autobus/bus/ave/metro/cercanias/barco .. cancel*/retras*/perdi*/suprim*/llen*/
        abarrotad*/tarde/overbooking/sobrevend*/demor*/averi*/huelga; cancel* .. vuelo*/tren*/viaje/otra_vez/ultima_hora
        suprim* .. tren*/vuelo*; horas de retraso; con .. horas .. retraso; maleta*; equipaje*; enlace .. perd*/perdi
        perdi .. enlace/vuelo/tren/conexion/avion; conexion .. perd*/vuelo/tren/enlace; escala*; embarque; embarcar
        aterriz*; despeg* .. retras*/hora*/tarde; azafat*; tripulacion; aeropuerto*; aerolinea*; compania aerea; a bord*
        asiento* .. estrech*/incomod*/avion/tren/reserv*/espacio; espacio para .. piernas; de pie .. viaje/trayecto/todo
        abarrotad*; anden .. cambi*/tren; facturacion .. equipaje/maleta*/cola*/mostrador; mostrador de facturacion
        trayecto*; puntualidad .. tren*/vuelo*/bus; renfe; coche de alquiler; alquiler de coche*; crucero*; overbooking
        reubic* .. vuelo/hotel; viaje* .. cancel*/organiz*/agencia/retras*; revisor
    """,
    "network": """
        cobertura*; senal .. debil/mal*/no/sin/pierd*/buena; wifi; fibra
        internet .. lent*/cae/corta/no_va/no_funciona/va/fall*/sin/velocidad/conexion/rapid*
        conexion .. lent*/cae/mal*/inestable/internet/pierd*/corta/intermit*/estable/rapid*
        se cae .. internet/wifi/fibra/conexion/linea/red; cort* .. internet/llamada*/linea/servicio/luz/conexion
        red .. caida/movil/mal*/sin/satur*; sin red; 4g; 5g; megas; gigas; datos .. moviles/gast*/limite/ilimitad*
        router; velocidad .. internet/contrat*/descarg*/lenta/prometid*/megas/fibra; descarg* .. lent*/velocidad
        linea .. cae/averiad*/cortad*/fija/sin/movil; tecnico .. no_vino/vino/instal*/nunca/fibra/averia; portabilidad
        tarjeta sim; sim .. no/activ*; roaming; operador* .. movil/telefon*/internet
        instalacion .. fibra/internet/linea; apagon*
    """,
    "account": """
        cuenta* .. vaci*/bloque*/abrir/hacke*/cerr*/congel*/suspend*/ahorro/corriente/acceso/nomina/robad*
        abrir .. cuenta; apertura .. cuenta; vaciaron; cuenta bloquead*; ahorro*; fraud*; estaf*; timador*; phishing
        mensajes? .. fraudulent*/falso*/sospechos*; suplant*; identidad .. verific*/suplant*/robo; verificacion*
        verific* .. identidad/cuenta; hacke*; robo/robaron/robad* .. tarjeta/datos/cuenta/dinero
        seguridad .. cuenta/datos/banco/fallo*/banca; datos .. robad*/filtrad*/filtrac*/proteg*; filtracion
        tarjeta .. bloquead*/clonad*/trag*/robad*/duplicad*; cajero*; hipoteca*; prestamo*
        credito .. denegad*/conced*/solicit*/aprob*; interes* .. alto*/bajo*/cobr*/tipo; tipo de interes; descubierto
        banco .. no_hizo/nada/compr*/bloque*/cuenta/oficina; gestor .. banco/personal/banca
        banca .. online/electronica/movil; transferencia* .. bloquead*/no_autoriz*/tard*/fall*
        movimiento* .. sospechos*/no_reconocid*/desconocid*; no autorizad*; bizum; doble factor; morosos; recobro
        autorizad* .. no/operacion*
    """,
    "range": """
        variedad*; surtido*; gama* .. ampli*/productos/complet*/limitad*/retir*/gran
        catalogo .. ampli*/quitad*/retirad*/producto*/limitad*/descatalog*; del catalogo
        encuentro/encuentras/tienen/hay .. de_todo; de todo .. encuentr*/tienen/hay/mismo; en el mismo sitio
        mismo sitio; casi nada .. para; nada/poco/poca .. para .. hombre*/mujer*/nino*/chico*
        para .. hombres/ninos .. nada/poco/casi; seleccion .. ampli*/buena*/limitad*/poca/productos/gran
        gran/amplia/buena/poca/mucha/enorme/mayor seleccion/variedad/oferta/eleccion
        mucho/mucha/poco/poca .. donde_elegir/para_elegir/variedad/eleccion; donde elegir; para elegir; muchas marcas
        marcas .. much*/todas/variedad/pocas/falt*; quitado .. producto*/marca/linea/catalogo/gama; descatalog*
        dejado de .. vender/fabricar/traer/fabric*; ya no .. -venden/fabrican/traen
        oferta .. amplia/variada/limitada/escasa; referencias .. pocas/muchas/falta*
    """,
    "staffing": """
        falta* de/falta .. personal/enfermer*/medic*/cajer*/dependient*/camarer*/manos/gente/efectivos; falta personal
        poc[oa]s? .. personal/enfermer*/cajas/cajer*/medic*/dependient*/camarer*/trabajador*/empleados; mas personal
        no .. hay/habia .. suficiente/nadie .. personal/enfermer*/atend*/a_quien/en_caja/en_el_mostrador
        nadie .. a_quien/para_atender/que_atienda/en_el_mostrador/atendiendo; a quien preguntar
        personal .. desbordad*/insuficiente/falta/escaso/saturad*/sobrecargad*/agobiad*/agotad*/estresad*/no_da_abasto
        desbordad*; saturad*; no dan abasto; no da abasto; dar abasto; sobrecarga*; colapsad*; colapso
        una sola .. caja/enfermer*/persona/cajer*/ventanilla
        sol[oa] .. caja/cajer*/enfermer*/camarer*/ventanilla .. abiert*/para; unica .. caja/enfermer*
        enfermer*/auxiliar* .. para .. pacientes/planta/camas/todos/treinta; caja* .. cerrad*/abierta*; recortes
        agobiad* .. personal/enfermer*/camarer*; estresad*
    """,
}
