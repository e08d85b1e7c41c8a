package org.chancery.bench;
final class M { public static void main(String[] a) throws Exception { Multiplied.by(java.nio.file.Path.of(a[0]), Integer.parseInt(a[1])); } }
