package org.chancery.bench;
import java.nio.file.Path;
final class Load { static void run(Path file, int users, int seconds) throws Exception {} }
