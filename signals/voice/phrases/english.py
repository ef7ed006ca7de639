"""In which words do customers speak of a theme in English, beside what `lexicon` reads in every language?"""

PHRASES = {
    "late_delivery": """
        @delivery/order/goods/package/item/truck/driver .. hours/days/weeks +after/behind/later/overdue
        +after/behind +the +agreed/promised/stated +time/date/slot/day; +behind +schedule; +past .. +due/delivery +date
        +missed/miss .. +delivery/slot/deadline*; +@delivery/order .. +stuck/stranded/nowhere/disappeared/delayed
        +stuck +in .. +transit/customs/depot/warehouse
        +waiting .. +weeks/days/ages .. +@delivery/order/goods/it_to_arrive
        never/not/nothing/hasnt/still .. turned_up/showed_up/shown_up/come_yet/arrived/been_delivered
        still/yet .. not/nothing/no_sign .. received/@delivery/order/doorstep; havent received; not received; no show
        +took .. +days/weeks/month* .. +arrive/come/deliver*/get_here/reach
        promised .. days/date/monday/friday .. not/took; +where +is +my/our +order/parcel/package/delivery
        delivery time*/date* .. long/unreliable/never/missed/wrong; +unreliable +deliver*; +late +again
        +deliver* .. +wrong +day
    """,
    "quick_delivery": """
        @delivery/dispatch*/order .. +incredibly/really/super/very/so/extremely +fast/quick*/speedy/prompt/swift
        +ahead +of +schedule/time; +before .. +expected/promised .. +date
        +earlier +than .. +expected/promised/thought/planned; +sooner +than .. +expected/promised/thought
        +same +day +delivery/dispatch; +next +day +delivery; ordered .. +arrived/here .. today/morning/next_day
        +always +deliver* .. +when/on/day/promised; +reliable deliver*; +quick +turnaround
        +ordered .. +yesterday/evening/monday .. +had/got/came/here/arrived
        +arriv*/came/deliver* .. +next_day/same_day/within_a_day/already; never late; +always +on +time
    """,
    "damaged_delivery": """
        +@delivery/order/@box/pallet*/carton*/bottles?/goods/contents .. +@damaged/squashed/soaked/wet/burst/spilt/
        spilled/knocked/bashed/battered/ruined/shattered
        +@damaged/squashed/soaked/battered/ruined .. +@delivery/@box/pallet*/carton*/transit/transport/arrival
        +had .. +leaked; +leaked +all +over; +dent/dents/dented/cracked/shattered/smashed
        +arrived/came/turned_up .. +broken/bent/cracked/opened/ripped/scratch*/chipped/pieces
        pieces/items/parts/bottles/articles/units/boxes/cartons .. missing/short/absent/not_there/not_included
        +missing .. +items?/parts?/pieces?/units?/order/delivery/box; +short +deliver*
        +short +of .. +units/boxes/bottles; +only .. +half/part +of .. +order/delivery/came
        +incomplete .. +order/delivery/shipment; +bits +missing
    """,
    "wrong_item": """
        +wrong .. +one/medicine/medication/version/strength/type/quantity/box/meal/dish/goods/sizes/items/products/
        delivered/sent/address; not the .. item/one/article/product/size/colou?r .. ordered/wanted/asked/order
        +somebody/someone/another/other .. +else/customer*/persons +order; +someone +else +s .. +order/parcel/goods/item
        +received/got/sent/shipped/delivered .. +instead/different/wrong/another
        +different .. +from/to/than +what .. +ordered; +asked +for .. +sent/shipped/got/received/brought/delivered
        +even +though .. +ordered/picked/chose/selected; +mixed +up .. +order*/items/parcels
        +order .. +mixed_up/mix_up/wrong; +mix +up; +sent +the +wrong; +picking +error*
        not what i .. asked/wanted/ordered
    """,
    "price_too_high": """
        +increase/increases/increased/hike/hikes/rise/rises .. +price*/fee*/cost*/rate*/percent/premium*/rent/tariff*
        +price*/fee*/cost*/rate*/premium*/charges/bill/tariff* .. +gone_up/went_up/going_up/goes_up/increas*/doubled/
        tripled/rose/rising/soar*/through_the_roof/steep/extortionate/ridiculous/outrageous/excessive/unfair/exorbitant
        +extortionate; +daylight +robbery; +over +the +top .. +price*/what/for
        too/so/very/rather/far/bit/little .. +dear/pricey/costly/expensive; +costs .. +fortune/lot/too/earth
        +cost .. +fortune/arm/earth; cannot/cant afford; -afford; not .. good/great/reasonable value
        +poor/bad/terrible +value; +hidden/high/excessive/extra/ridiculous/hefty +fee*/charge*/cost*
        +another .. +increase/price_rise; +fees .. +too/so/very/high; +steep +price*; +more +than .. +worth
        +pay*/paid .. +too_much/over_the_odds/fortune/premium; +money +grab*; +greedy; +waste +of +money
        not worth .. price/money
    """,
    "cheaper_competitor": """
        cheaper .. elsewhere/online/amazon/at/from/other/another/somewhere/than_you/next_door/corner/supermarket
        better/lower/cheaper .. deal/offer/price*/rate*/terms/margin* .. another/other/elsewhere/competitor*/rival*/from
        another/other .. wholesaler*/supplier*/provider*/bank*/shop*/store*/company .. cheaper/better/less/offer*/gives
        rival/rivals; found/find/bought/get/buy .. less/cheaper .. another/other/online/elsewhere/website/at
        same .. for/two/much/lot less; sells .. same .. less
        moved/moving/switched/switching/gone/going/went .. another/other/different/competitor .. bank/supplier/
        provider/company/wholesaler/shop/store/brand; take my business/custom elsewhere
        go/going/gone/buy/buying/shop elsewhere; undercut*; price match*; cheaper than you*
    """,
    "good_value": """
        for .. money/price/this_price/that_price .. cannot/cant/nothing .. complain/fault/beat/go_wrong
        +cheap +and .. +cheerful/good; cheap but .. good; +lot +for .. +money/what_you/pay/price; +bang +for .. +buck
        +very/really/extremely/so/most/quite .. +competitive/reasonable/affordable/fair
        +competitive .. +price*/rate*/fee*
        +fair/good/decent/great/low/lower/reasonable .. +rate*/fee*/tariff*/deal/deals/offer/offers/premium*
        +reasonably priced; +well priced; priced .. +right/well/fairly/reasonably
        price .. +right/fair/good/great/unbeatable/competitive; price* .. +reasonable/affordable/low/competitive/fair
        +good/great/excellent/real +deal; +reasonable price*; +money +well +spent; +saved .. +money/fortune/lot
        +save* +me +money; +great +for +the +price; for the price .. +great/good/excellent/amazing/perfect
    """,
    "wrong_invoice": """
        invoiced/billed/charged/debited .. for/but/though/instead .. not/never/only/extra/wrong
        +debited/charged/billed/invoiced/taken .. +two_times/again/extra/incorrectly/wrongly/both; +taken .. +twice
        @invoice/total/amount/statement/balance .. not .. match/correct/right/agreed/add_up
        charges/charge/fees/fee/payments? .. never/not/didnt .. agreed/authori*/ordered/made/asked/recogni*
        +unexpected/unexplained/unauthori*/extra/unknown/incorrect/hidden .. +charge*/fee*/debit*/payment*/bill*
        bill*/invoic*/statement* .. confus*/wrong*/error*/mistake*/unclear/incomprehensible/late/never/dispute
        +correct*/corrected/credited .. +invoice/bill; +invoice .. +correct*/credited
        +billing .. +issue*/problem*/error*/department/mess/dispute*
        price .. on/invoice .. differ*/not/other/higher .. agreed/quoted/offer; +wrong .. +charge*/bill*/invoice*/price
    """,
    "refund_and_payment": """
        reimburs*; refund*; money .. back/refunded; paid .. back; pay .. by/with/in .. card/cash/instal*/app/phone
        card .. declined/refused/rejected/accept*/charged/machine/terminal; +declined; direct debit*; cash only
        cashback; deposit .. back/returned/refund*/kept; compensat*; voucher*
        payment* .. fail*/declin*/late/problem*/terms/method*; pay .. invoice/bill/days/later; days to pay
        longer to pay; bank transfer*; installment*; instalment*; time to pay; overpa(?:id|yment)
    """,
    "poor_quality": """
        +handle/button/zip/zipper/strap/screen/hinge/wheel/battery/sole/seam/seams/stitching/lid .. +came/come/fell/
        fall/broke/broken/snapped/loose/off/failed/undone/split/died
        +came/come/comes/coming/fell/falling .. +off/undone/apart/loose/to_pieces; +cheap +and .. +nasty
        +cheap +plastic; will/does/did/would .. not .. last/hold/survive; wont/didnt/doesnt .. -last*; +snapped; +snaps
        +split +after; +rusted; +rust/rusty; +tatty; +worn .. +after
        +standards? .. +gone/slipped/dropped/fallen/declin*/low/poor; +gone +downhill
        +quality .. +gone/down/dropped/declin*/poor*/worse/bad/awful/lower/slipped/disappoint*/inferior/lacking
        not .. same/good/great/best quality
        +poorly/badly/shoddily .. +made/built/designed/constructed/finished/assembled; +died .. +after/within
        +broke/broken/breaks/breaking .. +week*/day*/month*/use*/time/quickly/wash*/easily/twice
        not .. durable/sturdy/solid/robust; +tears? +easily; +inferior; +substandard/sub_standard; +substandard
        +poor +workmanship; +started .. +to_break/to_come_undone/to_fall_apart/peeling/fraying/cracking
        +peel(?:s|ed|ing); +fray(?:s|ed|ing)
    """,
    "works_well": """
        +gone/disappeared/vanished/cleared .. +within/after/in .. +minutes?/hour*/day*/night/week
        pain/headache/cough/cold/ache/symptom*/itch*/rash/fever .. +gone/went/disappeared/better/eased/relieved/
        vanished/cleared/reduced; +relie(?:f|ved|ves); +does .. +exactly/everything .. +what/says/should/it
        +on +the +tin; +does +exactly; +runs? .. smoothly/perfectly/quietly/hitch/well; +has +run .. +year*
        without .. hitch/issue*/fault/problem*; still .. +going_strong/works/working/perfect; never let me down
        never had a problem; +lifesaver/life_saver; +game +changer; +miracle; +magic; +works +a +treat/wonders
        +worked .. +charm/treat/wonders/immediately; helps? .. +lot/me/sleep/pain/with
        +helped .. pain/cough/sleep/immediately/instantly/really; made .. +difference; very/highly/extremely +effective
        +effective; +does +the +trick; really +works; +works straight; +recommend .. +product/it .. +works
        good/great/excellent/best/amazing/fantastic/superb/brilliant +product*/quality/medicine/device/machine
        lasts? .. +long/ages/forever/years; +durable; +sturdy; +well made; +high +quality; +top +quality; +good +quality
        +great +quality; +reliable .. product*/device/machine/car
    """,
    "does_not_work": """
        no/not/never/without/hardly/didnt/any .. -difference/improvement/relief/result*/effect*/benefit
        made no difference; no .. better/different
        stopped/quit/ceased/packed .. charging/working/up/functioning/responding
        wont/doesnt/will_not/does_not/didnt/cannot/cant/couldnt .. turn*/switch*/start*/charge*/power*/connect*/pair*/
        open; switch on; still/just .. as .. bad/before/cough*/ill
        pain/cough/headache .. still/as_bad/worse/remains/persist*; waste of .. money/time; total/complete waste
        dead .. arrival/after/on; pointless; not .. effective/functional/functioning/fit_for_purpose; out of order
        keeps? .. breaking/failing/stopping/switching_off/crashing; malfunction*; does .. nothing
        did .. nothing/not_help; placebo; unusable; broken again
    """,
    "packaging": """
        scissors; packaging; packaged; blister*; wrapping; wrapper*; carton*; childproof/child_proof; childproof
        screw top; sachet*; tamper*; get*/getting/push* .. pill*/tablet*/capsule* .. out
        pill*/tablet*/capsule* .. out_of/stuck/crumble*; much/so/lot/excess/unnecessary/too plastic
        lid/cap/top/bottle/seal/tube/pump/dropper/spout .. close/open/tight*/stuck/leak*/loose/reseal*/broken/
        impossible/hard; reseal*; box .. handy/handier/flimsy/too/new/design; recyclable; recycl* .. pack*/plastic/box
        new .. pack/box/bottle/packet .. handier/better/worse/smaller/harder; easy to open; hard to open
        difficult to open; arthrit* .. open/lid/cap
    """,
    "size_and_fit": """
        dress/skirt/pants/trousers/sleeves?/top/jeans/shirt/legs?/arms?/torso/hem/jacket/coat/shoes?/blouse/
        sweater .. too/bit/so/very/little/miles long/short/tight/wide/big/small/loose/large
        too long/short .. me/arms/legs?/sleeves?/torso/waist/dress/skirt/body
        tight .. shoulders?/chest/hips/waist/arms?/bust/across; pinch(?:es|ed)? .. shoulders?/waist/toes/heel*
        true to .. size; size .. up/down; sized .. up/down; comes? up .. small/big/large/short
        one size .. up/down/smaller/bigger; next .. size; order .. size .. up/down; hugs? me
        too/very/bit/little small/big/tight/loose/large/snug/narrow/wide/baggy; runs? .. small/large/big
        smaller/larger/bigger .. expected/size/than_usual; size .. wrong/perfect/small/large/too; sizing; +flattering
    """,
    "material": """
        against .. skin; snuggl*; seethrough/see_through; see through; silky; +soft .. skin/touch/fabric/feel
        cloth/cloths; fabric .. feel*/thin/soft/cheap/nice/rough/quality; breathab*; synthetic
        flimsy .. fabric/material
        feels? .. soft/cheap/like/nice/rough/plastic/sturdy/smooth/scratchy/luxurious/cardboard; scratchy; +cosy; +cozy
        warm .. wear/and; comfy; comfortable .. wear/fabric/dress/top/shoe*/all_day/material
        comfortable and .. soft/fits?/light*/flattering; sheer; texture; stiff .. fabric/material/leather
        nice .. to_touch
    """,
    "look": """
        shade/tone/hue .. nothing/not/different/wrong/off/lovely/beautiful/photo/picture
        nothing/not .. like .. photo/picture/image; fad(?:e|es|ed|ing); washed out
        compliment* .. on/look*/wear*/every*/me; eyesore; unattractive
        beautiful/gorgeous/lovely/pretty/nice .. dress/top/shirt/colou?r*/print/design/item/piece/skirt/sweater/blouse/
        style/pattern/shade; looks? .. stunning/fantastic/smart/classy/fab/attractive/hideous/tacky/cheap/dated/old
        +stylish; +classy; tacky; hideous; old fashioned .. look*/design/style
    """,
    "taste_and_smell": """
        bitter; sour; too/very/so/sickly +sweet; salty; spit/spits/spat .. out; whiff; +yummy; +tasty; tang; palatable
        revolting; foul; pong; stench; reeks?; flavor*; flavour*
        nasty/horrible/awful/chemical/strange/weird/nice/lovely/odd/funny taste/smell/flavou?r
        like .. medicine/chemicals/perfume; mouth .. chemical/metal*; metallic; swallow .. taste/bitter
    """,
    "side_effects": """
        blotch*; hives; broke/came/come out in .. rash/spots/red/hives/blotches; red .. spots/skin/patches/blotches/eyes
        made/makes/making/felt/feel .. sick/drowsy/sleepy/dizzy/ill/nauseous/queasy/unwell/worse; upset .. stomach/tummy
        stomach/tummy .. cramp*/ache*/pain*/upset/tolerate*; diarrh*; constipat*; palpitation*; swollen; bleeding
        wrong .. tablets?/medication/medicine/dose/drug/patient; medication error*; overdos*
        someone else s .. tablets/medication/medicine/pills; could have .. killed/died/harmed; fire .. hazard/risk
        caught fire; catch fire; start a fire; so/too/very/gets hot; sharp .. edge*; choking; burns? .. skin/eyes/mouth
        not safe; -safe; unsafe; felt unsafe; infection*; interact* .. medic*/drug*/tablet*; dangerous*
        put .. life at risk; near miss*
    """,
    "out_of_stock": """
        out of .. stock; not/never/rarely .. in_stock/available/on_the_shelf/on_shelf/have_it/stocked; never .. have it
        shel(?:f|ves) .. empty/bare; empty/bare shel(?:f|ves); back in .. stock; restock*; waiting .. to_be_back/back_in
        supply .. dried/problem*/short*/issue*/stopped/interrupt*/chain; supplies .. short/dried/run_out/low; run out
        runs out; ran out; cannot/cant/couldnt/unable .. get_hold/obtain/get_it/find_it/source; unobtainable; unavailab*
        availability .. poor/bad/problem*; no stock; low stock; stock .. level*/problem*/issue*/never/empty/out
        sells out; sold out; on backorder; item* .. -available/discontinued; hard to find; hard to get hold; shortage*
    """,
    "waiting_time": """
        kept .. waiting/on_hold/us_waiting/me_waiting; on hold; wait .. was/is/for/time*/long; waits
        hours? .. late/wait*/queue*/before/to_be_seen/in_a_and_e/in_ae/delay; waited
        line/lines/queue .. long/out/door/forever/slow/huge/around; stood in .. line/queue; queu(?:e|es|ed|ing)
        minutes late; running late; run late; ran late; running behind; sat .. hour*/waiting/there
        took .. hours?/ages/forever/long .. to_be/seen/serve*/get/someone/anyone/answer; slow service; service .. slow
        so slow; very slow; too slow; seen .. late/hours?/quickly/straight_away/on_time/promptly
        +seen +quickly/promptly/immediately/straight/on_time; no wait*; appointment .. late/overran/delay*/on_time/hour*
        delay*; took too long; takes? .. ages/forever/too_long/so_long; long time; serv(?:ed|ice) .. quick*/fast/prompt*
        prompt/speedy/quick/fast/efficient service; in and out .. minutes; didnt have to wait; backlog
    """,
    "friendly_staff": """
        +smil(?:e|es|ed|ing); +greet(?:ed|ing|s)?; +kindness; very/so/really/always/were/was/are/and +kind; +caring
        +compassion*; +supportive; +sympathetic; +understanding +and
        +put/made/make .. +at_ease/welcome/comfortable/feel_welcome/feel_at_home/feel_safe/feel_comfortable; +at +ease
        could not/couldnt .. do enough/been_nicer/more_helpful/kinder
        cannot/cant .. fault/thank/praise .. staff/them/enough/team/nurses
        +@staff <> +amazing/brilliant/great/excellent/fantastic/wonderful/superb/lovely/awesome/fab/outstanding/good/
        best/incredible/exceptional/cheerful/patient/marvellous/first_class/supportive/respectful/approachable/efficient
        everyone/everybody/they/all/she/he .. was/were/is/are .. +friendly/lovely/kind/helpful/nice/welcoming/polite/
        caring/wonderful/brilliant/fantastic/great/amazing/patient/pleasant/supportive
        nothing .. was/is too_much_trouble/too_much/trouble; +too +much +trouble
        +went/go/goes/going .. +above_and_beyond/extra_mile/out_of .. +way; +above +and +beyond; +extra +mile
        +really +cared; +cares +about; +kind +people; +made +me +laugh; +helpful; +cheerful; +polite; +approachable
        +pleasant .. staff/manner/people
        good/great/lovely/excellent/wonderful/brilliant +service/customer_service/attitude/manner/bedside_manner/
        hospitality; excellent/great/fantastic/outstanding/superb/amazing .. +service
        service .. +excellent/great/fantastic/good/outstanding/superb/amazing/brilliant/exceptional; +welcomed
        +warm .. +welcome
    """,
    "unfriendly_staff": """
        +snapp(?:ed|y) .. +at; +snapped +at; +shout(?:ed|s|ing) .. +at/me/us/patient*; +yell(?:ed|ing)?; +swore +at
        couldnt/could_not/couldn_t/didnt/dont/not .. care_less/have_cared/care/cared/bothered/interested; no interest
        +talked/talks/talking/spoke/spoken .. +down/like/rude*/abrupt*; +looked +down; +patroni[sz]*; +condescend*
        +abrupt*; +surly; +grumpy; +moody; +miserable .. +staff/lady/man/woman/receptionist/service; +brusque; +sarcas*
        +hostile; +aggressive; +bully*; +bullied; +ignor(?:ed|ing|es) .. +me/us/patient*/customers?; never smil*
        no smile; +lazy; -smil*; -caring; -interested; -bothered; -welcom*; +uncaring; +uninterested; +indifferent
        +cold .. +staff/manner
        +staff .. +attitude/bad/terrible/awful/poor/horrible/useless/lazy/disinterested/incompetent/rude/chatting
        +terrible/awful/poor/bad/worst/appalling/shocking/disgraceful/horrible/dreadful/disgusting .. +service/staff/
        customer_service/attitude/experience; +service .. +terrible/awful/poor/bad/appalling/shocking/horrible/worst
        +made .. +feel .. +stupid/small/burden/unwelcome/nuisance
        +treated .. +like .. +dirt/idiot/child/criminal/number/nuisance/rubbish; +unprofessional; +unkind; +judgmental
        +judgemental; no compassion; no empathy; +lack .. +empathy/compassion/care/manners; +impatient; +disrespectful
    """,
    "advice": """
        knew/knows/know .. exactly/what/everything/stuff/their_stuff/job/nothing/products?/answer; knowledgeable
        had/has/have/having .. no_idea/no_clue/not_a_clue/not_a_clue/no_knowledge; no idea .. what/how/about
        recommend(?:ed|ation|ations)? .. alternative/better/suitable/cheaper/product/cream/right/different/me_a
        suggest(?:ed|ion|ions)?; could/couldnt/cannot/cant/unable/able .. answer .. question*/query/queries
        answer .. simple/my/basic .. question*; explain(?:ed|s)? .. product/options/difference/options/how
        train(?:ed|ing) .. staff/badly/poorly/well/better/lack; well trained; untrained; poorly trained; +skilled
        experienced .. staff/team/doctor*/nurse*/and; inexperienced; professionalism; professional; efficient
        competence; incompetent; qualified; guidance; consult(?:ation|ant)* .. helpful/good/thorough/product; thorough
        honest .. opinion/advice; gave .. advice/wrong_information/misinformation/tips
        contradict* .. advice/information; right/wrong/bad/poor/good/great/excellent/useful/helpful advice
    """,
    "poor_communication": """
        no/not/never/nobody/without/noone/zero/lack .. phone_call/call/email/emails/letter/word/explanation/updates?/
        news/explained/reply/notice/warning; left .. in_limbo/in_the_dark/wondering/without_any/hanging/not_knowing
        in limbo; in the dark; black hole; left hand .. right_hand; hand .. doesnt/not know
        department* .. not/doesnt/dont .. know/talk/speak/communicat*
        different/conflicting/contradictory/mixed/wrong/inaccurate/misleading .. information/messages?/answers?/
        stories/info/things; told .. different/one_thing/nothing/lies/wrong; told me .. something_else/different
        did/do not let .. know; not let .. know
        didnt/never/without/not/nobody .. -let/letting/tell*/told/inform*/warn*/notif*/explain*/call*/contact*/write/
        wrote; -told; -informed; -explained; -listen*; not/didnt/never/nobody/wouldnt/dont .. -listen*
        email* .. ignored/unanswered/nothing/reply/black_hole/returned
        never .. got_back/get_back/rang/came_back/hear_back/heard; no .. -follow_up
        communication .. poor/bad/terrible/lack*/awful/non_existent/could/better/improve*/appalling/between/zero
        miscommunicat*; communicat* .. better/more/badly/poorly/with_us; keep .. informed/updated
        chas(?:e|ed|ing) .. answer*/them/up/reply/information/update*; had to chase
        passed/sent/pushed .. pillar/around/from_one; pillar to post; broken promise*
        promised .. call/phone/ring/email .. never/didnt/not; nobody knows; nobody knew; no one knew; no one knows
        kept in the dark; lack of .. information/updates/explanation/clarity/communication; more information
        unclear .. information/what/who/communication; not clear .. what/who/why/how
    """,
    "hard_to_reach": """
        rang/called/phoned/tried .. times/eleven/ten/twenty/repeatedly/all_day/every_day .. before/no_answer/nobody/
        somebody/picked; answer(?:ing)? machine*; voicemail; automated .. line/system/menu/message
        speak/speaking/talk/talking/get .. to/hold .. human*/real_person/person/someone/anybody/anyone; real person
        cut/cuts/cutting .. off/me_off; hang* up; hung up
        get/getting/got .. through .. phone/anyone/line/surgery/them/to; get through; getting through
        phone* .. never/not/rings/no_one/nobody/engaged/hours?/answered/ring_out/system/lines?
        nobody/noone/never/no_one/dont/didnt/doesnt .. answer*/pick* .. phone*/call*/up; lines? .. engaged/busy/dead/cut
        unreachable; uncontactable; chatbot*; chat bot*; bot .. useless/answer*; no phone number
        phone number .. find/hidden/wrong/where; contact .. impossible/difficult/hard/nobody/them; call centre*
        call center*; reach .. by_phone/anyone/someone/human/customer_service
        not/never/cant/cannot/couldnt/impossible .. reach/contact
    """,
    "website_trouble": """
        basket/cart/checkout .. empt*/crash*/disappear*/fail*/error/lost/not/wont/doesnt; logged .. out/off
        log/logging in/on .. fail*/cant/not/impossible/problem*
        cannot/cant/couldnt/unable .. log/sign/login/access/download/register .. in/on/website/app/account/online/portal
        timed out; time out
        website*/portal/app/homepage/webshop/site/system .. maze/mess/nightmare/useless/terrible/awful/clunky/hopeless/
        outdated/unresponsive/buggy/slow/down/crash*/not/confus*/difficult/freez*/broken/hard/unusable/poor/bad/closes/
        hangs; clunky .. app/website/site/system/portal; search .. never/doesnt/not/useless .. find*/work*/result*
        cannot/cant/couldnt .. find .. order*/anything/website/site/app/online/portal
        online .. form/booking/banking/check_in/system/account .. not/fail*/error/crash*/doesnt/down/wont/impossible
        update .. app/broke/crash*/worse/since; since the .. update; password .. reset/not/forgot*/link
        verification code*; page .. error/loads?/blank/not; it system*; computer .. down/system/says
        technical .. issue*/problem*/fault/glitch*/difficult*; app .. keeps/kept/crash*
    """,
    "easy_ordering": """
        +easy/simple/quick/smooth/straightforward/effortless/painless/seamless .. book*/reserv*/order*/reorder*/pay*/
        use/find/navigate/check_in/checkout/sign_up/register/purchase/process/transaction
        book*/reserv*/order*/reorder*/paying/check_in/checkout/process/sign_up/purchase .. +easy/simple/quick/smooth*/
        straightforward/effortless/painless/seamless/doddle/breeze/hassle_free/efficient; +userfriendly/user_friendly
        +user +friendly; +intuitive; two/few/couple/three/one .. clicks?; +doddle; +breeze; +hassle +free; no hassle
        find .. what/everything .. need/want/looking .. in_no_time/quick*/easily/easy
        +easy +to .. +use/navigate/order/book/find
        app/website/site/webshop/portal .. +great/excellent/fantastic/brilliant/good/easy/clear/handy/useful/
        convenient/love; +love .. +app/website/webshop; great/good/brilliant/handy +app/website; +convenient
        +easily .. +order*/book*/find/navigate/done; self service .. +easy/good/great
    """,
    "complaint_handling": """
        +complain*; raised .. matter/issue/concern*/it/problem; put .. right
        sort(?:ed|ing)? .. out/it/quickly/problem/issue
        fix(?:ed|ing)? .. problem/issue/quickly/same/it/immediately/never; resolv(?:e|ed|ing); resolution
        takes?/taking/took .. responsibility/ownership/seriously; no .. responsibility/ownership/accountability; apolog*
        warrant(?:y|ies); guarantee .. claim/rejected/refused/honou?r*/repair; blam(?:e|ed|ing); passed the buck
        escalat*; ombudsman
        customer service/services/support/care .. useless/terrible/awful/poor/bad/appalling/shocking/hopeless/worst/
        no_help/unhelpful/joke/excellent/great/good/brilliant/fantastic/amazing/quick*/helpful/resolved
        case .. closed/open/pending/number/refused; ticket .. closed/open/pending/number
        claim* .. denied/refused/rejected/settled/paid/slow/quick*/process/pending/handled/open
        still .. open/unresolved/not_resolved/not_fixed; goes/went/gone .. wrong .. nobody/no_one/noone/they
        +helped .. problem/issue; dealt with .. quick*/problem/issue/efficient*/promptly/badly/professionally/my
        insurance .. claim*/paid/refus*; brushed off; fobbed off; excuses?
    """,
    "returns": """
        post/posted/send/sent/mail/mailed/ship/shipped/give/gave/bring/brought/take/took .. it/them/this/item/
        goods .. back; swap(?:ped|ping)?; exchange/exchanged/exchanging; refus* .. take_it_back/take_back/return
        return/returned/returning/returns .. it/them/this/item*/policy/product*/goods/label/free/process/order/dress/
        easy/difficult/shipping/cost*/postage/mine/both/immediately; back to .. you/shop/store/sender/seller
        on .. way back; going/went/goes straight/right back; this/it/these/they/one .. going/went back
        own expense .. return*/back/post*; restocking fee; returns; return postage/label/policy
        cost* .. to_return/return/send_back; sending .. back
    """,
    "contract": """
        locked in; tied in; tied .. into/for; cancellation .. fee*/policy/charge*/period/charg*
        cancel .. contract/membership/subscription/policy/account/plan/early/anytime
        leave/leaving/going/exit/terminat* .. early/fee*/contract; early termination; rebate*
        bonus scheme/agreement/payment*/not; agreed .. discount/terms/bonus/conditions/rebate
        discount* .. agreed/cut/removed/promis*/scheme/volume/not/better/applied; terms and conditions; small print
        fine print; autorenew*/auto_renew*; auto renew*; renewal*; subscription*; contract*; notice period
        minimum .. order/quantity/term; loyalty .. scheme/card/points/program*/reward*
        reward* .. scheme/points/program*; promot(?:ion|ions|ional) .. offer*/not/expired/code/applied/terms
        tariff .. change*/plan/switch*; policy .. change*/terms/cancel*/renew*/cover*
    """,
    "facilities": """
        loos?; toilets?; wcs?; washroom*; bathroom* .. dirty/clean/filthy/smell*/disgust*/broken; soap; litter; mould*
        mold; mouldy; dust; stain(?:s|ed)?; grubby; hair in/on .. shower/bed/sink/bath; crumbs; cockroach*
        bedbugs?/bed_bugs?; bugs in; spotless*; immaculate*; tidy; untidy; messy; clean*; dirt; dirty; filth*; hygien*
        modern .. building/facilit*/hospital/ward/room/clinic
        building .. old/new/modern/bright/run_down/dated/shabby/needs/tired/lovely; rundown/run_down; run down; decor*
        refurb*; dilapidated; outdated .. building/room*/facilit*/decor/furniture; plenty of .. seats/seating/space
        seat(?:s|ing) .. enough/uncomfortable/comfortable/more/limited/area
        waiting .. room/area .. small/cramped/crowded/hot/cold/clean/dirty/nice/comfortable
        ward .. clean/dirty/spotless/hot/old/cramped/tidy; pool; gym; spa; swimming pool
        shower* .. dirty/broken/clean/cold/mould*; environment .. clean/pleasant/calm/nice/relax*/safe/poor/unpleasant
        pleasant .. environment/surroundings/atmosphere; atmosphere; surroundings; ambien*
        shop/store .. clean/tidy/messy/dirty/layout/nice/bright/cramped; vending machine*; lighting
        overcrowded .. ward/room
    """,
    "visit": """
        rep/reps .. drops/calls/visits/comes/came/never/always/helpful/samples?/is/has/new; our/your/the rep
        sales force; area/regional/district/territory/key_account manager*; nobody/no_one/never .. from .. sales
        sales .. called_on/called/visit*/drops/calls/person/colleague; called on us; drops? by; pops? in; calls? on us
        train(?:s|ed) .. our/my .. team/girls/staff/assistants/counter; samples?; in store training; product training
        merchandis*; field .. rep*/force/staff/team
        visit/visits .. useful/helpful/informative/regular*/rare*/too_short/never/sales/colleague/pharmacy
        salesperson/salesman/saleswoman/salesmen; account manager*; key account
    """,
    "instructions": """
        booklet*; leaflet*; manual; instruct*; does/did not .. say/state/explain/tell .. how/where/anywhere/when/what
        nowhere .. say*/state*/written/explain*; say anywhere; only in .. chinese/german/english/french/spanish
        assembly .. steps/instruction*/guide/easy/hard; datasheet*/data_sheet*; data sheet*
        dos(?:age|ing) .. unclear/clear/not/information/instruction*
        photo/picture/description/image/listing/website .. promised/different/wrong/mislead*/inaccurate/not_match/
        accurate/false; misleading; false advert*; advertis* .. mislead*/false/different/not/as
        label/labels/labelling .. unclear/wrong/small/read/clear/missing/mislead*
        small .. print/letters .. read/label/leaflet; catalog(?:ue)?s? .. old/outdated/wrong/clear/useful/unclear
        not .. what .. advertised/described/photo/picture; technical .. information/documentation/sheet
        product .. information/description .. wrong/missing/lack*/poor/clear/useful/incomplete
    """,
    "care": """
        treatment*
        care .. +@good/received/poor/terrible/awful/bad/first_class/second_to_none/appalling/quality/given/level/
        standard/was; @good/poor/terrible/awful/bad/appalling/excellent/quality/level/standard .. care; nursing care
        cared for; looked .. after; took .. care .. me/him/her/us/mum/dad/patient*
        surgery .. went/was/well/cancelled/successful; operation .. went/was/well/smoothly/success*
        procedure .. went/was/well/smooth*/painless/explained
        midwi(?:fe|ves)/doctor*/nurse*/surgeon*/consultant*/dentist*/gp/gps/physio*/paramedic*/therapist* <> @good/
        useless/terrible/awful/bad/thorough/careless/incompetent/looked/missed/wonderful/listened/caring
        pain .. control*/relief/managed/left/night/agony/medication/killers; in .. pain/agony; painkiller*; painless
        misdiagnos*; diagnos*; missed .. fracture/diagnosis/cancer/signs/break/infection; xray*/x_ray*; scan/scans
        blood .. test*/taken/pressure; injection*; vaccin*; medication .. given/late/wrong/forgot*/not/changed/review
        therapy; physiotherapy; neglect*; left .. alone/in_bed/unattended/soiled/wet/in_pain; saved .. life
        recover(?:y|ed|ing); checkup*/check_up*; examination; examined; thorough* .. exam*/check*
        feel/felt .. better/safe/in_good_hands; good hands; midwi(?:fe|ves) .. after/me/baby/brilliant; mental health
        illness .. treat*; nhs .. best/great/thank*/wonderful; treated .. quickly/promptly/well/efficient*/effective*
        personal/individual care; palliative; end of life
    """,
    "food": """
        food*; buffet; toast; soup*; sandwich*; tea .. cold/lukewarm/was/and/coffee/cup; cup of .. tea/coffee; tepid
        lukewarm; stale; vegetarian; vegan; gluten; halal; kosher; starter*; main course; steak; fish .. was/dry/fresh
        chicken .. was/dry/cold/raw; salad*; pasta; pizza*; chips; undercooked; overcooked; burger*; wine; beer*
        cocktail*; bar .. drinks?/food/expensive; breakfast*; lunch*; dinner*; supper; eat(?:ing|en)?; hungry
        drinking water; water .. jug/drink/bottle; meal*; snack*; dessert*; menu .. choice/limited/small/great/options
        tasty .. food/meal; diet(?:ary|s)?; catering; hot drinks?; tea and; fruit*; vegetable*; bread
    """,
    "parking": """
        park(?:ing|ed); carparks?/car_parks?; drove/driving/drive .. round/around .. space/place/park*
        look*/find* .. parking_space/space/parking/place_to_park; no .. spaces?/disabled_bays?
        bus .. stop*/stops/route/service/outside/hospital/late; bus stop*
        walker/walking_frame/wheelchair*/pushchair*/pram/crutches/mobility .. stairs/get_in/steps/access/lift/ramp
        stairs; steps .. no/only/too/wheelchair*; only stairs; lift/lifts .. broken/out_of/not/working/no/small; no lift
        step free; signpost*/sign_post*; signpost*; signs .. confusing/clear/unclear/poor/no/better; signage
        easy/hard/difficult .. to_find/find .. way/entrance/place/building/us/it/you; easy to find
        hard to find .. entrance/building/ward/place
        close to .. station/centre/center/airport/beach/metro/city/town/tube/everything
        near .. station/centre/center/airport/metro/tube/beach; walking distance; central .. location; location; located
        far from .. station/home/centre; travel(?:led)? .. far/miles/distance/to_hospital/way; train station; taxi*
        transport .. hospital/patient/public/home/provided/arranged/late; shuttle
        entrance .. hard/find/difficult/stairs/access/wheelchair; hospital transport
        ambulance .. late/waited/hours/arrived/took
    """,
    "appointments": """
        appointment*; first/earliest/next/no/only slot*; slot/slots .. months?/weeks?/available/offered/could
        clinic date .. moved/changed/cancel*/postpon*
        surgery/operation/procedure/clinic/consultation/visit .. postponed/cancel*/moved/rescheduled/delayed
        rescheduled; postponed; get*/got/getting/be/been/being seen; seen .. same_day/straight_away/within
        see .. gp/doctor/specialist/consultant/dentist .. week*/month*/impossible/difficult/hard/quick*/same_day
        see a/my/the doctor/gp/dentist/specialist; waiting list*; referral*; referred .. to/by/month*/week*; refer .. me
        book(?:ing)? .. check_up/doctor/gp/appointment/test/visit/jab/vaccin*
        cannot/cant/impossible/hard/easy .. get .. in/seen/to_see; opening .. hours/times
        open .. saturday*/sunday*/weekend*/evening*/earlier/later/longer/late
        closed .. early/saturday*/sunday*/lunch/weekend*/when/again; closes .. early/too; walkin/walk_in; walk in
        out of hours; access .. gp/doctor/services?/treatment/therapy/care; offer(?:ed)? .. date/slot/time
        branch .. closed/closing/closure/closes; home visit*; months? .. for/to .. appointment/see/scan/specialist
    """,
    "clear_explanation": """
        explain(?:ed|s|ing)? .. +everything/well/clearly/thoroughly/procedure/options/fully/detail/me/us/what/simple/
        plain/so/every; +explained +everything/well/clearly/fully; +plain +english
        +went/go/going/took .. +through .. +everything/options/all/results
        took/takes/taking/gave .. +time .. to_explain/explain*/answer/listen/with_me/talk/to_listen; +took .. +time
        all/any/my/our .. questions? .. +answered/were_answered
        answered .. +all/every/my/our/any .. questions?/concerns/queries
        +kept/keep/keeps/were/was .. +informed/updated/up_to_date/in_the_loop/posted
        +informed .. at_every/every/throughout/progress/all/well; +updated .. +at_every/every/regular*/throughout/stage
        knew/know .. +always/exactly/what .. happening/going_on/was_going/happen/expect; listened .. +to/carefully/me
        good/great/excellent/clear/brilliant/regular +communication/explanation*/information/updates?
        communication .. +good/great/excellent/clear/brilliant/first_class/regular/outstanding; +informative
        +clear .. +information/explan*/instructions_from; +reassur*
        listen(?:s|ed)? .. +to_me/to_us/patient*/concerns/well; well .. +explained/informed; +transparent
        +easy +to +understand; +very clear; +helpful/useful +information
    """,
    "dignity": """
        dignity; dignified; respect; respected; respectful*; privacy; private .. room/area/space/conversation
        confidential*; overhear*; overheard; in front of .. everyone/room/others/other_patients/whole/people/everybody
        like .. a number/cattle/piece_of_meat/object; number and not; not .. a person/human; just a number
        felt .. human/valued/respected/listened_to/part_of/in_control
        involv(?:ed|e|ing|ement) .. me/us/decision*/family/in/care/treatment/my
        decision* .. about/my/made/involved/without/shared
        my/our/his/her .. wishes/preferences/views/concerns/choices .. respected/ignored/seriously/listened/taken
        taken seriously; took .. seriously; seriously; discriminat*; racis*; sexis*; homophob*; interpreter*
        curtain* .. open/drawn/closed/around; exposed; humiliat*; embarrass*; degrading
        treated .. +as/like/with .. human/person/individual/adult/respect/dignity/kindness/compassion; undignified
        intrusive; cultur* .. needs/sensitiv*/respect*; personal .. data/details .. shared/share; listened to
        as an individual
    """,
    "follow_up": """
        discharg*; sent .. home; followup*/follow_up*; follow up*; aftercare/after_care; aftercare; handover*/hand_over*
        handover*; handed over
        after .. surgery/operation/procedure/sale/purchase/installation/treatment .. nobody/no_one/noone/never/not/
        nothing/checked
        rang/called/phoned/contacted .. week*/day*/later/after/next_day .. to_ask/ask/check/see_if/see_how/whether
        check(?:ed|ing)? .. how_i/how_we/up_on/in_on/on_me/on_us; between .. shifts/departments/wards/teams/services
        transfer(?:red)? .. ward*/hospital*/department*/between/another/team; continuity
        different .. doctor/nurse/person/agent/advisor .. every/each; every time a different
        repeat .. myself/story/everything; home .. without/no/too_early/with_no .. medic*/plan/support/help/care/tablets
        social services; community .. nurse*/team/care/support; care plan; aftersales; after sales; after sale
        support .. after/at_home/afterwards; rehab*; coordinat*; co ordinat*; next steps; medical/patient notes/records
        lost .. notes/records/file/paperwork/referral; paperwork
    """,
    "room": """
        mattress*; pillow*; bed/beds .. comfortable/uncomfortable/hard/soft/lumpy/huge/small/broken/old/clean/comfy
        bedding
        room/rooms .. small/tiny/big/spacious/dark/noisy/quiet/cold/hot/view/comfortable/lovely/great/old/dated/tired/
        smelt/smelled/beautiful/nice/cramped/stuffy; noise; noisy; loud
        hear .. everything/neighbo*/traffic/lift/music/night/street; kept .. awake; awake
        sleep .. not/could/couldnt/well/night/bad*/great/impossible; couldnt/not/impossible/hard .. -sleep
        slept .. +well/badly/great; quiet .. room/hotel/area/night/place
        view .. +over/of/from/sea/lovely/great/amazing/stunning/city/balcony
        lovely/great/amazing/beautiful/stunning/spectacular view*; balcony; heating; aircon*/air_con*; freezing; stuffy
        draught*; tv .. not/broken/small/channels/remote; shower .. cold/weak/pressure/broken/great/hot; hot water
        water pressure; spacious; towels?; sheets; kettle; fridge; comfortable .. bed*/room*/stay/hotel/chair*
        temperature; single/double/twin/family/private room; wifi .. room; thin walls; walls .. thin/paper
    """,
    "journey": """
        flight* .. delay*/cancel*/late/missed/overbook*/diverted/changed/rebook*/rescheduled
        train* .. cancel*/late/delay*/overcrowd*/packed/dirty/full/never/strike/short
        bus/buses .. late/cancel*/never/delay*/full/packed/not_turn*
        cancell?ed .. again/flight*/train*/service/trip/minute/yet; connection .. missed/miss/lost
        missed .. connection*/flight/train/connecting; suitcase*; luggage; baggage
        bags? .. lost/missing/delayed/damaged/carousel/checked/arrive*/find; lost .. bag/bags/luggage/suitcase; boarding
        board .. plane/flight; landed; takeoff/take_off; took off; runway; tarmac; gate .. changed/agent/closed
        no seat*; seat* .. cramped/legroom/assigned/together/uncomfortable/narrow/recline*; legroom; leg room; sardines
        packed/crowded/overcrowded .. train*/bus*/carriage*/flight; standing room
        stand .. whole/entire/all .. way/journey; rail replacement; timetable*; punctual* .. train*/flight*/bus*
        airline*; airport*; plane; crew; checkin/check_in .. queue/desk/counter/line; cabin; aircraft; ferry; cruise
        rental car; car hire; hire car; platform .. changed/train; strand*; delay* .. hours?/flight/train; rebooked
        overbooked; in flight
    """,
    "network": """
        signal; coverage .. poor/bad/no/great/good/area/network/patchy; broadband/broad_band; wifi/wi_fi
        internet .. slow/down/drops?/connection/speed*/cuts/fast/unreliable/keeps/not/goes/again
        drops? .. calls?/connection/out/every; dropped/dropping calls?
        calls? .. drop*/cut*/cutting_out/breaking_up/quality; cut/cuts/cutting out
        download* .. speed*/slow/mbps/is/tenth; upload speed*; mbps; fib(?:re|er); 4g; 5g; router*; mobile data
        data .. allowance/limit/roaming/ran_out/used; roaming; reception .. phone/poor/bad/no/mobile; no reception
        network .. down/bad/poor/slow/outage/terrible/great/coverage/problem*; outage*; line .. dead/crackl*/fault*
        landline; sim .. card/not/activat*; engineer .. never/came/visit/appointment/didnt/fixed
        connection .. slow/bad/drops?/lost/unstable/poor/fast/stable/terrible/reliable/keeps
        disconnect(?:s|ed|ing|ion)?; buffering; port .. number; internet speed*; power .. cut*/outage
    """,
    "account": """
        account .. blocked/frozen/froze/locked/closed/hacked/opened/opening/open/suspended/access/empt*/restricted/
        compromised/deleted; froze/blocked/locked/closed/suspended/hacked .. account; open* .. account
        opening an account; savings; mortgage*; loan*; overdraft*; interest .. rate*/charged/high/low
        credit .. score/report/limit/file; current account; checking account; bank account; debit card; atm*
        cashpoint*/cash_point*; cash machine*; pin .. number/blocked/wrong; fraud*; scam*; phishing; stole(?:n)?
        hack(?:ed|er|ers|ing); identity .. theft/check/verif*/document*; unauthori* .. transaction*/access
        security .. breach/question*/check*/code/concern*/poor; data .. breach/leak*/stolen/protection; emptied
        verification; verify .. identity/account/me; locked .. out; two factor
        transfer* .. money/funds/blocked/pending/failed/account; transaction* .. pending/declined/blocked/failed/unknown
        debt .. collect*/agency/credit; banking app; online banking; branch .. staff/closed/closing/manager; foreclos*
        escrow; lender*
    """,
    "range": """
        under .. one_roof; everything .. under_one/one_place/need/want .. roof/place/store/shop/stock; one stop
        wide/huge/great/good/large/big/vast/excellent/poor/limited/small/better/amazing .. selection/range/choice/
        assortment/variety/options
        selection/range/choice/assortment/variety .. +wide/huge/great/good/large/poor/limited/small/better/is/of
        hardly/barely/not_much/nothing/little .. anything/for .. men/women/kids/children/larger/me; more choice
        no choice; lack .. choice/variety/selection; so many .. brands/products/options/things/items
        brands .. to_pick/to_choose/all/available; dropped .. line/range/product*/brand*
        stopped .. selling/stocking/carrying; no longer .. sell/stock/carry/offer/make
        product .. line/range .. dropped/wide/small/gone; delist*
        dont/doesnt/not .. stock/carry/sell .. brand*/size*/it/what; portfolio; assortment; discontinued
    """,
    "staffing": """
        shortstaffed/short_staffed; short staffed; understaffed/under_staffed; under staffed
        not/never/too .. enough/few .. staff/nurses/doctors/people/cashiers/tills/checkouts/agents/employees/
        assistants/beds; more .. staff/nurses/doctors/cashiers; lack of .. staff/nurses/doctors/personnel/beds
        staff .. shortage*/overworked/stretched/pressure/rushed/busy/overstretched/levels/exhausted/run_off
        overstretched; overworked; run off .. feet; rushed off .. feet; stretched .. thin/staff
        only one/two .. till/tills/checkout/cashier*/person/nurse/counter/desk/staff/member/open/doctor
        one .. nurse/doctor/person/carer .. for/on .. patients/ward/all/everyone/thirty/whole
        nobody/no_one/noone .. around/about/to_ask/there_to/to_help/available/in_sight/at_the_counter/at_reception/
        to_serve; no staff; staffing; staff turnover; so busy; very busy; overcrowded; cutbacks; funding
        no .. assistants?/staff .. around/available/sight/help; busy .. staff/nurses/ward/to_help
    """,
}
