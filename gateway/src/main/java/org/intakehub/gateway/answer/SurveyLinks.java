package org.intakehub.gateway.answer;

import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.SignedTokens;
import org.intakehub.gateway.platform.DataDirectory;
import org.intakehub.gateway.platform.HubSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Links by which a citizen says whether his matter is solved: nobody can guess one, and it names neither the case nor him. */
@Component
public class SurveyLinks {
    private final SignedTokens tokens;
    private final String baseUrl;

    @Autowired
    SurveyLinks(DataDirectory data, HubSettings settings) {
        this(new SignedTokens(data.signingKey(), "survey"), settings.baseUrl());
    }

    SurveyLinks(SignedTokens tokens, String baseUrl) {
        this.tokens = tokens;
        this.baseUrl = baseUrl;
    }

    public String token(UUID answerId) {
        return tokens.sign(answerId.toString().replace("-", ""));
    }

    /** The answer that a token belongs to; empty if it is none of ours. */
    public Optional<UUID> answer(String token) {
        return token.length() > 80
                ? Optional.empty()
                : tokens.verify(token)
                        .filter(hex -> hex.matches("[0-9a-f]{32}"))
                        .map(hex -> new UUID(
                                Long.parseUnsignedLong(hex.substring(0, 16), 16),
                                Long.parseUnsignedLong(hex.substring(16), 16)));
    }

    /** What is added to an answer; nothing while the hub does not know its own address. */
    String invitation(UUID answerId) {
        return baseUrl.isEmpty() ? "" : "\n\n请对办理结果作出评价：" + baseUrl + "/public/survey/" + token(answerId);
    }
}
