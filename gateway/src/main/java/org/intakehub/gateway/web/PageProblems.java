package org.intakehub.gateway.web;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** While the database does not answer, pages say so; without a stack trace for each look at them. */
@ControllerAdvice(annotations = Controller.class)
class PageProblems {
    private static final Logger LOG = LoggerFactory.getLogger(PageProblems.class);

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ModelAndView unavailable(RuntimeException failure) {
        LOG.warn("a page could not be shown: {}", failure.getClass().getSimpleName());
        var model = Map.of("kind", 503, "code", 503);
        return new ModelAndView("error", model, HttpStatus.SERVICE_UNAVAILABLE);
    }
}
