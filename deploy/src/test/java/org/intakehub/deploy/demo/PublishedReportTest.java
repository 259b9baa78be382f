package org.intakehub.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.intakehub.deploy.hub.PastCases;
import org.junit.jupiter.api.Test;

class PublishedReportTest {
    @Test
    void theTableAddsUpToTheTotalsThatWerePublished() {
        assertThat(PublishedReport.accepted()).isEqualTo(166_067);
        assertThat(PublishedReport.accepted() - PublishedReport.CLOSED).isEqualTo(2_109);
    }

    @Test
    void theCasesHaveTheTablesChannelsAndItsClosedOnesWithinItsDays() {
        var cases = PublishedReport.cases().toList();

        assertThat(cases.stream().collect(Collectors.groupingBy(PastCases.Past::channel, Collectors.counting())))
                .isEqualTo(PublishedReport.LINES.stream()
                        .collect(Collectors.toMap(PublishedReport.Line::channel, line -> (long) line.cases())));
        assertThat(cases).filteredOn(one -> one.state().equals("CLOSED")).hasSize(PublishedReport.CLOSED);
        assertThat(cases).extracting(PastCases.Past::number).doesNotHaveDuplicates();
        var from = PublishedReport.FROM.atStartOfDay(PublishedReport.ZONE).toInstant();
        var to = PublishedReport.TO.atStartOfDay(PublishedReport.ZONE).toInstant();
        assertThat(cases)
                .allMatch(one -> !one.acceptedAt().isBefore(from)
                        && one.updatedAt().isBefore(to)
                        && !one.updatedAt().isBefore(one.acceptedAt()));
    }
}
