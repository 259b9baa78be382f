package org.intakehub.gateway.followup;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.casefile.RequestRules;
import org.intakehub.core.casefile.ReworkReason;
import org.intakehub.gateway.answer.ResultAnswered;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.history.History.Event;
import org.intakehub.gateway.life.CaseDesk;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks whether a matter is solved: who is content has his case closed, for who is not a person rules between rework and closing. */
@Component
public class FollowUpDesk {
    private static final Actor HUB = new Actor(History.HUB, "受理中枢");
    private static final Actor CITIZEN = new Actor(History.HUB, "诉求人");

    private final FollowUps followUps;
    private final FollowUpSettings settings;
    private final CaseDesk cases;
    private final History history;
    private final Clock clock;

    FollowUpDesk(FollowUps followUps, FollowUpSettings settings, CaseDesk cases, History history, Clock clock) {
        this.followUps = followUps;
        this.settings = settings;
        this.cases = cases;
        this.history = history;
        this.clock = clock;
    }

    /** A result went out: its case is asked about, unless it is not among those that are. */
    @EventListener
    public void begin(ResultAnswered result) {
        var revision = cases.callBack(result.caseId(), HUB);
        var sampled = Math.floorMod(result.answerId().hashCode(), 100) < settings.percent();
        followUps.add(result.answerId(), result.caseId(), sampled ? "OPEN" : "NOT_SAMPLED", clock.instant());
        if (!sampled) {
            cases.close(result.caseId(), revision, "办理结果已答复，未列入回访抽样", HUB);
        }
    }

    /** The citizen was telephoned and not reached. */
    @Transactional
    public void attempt(UUID id, int revision, String what, Actor actor) {
        var why = RequestRules.reason(what);
        var one = open(id, revision);
        var over = one.attempts() + 1 >= settings.attempts();
        followUps.attempted(one, over ? "UNREACHABLE" : "OPEN");
        tell(one, actor, Event.FOLLOW_UP_ATTEMPTED, Map.of("what", why));
        if (over) {
            cases.close(one.caseId(), one.caseRevision(), "多次回访未能联系到诉求人", actor);
        }
    }

    /** The citizen said on the telephone what he thinks. */
    @Transactional
    public void byTelephone(UUID id, int revision, Survey survey, Actor actor) {
        take(open(id, revision), survey, "TELEPHONE", actor);
    }

    /** The citizen said it by the link of his answer, which works once. */
    @Transactional
    public void byLink(UUID id, Survey survey) {
        var one = followUps.lock(id).orElseThrow(FollowUpDesk::over);
        if (!one.isOpen()) {
            throw over();
        }
        take(one, survey, "LINK", CITIZEN);
    }

    private void take(FollowUp one, Survey survey, String how, Actor actor) {
        followUps.answered(one, survey, how, actor.login(), clock.instant());
        tell(
                one,
                actor,
                Event.FOLLOWED_UP,
                Map.of("how", how, "satisfaction", Integer.toString(survey.satisfaction())));
        if (survey.isDisputed()) {
            cases.reached(one.caseId());
        } else {
            cases.close(one.caseId(), one.caseRevision(), "回访满意", actor);
        }
    }

    /**
     * Rules on a citizen who is not content (R13).
     *
     * @param justified whether the unit has to do it again, in so many working days; else the case is closed
     */
    @Transactional
    public void rule(UUID id, int revision, boolean justified, int days, String reason, Actor actor) {
        var one = followUps.lock(id).orElseThrow(FollowUpDesk::over);
        if (one.revision() != revision) {
            throw stale();
        }
        if (!one.isDisputed()) {
            throw over();
        }
        followUps.settled(one);
        if (justified) {
            cases.rework(one.caseId(), one.caseRevision(), ReworkReason.DISSATISFIED, reason, days, actor);
        } else {
            cases.close(one.caseId(), one.caseRevision(), reason, actor);
        }
    }

    private FollowUp open(UUID id, int revision) {
        var one = followUps.lock(id).orElseThrow(FollowUpDesk::over);
        if (one.revision() != revision) {
            throw stale();
        }
        if (!one.isOpen()) {
            throw over();
        }
        return one;
    }

    private void tell(FollowUp one, Actor actor, Event event, Map<String, String> detail) {
        var all = new HashMap<>(detail);
        all.put("person", actor.person());
        history.append(one.caseId(), actor.login(), event, all);
    }

    private static ImpossibleStep over() {
        return new ImpossibleStep(Obstacle.WRONG_STATE, "nobody is asked about this any more");
    }

    private static ImpossibleStep stale() {
        return new ImpossibleStep(Obstacle.STALE, "it changed since; read it again");
    }
}
