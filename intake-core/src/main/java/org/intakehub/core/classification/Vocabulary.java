package org.intakehub.core.classification;

import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Confidentiality;

/**
 * Every word list that a classifier reads with.
 *
 * @param divisionsByCode the division for each code, today's and former
 * @param units the code of the unit that a name stands for
 */
public record Vocabulary(
        List<WordRule<CategoryCode>> keywords,
        List<WordRule<Spot>> places,
        Map<String, Division> divisionsByCode,
        Map<String, Community> communitiesByCode,
        List<WordRule<AppealType>> appealTypes,
        List<WordRule<ThreatCue>> threats,
        List<WordRule<Urgency>> urgencies,
        List<WordRule<Confidentiality>> confidentialities,
        List<WordRule<String>> units) {
    public Vocabulary {
        keywords = List.copyOf(keywords);
        places = List.copyOf(places);
        divisionsByCode = Map.copyOf(divisionsByCode);
        communitiesByCode = Map.copyOf(communitiesByCode);
        appealTypes = List.copyOf(appealTypes);
        threats = List.copyOf(threats);
        urgencies = List.copyOf(urgencies);
        confidentialities = List.copyOf(confidentialities);
        units = List.copyOf(units);
    }
}
