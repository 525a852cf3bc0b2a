package dupin.ui;

import dupin.model.people.Command;
import dupin.service.Arming;
import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.Problem;
import dupin.service.ResponderProfile;
import dupin.ui.policy.ResponderDeeds;
import java.util.List;
import java.util.function.Supplier;

/// The responders of the console and the open case that one of them is armed for. Permission is asked before a key store
/// is opened. Blocks: background only.
final class CaseResponders implements ResponderDeeds {
    private final CaseSession session;
    private final Console console;
    private final Supplier<String> operator;

    CaseResponders(CaseSession session, Console console, Supplier<String> operator) {
        this.session = session;
        this.console = console;
        this.operator = operator;
    }

    @Override
    public Known responders() {
        Arming.State armed = session.arming().state();
        try {
            return new Known(armed, console.responders().profiles(), "");
        } catch (Problem e) {
            return new Known(armed, List.of(), e.sentence());
        }
    }

    private void require() {
        session.people().ifPresent(people -> people.require(Command.ARM_RESPONDER));
    }

    @Override
    public Arming.Probe test(ResponderProfile profile, char[] passphrase) {
        require();
        return session.arming().probe(console.responders(), profile, passphrase);
    }

    @Override
    public void arm(ResponderProfile profile, char[] passphrase, String comment) {
        require();
        session.arming().arm(console.responders(), profile, passphrase, operator.get(), comment);
    }

    @Override
    public void disarm(String comment) {
        require();
        session.arming().disarm(operator.get(), comment);
    }

    @Override
    public void keep(ResponderProfile profile, char[] secret, char[] passphrase) {
        require();
        console.responders().put(profile, secret, passphrase);
    }

    @Override
    public void forget(ResponderProfile profile) {
        require();
        if (session.arming().state().name().equals(profile.name())) {
            throw new Problem(
                    "The responder \"" + profile.name() + "\" is armed.", "It is still kept.", "Disarm it first.");
        }
        console.responders().remove(profile.name());
    }
}
