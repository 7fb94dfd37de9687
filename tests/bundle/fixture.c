/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static char *folder;
static guint libraries;

static const char *
get_folder (void)
{
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    {
      /* Hundreds of libraries are made; durability is not what is tested here. */
      if (g_access ("/dev/shm", W_OK) == 0)
        folder = g_mkdtemp (g_strdup ("/dev/shm/plenum-bundle-XXXXXX"));
      else
        folder = g_dir_make_tmp ("plenum-bundle-XXXXXX", &error);
      g_assert_no_error (error);
    }

  return folder;
}

/* Keys of libraries go where they can do no harm. (GLib's own way to isolate a
 * test leaks, which the sanitizer rightly tells.) */
void
fixture_isolate (void)
{
  g_setenv ("XDG_DATA_HOME", get_folder (), TRUE);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
fixture_clean_up (void)
{
  if (folder != NULL)
    remove_folder (folder);
  g_clear_pointer (&folder, g_free);
}

char *
fixture_path (const char *name)
{
  return g_build_filename (get_folder (), name, NULL);
}

char *
fixture_write (const char *name, const void *bytes, gssize length)
{
  g_autoptr (GError) error = NULL;
  char *path = fixture_path (name);

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);

  return path;
}

char *
fixture_read (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);

  return contents;
}

PlenumStore *
fixture_open (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (name);
  PlenumStore *store = plenum_store_open (path, &error);

  g_assert_no_error (error);

  return store;
}

PlenumStore *
fixture_new (void)
{
  g_autofree char *name = g_strdup_printf ("library-%u.db", libraries++);

  return fixture_open (name);
}

char *
fixture_export (PlenumStore *store, PlenumPrivacy privacy, char **digest)
{
  static guint n;
  g_autofree char *name = g_strdup_printf ("export-%u.plenum.json", n++);
  PlenumExportOptions options = { privacy };
  g_autoptr (GError) error = NULL;
  char *path = fixture_path (name);
  g_autoptr (PlenumExportResult) result = plenum_bundle_export (store, NULL, path, &options, NULL, &error);

  g_assert_no_error (error);
  if (digest != NULL)
    *digest = g_strdup (result->digest);

  return path;
}

PlenumImport *
fixture_import (PlenumStore *store, const char *path)
{
  const char * const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  PlenumImport *import = plenum_import_open (paths, NULL, NULL, &error);

  g_assert_no_error (error);
  plenum_import_perform (import, store, NULL, &error);
  g_assert_no_error (error);

  return import;
}

/* Importing must fail like that, and leave the library as it was. */
void
fixture_refuse (PlenumStore *store, const char *path, GQuark domain, int code, const char *message)
{
  const char * const paths[] = { path, NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *before_path = fixture_export (store, PLENUM_PRIVACY_FULL, &before);
  g_autofree char *after_path = NULL;
  g_autofree char *place = g_strdup_printf ("%s:", path);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumImport) import = plenum_import_open (paths, NULL, NULL, &error);

  if (import != NULL)
    g_assert_false (plenum_import_perform (import, store, NULL, &error));
  g_assert_error (error, domain, code);
  if (!g_str_has_prefix (error->message, place) || strstr (error->message, message) == NULL)
    g_error ("“%s” does not begin with “%s” or does not hold “%s”", error->message, place, message);

  after_path = fixture_export (store, PLENUM_PRIVACY_FULL, &after);
  g_assert_cmpstr (before, ==, after);
  g_unlink (before_path);
  g_unlink (after_path);
}

typedef struct
{
  GRand    *rand;
  guint     n;
  gboolean  deletions;
} Work;

static const char *
random_text (GRand *rand)
{
  static const char * const texts[] = {
    "Mehr Radwege", "Straße sperren", "", "=1+2", "\"quoted\", with comma", "two\nlines\t", "ä € 😀 \xee\x80\x80",
    "\x01\x1e\x7f", "a\\b/c", "Idee", "need more trees", "-5",
  };

  return texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
}

static PlenumRecord *
random_record (PlenumStore *store, GRand *rand, PlenumRecordType type, const char *workshop)
{
  g_autoptr (GPtrArray) records = plenum_store_list (store, type, workshop == NULL ? -1 : 0, workshop, NULL);

  if (records->len == 0)
    return NULL;

  return g_object_ref (records->pdata[g_rand_int_range (rand, 0, records->len)]);
}

