package dupin.ui.policy;

import dupin.service.Job;
import dupin.service.Progress;
import java.util.function.Consumer;

/// Starts works that take long.
public interface LongDeeds {

    /// Starts the work in the background at once; the status bar shows it and can cancel it. From any thread.
    Job start(String title, Consumer<Progress> work);
}
