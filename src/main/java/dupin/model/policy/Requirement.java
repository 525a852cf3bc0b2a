package dupin.model.policy;

/// Something that automated investigation needs, and whether this case has it.
///
/// @param has what there is, in words
/// @param meaning what its absence means for verdicts and actions
public record Requirement(Area area, String name, State state, String has, String meaning) {

    public enum Area {
        DATA("Data sources"),
        KNOWLEDGE("Knowledge"),
        SETTING("Settings"),
        PEOPLE("People");

        private final String label;

        Area(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum State {
        MISSING("Missing"),
        PARTLY("In part"),
        THERE("There");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
