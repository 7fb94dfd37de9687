/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stack of numbered papers that two people type: which comes next, and what they
 * typed differently. */
#include "plenum-paper-stack.h"

#include <glib/gi18n.h>

#include "plenum-paper-actions.h"

/* As many as there is room for above what is typed. */
#define MOST_DIFFERENCES 5

struct _PlenumPaperStack
{
  GPtrArray *readings; /* PlenumPaperReading, in the order of the papers */
};

PlenumPaperStack *
plenum_paper_stack_new (void)
{
  PlenumPaperStack *self = g_new0 (PlenumPaperStack, 1);

  self->readings = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_paper_reading_free);
  return self;
}

void
plenum_paper_stack_free (PlenumPaperStack *self)
{
  g_ptr_array_unref (self->readings);
  g_free (self);
}

/**
 * plenum_paper_stack_set:
 * @readings: (transfer full) (element-type PlenumPaperReading): what is stored, as
 *   plenum_store_list_readings() has it
 */
void
plenum_paper_stack_set (PlenumPaperStack *self, GPtrArray *readings)
{
  g_ptr_array_unref (self->readings);
  self->readings = readings;
}

/**
 * plenum_paper_stack_type:
 * @typist: as plenum_paper_fold_typist() has it
 *
 * Notes that @typist typed a paper, which is on its way into the library.
 */
void
plenum_paper_stack_type (PlenumPaperStack *self, guint paper, const char *typist)
{
  PlenumPaperReading *reading = g_new0 (PlenumPaperReading, 1);
  guint place = 0;

  reading->paper = paper;
  reading->typist = g_strdup (typist);
  while (place < self->readings->len
         && ((PlenumPaperReading *) g_ptr_array_index (self->readings, place))->paper <= paper)
    place++;
  g_ptr_array_insert (self->readings, place, reading);
}

/* Whether @typist is the one who is still to type it. */
static gboolean
waits_for (PlenumPaperStack *self, gint64 paper, const char *typist)
{
  gboolean waits = FALSE;

  for (guint i = 0; i < self->readings->len; i++)
    {
      PlenumPaperReading *reading = g_ptr_array_index (self->readings, i);

      if (reading->paper != paper)
        continue;
      if (reading->counted || g_strcmp0 (reading->typist, typist) == 0)
        return FALSE;
      waits = TRUE;
    }

  return waits;
}

/**
 * plenum_paper_stack_get_next:
 * @typist: as plenum_paper_fold_typist() has it
 * @after: the paper that they typed last, or 0
 *
 * Returns: the next paper that somebody else typed and they did not; where there is
 *   none, the first new one
 */
guint
plenum_paper_stack_get_next (PlenumPaperStack *self, const char *typist, guint after)
{
  gint64 first = 0, last = 0;

  for (guint i = 0; i < self->readings->len; i++)
    {
      gint64 paper = ((PlenumPaperReading *) g_ptr_array_index (self->readings, i))->paper;

      last = MAX (last, paper);
      if ((paper <= after && first != 0) || !waits_for (self, paper, typist))
        continue;
      if (paper > after)
        return paper;
      first = paper;
    }

  return first != 0 ? first : last + 1;
}

/**
 * plenum_paper_stack_has:
 *
 * Returns: whether anybody has typed that paper
 */
gboolean
plenum_paper_stack_has (PlenumPaperStack *self, guint paper)
{
  for (guint i = 0; i < self->readings->len; i++)
    if (((PlenumPaperReading *) g_ptr_array_index (self->readings, i))->paper == paper)
      return TRUE;

  return FALSE;
}

/**
 * plenum_paper_stack_describe:
 *
 * Returns: (transfer full): how many papers count and how many do not yet
 */
char *
plenum_paper_stack_describe (PlenumPaperStack *self)
{
  guint counted = 0, waiting = 0;
  gint64 before = 0;
  g_autofree char *count = NULL;
  g_autofree char *wait = NULL;

  for (guint i = 0; i < self->readings->len; i++)
    {
      PlenumPaperReading *reading = g_ptr_array_index (self->readings, i);

      counted += reading->counted;
      waiting += !reading->counted && reading->paper != before;
      before = reading->paper;
    }
  /* Translators: of paper ballots that two people have to type. Another sentence follows. */
  count = g_strdup_printf (ngettext ("%u paper counts.", "%u papers count.", counted), counted);
  /* Translators: of paper ballots that two people have to type; it follows “17 papers count.” */
  wait = g_strdup_printf (ngettext ("%u waits until two people have typed the same.",
                                    "%u wait until two people have typed the same.", waiting), waiting);

  return waiting > 0 ? g_strconcat (count, " ", wait, NULL) : g_steal_pointer (&count);
}

/* What is on its way into the library says nothing yet. Where nobody is known to have
 * typed it, two computers had counted different things before they came together. */
static gboolean
differ (PlenumPaperReading *first, PlenumPaperReading *second)
{
  if (first->typist == NULL && second->typist == NULL)
    return !first->counted && !second->counted;

  return first->typed != NULL && second->typed != NULL;
}

static void
add_difference (GString *lines, PlenumPaperReading *first, PlenumPaperReading *second)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  if (first->typist == NULL)
    {
      /* Translators: the number of a paper ballot. */
      g_string_append_printf (lines, _("Paper %d counted differently on two computers. Type it again."), (int) first->paper);
      return;
    }
  /* Translators: the number of a paper ballot; the initials of one person and what they
   * typed, such as “3 3 5”; the initials of another and what they typed. */
  g_string_append_printf (lines, _("Paper %d: %s typed “%s”, %s typed “%s”."), (int) first->paper,
                          first->typist, first->typed, second->typist, second->typed);
}

/**
 * plenum_paper_stack_describe_differences:
 *
 * Returns: (transfer full) (nullable): what was typed of papers of which two people
 *   typed different things, a line each of the first ones, and how many more there are;
 *   %NULL where there are none
 */
char *
plenum_paper_stack_describe_differences (PlenumPaperStack *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n = 0;

  for (guint i = 1; i < self->readings->len; i++)
    {
      PlenumPaperReading *first = g_ptr_array_index (self->readings, i - 1);
      PlenumPaperReading *second = g_ptr_array_index (self->readings, i);

      if (first->paper == second->paper && differ (first, second) && ++n <= MOST_DIFFERENCES)
        add_difference (lines, first, second);
    }
  if (n > MOST_DIFFERENCES)
    {
      g_string_append_c (lines, '\n');
      /* Translators: papers, below a few of which it says what was typed differently. */
      g_string_append_printf (lines, ngettext ("And %u more.", "And %u more.", n - MOST_DIFFERENCES), n - MOST_DIFFERENCES);
    }

  return lines->len > 0 ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}
