/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PrefLib (Mattei and Walsh, preflib.org): rankings without and with ties, whole and
 * in part (.soc .soi .toc .toi), and options by category (.cat). Today's files begin
 * with "# KEY: value"; the older ones with the number of options and their names. */
#include "plenum-ballot-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  PlenumBallotFile *file;
  GHashTable       *names;        /* number, as written → name */
  GPtrArray        *categories;   /* their names */
  guint64           n;            /* alternatives */
  guint             n_categories;
  gboolean          old;          /* the older form: a comma after the number of ballots */
} PrefLib;

static gboolean
refuse_ballot (GError **error, const char *where)
{
  g_autofree char *valid = g_utf8_make_valid (where, 40);

  return plenum_ballot_file_refuse (error, _("This is no ballot from here on: “%s”. A ballot is how often it was cast, a colon, and numbers of options, such as “12: 3,{1,2}”."), valid);
}

/* "ALTERNATIVE NAME 3: Ana" */
static void
read_key (PrefLib *self, char *text)
{
  char *value = strchr (text, ':');

  if (value == NULL)
    return;
  *value++ = '\0';
  g_strstrip (value);
  g_strstrip (text);

  if (g_str_has_prefix (text, "ALTERNATIVE NAME "))
    g_hash_table_replace (self->names, g_strdup (text + strlen ("ALTERNATIVE NAME ")), plenum_ballot_file_read_name (value));
  else if (g_str_has_prefix (text, "CATEGORY NAME "))
    g_ptr_array_add (self->categories, plenum_ballot_file_read_name (value));
  else if (strcmp (text, "NUMBER ALTERNATIVES") == 0)
    self->n = g_ascii_strtoull (value, NULL, 10);
  else if (strcmp (text, "NUMBER CATEGORIES") == 0)
    self->n_categories = MIN (g_ascii_strtoull (value, NULL, 10), PLENUM_MOST_OPTIONS);
}

/* Categories are grades, or numbers from the highest down, unless settings say otherwise. */
static void
suggest_categories (PrefLib *self)
{
  g_autofree char *most = g_strdup_printf ("%u", MAX (self->n_categories, 2) - 1);
  g_autofree char *names = NULL;

  if (self->n_categories == 0)
    return;

  g_ptr_array_add (self->categories, NULL);
  names = g_strjoinv (",", (char **) self->categories->pdata);
  g_ptr_array_remove_index (self->categories, self->categories->len - 1);
  if (self->categories->len == self->n_categories)
    plenum_ballot_file_suggest (self->file, "grades", names);
  if (!plenum_ballot_file_has_kind (self->file, PLENUM_PAPER_CONSENT))
    plenum_ballot_file_suggest (self->file, "maximum", most);
}

