package dupin.bench;

import dupin.service.Problem;
import dupin.service.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;

/// Measures what Dupin costs, on cases that it makes itself in temporary folders. Runs on the calling thread and takes
/// minutes. What is measured cold comes first.
public final class CostBench {
    private final CostRequest request;
    private final Progress progress;

    /// @param progress told what is being measured; may cancel between steps
    public CostBench(CostRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /// @throws Problem when files cannot be written or rules cannot be read
    public CostReport run() throws InterruptedException {
        var figures = new ArrayList<CostFigure>();
        var notes = new ArrayList<String>();
        try {
            if (request.parts().contains(CostPart.INVESTIGATION)) {
                figures.addAll(new InvestigationCost(request, progress).run());
            }
            if (request.parts().contains(CostPart.ALERTS)) {
                figures.addAll(new AlertCost(request, progress).run());
            }
            if (request.parts().contains(CostPart.OPENING)) {
                figures.addAll(new OpeningCost(request, progress).run());
            }
            if (request.parts().contains(CostPart.WHAT_IF)) {
                figures.addAll(new WhatIfCost(progress).run());
            }
            if (request.parts().contains(CostPart.REPLAY)) {
                figures.addAll(new ReplayCost(request, progress).run());
            }
            Path rules = request.rules();
            if (request.parts().contains(CostPart.MATCHING) && rules != null) {
                figures.addAll(new MatchingCost(rules, progress).run());
            } else if (request.parts().contains(CostPart.MATCHING)) {
                notes.add("Matching was not measured: it needs --rules FOLDER.");
            }
        } catch (IOException e) {
            throw new Problem(
                    "The measure could not be taken: " + e.getMessage() + ".",
                    "Nothing of yours was changed.",
                    "Make room in the temporary folder, or name rules that can be read.",
                    e);
        }
        return new CostReport(figures, notes);
    }
}
