package org.intakehub.routes.call;

import java.util.Optional;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.TokenAdapter.Login.Granted;

/** Tokens that far ends granted, shared by all nodes. */
public interface Tokens {
    /** The token as it was saved last, whether or not it is still valid. */
    Optional<Granted> load(SourceId source);

    void save(SourceId source, Granted token);
}
