package dupin.respond.defender;

import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.respond.Responder.Outcome;
import dupin.respond.Responder.Status;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An indicator of Defender for Endpoint: in force at once; taken back to the one that was there before, or to none.
final class IndicatorDeed implements Deed {
    private static final String PATH = "/api/indicators";

    private final Api api;
    private final RemediationAction action;
    private final String value;
    private final String type;

    /// @throws ServiceTrouble when the target has nothing that an indicator can name
    IndicatorDeed(Api api, RemediationAction action) {
        this.api = api;
        this.action = action;
        switch (action.target()) {
            case Entity.Url url -> {
                type = "Url";
                value = url.url();
            }
            case Entity.Domain domain -> {
                type = "DomainName";
                value = domain.domainName();
            }
            case Entity.IpAddress ip -> {
                type = "IpAddress";
                value = ip.ipAddress();
            }
            case Entity.File file -> {
                type = file.sha256().isEmpty() ? "FileSha1" : "FileSha256";
                value = file.sha256().isEmpty() ? file.sha1() : file.sha256();
            }
            default -> throw new ServiceTrouble(Status.FAILED, 0, "No indicator names a thing of this kind.");
        }
        if (value.isBlank()) {
            throw new ServiceTrouble(
                    Status.FAILED, 0, "The case knows no hash of " + action.target().label() + " to block.");
        }
    }

    private @Nullable JsonNode current() {
        for (JsonNode one : api.get(PATH + "?" + Api.filter("indicatorValue", value)).path("value")) {
            if (one.path("indicatorType").asString("").equals(type)) {
                return one;
            }
        }
        return null;
    }

    @Override
    public Map<String, String> before() {
        var before = new TreeMap<String, String>();
        JsonNode now = current();
        if (now != null) {
            for (String field : new String[] {"action", "title", "description", "severity"}) {
                before.put(field, now.path(field).asString(""));
            }
            before.put("already", Boolean.toString(now.path("action").asString("").equals(wanted())));
        }
        return before;
    }

    private String wanted() {
        return action.parameter("action");
    }

    @Override
    public Step order(String comment) {
        return put(wanted(), action.type().label() + " by Dupin", comment, "High");
    }

    @Override
    public Step restore(String comment, Map<String, String> before) {
        String old = before.getOrDefault("action", "");
        if (!old.isEmpty()) {
            return put(
                    old,
                    before.getOrDefault("title", comment),
                    before.getOrDefault("description", comment),
                    before.getOrDefault("severity", "High"));
        }
        JsonNode now = current();
        if (now != null) {
            api.delete(PATH + "/" + Machines.plain(now.path("id").asString("")));
        }
        return new Step(Status.DONE, "", "The indicator for " + value + " is removed.");
    }

    private Step put(String how, String title, String description, String severity) {
        var body =
                api.json()
                        .createObjectNode()
                        .put("indicatorValue", value)
                        .put("indicatorType", type)
                        .put("action", how)
                        .put("application", "Dupin")
                        .put("title", title)
                        .put("description", description)
                        .put("severity", severity)
                        .put("generateAlert", how.equals("Audit"));
        String id = api.post(PATH, body).body().path("id").asString("");
        return new Step(Status.DONE, id, "Indicator " + id + ": " + how + " " + value + ".");
    }

    @Override
    public Outcome verify(boolean expectEffect) {
        JsonNode now = current();
        String seen = now == null ? "" : now.path("action").asString("");
        boolean holds = seen.equals(wanted());
        return new Outcome(
                holds == expectEffect,
                "Read back: "
                        + (seen.isEmpty() ? "there is no indicator for " : "the indicator says " + seen + " for ")
                        + value
                        + ".");
    }
}
