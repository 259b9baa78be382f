package org.intakehub.core.rules;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files that a city edits, with the columns that each has. */
public enum RuleFile {
    CATEGORIES("categories.csv", "code,name,parent"),
    DIVISIONS("divisions.csv", "code,name,area,aliases,former_codes"),
    MAP("map.csv", "place,column,row,width,height"),
    PLACES("places.csv", "name,division,weight,excludes"),
    UNITS("units.csv", "code,name,area,division,aliases"),
    KEYWORDS("keywords.csv", "category,pattern,weight,where,excludes"),
    APPEAL_TYPES("appeal-types.csv", "type,pattern,weight,where,excludes"),
    THREATS("threats.csv", "cue,pattern,excludes"),
    URGENCY("urgency.csv", "urgency,pattern,where,excludes"),
    CONFIDENTIALITY("confidentiality.csv", "confidentiality,pattern,excludes"),
    MODEL_LABELS("model-labels.csv", "label,categories"),
    DISPATCH("dispatch.csv", "category,place,lead,assist,supervise,territory"),
    CLOCKS("clocks.csv", "version,clock,channel,type,urgency,area,limit,starts,stops,ladder"),
    CALENDAR("calendar.csv", "notice,name,off,work"),
    ANSWERS("answers.csv", "code,type,category,title,text,basis"),
    REVIEWS("reviews.csv", "channel,type,urgency,confidentiality,review"),
    OUTAGES("outages.csv", "kind,categories"),
    OUTAGE_WORDS("outage-words.csv", "kind,pattern,excludes");

    private static final Set<RuleFile> WITHOUT_SAY =
            EnumSet.of(MAP, CLOCKS, CALENDAR, ANSWERS, REVIEWS, OUTAGES, OUTAGE_WORDS);

    private final String fileName;
    private final String header;

    RuleFile(String fileName, String header) {
        this.fileName = fileName;
        this.header = header;
    }

    /** Such as {@code units.csv}. */
    public String fileName() {
        return fileName;
    }

    public List<String> columns() {
        return List.of(header.split(",", -1));
    }

    /** Whether it has a say in what is made of a matter, or in who gets it. */
    public boolean decides() {
        return !WITHOUT_SAY.contains(this);
    }

    public static Optional<RuleFile> named(String fileName) {
        return Arrays.stream(values())
                .filter(file -> file.fileName.equals(fileName))
                .findFirst();
    }
}
