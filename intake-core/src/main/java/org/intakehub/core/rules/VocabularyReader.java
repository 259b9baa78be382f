package org.intakehub.core.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.Category;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Community;
import org.intakehub.core.classification.Spot;
import org.intakehub.core.classification.ThreatCue;
import org.intakehub.core.classification.Urgency;
import org.intakehub.core.classification.Vocabulary;
import org.intakehub.core.classification.WordRule;

/** Reads every word list and ties it to what the words speak for. */
final class VocabularyReader {
    private static final int DIVISION_DIGITS = 9;
    private static final Pattern COMMUNITY = Pattern.compile("[0-9]{12}");

    private final Vocabulary vocabulary;
    /** By code, each under the name that stands first. */
    private final Map<String, Community> communities = new LinkedHashMap<>();

    VocabularyReader(RuleSource source, Problems problems, CityLists lists) {
        WordRules words = new WordRules(source, problems);
        List<WordRule<Spot>> places = words.read(RuleFile.PLACES, row -> spot(row, lists));
        List<WordRule<CategoryCode>> keywords = words.read(
                RuleFile.KEYWORDS,
                row -> lists.categories()
                        .referredTo(row.cell("category"), "category", row)
                        .map(Category::code));
        vocabulary = new Vocabulary(
                keywords,
                Stream.concat(lists.divisionNames().stream(), places.stream()).toList(),
                lists.divisionsByCode(),
                communities,
                words.read(RuleFile.APPEAL_TYPES, row -> row.choice("type", AppealType.class)),
                words.read(RuleFile.THREATS, row -> row.choice("cue", ThreatCue.class)),
                words.read(RuleFile.URGENCY, row -> row.choice("urgency", Urgency.class)),
                words.read(RuleFile.CONFIDENTIALITY, row -> row.choice("confidentiality", Confidentiality.class)),
                lists.unitNames());
    }

    private Optional<Spot> spot(Row row, CityLists lists) {
        String code = row.cell("division");
        boolean isCommunity = COMMUNITY.matcher(code).matches();
        return lists.divisions()
                .referredTo(isCommunity ? code.substring(0, DIVISION_DIGITS) : code, "division", row)
                .map(division -> new Spot(
                        division,
                        Optional.of(code)
                                .filter(any -> isCommunity)
                                .map(any -> communities.computeIfAbsent(
                                        any, fresh -> new Community(fresh, row.cell("name"))))));
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }
}
