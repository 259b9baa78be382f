package org.intakehub.gateway;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Empties tables of a hub whose timed work goes on meanwhile. That work takes the same tables in an order of its own, so
 * this waits for a lock for less time than the database takes to see a deadlock, lets go of everything and tries again.
 */
public final class EmptyTables {
    private static final int TRIES = 100;
    /** Lock not available, deadlock detected (PostgreSQL, appendix A of its manual). */
    private static final Set<String> LOCKED = Set.of("55P03", "40P01");

    private EmptyTables() {}

    /**
     * Empties the tables.
     *
     * @param tables their names as in SQL, with {@code cascade} or {@code restart identity} behind them where wanted
     */
    public static void of(JdbcClient jdbc, String tables) {
        for (int tries = 1; ; tries++) {
            try {
                jdbc.sql("do $$ begin perform set_config('lock_timeout', '300ms', true); truncate " + tables
                                + "; end $$")
                        .update();
                return;
            } catch (DataAccessException e) {
                if (tries == TRIES || !isLocked(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isLocked(DataAccessException fault) {
        return fault.getMostSpecificCause() instanceof SQLException cause
                && LOCKED.contains(String.valueOf(cause.getSQLState()));
    }
}
