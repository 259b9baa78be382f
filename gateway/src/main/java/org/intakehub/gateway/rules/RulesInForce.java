package org.intakehub.gateway.rules;

import java.util.List;
import org.intakehub.core.rules.CityRules;
import org.intakehub.core.rules.InvalidRules;
import org.intakehub.core.rules.RuleProblem;
import org.intakehub.core.rules.RuleSource;
import org.intakehub.gateway.platform.HubSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The rules that this node works by: the installation's files with what people saved in their place. A change that was saved on any node is
 * in force on this one within seconds; one that does not fit with this node's own files is told and leaves everything as it is.
 */
@Component
class RulesInForce {
    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);

    private final HubSettings settings;
    private final SavedRules saved;
    private final EditsCopy copy;
    private final CityRules rules;
    private volatile Standing standing;

    /** @throws InvalidRules with every problem; a city with an error in its files does not start */
    RulesInForce(HubSettings settings, SavedRules saved, EditsCopy copy) {
        this.settings = settings;
        this.saved = saved;
        this.copy = copy;
        var edits = atStart();
        rules = CityRules.read(source(edits));
        standing = new Standing(edits, edits.version(), List.of());
    }

    /**
     * How this node stands to what was saved.
     *
     * @param edits in force here
     * @param seen version that was looked at last; another than that of {@code edits} if that one does not fit here
     * @param problems why not
     */
    record Standing(Edits edits, long seen, List<RuleProblem> problems) {
        Standing {
            problems = List.copyOf(problems);
        }
    }

    /** One object for the whole life of the node, which answers by what is in force at the moment of a question. */
    CityRules rules() {
        return rules;
    }

    Standing standing() {
        return standing;
    }

    /** The files that are in force here. */
    RuleSource source() {
        return source(standing.edits());
    }

    /** The installation's files with other texts in their place. */
    RuleSource source(Edits edits) {
        return new RuleSource(settings.ownRules(), edits.texts());
    }

    @Scheduled(fixedDelay = 3_000)
    synchronized void follow() {
        try {
            if (saved.version() != standing.seen()) {
                take(saved.edits());
            }
        } catch (DataAccessException e) {
            // What is in force stays in force; that the database is away, others say.
            LOG.debug("the saved rules cannot be read: {}", e.getClass().getSimpleName());
        }
    }

    private void take(Edits edits) {
        try {
            rules.adopt(CityRules.read(source(edits)));
            standing = new Standing(edits, edits.version(), List.of());
            copy.keep(edits);
            LOG.info(
                    "rules of version {} are in force, {} files of them edited",
                    edits.version(),
                    edits.texts().size());
        } catch (InvalidRules e) {
            standing = new Standing(standing.edits(), edits.version(), e.found());
            LOG.error(
                    "the saved rules of version {} do not fit with this node's files: {}",
                    edits.version(),
                    e.getMessage());
        }
    }

    private Edits atStart() {
        try {
            var edits = saved.edits();
            copy.keep(edits);
            return edits;
        } catch (DataAccessException e) {
            LOG.warn("the database does not answer yet; the rules are those that this node used last");
            return copy.read();
        }
    }
}
