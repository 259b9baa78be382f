package org.intakehub.acceptance;

import org.citrusframework.CitrusInstanceManager;
import org.citrusframework.TestActionRunner;
import org.citrusframework.TestCaseRunnerFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test what runs its Citrus steps; unlike Citrus's own extension it leaves a failed assertion its words. */
final class CitrusSteps implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == TestActionRunner.class;
    }

    @Override
    public TestActionRunner resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var citrus = CitrusInstanceManager.getOrDefault();
        var steps = TestCaseRunnerFactory.createRunner(citrus.getCitrusContext().createTestContext());
        steps.start();
        return steps;
    }
}
