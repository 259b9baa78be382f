package org.intakehub.routes.stage;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsConstants;

/**
 * A stage's route: takes a message off its queue, runs the stage, sends its hops, and commits all of it in one JMS session after the
 * stage committed to the database. A crash in between delivers the message again, and the stage finds its work done.
 */
public final class StageRoute extends RouteBuilder {
    private static final String HOP =
            "jms:queue:intake.hop?jmsMessageType=Bytes&transacted=true&lazyCreateTransactionManager=false";

    private final String name;
    private final String queue;
    private final int consumers;
    private final StageProcessor processor;

    /** @param consumers how many messages are worked on at once */
    public StageRoute(
            String name,
            String queue,
            int consumers,
            Stage stage,
            Faults faults,
            Precedence precedence,
            MeterRegistry meters) {
        this.name = name;
        this.queue = queue;
        this.consumers = consumers;
        this.processor = new StageProcessor(name, queue, stage, faults, precedence, meters);
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("jms:queue:" + queue + "?transacted=true&lazyCreateTransactionManager=false&disableReplyTo=true"
                        + "&cacheLevelName=CACHE_CONSUMER&acceptMessagesWhileStopping=false&errorHandlerLogStackTrace=false"
                        + "&errorHandlerLoggingLevel=DEBUG&concurrentConsumers=" + consumers)
                .routeId(name)
                // The database may still be on its way when the hub begins to accept.
                .autoStartup(false)
                // Caching would read every body first, and fail for ever on one that nobody can read.
                .streamCache(false)
                .process(processor)
                .split(body())
                .stopOnException()
                .process(exchange -> {
                    var message = exchange.getMessage();
                    var hop = message.getMandatoryBody(Hop.class);
                    message.removeHeaders("*");
                    hop.headers().forEach(message::setHeader);
                    message.setHeader(JmsConstants.JMS_DESTINATION_NAME, hop.queue());
                    message.setBody(hop.body().bytes());
                })
                // The session of the consuming thread is used, so the hops are sent when the stage's own message is
                // done with.
                .choice()
                .when(header(Hop.FIRST).isNotNull())
                .to(ExchangePattern.InOnly, HOP + Hop.OVERTAKING)
                .otherwise()
                .to(ExchangePattern.InOnly, HOP);
    }
}
