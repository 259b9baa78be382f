package org.intakehub.gateway.platform;

import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.routes.stage.Faults;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** A far end or a database that cannot be reached, or that broke off, passes by itself; everything else comes back. */
final class DatabaseFaults implements Faults {
    @Override
    public boolean isPassing(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RemoteUnavailable
                    || cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof NonTransientDataAccessResourceException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException) {
                return true;
            }
        }
        return false;
    }
}
