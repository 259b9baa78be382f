package org.intakehub.gateway.similar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what two cases are known to be the same citizen's. A telephone number that somebody typed counts only together with the name, or where
 * the exchange itself told it; a nickname counts on its own source alone.
 */
public final class CitizenMarks {
    /** The columns of {@code case_file c} that are looked at. */
    public static final String COLUMNS =
            "c.source, c.channel, c.anonymous, c.citizen_name, c.citizen_phones, c.citizen_email, c.citizen_id_number, c.citizen_handle";

    private static final String MAIL = "mayor-mailbox";
    private static final String TELEPHONE = "telephone";

    private CitizenMarks() {}

    /** None for somebody who wrote without a name. */
    public static Set<String> of(ResultSet row) throws SQLException {
        var marks = new HashSet<String>();
        if (row.getBoolean("anonymous")) {
            return marks;
        }
        var name = row.getString("citizen_name");
        var channel = row.getString("channel");
        for (var phone : (String[]) row.getArray("citizen_phones").getArray()) {
            if (channel.equals(TELEPHONE)) {
                marks.add("phone " + phone);
            }
            if (name != null) {
                marks.add("phone " + phone + " of " + name.strip());
            }
        }
        add(marks, "id", row.getString("citizen_id_number"));
        add(marks, channel.equals(MAIL) ? "mail" : "mail as told of " + name, row.getString("citizen_email"));
        add(marks, "handle on " + row.getString("source"), row.getString("citizen_handle"));
        return marks;
    }

    private static void add(Set<String> marks, String kind, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            marks.add(kind + " " + value.strip().toLowerCase(Locale.ROOT));
        }
    }
}
