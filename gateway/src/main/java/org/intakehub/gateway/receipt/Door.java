package org.intakehub.gateway.receipt;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outcome.Reason;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Response;
import org.intakehub.core.channel.WebhookAdapter;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.refusal.Refusals;
import org.intakehub.gateway.source.ObservedHealth;
import org.intakehub.gateway.source.Source;
import org.intakehub.gateway.source.Sources;
import org.intakehub.gateway.source.Switches;
import org.intakehub.routes.webhook.Admission;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Decides on every call at the door in this order: known source, size, not paused, proof, rate, repetition. Needs no database. */
@Component
class Door implements Admission {
    private static final int UNKNOWN_SOURCE_LIMIT = 64 << 10;
    private static final String IDEMPOTENCY_KEY = "idempotency-key";
    private static final Map<String, String> SOON = Map.of("Retry-After", "5");
    private static final Map<String, String> LATER = Map.of("Retry-After", "60");

    private final Sources sources;
    private final Switches switches;
    private final SourceRates rates;
    private final RecentDeliveries recent;
    private final Receipts receipts;
    private final Refusals refusals;
    private final ObservedHealth health;
    private final Problems problems;
    private final MatterStatuses statuses;
    private final HubSettings settings;

    Door(
            Sources sources,
            Switches switches,
            SourceRates rates,
            RecentDeliveries recent,
            Receipts receipts,
            Refusals refusals,
            ObservedHealth health,
            Problems problems,
            MatterStatuses statuses,
            HubSettings settings) {
        this.sources = sources;
        this.switches = switches;
        this.rates = rates;
        this.recent = recent;
        this.receipts = receipts;
        this.refusals = refusals;
        this.health = health;
        this.problems = problems;
        this.statuses = statuses;
        this.settings = settings;
    }

    @Override
    public int bodyLimit(String source) {
        return sources.find(source).map(Source::maxBytes).orElse(UNKNOWN_SOURCE_LIMIT);
    }

    @Override
    public Decision admit(String name, Request request) {
        var source = sources.find(name).orElse(null);
        var adapter = source == null ? null : source.as(WebhookAdapter.class).orElse(null);
        if (source == null || adapter == null) {
            refusals.count("unknown", Reason.UNKNOWN_SOURCE);
            return refused(Reason.UNKNOWN_SOURCE, "no webhook source has this name", Map.of());
        }
        if (!adapter.answers(request.path())) {
            refusals.count(name, Reason.UNKNOWN_ADDRESS);
            return refused(Reason.UNKNOWN_ADDRESS, "this source has no such address", Map.of());
        }
        if (switches.isPaused(name)) {
            return new Decision.Reply(problems.problem(503, "this source is paused; please send it again", LATER));
        }
        var outcome = adapter.receive(request);
        if (outcome instanceof Outcome.Handshake handshake) {
            return new Decision.Reply(handshake.echo());
        }
        if (outcome instanceof Outcome.Asked asked) {
            return tell(source, asked);
        }
        if (outcome instanceof Outcome.Refused refused) {
            return turnAway(source, refused, request.body().size());
        }
        return takeIn(source, (Outcome.Accepted) outcome);
    }

    /** The only answer at the door that needs the database; without it there is none for the moment. */
    private Decision tell(Source source, Outcome.Asked asked) {
        var probe = rates.askingCall(source);
        if (!probe.isConsumed()) {
            refusals.count(source.id().value(), Reason.TOO_MANY);
            var wait = Long.toString(seconds(probe.getNanosToWaitForRefill()));
            return refused(Reason.TOO_MANY, "this source is asked more than it may be", Map.of("Retry-After", wait));
        }
        try {
            return new Decision.Reply(asked.answer().apply(statuses.find(source, asked.question())));
        } catch (DataAccessException e) {
            return new Decision.Reply(unavailable(source.id().value(), null));
        }
    }

    private Decision takeIn(Source source, Outcome.Accepted accepted) {
        var probe = rates.genuineCall(source);
        if (!probe.isConsumed()) {
            refusals.record(
                    source.id().value(),
                    Reason.TOO_MANY,
                    "over the source's rate",
                    accepted.raw().body().size());
            return refused(Reason.TOO_MANY, "this source sends more than it may", over(source, probe));
        }
        return keep(source, accepted, rateHeaders(source, probe));
    }

