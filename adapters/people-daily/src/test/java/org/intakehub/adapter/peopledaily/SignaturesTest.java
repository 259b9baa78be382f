package org.intakehub.adapter.peopledaily;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/forum/getTopBwForums|{}|3be29e33cb708b79a3802f663cf8f16e",
                "/v1/threads/content|{\"tid\":\"14592777\",\"fromTrash\":0}|18d497371f56c631390ca2f9a196b130",
                "/v1/threads/list/df|{\"fid\":\"593\",\"showUnAnswer\":1,\"typeId\":5,\"lastItem\":\"\",\"position\":\"0\","
                        + "\"rows\":10,\"orderType\":2}|a7db9282e68f7ccceff0785b444c2194",
                "/v1/threads/list/bw|{\"fid\":5050,\"showUnAnswer\":1,\"typeId\":5,\"lastItem\":\"\",\"position\":1,"
                        + "\"rows\":10,\"orderType\":2}|22e8ff231248d4e2774c9d1b523afdf9",
                "/v2/threads/search|{\"position\":0,\"keywords\":\"天然气\",\"fid\":null,\"domainId\":null,\"typeId\":null,"
                        + "\"timeRange\":null,\"ansChecked\":false,\"stTime\":null,\"sortType\":\"0\",\"page\":1,\"rows\":10}"
                        + "|bec2facf4f2a6ea58ced5215c60e6c1c"
            })
    void signsAsThePublishedVectorsSay(String path, String param, String signature) {
        assertThat(Signatures.sign(path, param, BoardSettings.APP_CODE, "")).isEqualTo(signature);
    }

    @Test
    void aTokenTakesThePlaceOfTheAppCodeInTheKeyAndStandsAtTheEnd() {
        var signed = Signatures.sign("/v1/threads/content", "{}", BoardSettings.APP_CODE, "a token");

        assertThat(signed)
                .isEqualTo(Signatures.sign("/v1/threads/content", "{}", "another code", "a token"))
                .isNotEqualTo(Signatures.sign("/v1/threads/content", "{}", BoardSettings.APP_CODE, ""));
    }
}
