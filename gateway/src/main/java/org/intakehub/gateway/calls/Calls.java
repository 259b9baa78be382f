package org.intakehub.gateway.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.gateway.filing.Afterwards;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls as the switch tells them: what rings now pops up, what was missed has to be called back (国办函〔2025〕66号), within an hour. */
@Component
public class Calls implements Afterwards {
    private static final String CHANNEL = "telephone";
    private static final String STATE = "callState";
    private static final Duration RINGS = Duration.ofMinutes(2);
    private static final Duration CALL_BACK_WITHIN = Duration.ofHours(1);
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Supplier<UUID> ids;
    private final Clock clock;

    Calls(JdbcClient jdbc, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A call that rings or was just taken.
     *
     * @param phone the caller's number, none if withheld
     * @param agent the switch's name of the place where it rings
     */
    public record Ringing(
            String source,
            String callId,
            @Nullable String phone,
            @Nullable String agent,
            String state,
            Instant at) {
        @Override
        public String toString() {
            return "Ringing[" + callId + "]";
        }
    }

    /** Calls of the last two minutes that ring or are answered, the newest first. */
    public List<Ringing> ringing() {
        return jdbc.sql("""
                        select source, call_id, phone, agent, state, told_at as at from phone_call
                        where told_at > ? and state in ('RING', 'ANSWER') order by told_at desc limit ?
                        """)
                .params(Times.sql(clock.instant().minus(RINGS)), MOST)
                .query(Ringing.class)
                .list();
    }

    public Optional<Ringing> find(String source, String callId) {
        return jdbc.sql("select source, call_id, phone, agent, state, told_at as at from phone_call"
                        + " where source = ? and call_id = ?")
                .params(source, callId)
                .query(Ringing.class)
                .optional();
    }

    @Override
    public void parked(RawMessage raw, List<IntakeMessage> read) {
        if (raw.channel().value().equals(CHANNEL)) {
            read.forEach(message -> tell(raw, message));
        }
    }

    @Override
    public void opened(UUID caseId, RawMessage raw, IntakeMessage message) {
        if (!raw.channel().value().equals(CHANNEL)) {
            return;
        }
        tell(raw, message);
        if ("true".equals(message.extras().get("missed"))) {
            message.citizen().phones().stream().findFirst().ifPresent(phone -> owe(caseId, phone));
        }
        chooseCategory(caseId, raw, message);
    }

    /** Events overtake one another: a call that is over does not ring again. */
    private void tell(RawMessage raw, IntakeMessage message) {
        var state = message.extras().get(STATE);
        var callId = message.externalId();
        if (state == null || callId.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into phone_call (source, call_id, phone, agent, state, told_at) values (?, ?, ?, ?, ?, ?)
                        on conflict (source, call_id) do update set told_at = excluded.told_at,
                            phone = coalesce(phone_call.phone, excluded.phone), agent = coalesce(excluded.agent, phone_call.agent),
                            state = case when phone_call.state in ('HANGUP', 'MISSED', 'RECORD') or excluded.state = 'RING'
                                then phone_call.state else excluded.state end
                        """)
                .params(raw.source().value(), Json.storable(callId.get()))
                .param(message.citizen().phones().stream()
                        .findFirst()
                        .map(Json::storable)
                        .orElse(null))
                .param(Optional.ofNullable(message.extras().get("callAgent"))
                        .map(Json::storable)
                        .orElse(null))
                .params(state, Times.sql(clock.instant()))
                .update();
    }

    private void owe(UUID caseId, String phone) {
        var now = clock.instant();
        jdbc.sql("insert into call_back (id, case_id, phone, missed_at, due_at) values (?, ?, ?, ?, ?)")
                .params(ids.get(), caseId, Json.storable(phone), Times.sql(now), Times.sql(now.plus(CALL_BACK_WITHIN)))
                .update();
    }

    /** What the operator chose during the call stands; the stage classify only adds to it. A switch chooses nothing. */
    private void chooseCategory(UUID caseId, RawMessage raw, IntakeMessage message) {
        if (raw.signature() != SignatureStatus.ENTERED) {
            return;
        }
        var by = raw.header(CallEntries.BY);
        var category = message.extras().get("category");
        if (by.isPresent() && category != null) {
            jdbc.sql("update case_file set category = ?, classified_by = ? where id = ?")
                    .params(category, by.get(), caseId)
                    .update();
        }
    }
}
