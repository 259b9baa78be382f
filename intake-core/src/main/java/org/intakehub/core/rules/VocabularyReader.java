package org.intakehub.core.rules;

import java.util.List;
import java.util.stream.Stream;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.Category;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Division;
import org.intakehub.core.classification.ThreatCue;
import org.intakehub.core.classification.Urgency;
import org.intakehub.core.classification.Vocabulary;
import org.intakehub.core.classification.WordRule;

/** Reads every word list and ties it to what the words speak for. */
final class VocabularyReader {
    private final Vocabulary vocabulary;

    VocabularyReader(RuleSource source, Problems problems, CityLists lists) {
        WordRules words = new WordRules(source, problems);
        List<WordRule<Division>> places =
                words.read(RuleFile.PLACES, row -> lists.divisions().referredTo(row.cell("division"), "division", row));
        List<WordRule<CategoryCode>> keywords = words.read(
                RuleFile.KEYWORDS,
                row -> lists.categories()
                        .referredTo(row.cell("category"), "category", row)
                        .map(Category::code));
        vocabulary = new Vocabulary(
                keywords,
                Stream.concat(lists.divisionNames().stream(), places.stream()).toList(),
                lists.divisionsByCode(),
                words.read(RuleFile.APPEAL_TYPES, row -> row.choice("type", AppealType.class)),
                words.read(RuleFile.THREATS, row -> row.choice("cue", ThreatCue.class)),
                words.read(RuleFile.URGENCY, row -> row.choice("urgency", Urgency.class)),
                words.read(RuleFile.CONFIDENTIALITY, row -> row.choice("confidentiality", Confidentiality.class)),
                lists.unitNames());
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }
}
