package org.intakehub.gateway.reply;

import java.util.UUID;
import org.intakehub.core.channel.FarRequest.Kind;

/** Published in the transaction in which a far end's word on a request of the hub is filed. */
public record RequestRuled(UUID caseId, UUID requestId, Kind kind, boolean isAgreed) {}
