/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of the participants' table. A text shows a label and becomes an entry
 * while it is edited; presence and consent are a switch and a check at all times. */
#include "plenum-participant-cell.h"

#include <glib/gi18n.h>

#include "plenum-sector-chooser.h"

struct _PlenumParticipantCell
{
  GtkWidget       parent_instance;

  PlenumColumnId  column;
  PlenumRecord   *record;
  GtkListItem    *item;    /* while bound */
  GtkWidget      *dot;     /* of a sector */
  GtkWidget      *toggle;  /* of presence and consent */
  GtkWidget      *label;
  GtkWidget      *text;    /* while it is edited */
  GtkWidget      *chooser;
  guint           updating : 1;
  guint           locked : 1;
};

enum { EDITED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumParticipantCell, plenum_participant_cell, GTK_TYPE_WIDGET)

static void
describe (PlenumParticipantCell *self, const char *value)
{
  g_autofree char *label = NULL;

  if (self->toggle != NULL)
    {
      /* Translators: a switch in a table: whose it is, and what it switches. */
      label = g_strdup_printf (C_("table cell", "%s, %s"), plenum_participant_name (self->record),
                               plenum_participant_column_get_title (self->column));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      return;
    }

  /* Translators: a cell of a table as a screen reader says it: column, value. */
  label = g_strdup_printf (C_("table cell", "%s: %s"), plenum_participant_column_get_title (self->column),
                           *value != '\0' ? value : C_("table cell", "empty"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static char *
get_shown (PlenumParticipantCell *self)
{
  g_autoptr (GDateTime) date = NULL;
  gint64 time;

  if (plenum_column_get_kind (self->column) == PLENUM_COLUMN_SWITCH)
    return g_strdup ("");
  if (plenum_column_get_kind (self->column) != PLENUM_COLUMN_DATE
      || plenum_record_is_null (self->record, PLENUM_PARTICIPANT_CONSENT))
    return plenum_column_get_text (self->column, self->record);

  time = plenum_record_get_integer (self->record, PLENUM_PARTICIPANT_CONSENT);
  date = g_date_time_new_from_unix_local (time / 1000);

  /* Translators: a short date in a table, as g_date_time_format() writes it. */
  return date != NULL ? g_date_time_format (date, _("%-d %b %y")) : g_strdup ("");
}

static void
update (PlenumParticipantCell *self)
{
  g_autofree char *shown = get_shown (self);
  gboolean pseudonym = self->column == PLENUM_COLUMN_NAME
                       && plenum_record_is_null (self->record, PLENUM_PARTICIPANT_NAME);

  self->updating = TRUE;
  gtk_label_set_label (GTK_LABEL (self->label), shown);
  gtk_widget_set_tooltip_text (self->label, strlen (shown) > 24 ? shown : NULL);
  if (pseudonym)
    gtk_widget_add_css_class (self->label, "dim-label");
  else
    gtk_widget_remove_css_class (self->label, "dim-label");

  if (self->dot != NULL)
    {
      plenum_sector_dot_set (self->dot, plenum_record_get_text (self->record, PLENUM_PARTICIPANT_SECTOR));
      gtk_widget_set_visible (self->dot, *shown != '\0');
    }
  if (GTK_IS_SWITCH (self->toggle))
    gtk_switch_set_active (GTK_SWITCH (self->toggle),
                           plenum_record_get_integer (self->record, PLENUM_PARTICIPANT_PRESENT));
  else if (self->toggle != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->toggle),
                                 !plenum_record_is_null (self->record, PLENUM_PARTICIPANT_CONSENT));
  self->updating = FALSE;

  describe (self, shown);
}

static void
toggled_cb (GObject *toggle, GParamSpec *pspec, PlenumParticipantCell *self)
{
  gboolean active;

  if (self->updating || self->record == NULL)
    return;

  g_object_get (toggle, "active", &active, NULL);
  g_signal_emit (self, signals[EDITED], 0, active ? "1" : "");
}

static void
focus_left_cb (GtkEventControllerFocus *focus, PlenumParticipantCell *self)
{
  plenum_participant_cell_stop (self, TRUE);
}

static void
chosen_cb (GtkWidget *chooser, const char *sector, PlenumParticipantCell *self)
{
  g_signal_emit (self, signals[EDITED], 0, sector);
}

static void
drop_chooser_cb (gpointer data)
{
  g_autoptr (PlenumParticipantCell) self = data;

  g_clear_pointer (&self->chooser, gtk_widget_unparent);
}

/* The popover is in the middle of closing: it goes when it has. */
static void
chooser_closed_cb (GtkWidget *chooser, PlenumParticipantCell *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_idle_add_once (drop_chooser_cb, g_object_ref (self));
}

static void
open_chooser (PlenumParticipantCell *self)
{
  if (self->chooser != NULL)
    return;

  self->chooser = plenum_sector_chooser_new (plenum_record_get_text (self->record,
                                                                     PLENUM_PARTICIPANT_SECTOR));
  gtk_widget_set_parent (self->chooser, GTK_WIDGET (self));
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect_object (self->chooser, "closed", G_CALLBACK (chooser_closed_cb), self, 0);
  gtk_popover_popup (GTK_POPOVER (self->chooser));
}

static void
open_text (PlenumParticipantCell *self, const char *text)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *name = NULL;

  /* Alone, without an entry around it, it has no role of its own. */
  self->text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_widget_set_hexpand (self->text, TRUE);
  name = g_strdup_printf (C_("table cell", "%s, %s"), plenum_participant_name (self->record),
                          plenum_participant_column_get_title (self->column));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_grab_focus (self->text);

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, 0);
  gtk_widget_add_controller (self->text, focus);
}

