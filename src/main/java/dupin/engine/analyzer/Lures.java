package dupin.engine.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a mail tries to make its reader do, told by words of several languages. One word is nothing, a subject that speaks of
/// a prize and a text that urges are something.
final class Lures {

    /// @param words of a lure, as stems of plain lower-case text
    private record Lure(String name, Pattern words) {
        static Lure of(String name, String... stems) {
            return new Lure(name, Pattern.compile("\\b(?:" + String.join("|", stems) + ")"));
        }
    }

    private static final Lure ACCOUNT =
            Lure.of(
                    "an account in danger",
                    "unusual sign",
                    "unusual activity",
                    "suspicious (?:sign|log|activit)",
                    "sign-?in activity",
                    "verify your",
                    "confirm your (?:account|identit|email|password|information)",
                    "(?:account|mailbox|storage|photos|mail)[^.]{0,40}(?:suspend|block|deactivat|de-activat|delet|expire|full|clos|limited|locked)",
                    "update your (?:account|payment|billing|password)",
                    "password (?:expir|reset|change)",
                    "someone (?:tried|logged|has)",
                    "new device",
                    "konto[^.]{0,30}(?:gesperrt|eingeschrankt|bestatig)",
                    "geloscht",
                    "sperrung",
                    "verifizier",
                    "compte[^.]{0,40}(?:suspendu|bloque|limite)",
                    "verifiez",
                    "confirmez vos",
                    "cuenta[^.]{0,40}(?:bloque|suspend)",
                    "verifique",
                    "verifica (?:il|la|tu|su)",
                    "(?:cuenta|conta|conto|rekening|konto)[^.]{0,30}(?:limit|sospes|zablokowan|verlop)",
                    "conta[^.]{0,40}(?:bloque|suspens)",
                    "acesso[^.]{0,30}dispositivo",
                    "seguranca",
                    "account[^.]{0,30}geblokkeerd",
                    "bevestig",
                    "security (?:alert|upgrade|breach|action)");
    private static final Lure PRIZE =
            Lure.of(
                    "a prize",
                    "congratulation",
                    "you(?:'ve| have)? won",
                    "\\bwinner",
                    "you (?:are|were|have been) (?:selected|chosen)",
                    "gift card",
                    "giveaway",
                    "(?:exclusive|special) (?:reward|offer|survey)",
                    "claim (?:your|it|now)",
                    "free (?:spins|sample|gift|iphone|samsung)",
                    "jackpot",
                    "survey",
                    "\\breward",
                    "herzlichen gluckwunsch",
                    "gratulier",
                    "gewinn",
                    "gewonnen",
                    "gutschein",
                    "geschenk",
                    "auszahlung",
                    "felicitation",
                    "vous avez gagne",
                    "cadeau",
                    "felicidades",
                    "premio",
                    "ganad",
                    "gratis",
                    "parabens",
                    "ganhou",
                    "hai vinto",
                    "complimenti",
                    "gefeliciteerd",
                    "cadeaukaart",
                    "make money",
                    "invest(?:i|e|a|issez|iere|ieren|ment opportunit)?\\b",
                    "(?:high|guaranteed|daily) (?:return|profit)",
                    "rendement",
                    "rendite",
                    "rendimiento",
                    "crypto",
                    "bitcoin",
                    "bonus",
                    "payout",
                    "loteri",
                    "sorteo",
                    "tombola",
                    "regalo",
                    "recompens",
                    "belohnung",
                    "ricompens",
                    "premia",
                    "nagrod",
                    "wygra");
    private static final Lure URGENCY =
            Lure.of(
                    "haste",
                    "urgent",
                    "immediately",
                    "act (?:now|today|fast)",
                    "hurry",
                    "final (?:notice|chance|warning|reminder)",
                    "last (?:chance|reminder|warning)",
                    "within (?:24|48|72) ?h",
                    "action required",
                    "expires? (?:today|soon|in)",
                    "limited time",
                    "only today",
                    "today only",
                    "don'?t miss",
                    "before it'?s too late",
                    "as soon as possible",
                    "dringend",
                    "sofort",
                    "jetzt handeln",
                    "noch heute",
                    "letzte (?:chance|mahnung)",
                    "urgente",
                    "immediatement",
                    "derniere chance",
                    "ultimo aviso",
                    "imediat",
                    "inmediat",
                    "dringende?",
                    "onmiddellijk",
                    "attention",
                    "atencao",
                    "pilne",
                    "natychmiast");
    private static final Lure PAYMENT =
            Lure.of(
                    "money to pay or get",
                    "invoice",
                    "overdue",
                    "outstanding (?:payment|balance|amount)",
                    "payment (?:received|pending|failed|from|award|notification|advice)",
                    "wire transfer",
                    "your (?:order|payment)[^.]{0,30}(?:received|paid|confirm)",
                    "(?:package|parcel|shipment|delivery)[^.]{0,50}(?:fee|failed|held|pending|customs|could not)",
                    "customs",
                    "rechnung",
                    "mahnung",
                    "zahlung",
                    "facture",
                    "paiement",
                    "factura",
                    "pago pendiente",
                    "nota fiscal",
                    "encomenda",
                    "boleto",
                    "pagamento",
                    "bestelling",
                    "betaling",
                    "przesylk",
                    "faktura",
                    "credit score",
                    "debt",
                    "refund",
                    "tax return",
                    "quote");
    private static final Lure GOODS =
            Lure.of(
                    "a miracle",
                    "weight loss",
                    "los(?:e|ing) weight",
                    "\\bdiet",
                    "slimming",
                    "maigrir",
                    "emagrec",
                    "adelgaz",
                    "dimagri",
                    "schudn",
                    "afvallen",
                    "burn(?:s)? fat",
                    "fat (?:burn|away)",
                    "erectile",
                    "viagra",
                    "cialis",
                    "testosterone",
                    "pain relief",
                    "miracle",
                    "abnehm",
                    "libido",
                    "sugar (?:level|blood)",
                    "anti-aging",
                    "medicare",
                    "solar panel",
                    "auto insurance",
                    "reverse mortgage",
                    "hearing aid",
                    "stock (?:pick|alert|tip)",
                    "portfolio");

