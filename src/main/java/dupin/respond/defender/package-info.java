/// Microsoft Defender for Endpoint and Microsoft Graph security as a responder, over their public APIs.
///
/// - **Decision** Nothing sleeps in here: a service that asks to wait, does not answer or has not finished makes the answer
///   *under way*, and the case's clock asks again. **Because** a hand that waits three days for a device helps nobody.
/// - **Decision** Before an order is given, the service is asked whether it has it already: the comment of every order
///   bears the attempt's id. **Because** an answer that got lost must not make a second deed.
/// - **Decision** What the APIs cannot do is not claimed as supported. **Because** the runbook can tell a person.
@NullMarked
package dupin.respond.defender;

import org.jspecify.annotations.NullMarked;
