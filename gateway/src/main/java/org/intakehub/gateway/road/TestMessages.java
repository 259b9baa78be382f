package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeException;
import org.intakehub.core.channel.MailAdapter;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SelfTestingAdapter;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.Step;
import org.intakehub.gateway.channel.ChannelTests;
import org.intakehub.gateway.channel.ChannelTests.Station;
import org.intakehub.gateway.source.Source;
import org.intakehub.routes.call.AdapterCalls;
import org.intakehub.routes.stage.Journal;
import org.intakehub.routes.webhook.Admission;
import org.intakehub.routes.webhook.Admission.Decision;
import org.springframework.stereotype.Component;

/** Sends the hub's own message along the road of a source: through its entrance where the hub can sign for it, else from the journal on. */
@Component
class TestMessages {
    private final ChannelTests tests;
    private final Pollers pollers;
    private final Admission admission;
    private final AdapterCalls calls;
    private final Journal journal;
    private final Clock clock;

    TestMessages(
            ChannelTests tests,
            Pollers pollers,
            Admission admission,
            AdapterCalls calls,
            Journal journal,
            Clock clock) {
        this.tests = tests;
        this.pollers = pollers;
        this.admission = admission;
        this.calls = calls;
        this.journal = journal;
        this.clock = clock;
    }

    UUID send(Source source, String actor) {
        var id = tests.begin(source.id().value(), actor);
        var asked = source.as(PollingAdapter.class)
                        .map(adapter -> ask(id, source, adapter))
                        .orElse(true)
                && pollers.mailbox(source.id().value())
                        .map(mailbox -> look(id, mailbox::look))
                        .orElse(true);
        if (asked) {
            source.as(SelfTestingAdapter.class)
                    .ifPresentOrElse(adapter -> enter(id, source, adapter), () -> keep(id, made(id, source)));
        }
        return id;
    }

    /** Asks for the far end's list as a first round would; nothing of it is kept, and no cursor is saved. */
    private boolean ask(UUID id, Source source, PollingAdapter adapter) {
        return look(id, () -> {
            if (adapter.start(Cursor.START) instanceof Step.Ask ask) {
                adapter.next(calls.make(source.id(), adapter, ask));
            }
        });
    }

    private boolean look(UUID id, Runnable look) {
        try {
            look.run();
            tests.passed(id, Station.ASKED, true, "");
            return true;
        } catch (IntakeException e) {
            tests.passed(id, Station.ASKED, false, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void enter(UUID id, Source source, SelfTestingAdapter adapter) {
        var request = adapter.testCall(source.id(), TestStages.MARK + id, clock.instant());
        var decision = admission.admit(source.id().value(), request);
        if (decision instanceof Decision.Keep keep) {
            tests.passed(id, Station.ENTERED, true, String.valueOf(keep.answer().status()));
            keep(id, marked(id, keep.raw()));
            admission.stored(keep);
        } else {
            var status = ((Decision.Reply) decision).answer().status();
            tests.passed(id, Station.ENTERED, false, String.valueOf(status));
        }
    }

    /** Channels name deliveries in their own ways; the stages know a test by the hub's. */
    private static RawMessage marked(UUID id, RawMessage raw) {
        return new RawMessage(
                raw.channel(),
                raw.source(),
                TestStages.MARK + id,
                raw.receivedAt(),
                raw.headers(),
                raw.body(),
                raw.signature());
    }

    private void keep(UUID id, RawMessage raw) {
        try {
            tests.passed(id, Station.RECEIVED, true, journal.keep(raw));
        } catch (RemoteUnavailable e) {
            tests.passed(id, Station.RECEIVED, false, String.valueOf(e.getMessage()));
        }
    }

    private RawMessage made(UUID id, Source source) {
        var mark = TestStages.MARK + id;
        var isMail = source.as(MailAdapter.class).isPresent();
        return new RawMessage(
                source.channel(),
                source.id(),
                mark,
                clock.instant(),
                isMail ? Map.of("content-type", "message/rfc822") : Map.of(TestStages.UNREAD, "true"),
                Payload.of(isMail ? letter(mark) : mark, UTF_8),
                SignatureStatus.ENTERED);
    }

    private static String letter(String mark) {
        return "From: test@invalid\r\nTo: test@invalid\r\nSubject: test " + mark + "\r\nMessage-ID: <"
                + mark.replace(':', '-') + "@invalid>\r\nDate: Mon, 23 Nov 2026 10:00:00 +0800\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n渠道测试消息，请勿办理。\r\n";
    }
}
