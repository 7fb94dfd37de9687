/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that were made to do harm, or broke on their way: a clear error with its
 * place, the library unchanged, memory bounded. What is large comes through a
 * pipe, so that no disk is filled. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fixture.h"
#include "plenum-csv.h"
#include "plenum-json-scanner.h"

/* MiB more than before. The address sanitizer keeps up to 256 that were given back,
 * so that whoever uses them still is caught. */
#if defined(__SANITIZE_ADDRESS__)
#define MOST_MEMORY (200 + 256)
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MOST_MEMORY (200 + 256)
#endif
#endif
#ifndef MOST_MEMORY
#define MOST_MEMORY 200
#endif

typedef struct
{
  char       *path;
  const char *start;  /* written once */
  const char *piece;  /* written until @length */
  guint64     length;
  guint64     written;
} Pipe;

static gpointer
write_pipe (gpointer data)
{
  Pipe *pipe = data;
  int fd = open (pipe->path, O_WRONLY | O_CLOEXEC);
  g_autoptr (GString) block = g_string_new (NULL);

  g_assert_cmpint (fd, >=, 0);
  while (block->len < 64 * 1024)
    g_string_append (block, pipe->piece);
  if (write (fd, pipe->start, strlen (pipe->start)) >= 0)
    while (pipe->written < pipe->length)
      {
        gssize n = write (fd, block->str, block->len);

        /* Nobody reads on: the file was refused. */
        if (n < 0 && errno == EPIPE)
          break;
        g_assert_cmpint (n, >, 0);
        pipe->written += n;
      }
  close (fd);

  return NULL;
}

static glong
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024;
}

static void
refuse_pipe (const char *start, const char *piece, guint64 length, GQuark domain, int code, const char *place)
{
  Pipe pipe = { fixture_path ("pipe"), start, piece, length, 0 };
  g_autofree char *prefix = g_strdup_printf ("%s:%s", pipe.path, place);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumImport) import = NULL;
  glong before = get_peak ();
  GThread *thread;

  unlink (pipe.path);
  g_assert_cmpint (mkfifo (pipe.path, 0600), ==, 0);
  thread = g_thread_new ("pipe", write_pipe, &pipe);
  import = plenum_import_open ((const char * const []) { pipe.path, NULL }, NULL, NULL, &error);
  g_thread_join (thread);

  g_assert_null (import);
  g_assert_error (error, domain, code);
  if (!g_str_has_prefix (error->message, prefix))
    g_error ("“%s” does not begin with “%s”", error->message, prefix);
  g_assert_cmpint (get_peak () - before, <, MOST_MEMORY);
  /* It did not have to read all of it to know. */
  g_assert_cmpuint (pipe.written, <, 64 * 1024 * 1024);
  g_free (pipe.path);
}

#define TWO_GIGABYTES (G_GUINT64_CONSTANT (2) * 1024 * 1024 * 1024)

static void
test_long_line (void)
{
  refuse_pipe ("{\"format\":\"plenum-bundle\",\n\"id\":\"", "aaaaaaaaaaaaaaaa", TWO_GIGABYTES,
               PLENUM_JSON_ERROR, PLENUM_JSON_ERROR_TOO_LARGE, "2: ");
  refuse_pipe ("{\"format\":\"plenum-bundle\",\n\"records\":[{\"text\":\"", "aaaaaaaaaaaaaaaa", TWO_GIGABYTES,
               PLENUM_JSON_ERROR, PLENUM_JSON_ERROR_TOO_LARGE, "2: ");
  refuse_pipe ("{\"format\":\"plenum-bundle\",\n\"records\":[{\"text\":", "                ", TWO_GIGABYTES,
               PLENUM_JSON_ERROR, PLENUM_JSON_ERROR_TOO_LARGE, "2: ");
  refuse_pipe ("{\"format\":\"plenum-bundle\",\n\"records\":[{\"text\":[1", ",1,1,1,1,1,1,1,1", TWO_GIGABYTES,
               PLENUM_JSON_ERROR, PLENUM_JSON_ERROR_TOO_LARGE, "2: ");
  refuse_pipe ("title,text\nA,", "aaaaaaaaaaaaaaaa", TWO_GIGABYTES, PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_TOO_LARGE, "2: ");
  refuse_pipe ("title,text\nA,\"", "aaaaaaaaaaaaaaa\n", TWO_GIGABYTES, PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_TOO_LARGE, "2: ");
  refuse_pipe ("aaaa", "aaaaaaaaaaaaaaaa", TWO_GIGABYTES, PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_TOO_LARGE, "1: ");
}

/* The same from other programs' files: one element, too many of them, too deep. */
static void
test_foreign (void)
{
  refuse_pipe ("{\"board\":{},\n\"notes\":[{\"text\":\"", "aaaaaaaaaaaaaaaa", TWO_GIGABYTES,
               PLENUM_JSON_ERROR, PLENUM_JSON_ERROR_TOO_LARGE, "2: ");
  refuse_pipe ("{\"id\":\"b\",\"name\":\"B\",\"cards\":[\n{\"name\":\"A\"}", ",{\"name\":\"A\"}", TWO_GIGABYTES,
               PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TOO_LARGE, "2: ");
  refuse_pipe ("[{\"id\":1,\"title\":\"T\",\"body\":\"B\",\"state\":", "[", 1000000, PLENUM_JSON_ERROR, PLENUM_JSON_ERROR_DEPTH, "1: ");
}

