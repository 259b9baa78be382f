package org.intakehub.adapter.peopledaily;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.intakehub.adapter.peopledaily.PeopleDailySettings.Mode;
import org.junit.jupiter.api.Test;

class SignedBoardTest {
    private final SignedBoard board =
            new SignedBoard(BoardSettings.of(Mode.SIGNED).build());

    @Test
    void writesTheParametersOfAPlacesListAsThePageDoes() {
        assertThat(board.listParam(new Forum("593", false), ""))
                .isEqualTo(
                        "{\"fid\":\"593\",\"showUnAnswer\":1,\"typeId\":5,\"lastItem\":\"\",\"position\":\"0\",\"rows\":10,"
                                + "\"orderType\":2}");
    }

    @Test
    void writesTheParametersOfAMinistrysListWithNumbers() {
        assertThat(board.listParam(new Forum("5050", true), ""))
                .isEqualTo("{\"fid\":5050,\"showUnAnswer\":1,\"typeId\":5,\"lastItem\":\"\",\"position\":1,\"rows\":10,"
                        + "\"orderType\":2}");
    }

    @Test
    void sendsTheVeryTextThatItSigned() {
        var call = board.thread("14592777", new Forum("539", false), "");

        assertThat(call.url()).hasToString("https://board.example.org/v1/threads/content");
        assertThat(call.body().text(UTF_8))
                .isEqualTo(
                        "{\"appCode\":\"PC42ce3bfa4980a9\",\"token\":\"\",\"signature\":"
                                + "\"18d497371f56c631390ca2f9a196b130\",\"param\":\"{\\\"tid\\\":\\\"14592777\\\",\\\"fromTrash\\\":0}\"}");
        assertThat(call.headers())
                .containsEntry("Content-Type", "application/json;charset=UTF-8")
                .containsEntry("Origin", "https://board.example.org")
                .containsEntry("token", "");
    }

    @Test
    void asksForAMinistrysForumAtItsOwnAddress() {
        assertThat(board.list(new Forum("5050", true), "", "").url()).hasPath("/v1/threads/list/bw");
        assertThat(board.list(new Forum("593", false), "", "").url()).hasPath("/v1/threads/list/df");
    }
}
