package dupin.service;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A responder that a user has described. Its secret lies in the key store, under the profile's name.
///
/// @param settings by the names that its kind asks for
public record ResponderProfile(String name, Kind kind, Map<String, String> settings) {
    public ResponderProfile {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /// What carries actions out.
    public enum Kind {
        DEFENDER("Microsoft Defender and Graph security", true, List.of("tenant", "clientId")),
        OPENC2("OpenC2 over HTTPS", true, List.of("address")),
        OPENC2_FILES("OpenC2 command files", false, List.of("folder")),
        RUNBOOK("Runbook for a person", false, List.of("folder"));

        private final String label;
        private final boolean secret;
        private final List<String> settings;

        Kind(String label, boolean secret, List<String> settings) {
            this.label = label;
            this.secret = secret;
            this.settings = settings;
        }

        public String label() {
            return label;
        }

        /// Whether it needs a secret from the key store.
        public boolean secret() {
            return secret;
        }

        /// Names of the settings that a profile of this kind needs.
        public List<String> settings() {
            return settings;
        }
    }

    String setting(String key) {
        return settings.getOrDefault(key, "");
    }
}
