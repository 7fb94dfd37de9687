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
  GPtrArray        *header;    /* owned, of the section */
  GPtrArray        *fields;    /* of the line that was read last, in it or in converted */
  GPtrArray        *converted; /* owned: what of that line was no UTF-8 */
  gboolean          in_header;
  char              section; /* 'M', 'P', 'V', or NUL before the first */
} PaBuLib;

/* Without space around it, in place. */
static char *
strip (char *start, char *end)
{
  while (end > start && g_ascii_isspace (end[-1]))
    end--;
  *end = '\0';
  while (g_ascii_isspace (*start))
    start++;

  return start;
}

/* What stands before the next semicolon, in place: quotes around it are taken off.
 * @rest is %NULL after the last. */
static char *
take_field (PaBuLib *self, char **rest)
{
  char *start = *rest, *end = start, *c;
  gboolean quoted = FALSE;

  for (c = start; *c != '\0' && (quoted || *c != ';'); c++)
    {
      if (*c == '"' && quoted && c[1] == '"')
        *end++ = *++c;
      else if (*c == '"' && (quoted || end == start))
        quoted = !quoted;
      else
        *end++ = *c;
    }

  *rest = *c == ';' ? c + 1 : NULL;
  *end = '\0';
  if (!g_utf8_validate (start, end - start, NULL))
    {
      start = plenum_ballot_file_read_name (start);
      end = start + strlen (start);
      g_ptr_array_add (self->converted, start);
    }

  return strip (start, end);
}

static void
split (PaBuLib *self, char *line)
{
  g_ptr_array_set_size (self->fields, 0);
  g_ptr_array_set_size (self->converted, 0);
  for (char *rest = line; rest != NULL;)
    g_ptr_array_add (self->fields, take_field (self, &rest));
}

static void
keep_header (PaBuLib *self)
{
  g_ptr_array_set_size (self->header, 0);
  for (guint i = 0; i < self->fields->len; i++)
    g_ptr_array_add (self->header, g_strdup (self->fields->pdata[i]));
}

/* The field below a heading, or %NULL. */
static char *
get_field (PaBuLib *self, const char *heading)
{
  for (guint i = 0; i < MIN (self->header->len, self->fields->len); i++)
    if (strcmp (self->header->pdata[i], heading) == 0)
      return self->fields->pdata[i];

  return NULL;
}

static gboolean
read_meta (PaBuLib *self, GError **error)
{
  const char *key = self->fields->pdata[0];
  const char *value = self->fields->len > 1 ? self->fields->pdata[1] : NULL;

  if (value == NULL)
    return TRUE;

  if (strcmp (key, "budget") == 0)
    {
      g_autofree char *budget = g_strdelimit (g_strdup (value), ",", '.');
      g_autoptr (PlenumRational) amount = plenum_rational_new_from_text (budget);

      if (amount == NULL)
        return plenum_ballot_file_refuse (error, _("“%s” is no budget: it is a number such as “461000” or “12.50”."), value);
      plenum_ballot_file_suggest (self->file, "budget", budget);
    }
  else if (strcmp (key, "vote_type") == 0)
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
read_project (PaBuLib *self, GError **error)
{
  const char *id = get_field (self, "project_id");
  const char *cost = get_field (self, "cost");
  const char *name = get_field (self, "name");
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

/* What stands before the next comma, in place; %NULL after the last. */
static char *
take_part (char **rest)
{
  char *part = *rest, *end;

  if (part == NULL)
    return NULL;

  end = part + strcspn (part, ",");
  *rest = *end == ',' ? end + 1 : NULL;
  return strip (part, end);
}

static gboolean
read_vote (PaBuLib *self, GError **error)
{
  char *ids = get_field (self, "vote");
  char *given = self->type == POINTS ? get_field (self, "points") : NULL;
  char *id;

  if (ids == NULL)
    return plenum_ballot_file_refuse (error, _("This line has no vote: the heading of the votes says in which column it is."));

  g_array_set_size (self->file->choices, 0);
  for (gint64 rank = 1; (id = take_part (&ids)) != NULL; rank++)
    {
      PlenumChoice choice = { 0, self->type == ORDER ? rank : 1 };
      const char *points = take_part (&given);

      if (*id == '\0')
        continue;
      if (!plenum_profile_find_option (self->file->profile, id, &choice.option))
        return plenum_ballot_file_refuse (error, _("There is no project “%s”."), id);
      if (self->type == POINTS && !read_points (points, &choice.value, error))
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
read_line (PaBuLib *self, char *line, GError **error)
{
  if (strcmp (line, "META") == 0 || strcmp (line, "PROJECTS") == 0 || strcmp (line, "VOTES") == 0)
    return begin_section (self, *line, error);
  if (self->section == '\0')
    return plenum_ballot_file_refuse (error, _("The sections have to be META, PROJECTS and VOTES, in this order."));

  split (self, line);
  if (self->in_header)
    {
      self->in_header = FALSE;
      keep_header (self);
      return TRUE;
    }

  switch (self->section)
    {
    case 'M':
      return read_meta (self, error);
    case 'P':
      return read_project (self, error);
    default:
      return read_vote (self, error);
    }
}

gboolean
plenum_pabulib_read (PlenumBallotFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) header = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GPtrArray) converted = g_ptr_array_new_with_free_func (g_free);
  PaBuLib self = { file, APPROVAL, header, fields, converted, FALSE, '\0' };
  g_autoptr (GError) why = NULL;
  gboolean done = TRUE;
  char *line;

  while (done && (line = plenum_ballot_file_next (file, cancellable, &why)) != NULL)
    done = read_line (&self, line, &why);

  if (why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }

  return self.section == 'V' || plenum_ballot_file_refuse (error, _("The sections have to be META, PROJECTS and VOTES, in this order."));
}
