package org.chancery.store.export;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.chancery.store.EventFilter;
import org.chancery.store.Questions;

/**
 * Who acts on whom as GraphML: a directed multigraph, a node a party, an edge a pair and quad class
 * with its number of events as weight. Parties that are only a kind (civilians of no country,
 * unknown) are no nodes.
 */
final class GraphMl {
  private static final String PAIRS =
      ", sides AS (SELECT quad_class, goldstein, date, first_day, recipients, unnest(list_distinct(actors)) AS a"
          + " FROM chosen), pairs AS (SELECT quad_class, goldstein, date, first_day, a,"
          + " unnest(list_distinct(recipients)) AS b FROM sides) SELECT a, b, quad_class, count(*) AS"
          + " weight, round(avg(goldstein), 3) AS goldstein, coalesce(arg_min(date,"
          + " first_day), min(date)) AS first, coalesce(arg_max(date, first_day), max(date)) AS last"
          + " FROM pairs WHERE split_part(a, ' ', 1) NOT IN ("
          + Questions.KINDS
          + ") AND split_part(b, ' ', 1) NOT IN ("
          + Questions.KINDS
          + ") GROUP BY a, b, quad_class ORDER BY a, b, quad_class";

  private final Exporter exporter;

  GraphMl(Exporter exporter) {
    this.exporter = exporter;
  }

  private record Edge(
      String a, String b, int quad, long weight, double goldstein, String first, String last) {}

  /** Writes the graph; gives its number of edges. */
  long write(EventFilter filter, Writer out) throws IOException {
    List<Edge> edges = new java.util.ArrayList<>();
    Set<String> nodes = new LinkedHashSet<>();
    exporter.each(
        "WITH chosen AS (SELECT * FROM event_rows WHERE " + filter.where() + ")" + PAIRS,
        filter.values(),
        row -> {
          Edge edge =
              new Edge(
                  clean(row.getString(1)),
                  clean(row.getString(2)),
                  row.getInt(3),
                  row.getLong(4),
                  row.getDouble(5),
                  clean(row.getString(6)),
                  clean(row.getString(7)));
          edges.add(edge);
          nodes.add(edge.a);
          nodes.add(edge.b);
        });
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("graphml");
      xml.writeDefaultNamespace("http://graphml.graphdrawing.org/xmlns");
      keys(xml, "node", Map.of("label", "string", "country", "string"));
      keys(
          xml,
          "edge",
          Map.of(
              "weight", "long",
              "quad_class", "int",
              "goldstein", "double",
              "first", "string",
              "last", "string"));
      xml.writeStartElement("graph");
      xml.writeAttribute("id", "parties");
      xml.writeAttribute("edgedefault", "directed");
      for (String node : nodes) {
        node(xml, node);
      }
      for (int i = 0; i < edges.size(); i++) {
        edge(xml, "e" + i, edges.get(i));
      }
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return edges.size();
  }

  private static void keys(XMLStreamWriter xml, String of, Map<String, String> types)
      throws XMLStreamException {
    for (Map.Entry<String, String> type : new TreeMap<>(types).entrySet()) {
      xml.writeEmptyElement("key");
      xml.writeAttribute("id", type.getKey());
      xml.writeAttribute("for", of);
      xml.writeAttribute("attr.name", type.getKey());
      xml.writeAttribute("attr.type", type.getValue());
    }
  }

  private static void node(XMLStreamWriter xml, String node) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("node");
    xml.writeAttribute("id", node);
    data(xml, "label", node);
    data(xml, "country", node.split(" ", 2)[0]);
    xml.writeEndElement();
  }

  private static void edge(XMLStreamWriter xml, String id, Edge edge) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("edge");
    xml.writeAttribute("id", id);
    xml.writeAttribute("source", edge.a);
    xml.writeAttribute("target", edge.b);
    data(xml, "weight", edge.weight);
    data(xml, "quad_class", edge.quad);
    data(xml, "goldstein", edge.goldstein);
    data(xml, "first", edge.first);
    data(xml, "last", edge.last);
    xml.writeEndElement();
  }

  private static void data(XMLStreamWriter xml, String key, Object value)
      throws XMLStreamException {
    xml.writeStartElement("data");
    xml.writeAttribute("key", key);
    xml.writeCharacters(String.valueOf(value));
    xml.writeEndElement();
  }

  /** Without characters that XML 1.0 cannot hold; empty for none. */
  private static String clean(@org.jspecify.annotations.Nullable String text) {
    if (text == null) {
      return "";
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
