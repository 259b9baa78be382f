package org.intakehub.core.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.answer.AnswerTemplates;
import org.intakehub.core.answer.ReviewRules;
import org.intakehub.core.classification.Category;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.CategoryModel;
import org.intakehub.core.classification.CityMap;
import org.intakehub.core.classification.Classifier;
import org.intakehub.core.classification.Community;
import org.intakehub.core.classification.Division;
import org.intakehub.core.clock.ClockPolicies;
import org.intakehub.core.clock.WorkingCalendar;
import org.intakehub.core.dispatch.DispatchRules;
import org.intakehub.core.dispatch.Unit;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.outage.OutageRules;

/** Everything that a city edits, read once, checked whole and immutable from then on. */
public final class CityRules {
    private final Register<Category> categories;
    private final Register<Division> divisions;
    private final Map<String, Community> communities;
    private final Register<Unit> units;
    private final CityMap map;
    private final Classifier classifier;
    private final DispatchRules dispatch;
    private final ClockPolicies clocks;
    private final WorkingCalendar calendar;
    private final AnswerTemplates answers;
    private final ReviewRules reviews;
    private final OutageRules outages;

    private CityRules(RuleSource source) {
        Problems problems = new Problems();
        source.check(problems);
        CityLists lists = new CityLists(source, problems);
        categories = lists.categories();
        divisions = lists.divisions();
        units = lists.units();
        VocabularyReader vocabulary = new VocabularyReader(source, problems, lists);
        Optional<CategoryModel> model = new ModelReader(source, problems, lists).model();
        DispatchTable table = new DispatchTable(source, problems, lists);
        ClockTable limits = new ClockTable(source, problems);
        CalendarTable holidays = new CalendarTable(source, problems);
        MapTable grid = new MapTable(source, problems, lists);
        AnswerTable replies = new AnswerTable(source, problems, lists);
        OutageTable interruptions = new OutageTable(source, problems, lists);
        problems.raise();
        communities = vocabulary.vocabulary().communitiesByCode();
        map = grid.map();
        Classifier byWords = new Classifier(vocabulary.vocabulary());
        classifier = model.map(byWords::with).orElse(byWords);
        dispatch = new DispatchRules(table.rules(), List.copyOf(units.entries()));
        clocks = new ClockPolicies(limits.rows());
        calendar = new WorkingCalendar(holidays.holidays());
        answers = new AnswerTemplates(replies.templates());
        reviews = new ReviewRules(replies.reviews());
        outages = interruptions.rules();
    }

    /** The files inside the jar: Chaohu's. */
    public static CityRules shipped() {
        return new CityRules(new RuleSource(Optional.empty()));
    }

    /**
     * A city's own files, each in place of the shipped one of the same name.
     *
     * @throws InvalidRules with every problem in them
     */
    public static CityRules read(Path directory) {
        return new CityRules(new RuleSource(Optional.of(directory)));
    }

    public Classifier classifier() {
        return classifier;
    }

    public DispatchRules dispatch() {
        return dispatch;
    }

    public ClockPolicies clocks() {
        return clocks;
    }

    public WorkingCalendar calendar() {
        return calendar;
    }

    public AnswerTemplates answers() {
        return answers;
    }

    public ReviewRules reviews() {
        return reviews;
    }

    public OutageRules outages() {
        return outages;
    }

    /** In the order of the file. */
    public List<Category> categories() {
        return List.copyOf(categories.entries());
    }

    public Optional<Category> category(CategoryCode code) {
        return categories.find(code.value());
    }

    /** In the order of the file. */
    public List<Unit> units() {
        return List.copyOf(units.entries());
    }

    public Optional<Unit> unit(UnitCode code) {
        return units.find(code.value());
    }

    /** In the order of the file. */
    public List<Division> divisions() {
        return List.copyOf(divisions.entries());
    }

    /** Where the divisions lie to each other. */
    public CityMap map() {
        return map;
    }

    /** The community or village of a code of twelve digits, if the city has a name for it. */
    public Optional<Community> community(String code) {
        return Optional.ofNullable(communities.get(code));
    }

    /** The division of a code of nine digits; former codes are not looked up. */
    public Optional<Division> division(String code) {
        return divisions.find(code);
    }
}
