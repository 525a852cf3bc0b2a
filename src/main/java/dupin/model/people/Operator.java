package dupin.model.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person who may sign in.
///
/// @param publicKey Ed25519, X.509 form in Base64
/// @param lockedUntil after too many wrong passphrases; null while not
public record Operator(String name, Role role, String publicKey, @Nullable Instant lockedUntil) {}
