package org.intakehub.gateway.report;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Arrays;
import java.util.EnumMap;
import org.intakehub.gateway.inbox.CaseAccess;
import org.intakehub.gateway.report.Selection.Narrower;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads which figure's rows somebody asks for. */
@Component
class Selections {
    private static final int LONGEST = 100;

    private final Spans spans;

    Selections(Spans spans) {
        this.spans = spans;
    }

    /** As an address has it. */
    record Asked(
            @Parameter(
                    description =
                            "CASES that were accepted, ORDERS that were dispatched, or DEEDS of people; CASES unless told")
            @Nullable
            String of,

            @Parameter(description = "The figure, as the report names it; ACCEPTED unless told") @Nullable
            String figure,

            @Nullable String channel,

            @Parameter(description = "Of ORDERS: code of the unit that leads") @Nullable
            String unit,

            @Parameter(description = "Of DEEDS: login name of the person") @Nullable
            String operator,

            @Nullable String category,
            @Nullable String division) {}

    /** @throws BadParameter if there is no such figure, or it is none of that kind of rows */
    Selection of(Asked asked, AskedSpan span, CaseAccess access) {
        var cohort = one(Cohort.class, "of", asked.of(), Cohort.CASES);
        if (cohort == Cohort.DEEDS && !access.maySeeOperators()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var figure =
                one(Figure.class, "figure", asked.figure(), cohort == Cohort.DEEDS ? Figure.SETTLED : Figure.ACCEPTED);
        if (figure.isOfDeeds() != (cohort == Cohort.DEEDS)) {
            throw new BadParameter("'" + figure + "' is no figure of " + cohort);
        }
        var narrowed = new EnumMap<Narrower, String>(Narrower.class);
        put(narrowed, Narrower.CHANNEL, asked.channel());
        put(narrowed, Narrower.CATEGORY, asked.category());
        put(narrowed, Narrower.DIVISION, asked.division());
        put(narrowed, Narrower.UNIT, cohort == Cohort.ORDERS ? asked.unit() : null);
        put(narrowed, Narrower.OPERATOR, cohort == Cohort.DEEDS ? asked.operator() : null);
        return new Selection(cohort, figure, spans.of(span), narrowed);
    }

    private static void put(EnumMap<Narrower, String> narrowed, Narrower by, @Nullable String value) {
        if (value != null && !value.isBlank() && value.length() <= LONGEST) {
            narrowed.put(by, value.strip());
        }
    }

    private static <E extends Enum<E>> E one(Class<E> kind, String parameter, @Nullable String value, E otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        return Arrays.stream(kind.getEnumConstants())
                .filter(known -> known.name().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        new BadParameter("'" + parameter + "' is one of " + Arrays.toString(kind.getEnumConstants())));
    }
}