    /// Words of letters that promise a fortune for a small help.
    private static final Pattern ADVANCE_FEE =
            Pattern.compile(
                    "\\b(?:beneficiary|next of kin|inherit|million|fund(?:s)? (?:transfer|of)|transfer (?:of )?(?:the )?(?:fund|money|sum)|compensation|atm card|consignment|deposit(?:ed)? (?:the|with|in)|late (?:husband|client|father)|foreign (?:partner|account)|barrister|deceased|widow|donat|charit|my dear|dearest|dear friend|god bless|confidential|trust(?:ed|worthy)|percent|united nations|central bank|world bank|diplomat|gold|investment|partnership|get back to me|reply (?:me|back)|contact (?:me|him|her)|my name is|bank of|usd|us\\$|dollars|euro|loan|cancer|sum of|lucky|business proposal)");

    private Lures() {}

    /// Names of the lures in the text, those of the subject first.
    static List<String> in(String subject, String text) {
        String head = Disguise.plain(subject);
        String body = Disguise.plain(text);
        var found = new ArrayList<String>();
        for (Lure lure : List.of(ACCOUNT, PRIZE, URGENCY, PAYMENT, GOODS)) {
            if (lure.words().matcher(head).find()) {
                found.addFirst(lure.name());
            } else if (lure.words().matcher(body).results().limit(2).count() >= 2) {
                found.add(lure.name());
            }
        }
        return found;
    }

    /// Whether the subject itself holds a lure.
    static boolean subject(String subject) {
        String head = Disguise.plain(subject);
        return List.of(ACCOUNT, PRIZE, URGENCY, PAYMENT, GOODS).stream().anyMatch(l -> l.words().matcher(head).find());
    }

    /// Different words of the advance-fee letter in the text.
    static long advanceFee(String text) {
        return ADVANCE_FEE.matcher(Disguise.plain(text)).results().map(r -> r.group()).distinct().limit(30).count();
    }
}
