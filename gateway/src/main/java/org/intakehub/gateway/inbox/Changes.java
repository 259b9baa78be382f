package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.intakehub.core.casefile.Mask;
import org.intakehub.core.casefile.Veil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a case since somebody looked at it, so that a refused save says what stands against it. */
@Component
class Changes {
    private static final Pattern MARK = Pattern.compile("\\d{1,9}-(\\d{1,18})");
    private static final int MOST = 20;

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Newest first; nothing for a mark that no page ever had.
     *
     * @param mark see {@link CaseSheet#mark}
     * @param isCitizenHidden the reader may not know details, which may hold words of the citizen
     */
    List<CaseSheet.Event> since(UUID caseId, String mark, boolean isCitizenHidden) {
        var seen = MARK.matcher(mark);
        if (!seen.matches()) {
            return List.of();
        }
        return jdbc
                .sql("select at, actor, kind, detail::text as detail from history where case_id = ? and id > ?"
                        + " order by id desc limit " + MOST)
                .params(caseId, Long.parseLong(seen.group(1)))
                .query(CaseSheet.Event.class)
                .list()
                .stream()
                .map(event -> new CaseSheet.Event(
                        event.at(),
                        event.actor(),
                        event.kind(),
                        isCitizenHidden ? Veil.COVER : Mask.text(event.detail())))
                .toList();
    }
}
