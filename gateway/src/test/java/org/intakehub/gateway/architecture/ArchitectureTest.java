package org.intakehub.gateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The product keeps every rule, and a planted violation breaks each one: a rule that cannot fail proves nothing. */
class ArchitectureTest {
    private static final String PRODUCT = "org.intakehub";
    private static final String PLANTED = "org.intakehub.planted";

    private static final JavaClasses PRODUCT_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PRODUCT);
    private static final JavaClasses PLANTED_CLASSES = new ClassFileImporter().importPackages(PLANTED);

    @Test
    void looksAtEveryModule() {
        for (var name : new String[] {".core.channel", ".adapter.standardwebhook", ".routes.stage", ".gateway.road"}) {
            assertThat(PRODUCT_CLASSES.containPackage(PRODUCT + name)).as(name).isTrue();
        }
        assertThat(PRODUCT_CLASSES.containPackage(PLANTED)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void theProductKeepsTheRule(Rule rule) {
        rule.under(PRODUCT).check(PRODUCT_CLASSES);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void aPlantedViolationBreaksTheRule(Rule rule) {
        var result = rule.under(PLANTED).evaluate(PLANTED_CLASSES);
        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(rule.planted(PLANTED));
    }
}
