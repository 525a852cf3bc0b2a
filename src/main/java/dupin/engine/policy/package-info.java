/// Looks at policies instead of applying them: the decision matrix, what another policy would have done, recommendations,
/// faults, drift.
///
/// Decision: nothing here decides anew; every cell and every row asks [dupin.engine.AutomationPolicy] and
/// [dupin.engine.AlertRouting]. Because: a picture of a policy that was drawn by other code than the one that acts would one
/// day differ from it. Price: examples of entities have to be made for the matrix. Pure; it knows no responder.
@NullMarked
package dupin.engine.policy;

import org.jspecify.annotations.NullMarked;
