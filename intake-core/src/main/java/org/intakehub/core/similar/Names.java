package org.intakehub.core.similar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names of estates, roads, companies, schools and the like in a text, told by the words that such names end with. */
final class Names {
    private static final int LONGEST_FRONT = 4;
    private static final int SHORTEST_FRONT = 2;
    private static final Pattern ENDINGS = Pattern.compile("小区|花园|公园|广场|学院|学校|中学|小学|幼儿园|大学|医院|公司|集团|家园|公寓"
            + "|大厦|大道|街道|市场|工地|酒店|超市|影楼|物业|ktv|地铁站|车站|加油站|苑|城|园|府|湾|郡|庭|院|居|里|村|镇|乡|社区|路|街|巷|桥"
            + "|线|厂|店|滩|组|期|中");
    private static final Pattern ESTATES = Pattern.compile("小区|花园|家园|公寓|公园|学院|学校|中学|小学|幼儿园|大学|医院|苑|城|园|府|湾|郡|庭|居|村|社区");
    /** Words of the sentence around a name, which are no part of it. */
    private static final String NEVER_IN_NAMES = "的了是在我们你您有和与及这那被把让请问到对于无不没也都就从向给将因为";

    private Names() {}

    /**
     * All of them, in the order of the text.
     *
     * @param even see {@link EvenText}
     */
    static List<String> in(String even) {
        return found(even, ENDINGS, true);
    }

    /** The estate, school or village that a text names first, without its ending; else the first name of any kind; else nothing. */
    static String first(String even) {
        var estates = found(even, ESTATES, false);
        var names = estates.isEmpty() ? found(even, ENDINGS, false) : estates;
        return names.isEmpty() ? "" : names.get(0);
    }

    private static List<String> found(String even, Pattern endings, boolean whole) {
        var names = new ArrayList<String>();
        var ending = endings.matcher(even);
        while (ending.find()) {
            int from = ending.start();
            while (from > 0 && ending.start() - from < LONGEST_FRONT && mayBeInName(even.charAt(from - 1))) {
                from--;
            }
            if (ending.start() - from >= SHORTEST_FRONT) {
                names.add(even.substring(from, whole ? ending.end() : ending.start()));
            }
        }
        return names;
    }

    private static boolean mayBeInName(char c) {
        return c != ' ' && NEVER_IN_NAMES.indexOf(c) < 0;
    }
}
