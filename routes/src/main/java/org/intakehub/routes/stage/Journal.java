package org.intakehub.routes.stage;

import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteUnavailable;

/** The intake journal: once {@link #keep} has returned, the bytes survive a crash. */
public final class Journal {
    private final ProducerTemplate template;
    private final ReceiptIds receipts;

    public Journal(ProducerTemplate template, ReceiptIds receipts) {
        this.template = template;
        this.receipts = receipts;
    }

    /** Sends the raw message durably and gives its receipt's id; fails if the broker takes nothing at the moment. */
    public String keep(RawMessage raw) {
        return keep(raw, false);
    }

    /** The same; what presses overtakes what others brought. */
    public String keep(RawMessage raw, boolean pressing) {
        var receiptId = receipts.of(raw.source(), raw.deliveryId());
        var hop = RawMessages.hop(receiptId, raw);
        send(pressing ? hop.first() : hop);
        return receiptId;
    }

    /**
     * Sends any hop durably, outside of a stage.
     *
     * @throws RemoteUnavailable if the broker takes nothing at the moment
     */
    public void send(Hop hop) {
        var sent = template.send(
                "jms:queue:" + hop.queue() + "?jmsMessageType=Bytes&deliveryPersistent=true"
                        + (hop.isFirst() ? Hop.OVERTAKING : ""),
                exchange -> {
                    exchange.setPattern(ExchangePattern.InOnly);
                    hop.headers().forEach(exchange.getMessage()::setHeader);
                    exchange.getMessage().setBody(hop.body().bytes());
                });
        // The template never throws: what went wrong is said in the exchange that it gives back.
        var fault = sent.getException();
        if (fault != null) {
            throw new RemoteUnavailable(
                    "the broker takes nothing at the moment: "
                            + fault.getClass().getSimpleName(),
                    fault);
        }
    }
}
