"""The sentences that the demo company's customers are heard to say, by theme and language.

A language with a star is how a business speaks; its sentences are never put into a consumer's mouth.
"""

SENTENCES = """
late deliveries | en  | the delivery came {days} days late, and nobody told us.
late deliveries | en  | we waited {days} days for our order of {product}.
late deliveries | en* | third late delivery this quarter, my shelf for {product} stood empty over the weekend.
late deliveries | en  | your carrier said Tuesday, the parcels arrived {days} days after that.
late deliveries | en  | half of the order was missing and the rest came {days} days too late.
late deliveries | en* | our regulars went elsewhere while {product} was stuck in your warehouse for {days} days.
late deliveries | en  | promised for Monday, delivered {days} days later, and no message in between.
late deliveries | de  | die Lieferung kam {days} Tage zu spät.
late deliveries | de* | wir haben {days} Tage auf {product} gewartet, das Regal war leer.
late deliveries | fr  | la livraison a eu {days} jours de retard.
late deliveries | fr  | nous avons attendu {product} pendant {days} jours.
late deliveries | es  | el pedido llegó con {days} días de retraso.
late deliveries | es  | llevamos {days} días esperando {product}.
late deliveries | it  | la consegna è arrivata con {days} giorni di ritardo.
late deliveries | it  | aspettiamo {product} da {days} giorni.
wrong invoices  | en  | the invoice shows a price that we never agreed on.
wrong invoices  | en* | we were billed twice for the same order of {product}.
wrong invoices  | en* | our discount is missing on the invoice, for the second month running.
wrong invoices  | en  | it took {days} days and four mails to correct one invoice.
wrong invoices  | en* | the credit note for the returned {product} is still not on our account.
wrong invoices  | en  | I was charged for delivery although the order was above the limit.
wrong invoices  | en* | every month I spend an hour putting your invoices right.
wrong invoices  | de* | die Rechnung stimmt wieder nicht, der Rabatt fehlt.
wrong invoices  | de  | {product} wurde uns doppelt berechnet.
wrong invoices  | de  | die Rechnung stimmt nicht, und niemand antwortet.
wrong invoices  | fr* | la facture est fausse, notre remise n'y figure pas.
wrong invoices  | fr  | {product} nous a été facturé deux fois.
wrong invoices  | fr  | la facture ne correspond pas à ma commande.
wrong invoices  | es* | la factura está mal, falta nuestro descuento.
wrong invoices  | es  | nos han cobrado {product} dos veces.
wrong invoices  | es  | la factura no coincide con mi pedido.
wrong invoices  | it* | la fattura è sbagliata, manca lo sconto.
wrong invoices  | it  | {product} ci è stato addebitato due volte.
wrong invoices  | it  | la fattura non corrisponde al mio ordine.
hard blister    | en  | the new blister pack of {product} is nearly impossible to open.
hard blister    | en* | older people bring {product} back because they cannot push the tablets out of the new foil.
hard blister    | en  | I needed scissors to open the new {product} pack, and the tablet broke.
hard blister    | en  | the new packaging of {product} is a step backwards: the foil tears, the tablets crumble.
hard blister    | en* | three customers this week asked for something else because the {product} blister will not open.
hard blister    | en  | what have you done to the {product} pack? The old blister was fine.
hard blister    | en  | my mother has arthritis and cannot open the new {product} strips at all.
hard blister    | en  | half of the {product} tablets break when you push them through that stiff foil.
hard blister    | de  | die neue Blisterpackung von {product} lässt sich kaum öffnen.
hard blister    | de* | ältere Kunden bringen {product} zurück, weil die Tabletten nicht aus der neuen Folie gehen.
hard blister    | de  | beim Öffnen der neuen {product}-Packung zerbrechen die Tabletten.
hard blister    | fr  | la nouvelle plaquette de {product} est presque impossible à ouvrir.
hard blister    | fr  | les comprimés de {product} se cassent quand on ouvre le nouveau blister.
hard blister    | es  | el nuevo blíster de {product} es casi imposible de abrir.
hard blister    | es  | las pastillas de {product} se rompen al abrir el envase nuevo.
hard blister    | it  | il nuovo blister di {product} è quasi impossibile da aprire.
hard blister    | it  | le compresse di {product} si rompono aprendo la nuova confezione.
cheaper rival   | en* | {rival} is well below {product} now, my customers see it at once.
cheaper rival   | en  | since {rival} cut its price I can hardly explain why {product} costs more.
cheaper rival   | en* | we moved the front shelf from {product} to {rival}, the price decides.
cheaper rival   | en  | people ask for {rival} by name these days. Same pack size, much cheaper than {product}.
cheaper rival   | en* | at your price {product} stays on the shelf next to {rival}.
cheaper rival   | en  | why pay more for {product} when {rival} costs so much less?
cheaper rival   | en* | {rival} offers us a better margin and the lower price, hard to argue for {product}.
cheaper rival   | de* | {rival} ist jetzt deutlich billiger als {product}, das merken die Kunden sofort.
cheaper rival   | de  | seit {rival} den Preis gesenkt hat, bleibt {product} liegen.
cheaper rival   | de  | warum mehr für {product} zahlen, wenn {rival} so günstig ist?
cheaper rival   | fr  | {rival} est maintenant bien moins cher que {product}.
cheaper rival   | fr* | les clients demandent {rival}, le prix de {product} est trop haut.
cheaper rival   | es  | {rival} es ahora mucho más barato que {product}.
cheaper rival   | it  | {rival} adesso costa molto meno di {product}.
long wait       | en  | I was on hold for {minutes} minutes and then cut off.
long wait       | en  | two calls, {minutes} minutes of music, no answer about {product}.
long wait       | en  | nobody called back although it was promised.
long wait       | de  | {minutes} Minuten in der Warteschleife, dann aufgelegt.
long wait       | fr  | {minutes} minutes d'attente au téléphone, puis plus rien.
long wait       | es  | {minutes} minutos en espera y nadie contestó.
long wait       | it  | {minutes} minuti in attesa al telefono, poi è caduta la linea.
website trouble | en  | the shop logged me out in the middle of the order.
website trouble | en  | the website showed {product} in stock, then it was not.
website trouble | en  | I cannot find my old orders on the new website.
website trouble | en  | the payment page failed three times before it went through.
website trouble | de  | der Webshop hat meine Bestellung zweimal verloren.
website trouble | fr  | le site m'a déconnecté en pleine commande.
website trouble | es  | la web se cuelga al pagar.
website trouble | it  | il sito si blocca al momento di pagare.
wrong items     | en  | we ordered {product} and got something else.
wrong items     | en* | the order was taken down wrong, ten cartons instead of one.
wrong items     | en  | one pack of {product} was missing from the parcel.
wrong items     | de  | statt {product} kam ein anderer Artikel.
wrong items     | fr  | nous avons reçu un autre article à la place de {product}.
wrong items     | es  | pedimos {product} y llegó otra cosa.
wrong items     | it  | abbiamo ordinato {product} ed è arrivato altro.
slow claim      | en* | our claim for the damaged cartons has been open for {days} weeks.
slow claim      | en  | the claim form asks for everything twice and then nothing happens.
slow claim      | de  | unsere Reklamation liegt seit {days} Wochen bei Ihnen.
slow claim      | fr  | notre réclamation attend depuis {days} semaines.
slow claim      | es  | la reclamación lleva {days} semanas abierta.
slow claim      | it  | il reclamo è aperto da {days} settimane.
works well      | en* | {product} does what it says, our customers come back for it.
works well      | en  | {product} is the one I recommend first.
works well      | en  | never had a complaint about {product}.
works well      | en  | good results with {product}, and the leaflet is clear.
works well      | en  | {product} helped me within the hour.
works well      | en  | I always have {product} at home.
works well      | de* | {product} wirkt zuverlässig, die Kunden kommen wieder.
works well      | de  | {product} empfehle ich zuerst.
works well      | de  | {product} hilft mir schnell.
works well      | fr* | {product} est efficace, les clients reviennent.
works well      | fr  | {product} me soulage vite.
works well      | es* | {product} funciona muy bien, los clientes repiten.
works well      | es  | {product} me ayuda enseguida.
works well      | it* | {product} funziona bene, i clienti tornano.
works well      | it  | {product} mi aiuta subito.
quick delivery  | en  | ordered in the afternoon, delivered next morning.
quick delivery  | en  | deliveries have been complete and on time for months.
quick delivery  | de  | gestern bestellt, heute geliefert.
quick delivery  | fr  | livraison rapide et complète.
quick delivery  | es  | entrega rápida y completa.
quick delivery  | it  | consegna veloce e completa.
good visit      | en* | {owner} knows our shop and brings ideas, not brochures.
good visit      | en* | the visit of {owner} was worth the time.
good visit      | en* | {owner} helped us rearrange the whole shelf.
good visit      | de* | {owner} kennt unsere Apotheke und hilft wirklich.
good visit      | fr* | {owner} connaît notre officine et nous aide vraiment.
good visit      | es* | {owner} conoce nuestra farmacia y nos ayuda de verdad.
good visit      | it* | {owner} conosce la nostra farmacia e ci aiuta davvero.
helpful call    | en  | your colleague on the phone solved it in {minutes} minutes.
helpful call    | en  | friendly people on the phone, straight answers.
helpful call    | de  | am Telefon schnell und freundlich geholfen.
helpful call    | fr  | au téléphone, réponse rapide et aimable.
helpful call    | es  | por teléfono me ayudaron enseguida.
helpful call    | it  | al telefono mi hanno aiutato subito.
easy ordering   | en  | reordering takes me two minutes, the saved lists are great.
easy ordering   | en  | the new web shop is clear and quick.
easy ordering   | en  | two clicks and my order was placed.
easy ordering   | de  | der Webshop ist übersichtlich und schnell.
easy ordering   | fr  | commander sur le site est simple et rapide.
easy ordering   | es  | pedir por la web es fácil y rápido.
easy ordering   | it  | ordinare dal sito è facile e veloce.
"""

