package dupin.service;

import dupin.intake.FileSource;
import dupin.store.AliasIndex;

/// What the check of a file has learned.
///
/// @param source remembers what its readers have looked for
/// @param names which keys mean one thing
record Checked(FileSource source, AliasIndex names) {}
