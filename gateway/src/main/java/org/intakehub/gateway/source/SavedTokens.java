package org.intakehub.gateway.source;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.TokenAdapter.Login.Granted;
import org.intakehub.gateway.platform.Times;
import org.intakehub.routes.call.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens in the database, so that of several nodes only one has to log in. */
@Component
class SavedTokens implements Tokens {
    private final JdbcClient jdbc;

    SavedTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Granted> load(SourceId source) {
        return jdbc.sql("select token, valid_until from channel_token where source = ?")
                .param(source.value())
                .query((row, number) -> new Granted(
                        new Secret(row.getString("token")),
                        row.getObject("valid_until", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public void save(SourceId source, Granted token) {
        jdbc.sql("""
                        insert into channel_token (source, token, valid_until) values (?, ?, ?)
                        on conflict (source) do update set token = excluded.token, valid_until = excluded.valid_until
                        """)
                .params(source.value(), token.token().value(), Times.sql(token.validUntil()))
                .update();
    }
}
