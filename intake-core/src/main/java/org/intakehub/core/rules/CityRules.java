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

/**
 * Everything that a city edits, read once and checked whole. What is in force changes only as a whole, when other checked rules are taken
 * over; who keeps an answer keeps the rules of that moment, and a code that it names may be gone at the next question.
 */
public final class CityRules {
    private volatile Checked now;

    private CityRules(RuleSource source) {
        now = Checked.of(source);
    }

    /** The files inside the jar: Chaohu's. */
    public static CityRules shipped() {
        return read(new RuleSource(Optional.empty(), Map.of()));
    }

    /**
     * A city's own files, each in place of the shipped one of the same name.
     *
     * @throws InvalidRules with every problem in them
     */
    public static CityRules read(Path directory) {
        return read(new RuleSource(Optional.of(directory), Map.of()));
    }

    /**
     * The files from wherever each comes.
     *
     * @throws InvalidRules with every problem in them
     */
    public static CityRules read(RuleSource source) {
        return new CityRules(source);
    }

    /** From now on answers everybody as the other does. */
    public void adopt(CityRules other) {
        now = other.now;
    }

    public Classifier classifier() {
        return now.classifier;
    }

    public DispatchRules dispatch() {
        return now.dispatch;
    }

    public ClockPolicies clocks() {
        return now.clocks;
    }

    public WorkingCalendar calendar() {
        return now.calendar;
    }

    public AnswerTemplates answers() {
        return now.answers;
    }

    public ReviewRules reviews() {
        return now.reviews;
    }

    public OutageRules outages() {
        return now.outages;
    }

    /** In the order of the file. */
    public List<Category> categories() {
        return List.copyOf(now.categories.entries());
    }

    public Optional<Category> category(CategoryCode code) {
        return now.categories.find(code.value());
    }

    /** In the order of the file. */
    public List<Unit> units() {
        return List.copyOf(now.units.entries());
    }

    public Optional<Unit> unit(UnitCode code) {
        return now.units.find(code.value());
    }

    /** In the order of the file. */
    public List<Division> divisions() {
        return List.copyOf(now.divisions.entries());
    }

    /** Where the divisions lie to each other. */
    public CityMap map() {
        return now.map;
    }

    /** The community or village of a code of twelve digits, if the city has a name for it. */
    public Optional<Community> community(String code) {
        return Optional.ofNullable(now.communities.get(code));
    }

    /** The division of a code of nine digits; former codes are not looked up. */
    public Optional<Division> division(String code) {
        return now.divisions.find(code);
    }

    /** One set of rules that fit together. */
    private record Checked(
            Register<Category> categories,
            Register<Division> divisions,
            Map<String, Community> communities,
            Register<Unit> units,
            CityMap map,
            Classifier classifier,
            DispatchRules dispatch,
            ClockPolicies clocks,
            WorkingCalendar calendar,
            AnswerTemplates answers,
            ReviewRules reviews,
            OutageRules outages) {
        static Checked of(RuleSource source) {
            Problems problems = new Problems();
            source.check(problems);
            CityLists lists = new CityLists(source, problems);
            VocabularyReader vocabulary = new VocabularyReader(source, problems, lists);
            Optional<CategoryModel> model = new ModelReader(source, problems, lists).model();
            DispatchTable table = new DispatchTable(source, problems, lists);
            ClockTable limits = new ClockTable(source, problems);
            CalendarTable holidays = new CalendarTable(source, problems);
            MapTable grid = new MapTable(source, problems, lists);
            AnswerTable replies = new AnswerTable(source, problems, lists);
            OutageTable interruptions = new OutageTable(source, problems, lists);
            problems.raise();
            Classifier byWords = new Classifier(vocabulary.vocabulary());
            return new Checked(
                    lists.categories(),
                    lists.divisions(),
                    vocabulary.vocabulary().communitiesByCode(),
                    lists.units(),
                    grid.map(),
                    model.map(byWords::with).orElse(byWords),
                    new DispatchRules(table.rules(), List.copyOf(lists.units().entries())),
                    new ClockPolicies(limits.rows()),
                    new WorkingCalendar(holidays.holidays()),
                    new AnswerTemplates(replies.templates()),
                    new ReviewRules(replies.reviews()),
                    interruptions.rules());
        }
    }
}
