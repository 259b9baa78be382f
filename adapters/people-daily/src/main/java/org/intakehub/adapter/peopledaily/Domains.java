package org.intakehub.adapter.peopledaily;

import java.util.Map;
import java.util.Optional;

/** The board's codes for what a thread is about; they have gaps. */
final class Domains {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1", "治安"),
            Map.entry("2", "政务"),
            Map.entry("4", "企业"),
            Map.entry("5", "旅游"),
            Map.entry("6", "交通"),
            Map.entry("7", "城建"),
            Map.entry("9", "三农"),
            Map.entry("11", "就业"),
            Map.entry("12", "医疗"),
            Map.entry("13", "环保"),
            Map.entry("14", "教育"),
            Map.entry("16", "其他"),
            Map.entry("20", "金融"));

    private Domains() {}

    static Optional<String> name(String code) {
        return Optional.ofNullable(NAMES.get(code));
    }
}
