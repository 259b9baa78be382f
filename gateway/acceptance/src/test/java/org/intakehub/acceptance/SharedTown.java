package org.intakehub.acceptance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one and the same hub with all channels, started for the first of them and closed after the last. */
final class SharedTown implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == ChannelTown.class;
    }

    @Override
    public ChannelTown resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedTown.class))
                .computeIfAbsent("town", name -> ChannelTown.open(), ChannelTown.class);
    }
}
