/// OpenC2 1.0: actions as commands, sent over HTTPS or written to files.
///
/// - **Decision** A command's id is made of the attempt's, and asking again sends the same command. **Because** a consumer
///   that has it already then answers instead of acting a second time.
/// - **Decision** What the language has no target for (services, accounts, messages) is not supported. **Because** a target
///   of our own invention would be understood by nobody.
@NullMarked
package dupin.respond.openc2;

import org.jspecify.annotations.NullMarked;
