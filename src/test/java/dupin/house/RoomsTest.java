package dupin.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static java.util.stream.Stream.concat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import java.util.stream.Stream;

/// Who may import whom of ours. The order is that of the flow: what comes later may know what comes earlier.
@AnalyzeClasses(packages = "dupin", importOptions = DoNotIncludeTests.class)
class RoomsTest {
    @ArchTest
    static final ArchRule model =
            room("model").mayImport().because("every room speaks its words; it must not know any of them");

    @ArchTest
    static final ArchRule engine =
            room("engine")
                    .mayImport("model")
                    .because("a verdict is a pure function of the case, the same on every machine");

    @ArchTest
    static final ArchRule intake =
            room("intake")
                    .mayImport("model")
                    .because("an importer hands over what it read; the service decides where it goes");

    @ArchTest
    static final ArchRule journal =
            room("journal").mayImport("model").because("the journal must be readable when everything else has changed");

    @ArchTest
    static final ArchRule store =
            room("store")
                    .mayImport("model", "journal")
                    .because("the store is rebuilt from the journal and decides nothing");

    @ArchTest
    static final ArchRule respond =
            room("respond").mayImport("model").because("a responder acts on what it is given and looks nothing up");

    @ArchTest
    static final ArchRule export =
            room("export").mayImport("model").because("a report is made of a finished case, wherever that came from");

    @ArchTest
    static final ArchRule service =
            room("service")
                    .mayImport("model", "engine", "intake", "journal", "store", "respond", "export")
                    .because("it puts the rooms together and serves a window and a command line alike");

    @ArchTest
    static final ArchRule cli =
            room("cli")
                    .mayImport("service", "model", "bench")
                    .because("the command line asks for the same things as the window, and measures");

    @ArchTest
    static final ArchRule bench =
            room("bench")
                    .mayImport("model", "engine", "intake", "service")
                    .because("it measures what the rooms of a case do and is asked by nobody but the command line");

    @ArchTest
    static final ArchRule fx =
            room("ui.fx").mayImport("service", "model").because("all views stand on it, so it stands on none of them");

    @ArchTest
    static final ArchRule views =
            noClasses()
                    .that(resideInAPackage("dupin.ui.*.."))
                    .and(not(resideInAnyPackage("dupin.ui.fx..")))
                    .should()
                    .dependOnClassesThat(oursExcept("dupin.service..", "dupin.model..", "dupin.ui.."))
                    .because("a view asks the service and shows the model; what lies behind them is not its business");

    @ArchTest
    static final ArchRule viewsApart =
            SlicesRuleDefinition.slices()
                    .matching("dupin.ui.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(not(resideInAPackage("dupin.ui.fx..")), resideInAPackage("dupin.ui.fx.."))
                    .ignoreDependency(
                            resideInAPackage("dupin.ui.investigation.."),
                            resideInAnyPackage("dupin.ui.graph..", "dupin.ui.actions.."))
                    .because("views are put together in dupin.ui; one that knew another could not be changed alone");

    @ArchTest
    static final ArchRule workbench =
            noClasses()
                    .that(resideInAPackage("dupin.ui"))
                    .should()
                    .dependOnClassesThat(oursExcept("dupin.ui..", "dupin.service..", "dupin.model.."))
                    .because("the window is put together from views and services only");

    @ArchTest
    static final ArchRule launcher =
            noClasses()
                    .that(resideInAPackage("dupin"))
                    .should()
                    .dependOnClassesThat(oursExcept("dupin", "dupin.ui..", "dupin.cli..", "dupin.service.."))
                    .because("the launcher only chooses between the window and the command line");

    @ArchTest
    static final ArchRule nobodyStartsTheLauncher =
            noClasses()
                    .that(resideInAPackage("dupin.*.."))
                    .should()
                    .dependOnClassesThat(resideInAPackage("dupin"))
                    .because("the way leads from the launcher inwards");

    private static Room room(String name) {
        return new Room(name);
    }

    private record Room(String name) {
        ArchRule mayImport(String... others) {
            var allowed = concat(Stream.of(name), Stream.of(others)).map(other -> "dupin." + other + "..");
            return noClasses()
                    .that(resideInAPackage("dupin." + name + ".."))
                    .should()
                    .dependOnClassesThat(oursExcept(allowed.toArray(String[]::new)));
        }
    }

    private static DescribedPredicate<JavaClass> oursExcept(String... packages) {
        return resideInAPackage("dupin..")
                .and(not(resideInAnyPackage(packages)))
                .as("are ours and outside of %s", String.join(", ", packages));
    }

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> predicate) {
        return DescribedPredicate.not(predicate);
    }
}
