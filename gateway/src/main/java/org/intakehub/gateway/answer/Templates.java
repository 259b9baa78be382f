package org.intakehub.gateway.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.intakehub.core.answer.AnswerTemplate;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.rules.CityRules;
import org.springframework.stereotype.Component;

/** The city's templates, filled with what a case says. */
@Component
public class Templates {
    private static final Pattern GAP = Pattern.compile("\\{(?:number|unit|result)}");

    private final CityRules rules;
    private final AnsweredMatters matters;

    Templates(CityRules rules, AnsweredMatters matters) {
        this.rules = rules;
        this.matters = matters;
    }

    /**
     * A template for one case.
     *
     * @param text filled as far as the case has values
     * @param basis laws and regulations that it rests on
     */
    public record Offered(String code, String title, String text, List<String> basis) {
        public Offered {
            basis = List.copyOf(basis);
        }
    }

    /** The templates that fit a case, the most exact first. */
    public List<Offered> of(UUID caseId) {
        return matters.find(caseId).stream()
                .flatMap(matter -> fitting(matter).stream().map(template -> offered(template, matter)))
                .toList();
    }

    /** The text of one of them. */
    public Optional<String> text(UUID caseId, String code) {
        return of(caseId).stream()
                .filter(one -> one.code().equals(code))
                .map(Offered::text)
                .findFirst();
    }

    /** Whether a text still has a place of a template that nobody filled. */
    public static boolean hasGap(String text) {
        return GAP.matcher(text).find();
    }

    /** A unit's result in the words of the template that fits best. */
    String result(Matter matter) {
        var values = values(matter);
        return fitting(matter).stream()
                .map(template -> template.filled(values))
                .findFirst()
                .orElseGet(() -> matter.result().orElse(""));
    }

    private List<AnswerTemplate> fitting(Matter matter) {
        return rules.answers().fitting(matter.answered().type(), matter.category());
    }

    private Offered offered(AnswerTemplate template, Matter matter) {
        return new Offered(template.code(), template.title(), template.filled(values(matter)), template.basis());
    }

    private Map<String, String> values(Matter matter) {
        var values = new HashMap<String, String>();
        values.put("number", matter.number());
        matter.unit()
                .flatMap(code -> rules.unit(new UnitCode(code)))
                .ifPresent(unit -> values.put("unit", unit.name()));
        matter.result().ifPresent(result -> values.put("result", result));
        return values;
    }
}
