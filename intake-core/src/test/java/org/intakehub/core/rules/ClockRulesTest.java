package org.intakehub.core.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.Urgency;
import org.intakehub.core.clock.Circumstances;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.ClockPolicy;
import org.intakehub.core.clock.Journey;
import org.intakehub.core.clock.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockRulesTest {
    private static final String CLOCKS = "version,clock,channel,type,urgency,area,limit,starts,stops,ladder\n";
    private static final String CALENDAR = "notice,name,off,work\n";

    @TempDir
    private Path city;

    @Test
    void aNewVersionHoldsFromItsDayAndTheMostExactRowDecides() throws IOException {
        write("clocks.csv", CLOCKS + complete("2026-01-01") + complete("2026-06-01") + """
                2026-06-01,close,wechat,*,*,*,24h,accepted,result,100:unit
                2026-06-01,close,*,report,urgent,*,12h,dispatched,result,100:unit
                """);
        var rules = CityRules.read(city).clocks();
        var matter = new Circumstances("wechat", AppealType.REPORT, Urgency.URGENT, Journey.URBAN);

        assertThat(rules.choose(ClockKind.CLOSE, matter, LocalDate.of(2026, 5, 31))
                        .flatMap(ClockPolicy::limit))
                .contains(new Term.WorkingDays(10));
        assertThat(rules.choose(ClockKind.CLOSE, matter, LocalDate.of(2026, 6, 1))
                        .flatMap(ClockPolicy::limit))
                .contains(new Term.Elapsed(Duration.ofHours(24)));
    }

    @Test
    void namesWhatIsWrongInAClock() throws IOException {
        write("clocks.csv", CLOCKS + complete("2026-01-01") + """
                soon,close,*,*,*,*,48h,accepted,result,
                2026-01-01,close,*,help,*,*,2 days,accepted,result,
                2026-01-01,close,*,praise,*,*,2h,signed,result,
                2026-01-01,close,*,other,*,*,2h,accepted,result,99:mayor
                2026-01-01,close,*,*,*,*,2h,accepted,result,
                """);

        assertThat(problems())
                .containsExactly(
                        "clocks.csv:9: version \"soon\" is no day; expected one such as 2026-01-31",
                        "clocks.csv:10: limit \"2 days\" is no limit; expected 60s, 20m, 48h, 10wd, given or none",
                        "clocks.csv:11: close runs from signed to result; expected from one of accepted, dispatched"
                                + " to one of result",
                        "clocks.csv:12: ladder \"99:mayor\" is no rung; expected a percentage and who is told, such as"
                                + " 75:unit",
                        "clocks.csv:13: line 5 already rules 2026-01-01 close * * * *; expected once");
    }

    @Test
    void wantsARowForEveryClock() throws IOException {
        write("clocks.csv", CLOCKS + "2026-01-01,close,*,*,*,*,48h,accepted,result,\n");

        assertThat(problems())
                .hasSize(ClockKind.values().length - 1)
                .contains("clocks.csv: version 2026-01-01 has no row dispatch,*,*,*,*; expected one for every clock");
    }

    @Test
    void namesWhatIsWrongInACalendar() throws IOException {
        write("calendar.csv", CALENDAR + """
                2026,国庆节,2026-10-01..2026-10-07,2026-10-10
                2026,中秋节,2026-10-03,
                26,元旦,2026-01-01,
                2026,春节,2026-02-30,
                2026,元旦,2025-11-30,
                """);

        assertThat(problems())
                .containsExactly(
                        "calendar.csv:3: off 2026-10-03 stands in line 2 already; expected once",
                        "calendar.csv:4: notice \"26\" is not a whole number from 2000 to 2999",
                        "calendar.csv:5: off \"2026-02-30\" is no date or span; expected 2026-10-01 or"
                                + " 2026-10-01..2026-10-07",
                        "calendar.csv:6: off 2025-11-30 is no day of the notice for 2026");
    }

    private static String complete(String version) {
        return """
                V,dispatch,*,*,*,*,60s,accepted,dispatched,50:dispatcher
                V,first_contact,*,*,*,*,1h,dispatched,contacted,
                V,on_site,*,*,*,*,1h,dispatched,departed,
                V,close,*,*,*,*,10wd,accepted,result,
                V,superior,*,*,*,*,given,accepted,result,
                V,follow_up,*,*,*,*,72h,accepted,followed_up,
                V,return,*,*,*,*,1h,signed,returned,
                """.replace("V,", version + ",");
    }

    private List<String> problems() {
        var refused = catchThrowableOfType(InvalidRules.class, () -> CityRules.read(city));
        return refused.problems();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(city.resolve(file), text);
    }
}
