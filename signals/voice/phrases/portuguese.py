"""In which words do customers speak of a theme in Portuguese, beside what `lexicon` reads in every language?"""

PHRASES = {
    "late_delivery": """
        @delivery/encomenda*/pedido*/pacote/mercadoria/transportadora/camiao/caminhao/carga .. atras*/nunca/ainda/
        demor*/tarde/parad*/perdid*/extraviad*/depois/semanas/nao_cheg*/preso/presa
        ainda .. nao .. receb*/cheg*/entreg*; nao .. recebi/recebemos/chegou/chegaram/entregaram/foi_entregue
        nada .. recebi/chegou; nunca .. chegou/recebi/entregue; +a +espera .. +encomenda/entrega/pedido/mercadoria
        +esper* .. +encomenda/pedido/entrega/mercadoria; +dias/horas/semanas .. +depois/atraso/atrasad*
        prazo* .. nao/nunca/cumpr*/entrega/longo*/desrespeit*; nunca .. cumprem/cumpre/respeitam .. prazo*/entrega/data*
        +com +atraso; +atrasad*; +atrasou; data de entrega .. nao/nunca/mud*/adiad*
        estafeta/carteiro/motorista .. nao/nunca/atras*/apareceu; +onde +esta .. +encomenda/pedido/pacote; +extravi*
        +demor* .. +entregar/chegar/entrega/envio
    """,
    "quick_delivery": """
        +encomend*/pedid*/entreg*/envio/cheg*/receb* .. rapid*/pontual*/antes_do/dia_seguinte/no_prazo/dentro_do_prazo/
        mesmo_dia/a_tempo/na_data/24_horas/a_horas/veloz/antes_da; +rapid* .. entrega/envio/chegada
        +encomendei/pedi/comprei .. +ontem .. +hoje; +ontem .. +recebi .. +hoje; +recebi +hoje; hoje .. +recebi/chegou
        +antes +do +previsto; +antes +do +prazo; +antes +da +data; no dia seguinte; +mesmo +dia .. +entreg*/cheg*/receb*
        +na +data .. +combinada/prevista/marcada; sempre .. +pontua*/a_horas/na_data/no_prazo
        +cumprem .. prazo*/data*/entrega; +rapidez .. +entrega/envio; +rapidissim*; +super +rapid*; +num +instante
    """,
    "damaged_delivery": """
        +@box/frasco*/garrafa*/encomenda*/produto*/artigo*/mercadoria/palete*/pacote .. +partid*/amassad*/amolgad*/
        quebrad*/molhad*/danificad*/abert*/rasgad*/derramad*/estragad*/riscad*/rachad*/esmagad*/violad*
        +partid*/amassad*/amolgad*/quebrad*/danificad*/estragad*/esmagad* .. +caixa*/encomenda/transporte/frasco*/
        entrega
        +chegou/chegaram/veio/vieram/vinha/vinham .. +partid*/amassad*/amolgad*/quebrad*/danificad*/abert*/incomplet*/
        molhad*/estragad*/riscad*; +amolgad*; +em +cacos; +aos +pedacos
        +faltava/faltavam/falta/faltam/faltou/faltaram .. +artigo*/produto*/caixa*/peca*/unidade*/encomenda/item/itens/
        volume*; +encomenda/pedido/entrega .. +incomplet*/faltava*/faltam/metade
        +so .. +metade .. +encomenda/chegou/veio; +derramad*
    """,
    "wrong_item": """
        +pedi/encomendei/comprei/queria/solicitei .. +mandaram/enviaram/veio/chegou/recebi/trouxeram/deram
        +enviaram/mandaram/trouxeram/entregaram .. +outro/outra/errad*/diferente/trocad*/encomenda_de
        +de +outro +cliente; +outra +pessoa .. +encomenda/pedido
        nao e .. artigo/produto/o_que .. pedi/encomendei/queria/comprei/escolhi
        +recebi/recebemos .. +diferente*/errad*/outro/outra/trocad*; +diferente +da/do .. +que/escolh*/ped*/encomend*
        que pedi .. nao/diferente; +em +vez +de; +em +vez +do; no lugar d*
        +errad* .. +produto/artigo/pedido/tamanho/cor/modelo/encomenda/medicamento/prato/morada/endereco
        +produto/artigo/cor/tamanho/modelo/medicamento/encomenda .. +errad*/trocad*/diferente*
        +troc* .. +encomenda*/pedido*/produto*/artigo*/remedio; +enganaram .. +produto/encomenda/pedido/tamanho
        +engano .. +encomenda/produto/pedido; +erro .. +encomenda/produto/pedido/envio
    """,
    "price_too_high": """
        +aumento*/aumentou/aumentaram/subida*/reajuste*/subiu/subiram .. +preco*/tarifa*/mensalidade*/comiss*/outro/
        mais/fatura/prestac*/taxa*; +mais +um +aumento; +outro +aumento
        +preco*/tarifa*/comiss*/taxa*/mensalidade/custo*/fatura/premio/juros .. +abusiv*/exorbitant*/alt[oa]s?/elevad*/
        excessiv*/absurd*/exagerad*/car[oa]s?/subi*/aument*/disparat*/injust*/dobr*/proibitiv*/salgad*; +exorbitant*
        +carissim*; muito/demasiado/tao/bem/bastante/mais/super/meio +car[oa]s?; +car[oa]s? +demais; +dispendios*
        +custa/custam/custou .. +fortuna/olhos/demais/muito_dinheiro/os_olhos; +uma +fortuna; +os +olhos +da +cara
        nao vale .. preco/dinheiro/que; nao compensa; nao .. suport*/consig* .. preco*/aument*/pagar; ja nao conseguimos
        +um +roubo; +um +assalto; +taxas +escondidas/ocultas/abusivas; +custos +escondidos/ocultos/extra; +encarec*
        +sobrefatur*
    """,
    "cheaper_competitor": """
        internet/concorren*/amazon/supermercado/outra_farmacia/ao_lado/outro_lado/outros_lados/outras_lojas/outra_loja/
        outros_sites/outro_site/online .. barat*/menos/melhor*/metade/econom*/competitiv*; metade do preco; por metade
        mais barat* .. outr*/internet/lado/concorr*/loja/farmacia/supermercado/sitio/lugar
        sai/fica/encontro/compro/custa/consigo .. mais_barato/menos/melhor_preco .. outr*/internet/lado/concorr*/
        farmacia/loja; na concorrencia
        outro/outra/outros .. grossista*/fornecedor*/banco/operador*/farmacia/loja*/distribuidor*/empresa/
        armazenista .. proposta/oferta/melhor*/barat*/faz/oferece*/da; oferta melhor; proposta melhor; melhor oferta
        melhores condicoes .. outr*/concorr*; concorrente*; concorrencia; rivais; mais competitiv*
        mud* .. para .. concorr*/outr*; mudei/mudar .. de banco/operador*/fornecedor/farmacia/empresa
        vou para .. outr*/concorr*
    """,
    "good_value": """
        +por +esse/este +dinheiro/preco; pelo preco .. +bom/otimo/nao/vale/excelente
        vale .. +custa/cada/pena/preco/cada_centimo/cada_centavo; +o +que +custa; +barato +e .. +bom; +bom +e +barato
        +bom +preco; +bons +precos; +em +conta
        preco*/tarifa*/mensalidade .. +em_conta/razoave*/acessive*/bom/bons/competitiv*/justo*/imbative*/baix*/otimo*/
        economic*/simpatic*/atrativ*; bom/bons/otimo/melhor/melhores/excelente +preco*; +qualidade +preco
        +custo +beneficio; +economic[oa]s?; +pechincha*; +achado; +boa +oferta; +compensa; +vale +a +pena
        +poup* .. +dinheiro/muito/euros; +econom* .. +dinheiro/muito; +acessivel .. +preco/muito; +baratinh*
    """,
    "wrong_invoice": """
        fatur* .. errad*/erro*/incorret*/nao_correspond*/duas_vezes/a_mais/duplicad*/incompreens*/dobro/atras*/mal/
        nao_bate
        cobr*/debit*/descont* .. duas_vezes/a_mais/duplicad*/indevid*/nunca/sem/despesa*/errad*/por_engano/em_dobro/
        taxa*/comiss*; cobranca* .. indevid*/errad*/duplicad*/nao_autoriz*/desconhecid*/abusiv*
        valor/preco/total/montante .. nao .. correspond*/bate/coincid*/cert*/confere
        nao corresponde .. orcamento/fatura/encomenda/acord*/combinad*; +faturam/faturaram .. +chegaram/receb*/unidades
        despesa*/taxa*/comiss*/custo* .. nunca/nao .. aceit*/autoriz*/acord*/pedi/inform*
        +erro* .. +fatur*/conta/cobranca/valor/recibo; nota de credito .. nunca/falta/nao/atras*/pendente
        +conta .. +errad*/erro/absurda; +dupla +cobranca; +recibo .. +errad*/falta; +aviso .. +pagamento .. +ja_pag*
        +na +fatura .. +erro/estranh*
    """,
    "refund_and_payment": """
        reembols*; devolv*/devolu*/devolvam .. dinheiro/valor/importancia/quantia
        dinheiro .. de_volta/devolv*/reembols*; estorno*; estornad*; restitui* .. dinheiro/valor/importancia
        cartao .. recusad*/aceit*/nao_passa/credito/pagar/nao_funciona/caixa
        pag* .. prestac*/cartao/multibanco/dinheiro/parcel*/mbway/pix/online/boleto/em_dinheiro; prestacoes; parcel*
        so dinheiro; prazo de pagamento; prazos de pagamento; forma* de pagamento; meio* de pagamento
        metodo* de pagamento; caucao; sinal .. devolv*/perd*; vale .. presente/desconto/compras; indemniz*; indeniz*
        compensacao; transferencia* .. bancaria/dinheiro/nao; debito direto; nota de credito
    """,
    "poor_quality": """
        +pega/asa/botao/fecho/costura*/sola/bateria/parafuso/roda/alca/salto/ecra/ziper .. +solt*/part*/rasg*/descol*/
        descos*/abr*/avari*/estrag*/quebr*/caiu; +soltou +se; +a +pega +soltou; +descoseu*; +descolou*
        +costuras .. +abr*/descos*; +plastico .. +frac*/rasca/barat*/mau/fragil; nao .. -dura/durar/aguent*/resist*
        nao vai durar
        +qualidade .. +pior*/baix*/fraca/pessim*/ma/ruim/mediocre/deixa/desilud*/caiu/decepcion*/inferior/duvidos*
        +ma/fraca/pessima/baixa/pouca/pior +qualidade; +mal .. +feit*/acabad*/cosid*/costurad*/construid*/fabricad*
        +acabamento* .. +mau*/ma*/pessim*/fraco*/ruim
        +partiu/partiu_se/quebrou/estragou/estragou_se/avariou/rasgou .. +dia*/semana*/mes*/uso/logo/primeir*/rapido/
        depressa; +primeira +lavagem; +segunda +lavagem; +desfia*; +enferruj*; +ferrugem; +fragil*
        +frac[oa] .. +qualidade/material/plastico; +rasca; +porcaria; +lixo .. +produto/qualidade/autentico; +defeit*
        +desgast*; +descasc*
    """,
    "works_well": """
        dor/dores/tosse/sintoma*/comichao/constipacao/gripe/febre .. +pass*/desaparec*/alivi*/melhor*/foi_embora/acalm*
        +alivi*; alivio .. +imediato/rapido/grande/senti; faz .. +efeito/o_que_promete/milagres/o_que_deve/maravilhas
        cumpre .. +promete/o_que/promess*/funcao; +o +que +promete
        resultado* .. +visive*/excelente*/imediat*/otimo*/bons/rapid*/primeiro/surpreend*; +eficaz; +eficazes; +eficacia
        +efetiv[oa]; efeito .. +imediato/rapido/positivo/visivel; me/ajudou .. +muito/bastante/imenso/dormir/mesmo
        +ajudou +me; ajuda .. +muito/bastante
        funciona* .. +bem/muito_bem/perfeit*/otim*/lindamente/na_perfeicao/sem_problem*/desde/sempre
        +cinco +estrelas .. +produto; +milagros*; sem .. -avarias/falhas
        produto*/aparelho/artigo/medicamento .. +excelente*/otim*/bom/bons/fantastic*/de_qualidade/top/maravilh*/
        recomend*/optim*; excelente/otimo/optimo/bom/muito_bom +produto*/aparelho/artigo
        boa/excelente/otima/muito_boa/alta +qualidade; qualidade .. +excelente/boa/otima/superior/top/muito_boa
        +recomendo; +recomendavel; +duradour*; +resistente*; +robust*; +fiave*; +confiave*; dura .. +muito/anos/imenso
    """,
    "does_not_work": """
        nenhum*/nao/sem/nada/qualquer .. -diferenca/melhor[ia]*/efeito*/resultado*/mudanca*/alivio/beneficio
        nao .. notei/senti/vi .. diferenca/melhoria*/efeito/nada; ja nao .. -liga/funciona/carrega/trabalha/acende
        nao -liga/funciona/carrega/serve/acende/trabalha/arranca; nao se .. -liga
        deixou/deixaram/parou de .. funcionar/carregar/trabalhar
        dinheiro .. deitado/fora/desperdic*/lixo/perdid*/jogado; deitado fora; jogado fora; deitar dinheiro
        nao .. serve .. -nada; nao serve*; nao presta; inutil*; ineficaz; avariad*; avaria*; avariou; fora de servico
        nao me .. -ajud*/fez/alivi*; nao fez .. -nada/efeito; nao faz .. -nada/efeito; na mesma; tudo na mesma
        continuo .. dores/tosse/igual; perda de .. tempo/dinheiro; placebo; nao resulta; nao resultou; nao cumpre
        imprestavel
    """,
    "packaging": """
        comprimido*/capsula*/pastilha* .. tirar/blister/part*/sair/desfaz*/cartela/embalagem
        tirar .. comprimido*/capsula*/blister; blister*; cartela; embalag*; embrulh*; acondicionamento
        caixa .. pratic*/nova/abrir/grande/pequena/comod*/bonita; nova/novo .. caixa/embalagem/formato/frasco/tampa
        tampa/rolha/frasco/bisnaga/doseador/pulverizador/bomba/conta_gotas/tubo .. fecha/abr*/pinga/vert*/dura/
        apertad*/dificil/mal/part*/encrav*; plastico .. a_mais/demasiado/muito/exces*/desnecess*/tanto
        demasiado/tanto/muito/menos plastico; recicl*; reciclagem; dificil/facil/impossivel/custa .. abrir/fechar/tirar
        abertura .. facil/dificil; abre facil; tesoura; seguranca para criancas
    """,
    "size_and_fit": """
        ombro*/manga*/perna*/cintura/peito/anca*/braco*/calca*/saia/vestido/sapato*/camisa/casaco .. apert*/comprid*/
        curt*/larg*/justo/justa/grande*/pequen*; aperta* .. ombro*/cintura/peito/braco*/muito
        tamanho .. acima/abaixo/certo/errado/pequeno/grande/normal/pedir/maior/menor/habitual/perfeito/real
        numero .. acima/abaixo/maior/menor; um tamanho .. acima/abaixo/maior/menor
        fica/ficou/ficam/fica_me .. grande*/pequen*/apertad*/larg*/curt*/comprid*/justo/bem/mal/perfeit*/otimo; assenta*
        como uma luva; serve me; veste .. bem/mal/grande/pequeno
        demasiado/muito +apertad*/pequen*/justo/justa/curt*/larg*/comprid* .. mim/manga*/perna*/tamanho/corpo; apertad*
        comprid*; compridas demais; guia de tamanhos; tabela de medidas; favorece*; corte .. bonito/bom/favorec*/mau
        modelagem; caimento
    """,
    "material": """
        arranha/pica/picam .. pele/muito; na pele; fofinh*; fofo/fofa; macio*; macia*; maciez
        suave .. pele/toque/tecido; tecido*; malha; transparente*; ao toque
        toque .. suave/agradavel/cartao/macio/aspero; respirave*; sintetic*
        confortave* .. sapato*/vestir/tecido/calcas/roupa/usar; confortabilissim*; quentinh*; aspero*
        rigido .. tecido/material; agradavel .. pele/toque/vestir/usar; algodao; couro; seda; linho; poliester; veludo
    """,
    "look": """
        tom/tonalidade .. foto*/nada/diferente/bonit*/lind*
        cor/cores .. foto*/diferente*/bonit*/lind*/desbot*/viv*/apagad*/linda; nada a ver .. foto*
        foto* .. nada_a_ver/diferente*/engan*/nao_correspond*
        fica/ficou .. lind[oa]/bonit*/feio/feia/elegante/espetacular; lindissim*; lind[oa]s?; bonit[oa]s?; feissim*
        feio*; feia*; horriv* .. cor/vestido/design; pirosa*; piros[oa]; desbot*; elogi*; elegante*; design; estilos*
        estampad*; estampa*; moderno .. design/aspeto/aspecto; aspeto/aspecto/aparencia .. bonit*/barat*/feio/bom/fraco
        estetic*; na moda; antiquad* .. design/modelo/roupa
    """,
    "taste_and_smell": """
        amarg*; doce .. demasiado/muito/sabor/demais; demasiado/muito .. doce/salgad*/acid*/amarg*
        salgad* .. comida/sabor/muito; acid[oa] .. sabor/muito; sabor*
        sabe/sabem/sabia .. mal/bem/a_plastico/a_quimico/estranho/a_nada; travo; retrogosto; cosp*; cuspi*; cheir*
        odor*; mau cheiro; fedor; fede; fedorent*; aroma*; perfum*; fragranc*; delicios*; delicia; gostos*; saboros*
        nojo .. sabor/cheiro; enjoativ*; intragavel; insoss*; gosto .. estranho/quimico/horrivel/amargo/bom/mau/ruim
    """,
    "side_effects": """
        manchas? .. vermelh*/pele/corpo/rosto; vermelhid*; borbulha* .. pele/rosto; urticaria; eczema
        comichao .. pele/depois/horrivel; coceira; inchac*; inchad* .. rosto/labios/pernas/barriga; alergi*
        reacao .. alergica/cutanea/adversa/pele; vontade de vomitar; vomit*; nausea*; enjo*; diarreia; prisao de ventre
        estomago .. toler*/mal/dor*/ardor/azia; azia; fez me mal; caiu me mal; caiu mal; tontur*; tont[oa]; sonolenc*
        sono .. depois/deu_me; palpitac*; risco .. incendio/infec*/queda/choque; incendio; pegou fogo; ardeu
        aquece .. cabo/muito/demais/demasiado/perig*; choque eletrico; queim* .. pele/cabo/mao*; perig*; inseguranca
        insegur*; nao e -segur[oa]; overdose; medicamento/medicacao/dose/remedio .. errad*/troc*
        erro* .. medicac*/dose/medicamento*; infec*; cortante; intoxic*; interac*
    """,
    "out_of_stock": """
        nunca .. tem/tem_stock/ha/disponivel/o_tem/o_tinham/encontro; nunca o tem
        nao .. ha/tem/tinham .. -stock/estoque/disponive*/nunca/produto
        sempre .. esgotad*/em_falta/sem_stock/em_rutura/indispon*; em falta
        falta .. semanas/em_todo/mercado/farmacias/stock; prateleira* .. vazi*; vazi[oa]s? .. prateleira*
        impossivel .. encontrar/arranjar/conseguir_comprar; dificil .. encontrar/arranjar; nao se encontra
        nao encontro .. lado_nenhum/sitio/produto; esgot*; -disponive*; indispon*; rutura* .. stock/de
        ruptura* .. stock/estoque; sem stock; sem estoque; falta de .. stock/estoque/produto/abastecimento; escass*
        reposic*; repoem; problemas de abastecimento; fora de linha; desabastec*
    """,
    "waiting_time": """
        hora*/minuto*/quartos .. nas_urgencias/na_urgencia/a_espera/de_espera/na_fila/em_fila/ate_algu*/para_ser/
        de_atraso/atras*/em_espera/esperando/na_sala; horas .. urgencia*; a espera .. hora*/minutos/quarto*/telefone
        fila* .. balcao/caixa*/andava/enorme*/longa*/intermin*/grande*/espera
        esper* .. hora*/minutos/muito/demais/imenso/eternidade/meses/urgencia*/atend*/demasiado/longa*/tempo
        tempo* de espera; lista* de espera; atendid* .. tarde/atras*/hora*/meia/rapid*/logo/imediat*
        consulta .. atend*/atraso .. hora*/meia/tarde; medico .. atrasad*
        lent[oa]s?/lentidao .. atendimento/servico/caixa/balcao/empregad*/funcionari*
        atendimento/servico .. lento/demorado/rapid*/demora*/agil; muito/super/demasiado lent[oa]s?
        demor* .. atend*/servir/muito/hora*/imenso/demais/eternidade/resposta; demora; demorad*; uma eternidade
        espera .. longa/demais/enorme/interminavel/horas; sem espera*; sem filas; nao .. esperei/esperar
        rapidez .. atendimento/servico; celeridade
    """,
    "friendly_staff": """
        +sorris*; +sorrident*; +um +amor; +amoros*; +simpati[ac]*; +simpatiquissim*; +amave*; +amabilidade; +gentil
        +gentis; +gentileza; +carinh*; +atencios*; +prestave*; +prestativ*; +prestabilidade
        +acolhedor* .. +pessoal/equipa/equipe/todos/muito; +acolhid*; bem .. +recebid*/atendid*/tratad*/acolhid*
        +cordia*; +cortes*; educad[oa]s? .. +pessoal/muito/funcionari*/sempre; +delicad[oa]s? .. +pessoal/medic*/muito
        +paciencia .. +muita/teve/tiveram/imensa; paciente* .. +muito/rapaz/telefone/enfermeir*_muito; +humanidade
        +human[oa]s? .. +equipa/equipe/muito/atendimento; +empat*
        +dedicad* .. +equipa/equipe/profissionais/pessoal/muito; +disponibilidade .. +total/equipa/pessoal
        +disponive* .. +sempre/muito/equipa .. +ajudar/simpat*
        equipa/equipe/pessoal/enfermeir*/medic*/funcionari*/empregad*/staff .. +maravilhos*/fantastic*/excelente*/
        simpatic*/espetacula*/otim*/impecave*/incrive*/atencios*/profissiona*/extraordin*/amor/cinco_estrelas/
        5_estrelas/excecional*/top
        maravilhos*/excelente/fantastic*/otim* +equipa/equipe/pessoal/atendimento/servico/funcionari*
        excelente/otimo/bom/optimo/impecavel +atendimento/servico
        atendimento .. +excelente/otimo/impecavel/simpatico/personalizado/nota/top/fantastico/cinco
        servico .. +excelente/otimo/impecavel/fantastico/cinco/top/maravilhoso; +em +casa .. +sent*/como
        +como +em +casa; +a +vontade .. +sent*/senti*; +obrigad* .. +equipa/enfermeir*/funcionari*/pessoal
        +hospitalidade; +querid[oa]s? .. +enfermeir*/pessoal/muito
    """,
    "unfriendly_staff": """
        +grit* .. +comigo/me/rececao/medic*/enfermeir*/connosco; +ma +cara; +mas +caras; +cara .. +pau/feia/poucos
        +como +se .. +incomod*/favor/estorv*; +a +incomodar; nem um .. sorriso/bom_dia/obrigad*/ola; nem um sorriso
        sem .. -sorriso/educacao/simpatia/cumpriment*/empatia; +antipat*; +mal +educad*; +malcriad*; +maleducad*
        +grosseir*; +grosser*; +rude*; +arrogan*; +prepotent*; +altiv*; +malcriacao; +bruto*; +brusc*; +ma +educacao
        +mal +dispost*; +maldispost*; +trombud*; +indiferen*; +desinteress*; +desprezo; +frieza
        +fri[oa]s? .. +pessoal/atendimento/medic*/trato
        +falta +de .. +respeito/educacao/empatia/profissionalismo/simpatia/interesse/consideracao/humanidade
        +mal .. +atendid*/tratad*/recebid*/atendimento; mau/pessimo/horrivel/ruim/fraco/terrivel +atendimento/servico
        +atendimento .. +pessimo/mau/horrivel/ruim/fraco/deplorav*/lamentav*/terrivel/vergonh*/nota_zero
        +servico .. +pessimo/mau/horrivel/ruim/fraco/deplorav*/vergonh*/lamentav*
        pouco +simpatic*/profissiona*/educad*/atencios*/prestave*; nao .. -simpatic*/educad*/atencios*/prestave*
        +ignor* .. +client*/utent*/doente*/completamente; +de +cima +para +baixo
        +tratam .. +como .. +lixo/cao/caes/incomod*; +tratad* .. +como .. +lixo/cao/animal
        +tom .. +agressivo/arrogante/desagradavel; +desagradave*; +ma +vontade; +mau +humor; +preguicos*
    """,
    "advice": """
        aconselh*; conselh*; assesso*; sabia/sabiam/sabe/sabem .. exatamente/nada/tudo/muito/o_que/do_que/responder
        nao .. -sabia/sabe/sabiam/sabem/percebia/percebe/percebem .. -nada/responder; percebia nada; nao percebe*
        sem nocao; nao fazia ideia; nem ideia; fazer ideia; domina* .. trabalho/assunto/materia
        conhec* .. produto*/bem/assunto/trabalho/oficio/materia; conhecimento*
        recomendou/recomendaram/sugeriu/sugeriram .. alternativa/produto/creme/melhor/adequad*; sugest*
        alternativa .. adequad*/melhor/suger*/recomend*; competent*; competencia; incompeten*; profissiona*
        profissionalismo; formacao .. pessoal/falta/pouca/mal; formad* .. bem/mal/pessoal
        especialista* .. produto/assunto; experient*; preparad* .. bem/mal/pessoal/muito; despreparad*
        respond* .. perguntas?/duvidas; duvida* .. esclarec*/tir*/respond*; explic* .. produto/uso/opcoes/diferenca
        qualificad*; eficient*; ineficient*; orient* .. bem/mal/produto/escolha
        farmaceutic* .. sabia/aconselh*/explic*/ajud*; entendid* .. assunto
    """,
    "poor_communication": """
        sem .. -avis*/resposta/explic*/informa*/noticias/aviso/dizer/retorno/previo
        nao/nunca/ninguem/nem/nenhum*/nada .. -avis*/respost*/respond*/inform*/comunic*/explic*/lig*_de_volta/noticias/
        diss*/retorn*/escut*/ouv*/contact*; sem resposta; sem avisar; as escuras; as cegas; no escuro; na incerteza
        sem saber .. nada; email*/mail*/mensage*/correio/pedido* .. sem_resposta/ignorad*/nunca/ninguem/nao
        departamento* .. nao_sabe/nao_fala/outro/comunic*; nao sabe .. o_que .. outro; cada um diz; contraditori*
        informac* .. contraditori*/errad*/fals*/confus*/pouca/falta/nenhuma/incorret*/desencontrad*
        versoes .. diferentes; falta de .. informac*/comunic*/coordenacao/transparencia/resposta/esclarec*/retorno
        comunicacao .. ma/pessim*/nula/falta/inexist*/deficient*/fraca/melhor*/zero/ruim/pouca
        ma/pessima/nula/zero/pouca/fraca comunicacao; empurr* .. outro/departamento*/uns; de um lado para o outro
        jogo do empurra; insist* .. vezes/resposta/varias; liguei .. varias/inumeras .. vezes
        promet* .. ligar/ligam/nunca/nao/contact*; ignorad*; silencio; mal informad*; desinform*; pouco esclarec*
        avisaram .. ninguem/nao
    """,
    "hard_to_reach": """
        liguei/ligar/ligo/telefonei/tentei .. vezes/ate/sem_sucesso/dias/ninguem/imposs*/onze/dez/hora*
        onze/dez/mil/varias/inumeras vezes .. lig*/atend*/telefon*; gravador de chamadas; atendedor; caixa postal
        gravacao; falar com .. pessoa/alguem/humano/operador/atendente
        impossivel .. falar/contactar/contatar/ligar/telefone; pessoa .. falar/real/impossivel; ninguem .. atend*
        nao .. -atend* .. -telefone/chamad*/telefonema*
        telefone .. ninguem/nunca/nao/ocupad*/toca/deslig*/atend*/impossivel/mudo
        chamada .. cai/caiu/deslig*/cort*/perdid*/espera; cai a chamada; desligam; desligaram; desligam me
        linha* .. ocupad*/impedid*/cai/congestion*; atender .. ninguem/telefone/nunca; robo .. falar/atend*/telefone
        chatbot; incontact*; contact* .. impossivel/dificil/ninguem/conseg*
        nao .. conseg* .. contactar/contatar/falar/ligar; call center .. horriv*/pessim*/imposs*; central telefonica
        nao ha .. telefone/numero
    """,
    "website_trouble": """
        carrinho .. vazi*/esvazi*/desaparec*/erro/nao
        aplicacao/aplicativo/app/site/pagina/portal/plataforma/loja_online/website .. fecha*/bloque*/erro*/lent*/
        labirint*/nao_funciona/nao_abre/nao_carrega/nao_da/nao_deixa/trav*/caiu/cai/complicad*/confus*/pessim*/mau/ma/
        horriv*/desatualiz*/pouco_intuitiv*/inutil/ruim/fora_do_ar/bug*/encrav*/em_baixo/desastre/mal_feit*
        fecha se sozinh*; fecha .. sozinh*; desligad* .. sessao/conta; da sessao
        sessao .. expir*/deslig*/termin*/iniciar; entrar .. conta/site/app .. nao/impossivel/erro; login
        nao consigo .. entrar/aceder/acessar/registar/comprar/encomendar/finalizar .. site/app/conta/pagina/online
        registo/cadastro .. nao/erro/impossivel/site; pesquisa .. nao/nunca/site; formulario .. nao/erro/online
        atualizacao .. app/pior/erro*/desde/nao; senha; palavra passe; password
        problema* .. tecnic*/informatic*/site/app/sistema; erro* .. site/app/pagina/sistema/servidor
        sistema .. em_baixo/caiu/lento/fora/falha*/bloque*; falha* .. tecnic*/sistema/informatic*/site
    """,
    "easy_ordering": """
        +cliques .. +encomend*/feit*/compra*/tudo; +com +dois/tres/poucos/um +cliques?; +em +dois/tres/poucos +cliques
        encomend*/compra*/reserv*/processo/pagamento/registo/cadastro/pedir .. +facil*/simples/rapid*/comod*/pratic*/
        intuitiv*/sem_complic*
        +facil/simples/comodo/pratico/rapido .. usar/encomendar/comprar/reservar/navegar/encontrar/utilizar/pedir/
        de_usar; +facilidade .. +uso/compra/encomenda/reserva/utilizacao; +facil +de .. +usar/utilizar/navegar
        encontro/encontrar/encontra .. +logo/facilmente/rapid*/tudo .. procuro/que/site/preciso
        site/app/pagina/aplicacao/aplicativo/portal/loja_online .. +facil*/simples/intuitiv*/clar[oa]/pratic*/otim*/
        excelente/bom/boa/muito_bom/muito_boa/bem_feit*/util; +intuitiv*; +comodidade .. +app/encomendar/comprar/casa
        +muito +simples; sem complicacoes; +amigave* .. +site/app/utilizador
    """,
    "complaint_handling": """
        reclam*; queixa*; queix*; livro de reclamacoes
        comuniquei/avisei/participei/denunci*/report* .. defeito/problema/avaria/maio/anomalia
        resolv*/resolver*/resolvid* .. problema*/tudo/tarde/rapid*/logo/nada/dia/situacao/nunca/caso/questao
        problema .. resolv*/sem_solucao/persist*/continua/solucion*/por_resolver; solucion*
        solucao .. nenhuma/rapida/deram/problema/sem/boa; continua tudo igual; tudo igual; na mesma .. problema
        responsab* .. ninguem/assum*/nao; ninguem .. assume/responsab*; garantia*
        caso .. recusad*/encerrad*/garantia/abert*/arquiv*; recusad* .. garantia/reclamacao/pedido/caso; lavam .. maos
        desculp* .. pediram/nunca/nem/esfarrap*/sempre; compens*; apoio ao cliente
        assistencia .. tecnica/pos/pessima/excelente/pos_venda; pos venda
        servico .. cliente .. pessimo/mau/excelente/inexist*/otimo; sac .. pessimo/nao/ruim; sinistro*; perit*
        seguro/seguradora .. pag*/recus*/nao/cobr*; indemnizacao .. recus*/paga
        reparad* .. garantia/nunca/rapid*/gratuit*; reparacao .. demor*/garantia/recus*/rapida; procon; deco
        reclame aqui
    """,
    "returns": """
        devol*/devolver .. produto/artigo/loja/gratis/gratuit*/encomenda/tamanho/compra/facil/custo*/portes; devoluc*
        devolver; devolvi .. artigo/produto/encomenda; envio de volta; para tras .. mand*/envi*/devolv*
        mandei/enviei .. de_volta/para_tras; de volta .. aceit*/enviar/mand*/loja/artigo/produto
        aceitar .. de_volta/devoluc*/troca
        troca/trocar/trocas/trocaram/troquei .. tamanho/artigo/produto/loja/outro/numero/cor/por/facil/sem_problem*
        trocaram mo; portes de .. devolucao/retorno; politica de .. troca*/devoluc*; direito de arrependimento
        livre resolucao; recolha .. devolucao
    """,
    "contract": """
        contrato*; fidelizacao; preso .. anos/contrato/fidelizacao; presa .. anos/contrato
        cancel* .. contrato/subscricao/assinatura/servico/odisseia/plano/cartao/imposs*; rescis*; rescindir; assinatura*
        subscric*; renovac* .. automatic*/contrato
        desconto* .. quantidade/combinad*/retir*/promet*/nao/aplic*/volume/acord*/cort*; descontos; rappel*; bonus
        bonificac*; condic* .. mudaram/mudad*/contrat*/alter*/comerciais/pagamento/acordo/pior*/venda/acordad*
        sem .. nosso acordo; acordad*; letra* .. pequena*/miud*; encomenda minima; pedido minimo; quantidade minima
        clausula*; penaliz*; multa .. cancel*/contrato/rescis*; promoc* .. nao/expir*/falsa/engan*/aplic*/valid*
        campanha .. desconto/nao/expir*/engan*; cartao .. cliente/fidelidade/pontos
        pontos .. cartao/fidelidade/perd*/troc*; apolice*; plano .. tarifario/mud*/mensal
        mensalidade .. aument*/cancel*
    """,
    "facilities": """
        casa* de banho .. nojo/suj*/limp*/papel/cheir*/avari*; casas? de banho; banheiro*; wc; sanitari*; limp[oa]s?
        limpinh*; limpissim*; limpeza; a brilhar; suj[oa]s?; sujidade; sujeira; imund*
        noj* .. casa*/quarto/banheiro/limpeza/hotel/metiam/metia; po .. quarto/lado/moveis/chao/todo
        cabelos .. duche/cama/lavatorio/chuveiro/banheira; barata* .. quarto/cozinha/vi/hotel; percevej*; bolor; mofo
        humidade .. quarto/paredes; manchas .. lencois/toalha*/parede*/sofa; higien*
        edificio/predio .. luminos*/modern*/velh*/antig*/nov*/degrad*/renov*
        instalac* .. modern*/velh*/antig*/boas/otimas/limp*/degrad*/excelent*/fracas/nov*/precari*; degradad*; remodel*
        renovad*; decoracao; mobiliario; moveis .. velh*/antig*/estragad*; sala de espera
        cadeira* .. desconfort*/sala/poucas/partid*
        ambiente .. agradave*/limpo/acolhedor/familiar/tranquil*/calmo/bom/pesado; acolhedor .. espaco/ambiente/hotel
        espaco .. agradavel/limpo/acolhedor/amplo/bonito; piscina; ginasio; academia; spa; sabonete; papel higienico
        loja .. limpa/arrumada/desarrumada/suja/bonita/organizada/confusa; arrumad[oa]; desarrumad*; bem cuidad*
        mal cuidad*; descuidad*; conservac* .. ma/bom/mau/estado
    """,
    "visit": """
        delegad[oa]*; comercial .. pass*/visit*/vem/nosso/vosso/zona/nunca/atenc*
        vendedor* .. pass*/visit*/vem/nosso/vosso/zona/util/nunca/atencios*_visita; chefe de .. zona/vendas
        representante*; propagandista*
        visita* .. vendedor*/comercial/delegad*/representante*/util/farmacia/mensal/rara*/regula*
        vendas .. ninguem/nos/vem/visit*; ninguem .. das vendas; amostra*; com amostras
        form*/formar/formacao .. equipa/balcao/pessoal/farmacia/produto*; vem/veio/vir .. ver/formar/visit*/apresent*
        nos vem ver; gestor* de .. conta*/cliente*; laboratorio .. visit*/vem/representante
    """,
    "instructions": """
        instruc*; folheto; bula; livrete; livrinho; manual/manuais; diz/indica/explica .. lado_nenhum/quantos/nao/como
        nao diz .. lado/como/quant*; lado nenhum; lugar nenhum; so .. em chines/ingles; em chines
        ficha* .. tecnica*/incomplet*/produto; passos .. montagem/facei*/seguir
        montagem .. facil/dificil/complicad*/simples/instruc*; dosagem/posologia .. nao/clara/confusa/indic*; posologia
        descricao .. nao/fals*/engan*/errad*/incomplet*/correspond*/correta/fiel
        nao .. -corresponde .. descricao/foto*/anuncio; publicidade enganosa; propaganda enganosa; engano[sr]*
        enganador*; foto* .. enganosa*/enganador*/nao_correspond*; rotul*; etiqueta* .. pequena*/ilegive*/errad*/falta
        letra .. pequena/minuscula/ler; ilegive*; catalogo .. antigo/desatualiz*/claro/erro*
        indicac* .. clara*/confus*/falta*/uso; conforme .. descricao/descrito/anunc*; tal como descrito
        informac* .. produto/rotulo/incomplet*
    """,
    "care": """
        parteir*/enfermeir*/medic[oa]s?/doutor*/cirurg*/dentista*/fisioterap* .. +excelente*/bom/boa/bons/otim*/
        maravilh*/cuid*/profissiona*/competent*/mau/pessim*/incompetent*/atent*/salv*
        cuidaram/cuidou/cuidam/cuidado .. +bem/muito/nos/mim/dele/dela/doente*/maravilh*; cuidados
        atendimento .. medico/hospital*/clinic*; operacao .. correu/bem/sucesso/adiad*/cancel*
        operad*/operaram/cirurgia .. correu/bem/sucesso/joelho/adiad*/cancel*; fratura*; raio x; radiografia*
        diagnostic*; nao viram .. fratura/nada/tumor; dores .. noite/deixar*/horas/toda/sem/control*; com dores
        analgesic*; anestesia*; injec*; vacin*; analises .. sangue/clinic*; exames .. medic*/sangue/fiz*; tratamento*
        tratad* .. doenca/medic*/ferida; terapia*; reabilit*; neglig*; abandon* .. corredor/maca/cama/doente*; maca
        salv* .. vida; recuper* .. operacao/cirurgia/rapid*; parto*; internad*; internamento*
        urgencia* .. atend*_bem/excelente/tratad*; medicacao .. deram/esquec*/atras*/nao
        medico de familia .. excelente/atencios*/bom; saude .. excelente/cuidados/profissionais
        exam* .. cuidados*/complet*/minucios*; doente* .. bem_tratad*/mal_tratad*/cuid*/abandon*
    """,
    "food": """
        comida*; comer; comemos; comi; pequeno almoco; almoco*; almocar; almocamos; jantar*; jantamos; lanche*
        cafe da manha; bufe; bufete; buffet; sopa*
        prato* .. vegetarian*/frio*/quente*/bom/bons/otimo*/dia/insoss*/saboros*/bem/mal; vegetarian*; vegan*
        sem gluten; celiac*; pao .. duro/fresco/seco/quente/bom; cha .. morno/frio/estava; morn[oa]
        cafe .. frio/mau/bom/aguado/queimado/otimo; ementa*; cardapio*; menu .. variad*/vegetarian*/dia/infantil/fix*
        carne .. dura/fria/crua/seca/tenra/boa/passada; peixe .. fresco/seco/cru/bom; salada*; sobremesa*; fruta*
        legumes; vinho*; cerveja*; bebida*; restaurante*; tasca
        cozinha .. boa/otima/excelente/caseira/tradicional/fria/regional/maravilh*; cozinheir*; refeic*
        dose/doses .. pequen*/grande*/generos*/bem_servid*; porcoes; porcao; bem servid*; fome; cantina*
        dieta .. hospital/respeit*/sem_sal; empregad* .. prato*/mesa .. comida
    """,
    "parking": """
        estacion*; parque .. estacion*/carros/automovel; lugar .. carro/estacion*/parar/encontrar
        lugares .. estacion*/deficient*/carro; as voltas; autocarro*/onibus .. para/paragem/porta/longe/chega/ponto
        paragem .. autocarro/metro/eletrico/perto; andarilho; cadeira de rodas; carrinho de bebe; deficient*
        mobilidade reduzida; escadas .. so/imposs*/muitas/andarilho/cadeira/elevador; so ha escadas; degraus
        elevador* .. nao/avariad*/parad*/pequen*/falta/sem/lent*; sem elevador; rampa*
        acess* .. facil/dificil/deficient*/cadeira/mau/bom/imposs*/complic*; acessib*; sinalizad*; sinalizacao
        bem/mal sinalizad*; placas .. indic*/falta; perto .. estacao/centro/praia/aeroporto/metro/cidade/paragem/tudo
        bem/mal/otim* localizad*; localizad*; localizacao; situad*; central .. localizacao/zona
        longe .. centro/estacao/tudo/casa/metro; encontrar .. dificil/facil .. entrada/local/edificio/sitio
        facil de encontrar; entrada .. dificil/encontrar/escondida/escadas; transporte* .. public*/doentes/ambulancia
        ambulancia* .. atras*/esper*/hora*/chegou; taxi*; uber; vaivem
    """,
    "appointments": """
        vaga* .. mes*/consulta/primeira/daqui/nao_ha/sem/semana*/disponive*
        consulta* .. adi*/desmarc*/marcar/mes*/remarc*/cancel*/imposs*/dificil/odisseia/conseguir/especialidade/
        marcac*/atras*_meses; marcar .. consulta/exame*/imposs*/odisseia/dificil/facil; marcac*
        marcacao .. dia/consulta/conseg*/exame*/imposs*; adiaram .. consulta/exame/operacao/cirurgia; desmarc*; remarc*
        agend* .. consulta/dificil/imposs*/exame/marc*; agendamento*; cirurgia/operacao/exame* .. adi*/desmarc*/cancel*
        lista* de espera; especialista* .. mes*/consulta/espera; mesmo dia .. consulta/atend*/vaga/marc*
        proprio dia .. consulta/vaga/marc*/atend*
        horario* .. atendimento/abertura/alargad*/reduzid*/incompat*/funcionamento/mau
        abert[oa]s? .. sabado*/domingo*/noite/sempre/tarde; abrem .. tarde/sabado*/domingo*
        fechad[oa]s? .. sabado*/almoco/sempre/domingo*/balcao/agencia/cedo
        fecha/fecham .. cedo/balcao/agencia/almoco/sabado*; agencia/balcao .. fechad*/fech*/encerr*
        encerramento .. balcao/agencia; novos utentes; medico de familia .. sem/consulta/nao; credencial
        encaminh* .. especialid*/consulta/hospital
    """,
    "clear_explanation": """
        explic* .. +tudo/clareza/bem/claramente/detalhe/paciencia/perfeitamente/passo/pormenor
        +tudo/bem/muito_bem/claramente .. explicad*/explic*; explicac* .. +clara*/detalhad*/boas/complet*
        respond* .. +todas/perguntas/duvidas/rapid*/prontamente; duvidas .. +esclarec*/tirad*/respond*
        esclarec* .. +tudo/duvidas/bem/todas; todas as minhas .. +perguntas/duvidas
        +manteve/mantiveram/mantem .. informad*/a_par/atualizad*; informad* .. +passo/sempre/cada/bem/tudo/bem_informad*
        +sempre/bem/devidamente informad*; +a +par .. +tudo/situacao
        soube/sabia .. +sempre/exatamente .. passar/que/acontec*; +o +que +se +estava +a +passar
        tirou/teve/dedic* .. +tempo .. explic*/ouvir/para; tempo .. +explicar/ouvir/dedic*
        ouv* .. +atenc*/atentamente/sempre/com_calma; sabem +ouvir; boa/excelente/otima/muito_boa +comunicacao
        comunicacao .. +excelente/boa/clara/rapida/otima/eficaz/fluida; +clareza
        informac* .. +clar*/complet*/detalhad*/precis*/util; +transparen*; resposta* .. +rapid*/clar*/imediat*/pront*
    """,
    "dignity": """
        um numero; como um numero; mais um numero; como .. um_animal/gado/um_objeto/uma_pessoa/pessoas/ser_humano
        a frente de .. toda/todos/outros/gente; frente de toda a gente; na frente de .. todos/outros
        em conta .. desejos/opiniao/vontade/prefer*; tiveram em conta; desejos .. respeit*/conta/ignor*
        vontade .. respeit*/ignorad*; opiniao .. conta/ouvid*/ignor*; respeit*; respeito .. muito/grande/falta/tratad*
        desrespeit*; dignidade; dign[oa]; indign*; intimidade; privacidade; confidencial*; sigilo; discric*; discret*
        humilh*; discrimin*; racis*; machis*; a serio .. lev*; levad* a serio
        decis* .. particip*/envolv*/sem_consult*/conjunt*/familia/partilh*; envolv* .. decis*/familia/tratamento
        particip* .. decis*/tratamento; tratad* .. +respeito/humanidade/pessoa/dignidade/como
        trataram .. +respeito/humanidade/dignidade; desuman*; humaniz*; ouvid* .. senti/nao/nunca; dados pessoais
        interprete*
    """,
    "follow_up": """
        mandaram/enviaram/mandad* .. para_casa/casa .. sem/cedo/medic*; para casa sem
        alta .. caos/hospital*/cedo/sem/precoce/deram/medica/relatorio; deram alta; teve alta; acompanhamento
        seguimento; depois da .. operacao/cirurgia/compra/venda/alta .. ninguem/nada/nenhum*/nunca
        apos .. operacao/cirurgia/compra/venda/alta .. ninguem/nada/nenhum*/nao
        telefonaram/ligaram .. depois/semana/saber/perguntar/se; para saber se; para saber como; passagem de turno
        mudanca de turno; entre .. turnos/servicos/departamentos .. comunic*/caos/coorden*; coordenacao; descoorden*
        transferi* .. hospital/servico/enfermaria/ala; de cada vez .. outr*/diferente
        cada vez .. medico/pessoa .. diferente; sempre .. medico/pessoa/gestor diferente; processo clinico
        processo .. perd*/extravi*; papeis .. perd*; relatorio .. alta/perd*/nao; pos venda; pos operatorio; pos cirurg*
        apoio domiciliario; continuidade; cuidados continuados; retorno .. depois_da/consulta
    """,
    "room": """
        colch*; almofada*; travesseiro*; cama* .. confort*/desconfort*/enorme*/dura*/mole*/afund*/pequen*/grande*/limp*
        quarto* .. pequen*/grande*/ampl*/barulh*/silenc*/gelad*/fri[oa]/escuro/vista/confort*/limp*/velh*/bonit*/
        espacos*/partilhad*/individua*/dupl*/abafado/quente; barulh*; ruido*; ruidos*; insonoriz*
        ouv* .. tudo/vizinhos/corredor/rua .. quarto/noite; ouve se tudo
        dormir .. nao/deixou/consegu*/imposs*/bem/mal/barulho; dormi/dormimos .. bem/mal/nada
        descans* .. bem/mal/imposs*/nao
        vista .. +linda/mar/espetacula*/maravilh*/fantastica/para/incrive*/deslumbrant*/bonita; linda/bela/bonita vista
        varanda; terraco; aquecimento; gelad[oa] .. quarto; quarto gelado; frio .. quarto/noite/aquecimento
        calor .. quarto/noite/insuport*/abaf*; ar condicionado; agua quente
        duche/chuveiro .. frio/fria/pressao/pequen*/entup*/avari*; toalha*; lenco[li]*; televisao .. nao/avari*/pequen*
        frigorifico; frigobar; silenci[oa] .. quarto/noite; sossego; tranquil* .. zona/hotel/noite/quarto
        estadia .. agradav*/confort*/otima; hosped*; alojamento .. confort*/barulh*/pequen*/limp*; espacos[oa]s?
    """,
    "journey": """
        comboio*/trem/voo/voos/aviao/autocarro*/onibus/metro/barco .. cancel*/atras*/perdi*/suprimid*/lotad*/cheio*/
        overbooking/greve/avari*/tarde; suprimid*; cancel* .. voo*/comboio*/viagem/ultima_hora/outra_vez
        horas de atraso; com .. horas .. atraso; mala .. perd*/parar/extravi*/atras*/danific*/oslo/chegou/viagem; malas
        bagage*; ligacao .. perd*/voo/comboio; perdi .. ligacao/voo/comboio/conexao/aviao; conexao .. perd*/voo; escala*
        embarque*; embarcar; aterr* .. voo/atras*/horas/aviao; descolagem; decolagem; hospedeira*; tripulac*
        comissari* de bordo; aeroporto*; companhia aerea; a bordo; assento* .. apertad*/desconfort*/reserv*/aviao/espaco
        lugar .. sentado/janela/aviao/comboio/de_pe; espaco para .. pernas; de pe .. viagem/trajeto/todo; lotad*
        sobrelotad*; plataforma .. mud*/comboio; check in .. fila/bagage*/balcao/demor*; trajeto
        pontualidade .. comboio*/voo*/autocarro*; cp; aluguer de carro*; aluguel de carro*; rent a car; cruzeiro*
        overbooking; viagem .. cancel*/atras*/organiz*/agencia; revisor
    """,
    "network": """
        rede .. sem/nao/fraca/movel/pessima/falha*/caiu/cozinha/casa/cobertura; sem rede; cobertura*
        sinal .. frac*/sem/nao/pessimo/bom/cai; wifi; wi fi; fibra
        internet .. lent*/cai/falha*/nao_funciona/sem/velocidade/pessima/caiu/instave*/rapida
        ligacao .. lenta/cai/instave*/internet/falha*; conexao .. lenta/cai/instave*/ruim/pessima/internet
        cai .. internet/wifi/noites/ligacao/rede/sinal/chamada*; 4g; 5g; megas; gigas
        dados .. moveis/gast*/limite/ilimit*; router; roteador; modem
        velocidade .. internet/contrat*/download/promet*/fibra/megas; download* .. lent*/velocidade
        linha .. avari*/sem/fixa/cort*/muda; tecnico .. nao_apareceu/apareceu/veio/nunca/instal*/fibra/avaria
        portabilidade; cartao sim; sim .. nao/ativ*; roaming; operadora* .. movel/telefone/internet/pessima
        instalacao .. fibra/internet/servico; chamadas .. caem/cair/cortad*; apagao
    """,
    "account": """
        conta .. esvazi*/bloque*/abrir/abertura/encerr*/congel*/ordem/hacke*/clonad*/poupanca/acesso/invadid*/suspens*/
        limp*; abrir conta; abertura .. conta; esvaziaram*; poupanc*; fraud*; burl*; golpe*; golpista*; phishing
        mensage* .. fraudulent*/fals*/suspeit*/burla; clonad*; hacke*; pirate*
        roub* .. cartao/dados/conta/dinheiro/identidade; identidade .. verific*/roub*; verificac* .. identidade/conta
        seguranca .. conta/dados/banco/falha*/bancaria; dados .. roubad*/fuga/vazad*/vazamento/proteg*; fuga de dados
        cartao .. bloquead*/clonad*/engolid*/roubad*/desativ*; multibanco .. engoliu/avari*/nao; caixa eletronico
        caixa automatic*; emprestimo*; credito .. recusad*/habitacao/aprovad*/pedido/negad*/concedid*
        financiamento .. recusad*/negad*/aprov*; juros; taxa* .. juro*/esforco/credito; descoberto
        banco .. nao_fez/nada/bloque*/conta/agencia/balcao; gestor .. conta/banco; homebanking; internet banking
        transferenc* .. bloquead*/nao_autoriz*/suspeit*/pendente; movimento* .. suspeit*/desconhecid*/conta
        nao autorizad*; pix .. errad*/golpe/bloque*/nao; cobranca .. agencia/divida*
    """,
    "range": """
        variedade*; sortido*; sortiment*; gama* .. ampl*/produto*/complet*/limitad*/grande/vasta/retir*
        catalogo .. ampl*/tir*/retir*/produto*/limitad*/vasto; do catalogo; encontro/encontra/tem/ha .. de_tudo
        de tudo .. encontr*/mesmo/sitio/ha/tem; no mesmo sitio; mesmo lugar .. tudo/encontr*; quase nada .. para
        nada/pouco/pouca .. para .. homens?/mulheres/criancas; escolha .. +ampla/muita/pouca/grande/vasta/limitad*/boa
        muita/pouca/mais/ampla/vasta/grande/boa escolha/oferta/selecao/opcao; por onde escolher
        selecao .. ampla/boa/limitad*/produtos/grande; muitas marcas; marcas .. muitas/todas/variedade/poucas/falt*
        tiraram/retiraram .. produto*/marca/linha/catalogo/gama; descontinu*; deixaram de .. vender/fabricar/ter
        ja nao .. -vendem/fabricam/tem; oferta .. ampla/variada/limitada/vasta; opcoes .. poucas/muitas/variad*
        recheada .. loja; referencias .. poucas/muitas/falt*
    """,
    "staffing": """
        falta* de/falta .. pessoal/enfermeir*/medic*/funcionari*/empregad*/caixas/profissiona*/gente/efetivos
        falta pessoal; pouc[oa]s? .. pessoal/enfermeir*/caixas/funcionari*/medic*/empregad*/profissiona*/atendentes
        mais pessoal; mais funcionarios; nao ha .. ninguem/pessoal/enfermeir*/funcionari*/suficiente*
        ninguem .. a_quem/para_atender/no_balcao/na_caixa/disponivel; a quem perguntar
        pessoal .. sobrecarreg*/insufic*/pouco/falta/stress*/exaust*/cansad*/assoberbad*/sem_maos; sobrecarreg*
        assoberbad*; sem maos a medir; maos a medir; exaust*; sobrecarga; so uma caixa
        uma so .. caixa/enfermeir*/pessoa; so .. caixa/enfermeir*/funcionari*/balcao/guiche .. abert*/para/atender
        unic[oa] .. caixa/enfermeir*/funcionari*/balcao
        enfermeir*/auxiliar* .. para .. doentes/enfermaria/pacientes/todos/trinta; caixas .. fechad*/abert*
        balcoes .. fechad*; cortes .. pessoal/saude; stressad*; correria .. enfermeir*/pessoal
    """,
}
