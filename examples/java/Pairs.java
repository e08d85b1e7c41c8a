import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The most active pairs since a day, from a running {@code chancery serve}: {@code java Pairs.java
 * http://127.0.0.1:7040 2025-01}. Asks the REST API for CSV, so that it needs no library.
 */
public final class Pairs {
  private Pairs() {}

  public static void main(String[] arguments) throws Exception {
    URI address = URI.create(arguments[0] + "/api/v1/events?format=csv&from=" + arguments[1]);
    HttpRequest request = HttpRequest.newBuilder(address).build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }
    Map<String, Integer> pairs = new TreeMap<>();
    answer
        .body()
        .lines()
        .skip(1)
        .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
        .filter(cells -> cells.length > 12)
        .forEach(cells -> pairs.merge(cells[10] + " -> " + cells[12], 1, Integer::sum));
    pairs.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(10)
        .forEach(pair -> System.out.println(pair.getValue() + "  " + pair.getKey()));
  }
}
