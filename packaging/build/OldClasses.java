import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Gives classes of before Java 6 what the JVM's cache asks for: a map of the stack, by which they are verified when the
/// cache is made. The cache takes no older class, nor any that extends one; picocli, which each start begins with, is of Java
/// 5. What the classes do stays the same.
final class OldClasses {
  private static final int FIRST_WITH_MAPS = ClassFile.JAVA_6_VERSION;
  private static final ClassFile WITH_MAPS =
      ClassFile.of(
          ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader())));

  private OldClasses() {}

  static void renew(Path folder) throws IOException {
    for (Path jar : Commands.tree(folder)) {
      if (jar.toString().endsWith(".jar") && isOld(jar)) {
        rewrite(jar);
      }
    }
  }

  private static boolean isOld(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        if (isClass(entry) && major(zip.getInputStream(entry).readNBytes(8)) < FIRST_WITH_MAPS) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isClass(ZipEntry entry) {
    return entry.getName().endsWith(".class");
  }

  private static int major(byte[] head) {
    return (head[6] & 0xff) << 8 | head[7] & 0xff;
  }

  private static void rewrite(Path jar) throws IOException {
    Path newer = jar.resolveSibling(jar.getFileName() + ".new");
    try (ZipFile zip = new ZipFile(jar.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(newer))) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(same);
        out.write(isClass(entry) && major(bytes) < FIRST_WITH_MAPS ? newer(bytes) : bytes);
        out.closeEntry();
      }
    }
    Files.move(newer, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] newer(byte[] bytes) {
    ClassModel old = WITH_MAPS.parse(bytes);
    return WITH_MAPS.transformClass(
        old,
        ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
            .andThen(
                (made, element) -> {
                  if (element instanceof ClassFileVersion) {
                    made.withVersion(FIRST_WITH_MAPS, 0);
                  } else {
                    made.with(element);
                  }
                }));
  }
}
