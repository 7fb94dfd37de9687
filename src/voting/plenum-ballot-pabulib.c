/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PaBuLib (Faliszewski et al., "Participatory Budgeting: Data, Tools, and Analysis",
 * IJCAI 2023; pabulib.org): sections META, PROJECTS and VOTES, each a table with
 * semicolons. Votes are approvals, points (cumulative, scoring) or an order. */
#include "plenum-ballot-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum { APPROVAL, POINTS, ORDER } VoteType;

typedef struct
{
  PlenumBallotFile *file;
  VoteType          type;
  GStrv             header; /* of the section */
  gboolean          in_header;
  char              section; /* 'M', 'P', 'V', or NUL before the first */
} PaBuLib;

/* Fields between semicolons, quotes around them taken off. */
static GStrv
split (const char *line)
{
  GStrvBuilder *fields = g_strv_builder_new ();
  g_autoptr (GString) field = g_string_new (NULL);
  gboolean quoted = FALSE;
  GStrv result;

  for (const char *c = line;; c++)
    {
      if (*c == '"' && quoted && c[1] == '"')
        g_string_append_c (field, *++c);
      else if (*c == '"' && (quoted || field->len == 0))
        quoted = !quoted;
      else if (*c == '\0' || (*c == ';' && !quoted))
        {
          g_autofree char *name = plenum_ballot_file_read_name (field->str);

          g_strv_builder_add (fields, g_strstrip (name));
          g_string_truncate (field, 0);
        }
      else
        g_string_append_c (field, *c);
      if (*c == '\0')
        break;
    }

  result = g_strv_builder_end (fields);
  g_strv_builder_unref (fields);
  return result;
}

/* The field below a heading, or %NULL. */
static const char *
get_field (PaBuLib *self, GStrv fields, const char *heading)
{
  for (guint i = 0; self->header[i] != NULL && fields[i] != NULL; i++)
    if (strcmp (self->header[i], heading) == 0)
      return fields[i];

  return NULL;
}

static gboolean
read_meta (PaBuLib *self, GStrv fields, GError **error)
{
  const char *value = fields[0] != NULL ? fields[1] : NULL;

  if (value == NULL)
    return TRUE;

  if (strcmp (fields[0], "budget") == 0)
    {
      g_autofree char *budget = g_strdelimit (g_strdup (value), ",", '.');
      g_autoptr (PlenumRational) amount = plenum_rational_new_from_text (budget);

      if (amount == NULL)
        return plenum_ballot_file_refuse (error, _("“%s” is no budget: it is a number such as “461000” or “12.50”."), value);
      plenum_ballot_file_suggest (self->file, "budget", budget);
    }
  else if (strcmp (fields[0], "vote_type") == 0)
    {
      if (strcmp (value, "approval") == 0 || strcmp (value, "choose-1") == 0)
        self->type = APPROVAL;
      else if (strcmp (value, "cumulative") == 0 || strcmp (value, "scoring") == 0)
        self->type = POINTS;
      else if (strcmp (value, "ordinal") == 0)
        self->type = ORDER;
      else
        return plenum_ballot_file_refuse (error, _("“%s” is no kind of votes: they are approval, cumulative, scoring or ordinal."), value);
    }

  return TRUE;
}

/* Whether the method counts votes of that type. */
static gboolean
check_kind (PaBuLib *self, GError **error)
{
  PlenumPaperKind kind = plenum_method_get_paper_kind (plenum_method_find (self->file->method));
  gboolean fits = self->type == ORDER ? kind == PLENUM_PAPER_RANKING
                  : kind == PLENUM_PAPER_SET || kind == PLENUM_PAPER_UTILITIES
                    || (self->type == POINTS && (kind == PLENUM_PAPER_POINTS || kind == PLENUM_PAPER_SCORES));

  return fits || plenum_ballot_file_refuse_kind (self->file, error);
}

