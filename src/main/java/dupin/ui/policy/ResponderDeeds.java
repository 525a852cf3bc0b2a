package dupin.ui.policy;

import dupin.service.Arming;
import dupin.service.ResponderProfile;
import java.util.List;

/// What the Responders tab asks of the case and of the console. Everything blocks: background only. What whoever is at the
/// console may not do is refused with a [dupin.service.Problem].
public interface ResponderDeeds {

    /// @param fault why the profiles cannot be read; "" otherwise
    record Known(Arming.State armed, List<ResponderProfile> profiles, String fault) {
        public Known {
            profiles = List.copyOf(profiles);
        }
    }

    Known responders();

    /// Asks the responder whether it is there and what it offers; gives no order.
    ///
    /// @param passphrase opens the key store; empty for a kind without a secret
    Arming.Probe test(ResponderProfile profile, char[] passphrase);

    /// @param passphrase as in [#test]
    void arm(ResponderProfile profile, char[] passphrase, String comment);

    /// Arms the simulated estate again.
    void disarm(String comment);

    /// @param secret empty for a kind without one
    /// @param passphrase opens the key store, or becomes its passphrase
    void keep(ResponderProfile profile, char[] secret, char[] passphrase);

    void forget(ResponderProfile profile);
}
