/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the agenda in a list box: one for each step, in its order. */
#include "plenum-step-list.h"

#include "plenum-format.h"

/**
 * plenum_step_list_find:
 * @id: (nullable): of a step
 *
 * Returns: (transfer none) (nullable): its row
 */
PlenumStepRow *
plenum_step_list_find (GtkListBox *list, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (g_strcmp0 (plenum_step_row_get_id (PLENUM_STEP_ROW (row)), id) == 0)
      return PLENUM_STEP_ROW (row);

  return NULL;
}

/**
 * plenum_step_list_focus:
 * @id: (nullable): of a step
 *
 * Chooses its row, if it has one, and goes there.
 */
void
plenum_step_list_focus (GtkListBox *list, const char *id)
{
  PlenumStepRow *row = plenum_step_list_find (list, id);

  if (row == NULL)
    return;

  gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (row));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * plenum_step_list_sync:
 * @clocks: makes the times of all rows as wide as the widest
 *
 * Brings the rows up to date. One that is there stays, so that it keeps the focus.
 */
void
plenum_step_list_sync (GtkListBox *list, PlenumAgendaModel *agenda, GtkSizeGroup *clocks, gboolean read_only)
{
  guint n = plenum_agenda_model_get_n (agenda);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL;)
    if (plenum_agenda_model_find (agenda, plenum_step_row_get_id (PLENUM_STEP_ROW (row))) < 0)
      gtk_list_box_remove (list, GTK_WIDGET (row));
    else
      i++;

  for (guint i = 0; i < n; i++)
    {
      const char *id = plenum_record_get_id (plenum_agenda_model_get_step (agenda, i));
      PlenumStepRow *there = plenum_step_list_find (list, id);

      if (there == NULL)
        {
          there = PLENUM_STEP_ROW (plenum_step_row_new (agenda, id, clocks, read_only));
          gtk_list_box_insert (list, GTK_WIDGET (there), i);
        }
      else if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (there)) != (int) i)
        {
          gboolean focused = gtk_widget_has_focus (GTK_WIDGET (there));

          g_object_ref (there);
          gtk_list_box_remove (list, GTK_WIDGET (there));
          gtk_list_box_insert (list, GTK_WIDGET (there), i);
          g_object_unref (there);
          if (focused)
            plenum_step_list_focus (list, id);
        }
      plenum_step_row_update (there);
    }
}

static char *
get_day (PlenumAgendaModel *agenda, GtkListBoxRow *row)
{
  int i = row != NULL ? plenum_agenda_model_find (agenda, plenum_step_row_get_id (PLENUM_STEP_ROW (row))) : -1;
  gint64 start = i >= 0 ? plenum_agenda_model_get_time (agenda, i)->planned_start : PLENUM_AGENDA_NONE;

  return start != PLENUM_AGENDA_NONE ? plenum_format_long_day (start) : NULL;
}

/**
 * plenum_step_list_header_func:
 * @data: a #PlenumAgendaModel
 *
 * Names the day where another one begins.
 */
void
plenum_step_list_header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  g_autofree char *day = get_day (data, row);
  g_autofree char *day_before = get_day (data, before);
  GtkWidget *label = NULL;

  if (day != NULL && day_before != NULL && !g_str_equal (day, day_before))
    {
      label = gtk_label_new (day);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_add_css_class (label, "agenda-day");
    }
  gtk_list_box_row_set_header (row, label);
}
