/// What is said about a policy: its decisions as a matrix, what another one would change, what it is recommended to be,
/// what is wrong with it. Immutable words between engine, service and views.
@NullMarked
package dupin.model.policy;

import org.jspecify.annotations.NullMarked;
