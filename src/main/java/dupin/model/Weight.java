package dupin.model;

/// One line of the weights file: decibans and where the figure comes from.
public record Weight(String id, int decibans, String meaning, String source) {}
