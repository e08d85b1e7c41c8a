import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dankito.readability4j.Readability4J;

/** Compares two main-text libraries on pages with hand-made text; see articles.sh and docs/adr/0002. */
class MainTextComparison {
  public static void main(String[] args) throws Exception {
    List<double[]> readability = new ArrayList<>();
    List<double[]> boilerpipe = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      JsonNode page = new ObjectMapper().readTree(line);
      String html = page.get("html").asText();
      String gold = page.get("body").asText();
      String r = new Readability4J("https://example.org/", html).parse().getTextContent();
      readability.add(score(gold, r == null ? "" : r));
      boilerpipe.add(score(gold, ArticleExtractor.INSTANCE.getText(html)));
    }
    print("Readability4J 1.0.8", readability);
    print("Boilerpipe 1.2.3", boilerpipe);
  }

  private static double[] score(String gold, String text) {
    Map<String, Integer> left = bag(gold);
    int golds = left.values().stream().mapToInt(i -> i).sum();
    int common = 0;
    int all = 0;
    for (Map.Entry<String, Integer> e : bag(text).entrySet()) {
      all += e.getValue();
      common += Math.min(e.getValue(), left.getOrDefault(e.getKey(), 0));
    }
    double p = all == 0 ? 0 : (double) common / all;
    double r = golds == 0 ? 0 : (double) common / golds;
    return new double[] {p, r, p + r == 0 ? 0 : 2 * p * r / (p + r)};
  }

  private static Map<String, Integer> bag(String text) {
    Map<String, Integer> bag = new HashMap<>();
    for (String word : text.toLowerCase().split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) bag.merge(word, 1, Integer::sum);
    }
    return bag;
  }

  private static void print(String name, List<double[]> scores) {
    double[] sum = new double[3];
    for (double[] s : scores) for (int i = 0; i < 3; i++) sum[i] += s[i] / scores.size();
    System.out.printf("| %s | %.3f | %.3f | %.3f |%n", name, sum[0], sum[1], sum[2]);
  }
}
