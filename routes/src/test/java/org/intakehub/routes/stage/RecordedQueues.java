package org.intakehub.routes.stage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;

/** Stands in for the broker: keeps every hop that is sent, or takes none. */
public final class RecordedQueues implements AutoCloseable {
    private final List<Hop> hops = new CopyOnWriteArrayList<>();
    private final CamelContext camel = new DefaultCamelContext();
    private volatile int takes = Integer.MAX_VALUE;

    public RecordedQueues() {
        camel.addComponent("jms", new DefaultComponent() {
            @Override
            protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
                parameters.clear();
                return new Queue(uri, this, remaining.replace("queue:", ""));
            }
        });
        camel.start();
    }

    public CamelContext camel() {
        return camel;
    }

    public Journal journal() {
        return new Journal(camel.createProducerTemplate(), (source, deliveryId) -> "receipt-" + deliveryId);
    }

    /** From now on this many more are taken, and then none. */
    public void takeOnly(int more) {
        takes = hops.size() + more;
    }

    public void takeAll() {
        takes = Integer.MAX_VALUE;
    }

    public List<Hop> hops() {
        return List.copyOf(hops);
    }

    /** What was sent to the queue of raw messages. */
    public List<RawMessage> raws() {
        return hops.stream()
                .filter(hop -> hop.queue().equals(Queues.RECEIVED))
                .map(hop -> RawMessages.raw(new Delivery(hop.body(), hop.headers(), 1)))
                .toList();
    }

    @Override
    public void close() {
        camel.stop();
    }

    private final class Queue extends DefaultEndpoint {
        private final String name;

        Queue(String uri, DefaultComponent component, String name) {
            super(uri, component);
            this.name = name;
        }

        @Override
        public Producer createProducer() {
            return new DefaultProducer(this) {
                @Override
                public void process(Exchange exchange) throws InvalidPayloadException {
                    if (hops.size() >= takes) {
                        throw new IllegalStateException("the broker is down");
                    }
                    var headers = new TreeMap<String, String>();
                    exchange.getMessage().getHeaders().forEach((key, value) -> headers.put(key, (String) value));
                    hops.add(new Hop(name, Payload.of(exchange.getMessage().getMandatoryBody(byte[].class)), headers));
                }
            };
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            throw new UnsupportedOperationException("nothing is read from recorded queues");
        }
    }
}
