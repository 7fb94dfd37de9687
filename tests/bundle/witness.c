/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "witness.h"

#include <sqlite3.h>

/* A text that somebody wrote in some place, or that they took away. */
typedef struct
{
  char         *place; /* id and field */
  char         *text;  /* nullable */
  WitnessSight  past;  /* what they had seen */
  gpointer      copy;  /* where */
  gboolean      given_up;
} Write;

typedef struct
{
  Witness      *witness;
  PlenumStore  *store;
  GHashTable   *texts; /* place → text, as announced */
  WitnessSight  sight;
  gboolean      passive;   /* what changes now was written elsewhere */
  gboolean      giving_up; /* an import is taken back, with what was written into it */
} Copy;

struct _Witness
{
  Copy   copies[WITNESS_COPIES];
  GArray *writes; /* Write */
};

static void
clear_write (gpointer data)
{
  Write *write = data;

  g_free (write->place);
  g_free (write->text);
}

Witness *
witness_new (void)
{
  Witness *self = g_new0 (Witness, 1);

  self->writes = g_array_new (FALSE, TRUE, sizeof (Write));
  g_array_set_clear_func (self->writes, clear_write);
  for (guint i = 0; i < WITNESS_COPIES; i++)
    {
      self->copies[i].witness = self;
      self->copies[i].texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    }

  return self;
}

void
witness_free (Witness *self)
{
  g_array_unref (self->writes);
  for (guint i = 0; i < WITNESS_COPIES; i++)
    g_hash_table_unref (self->copies[i].texts);
  g_free (self);
}

static gboolean
has (const WitnessSight *sight, guint write)
{
  return (sight->bits[write / 64] >> write % 64 & 1) != 0;
}

/* What a person may have typed. The rest is chosen, counted or made by the program. */
static gboolean
is_watched (PlenumRecordType type, const PlenumField *field)
{
  static const char * const chosen[] = {
    "kind", "colour", "position", "state", "layout", "method", "template", "date", "end_date", "retention_date",
    "language", "source_system", "source_id", "source_url", "origin", "size", "form", "channel", "verdict", "sector",
    "weight", "cost", "pseudonym", "collector", "receipt", "source", "idea", "other", "theme", NULL
  };

  return (field->kind == PLENUM_FIELD_TEXT && !g_strv_contains (chosen, field->name))
         || (type == PLENUM_BALLOT && g_str_equal (field->name, "choices"));
}

static void
write_down (Copy *self, const char *place, const char *text)
{
  Witness *witness = self->witness;
  Write entry = { g_strdup (place), g_strdup (text), self->sight, self, FALSE };
  guint number = witness->writes->len;

  g_assert_cmpuint (number, <, WITNESS_WORDS * 64);
  g_array_append_val (witness->writes, entry);
  self->sight.bits[number / 64] |= G_GUINT64_CONSTANT (1) << number % 64;
}

/* A ballot never changes and has no stamps: once others know that it was
 * withdrawn, taking the withdrawal back does not reach them. */
static gboolean
is_cast_again (Copy *self, const char *place, const char *text)
{
  if (text == NULL || !g_str_has_suffix (place, " choices"))
    return FALSE;

  for (guint i = 0; i < self->witness->writes->len; i++)
    if (g_str_equal (g_array_index (self->witness->writes, Write, i).place, place))
      return TRUE;

  return FALSE;
}

static void
give_up (Copy *self, const char *place)
{
  for (guint i = 0; i < self->witness->writes->len; i++)
    {
      Write *entry = &g_array_index (self->witness->writes, Write, i);

      entry->given_up |= entry->copy == self && g_str_equal (entry->place, place);
    }
}

static void
see_text (Copy *self, const char *place, const char *text)
{
  if (g_strcmp0 (g_hash_table_lookup (self->texts, place), text) == 0)
    return;

  if (!self->passive && !is_cast_again (self, place, text))
    write_down (self, place, text);
  if (self->giving_up)
    give_up (self, place);
  if (text != NULL)
    g_hash_table_insert (self->texts, g_strdup (place), g_strdup (text));
  else
    g_hash_table_remove (self->texts, place);
}

