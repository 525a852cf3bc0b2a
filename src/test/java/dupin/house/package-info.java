/// The rules of the house, held by tests: who may import whom, what is done in one place only, what is done nowhere.
///
/// Decision: one module and these tests, not one module per room.
/// Because: a rule here says why it is there when it fails; a module boundary does not.
/// Price: a rule is broken at the next test run, not at the next compilation.
package dupin.house;