/**
 * plenum_participant_cell_edit:
 *
 * Begins to edit with all text selected, opens the list of sectors, or flips the switch.
 */
void
plenum_participant_cell_edit (PlenumParticipantCell *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PLENUM_IS_PARTICIPANT_CELL (self));

  if (self->record == NULL || self->text != NULL || self->locked)
    return;

  if (self->toggle != NULL)
    {
      gtk_widget_activate (self->toggle);
      return;
    }

  if (self->dot != NULL)
    {
      open_chooser (self);
      return;
    }

  text = plenum_column_get_text (self->column, self->record);
  open_text (self, text);
  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
}

/**
 * plenum_participant_cell_edit_key:
 * @key: a key controller that is handling the first key
 *
 * Begins to edit with what is typed in place of what was there.
 */
void
plenum_participant_cell_edit_key (PlenumParticipantCell *self, GtkEventController *key)
{
  g_return_if_fail (PLENUM_IS_PARTICIPANT_CELL (self));

  if (self->record == NULL || self->text != NULL || self->toggle != NULL || self->locked)
    return;

  open_text (self, "");
  gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (key), self->text);
}

/**
 * plenum_participant_cell_clear:
 *
 * Takes away what is in it, unless it is a switch.
 */
void
plenum_participant_cell_clear (PlenumParticipantCell *self)
{
  g_return_if_fail (PLENUM_IS_PARTICIPANT_CELL (self));

  if (self->toggle == NULL && !self->locked)
    g_signal_emit (self, signals[EDITED], 0, "");
}

/**
 * plenum_participant_cell_lock:
 *
 * From now on it can only be looked at.
 */
void
plenum_participant_cell_lock (PlenumParticipantCell *self)
{
  g_return_if_fail (PLENUM_IS_PARTICIPANT_CELL (self));

  self->locked = TRUE;
  if (self->toggle != NULL)
    gtk_widget_set_sensitive (self->toggle, FALSE);
}

/**
 * plenum_participant_cell_stop:
 * @keep: whether what was typed is to be kept
 *
 * Ends editing, if it has begun.
 */
void
plenum_participant_cell_stop (PlenumParticipantCell *self, gboolean keep)
{
  g_autofree char *typed = NULL;
  gboolean focused;

  g_return_if_fail (PLENUM_IS_PARTICIPANT_CELL (self));

  if (self->text == NULL)
    return;

  typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  focused = gtk_widget_has_focus (self->text);
  gtk_widget_unparent (g_steal_pointer (&self->text));
  gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_set_visible (self->label, TRUE);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (keep && self->record != NULL)
    g_signal_emit (self, signals[EDITED], 0, typed);
}

