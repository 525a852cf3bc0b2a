@org.jspecify.annotations.NullMarked
package dupin.engine.sigma;
