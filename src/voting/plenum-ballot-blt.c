/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BLT, the format of STV elections (Wichmann and Hill; ERS, OpenSTV): a line with the
 * numbers of options and seats, withdrawn ones below 0, ballots "weight 3 1=2 - 4 0",
 * a 0, names, a title. "=" joins equal ranks, "-" is a rank left out, and what stands
 * behind a "#" is a comment. */
#include "plenum-ballot-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAME_COMMENT "# ALTERNATIVE NAME "

typedef struct
{
  PlenumBallotFile *file;
  guint             n;       /* candidates, withdrawn ones included */
  gint32           *options; /* by number from 1: its option, or -1 if it was withdrawn */
} Blt;

/* The next line of the head and the ballots, without its comment. */
static char *
next_line (Blt *blt, GCancellable *cancellable, GError **error)
{
  char *line;

  do
    {
      line = plenum_ballot_file_next (blt->file, cancellable, error);
      if (line == NULL)
        return NULL;
      line[strcspn (line, "#")] = '\0';
    }
  while (*g_strchomp (line) == '\0');

  return line;
}

static gboolean
refuse_ballot (GError **error, const char *where)
{
  g_autofree char *valid = g_utf8_make_valid (where, 40);

  return plenum_ballot_file_refuse (error, _("This is no ballot from here on: “%s”. A ballot is its number, options from the best on, and 0 at the end, such as “12 3 1 2 0”."), valid);
}

static gboolean
read_withdrawn (Blt *blt, char *line, GError **error)
{
  while (*line != '\0')
    {
      guint64 number;

      if (*line++ != '-' || !plenum_ballot_text_read_number (&line, blt->n, &number) || number == 0)
        return plenum_ballot_file_refuse (error, _("Withdrawn options are numbers from −1 to −%u."), blt->n);
      blt->options[number] = -1;
      plenum_ballot_text_skip_space (&line);
    }

  return TRUE;
}

static gboolean
add_options (Blt *blt, GError **error)
{
  gint32 next = 0;

  for (guint i = 1; i <= blt->n; i++)
    if (blt->options[i] >= 0)
      {
        g_autofree char *id = g_strdup_printf ("%u", i);

        blt->options[i] = next++;
        if (!plenum_profile_add_option (blt->file->profile, id, id, NULL, error))
          return FALSE;
      }

  return TRUE;
}

/* The ranks of a ballot up to its 0, withdrawn ones left out. */
static gboolean
read_ranks (Blt *blt, char **line, GError **error)
{
  GArray *entries = blt->file->entries;
  guint16 flags = 0;
  gboolean equal = FALSE, group_begun = FALSE;
  guint64 number;

  g_array_set_size (entries, 0);
  for (;; plenum_ballot_text_skip_space (line))
    {
      if (**line == '-' && !equal)
        {
          (*line)++;
          flags = PLENUM_RANK_GAP;
          continue;
        }
      if (!plenum_ballot_text_read_number (line, blt->n, &number))
        return refuse_ballot (error, *line);
      if (number == 0)
        return equal ? refuse_ballot (error, "0") : TRUE;

      group_begun = equal && group_begun;
      if (blt->options[number] >= 0)
        {
          guint16 entry = (guint16) blt->options[number] | (group_begun ? PLENUM_RANK_TIED : flags);

          g_array_append_val (entries, entry);
          group_begun = TRUE;
          flags = 0;
        }
      plenum_ballot_text_skip_space (line);
      equal = **line == '=';
      if (equal)
        (*line)++;
    }
}

/* A ballot that weighs a fraction goes the long way. */
static gboolean
add_weighted (Blt *blt, const char *weight, GError **error)
{
  g_autoptr (PlenumRational) number = plenum_rational_new_from_text (weight);
  g_autofree char *fraction = number != NULL ? plenum_rational_to_text (number) : NULL;
  gint64 rank = 0;

  if (fraction == NULL)
    return refuse_ballot (error, weight);

  g_array_set_size (blt->file->choices, 0);
  for (guint i = 0; i < blt->file->entries->len; i++)
    {
      guint16 entry = g_array_index (blt->file->entries, guint16, i);
      PlenumChoice choice = { entry & PLENUM_RANK_OPTION, 0 };

      choice.value = rank = plenum_ranking_next_rank (entry, i, rank);
      g_array_append_val (blt->file->choices, choice);
    }

  return plenum_ballot_file_add_choices (blt->file, 1, fraction, error);
}

