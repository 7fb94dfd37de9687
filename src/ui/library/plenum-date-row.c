/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that shows a day in words and lets it be chosen from a calendar. */
#include "plenum-date-row.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-format.h"

struct _PlenumDateRow
{
  AdwActionRow   parent_instance;

  GtkWidget     *clear;
  GtkMenuButton *button;
  GtkPopover    *popover;
  GtkCalendar   *calendar;

  char          *date;        /* nullable; "2026-11-23" */
  guint          setting : 1; /* the calendar is being set, not used */
};

G_DEFINE_FINAL_TYPE (PlenumDateRow, plenum_date_row, ADW_TYPE_ACTION_ROW)

static void
show_date (PlenumDateRow *self)
{
  g_autofree char *words = plenum_format_date (self->date);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words != NULL ? words : _("No date yet"));
  gtk_widget_set_visible (self->clear, self->date != NULL);
}

static void
day_cb (PlenumDateRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  if (self->setting)
    return;

  g_free (self->date);
  self->date = g_date_time_format (day, "%Y-%m-%d");
  show_date (self);
  gtk_popover_popdown (self->popover);
}

static void
clear_cb (PlenumDateRow *self)
{
  plenum_date_row_set_date (self, NULL);
}

static void
plenum_date_row_finalize (GObject *object)
{
  g_free (PLENUM_DATE_ROW (object)->date);

  G_OBJECT_CLASS (plenum_date_row_parent_class)->finalize (object);
}

static void
plenum_date_row_class_init (PlenumDateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plenum_date_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/library/plenum-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumDateRow, clear);
  gtk_widget_class_bind_template_child (widget_class, PlenumDateRow, button);
  gtk_widget_class_bind_template_child (widget_class, PlenumDateRow, popover);
  gtk_widget_class_bind_template_child (widget_class, PlenumDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
}

static void
plenum_date_row_init (PlenumDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  plenum_accessible_name (GTK_WIDGET (self->button), _("Choose a date"));
  show_date (self);
}

/**
 * plenum_date_row_get_date:
 *
 * Returns: (transfer none) (nullable): the day, as "2026-11-23"
 */
const char *
plenum_date_row_get_date (PlenumDateRow *self)
{
  g_return_val_if_fail (PLENUM_IS_DATE_ROW (self), NULL);

  return self->date;
}

/**
 * plenum_date_row_set_date:
 * @date: (nullable): a day, as "2026-11-23"
 */
void
plenum_date_row_set_date (PlenumDateRow *self, const char *date)
{
  g_autofree char *text = date != NULL ? g_strconcat (date, "T12:00:00", NULL) : NULL;
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  g_autoptr (GDateTime) day = text != NULL ? g_date_time_new_from_iso8601 (text, here) : NULL;

  g_return_if_fail (PLENUM_IS_DATE_ROW (self));

  g_free (self->date);
  self->date = g_strdup (date);
  if (day != NULL)
    {
      self->setting = TRUE;
      gtk_calendar_select_day (self->calendar, day);
      self->setting = FALSE;
    }
  show_date (self);
}
