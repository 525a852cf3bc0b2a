package dupin.cli;

/// Output formats; the names are what is typed.
@SuppressWarnings("checkstyle:ConstantName")
enum Format {
    table,
    ndjson
}
