package dupin.service;

/// What became of one item of a bulk command; `message` says why when it was not done.
public record ItemResult(String id, String label, boolean done, String message) {}
