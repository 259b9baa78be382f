package org.intakehub.adapter.governmentwebsite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.intakehub.adapter.governmentwebsite.GovernmentWebsiteSettings.Profile;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.FarEnd;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Payload;

/** A site in memory, in each of the profiles; new letters push older ones to later pages. */
final class SiteFarEnd implements FarEnd {
    private static final Pattern PAGE = Pattern.compile("(?:pageIndex=|page=|list_|offset=)(\\d+)");
    private static final Map<Profile, Integer> SIZES =
            Map.of(Profile.TRS, 15, Profile.HDJLPT, 20, Profile.JACT, 4, Profile.SELECTORS, 4);

    private final Profile profile;
    private final List<Integer> letters = new ArrayList<>();

    SiteFarEnd(Profile profile) {
        this.profile = profile;
        for (var i = 0; i < 47; i++) {
            arrive();
        }
    }

    @Override
    public void arrive() {
        letters.add(0, 1_000 + letters.size());
    }

    @Override
    public List<String> keys() {
        return letters.stream()
                .map(number -> profile == Profile.SELECTORS ? "/hd/" + number + ".html" : String.valueOf(number))
                .toList();
    }

    @Override
    public Answered answer(Call call) {
        var asked = call.url() + "&" + call.body().text(StandardCharsets.UTF_8);
        return switch (profile) {
            case TRS ->
                json("{\"statusCode\":200,\"message\":\"ok\",\"datas\":{\"data\":["
                        + rows(page(asked) - 1, "{\"METADATAID\":#,\"TITLE\":\"来信\"}") + "]}}");
            case HDJLPT ->
                call.method().equals("GET")
                        ? html("<script>var _CSRF = 'abc';</script>")
                        : json("{\"data\":{\"list\":[" + rows(page(asked) / 20, "{\"letter_id\":#,\"subject\":\"来信\"}")
                                + "]}}");
            case JACT ->
                asked.contains("pubdetail")
                        ? html("<div class=jact_main><div class=jact_box><div class=jact_box_font>正文</div></div></div>")
                        : html(rows(
                                page(asked) - 1,
                                "<li><a href='mailpubdetail.do?transactId=#&amp;sysid=52'>来信</a></li>"));
            case SELECTORS ->
                asked.contains("list_")
                        ? html("<ul class=letters>" + rows(page(asked) - 1, "<li><a href='#.html'>来信</a></li>")
                                + "</ul>")
                        : html("<h1 class=t>来信</h1><div class=body>正文</div>");
        };
    }

    private static int page(String asked) {
        Matcher page = PAGE.matcher(asked);
        return page.find() ? Integer.parseInt(page.group(1)) : 1;
    }

    private String rows(int page, String format) {
        var size = SIZES.getOrDefault(profile, 1);
        return letters
                .subList(Math.min(page * size, letters.size()), Math.min((page + 1) * size, letters.size()))
                .stream()
                .map(number -> format.replace("#", number.toString()))
                .collect(Collectors.joining(profile == Profile.TRS || profile == Profile.HDJLPT ? "," : ""));
    }

    private static Answered json(String text) {
        return Answered.json(200, text);
    }

    private static Answered html(String text) {
        return new Answered(
                200,
                Map.of("content-type", "text/html;charset=UTF-8"),
                Payload.of("<html>" + text, StandardCharsets.UTF_8));
    }
}