static void
set_random (PlenumStore *store, GRand *rand, PlenumRecord *record, guint i, const char *workshop)
{
  PlenumRecordType type = plenum_record_get_record_type (record);
  const PlenumField *field = &plenum_type_get_info (type)->fields[i];
  g_autofree char *json = NULL;

  switch (field->kind)
    {
    case PLENUM_FIELD_BOOLEAN:
      plenum_record_set_integer (record, i, g_rand_boolean (rand));
      break;

    case PLENUM_FIELD_INTEGER:
      plenum_record_set_integer (record, i, g_rand_int_range (rand, -3, 1000));
      break;

    case PLENUM_FIELD_TIME:
      plenum_record_set_integer (record, i, G_GINT64_CONSTANT (1700000000000) + g_rand_int (rand));
      break;

    case PLENUM_FIELD_REFERENCE:
      {
        g_autoptr (PlenumRecord) target = random_record (store, rand, field->target, workshop);

        if (field->target == PLENUM_WORKSHOP)
          plenum_record_set_text (record, i, workshop);
        else if (target != NULL)
          plenum_record_set_text (record, i, plenum_record_get_id (target));
        break;
      }

    case PLENUM_FIELD_JSON:
      json = g_strdup_printf ("{\"b%u\":%d,\"a\":[0.5,true,null,\"ß\"]}", g_rand_int_range (rand, 0, 3), g_rand_int_range (rand, -5, 5));
      if (strcmp (field->name, "choices") == 0)
        plenum_record_set_text (record, i, "{}");
      else
        plenum_record_set_text (record, i, json);
      break;

    case PLENUM_FIELD_TEXT:
    default:
      plenum_record_set_text (record, i, random_text (rand));
      break;
    }
}

static gboolean
add_random (PlenumEdit *edit, GRand *rand, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) workshop = random_record (store, rand, PLENUM_WORKSHOP, NULL);
  PlenumRecordType type = workshop == NULL || g_rand_int_range (rand, 0, 60) == 0
                            ? PLENUM_WORKSHOP : (PlenumRecordType) g_rand_int_range (rand, PLENUM_WORKSHOP + 1, PLENUM_N_TYPES);
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  g_autoptr (PlenumRecord) record = plenum_record_new (type, NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].required || g_rand_int_range (rand, 0, 3) == 0)
        set_random (store, rand, record, i, workshop != NULL ? plenum_record_get_id (workshop) : NULL);
      if (info->fields[i].required && plenum_record_is_null (record, i))
        return TRUE; /* there is nothing yet that it could refer to */
    }

  return plenum_edit_insert (edit, record, error);
}

static gboolean
populate (PlenumEdit *edit, gpointer data, GError **error)
{
  Work *work = data;

  for (guint i = 0; i < work->n; i++)
    if (!add_random (edit, work->rand, error))
      return FALSE;

  return TRUE;
}

static void
perform (PlenumStore *store, PlenumAction *action)
{
  g_autoptr (PlenumAction) own = action;
  g_autoptr (GError) error = NULL;

  plenum_store_perform (store, own, &error);
  g_assert_no_error (error);
}

void
fixture_populate (PlenumStore *store, GRand *rand, guint n_records)
{
  Work work = { rand, n_records };

  perform (store, plenum_action_new (plenum_label_new ("Populate"), populate, &work, NULL));
}

/* Deletes a record with all that needs it. */
static gboolean
delete_tree (PlenumEdit *edit, PlenumRecord *record, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  PlenumRecordType target = plenum_record_get_record_type (record);
  const char *id = plenum_record_get_id (record);
  g_autoptr (PlenumRecord) still = plenum_store_get (store, target, id, NULL);

  if (still == NULL)
    return TRUE;

  for (guint type = 0; type < PLENUM_N_TYPES; type++)
    for (guint i = 0; i < plenum_type_get_info (type)->n_fields; i++)
      {
        const PlenumField *field = &plenum_type_get_info (type)->fields[i];
        g_autoptr (GPtrArray) referrers = NULL;

        if (field->kind != PLENUM_FIELD_REFERENCE || field->target != target)
          continue;
        referrers = plenum_store_list (store, type, i, id, error);
        for (guint j = 0; j < referrers->len; j++)
          if (field->required ? !delete_tree (edit, referrers->pdata[j], error)
                              : !plenum_edit_set_text (edit, type, plenum_record_get_id (referrers->pdata[j]), i, NULL, error))
            return FALSE;
      }

  return plenum_edit_delete (edit, target, id, error);
}

