package org.intakehub.gateway.filing;

import java.util.List;
import java.util.UUID;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.RawMessage;

/** What else has to be written when a message is filed, in the same transaction; called once for each message. */
public interface Afterwards {
    /** The message opened this case. */
    default void opened(UUID caseId, RawMessage raw, IntakeMessage message) {}

    /** The bytes were kept and open no case. */
    default void parked(RawMessage raw, List<IntakeMessage> read) {}
}
