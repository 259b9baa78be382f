package org.intakehub.gateway.learning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.intakehub.core.classification.CategoryModel;
import org.intakehub.core.classification.Classifier;
import org.intakehub.core.learning.TextModel;
import org.intakehub.core.rules.CityRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The classifier with the model that runs now; every node follows a change within seconds. */
@Component
public class RunningModel {
    private static final Logger LOG = LoggerFactory.getLogger(RunningModel.class);

    private final CityRules rules;
    private final CategoryModels models;
    private volatile Loaded loaded;

    RunningModel(CityRules rules, CategoryModels models) {
        this.rules = rules;
        this.models = models;
        loaded = new Loaded(Optional.empty(), Optional.empty(), rules.classifier());
    }

    /** @param base what {@code classifier} was made of */
    private record Loaded(
            Optional<Long> version, Optional<CategoryModel> model, Classifier base, Classifier classifier) {
        Loaded(Optional<Long> version, Optional<CategoryModel> model, Classifier base) {
            this(version, model, base, model.map(base::with).orElse(base));
        }
    }

    /** Rules and shipped model, and above them what was learnt from staff. */
    public Classifier classifier() {
        var now = loaded;
        return now.base() == rules.classifier() ? now.classifier() : onRulesOfNow();
    }

    /** What was learnt from staff, above other rules than those in force. */
    public Classifier above(Classifier rules) {
        return loaded.model().map(rules::with).orElse(rules);
    }

    private synchronized Classifier onRulesOfNow() {
        loaded = new Loaded(loaded.version(), loaded.model(), rules.classifier());
        return loaded.classifier();
    }

    @Scheduled(fixedDelay = 5_000)
    synchronized void follow() {
        try {
            var running = models.running();
            if (!running.equals(loaded.version())) {
                loaded = load(running);
                LOG.info("category model {} runs", running.map(String::valueOf).orElse("as shipped"));
            }
        } catch (DataAccessException | IOException e) {
            LOG.warn("the category model stays as it is: {}", e.getClass().getSimpleName());
        }
    }

    private Loaded load(Optional<Long> version) throws IOException {
        if (version.isEmpty()) {
            return new Loaded(version, Optional.empty(), rules.classifier());
        }
        var model = TextModel.read(new ByteArrayInputStream(models.weights(version.get())));
        return new Loaded(version, Optional.of(CategoryModel.ofCodes(model)), rules.classifier());
    }
}
