package org.intakehub.gateway.road;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.intakehub.routes.stage.Queues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.JmsException;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Watches how long the oldest message of each queue has been waiting: what was accepted and never started must not go unseen. */
@Component
class QueueAges {
    private static final Logger LOG = LoggerFactory.getLogger(QueueAges.class);
    private static final Map<String, String> STAGES = Map.of(
            "file", Queues.RECEIVED,
            "classify", Queues.CLASSIFY,
            "dispatch", Queues.DISPATCH,
            "reply", Queues.REPLY,
            "request", Queues.REQUEST,
            "letter", Queues.LETTER,
            "fetch", Queues.FETCH,
            "dead", Queues.DEAD);

    private final Map<String, Double> ages = new ConcurrentHashMap<>();
    private final JmsTemplate jms;
    private final Clock clock;

    QueueAges(ConnectionFactory connections, MeterRegistry meters, Clock clock) {
        this.jms = new JmsTemplate(connections);
        this.clock = clock;
        for (var stage : List.copyOf(STAGES.keySet())) {
            Gauge.builder("intake.queue.oldest", ages, known -> known.getOrDefault(stage, 0.0))
                    .tag("stage", stage)
                    .baseUnit("seconds")
                    .description("age of the oldest message that waits for the stage")
                    .register(meters);
        }
    }

    @Scheduled(fixedDelay = 10_000)
    void look() {
        STAGES.forEach((stage, queue) -> {
            try {
                ages.put(stage, oldest(queue));
            } catch (JmsException e) {
                LOG.warn(
                        "queue {} cannot be looked into: {}",
                        queue,
                        e.getClass().getSimpleName());
            }
        });
    }

    /** Seconds; 0 for an empty queue. */
    private double oldest(String queue) {
        var age = jms.browse(queue, (session, browser) -> {
            var messages = browser.getEnumeration();
            return messages.hasMoreElements() ? age((Message) messages.nextElement()) : 0.0;
        });
        return age == null ? 0.0 : age;
    }

    private double age(Message message) throws JMSException {
        return Math.max(0, clock.millis() - message.getJMSTimestamp()) / 1000.0;
    }
}