OPENERS = """
bad  | en  | Sorry to say it:
bad  | en  | Honestly,
bad  | en  | I have to be frank:
bad  | en  | Once again:
bad  | de  | Leider:
bad  | de  | Ehrlich gesagt:
bad  | fr  | Franchement,
bad  | fr  | Malheureusement,
bad  | es  | La verdad:
bad  | it  | Sinceramente:
good | en  | Just to say:
good | en  | Credit where it is due:
good | en  | As always:
good | de  | Muss man sagen:
good | fr  | Il faut le dire :
good | es  | Hay que decirlo:
good | it  | Va detto:
"""

TAILS = """
bad  | en  | This has to get better.
bad  | en  | Please look into it.
bad  | en  | We expected more from you.
bad  | en  | Who can I talk to about this?
bad  | de  | Bitte kümmern Sie sich darum.
bad  | de  | Das muss besser werden.
bad  | fr  | Merci de faire le nécessaire.
bad  | fr  | Cela doit changer.
bad  | es  | Por favor, revísenlo.
bad  | es  | Esto tiene que mejorar.
bad  | it  | Per favore, verificate.
bad  | it  | Così non va.
good | en  | Keep it up.
good | en  | Thank you!
good | en  | That is how it should be.
good | de  | Weiter so!
good | de  | Danke dafür.
good | fr  | Merci !
good | fr  | Continuez ainsi.
good | es  | ¡Gracias!
good | es  | Sigan así.
good | it  | Grazie!
good | it  | Continuate così.
"""
