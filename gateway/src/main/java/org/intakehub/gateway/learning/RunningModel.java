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
        loaded = new Loaded(Optional.empty(), rules.classifier());
    }

    private record Loaded(Optional<Long> version, Classifier classifier) {}

    /** Rules and shipped model, and above them what was learnt from staff. */
    public Classifier classifier() {
        return loaded.classifier();
    }

    @Scheduled(fixedDelay = 5_000)
    void follow() {
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
            return new Loaded(version, rules.classifier());
        }
        var model = TextModel.read(new ByteArrayInputStream(models.weights(version.get())));
        return new Loaded(version, rules.classifier().with(CategoryModel.ofCodes(model)));
    }
}