static gboolean
begin (PrefLib *self, GError **error)
{
  if (self->n == 0 || self->n > PLENUM_MOST_OPTIONS)
    return plenum_ballot_file_refuse (error, _("The number of alternatives has to be from 1 to %d, and stand before the ballots."), PLENUM_MOST_OPTIONS);
  if (self->n_categories == 0 && !plenum_ballot_file_has_kind (self->file, PLENUM_PAPER_RANKING))
    return plenum_ballot_file_refuse_kind (self->file, error);

  suggest_categories (self);
  if (!plenum_ballot_file_begin (self->file, error))
    return FALSE;

  for (guint i = 1; i <= self->n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      const char *name = g_hash_table_lookup (self->names, id);

      if (!plenum_profile_add_option (self->file->profile, id, name != NULL ? name : id, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* "{1,2}" or "3": options that share a place, appended to the ranking. */
static gboolean
read_place (PrefLib *self, char **line, GError **error)
{
  gboolean braces = **line == '{';
  guint16 tied = 0;

  if (braces)
    (*line)++;
  for (plenum_ballot_text_skip_space (line); !braces || **line != '}'; plenum_ballot_text_skip_space (line))
    {
      guint64 number;
      guint16 entry;

      if (!plenum_ballot_text_read_number (line, self->n, &number) || number == 0)
        return refuse_ballot (error, *line);
      entry = (guint16) (number - 1) | tied;
      g_array_append_val (self->file->entries, entry);
      tied = PLENUM_RANK_TIED;
      if (!braces)
        return TRUE;
      plenum_ballot_text_skip_space (line);
      if (**line == ',')
        (*line)++;
    }

  (*line)++;
  return TRUE;
}

/* What an option in a category has on a ballot of the method. */
static gboolean
get_value (PrefLib *self, guint category, gint64 *value)
{
  PlenumPaperKind kind = plenum_method_get_paper_kind (plenum_method_find (self->file->method));

  switch (kind)
    {
    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_UTILITIES:
      *value = category == 0 ? 1 : 0;
      return TRUE;
    case PLENUM_PAPER_STANCES:
      *value = category == 0 ? 1 : category + 1 == self->n_categories ? -1 : 0;
      return TRUE;
    case PLENUM_PAPER_SCORES:
      *value = plenum_profile_get_integer (self->file->profile, "maximum") - category;
      return TRUE;
    case PLENUM_PAPER_GRADES:
      *value = category + 1;
      return TRUE;
    case PLENUM_PAPER_RESISTANCES:
    case PLENUM_PAPER_CONSENT:
      *value = category;
      return TRUE;
    case PLENUM_PAPER_POINTS:
    case PLENUM_PAPER_RANKING:
    case PLENUM_PAPER_CREDITS:
    case PLENUM_PAPER_PAIR:
    default:
      return FALSE;
    }
}

static gboolean
add_categories (PrefLib *self, guint category, guint start, GError **error)
{
  for (guint i = start; i < self->file->entries->len; i++)
    {
      PlenumChoice choice = { g_array_index (self->file->entries, guint16, i) & PLENUM_RANK_OPTION, 0 };

      if (!get_value (self, category, &choice.value))
        return plenum_ballot_file_refuse_kind (self->file, error);
      g_array_append_val (self->file->choices, choice);
    }

  return TRUE;
}

/* "12: 3,{1,2}" */
static gboolean
read_ballot (PrefLib *self, char *line, GError **error)
{
  gboolean ranked = plenum_ballot_file_has_kind (self->file, PLENUM_PAPER_RANKING);
  char *start = line;
  guint64 copies;

  g_array_set_size (self->file->entries, 0);
  g_array_set_size (self->file->choices, 0);
  if (!plenum_ballot_text_read_number (&line, PLENUM_MOST_PEOPLE, &copies))
    return refuse_ballot (error, start);
  plenum_ballot_text_skip_space (&line);
  if (*line != (self->old ? ',' : ':'))
    return refuse_ballot (error, line);
  line++;
  plenum_ballot_text_skip_space (&line);

  for (guint category = 0; *line != '\0'; category++)
    {
      guint before = self->file->entries->len;

      if (!read_place (self, &line, error) || (!ranked && !add_categories (self, category, before, error)))
        return FALSE;
      plenum_ballot_text_skip_space (&line);
      if (*line == ',')
        line++;
      else if (*line != '\0')
        return refuse_ballot (error, line);
      plenum_ballot_text_skip_space (&line);
    }

  if (copies == 0)
    return TRUE;
  if (!ranked)
    return plenum_ballot_file_add_choices (self->file, copies, NULL, error);
  return plenum_profile_add_ranking (self->file->profile, (const guint16 *) self->file->entries->data,
                                     self->file->entries->len, copies, error);
}

/* The number of options, "1,Name" for each, and a line of sums. */
static gboolean
read_old_head (PrefLib *self, char *line, GCancellable *cancellable, GError **error)
{
  if (!plenum_ballot_text_read_number (&line, PLENUM_MOST_OPTIONS, &self->n) || *line != '\0')
    return plenum_ballot_file_refuse (error, _("The first line has neither a key as in “# TITLE: …” nor the number of options."));

  self->old = TRUE;
  for (guint i = 0; i <= self->n; i++)
    {
      char *text = plenum_ballot_file_next (self->file, cancellable, error);
      char *comma = text != NULL ? strchr (text, ',') : NULL;

      if (text == NULL)
        return *error == NULL ? plenum_ballot_file_refuse (error, _("The file ends before the ballots.")) : FALSE;
      if (i == self->n || comma == NULL)
        continue;
      *comma = '\0';
      g_hash_table_replace (self->names, g_strdup (text), plenum_ballot_file_read_name (comma + 1));
    }

  return TRUE;
}

static gboolean
read_lines (PrefLib *self, GCancellable *cancellable, GError **error)
{
  gboolean first = TRUE;
  char *line;

  while ((line = plenum_ballot_file_next (self->file, cancellable, error)) != NULL)
    {
      if (*line == '#')
        {
          read_key (self, line + 1);
          first = FALSE;
          continue;
        }
      if (self->file->profile == NULL && first)
        {
          if (!read_old_head (self, line, cancellable, error) || !begin (self, error))
            return FALSE;
          continue;
        }
      if ((self->file->profile == NULL && !begin (self, error)) || !read_ballot (self, line, error))
        return FALSE;
    }

  return *error == NULL && (self->file->profile != NULL || begin (self, error));
}

gboolean
plenum_preflib_read (PlenumBallotFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) categories = g_ptr_array_new_with_free_func (g_free);
  PrefLib self = { file, names, categories };
  g_autoptr (GError) why = NULL;

  if (read_lines (&self, cancellable, &why))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}
