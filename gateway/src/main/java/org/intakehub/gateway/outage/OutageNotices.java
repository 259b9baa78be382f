package org.intakehub.gateway.outage;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.calls.CallBacks;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.reply.CaseAnswers;
import org.intakehub.gateway.similar.CitizenMarks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the citizen of a case the cause of an outage, and later that it is over: each once, whatever he told on however many channels.
 * Of whoever asked for secrecy no machine writes.
 */
@Component
class OutageNotices {
    private static final String TELEPHONE = "telephone";

    /** Behind these stands another authority, for which an answer is the result. */
    private static final Set<String> AUTHORITIES =
            Set.of("urban-management", "superior-hotline", "governor-mailbox", "police-110", "emergency-office");

    private final JdbcClient jdbc;
    private final OutageTexts texts;
    private final CaseAnswers answers;
    private final CallBacks callBacks;
    private final Supplier<UUID> ids;

    OutageNotices(JdbcClient jdbc, OutageTexts texts, CaseAnswers answers, CallBacks callBacks, Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.answers = answers;
        this.callBacks = callBacks;
        this.ids = ids;
    }

    private enum What {
        CAUSE,
        RESTORED
    }

    private record Teller(
            UUID caseId, String number, String channel, boolean isSecret, Optional<String> phone, Set<String> marks) {
        boolean isByPhone() {
            return channel.equals(TELEPHONE);
        }

        @Override
        public String toString() {
            return "Teller[" + caseId + "]";
        }
    }

    /** In the transaction that links the case. */
    Told cause(Outage outage, UUID caseId) {
        var teller = teller(caseId);
        if (teller.isSecret()) {
            return Told.BY_A_PERSON;
        }
        if (teller.isByPhone() || AUTHORITIES.contains(teller.channel())) {
            return teller.isByPhone() ? Told.BY_OPERATOR : Told.NOT_THERE;
        }
        return once(outage, What.CAUSE, teller) ? answer(teller, texts.cause(outage, teller.number())) : Told.BEFORE;
    }

    /** After the restoration: telephone citizens come onto the list of those to be called back, the others are answered. */
    Told restored(Outage outage, UUID caseId) {
        var teller = teller(caseId);
        if (teller.isSecret()) {
            return Told.BY_A_PERSON;
        }
        if (!once(outage, What.RESTORED, teller)) {
            return Told.BEFORE;
        }
        if (!teller.isByPhone() && !AUTHORITIES.contains(teller.channel())) {
            return answer(teller, texts.restored(outage, teller.number()));
        }
        var since = outage.restoredAt() == null ? Instant.EPOCH : outage.restoredAt();
        teller.phone().ifPresent(phone -> callBacks.owe(caseId, phone, outage.id(), since));
        return teller.phone().isPresent() ? Told.CALL_BACK : teller.isByPhone() ? Told.NO_NUMBER : Told.NOT_THERE;
    }

    private Told answer(Teller teller, String text) {
        answers.tellOwn(teller.caseId(), ids.get(), text, History.HUB);
        return Told.ANSWERED;
    }

    /** Whoever shares a mark with somebody who was told is the same citizen; who left none is one of his own. */
    private boolean once(Outage outage, What what, Teller teller) {
        var marks = teller.marks().isEmpty() ? Set.of("case " + teller.caseId()) : teller.marks();
        var added = jdbc.sql(
                        "insert into outage_told (outage_id, what, citizen) select :outage, :what, unnest(:citizens)"
                                + " on conflict do nothing")
                .param("outage", outage.id())
                .param("what", what.name())
                .param(
                        "citizens",
                        marks.stream()
                                .sorted()
                                .map(mark -> UUID.nameUUIDFromBytes(mark.getBytes(StandardCharsets.UTF_8)))
                                .toArray(UUID[]::new))
                .update();
        return added == marks.size();
    }

    private Teller teller(UUID caseId) {
        return jdbc.sql("select c.id, c.number, c.confidentiality, c.threat, " + CitizenMarks.COLUMNS
                        + " from case_file c where c.id = ?")
                .param(caseId)
                .query(OutageNotices::teller)
                .single();
    }

    private static Teller teller(ResultSet row, int number) throws SQLException {
        var phones = (String[]) row.getArray("citizen_phones").getArray();
        return new Teller(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("channel"),
                row.getBoolean("threat")
                        || Confidentiality.valueOf(row.getString("confidentiality"))
                                        .compareTo(Confidentiality.ON_REQUEST)
                                >= 0,
                Arrays.stream(phones).findFirst(),
                CitizenMarks.of(row));
    }
}
