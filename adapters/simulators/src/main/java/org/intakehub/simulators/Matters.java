package org.intakehub.simulators;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** An endless supply of invented matters: the same seed and number always give the same one. */
public final class Matters {
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张";
    private static final String GIVEN = "安宁平和清明远志文思成嘉禾雨晴星月松柏云";

    private final long seed;
    private final List<String[]> kinds = fields("matters.txt", 3);
    private final List<String> divisions = lines("divisions.txt");
    private final List<String> spots = lines("spots.txt");
    private final List<String> lengths = phrases("since");
    private final List<String> pleas = phrases("plea");

    public Matters(long seed) {
        this.seed = seed;
    }

    /** The matter of that number. Neighbours in number are of different kinds, and some ten thousand in a row have different texts. */
    public Matter of(long number) {
        var random = new SplittableRandom(seed * 31 + number);
        var kind = kinds.get(Math.floorMod(number, kinds.size()));
        var division = any(divisions, random);
        var spot = any(spots, random);
        var exact = spot + (1 + random.nextInt(120)) + "号";
        var since = any(lengths, random);
        var plea = any(pleas, random);
        return new Matter(
                kind[0],
                kind[1].replace("{spot}", spot),
                kind[2].replace("{division}", division)
                        .replace("{spot}", exact)
                        .replace("{since}", since)
                        .replace("{plea}", plea),
                "巢湖市" + division + exact,
                resident(random));
    }

    /** The mail address is under a domain that exists nowhere; the number begins as no telephone number does. */
    private static Resident resident(SplittableRandom random) {
        var who = random.nextInt(100_000);
        var name = letter(SURNAMES, random) + letter(GIVEN, random) + letter(GIVEN, random);
        return new Resident(name, "resident%05d@mail.example.org".formatted(who), "000%08d".formatted(who));
    }

    private static String letter(String letters, SplittableRandom random) {
        return String.valueOf(letters.charAt(random.nextInt(letters.length())));
    }

    private static String any(List<String> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<String> phrases(String kind) {
        return fields("phrases.txt", 2).stream()
                .filter(phrase -> phrase[0].equals(kind))
                .map(phrase -> phrase[1])
                .toList();
    }

    private static List<String[]> fields(String resource, int count) {
        return lines(resource).stream().map(line -> line.split("\\|", count)).toList();
    }

    private static List<String> lines(String resource) {
        try (var stream = Objects.requireNonNull(Matters.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
