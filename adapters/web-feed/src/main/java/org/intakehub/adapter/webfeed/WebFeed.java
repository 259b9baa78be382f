package org.intakehub.adapter.webfeed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;

/** Reads a website's feed from its newest entry down to the known ones, page by page where it has pages (RFC 5005). */
record WebFeed(SourceId source, WebFeedSettings settings) implements PollingAdapter {
    static final ChannelId CHANNEL = new ChannelId("web-feed");

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    /** A feed knows no dates to ask for: from the start, as far back as it goes. */
    @Override
    public Optional<Cursor> listedSince(Instant moment) {
        return Optional.of(Cursor.START);
    }

    @Override
    public Step start(Cursor from) {
        var page = Position.of(from).page();
        var headers = settings.token().value().isEmpty()
                ? Map.<String, String>of()
                : Map.of("authorization", "Bearer " + settings.token().value());
        return new Step.Ask(Call.get(page.isEmpty() ? settings.url() : URI.create(page), headers), from, "");
    }

    @Override
    public Step next(Answer answer) {
        if (answer.status() == 429 || answer.status() >= 500) {
            throw new RemoteUnavailable("the website answers with status " + answer.status());
        }
        if (answer.status() != 200) {
            throw new RemoteRejected("the website answers with status " + answer.status());
        }
        var feed = FeedReader.read(answer.body());
        var position = Position.of(answer.asked().cursor());
        var fresh = new ArrayList<RawMessage>();
        for (var entry : feed.entries()) {
            if (!position.knows(entry.mark())) {
                position = position.found(entry.mark());
                fresh.add(raw(entry, answer.receivedAt()));
            }
        }
        var next = fresh.isEmpty() ? Optional.<URI>empty() : feed.next().flatMap(link -> below(answer, link));
        var after = next.map(Object::toString).map(position::goingOn).orElseGet(position::finished);
        return new Step.Found(fresh, after.cursor(), next.isPresent());
    }

    private RawMessage raw(Entry entry, Instant at) {
        return new RawMessage(CHANNEL, source, entry.mark(), at, Map.of(), entry.write(), SignatureStatus.FETCHED);
    }

    /** The token goes to the feed's own server and to no other that a page may name. */
    private Optional<URI> below(Answer answer, String link) {
        try {
            var own = answer.asked().call().url();
            // a query alone is resolved after RFC 2396 here, which drops the last part of the path
            var next = own.resolve(link.startsWith("?") ? own.getRawPath() + link : link.strip());
            var isSame = settings.url().getAuthority().equals(next.getAuthority())
                    && settings.url().getScheme().equals(next.getScheme())
                    && !next.equals(own);
            return Optional.of(next).filter(any -> isSame);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        return List.of(Entry.read(raw.body()).message());
    }
}
