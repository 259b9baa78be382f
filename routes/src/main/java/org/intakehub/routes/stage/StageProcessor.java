package org.intakehub.routes.stage;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.jms.BytesMessage;
import jakarta.jms.TextMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsMessage;
import org.intakehub.core.channel.Payload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs a stage for a message, and after four tries hands what keeps failing to the dead letters. */
final class StageProcessor implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(StageProcessor.class);
    private static final int TRIES = 4;
    private static final int LONGEST_ID = 64;

    private final String name;
    private final String queue;
    private final Stage stage;
    private final Faults faults;
    private final Precedence precedence;
    private final MeterRegistry meters;

    StageProcessor(String name, String queue, Stage stage, Faults faults, Precedence precedence, MeterRegistry meters) {
        this.name = name;
        this.queue = queue;
        this.stage = stage;
        this.faults = faults;
        this.precedence = precedence;
        this.meters = meters;
    }

    @Override
    public void process(Exchange exchange) {
        precedence.giveWay();
        exchange.getMessage().setBody(hops(delivery(exchange)));
    }

    private List<Hop> hops(Delivery delivery) {
        var sample = Timer.start(meters);
        var outcome = "done";
        MDC.put("subject", subject(delivery));
        try {
            var hops = stage.run(delivery);
            return delivery.headers().containsKey(Hop.FIRST)
                    ? hops.stream().map(Hop::first).toList()
                    : hops;
        } catch (RuntimeException fault) {
            outcome = faults.isPassing(fault) ? "passing-fault" : "failed";
            LOG.warn("stage {} failed on try {} of {}: {}", name, delivery.attempt(), subject(delivery), place(fault));
            if (faults.isPassing(fault) || delivery.attempt() < TRIES) {
                throw new StageFailed(name, fault);
            }
            outcome = "dead";
            return List.of(deadLetter(delivery, fault));
        } finally {
            MDC.remove("subject");
            sample.stop(meters.timer("intake.stage", "stage", name, "outcome", outcome));
        }
    }

    private Hop deadLetter(Delivery delivery, RuntimeException fault) {
        var headers = new TreeMap<>(delivery.headers());
        headers.put(DeadLetters.QUEUE, queue);
        headers.put(DeadLetters.SUBJECT, subject(delivery));
        headers.put(DeadLetters.REASON, place(fault));
        return new Hop(Queues.DEAD, delivery.body(), headers);
    }

    private static String subject(Delivery delivery) {
        var receipt = delivery.headers().get(RawMessages.RECEIPT);
        if (receipt != null) {
            return receipt;
        }
        // What is longer is no id, and its words belong into no log.
        return delivery.body().size() > LONGEST_ID ? delivery.messageId().orElse("") : delivery.id();
    }

    /** Type and place of a fault without its message, which may quote a citizen. */
    private static String place(Throwable fault) {
        var cause = fault;
        for (var deeper = cause.getCause(); deeper != null; deeper = deeper.getCause()) {
            cause = deeper;
        }
        for (var frame : cause.getStackTrace()) {
            if (frame.getClassName().startsWith("org.intakehub")) {
                return cause.getClass().getSimpleName() + " at " + frame.getClassName() + "." + frame.getMethodName()
                        + ":" + frame.getLineNumber();
            }
        }
        return cause.getClass().getSimpleName();
    }

    private static Delivery delivery(Exchange exchange) {
        var message = exchange.getMessage();
        var headers = new TreeMap<String, String>();
        for (Map.Entry<String, Object> header : message.getHeaders().entrySet()) {
            if (header.getValue() instanceof String text && !header.getKey().startsWith("JMS")) {
                headers.put(header.getKey(), text);
            }
        }
        var body = isReadable(message) ? message.getBody(byte[].class) : null;
        var attempt = Objects.requireNonNullElse(message.getHeader("JMSXDeliveryCount", Integer.class), 1);
        return new Delivery(
                Payload.of(body == null ? new byte[0] : body),
                headers,
                attempt,
                Optional.ofNullable(message.getHeader("JMSMessageID", String.class)));
    }

    /** What is neither bytes nor text, such as a Java object, counts as empty: reading it would fail for ever. */
    private static boolean isReadable(Message message) {
        return !(message instanceof JmsMessage jms)
                || jms.getJmsMessage() instanceof BytesMessage
                || jms.getJmsMessage() instanceof TextMessage;
    }
}
