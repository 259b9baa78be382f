package org.intakehub.gateway.learning;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.intakehub.core.classification.CategoryModel;
import org.intakehub.core.classification.Classifier;
import org.intakehub.core.learning.Example;
import org.intakehub.core.learning.Trainer;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.history.History;
import org.intakehub.routes.stage.Leases;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Trains a model on what staff decided and lets it run if it answers held-back cases better than what runs. A fifth of the cases is held back
 * from every training, always the same, so that no model is compared on cases that it knows.
 */
@Component
public class Retraining {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int HELD_BACK_ONE_IN = 5;
    private static final int HELD_BACK_AT_LEAST = 10;
    private static final int EXAMPLES_PER_CATEGORY = 3;
    private static final int CATEGORIES = 2;

    private final TrainingExamples examples;
    private final CategoryModels models;
    private final RunningModel running;
    private final CityRules rules;
    private final Leases leases;

    Retraining(TrainingExamples examples, CategoryModels models, RunningModel running, CityRules rules, Leases leases) {
        this.examples = examples;
        this.models = models;
        this.running = running;
        this.rules = rules;
        this.leases = leases;
    }

    /** What became of a wish to train. */
    public enum Result {
        BETTER,
        NOT_BETTER,
        TOO_FEW,
        /** Another node, or another person's wish, is at it. */
        BUSY
    }

    @Scheduled(cron = "0 30 2 * * *", zone = "${intake.zone:Asia/Shanghai}")
    void everyNight() {
        if (examples.countNew() > 0) {
            retrain(History.HUB);
        }
    }

    /** Trains, compares and takes over or not; takes seconds to minutes. */
    Result retrain(String actor) {
        var result = new Result[] {Result.BUSY};
        leases.run("category-model", LEASE, () -> result[0] = train(actor));
        return result[0];
    }

    /**
     * Goes back to the model that ran before; this node does so at once.
     *
     * @param revision of the running model when the person looked at it
     * @return false if it does not run, or changed since
     */
    boolean back(long version, int revision, String actor) {
        var done = models.back(version, revision, actor);
        if (done) {
            running.follow();
        }
        return done;
    }

    private Result train(String actor) {
        Map<Boolean, List<TrainingExamples.Decided>> parts =
                examples.latest().stream().collect(Collectors.partitioningBy(Retraining::isHeldBack));
        var heldBack = parts.getOrDefault(true, List.of());
        var learnt = frequent(parts.getOrDefault(false, List.of()));
        if (heldBack.size() < HELD_BACK_AT_LEAST
                || learnt.stream()
                                .map(TrainingExamples.Decided::category)
                                .distinct()
                                .count()
                        < CATEGORIES) {
            return Result.TOO_FEW;
        }
        running.follow();
        var model = Trainer.train(learnt.stream()
                .map(one -> new Example(rules.classifier().evidence(one.matter()), one.category()))
                .toList());
        var trained = new CategoryModels.Trained(
                learnt.size(),
                heldBack.size(),
                rightShare(rules.classifier().with(CategoryModel.ofCodes(model)), heldBack),
                rightShare(running.classifier(), heldBack),
                model);
        models.add(trained, actor);
        running.follow();
        return trained.isBetter() ? Result.BETTER : Result.NOT_BETTER;
    }

    private static List<TrainingExamples.Decided> frequent(List<TrainingExamples.Decided> decided) {
        var counts = decided.stream()
                .collect(Collectors.groupingBy(TrainingExamples.Decided::category, Collectors.counting()));
        return decided.stream()
                .filter(one -> counts.getOrDefault(one.category(), 0L) >= EXAMPLES_PER_CATEGORY)
                .toList();
    }

    private static boolean isHeldBack(TrainingExamples.Decided decided) {
        return Math.floorMod(decided.caseId().hashCode(), HELD_BACK_ONE_IN) == 0;
    }

    private static double rightShare(Classifier classifier, List<TrainingExamples.Decided> heldBack) {
        return heldBack.stream()
                        .filter(one -> classifier
                                .classify(one.matter())
                                .category()
                                .map(category -> category.value().equals(one.category()))
                                .orElse(false))
                        .count()
                / (double) heldBack.size();
    }
}
