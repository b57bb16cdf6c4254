package dev.pollux.sandbox.gemini.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A text to work on, read once: sentences, and how often each stem occurs.
public final class SourceText {
  private final Lexicon lexicon;
  private final String text;
  private final List<String> sentences;
  private final List<List<String>> stems;
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  public SourceText(String text, Lexicon lexicon) {
    this.lexicon = lexicon;
    this.text = text.strip();
    sentences = Sentences.of(this.text);
    stems = sentences.stream().map(Stem::all).toList();
    for (List<String> sentence : stems) {
      for (String stem : sentence) {
        if (!lexicon.isStop(stem)) {
          counts.merge(stem, 1, Integer::sum);
        }
      }
    }
  }

  public String text() {
    return text;
  }

  public boolean isEmpty() {
    return sentences.isEmpty();
  }

  int count(String stem) {
    return counts.getOrDefault(stem, 0);
  }

  /// The subjects the text speaks of, best first, those with no word left out.
  public List<String> subjects() {
    double[] scores = subjectScores();
    return IntStream.range(0, scores.length)
        .filter(i -> scores[i] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(i -> i))
        .map(i -> lexicon.subjects().get(i))
        .toList();
  }

  double[] subjectScores() {
    double[] scores = new double[lexicon.subjects().size()];
    counts.forEach((stem, count) -> {
      List<Integer> speaksFor = lexicon.subjectsOf(stem);
      for (int subject : speaksFor) {
        scores[subject] += Math.sqrt(count) / speaksFor.size();
      }
    });
    return scores;
  }

  /// Words of the text that speak for a subject.
  public List<String> evidence(String subject, int most) {
    int wanted = lexicon.subjects().indexOf(subject);
    return keywords(counts.size()).stream()
        .filter(word -> lexicon.subjectsOf(Stem.of(word)).contains(wanted))
        .limit(most)
        .toList();
  }

  /// The most frequent words that say something, as they stand in the text, in lower case.
  public List<String> keywords(int most) {
    Map<String, String> written = new HashMap<>();
    for (String word : text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}'’]+", -1)) {
      written.putIfAbsent(Stem.of(word), word);
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().length() > 2 && written.containsKey(entry.getKey()))
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(entry -> written.getOrDefault(entry.getKey(), entry.getKey()))
        .limit(most)
        .toList();
  }

  /// From -1 (bad) to 1 (good).
  public double alert() {
    int good = 0;
    int bad = 0;
    for (var entry : counts.entrySet()) {
      int alert = lexicon.alert(entry.getKey());
      good += alert > 0 ? entry.getValue() : 0;
      bad += alert < 0 ? entry.getValue() : 0;
    }
    return good + bad == 0 ? 0 : (double) (good - bad) / (good + bad);
  }

  /// The sentences that say most, in the order of the text.
  public List<String> summary(int most) {
    return pick(most, this::weight);
  }

  /// The sentences that have most of the question's words, best first.
  public List<String> about(String question) {
    List<String> asked =
        Stem.all(question).stream().filter(stem -> !lexicon.isStop(stem)).distinct().toList();
    return ranked(i -> asked.stream().filter(stems.get(i)::contains).count() + weight(i) / 1000)
        .map(sentences::get)
        .toList();
  }

  /// How many of the question's telling words the text has, from 0 to 1.
  public double overlap(String question) {
    List<String> asked =
        Stem.all(question).stream().filter(stem -> !lexicon.isStop(stem)).distinct().toList();
    return asked.isEmpty()
        ? 0
        : (double) asked.stream().filter(counts::containsKey).count() / asked.size();
  }

  private List<String> pick(int most, java.util.function.IntToDoubleFunction score) {
    List<Integer> best = new ArrayList<>(ranked(score).limit(most).toList());
    best.sort(Comparator.naturalOrder());
    return best.stream().map(sentences::get).toList();
  }

  private java.util.stream.Stream<Integer> ranked(java.util.function.IntToDoubleFunction score) {
    double[] scores = IntStream.range(0, sentences.size()).mapToDouble(score).toArray();
    return IntStream.range(0, sentences.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(i -> i));
  }

  /// Frequent words, not many in all, and early: Luhn's old rule.
  private double weight(int sentence) {
    List<String> words = stems.get(sentence);
    double sum = 0;
    for (String stem : words) {
      int count = count(stem);
      sum += (count > 1 ? count : 0) + (lexicon.subjectsOf(stem).isEmpty() ? 0 : 0.5);
    }
    return sum / Math.sqrt(words.size() + 4) + (sentence == 0 ? 0.2 : 0);
  }
}