/**
 * plenum_participant_cell_bind:
 * @record: (nullable): whose cell it is from now on, or %NULL for nobody's
 * @item: (nullable): the list's item for it
 *
 * A list takes a row's record away and gives it back when its values change;
 * what is being edited goes on then.
 */
void
plenum_participant_cell_bind (PlenumParticipantCell *self, PlenumRecord *record, GtkListItem *item)
{
  g_return_if_fail (PLENUM_IS_PARTICIPANT_CELL (self));

  self->item = item;
  if (record == NULL || record == self->record)
    return;

  plenum_participant_cell_stop (self, TRUE);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, update, self);
  g_set_object (&self->record, record);
  g_signal_connect_object (record, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

PlenumRecord *
plenum_participant_cell_get_record (PlenumParticipantCell *self)
{
  g_return_val_if_fail (PLENUM_IS_PARTICIPANT_CELL (self), NULL);

  return self->record;
}

PlenumColumnId
plenum_participant_cell_get_column (PlenumParticipantCell *self)
{
  g_return_val_if_fail (PLENUM_IS_PARTICIPANT_CELL (self), PLENUM_N_COLUMNS);

  return self->column;
}

guint
plenum_participant_cell_get_position (PlenumParticipantCell *self)
{
  g_return_val_if_fail (PLENUM_IS_PARTICIPANT_CELL (self), GTK_INVALID_LIST_POSITION);

  return self->item != NULL ? gtk_list_item_get_position (self->item) : GTK_INVALID_LIST_POSITION;
}

gboolean
plenum_participant_cell_get_editing (PlenumParticipantCell *self)
{
  g_return_val_if_fail (PLENUM_IS_PARTICIPANT_CELL (self), FALSE);

  return self->text != NULL;
}

static gboolean
plenum_participant_cell_grab_focus (GtkWidget *widget)
{
  PlenumParticipantCell *self = PLENUM_PARTICIPANT_CELL (widget);

  if (self->toggle != NULL)
    return gtk_widget_grab_focus (self->toggle);

  return GTK_WIDGET_CLASS (plenum_participant_cell_parent_class)->grab_focus (widget);
}

static void
plenum_participant_cell_dispose (GObject *object)
{
  PlenumParticipantCell *self = PLENUM_PARTICIPANT_CELL (object);

  g_clear_pointer (&self->chooser, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->dot, gtk_widget_unparent);
  g_clear_pointer (&self->toggle, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (plenum_participant_cell_parent_class)->dispose (object);
}

static void
plenum_participant_cell_class_init (PlenumParticipantCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_participant_cell_dispose;
  widget_class->grab_focus = plenum_participant_cell_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "participantcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);

  /**
   * PlenumParticipantCell::edited:
   * @text: what is to stand there
   */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
plenum_participant_cell_init (PlenumParticipantCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
}

static void
add_toggle (PlenumParticipantCell *self, GtkWidget *toggle)
{
  self->toggle = toggle;
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (toggle, GTK_ALIGN_START);
  gtk_widget_set_parent (toggle, GTK_WIDGET (self));
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (toggled_cb), self, 0);
}

/**
 * plenum_participant_cell_new:
 * @column: what it shows
 *
 * Returns: (transfer floating): a cell that shows nobody yet
 */
GtkWidget *
plenum_participant_cell_new (PlenumColumnId column)
{
  PlenumParticipantCell *self = g_object_new (PLENUM_TYPE_PARTICIPANT_CELL, NULL);
  PlenumColumnKind kind = plenum_column_get_kind (column);

  self->column = column;
  if (kind == PLENUM_COLUMN_SWITCH)
    add_toggle (self, gtk_switch_new ());
  else if (kind == PLENUM_COLUMN_DATE)
    add_toggle (self, gtk_check_button_new ());
  else
    gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  if (kind == PLENUM_COLUMN_CHOICE)
    {
      self->dot = plenum_sector_dot_new (NULL);
      gtk_widget_set_parent (self->dot, GTK_WIDGET (self));
    }
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  if (kind == PLENUM_COLUMN_SWITCH)
    gtk_widget_set_visible (self->label, FALSE);

  return GTK_WIDGET (self);
}
