package dupin.intake.cacao;

/// Why a document is not a playbook that can be used.
///
/// @param pointer JSON pointer of the place
/// @param line counted from 1, 0 when it is not known
public record Fault(String pointer, int line, String reason) {
    public String place() {
        return (line > 0 ? "line " + line + ", " : "") + (pointer.isEmpty() ? "the document" : pointer);
    }
}
