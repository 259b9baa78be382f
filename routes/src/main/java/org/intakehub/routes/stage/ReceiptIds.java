package org.intakehub.routes.stage;

import org.intakehub.core.channel.SourceId;

/** Names the receipt of a delivery; the same delivery always gets the same, so that nothing has to be looked up. */
@FunctionalInterface
public interface ReceiptIds {
    String of(SourceId source, String deliveryId);
}