static gboolean
read_project (PaBuLib *self, GStrv fields, GError **error)
{
  const char *id = get_field (self, fields, "project_id");
  const char *cost = get_field (self, fields, "cost");
  const char *name = get_field (self, fields, "name");
  g_autofree char *amount = cost != NULL ? g_strdelimit (g_strdup (cost), ",", '.') : NULL;

  if (id == NULL || *id == '\0' || amount == NULL)
    return plenum_ballot_file_refuse (error, _("Every project needs a project_id and a cost."));

  return plenum_profile_add_option (self->file->profile, id, name != NULL && *name != '\0' ? name : id, amount, error);
}

static gboolean
read_points (const char *text, gint64 *points, GError **error)
{
  if (text != NULL && g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, points, NULL))
    return TRUE;

  return plenum_ballot_file_refuse (error, _("Every project in a vote needs points, which are whole numbers."));
}

static gboolean
read_vote (PaBuLib *self, GStrv fields, GError **error)
{
  const char *vote = get_field (self, fields, "vote");
  const char *given = get_field (self, fields, "points");
  g_auto (GStrv) ids = g_strsplit (vote != NULL ? vote : "", ",", -1);
  g_auto (GStrv) points = g_strsplit (given != NULL ? given : "", ",", -1);
  guint n_points = g_strv_length (points);

  if (vote == NULL)
    return plenum_ballot_file_refuse (error, _("This line has no vote: the heading of the votes says in which column it is."));

  g_array_set_size (self->file->choices, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      PlenumChoice choice = { 0, self->type == ORDER ? (gint64) i + 1 : 1 };
      const char *id = g_strstrip (ids[i]);

      if (*id == '\0')
        continue;
      if (!plenum_profile_find_option (self->file->profile, id, &choice.option))
        return plenum_ballot_file_refuse (error, _("There is no project “%s”."), id);
      if (self->type == POINTS && !read_points (i < n_points ? g_strstrip (points[i]) : NULL, &choice.value, error))
        return FALSE;
      if (self->type == POINTS && plenum_ballot_file_has_kind (self->file, PLENUM_PAPER_SET))
        choice.value = choice.value > 0 ? 1 : 0;
      g_array_append_val (self->file->choices, choice);
    }

  return plenum_ballot_file_add_choices (self->file, 1, NULL, error);
}

static gboolean
begin_section (PaBuLib *self, char section, GError **error)
{
  static const char order[] = "MPV";
  const char *expected = self->section == '\0' ? order : strchr (order, self->section) + 1;

  if (*expected != section)
    return plenum_ballot_file_refuse (error, _("The sections have to be META, PROJECTS and VOTES, in this order."));

  self->section = section;
  self->in_header = TRUE;
  return section != 'P' || (check_kind (self, error) && plenum_ballot_file_begin (self->file, error));
}

static gboolean
read_line (PaBuLib *self, const char *line, GError **error)
{
  g_auto (GStrv) fields = NULL;

  if (strcmp (line, "META") == 0 || strcmp (line, "PROJECTS") == 0 || strcmp (line, "VOTES") == 0)
    return begin_section (self, *line, error);
  if (self->section == '\0')
    return plenum_ballot_file_refuse (error, _("The sections have to be META, PROJECTS and VOTES, in this order."));

  fields = split (line);
  if (self->in_header)
    {
      self->in_header = FALSE;
      g_strfreev (self->header);
      self->header = g_steal_pointer (&fields);
      return TRUE;
    }

  switch (self->section)
    {
    case 'M':
      return read_meta (self, fields, error);
    case 'P':
      return read_project (self, fields, error);
    default:
      return read_vote (self, fields, error);
    }
}

gboolean
plenum_pabulib_read (PlenumBallotFile *file, GCancellable *cancellable, GError **error)
{
  PaBuLib self = { file };
  g_auto (GStrv) header = NULL;
  g_autoptr (GError) why = NULL;
  gboolean done = TRUE;
  char *line;

  while (done && (line = plenum_ballot_file_next (file, cancellable, &why)) != NULL)
    done = read_line (&self, line, &why);
  header = self.header;

  if (why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }

  return self.section == 'V' || plenum_ballot_file_refuse (error, _("The sections have to be META, PROJECTS and VOTES, in this order."));
}
