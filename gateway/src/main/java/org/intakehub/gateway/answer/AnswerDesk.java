package org.intakehub.gateway.answer;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.casefile.RequestRules;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.answer.Drafts.Draft;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.reply.CaseAnswers;
import org.intakehub.gateway.reply.CaseAnswers.Given;
import org.intakehub.gateway.reply.CaseAnswers.Result;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends answers to everyone who told the matter; where the city's policy asks for it, only after a second person has seen them. */
@Component
public class AnswerDesk {
    private final CaseAnswers answers;
    private final Drafts drafts;
    private final AnsweredMatters matters;
    private final Templates templates;
    private final SurveyLinks surveys;
    private final CityRules rules;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Supplier<UUID> ids;
    private final Clock clock;

    AnswerDesk(
            CaseAnswers answers,
            Drafts drafts,
            AnsweredMatters matters,
            Templates templates,
            SurveyLinks surveys,
            CityRules rules,
            History history,
            ApplicationEventPublisher events,
            Supplier<UUID> ids,
            Clock clock) {
        this.answers = answers;
        this.drafts = drafts;
        this.matters = matters;
        this.templates = templates;
        this.surveys = surveys;
        this.rules = rules;
        this.history = history;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether an answer to this case has to be seen by a second person. */
    public boolean needsReview(UUID caseId) {
        return matters.find(caseId)
                .filter(matter -> rules.reviews().isAsked(matter.answered()))
                .isPresent();
    }

    /**
     * A person's answer.
     *
     * @param answerId the same for every attempt at giving it; a second one changes nothing
     * @param revision the revision of the case that the person looked at
     */
    @Transactional
    public Given give(UUID caseId, UUID answerId, int revision, String text, Actor actor) {
        if (!needsReview(caseId)) {
            return answers.give(caseId, answerId, revision, text, actor.login());
        }
        if (!drafts.isThere(answerId)) {
            if (!answers.touch(caseId, revision)) {
                return new Given(Result.STALE, List.of());
            }
            hold(caseId, answerId, text, false, actor);
        }
        return new Given(Result.WAITS, List.of());
    }

    /** The leading unit's result is in: the citizens get its answer, in the words of the template that fits. */
    @Transactional
    public void result(UUID caseId, Actor actor) {
        var matter = matters.find(caseId).orElseThrow();
        var text = templates.result(matter);
        if (rules.reviews().isAsked(matter.answered())) {
            hold(caseId, ids.get(), text, true, actor);
        } else {
            sendResult(caseId, ids.get(), text, actor);
        }
    }

    private void sendResult(UUID caseId, UUID answerId, String text, Actor actor) {
        answers.tell(caseId, answerId, text + surveys.invitation(answerId), actor.login());
        events.publishEvent(new ResultAnswered(caseId, answerId));
    }

    private void hold(UUID caseId, UUID answerId, String text, boolean result, Actor actor) {
        drafts.add(caseId, answerId, Json.storable(text), result, actor, clock.instant());
        history.append(
                caseId,
                actor.login(),
                History.Event.ANSWER_DRAFTED,
                Map.of("answer", answerId, "person", actor.person()));
    }

    /**
     * The second person agrees, and the answer goes out.
     *
     * @param text as he wants it, which may differ from what was drafted
     */
    @Transactional
    public void approve(UUID caseId, UUID draftId, int revision, String text, Actor actor) {
        var draft = waiting(caseId, draftId, revision);
        if (draft.login().equals(actor.login())) {
            throw new ImpossibleStep(Obstacle.SAME_PERSON, "an answer is seen by somebody who did not write it");
        }
        drafts.settle(draft, "SENT", Json.storable(text), null, actor, clock.instant());
        if (draft.result()) {
            sendResult(caseId, draft.id(), text, actor);
        } else {
            answers.tell(caseId, draft.id(), text, actor.login());
        }
        history.append(
                caseId,
                actor.login(),
                History.Event.ANSWER_APPROVED,
                Map.of("answer", draft.id(), "person", actor.person()));
    }

    /** The second person does not agree; nothing is sent. */
    @Transactional
    public void sendBack(UUID caseId, UUID draftId, int revision, String reason, Actor actor) {
        var why = RequestRules.reason(reason);
        var draft = waiting(caseId, draftId, revision);
        drafts.settle(draft, "SENT_BACK", draft.text(), why, actor, clock.instant());
        history.append(
                caseId,
                actor.login(),
                History.Event.ANSWER_SENT_BACK,
                Map.of("answer", draft.id(), "person", actor.person(), "reason", why));
    }

    private Draft waiting(UUID caseId, UUID draftId, int revision) {
        var draft = drafts.lock(caseId, draftId)
                .orElseThrow(() -> new ImpossibleStep(Obstacle.WRONG_STATE, "the case has no such answer"));
        if (draft.revision() != revision) {
            throw new ImpossibleStep(Obstacle.STALE, "the answer changed since; read it again");
        }
        if (!draft.isWaiting()) {
            throw new ImpossibleStep(Obstacle.WRONG_STATE, "the answer does not wait for a second person");
        }
        return draft;
    }
}
