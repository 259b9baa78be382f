package org.intakehub.core.similar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of estates, roads, companies, schools and the like in a text, told by the words that such names end with. */
final class Names {
    private static final int LONGEST_FRONT = 4;
    private static final int SHORTEST_FRONT = 2;
    private static final Endings ALL = new Endings("小区 花园 公园 广场 学院 学校 中学 小学 幼儿园 大学 医院 公司 集团 家园 公寓"
            + " 大厦 大道 街道 市场 工地 酒店 超市 影楼 物业 ktv 地铁站 车站 加油站 苑 城 园 府 湾 郡 庭 院 居 里 村 镇 乡 社区 路 街 巷 桥"
            + " 线 厂 店 滩 组 期 中");
    private static final Endings ESTATES = new Endings("小区 花园 家园 公寓 公园 学院 学校 中学 小学 幼儿园 大学 医院 苑 城 园 府 湾 郡 庭 居 村 社区");
    /** Words of the sentence around a name, which are no part of it. */
    private static final String NEVER_IN_NAMES = "的了是在我们你您有和与及这那被把让请问到对于无不没也都就从向给将因为";

    private Names() {}

    /**
     * All of them, in the order of the text.
     *
     * @param even see {@link EvenText}
     */
    static List<String> in(String even) {
        return found(even, ALL, true);
    }

    /** The estate, school or village that a text names first, without its ending; else the first name of any kind; else nothing. */
    static String first(String even) {
        var estates = found(even, ESTATES, false);
        var names = estates.isEmpty() ? found(even, ALL, false) : estates;
        return names.isEmpty() ? "" : names.get(0);
    }

    private static List<String> found(String even, Endings endings, boolean whole) {
        var names = new ArrayList<String>();
        int at = 0;
        while (at < even.length()) {
            int length = endings.lengthAt(even, at);
            if (length > 0) {
                int from = at;
                while (from > 0 && at - from < LONGEST_FRONT && mayBeInName(even.charAt(from - 1))) {
                    from--;
                }
                if (at - from >= SHORTEST_FRONT) {
                    names.add(even.substring(from, whole ? at + length : at));
                }
            }
            at += Math.max(1, length);
        }
        return names;
    }

    /** Words that names end with; where several begin at one place, the one told first is taken. */
    private static final class Endings {
        private final Map<Character, List<String>> byFirst;

        Endings(String words) {
            byFirst = Arrays.stream(words.split(" ")).collect(Collectors.groupingBy(word -> word.charAt(0)));
        }

        /** Zero if none begins here. */
        int lengthAt(String even, int at) {
            for (var word : byFirst.getOrDefault(even.charAt(at), List.of())) {
                if (even.startsWith(word, at)) {
                    return word.length();
                }
            }
            return 0;
        }
    }

    private static boolean mayBeInName(char c) {
        return c != ' ' && NEVER_IN_NAMES.indexOf(c) < 0;
    }
}
