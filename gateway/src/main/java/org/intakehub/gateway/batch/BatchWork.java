package org.intakehub.gateway.batch;

import java.time.Clock;
import java.util.List;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.gateway.platform.Times;
import org.intakehub.routes.stage.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works batches off, each case in a transaction of its own, in which it is also noted: what stops half-way goes on where it was, and no
 * case is done twice. Several nodes may do so at once.
 */
@Component
class BatchWork {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWork.class);
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BatchSteps steps;
    private final Faults faults;
    private final Clock clock;

    BatchWork(JdbcClient jdbc, TransactionTemplate transaction, BatchSteps steps, Faults faults, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.steps = steps;
        this.faults = faults;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 250, initialDelay = 2_000)
    void work() {
        try {
            waiting().forEach(this::settle);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("batches wait for the database: {}", e.getClass().getSimpleName());
        }
    }

    private List<BatchSteps.Line> waiting() {
        return jdbc.sql("select c.batch_id, c.position, c.case_id, c.revision, b.login, b.person, b.kind, b.category,"
                        + " b.ground, b.words from batch_case c join batch b on b.id = c.batch_id"
                        + " where c.state = 'WAITING' order by c.batch_id, c.position limit ?")
                .param(AT_ONCE)
                .query(BatchSteps.Line.class)
                .list();
    }

    private void settle(BatchSteps.Line line) {
        try {
            transaction.executeWithoutResult(status -> {
                if (isMine(line)) {
                    note(line, steps.take(line));
                }
            });
        } catch (ImpossibleStep refused) {
            note(line, BatchSteps.Outcome.refused(refused.obstacle()));
        } catch (RuntimeException fault) {
            if (faults.isPassing(fault)) {
                throw fault;
            }
            LOG.warn(
                    "a batch failed with case {}: {}",
                    line.caseId(),
                    fault.getClass().getSimpleName());
            note(line, BatchSteps.Outcome.refused(Batch.Reason.FAILED));
        }
    }

    /** Not if another node is at it, or somebody has taken the batch back. */
    private boolean isMine(BatchSteps.Line line) {
        return jdbc.sql("select 1 from batch_case where batch_id = ? and position = ? and state = 'WAITING'"
                        + " for update skip locked")
                .params(line.batchId(), line.position())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void note(BatchSteps.Line line, BatchSteps.Outcome outcome) {
        jdbc.sql("update batch_case set state = :state, reason = :reason, decision = :decision, settled_at = :now"
                        + " where batch_id = :batch and position = :position and state = 'WAITING'")
                .param("state", outcome.reason().isEmpty() ? "DONE" : "REFUSED")
                .param("reason", outcome.reason())
                .param("decision", outcome.decision())
                .param("now", Times.sql(clock.instant()))
                .param("batch", line.batchId())
                .param("position", line.position())
                .update();
    }
}
