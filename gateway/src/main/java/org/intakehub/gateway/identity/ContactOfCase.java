package org.intakehub.gateway.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.intakehub.core.identity.Mark;
import org.intakehub.core.identity.Mark.Kind;
import org.jspecify.annotations.Nullable;

/** By what name a case's citizen is known on the case's channel, and what else the case tells of him. */
record ContactOfCase(UUID caseId, String channel, String externalId, Instant at, Set<Mark> marks) {
    /** What is looked at, of {@code case_file c}. */
    static final String COLUMNS =
            "c.id, c.channel, c.accepted_at, c.citizen_handle, c.citizen_name, c.citizen_phones, c.citizen_email,"
                    + " c.citizen_id_number, exists (select from phone_call t where t.source = c.source and t.call_id = c.external_id"
                    + " and t.phone = any (c.citizen_phones)) as told,"
                    + " exists (select from message m where m.case_id = c.id and m.joined_by = 'TOKEN' and m.source = c.source) as answered";

    /** Channels on which the sender's own name is the citizen's; on others it is an order's number or a mask. */
    private static final Set<String> NAMED =
            Set.of("mayor-mailbox", "wechat", "weibo", "telephone", "standard-webhook", "open311");

    /** Authorities whose exchange told them the number of who called. */
    private static final Set<String> CALLED = Set.of("police-110", "superior-hotline");

    private static final String MAILBOX = "mayor-mailbox";

    ContactOfCase {
        marks = Set.copyOf(marks);
    }

    /** Empty for a citizen whom the channel does not name, and who left no number. */
    static Optional<ContactOfCase> of(ResultSet row) throws SQLException {
        var channel = row.getString("channel");
        var phones = (String[]) row.getArray("citizen_phones").getArray();
        var handle = NAMED.contains(channel) ? row.getString("citizen_handle") : null;
        var name = filled(handle).or(() -> phones.length == 0 ? Optional.empty() : Optional.of(phones[0]));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var marks = new HashSet<Mark>();
        var isToldByExchange = row.getBoolean("told") || CALLED.contains(channel);
        for (var phone : phones) {
            marks.add(new Mark(Kind.PHONE, phone, isToldByExchange));
        }
        // Who quotes the signed token of our letter has had that letter: the mailbox is his.
        var isAnswered = row.getBoolean("answered");
        if (channel.equals(MAILBOX)) {
            filled(handle).ifPresent(mail -> marks.add(new Mark(Kind.MAIL, mail, isAnswered)));
        }
        filled(row.getString("citizen_email")).ifPresent(mail -> {
            if (marks.stream().noneMatch(mark -> mark.value().equals(mail.toLowerCase(Locale.ROOT)))) {
                marks.add(new Mark(Kind.MAIL, mail, false));
            }
        });
        filled(row.getString("citizen_id_number"))
                .ifPresent(number -> marks.add(new Mark(Kind.ID_NUMBER, number, false)));
        filled(row.getString("citizen_name")).ifPresent(text -> marks.add(new Mark(Kind.NAME, text, false)));
        return Optional.of(new ContactOfCase(
                row.getObject("id", UUID.class),
                channel,
                name.get().toLowerCase(Locale.ROOT),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                marks));
    }

    private static Optional<String> filled(@Nullable String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    @Override
    public String toString() {
        return "ContactOfCase[" + caseId + "]";
    }
}
