package org.intakehub.gateway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/** Each rule of the house, for any root package, with the planted class that breaks it. */
enum Rule {
    CORE_SEES_ONLY_ITSELF_AND_JSOUP(
            "core.WithSql",
            root -> classes()
                    .that()
                    .resideInAPackage(root + ".core..")
                    .should()
                    .onlyDependOnClassesThat(Kinds.primitiveOrIn(
                                    root + ".core..", "java..", "javax.crypto..", "org.jspecify..", "org.jsoup..")
                            .and(Kinds.not("java.sql..", "java.net.http..")))
                    .because("the rules of the city outlive any framework, database or protocol")),

    ADAPTERS_SEE_ONLY_THE_CHANNEL_OF_CORE(
            "adapter.alpha.WithRules",
            root -> classes()
                    .that()
                    .resideInAPackage(root + ".adapter..")
                    .should()
                    .onlyDependOnClassesThat(
                            Kinds.in(root + ".core.channel..", root + ".adapter..", root + ".exchange..")
                                    .or(Kinds.outside(root)))
                    .because("whoever writes a channel has one package to learn")),

    THE_EXCHANGE_SEES_ONLY_THE_CHANNEL_OF_CORE(
            "exchange.WithAdapter",
            root -> classes()
                    .that()
                    .resideInAPackage(root + ".exchange..")
                    .should()
                    .onlyDependOnClassesThat(Kinds.in(root + ".core.channel..", root + ".exchange..")
                            .or(Kinds.outside(root)))
                    .because("what several channels share knows none of them")),

