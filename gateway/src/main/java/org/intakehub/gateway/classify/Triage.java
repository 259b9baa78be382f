package org.intakehub.gateway.classify;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.CaseLife;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.CaseStep;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Division;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.learning.TrainingExamples;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's word on a case that the rules were unsure of; it goes on to dispatch by the outbox. */
@Component
public class Triage {
    private final JdbcClient jdbc;
    private final CityRules rules;
    private final History history;
    private final SavedOutbox outbox;
    private final SecondThoughts thoughts;
    private final TrainingExamples examples;

    Triage(
            JdbcClient jdbc,
            CityRules rules,
            History history,
            SavedOutbox outbox,
            SecondThoughts thoughts,
            TrainingExamples examples) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.history = history;
        this.outbox = outbox;
        this.thoughts = thoughts;
        this.examples = examples;
    }

    /** What became of a person's decision. */
    public enum Result {
        DONE,
        /** Somebody or something changed the case since the person looked at it. */
        STALE,
        /** The case does not wait for triage. */
        NOT_IN_TRIAGE
    }

    /**
     * A decision that was heard.
     *
     * @param id by which {@link SecondThoughts} takes it back; none if it was not DONE, or went on at once
     */
    public record Decided(Result result, Optional<UUID> id) {}

    /**
     * Settles category and place of a case in triage; it goes on to dispatch at once.
     *
     * @param revision the revision that the person looked at
     * @param division nine digits; empty: the place stays as it is
     * @throws IllegalArgumentException if the city has no such category or division
     */
    @Transactional
    public Result classify(UUID caseId, int revision, String category, Optional<String> division, String actor) {
        return settle(caseId, revision, category, division, actor)
                .map(before -> {
                    outbox.add(Hop.of(Queues.DISPATCH, caseId.toString()));
                    return Result.DONE;
                })
                .orElseGet(() -> refused(caseId));
    }

    /** The same for a person, who may take it back for as long as {@link SecondThoughts#TIME}. */
    @Transactional
    public Decided decide(UUID caseId, int revision, String category, Optional<String> division, String actor) {
        return settle(caseId, revision, category, division, actor)
                .map(before -> new Decided(Result.DONE, Optional.of(thoughts.sendOn(caseId, before, actor))))
                .orElseGet(() -> new Decided(refused(caseId), Optional.empty()));
    }

    private Result refused(UUID caseId) {
        return isInTriage(caseId) ? Result.STALE : Result.NOT_IN_TRIAGE;
    }

    private Optional<SecondThoughts.Before> settle(
            UUID caseId, int revision, String category, Optional<String> division, String actor) {
        var chosen = rules.category(new CategoryCode(category))
                .orElseThrow(() -> new IllegalArgumentException("there is no category " + category));
        var place = division.map(code ->
                rules.division(code).orElseThrow(() -> new IllegalArgumentException("there is no division " + code)));
        var before = jdbc.sql("select category, division, area, classified_by from case_file"
                        + " where id = ? and revision = ? and state = 'TRIAGE' for update")
                .params(caseId, revision)
                .query(SecondThoughts.Before.class)
                .optional();
        if (before.isEmpty()) {
            return before;
        }
        jdbc.sql("""
                        update case_file set category = :category, division = coalesce(:division, division),
                            area = coalesce(:area, area), state = :next, classified_by = :actor,
                            revision = revision + 1, updated_at = now()
                        where id = :id
                        """)
                .param("category", chosen.code().value())
                .param("division", place.map(Division::code).orElse(null))
                .param("area", place.map(found -> found.kind().name()).orElse(null))
                .param("next", CaseLife.after(CaseState.TRIAGE, CaseStep.DECIDE).name())
                .param("actor", actor)
                .param("id", caseId)
                .update();
        history.append(
                caseId, actor, History.Event.CORRECTED, Map.of("category", category, "division", division.orElse("")));
        examples.remember(caseId, chosen.code().value(), actor);
        return before;
    }

    private boolean isInTriage(UUID caseId) {
        return jdbc.sql("select count(*) from case_file where id = ? and state = 'TRIAGE'")
                        .param(caseId)
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
