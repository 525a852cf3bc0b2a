/// What exists: incidents, alerts, evidence, entities, findings, verdicts, actions, policy and the entries of the
/// journal, as immutable records, enums and sealed types. Nothing here does work beyond naming and comparing itself.
///
/// - **Decision** Absent text is the empty string, absent lists are empty; only times may be null.
///   **Because** exports omit, null and blank the same field at will. **Price** "given but empty" cannot be told apart.
/// - **Decision** Every entity has exactly one [dupin.model.EntityKey], made by [dupin.model.Canonical].
///   **Because** correlation, prevalence and remediation all rest on "the same thing". **Price** a device is known by
///   its host label, so two machines of one name in two domains are one entity.
/// - **Decision** Weights and scores are whole decibans. **Because** integer sums do not depend on their order, so
///   verdicts are equal bit for bit on any machine. **Price** no fractions.
/// - **Decision** A telemetry row is cited by [dupin.model.RowRef] (file digest and row), never by a database id.
///   **Because** citations must survive a rebuild of the store.
@NullMarked
package dupin.model;

import org.jspecify.annotations.NullMarked;
