package dupin.respond.defender;

import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.respond.Responder.Outcome;
import dupin.respond.Responder.Status;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// An action on an account by Graph security. Only whether an Entra account is enabled can be read back.
final class IdentityDeed implements Deed {
    private final Api api;
    private final RemediationAction action;
    private final String account;

    /// @throws ServiceTrouble when the case does not know the account's object id
    IdentityDeed(Api api, RemediationAction action) {
        this.api = api;
        this.action = action;
        this.account = action.target() instanceof Entity.User user ? user.azureAdUserId() : "";
        if (account.isEmpty()) {
            throw new ServiceTrouble(
                    Status.FAILED,
                    0,
                    "The case does not know the object id of "
                            + action.target().label()
                            + ", by which the directory is asked.");
        }
        Machines.plain(account);
    }

    static boolean does(ActionType type) {
        return !word(type).isEmpty();
    }

    private static String word(ActionType type) {
        return switch (type) {
            case DISABLE_USER -> "disable";
            case RESET_PASSWORD -> "forcePasswordReset";
            case REVOKE_SESSIONS -> "requireUserToSignInAgain";
            case MARK_COMPROMISED -> "markUserAsCompromised";
            default -> "";
        };
    }

    private boolean readable() {
        return action.type() == ActionType.DISABLE_USER && provider().equals("entraID");
    }

    private String provider() {
        return action.parameter("identityProvider");
    }

    private boolean enabled() {
        JsonNode user = api.get("/users/" + account + "?$select=accountEnabled");
        return user.path("accountEnabled").asBoolean(true);
    }

    @Override
    public Map<String, String> before() {
        var before = new TreeMap<String, String>();
        if (readable()) {
            before.put("already", Boolean.toString(!enabled()));
        }
        return before;
    }

    @Override
    public Step order(String comment) {
        boolean okta = action.type() == ActionType.REVOKE_SESSIONS && provider().equals("okta");
        return invoke(okta ? "revokeAllSessions" : word(action.type()));
    }

    @Override
    public Step restore(String comment, Map<String, String> before) {
        return action.type() == ActionType.DISABLE_USER
                ? invoke("enable")
                : new Step(Status.FAILED, "", action.type().label() + " cannot be undone.");
    }

    private Step invoke(String what) {
        var body =
                api.json()
                        .createObjectNode()
                        .put("accountId", account)
                        .put("action", what)
                        .put("identityProvider", provider());
        JsonNode answer = api.post("/security/identities/identityAccounts/" + account + "/invokeAction", body).body();
        String id = answer.path("correlationId").asString("");
        return new Step(
                Status.DONE, id, what + ": " + action.subject() + (id.isEmpty() ? "." : " (correlation " + id + ")."));
    }

    @Override
    public Outcome verify(boolean expectEffect) {
        if (!readable()) {
            return new Outcome(Status.UNKNOWN, "The directory offers no way to read this back.");
        }
        boolean off = !enabled();
        return new Outcome(off == expectEffect, "Read back: the account is " + (off ? "disabled." : "enabled."));
    }
}
