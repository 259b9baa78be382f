package org.intakehub.gateway.reply;

import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.Reply;

/**
 * A reply in the table, with what its further ways depend on.
 *
 * @param hasPhone the citizen can be telephoned
 */
record ReplyRow(
        UUID caseId,
        String state,
        Way way,
        String source,
        Confidentiality confidentiality,
        Optional<String> email,
        boolean hasPhone,
        Reply reply) {
    @Override
    public String toString() {
        return "ReplyRow[" + reply.id() + ", " + state + "]";
    }
}
