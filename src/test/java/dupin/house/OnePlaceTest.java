package dupin.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;

/// What is done in one place only, and what is done nowhere.
@AnalyzeClasses(packages = "dupin", importOptions = DoNotIncludeTests.class)
class OnePlaceTest {
    @ArchTest
    static final ArchRule runLater =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dupin.ui.fx..")
                    .should()
                    .callMethodWhere(calls(javafx.application.Platform.class, "runLater"))
                    .because("changes reach the window through one throttle; a second way in would flood it");

    @ArchTest
    static final ArchRule threads =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dupin.service..")
                    .should()
                    .callCodeUnitWhere(
                            calls(Thread.class, "<init>|start|startVirtualThread|ofVirtual|ofPlatform")
                                    .or(calls(Executors.class, ".*"))
                                    .or(calls(ForkJoinPool.class, "<init>|commonPool"))
                                    .or(calls(CompletableFuture.class, "(run|supply)Async")))
                    .because(
                            "the workers of the service are the only threads: named, bounded, cancellable, and none swallows an error");

    @ArchTest
    static final ArchRule console =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dupin.cli..")
                    .and()
                    .doNotHaveFullyQualifiedName("dupin.Launcher")
                    .should(ACCESS_STANDARD_STREAMS)
                    .because("the window has no console; what is worth telling goes to the log");

    @ArchTest
    static final ArchRule toolkit =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dupin.ui..", "dupin")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                    .because("everything but the window must run on a machine without one");

    @ArchTest
    static final ArchRule plainModel =
            noClasses()
                    .that()
                    .resideInAPackage("dupin.model..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("tools.jackson..", "com.fasterxml..", "java.sql..", "javax.sql..", "org.jdbi..")
                    .because("the model says what exists, not how it is written down");

    @ArchTest
    static final ArchRule sql =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dupin.store..", "dupin.journal..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "javax.sql..",
                            "org.jdbi..",
                            "org.h2..",
                            "org.flywaydb..",
                            "org.apache.lucene..")
                    .because("the store is the one seam to a database, which is how there can be two of them");

    @ArchTest
    static final ArchRule pureEngine =
            noClasses()
                    .that()
                    .resideInAPackage("dupin.engine..")
                    .should()
                    .callCodeUnitWhere(
                            calls(TemporalAccessor.class, "now")
                                    .or(calls(Clock.class, "system.*|tick.*"))
                                    .or(calls(System.class, "currentTimeMillis|nanoTime|getenv|getProperty"))
                                    .or(calls(UUID.class, "randomUUID"))
                                    .or(calls(Math.class, "random"))
                                    .or(calls(Files.class, ".*")))
                    .orShould()
                    .dependOnClassesThat(
                            assignableTo(RandomGenerator.class)
                                    .or(belongToAnyOf(Thread.class, java.io.File.class))
                                    .or(assignableTo(ExecutorService.class)))
                    .because(
                            "the same case must give the same verdicts, bit for bit; clock, ids and order come in from outside");

    @ArchTest
    static final ArchRule xml =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(DocumentBuilderFactory.class, SAXParserFactory.class, XMLInputFactory.class)
                    .because(
                            "by default they fetch what a document tells them to, and the documents are the attacker's");

    @ArchTest
    static final ArchRule serialization =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(ObjectInputStream.class, ObjectOutputStream.class)
                    .because("reading a serialised object runs code that the file has chosen");

    @ArchTest
    static final ArchRule processes =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(ProcessBuilder.class, Process.class)
                    .orShould()
                    .callMethodWhere(calls(Runtime.class, "exec"))
                    .because("nothing that a case file says may ever reach a shell");

    private static DescribedPredicate<JavaCall<?>> calls(Class<?> type, String methods) {
        return target(owner(assignableTo(type)))
                .and(target(nameMatching(methods)))
                .as("%s.%s", type.getSimpleName(), methods)
                .forSubtype();
    }
}
