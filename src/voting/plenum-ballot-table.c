/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table (CSV): the header has the options, each further row is a ballot, and what
 * stands in a cell depends on the method. Columns before the options, where there are
 * some, say what a ballot weighs or how many took part in a show of hands, and that the
 * first row has what the options cost. */
#include "plenum-ballot-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-reasons.h"

typedef struct
{
  PlenumBallotFile *file;
  GPtrArray        *reasons;   /* by choice, %NULL where there is none */
  guint             n_columns; /* before the options */
  guint             weight;    /* which of them has the weight, or %G_MAXUINT */
  guint             hands;     /* the same for how many took part in a show of hands */
  guint             row;       /* the same for what a row is, unless a ballot */
  gboolean          at_ballot; /* a row was read that is still to be looked at */
} Table;

static gboolean
read_row (Table *table, GCancellable *cancellable, GError **error)
{
  return plenum_csv_reader_read (table->file->table, cancellable, error);
}

/* Without space around it. */
static char *
read_field (Table *table, guint column)
{
  return g_strstrip (g_strdup (plenum_csv_plain_text (plenum_csv_reader_get_field (table->file->table, column))));
}

static void
read_columns (Table *table)
{
  struct { const char *heading; guint *column; } columns[] = {
    { PLENUM_TABLE_WEIGHT, &table->weight }, { PLENUM_TABLE_HANDS, &table->hands }, { PLENUM_TABLE_ROW, &table->row },
  };
  gboolean found = TRUE;

  table->weight = table->hands = table->row = G_MAXUINT;
  while (found)
    {
      g_autofree char *heading = read_field (table, table->n_columns);

      found = FALSE;
      for (guint i = 0; !found && i < G_N_ELEMENTS (columns); i++)
        if (*columns[i].column == G_MAXUINT && strcmp (heading, columns[i].heading) == 0)
          {
            *columns[i].column = table->n_columns++;
            found = TRUE;
          }
    }
}

/* The names of the options. */
static GPtrArray *
read_names (Table *table, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = table->n_columns; i < MAX (plenum_csv_reader_get_n_fields (table->file->table), table->n_columns + 1); i++)
    {
      char *name = read_field (table, i);

      g_ptr_array_add (names, name);
      if (*name == '\0')
        {
          plenum_ballot_file_refuse (error, _("Column %u has no name. The first line must have the options."), i + 1);
          return NULL;
        }
    }

  return g_steal_pointer (&names);
}

