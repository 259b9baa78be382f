package org.intakehub.gateway.receipt;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.intakehub.routes.stage.Queues;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /receipts/{id}}: what became of a delivery. Whoever holds the receipt may ask; it tells nothing of the citizen. */
@RestController
@Tag(name = "Receipts")
class ReceiptController {
    private final JdbcClient jdbc;
    private final Receipts receipts;

    ReceiptController(JdbcClient jdbc, Receipts receipts) {
        this.jdbc = jdbc;
        this.receipts = receipts;
    }

    /**
     * What became of a delivery.
     *
     * @param state RECEIVED, FILED, QUARANTINED, PARKED or DISCARDED; DEAD_LETTER while filing has failed and a person has to look
     * @param cases numbers of the cases that its messages are in
     * @param reason why it is not in a case
     */
    record Receipt(String receiptId, String state, List<String> cases, Optional<String> reason) {}

    @Operation(summary = "What became of a delivery: received, filed as case …, or quarantined and why")
    @GetMapping(path = "/receipts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> receipt(@PathVariable("id") String id) {
        if (!receipts.isGenuine(id)) {
            var problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "there is no such receipt");
            return ResponseEntity.of(problem).build();
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(find(id));
    }

    /** A genuine receipt that the archive does not know yet, or that cannot be looked up now, is in the journal. */
    private Receipt find(String id) {
        var inJournal = new Receipt(id, "RECEIVED", List.of(), Optional.empty());
        try {
            return jdbc.sql("""
                            select r.receipt_id, r.state, r.reason, array(
                                select distinct c.number from message m join case_file c on c.id = m.case_id
                                where m.receipt_id = r.receipt_id or m.receipt_id = r.same_as order by c.number) as cases
                            from raw_message r where r.receipt_id = :id
                            union all
                            select d.subject, 'DEAD_LETTER', d.reason, array[]::text[] from dead_letter d
                            where d.subject = :id and d.state = 'WAITING' and d.queue = :queue
                            limit 1
                            """)
                    .param("id", id)
                    .param("queue", Queues.RECEIVED)
                    .query(ReceiptController::receipt)
                    .optional()
                    .orElse(inJournal);
        } catch (DataAccessException e) {
            return inJournal;
        }
    }

    private static Receipt receipt(ResultSet row, int number) throws SQLException {
        return new Receipt(
                row.getString("receipt_id"),
                row.getString("state"),
                List.of((String[]) row.getArray("cases").getArray()),
                Optional.ofNullable(row.getString("reason")));
    }
}
