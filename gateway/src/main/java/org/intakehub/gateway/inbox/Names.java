package org.intakehub.gateway.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.intakehub.core.classification.Category;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Community;
import org.intakehub.core.classification.Division;
import org.intakehub.core.dispatch.Unit;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.rules.CityRules;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The city's own names for its codes; a code that the rules no longer know stands for itself. Templates call it {@code @names}. */
@Component("names")
public class Names {
    private final CityRules rules;
    private final MessageSource texts;

    Names(CityRules rules, MessageSource texts) {
        this.rules = rules;
        this.texts = texts;
    }

    public String category(@Nullable String code) {
        if (code == null) {
            return "";
        }
        return CategoryCode.isWellFormed(code)
                ? rules.category(new CategoryCode(code)).map(Category::name).orElse(code)
                : code;
    }

    public String unit(@Nullable String code) {
        if (code == null) {
            return "";
        }
        return UnitCode.isWellFormed(code)
                ? rules.unit(new UnitCode(code)).map(Unit::name).orElse(code)
                : code;
    }

    public String division(@Nullable String code) {
        return code == null ? "" : rules.division(code).map(Division::name).orElse(code);
    }

    /** Of a community or village; its code where the city has no name for it. */
    public String community(@Nullable String code) {
        return code == null ? "" : rules.community(code).map(Community::name).orElse(code);
    }

    /** Several, as a list in a sentence. */
    public String divisionsOf(List<String> codes) {
        return String.join("、", codes.stream().map(this::division).toList());
    }

    /** A channel's name in the reader's language; one that has no text yet stands for itself. */
    public String channel(String channel) {
        return word("channel", channel);
    }

    /** A word out of a closed set that another version may have widened, such as the kind of a history entry. */
    public String word(String group, String value) {
        return Objects.requireNonNullElse(
                texts.getMessage(group + "." + value, null, value, LocaleContextHolder.getLocale()), value);
    }

    /** In the order of the rules. */
    public List<Unit> units() {
        return rules.units();
    }

    /** In the order of the rules. */
    public List<CategoryGroup> categoryGroups() {
        var groups = new LinkedHashMap<String, List<Category>>();
        rules.categories()
                .forEach(category -> groups.computeIfAbsent(category.code().parent(), code -> new ArrayList<>())
                        .add(category));
        return groups.entrySet().stream()
                .map(group -> new CategoryGroup(
                        group.getKey(), group.getValue().get(0).parentName(), List.copyOf(group.getValue())))
                .toList();
    }

    public List<Division> divisions() {
        return rules.divisions();
    }

    /**
     * A first level with its second level.
     *
     * @param code two digits
     */
    public record CategoryGroup(String code, String name, List<Category> categories) {}
}
