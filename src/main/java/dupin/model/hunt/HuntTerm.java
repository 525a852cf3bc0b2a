package dupin.model.hunt;

/// What a comparison or a sort looks at.
///
/// @param field [HuntField#ATTRIBUTE] for a value of the row itself
/// @param attribute its name in that case, else ""
public record HuntTerm(HuntField field, String attribute) {

    static HuntTerm of(HuntField field) {
        return new HuntTerm(field, "");
    }

    /// How a person writes it.
    public String word() {
        return field == HuntField.ATTRIBUTE ? "[" + attribute + "]" : field.word();
    }
}
