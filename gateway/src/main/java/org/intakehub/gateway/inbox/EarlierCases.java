package org.intakehub.gateway.inbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.intakehub.core.casefile.Mask;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that came from a phone number before, as far as the asker may see who wrote them; the newest first. */
@Component
class EarlierCases {
    private static final int MOST = 10;

    private final JdbcClient jdbc;

    EarlierCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param name the citizen's, as that case has it */
    record Earlier(
            UUID id,
            String number,
            String title,
            String state,
            Instant acceptedAt,
            @Nullable String name) {
        @Override
        public String toString() {
            return "Earlier[" + number + "]";
        }
    }

    /** None for a number that nobody has. */
    List<Earlier> of(CaseAccess access, String phone) {
        if (phone.length() < 5) {
            return List.of();
        }
        var parameters = new HashMap<>(access.parameters());
        parameters.put("phone", phone);
        parameters.put("most", MOST);
        return jdbc.sql("select c.id, c.number, c.title, c.state, c.accepted_at, c.citizen_name from case_file c"
                        + " where c.citizen_phones @> array[:phone]::text[] and " + access.visible() + " and "
                        + access.searchable() + " order by c.accepted_at desc limit :most")
                .params(parameters)
                .query((row, index) -> new Earlier(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        Mask.text(row.getString("title")),
                        row.getString("state"),
                        row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                        row.getString("citizen_name")))
                .list();
    }
}
