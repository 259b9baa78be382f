package org.intakehub.core.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvalidRulesTest {
    private static final String KEYWORDS = "category,pattern,weight,where,excludes\n";
    private static final String UNITS = "code,name,area,division,aliases\n";
    private static final String DISPATCH = "category,place,lead,assist,supervise,territory\n";
    private static final String LED = DISPATCH + "*,*,zhujian,,,assists\nthreat,*,gongan,,,assists\n";

    @TempDir
    private Path city;

    @Test
    void namesABadCategoryCode() throws IOException {
        assertThat(problems("categories.csv", "code,name,parent\n302,占道,市容\n"))
                .contains("categories.csv:2: code \"302\" is no category code; expected four digits, such as 0302");
    }

    @Test
    void namesAMeaningThatIsNoCategory() throws IOException {
        assertThat(problems("model-labels.csv", "label,categories\n城乡建设,01|77\n"))
                .contains("model-labels.csv:2: categories \"77\" begins no code of categories.csv");
    }

    @Test
    void namesALabelOfTheModelThatIsNotExplained() throws IOException {
        assertThat(problems("model-labels.csv", "label,categories\n城乡建设,01\n"))
                .anyMatch(problem -> problem.startsWith("category.model: has the label \"交通运输\""));
    }

    @Test
    void namesAModelThatIsNone() throws IOException {
        assertThat(problems("category.model", "text"))
                .anyMatch(problem -> problem.startsWith("category.model: is no model"));
    }

    @Test
    void namesADuplicateWithTheLineOfTheFirst() throws IOException {
        assertThat(problems("categories.csv", "code,name,parent\n0101,甲,乙\n0101,丙,乙\n"))
                .contains("categories.csv:3: category 0101 stands in line 2 already; expected once");
        assertThat(problems("keywords.csv", KEYWORDS + "0101,墙,5,both,\n0101,墙,3,both,\n"))
                .containsExactly("keywords.csv:3: \"墙\" stands for the same in line 2; expected once");
    }

    @Test
    void namesAnEmptyCell() throws IOException {
        assertThat(problems("categories.csv", "code,name,parent\n0101,,乙\n"))
                .contains("categories.csv:2: name is empty; expected a value");
    }

    @Test
    void namesAKeywordOfAnUnknownCategory() throws IOException {
        assertThat(problems("keywords.csv", KEYWORDS + "0199,墙,5,both,\n"))
                .containsExactly("keywords.csv:2: category \"0199\" is no category; expected a code of categories.csv");
    }

    @Test
    void namesAWeightThatIsNoNumberOrOutOfRange() throws IOException {
        assertThat(problems("keywords.csv", KEYWORDS + "0101,墙,heavy,both,\n0101,梁,0,both,\n0101,柱,NaN,both,\n"))
                .containsExactly(
                        "keywords.csv:2: weight \"heavy\" is not a number between -100 and 100 other than 0",
                        "keywords.csv:3: weight \"0\" is not a number between -100 and 100 other than 0",
                        "keywords.csv:4: weight \"NaN\" is not a number between -100 and 100 other than 0");
    }

    @Test
    void namesAnUnknownChoice() throws IOException {
        assertThat(problems("keywords.csv", KEYWORDS + "0101,墙,5,body,\n"))
                .containsExactly("keywords.csv:2: where \"body\" is unknown; expected one of title, text, both");
        assertThat(problems("threats.csv", "cue,pattern,excludes\nloud,喊,\n"))
                .containsExactly("threats.csv:2: cue \"loud\" is unknown; expected one of alone, act, intent, calm");
    }

    @Test
    void namesAPatternThatCannotMatch() throws IOException {
        String expected = "; expected a word, or words joined by *, of at most 30 characters";

        assertThat(problems("keywords.csv", KEYWORDS + "0101,*墙,5,both,\n0101,拆**墙,5,both,\n0101,墙*,5,both,\n"))
                .containsExactly(
                        "keywords.csv:2: pattern \"*墙\" is no pattern" + expected,
                        "keywords.csv:3: pattern \"拆**墙\" is no pattern" + expected,
                        "keywords.csv:4: pattern \"墙*\" is no pattern" + expected);
    }

    @Test
    void namesABadDivision() throws IOException {
        assertThat(problems("divisions.csv", "code,name,area,aliases,former_codes\n3401,某镇,TOWNSHIP,,\n"))
                .contains(
                        "divisions.csv:2: code \"3401\" is no division code; expected nine digits, such as 340181102");
        assertThat(problems("places.csv", "name,division,weight,excludes\n某村,340181999,2,\n"))
                .containsExactly(
                        "places.csv:2: division \"340181999\" is no division; expected a code of divisions.csv");
    }

    @Test
    void namesATileThatCannotBeDrawn() throws IOException {
        assertThat(problems("map.csv", """
                        place,column,row,width,height
                        340181102,1,1,1,1
                        巢湖,1,1,2,1
                        340181999,3,3,1,1
                        340181100,12,1,2,1
                        340181101,13,1,1,1
                        """))
                .containsExactly(
                        "map.csv:3: column 1 of row 1 is taken already; expected a free place",
                        "map.csv:4: place \"340181999\" is no division; expected a code of divisions.csv",
                        "map.csv:5: the tile of 340181100 reaches over the edge; expected at most 12 columns and rows",
                        "map.csv:6: column \"13\" is not a whole number from 1 to 12");
    }

    @Test
    void namesABadUnit() throws IOException {
        assertThat(problems("units.csv", UNITS + "Zhu_Jian,住建局,URBAN,,\n"))
                .contains("units.csv:2: code \"Zhu_Jian\" is no unit code; expected lower-case letters, digits and"
                        + " hyphens, such as zhujian");
        assertThat(problems("units.csv", UNITS + "zhujian,住建局,URBAN,340181999,\n"))
                .contains("units.csv:2: division \"340181999\" is no division; expected a code of divisions.csv");
        assertThat(problems("units.csv", UNITS + "zhujian,住建局,CITY,,\n"))
                .contains("units.csv:2: area \"CITY\" is unknown; expected one of urban, township, unknown");
    }

    @Test
    void namesAnUnknownUnitInTheTable() throws IOException {
        assertThat(problems("dispatch.csv", LED + "01,*,nobody,zhujian|noone,,leads\n"))
                .containsExactly(
                        "dispatch.csv:4: lead \"nobody\" is no unit; expected a code of units.csv",
                        "dispatch.csv:4: assist \"noone\" is no unit; expected a code of units.csv");
    }

    @Test
    void namesAnUnknownMatterOrPlaceInTheTable() throws IOException {
        assertThat(problems("dispatch.csv", LED + "77,*,zhujian,,,assists\n01,somewhere,zhujian,,,assists\n"))
                .containsExactly(
                        "dispatch.csv:4: category \"77\" is unknown; expected *, threat, or the first two or all four"
                                + " digits of a code of categories.csv",
                        "dispatch.csv:5: place \"somewhere\" is unknown; expected *, URBAN, TOWNSHIP, or a code of"
                                + " divisions.csv");
    }

    @Test
    void namesARowThatDoesNothingAndOneThatIsDecidedTwice() throws IOException {
        assertThat(problems("dispatch.csv", LED + "01,*,,,,absent\n02,*,zhujian,,,leads\n02,*,gongan,,,leads\n"))
                .containsExactly(
                        "dispatch.csv:4: does nothing; expected a lead, territory leads, or units that assist or"
                                + " supervise",
                        "dispatch.csv:6: line 5 already says who leads for 02 at *; expected once");
    }

    @Test
    void namesEveryCategoryThatNobodyLeads() throws IOException {
        assertThat(problems("dispatch.csv", DISPATCH + "02,*,zhujian,,,assists\n"))
                .hasSize(92)
                .contains(
                        "dispatch.csv: nobody leads for category 0101; expected a row with that category, its first two"
                                + " digits or *, place *, and a lead",
                        "dispatch.csv: nobody leads for a threat; expected a row with category threat, place *, and a"
                                + " lead");
    }

    @Test
    void namesAWrongHeader() throws IOException {
        assertThat(problems("places.csv", "name,place\n甲,乙\n"))
                .containsExactly("places.csv:1: the header is name,place; expected name,division,weight,excludes");
    }

    @Test
    void namesTooManyCellsAndAnOpenQuote() throws IOException {
        assertThat(problems("keywords.csv", KEYWORDS + "0101,墙,5,both,,梁\n0101,\"柱,5,both,\n"))
                .contains(
                        "keywords.csv:2: has 6 cells; expected 5 (category,pattern,weight,where,excludes), with quotes"
                                + " around a cell that holds a comma",
                        "keywords.csv:3: a quote is not closed; expected a second \" in the same line");
    }

    @Test
    void namesAnEmptyFile() throws IOException {
        assertThat(problems("places.csv", "# nothing yet\n"))
                .containsExactly("places.csv: has no rows; expected a header and at least one");
    }

    @Test
    void namesAFileInAnotherCharset() throws IOException {
        Files.write(city.resolve("keywords.csv"), (KEYWORDS + "0101,房屋漏水,5,both,\n").getBytes(Charset.forName("GBK")));

        assertThat(problems()).containsExactly("keywords.csv: is not UTF-8; save it as \"CSV UTF-8\"");
    }

    @Test
    void namesAFileThatNothingReads() throws IOException {
        assertThat(problems("keyword.csv", KEYWORDS))
                .singleElement()
                .asString()
                .startsWith("keyword.csv: is not a rule file; expected one of [categories.csv, ");
    }

    @Test
    void namesAMissingDirectory() {
        Path missing = city.resolve("missing");

        InvalidRules invalid = catchThrowableOfType(InvalidRules.class, () -> CityRules.read(missing));

        assertThat(invalid.problems())
                .containsExactly(missing + ": is not a directory; expected one that holds the city's files");
    }

    @Test
    void tellsEverythingAtOnce() throws IOException {
        Files.writeString(city.resolve("keywords.csv"), KEYWORDS + "0199,墙,5,both,\n");
        Files.writeString(city.resolve("units.csv"), UNITS + "Zhu,住建局,URBAN,,\n");

        InvalidRules invalid = catchThrowableOfType(InvalidRules.class, () -> CityRules.read(city));

        assertThat(invalid.problems()).hasSizeGreaterThan(2);
        assertThat(invalid).hasMessageContaining("keywords.csv:2").hasMessageContaining("units.csv:2");
    }

    private List<String> problems(String file, String text) throws IOException {
        Files.writeString(city.resolve(file), text);
        List<String> problems = problems();
        Files.delete(city.resolve(file));
        return problems;
    }

    private List<String> problems() {
        return catchThrowableOfType(InvalidRules.class, () -> CityRules.read(city))
                .problems();
    }
}