    private Decision keep(Source source, Outcome.Accepted accepted, Map<String, String> headers) {
        var raw = accepted.raw();
        // A partner's own key names the delivery, so that a retry under another webhook-id gets the first receipt.
        var deliveryId = raw.header(IDEMPOTENCY_KEY).map(key -> "key:" + key).orElse(raw.deliveryId());
        var receiptId = receipts.of(source.id(), deliveryId);
        var answer = accepted.acknowledgement()
                .orElseGet(() -> problems.receipt(receiptId, settings.baseUrl() + "/receipts/" + receiptId, headers));
        var known = recent.begin(receiptId, raw.body()).orElse(null);
        if (known == null) {
            return new Decision.Keep(receiptId, raw, answer, source.adapter().isPressing());
        }
        if (!known.sha256().equals(raw.body().sha256())) {
            return repeated(source, raw, Reason.KEY_REUSED, "this id was used before, with another body");
        }
        return known.isStored()
                ? new Decision.Reply(answer)
                : repeated(source, raw, Reason.IN_PROGRESS, "the same call is being taken in at this moment");
    }

    private Decision repeated(Source source, RawMessage raw, Reason reason, String detail) {
        refusals.record(source.id().value(), reason, detail, raw.body().size());
        return refused(reason, detail, reason == Reason.IN_PROGRESS ? Map.of("Retry-After", "1") : Map.of());
    }

    private Decision turnAway(Source source, Outcome.Refused refused, long size) {
        var probe = rates.refusedCall(source);
        if (!probe.isConsumed()) {
            refusals.count(source.id().value(), Reason.TOO_MANY);
            var wait = Long.toString(seconds(probe.getNanosToWaitForRefill()));
            return refused(Reason.TOO_MANY, "too many calls without a good proof", Map.of("Retry-After", wait));
        }
        refusals.record(source.id().value(), refused.reason(), refused.detail(), size);
        if (refused.answer().isPresent()) {
            return new Decision.Reply(refused.answer().get());
        }
        var headers = refused.reason() == Reason.METHOD_NOT_ALLOWED
                ? Map.of("Allow", "POST, OPTIONS")
                : Map.<String, String>of();
        return refused(refused.reason(), refused.detail(), headers);
    }

    private Decision refused(Reason reason, String detail, Map<String, String> headers) {
        return new Decision.Reply(problems.problem(reason.status(), detail, headers));
    }

    @Override
    public Response tooLarge(String name, long size) {
        var source = sources.find(name);
        if (source.isPresent()) {
            refusals.record(name, Reason.TOO_LARGE, "over " + source.get().maxBytes() + " bytes", size);
        } else {
            refusals.count("unknown", Reason.TOO_LARGE);
        }
        // The rest of the body is not read, so the connection cannot be used again.
        return problems.problem(
                413, "a body has at most " + bodyLimit(name) + " bytes here", Map.of("Connection", "close"));
    }

    @Override
    public void stored(Decision.Keep kept) {
        recent.stored(kept.receiptId());
        health.isWell(kept.raw().source());
    }

    @Override
    public Response unavailable(String source, Decision.@Nullable Keep kept) {
        if (kept != null) {
            recent.forget(kept.receiptId());
        }
        return problems.problem(503, "nothing can be taken in at the moment; please send it again", SOON);
    }

    private static Map<String, String> rateHeaders(Source source, ConsumptionProbe probe) {
        var limits = source.limits();
        var perMinute = limits.callsPerMinute();
        var missing = Math.max(0, limits.burst() - probe.getRemainingTokens());
        return Map.of(
                "RateLimit-Policy",
                        "\"source\";q=" + limits.burst() + ";w=" + Math.max(1, limits.burst() * 60 / perMinute),
                "RateLimit",
                        "\"source\";r=" + probe.getRemainingTokens() + ";t=" + Math.max(1, missing * 60 / perMinute));
    }

    private static Map<String, String> over(Source source, ConsumptionProbe probe) {
        var headers = new TreeMap<>(rateHeaders(source, probe));
        headers.put("Retry-After", Long.toString(seconds(probe.getNanosToWaitForRefill())));
        return headers;
    }

    private static long seconds(long nanos) {
        return Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
    }
}
