package org.intakehub.gateway.rules;

import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.rules.CityRules;
import org.intakehub.core.rules.InvalidRules;
import org.intakehub.core.rules.RuleFile;
import org.intakehub.core.rules.RuleProblem;
import org.intakehub.gateway.webhook.UnitWebhooks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes rule files: what is saved fits with all other files, was seen by who changes it, and can be taken back. */
@Component
class RuleDesk {
    private final SavedRules saved;
    private final RulesInForce inForce;
    private final UnitWebhooks units;
    private final TransactionTemplate transaction;

    RuleDesk(SavedRules saved, RulesInForce inForce, UnitWebhooks units, TransactionTemplate transaction) {
        this.saved = saved;
        this.inForce = inForce;
        this.units = units;
        this.transaction = transaction;
    }

    /** What became of a change. */
    sealed interface Outcome {
        /** It is in force here, and on every other node within seconds. */
        record Saved(int revision) implements Outcome {}

        /** Somebody changed the file since the person looked at it, or there is no such earlier text. */
        record Stale(int revision) implements Outcome {}

        /** Nothing was saved. */
        record Wrong(List<RuleProblem> problems) implements Outcome {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * The rules as they would be with a draft of a file.
     *
     * @throws InvalidRules with every problem, as at start
     */
    CityRules with(RuleFile file, String text) {
        return with(saved.edits(), file, Optional.of(text));
    }

    /** What is wrong with a draft; nothing if it could be saved. */
    List<RuleProblem> check(RuleFile file, String text) {
        return problems(saved.edits(), file, Optional.of(text));
    }

    /** @param revision of the file when the person looked at it */
    Outcome save(RuleFile file, int revision, String text, String reason, String actor) {
        return change(file, revision, Optional.of(text), reason, actor);
    }

    /**
     * Brings an earlier text back, as a change of its own.
     *
     * @param to the revision whose text it is; 0 is what the installation brings
     */
    Outcome back(RuleFile file, int revision, int to, String reason, String actor) {
        if (to > 0 && saved.change(file, to).isEmpty()) {
            return new Outcome.Stale(saved.revision(file));
        }
        return change(file, revision, saved.content(file, to), reason, actor);
    }

    private Outcome change(RuleFile file, int revision, Optional<String> text, String reason, String actor) {
        var outcome = Objects.requireNonNull(transaction.execute(status -> {
            saved.lock();
            var now = saved.revision(file);
            if (now != revision) {
                return new Outcome.Stale(now);
            }
            var problems = problems(saved.edits(), file, text);
            if (!problems.isEmpty()) {
                return new Outcome.Wrong(problems);
            }
            saved.add(file, revision + 1, actor, reason, text);
            return new Outcome.Saved(revision + 1);
        }));
        if (outcome instanceof Outcome.Saved) {
            inForce.follow();
        }
        return outcome;
    }

    private List<RuleProblem> problems(Edits edits, RuleFile file, Optional<String> text) {
        try {
            var rules = with(edits, file, text);
            return missingUnits(rules).toList();
        } catch (InvalidRules e) {
            return e.found();
        }
    }

    /** A unit that the settings speak of has to stay: the next start would fail without it. */
    private Stream<RuleProblem> missingUnits(CityRules rules) {
        return units.named().stream()
                .filter(code -> rules.unit(new UnitCode(code)).isEmpty())
                .sorted()
                .map(code -> new RuleProblem(
                        RuleFile.UNITS.fileName(),
                        0,
                        "code",
                        "has no unit \"" + code + "\"; expected one, since the settings have intake.units." + code));
    }

    private CityRules with(Edits edits, RuleFile file, Optional<String> text) {
        var texts = new EnumMap<RuleFile, String>(RuleFile.class);
        texts.putAll(edits.texts());
        text.ifPresentOrElse(one -> texts.put(file, one), () -> texts.remove(file));
        return CityRules.read(inForce.source(new Edits(edits.version(), texts)));
    }
}
