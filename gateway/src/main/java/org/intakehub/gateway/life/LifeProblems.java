package org.intakehub.gateway.life;

import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A refused step as problem+json: 409 with the obstacle, or 400 where something is missing or too much. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class LifeProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> impossible(ImpossibleStep refused) {
        var status = status(refused);
        var problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(refused.getMessage()));
        problem.setProperty("obstacle", refused.obstacle().name());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** The status of a refused step, whichever way it came. */
    public static HttpStatus status(ImpossibleStep refused) {
        return refused.obstacle() == Obstacle.INCOMPLETE || refused.obstacle() == Obstacle.TOO_MUCH
                ? HttpStatus.BAD_REQUEST
                : HttpStatus.CONFLICT;
    }
}
