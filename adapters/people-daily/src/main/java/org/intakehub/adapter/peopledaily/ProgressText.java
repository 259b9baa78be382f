package org.intakehub.adapter.peopledaily;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes progress as lines of numbers: a cursor is saved with every page, and citizens' words have no place in it. */
final class ProgressText {
    private static final String NOTHING = "-";

    private final Map<String, Mark> marks = new TreeMap<>();
    private final List<Watched> watched = new ArrayList<>();
    private int forum;
    private int looks;
    private long time;

    private ProgressText() {}

    static String write(Progress progress) {
        var lines = new StringBuilder("round " + progress.forum() + " " + progress.looks() + " " + progress.time());
        new TreeMap<>(progress.marks()).forEach((fid, mark) -> lines.append(line(fid, mark)));
        progress.watched().forEach(one -> lines.append(line(one)));
        return lines.toString();
    }

    private static String line(String fid, Mark mark) {
        var item = mark.lastItem().isEmpty() ? NOTHING : URLEncoder.encode(mark.lastItem(), StandardCharsets.UTF_8);
        return "\nforum " + fid + " " + item + " " + numbers(mark.known()) + " " + numbers(mark.found());
    }

    private static String line(Watched one) {
        return "\nwatch " + one.tid() + " " + one.fid() + " " + one.seen() + " " + one.since() + " " + one.looked();
    }

    /** Progress from its text; none if it cannot be read. */
    static Progress read(String text) {
        try {
            var reader = new ProgressText();
            text.lines().forEach(line -> reader.read(List.of(line.split(" ", -1))));
            return new Progress(reader.marks, reader.forum, reader.looks, reader.time, reader.watched);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Progress.NONE;
        }
    }

    private void read(List<String> words) {
        switch (words.get(0)) {
            case "round" -> {
                forum = Integer.parseInt(words.get(1));
                looks = Integer.parseInt(words.get(2));
                time = number(words, 3);
            }
            case "forum" -> {
                var item = words.get(2).equals(NOTHING) ? "" : URLDecoder.decode(words.get(2), StandardCharsets.UTF_8);
                marks.put(words.get(1), new Mark(numbers(words.get(3)), numbers(words.get(4)), item));
            }
            case "watch" ->
                watched.add(
                        new Watched(number(words, 1), words.get(2), words.get(3), number(words, 4), number(words, 5)));
            default -> throw new IllegalArgumentException("a cursor has lines of three kinds");
        }
    }

    private static long number(List<String> words, int at) {
        return Long.parseLong(words.get(at));
    }

    private static String numbers(List<Long> numbers) {
        return numbers.isEmpty()
                ? NOTHING
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Long> numbers(String text) {
        return text.equals(NOTHING)
                ? List.of()
                : Stream.of(text.split(",", -1)).map(Long::valueOf).toList();
    }
}
