@org.jspecify.annotations.NullMarked
package dupin.intake.sigma;