static void
listen (PlenumChanges *changes, gpointer user_data)
{
  g_assert_false (plenum_changes_get_everything (changes));
  for (guint i = 0; i < plenum_changes_get_length (changes); i++)
    {
      const PlenumChange *change = plenum_changes_get (changes, i);
      const PlenumTypeInfo *info = plenum_type_get_info (change->type);

      for (guint field = 0; field < info->n_fields; field++)
        if (is_watched (change->type, &info->fields[field]))
          {
            g_autofree char *place = g_strdup_printf ("%s %s", change->id, info->fields[field].name);

            see_text (user_data, place, change->record != NULL ? plenum_record_get_text (change->record, field) : NULL);
          }
    }
}

/* From now on hears what is done to @store, the library of that copy. */
void
witness_follow (Witness *self, guint copy, PlenumStore *store)
{
  self->copies[copy].store = store;
  plenum_store_set_listener (store, listen, &self->copies[copy]);
}

WitnessSight
witness_look (Witness *self, guint copy)
{
  return self->copies[copy].sight;
}

/* What changes until witness_settle() comes with what was seen elsewhere; or, where
 * @sight is %NULL, with an import that is taken back or done again. */
void
witness_arrive (Witness *self, guint copy, const WitnessSight *sight)
{
  self->copies[copy].passive = TRUE;
  self->copies[copy].giving_up = sight == NULL;
  for (guint i = 0; sight != NULL && i < WITNESS_WORDS; i++)
    self->copies[copy].sight.bits[i] |= sight->bits[i];
}

void
witness_settle (Witness *self, guint copy)
{
  self->copies[copy].passive = FALSE;
  self->copies[copy].giving_up = FALSE;
}

guint
witness_count (Witness *self)
{
  return self->writes->len;
}

static void
list_kept (PlenumStore *store, GHashTable *kept)
{
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (plenum_store_get_path (store), &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, "SELECT record || ' ' || field || ' ' || value FROM conflict", -1,
                                       &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_hash_table_add (kept, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  sqlite3_close (database);
}

/* Whether somebody replaced it who had seen it, be it as another had written the same. */
static gboolean
is_replaced (Witness *self, guint number)
{
  Write *old = &g_array_index (self->writes, Write, number);

  for (guint i = 0; i < self->writes->len; i++)
    {
      Write *later = &g_array_index (self->writes, Write, i);

      for (guint k = 0; k < i && g_str_equal (later->place, old->place); k++)
        {
          Write *same = &g_array_index (self->writes, Write, k);

          if (g_str_equal (same->place, old->place) && g_strcmp0 (same->text, old->text) == 0 && has (&later->past, k)
              && g_strcmp0 (later->text, old->text) != 0)
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_there (Witness *self, const Write *entry)
{
  for (guint i = 0; i < WITNESS_COPIES; i++)
    if (g_strcmp0 (g_hash_table_lookup (self->copies[i].texts, entry->place), entry->text) == 0)
      return TRUE;

  return FALSE;
}

/* The texts that are neither in their place, nor kept as one that lost, nor
 * replaced by somebody who had read them: place and text. */
GPtrArray *
witness_missing (Witness *self)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < WITNESS_COPIES; i++)
    if (self->copies[i].store != NULL)
      list_kept (self->copies[i].store, kept);

  for (guint i = 0; i < self->writes->len; i++)
    {
      Write *entry = &g_array_index (self->writes, Write, i);
      g_autofree char *key = g_strconcat (entry->place, " ", entry->text, NULL);

      /* Who emptied a place wrote nothing there that could be lost. */
      if (entry->text != NULL && *entry->text != '\0' && !entry->given_up && !is_there (self, entry) && !is_replaced (self, i) && !g_hash_table_contains (kept, key))
        g_ptr_array_add (missing, g_steal_pointer (&key));
    }

  return missing;
}
