/// Measurements of what runs once per imported row. Run with: `mvn -q -Pbench test-compile exec:exec@bench`
package dupin.bench;
