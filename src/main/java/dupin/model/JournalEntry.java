package dupin.model;

import java.time.Instant;

/// An [Entry] in its place in the hash chain.
///
/// @param seq position, from 0
/// @param at decision clock
/// @param actor `Automation` or the person at the keyboard
/// @param previousHash hash of the entry before, 64 zeros for the first
/// @param hash SHA-256 (hex) over the canonical line without the hash itself
public record JournalEntry(long seq, Instant at, String actor, Entry entry, String previousHash, String hash) {}