    ADAPTERS_DO_NOT_SEE_EACH_OTHER(
            "adapter.alpha.WithOtherChannel",
            root -> slices().matching(root + ".adapter.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .because("a channel comes and goes without another one")),

    ADAPTERS_DO_NO_IO(
            "adapter.alpha.WithFiles",
            root -> noClasses()
                    .that()
                    .resideInAnyPackage(root + ".adapter..", root + ".exchange..")
                    .should()
                    .dependOnClassesThat(Kinds.in(
                            "java.nio.file..",
                            "java.net.http..",
                            "java.sql..",
                            "javax.sql..",
                            "org.apache.camel..",
                            "org.springframework..",
                            "org.slf4j.."))
                    .orShould()
                    .dependOnClassesThat(Kinds.named(
                            "java.io.File",
                            "java.io.FileInputStream",
                            "java.io.FileOutputStream",
                            "java.net.Socket",
                            "java.net.URLConnection"))
                    .because("an adapter translates; asking, waiting, storing and logging are the road's")),

    ROUTES_SEE_CORE_AND_CAMEL(
            "routes.WithSpring",
            root -> classes()
                    .that()
                    .resideInAPackage(root + ".routes..")
                    .should()
                    .onlyDependOnClassesThat(Kinds.primitiveOrIn(
                                    root + ".routes..",
                                    root + ".core..",
                                    "java..",
                                    "jakarta.mail..",
                                    "jakarta.jms..",
                                    "jakarta.servlet..",
                                    "org.apache.camel..",
                                    "org.eclipse.angus.mail..",
                                    "io.micrometer.core..",
                                    "org.slf4j..",
                                    "org.jspecify..")
                            .and(Kinds.not("java.sql..", "java.net.http..")))
                    .because("the road knows queues, timers and retries, and neither tables nor pages")),

    NOTHING_SEES_THE_GATEWAY(
            "core.WithGateway",
            root -> noClasses()
                    .that()
                    .resideInAPackage(root + "..")
                    .and()
                    .resideOutsideOfPackage(root + ".gateway..")
                    .should()
                    .dependOnClassesThat(Kinds.in(root + ".gateway.."))
                    .because("the gateway wires all others")),

    ONLY_THE_WIRING_SEES_CAMEL(
            "gateway.one.WithCamel",
            root -> noClasses()
                    .that()
                    .resideInAPackage(root + ".gateway..")
                    .and()
                    .resideOutsideOfPackages(root + ".gateway.road..", root + ".gateway.platform..")
                    .should()
                    .dependOnClassesThat(Kinds.in("org.apache.camel.."))
                    .because("a feature is a stage behind an interface, whatever brings its messages")),

    ONLY_THE_DEMO_SEES_SIMULATORS(
            "gateway.one.WithSimulator",
            root -> noClasses()
                    .that()
                    .resideInAPackage(root + "..")
                    .and()
                    .resideOutsideOfPackages(root + ".simulators..", root + ".gateway.demo..")
                    .should()
                    .dependOnClassesThat(Kinds.in(root + ".simulators.."))
                    .because("simulated citizens must never reach a city that did not ask for them")),

    CORE_HAS_NO_CYCLES(
            "core.left.Left",
            root -> slices().matching(root + ".core.(*)..").should().beFreeOfCycles()),

    ROUTES_HAVE_NO_CYCLES(
            "routes.left.Left",
            root -> slices().matching(root + ".routes.(*)..").should().beFreeOfCycles()),

    GATEWAY_HAS_NO_CYCLES(
            "gateway.left.Left",
            root -> slices().matching(root + ".gateway.(*)..").should().beFreeOfCycles()),

    NAMES_SAY_WHAT_A_CLASS_IS(
            "core.PlantedHelper",
            root -> noClasses()
                    .that()
                    .resideInAPackage(root + "..")
                    .should()
                    .haveNameMatching(".*(Utils?|Helpers?|Manager|Impl|Base|DTO|Dto)")
                    .because("such an ending says that nobody knew what the class is for")),

    PACKAGES_ARE_NULL_MARKED(
            "unmarked.Unmarked",
            root -> classes().that().resideInAPackage(root + "..").should(Habits.BE_IN_A_NULL_MARKED_PACKAGE)),

    LOGS_GO_THROUGH_SLF4J(
            "core.WithJavaLogging",
            root -> noClasses()
                    .that()
                    .resideInAPackage(root + "..")
                    .should()
                    .dependOnClassesThat(
                            Kinds.in("java.util.logging..", "org.apache.commons.logging..", "org.apache.logging.."))),

    ONLY_COMMANDS_PRINT(
            "core.WithPrint",
            root -> noClasses()
                    .that(Kinds.in(root + "..")
                            .and(Kinds.not(
                                    root + ".gateway.account.CreateAdmin",
                                    // New passwords are for the console's reader only, never for a log file.
                                    root + ".gateway.account.DemoAccounts")))
                    .should(Habits.PRINT)),

    NOBODY_SLEEPS(
            "routes.WithSleep",
            root -> noClasses()
                    .that()
                    .resideInAPackage(root + "..")
                    .should()
                    .callMethod(Thread.class, "sleep", long.class)
                    .orShould()
                    .callMethod(Thread.class, "sleep", long.class, int.class)
                    .because("timers and queues wait; a thread that sleeps is one that cannot be stopped")),

    TIME_COMES_FROM_A_CLOCK(
            "core.WithWallClock",
            root -> noClasses()
                    .that(Kinds.in(root + ".core..", root + ".adapter..", root + ".routes..", root + ".gateway..")
                            .and(Kinds.not(
                                    // ShedLock asks for the moment of the request; the lease itself goes by the
                                    // database's clock.
                                    root + ".gateway.road.LockedLeases")))
                    .should(Habits.READ_THE_WALL_CLOCK)
                    .because("a test can then say what time it is"));

    private final String planted;
    // A function of the root and nothing else, which the compiler's checker cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<String, ArchRule> rule;

    Rule(String planted, Function<String, ArchRule> rule) {
        this.planted = planted;
        this.rule = rule;
    }

    ArchRule under(String root) {
        return rule.apply(root);
    }

    /** Name of the planted class that breaks this rule. */
    String planted(String root) {
        return root + "." + planted;
    }
}
