package org.intakehub.core.classification;

import java.util.List;

/**
 * Finds the units that a confidential matter names as concerned.
 *
 * <p>Only a unit that is plainly asked to act is left out ("请城管局查处"): a report that reaches the accused does harm that a
 * dispatch by a person instead of a rule does not.
 */
final class AccusedFinder {
    private static final List<String> ASKS_BEFORE =
            List.of("请", "请求", "恳请", "希望", "望", "要求", "建议", "呼吁", "请求贵", "向", "致", "敬爱的", "尊敬的");
    private static final List<String> ACTS_AFTER =
            List.of("查处", "调查", "核实", "介入", "处理", "查一查", "查一下", "取缔", "执法检查", "领导:", "领导,", "领导您好", "领导你好");

    private final TriggerIndex<String> names;

    AccusedFinder(List<WordRule<String>> names, PhraseIds ids) {
        this.names = new TriggerIndex<>(names, ids);
    }

    /** Codes of the units. */
    List<String> find(MatterReading matter) {
        return names.heardIn(matter.namedUnit(), matter.title(), matter.text()).stream()
                .filter(name -> !name.in(matter.namedUnit(), matter).isEmpty()
                        || isConcerned(name, matter.title(), matter)
                        || isConcerned(name, matter.text(), matter))
                .map(Trigger::target)
                .distinct()
                .toList();
    }

    private static boolean isConcerned(Trigger<String> name, Reading reading, MatterReading matter) {
        return name.in(reading, matter).stream().anyMatch(span -> !isAsked(span, reading.text()));
    }

    private static boolean isAsked(Span span, FoldedText text) {
        return ASKS_BEFORE.stream().anyMatch(word -> text.isAt(span.begin() - word.length(), word))
                || ACTS_AFTER.stream().anyMatch(word -> text.isAt(span.end(), word));
    }
}
