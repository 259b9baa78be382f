package org.intakehub.core.similar;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a text names that other texts may name too: estates, roads and companies by the words that such names end with, telephone numbers and
 * amounts of money by their form. A name that ends otherwise is not seen.
 */
public final class Entities {
    private static final int MOST = 20;
    private static final int SHORTEST_FRONT = 2;
    private static final int LONGEST_FRONT = 6;
    /** Of a company, which is named for a place, itself and what it does. */
    private static final int LONGEST_FRONT_OF_COMPANY = 9;

    /** Mobile numbers of eleven digits, and those of the fixed network with their area code. */
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)(?:1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8})(?!\\d)");

    private static final Pattern AMOUNT = Pattern.compile("(?<![\\d.])\\d+(?:\\.\\d+)?[百千万亿]{0,2}(?:元|块钱|块(?![砖石地钱]))");

    private static final List<Ending> ENDINGS = List.of(
            new Ending(Kind.ESTATE, "小区"),
            new Ending(Kind.ESTATE, "花园"),
            new Ending(Kind.ESTATE, "家园"),
            new Ending(Kind.ESTATE, "公寓"),
            new Ending(Kind.ESTATE, "新村"),
            new Ending(Kind.COMPANY, "有限公司"),
            new Ending(Kind.COMPANY, "公司"),
            new Ending(Kind.COMPANY, "集团"),
            new Ending(Kind.COMPANY, "物业"),
            new Ending(Kind.ROAD, "大道"),
            new Ending(Kind.ROAD, "大街"),
            new Ending(Kind.ROAD, "路"),
            new Ending(Kind.ROAD, "巷"));

    /** A road's ending before one of these is another word, as in 路灯. */
    private static final String NO_ROAD = "灯口面边段人过线况程费途障基牌沿标由";

    /** Characters of the sentence around a name, which are no part of it. */
    private static final String AROUND =
            "的了是在我们你您有和与及这那被把让请问到对于无不没也都就从向给将因为住某该条个至往去经由此本各每等但求但以并需能要会看说称叫" + "旦未而填令侵占责施采取接签订响造设监督涉嫌绝忍受当时还使其之后前";

    /** Words that end before a name begins. */
    private static final Pattern BEFORE = Pattern.compile(
            "^.*(?:街道|反映|投诉|举报|建议|关于|地址|位于|附近|尽快|改造|强烈|严重|部门|最近|近日|每天|利用|交还"
                    + "|完成|拉通|拆迁|集资|安置|公共|地铁|公交|火车|汽车|路口|生死|平安|调整|延长|维修|开通|建设|路段|东路|西路|南路|北路|[省市区县镇乡号内外旁侧站])(?=.{2,}$)");

    /** What is no name though it ends like one. */
    private static final Set<String> COMMON = Set.of(
            "老旧小区", "高速公路", "水泥路", "出租公寓", "物业公司", "开发公司", "管理公司", "置业有限公司", "公交公司", "公交线路", "干线公路", "空中花园", "平安家园");

    /** Common words whose end is that of a name. */
    private static final List<String> NO_NAMES =
            List.of("公路", "马路", "道路", "铁路", "线路", "堵路", "修路", "短路", "上学路", "思路", "出路", "走路", "小区路", "一路", "沿路", "网路");

    private static final Pattern BUS = Pattern.compile("[A-Z]?\\d+路");

    private Entities() {}

    /** Kinds of what is named. */
    public enum Kind {
        ESTATE,
        ROAD,
        COMPANY,
        PHONE,
        AMOUNT
    }

    /** Something named; its words are the citizen's. */
    public record Entity(Kind kind, String words) {
        @Override
        public String toString() {
            return "Entity[" + kind + "]";
        }
    }

    private record Ending(Kind kind, String word) {
        boolean isAt(String text, int at) {
            int after = at + word.length();
            return text.startsWith(word, at)
                    && (kind != Kind.ROAD || after == text.length() || NO_ROAD.indexOf(text.charAt(after)) < 0);
        }
    }

    /** At most twenty, each once, in the order of the text. */
    public static List<Entity> in(String text) {
        var found = new TreeMap<Integer, Entity>(Comparator.naturalOrder());
        numbers(PHONE, Kind.PHONE, text, found);
        numbers(AMOUNT, Kind.AMOUNT, text, found);
        for (int at = 0; at < text.length(); at++) {
            for (var ending : ENDINGS) {
                if (ending.isAt(text, at)) {
                    var name = name(text, at, ending);
                    if (!name.isEmpty()) {
                        found.put(at, new Entity(ending.kind(), name));
                    }
                    at += ending.word().length() - 1;
                    break;
                }
            }
        }
        return new LinkedHashSet<>(found.values()).stream().limit(MOST).toList();
    }

    private static void numbers(Pattern form, Kind kind, String text, Map<Integer, Entity> found) {
        var matcher = form.matcher(text);
        while (matcher.find()) {
            found.put(matcher.start(), new Entity(kind, matcher.group()));
        }
    }

    /** The name whose ending stands at a place of the text; empty if what stands before it is no name. */
    private static String name(String text, int at, Ending ending) {
        int longest = ending.kind() == Kind.COMPANY ? LONGEST_FRONT_OF_COMPANY : LONGEST_FRONT;
        int from = at;
        while (from > 0 && at - from < longest && mayBeInName(text.charAt(from - 1))) {
            from--;
        }
        var front = BEFORE.matcher(text.substring(from, at)).replaceFirst("");
        var name = front + ending.word();
        var isNone = front.length() < SHORTEST_FRONT
                || COMMON.contains(name)
                || NO_NAMES.stream().anyMatch(name::endsWith)
                || BUS.matcher(name).matches();
        return isNone ? "" : name;
    }

    private static boolean mayBeInName(char c) {
        return Character.isLetterOrDigit(c) && AROUND.indexOf(c) < 0;
    }
}
