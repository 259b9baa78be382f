package org.intakehub.gateway.road;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.intakehub.core.channel.MailAdapter;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.gateway.source.Sources;
import org.intakehub.routes.call.AdapterCalls;
import org.intakehub.routes.mailbox.MailboxReader;
import org.intakehub.routes.mailbox.MailboxRoute;
import org.intakehub.routes.poll.PollRoute;
import org.intakehub.routes.stage.Cursors;
import org.intakehub.routes.stage.Journal;
import org.intakehub.routes.stage.Leases;
import org.intakehub.routes.stage.Rests;
import org.intakehub.routes.stage.SourceHealth;
import org.springframework.stereotype.Component;

/** The routes of the sources that the hub asks: one per mailbox and per polled far end. */
@Component
public class Pollers {
    private final List<MailboxReader> mailboxes = new ArrayList<>();
    private final List<RouteBuilder> routes = new ArrayList<>();

    Pollers(
            Sources sources,
            Journal journal,
            Cursors cursors,
            Leases leases,
            SourceHealth health,
            AdapterCalls calls,
            Rests rests,
            Clock clock) {
        for (var source : sources.running()) {
            source.as(MailAdapter.class).ifPresent(adapter -> {
                var reader = new MailboxReader(source.id(), adapter, source.maxBytes(), journal, cursors, clock);
                mailboxes.add(reader);
                routes.add(new MailboxRoute(reader, leases, health, rests));
            });
            source.as(PollingAdapter.class)
                    .ifPresent(adapter -> routes.add(new PollRoute(
                            source.id(), adapter, source.pollEvery(), journal, cursors, leases, health, calls, rests)));
        }
    }

    /** The reader of a mailbox, for what staff ask of it. */
    public Optional<MailboxReader> mailbox(String source) {
        return mailboxes.stream()
                .filter(reader -> reader.source().value().equals(source))
                .findFirst();
    }

    List<RouteBuilder> routes() {
        return List.copyOf(routes);
    }
}
