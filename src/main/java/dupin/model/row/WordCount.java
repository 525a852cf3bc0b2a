package dupin.model.row;

/// A word that rows of a list say.
///
/// @param rows how many of the whole list say it, in any case
public record WordCount(String word, int rows) {}