static void
test_brackets (void)
{
  refuse_pipe ("", "[", 1000000, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_FORMAT, "1: ");
  refuse_pipe ("{\"format\":\"plenum-bundle\",\"records\":[", "[", 1000000, PLENUM_JSON_ERROR, PLENUM_JSON_ERROR_DEPTH, "1: ");
  refuse_pipe ("{\"format\":\"plenum-bundle\",\"records\":[", "{\"a\":", 5000000, PLENUM_JSON_ERROR, PLENUM_JSON_ERROR_DEPTH, "1: ");
}

/* A gigabyte of text in a megabyte of gzip. */
static void
test_bomb (void)
{
  g_autofree char *path = fixture_path ("bomb.json.gz");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) raw = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, 0, NULL, &error));
  g_autoptr (GConverter) pack = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
  g_autoptr (GOutputStream) packed = g_converter_output_stream_new (raw, pack);
  g_autofree char *block = g_strnfill (1024 * 1024, 'a');
  g_autoptr (PlenumStore) store = fixture_new ();
  glong before;

  g_assert_true (g_output_stream_write_all (packed, "{\"records\":[\n{\"text\":\"", 22, NULL, NULL, &error));
  for (guint i = 0; i < 256; i++)
    g_assert_true (g_output_stream_write_all (packed, block, 1024 * 1024, NULL, NULL, &error));
  g_assert_true (g_output_stream_close (packed, NULL, &error));
  g_assert_no_error (error);

  before = get_peak ();
  fixture_refuse (store, path, PLENUM_JSON_ERROR, PLENUM_JSON_ERROR_TOO_LARGE, ":2: ");
  g_assert_cmpint (get_peak () - before, <, MOST_MEMORY);
}

static void
test_surrogates (void)
{
  static const char * const texts[] = {
    "{\"records\":[\n{\"text\":\"\\ud83d\"}]}", "{\"records\":[\n{\"text\":\"\\ude00\\ud83d\"}]}",
    "{\"records\":[\n{\"\\ud800\\u0041\":1}]}", "{\"records\":[\n{\"text\":\"\xed\xa0\xbd\"}]}",
  };
  g_autoptr (PlenumStore) store = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = fixture_write ("surrogate.json", texts[i], -1);

      fixture_refuse (store, path, PLENUM_JSON_ERROR, PLENUM_JSON_ERROR_ENCODING, ":2: ");
    }
}

/* UTF-8, Windows-1252, UTF-16, Mac Roman and DOS in one file. */
static void
test_mixed (void)
{
  static const char text[] =
    "text\n" "Gr\xc3\xbc\xc3\x9f" "e\n" "Gr\xfc\xdf" "e\n" "G\0r\0\xfc\0\n\0" "Gr\x9f\xa7" "e\n" "Gr\x81\xe1" "e\n";
  static const char with_nul[] = "text\nGr\xfc\xdf" "e\nG\0r\0\n";
  g_autofree char *path = fixture_write ("mixed.csv", text, sizeof text - 1);
  g_autofree char *other_path = fixture_write ("mixed-2.csv", text, 5);
  g_autoptr (PlenumStore) store = fixture_new ();

  fixture_refuse (store, path, PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_ENCODING, ":3: The file mixes encodings: line 2 is UTF-8");
  g_free (fixture_write ("mixed-2.csv", with_nul, sizeof with_nul - 1));
  fixture_refuse (store, other_path, PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_NUL, ":3: ");
}

/* A real bundle, cut at every place that there is. */
static void
test_truncated (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autofree char *path = NULL, *text = NULL;
  gsize length;

  fixture_populate (store, rand, 12);
  path = fixture_export (store, PLENUM_PRIVACY_FULL, NULL);
  text = fixture_read (path, &length);
  for (gsize i = 1; i + 2 < length; i += 7)
    {
      g_autofree char *cut = fixture_write ("cut.json", text, i);
      g_autoptr (GError) error = NULL;
      g_autofree char *prefix = g_strconcat (cut, ":", NULL);

      g_assert_null (plenum_import_open ((const char * const []) { cut, NULL }, NULL, NULL, &error));
      g_assert_error (error, PLENUM_JSON_ERROR, PLENUM_JSON_ERROR_TRUNCATED);
      g_assert_true (g_str_has_prefix (error->message, prefix));
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN);
  g_test_add_func ("/hostile/long-line", test_long_line);
  g_test_add_func ("/hostile/foreign", test_foreign);
  g_test_add_func ("/hostile/brackets", test_brackets);
  g_test_add_func ("/hostile/bomb", test_bomb);
  g_test_add_func ("/hostile/surrogates", test_surrogates);
  g_test_add_func ("/hostile/mixed", test_mixed);
  g_test_add_func ("/hostile/truncated", test_truncated);
  result = g_test_run ();
  fixture_clean_up ();

  return result;
}
