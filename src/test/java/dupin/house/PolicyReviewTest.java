package dupin.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// A trial of a policy must never act: nothing that it knows, however far, is a responder or hands actions to one.
@AnalyzeClasses(packages = "dupin", importOptions = DoNotIncludeTests.class)
class PolicyReviewTest {
    @ArchTest
    static final ArchRule noResponder =
            noClasses()
                    .that(describe("look at policies", PolicyReviewTest::looks))
                    .should()
                    .transitivelyDependOnClassesThat(describe("act", PolicyReviewTest::acts))
                    .because("a trial decides thousands of actions anew and none of them may happen");

    private static boolean looks(JavaClass type) {
        return type.getPackageName().startsWith("dupin.engine.policy")
                || type.getFullName().startsWith("dupin.service.PolicyReview");
    }

    private static boolean acts(JavaClass type) {
        return type.getPackageName().startsWith("dupin.respond") || type.getSimpleName().equals("ActionCenter");
    }
}
