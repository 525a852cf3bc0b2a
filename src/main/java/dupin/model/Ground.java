package dupin.model;

/// One thing that an approval rests on: a verdict, a finding, a target, the policy.
///
/// @param subject what it is about; grounds of one subject are the same thing before and after
/// @param value changes exactly when the ground does
/// @param text in words, for the difference
public record Ground(String subject, String value, String text) {}
