package org.intakehub.gateway.counter;

import java.util.Optional;
import org.intakehub.core.casefile.SignedTokens;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of a form, for whoever holds its receipt: within a day of sending it tells number and query code of the case. */
@Component
class SentForms {
    private final JdbcClient jdbc;
    private final SignedTokens receipts;

    SentForms(JdbcClient jdbc, @Qualifier("receiptTokens") SignedTokens receipts) {
        this.jdbc = jdbc;
        this.receipts = receipts;
    }

    /** How far a form has come. */
    enum Station {
        RECEIVED,
        FILED,
        WITH_A_PERSON
    }

    /** @param number the case's number, as soon as there is one */
    record SentForm(String receiptId, Station station, Optional<String> number, Optional<String> queryCode) {
        @Override
        public String toString() {
            return "SentForm[" + receiptId + ", " + station + "]";
        }
    }

    /** Empty if there is no such receipt. One that the database does not know yet, or cannot tell of now, is in the journal. */
    Optional<SentForm> find(String receiptId) {
        if (receiptId.length() > 64 || receipts.verify(receiptId).isEmpty()) {
            return Optional.empty();
        }
        var inJournal = new SentForm(receiptId, Station.RECEIVED, Optional.empty(), Optional.empty());
        try {
            return Optional.of(saved(receiptId).orElse(inJournal));
        } catch (DataAccessException e) {
            return Optional.of(inJournal);
        }
    }

    private Optional<SentForm> saved(String receiptId) {
        return jdbc.sql("""
                        select r.state, c.number, c.query_code from raw_message r
                        left join message m on m.receipt_id = r.receipt_id and m.joined_by = 'OPENED'
                            and r.channel = 'web-form' and r.received_at > now() - interval '1 day'
                        left join case_file c on c.id = m.case_id
                        where r.receipt_id = ? limit 1
                        """)
                .param(receiptId)
                .query((row, index) -> new SentForm(
                        receiptId,
                        station(row.getString("state")),
                        Optional.ofNullable(row.getString("number")),
                        Optional.ofNullable(row.getString("query_code"))))
                .optional();
    }

    private static Station station(String state) {
        return switch (state) {
            case "FILED" -> Station.FILED;
            case "RECEIVED" -> Station.RECEIVED;
            default -> Station.WITH_A_PERSON;
        };
    }
}
