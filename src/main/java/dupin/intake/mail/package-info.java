/// Mail as `.eml` (and mailbox files of several): header, authentication, path, links, forms and attachments become rows and
/// a reported mail. A mail is hostile: its size, depth, parts and links are bounded, nothing of it is rendered, opened or
/// fetched.
///
/// - **Decision** To import a mail is to submit it: each gives one alert, whose id comes from the mail's own digest.
///   **Because** an analyst who has the file wants a verdict on it. **Price** legitimate mail is investigated too; the alert
///   therefore bears no severity and weighs nothing.
/// - **Decision** Intake writes down what the mail shows, the engine weighs it. **Because** weights are data.
/// - **Decision** A forwarding mail that says little of its own and carries another is taken for a report of the carried
///   one. **Because** that is how report buttons send them.
@NullMarked
package dupin.intake.mail;

import org.jspecify.annotations.NullMarked;
