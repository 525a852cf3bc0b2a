package dupin.ui.policy;

import dupin.model.Policy;
import dupin.model.policy.Drift;
import dupin.model.policy.Fault;
import dupin.model.policy.MatrixCell;
import dupin.model.policy.PastDecision;
import dupin.model.policy.Preset;
import dupin.model.policy.Recommendation;
import dupin.model.policy.Requirement;
import dupin.model.policy.WhatIfReport;
import java.util.List;

/// What the Review tab asks of the case. Everything blocks: background only. Nothing is changed.
public interface ReviewDeeds {

    List<MatrixCell> matrix(Policy policy);

    List<PastDecision> pastDecisions();

    WhatIfReport whatIf(Policy draft);

    List<Preset> presets();

    List<Recommendation> recommendations(Policy policy, Preset preset);

    Policy apply(Policy policy, Preset preset, String setting);

    List<Fault> faults(Policy policy);

    List<Drift> drift();

    List<Requirement> readiness();
}