static gboolean
add_options (Table *table, GPtrArray *names, gboolean costs, GError **error)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *cost = costs ? read_field (table, table->n_columns + i) : NULL;

      if (!plenum_profile_add_option (table->file->profile, names->pdata[i], names->pdata[i],
                                      cost != NULL && *cost != '\0' ? cost : NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_cost_row (Table *table)
{
  g_autofree char *what = table->row != G_MAXUINT ? read_field (table, table->row) : NULL;

  return g_strcmp0 (what, PLENUM_TABLE_COST) == 0;
}

static gboolean
read_header (Table *table, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) why = NULL;
  gboolean costs;

  if (!read_row (table, cancellable, &why))
    {
      if (why == NULL)
        return plenum_ballot_file_refuse (error, "%s", _("The file is empty. Its first line must have the options."));
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }

  read_columns (table);
  names = read_names (table, error);
  if (names == NULL)
    return FALSE;
  if (table->row == G_MAXUINT)
    return add_options (table, names, FALSE, error);

  table->at_ballot = read_row (table, cancellable, &why);
  if (why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }

  costs = table->at_ballot && is_cost_row (table);
  table->at_ballot &= !costs;
  return add_options (table, names, costs, error);
}

/* What is wrong with a cell, and what would be right. */
static char *
describe_wrong (PlenumPaperKind kind, const char *cell, guint column)
{
  switch (kind)
    {
    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_UTILITIES:
      return g_strdup_printf (_("“%s” in column %u is neither 1 nor 0. Write 1 or x for what was chosen."), cell, column);
    case PLENUM_PAPER_STANCES:
      return g_strdup_printf (_("“%s” in column %u is no answer. Write 1 for agree, -1 for disagree, 0 for pass."), cell, column);
    case PLENUM_PAPER_RANKING:
      return g_strdup_printf (_("“%s” in column %u is no rank. Write 1 for the best, and leave empty what is not ranked."), cell, column);
    case PLENUM_PAPER_GRADES:
      return g_strdup_printf (_("“%s” in column %u is no grade. Write a grade as the setting “grades” has it, or 1 for the best."), cell, column);
    case PLENUM_PAPER_PAIR:
      return g_strdup_printf (_("“%s” in column %u is no place in a comparison. Write 1 for the better of two and 2 for the other, or 1 for both; further comparisons have further digits."), cell, column);
    case PLENUM_PAPER_CONSENT:
      return g_strdup_printf (_("“%s” in column %u is no answer. Write consent, concern or objection."), cell, column);
    case PLENUM_PAPER_POINTS:
    case PLENUM_PAPER_SCORES:
    case PLENUM_PAPER_RESISTANCES:
    case PLENUM_PAPER_CREDITS:
    default:
      return g_strdup_printf (_("“%s” in column %u is no whole number of points."), cell, column);
    }
}

static gboolean
refuse_cell (PlenumPaperKind kind, const char *cell, guint column, GError **error)
{
  g_autofree char *complaint = describe_wrong (kind, cell, column);

  return plenum_ballot_file_refuse (error, "%s", complaint);
}

static gboolean
read_cell (Table *table, guint option, PlenumPaperKind kind, GError **error)
{
  guint column = table->n_columns + option;
  g_autofree char *cell = read_field (table, column);
  char *colon = kind == PLENUM_PAPER_CONSENT ? strchr (cell, ':') : NULL;
  PlenumChoice choice = { option, 0 };

  if (*cell == '\0')
    return TRUE;

  /* "objection: it is too loud" */
  if (colon != NULL)
    {
      *colon++ = '\0';
      g_strchomp (cell);
      colon = g_strchug (colon);
    }
  if (!plenum_profile_parse_value (table->file->profile, cell, &choice.value))
    return refuse_cell (kind, cell, column + 1, error);

  g_array_append_val (table->file->choices, choice);
  g_ptr_array_add (table->reasons, colon != NULL && *colon != '\0' ? g_strdup (colon) : NULL);
  return TRUE;
}

static gboolean
add_reasons (Table *table, GError **error)
{
  for (guint i = 0; i < table->file->choices->len; i++)
    {
      const PlenumChoice *choice = &g_array_index (table->file->choices, PlenumChoice, i);
      PlenumReason reason = { choice->option, choice->value, table->reasons->pdata[i] };

      if (reason.text != NULL && !plenum_profile_add_reason (table->file->profile, &reason, error))
        return FALSE;
    }

  return TRUE;
}

/* The columns before the options; empty is one vote that weighs 1. */
static gboolean
read_head (Table *table, PlenumPaper *paper, char **weight, GError **error)
{
  g_autofree char *what = table->row != G_MAXUINT ? read_field (table, table->row) : NULL;
  g_autofree char *hands = table->hands != G_MAXUINT ? read_field (table, table->hands) : NULL;

  if (what != NULL && *what != '\0')
    return plenum_ballot_file_refuse (error, _("“%s” is no kind of row here: what options cost stands in the second line, and all that follows are ballots."), what);

  *weight = table->weight != G_MAXUINT ? read_field (table, table->weight) : NULL;
  if (*weight != NULL && **weight != '\0')
    paper->weight = *weight;
  if (hands == NULL || *hands == '\0')
    return TRUE;

  paper->channel = "hands";
  return g_ascii_string_to_signed (hands, 10, 1, PLENUM_MOST_VOTERS, &paper->voters, NULL)
         || plenum_ballot_file_refuse (error, _("“%s” is not how many took part in a show of hands: it is a whole number from 1 on, or empty."), hands);
}

static gboolean
read_ballot (Table *table, GError **error)
{
  PlenumPaperKind kind = plenum_method_get_paper_kind (plenum_profile_get_method (table->file->profile));
  guint n_fields = plenum_csv_reader_get_n_fields (table->file->table);
  guint n_options = plenum_profile_get_n_options (table->file->profile);
  PlenumPaper paper = { "import", 1, NULL };
  g_autofree char *weight = NULL;

  if (n_fields > table->n_columns + n_options)
    return plenum_ballot_file_refuse (error, _("This row has %u values, but there are only %u options in the first line."),
                                      n_fields - table->n_columns, n_options);

  g_array_set_size (table->file->choices, 0);
  g_ptr_array_set_size (table->reasons, 0);
  for (guint i = 0; i < n_options; i++)
    if (!read_cell (table, i, kind, error))
      return FALSE;

  paper.choices = (const PlenumChoice *) table->file->choices->data;
  paper.n_choices = table->file->choices->len;
  return read_head (table, &paper, &weight, error)
         && plenum_profile_add_ballot (table->file->profile, &paper, 1, error)
         && add_reasons (table, error);
}

gboolean
plenum_ballot_table_read (PlenumBallotFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);
  Table table = { file, reasons };
  g_autoptr (GError) why = NULL;

  if (!plenum_ballot_file_begin (file, error) || !read_header (&table, cancellable, error))
    return FALSE;

  while (table.at_ballot || read_row (&table, cancellable, &why))
    {
      table.at_ballot = FALSE;
      if (!read_ballot (&table, error))
        return FALSE;
    }

  if (why == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}
