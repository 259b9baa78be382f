package org.intakehub.routes.call;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.TokenAdapter.Login.Granted;

/** Tokens of one source in memory; none at the beginning. */
public final class TokensInMemory implements Tokens {
    private final AtomicReference<Granted> saved = new AtomicReference<>();

    @Override
    public Optional<Granted> load(SourceId source) {
        return Optional.ofNullable(saved.get());
    }

    @Override
    public void save(SourceId source, Granted token) {
        saved.set(token);
    }
}