/* "12 3 1 2 0", perhaps with the ballot's own id in front: "(B7) 1 3 0" */
static gboolean
read_ballot (Blt *blt, char *line, GError **error)
{
  char *weight, *start;
  guint64 copies = 0;
  gboolean whole;

  if (*line == '(' && strchr (line, ')') != NULL)
    line = strchr (line, ')') + 1;
  plenum_ballot_text_skip_space (&line);
  start = weight = line;
  whole = plenum_ballot_text_read_number (&line, PLENUM_MOST_PEOPLE, &copies);
  if (!whole || (*line != ' ' && *line != '\t'))
    {
      whole = FALSE;
      line = weight + strcspn (weight, " \t");
    }
  if (*line == '\0')
    return refuse_ballot (error, start);

  *line++ = '\0';
  plenum_ballot_text_skip_space (&line);
  if (!read_ranks (blt, &line, error))
    return FALSE;
  plenum_ballot_text_skip_space (&line);
  if (*line != '\0')
    return refuse_ballot (error, line);

  if (!whole)
    return add_weighted (blt, weight, error);
  if (copies == 0)
    return TRUE;
  return plenum_profile_add_ranking (blt->file->profile, (const guint16 *) blt->file->entries->data,
                                     blt->file->entries->len, copies, error);
}

static gboolean
read_ballots (Blt *blt, char *line, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) why = NULL;

  for (; line != NULL; line = next_line (blt, cancellable, &why))
    {
      if (strcmp (line, "0") == 0)
        return TRUE;
      if (!read_ballot (blt, line, error))
        return FALSE;
    }

  if (why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  return plenum_ballot_file_refuse (error, _("The file ends among the ballots: a line with 0 has to follow them."));
}

static void
set_name (Blt *blt, guint64 number, const char *text)
{
  g_autofree char *name = plenum_ballot_file_read_name (text);

  if (number >= 1 && number <= blt->n && blt->options[number] >= 0)
    plenum_profile_set_option_text (blt->file->profile, blt->options[number], name);
}

/* What follows on the quoted name is a comment. */
static char *
cut_name (char *line)
{
  char *end = *line == '"' ? strrchr (line + 1, '"') : NULL;

  if (end != NULL && *g_strchug (end + 1) == '#')
    end[1] = '\0';

  return line;
}

/* A name a line, or comments as PrefLib has them; then a title. */
static gboolean
read_names (Blt *blt, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) why = NULL;
  char *line;

  while ((line = plenum_ballot_file_next (blt->file, cancellable, &why)) != NULL)
    {
      char *name = line + strlen (NAME_COMMENT);
      guint64 number;

      if (*line != '#')
        g_ptr_array_add (names, g_strdup (cut_name (line)));
      else if (g_str_has_prefix (line, NAME_COMMENT) && plenum_ballot_text_read_number (&name, blt->n, &number) && *name == ':')
        set_name (blt, number, g_strstrip (name + 1));
    }

  if (why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  for (guint i = 0; names->len >= blt->n && i < blt->n; i++)
    set_name (blt, i + 1, names->pdata[i]);
  return TRUE;
}

static gboolean
read_head (Blt *blt, char *line, GError **error)
{
  guint64 n = 0, seats = 0;
  g_autofree char *text = NULL;

  if (line == NULL || !plenum_ballot_text_read_number (&line, PLENUM_MOST_OPTIONS, &n) || n == 0)
    return plenum_ballot_file_refuse (error, _("The first line must have the number of options, at most %d, and the number of seats, such as “9 4”."), PLENUM_MOST_OPTIONS);
  plenum_ballot_text_skip_space (&line);
  if (!plenum_ballot_text_read_number (&line, PLENUM_MOST_OPTIONS, &seats) || seats == 0 || *line != '\0')
    return plenum_ballot_file_refuse (error, _("The first line must have the number of options, at most %d, and the number of seats, such as “9 4”."), PLENUM_MOST_OPTIONS);

  text = g_strdup_printf ("%u", (guint) seats);
  blt->n = n;
  blt->options = g_new0 (gint32, n + 1);
  plenum_ballot_file_suggest (blt->file, "seats", text);
  return plenum_ballot_file_begin (blt->file, error);
}

/* What stands between the head and the ballots. */
static char *
skip_to_ballots (Blt *blt, GCancellable *cancellable, GError **error)
{
  char *line;

  while ((line = next_line (blt, cancellable, error)) != NULL && (*line == '-' || *line == '['))
    if (*line == '-' && !read_withdrawn (blt, line, error))
      return NULL;

  return line;
}

gboolean
plenum_blt_read (PlenumBallotFile *file, GCancellable *cancellable, GError **error)
{
  Blt blt = { file };
  g_autofree gint32 *options = NULL;
  g_autoptr (GError) why = NULL;
  char *line;

  if (!plenum_ballot_file_has_kind (file, PLENUM_PAPER_RANKING))
    return plenum_ballot_file_refuse_kind (file, error);

  line = next_line (&blt, cancellable, &why);
  if (why == NULL && read_head (&blt, line, &why))
    line = skip_to_ballots (&blt, cancellable, &why);
  options = blt.options;
  if (why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }

  return add_options (&blt, error)
         && read_ballots (&blt, line, cancellable, error)
         && read_names (&blt, cancellable, error);
}