static gboolean
change_random (PlenumEdit *edit, gpointer data, GError **error)
{
  Work *work = data;
  GRand *rand = work->rand;
  PlenumStore *store = plenum_edit_get_store (edit);
  PlenumRecordType type = g_rand_int_range (rand, 0, PLENUM_N_TYPES);
  g_autoptr (PlenumRecord) record = random_record (store, rand, type, NULL);
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  int what = g_rand_int_range (rand, 0, 10);

  if (record == NULL || what < 3)
    return add_random (edit, rand, error);
  if (what == 3 && work->deletions && type != PLENUM_WORKSHOP && type != PLENUM_BOARD)
    return delete_tree (edit, record, error);
  if (info->immutable)
    return TRUE;

  for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    {
      guint field = g_rand_int_range (rand, 0, info->n_fields);

      if (info->fields[field].kind == PLENUM_FIELD_REFERENCE && info->fields[field].required)
        continue;
      if (!info->fields[field].required && g_rand_boolean (rand))
        plenum_record_set_null (record, field);
      else
        set_random (store, rand, record, field,
                    type == PLENUM_WORKSHOP ? plenum_record_get_id (record) : plenum_record_get_text (record, 0));
    }

  return plenum_edit_update (edit, record, error);
}

/* One action: something is added, changed or, with @deletions, deleted. */
void
fixture_change (PlenumStore *store, GRand *rand, gboolean deletions)
{
  Work work = { rand, 1, deletions };

  perform (store, plenum_action_new (plenum_label_new ("Change"), change_random, &work, NULL));
}

/* Sends one library to another; gives how many texts lost. */
guint
fixture_send (PlenumStore *from, PlenumStore *to)
{
  g_autofree char *path = fixture_export (from, PLENUM_PRIVACY_FULL, NULL);
  g_autoptr (PlenumImport) import = fixture_import (to, path);

  return ((PlenumImportResult *) plenum_import_get_results (import)->pdata[0])->conflicts;
}

static gboolean
insert_all (PlenumEdit *edit, gpointer data, GError **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!plenum_edit_insert (edit, records->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* One action: these records are added, in their order. */
void
fixture_insert (PlenumStore *store, GPtrArray *records)
{
  perform (store, plenum_action_new (plenum_label_new ("Insert"), insert_all, records, NULL));
}

typedef struct
{
  PlenumRecordType  type;
  char             *id;
  guint             field;
  char             *text;
} Text;

static void
text_free (gpointer data)
{
  Text *text = data;

  g_free (text->id);
  g_free (text->text);
  g_free (text);
}

static gboolean
set_text (PlenumEdit *edit, gpointer data, GError **error)
{
  Text *text = data;

  return plenum_edit_set_text (edit, text->type, text->id, text->field, text->text, error);
}

/* Somebody writes a text. */
PlenumAction *
fixture_action_text (PlenumRecordType type, const char *id, guint field, const char *text)
{
  Text *change = g_new (Text, 1);

  *change = (Text) { type, g_strdup (id), field, g_strdup (text) };

  return plenum_action_new (plenum_label_new ("Change"), set_text, change, text_free);
}

void
fixture_set_text (PlenumStore *store, PlenumRecordType type, const char *id, guint field, const char *text)
{
  perform (store, fixture_action_text (type, id, field, text));
}

PlenumImport *
fixture_import_files (PlenumStore *store, const char * const *paths)
{
  g_autoptr (GError) error = NULL;
  PlenumImport *import = plenum_import_open (paths, NULL, NULL, &error);

  g_assert_no_error (error);
  plenum_import_perform (import, store, NULL, &error);
  g_assert_no_error (error);

  return import;
}

/* Importing the same again must change nothing. */
void
fixture_assert_nothing_new (PlenumStore *store, const char * const *paths)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (PlenumImport) import = NULL;

  g_free (fixture_export (store, PLENUM_PRIVACY_FULL, &before));
  import = fixture_import_files (store, paths);
  g_assert_cmpuint (plenum_import_count (import, PLENUM_IMPORT_ADDED), ==, 0);
  g_assert_cmpuint (plenum_import_count (import, PLENUM_IMPORT_CHANGED), ==, 0);
  g_free (fixture_export (store, PLENUM_PRIVACY_FULL, &after));
  g_assert_cmpstr (before, ==, after);
}

/* The folder of real data, or NULL with the test skipped. */
char *
fixture_find_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "..", "shared", "data", name, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&path);

  g_test_skip ("The real data is not beside the project");

  return NULL;
}
