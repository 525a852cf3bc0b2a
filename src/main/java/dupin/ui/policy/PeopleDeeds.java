package dupin.ui.policy;

import dupin.model.people.Operator;
import dupin.model.people.Role;
import java.util.List;

/// What the People tab asks of the console. Everything blocks: background only. What whoever is at the console may not do
/// is refused with a [dupin.service.Problem].
public interface PeopleDeeds {

    /// @param who is signed in; "" for the local administrator
    record Staffing(List<Operator> operators, String who) {
        public Staffing {
            operators = List.copyOf(operators);
        }
    }

    Staffing people();

    void addOperator(String name, Role role, char[] passphrase);

    void changeRole(String name, Role role);

    void resetPassphrase(String name, char[] passphrase);

    void removeOperator(String name);

    void lockConsole();

    /// @return a sentence about what was signed
    String signJournal();
}
