package org.intakehub.gateway.supervision;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.tika.Tika;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.casefile.RequestRules;
import org.intakehub.core.channel.Payload;
import org.intakehub.gateway.archive.BlobStore;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.history.History.Event;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what somebody of the centre saw on the spot, with photos (R20); nothing of it is ever changed. */
@Component
public class SiteVisits {
    private static final int MOST_PHOTOS = 9;
    private static final int LONGEST_POSITION = 60;

    private final JdbcClient jdbc;
    private final BlobStore blobs;
    private final History history;
    private final Clock clock;
    private final Tika types = new Tika();

    SiteVisits(JdbcClient jdbc, BlobStore blobs, History history, Clock clock) {
        this.jdbc = jdbc;
        this.blobs = blobs;
        this.history = history;
        this.clock = clock;
    }

    /** A file as it was sent. */
    public record Sent(String name, Payload content) {}

    /** A photo to look at, to be closed by the caller. */
    public record Opened(String name, String type, InputStream bytes) {}

    /** Writes down what somebody saw on the spot; photos are kept once by their hash before the database mentions them. */
    @Transactional
    public void add(UUID caseId, SiteVisit visit, List<Sent> photos, Actor actor) {
        var found = RequestRules.reason(visit.found());
        demand(photos.size() <= MOST_PHOTOS, "a visit has at most " + MOST_PHOTOS + " photos");
        demand(!visit.visitedAt().isAfter(clock.instant()), "a visit is written down after it was made");
        demand(
                visit.position() == null || visit.position().length() <= LONGEST_POSITION,
                "a position is longitude and latitude");
        demand(
                photos.stream().allMatch(photo -> type(photo).startsWith("image/")),
                "only photos prove what was found on the spot");
        var added =
                jdbc.sql("insert into site_visit (id, case_id, visited_at, solved, found, position, login, person, at)"
                                        + " values (:id, :case, :visited, :solved, :found, :position, :login, :person, :now)"
                                        + " on conflict (id) do nothing")
                                .param("id", visit.id())
                                .param("case", caseId)
                                .param("visited", Times.sql(visit.visitedAt()))
                                .param("solved", visit.solved())
                                .param("found", found)
                                .param("position", visit.position())
                                .param("login", actor.login())
                                .param("person", actor.person())
                                .param("now", Times.sql(clock.instant()))
                                .update()
                        == 1;
        if (added) {
            keep(visit.id(), photos);
            history.append(
                    caseId,
                    actor.login(),
                    Event.SITE_VISITED,
                    Map.of(
                            "solved", visit.solved(),
                            "found", found,
                            "photos", photos.size(),
                            "person", actor.person()));
        }
    }

    private void keep(UUID visit, List<Sent> photos) {
        for (var place = 0; place < photos.size(); place++) {
            var photo = photos.get(place);
            jdbc.sql("insert into site_photo (visit_id, place, name, type, size, sha256) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            visit,
                            place,
                            Json.storable(photo.name()),
                            type(photo),
                            photo.content().size(),
                            blobs.keep(photo.content().bytes()))
                    .update();
        }
    }

    private String type(Sent photo) {
        return types.detect(photo.content().bytes(), photo.name());
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new ImpossibleStep(Obstacle.INCOMPLETE, otherwise);
        }
    }

    /** The oldest first. */
    public List<SiteVisit> of(UUID caseId) {
        var photos = jdbc.sql("select p.visit_id, p.place, p.name, p.type, p.size from site_photo p"
                        + " join site_visit v on v.id = p.visit_id where v.case_id = ? order by p.visit_id, p.place")
                .param(caseId)
                .query(SiteVisit.Photo.class)
                .list();
        return jdbc.sql(
                        "select id, visited_at, solved, found, position, person from site_visit where case_id = ? order by seq")
                .param(caseId)
                .query((row, number) -> visit(row, photos))
                .list();
    }

    private static SiteVisit visit(ResultSet row, List<SiteVisit.Photo> photos) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new SiteVisit(
                id,
                row.getObject("visited_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("solved"),
                row.getString("found"),
                row.getString("position"),
                row.getString("person"),
                photos.stream().filter(photo -> photo.visitId().equals(id)).toList());
    }

    /** A photo of one of the case's visits. */
    public Optional<Opened> photo(UUID caseId, UUID visit, int place) {
        return jdbc.sql("select p.name, p.type, p.sha256 from site_photo p join site_visit v on v.id = p.visit_id"
                        + " where v.case_id = ? and p.visit_id = ? and p.place = ?")
                .params(caseId, visit, place)
                .query(Kept.class)
                .optional()
                .flatMap(kept -> blobs.open(kept.sha256()).map(bytes -> new Opened(kept.name(), kept.type(), bytes)));
    }

    private record Kept(String name, String type, String sha256) {}
}
