/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the options by which ties are broken, to be put as the room agrees on
 * before the vote. As long as nobody moves anything it is that of the list, and follows
 * it. */
#include "plenum-tie-order.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plenum-record.h"

struct _PlenumTieOrder
{
  AdwExpanderRow  parent_instance;

  GPtrArray      *listed;  /* PlenumRecord, as in the list */
  GPtrArray      *options; /* the same, the one that wins a tie first */
  GPtrArray      *rows;    /* one a place, borrowed */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumTieOrder, plenum_tie_order, ADW_TYPE_EXPANDER_ROW)

static const char *
get_text (PlenumTieOrder *self, guint place)
{
  return plenum_record_get_text (self->options->pdata[place], PLENUM_OPTION_TEXT);
}

static gboolean
is_as_listed (PlenumTieOrder *self)
{
  for (guint i = 0; i < self->options->len; i++)
    if (self->options->pdata[i] != self->listed->pdata[i])
      return FALSE;

  return TRUE;
}

static void
show_button (GtkWidget *button, const char *label, gboolean possible)
{
  gtk_widget_set_sensitive (button, possible);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_place (PlenumTieOrder *self, guint place)
{
  GtkWidget *row = self->rows->pdata[place];
  const char *text = get_text (self, place);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  /* Translators: a place in an order, and an option. */
  g_autofree char *title = g_strdup_printf (_("%1$u. %2$s"), place + 1, escaped);
  /* Translators: a button; %s is an option. */
  g_autofree char *up = g_strdup_printf (_("Move %s up"), text);
  /* Translators: a button; %s is an option. */
  g_autofree char *down = g_strdup_printf (_("Move %s down"), text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  show_button (g_object_get_data (G_OBJECT (row), "up"), up, place > 0);
  show_button (g_object_get_data (G_OBJECT (row), "down"), down, place + 1 < self->options->len);
}

static void
show (PlenumTieOrder *self)
{
  for (guint i = 0; i < self->options->len; i++)
    show_place (self, i);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), is_as_listed (self)
                                 ? _("As the options stand in the list. Among equal ones the upper one wins.")
                                 : _("As it was put here. Among equal ones the upper one wins."));
}

/* The focus goes along with the option, or what is moved again is another. */
static void
follow (PlenumTieOrder *self, guint place, const char *name)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (self->rows->pdata[place]), name);

  if (!gtk_widget_get_sensitive (button))
    button = g_object_get_data (G_OBJECT (self->rows->pdata[place]), strcmp (name, "up") == 0 ? "down" : "up");
  gtk_widget_grab_focus (button);
}

static void
move (PlenumTieOrder *self, GtkWidget *button, const char *name)
{
  guint from, to;

  g_ptr_array_find (self->rows, g_object_get_data (G_OBJECT (button), "row"), &from);
  to = strcmp (name, "up") == 0 ? from - 1 : from + 1;
  g_ptr_array_insert (self->options, to, g_ptr_array_steal_index (self->options, from));
  show (self);
  follow (self, to, name);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
up_cb (GtkWidget *button, PlenumTieOrder *self)
{
  move (self, button, "up");
}

static void
down_cb (GtkWidget *button, PlenumTieOrder *self)
{
  move (self, button, "down");
}

static void
add_button (PlenumTieOrder *self, GtkWidget *row, const char *name, const char *icon, const char *tooltip, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data (G_OBJECT (button), "row", row);
  g_object_set_data (G_OBJECT (row), name, button);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_row (PlenumTieOrder *self)
{
  GtkWidget *row = adw_action_row_new ();

  add_button (self, row, "up", "go-up-symbolic", _("Move up"), G_CALLBACK (up_cb));
  add_button (self, row, "down", "go-down-symbolic", _("Move down"), G_CALLBACK (down_cb));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
plenum_tie_order_finalize (GObject *object)
{
  PlenumTieOrder *self = PLENUM_TIE_ORDER (object);

  g_ptr_array_unref (self->listed);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (plenum_tie_order_parent_class)->finalize (object);
}

static void
plenum_tie_order_class_init (PlenumTieOrderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_tie_order_finalize;

  /**
   * PlenumTieOrder::changed:
   *
   * Somebody has moved an option.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_tie_order_init (PlenumTieOrder *self)
{
  self->listed = g_ptr_array_new_with_free_func (g_object_unref);
  self->options = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
}

/**
 * plenum_tie_order_new:
 *
 * Returns: (transfer floating): the order of no options
 */
GtkWidget *
plenum_tie_order_new (void)
{
  return g_object_new (PLENUM_TYPE_TIE_ORDER, "title", _("The order that breaks ties"), NULL);
}

/**
 * plenum_tie_order_set:
 * @options: (element-type PlenumRecord): all of them, in the order of the list
 * @order: the setting: ids with commas between them. Those that are not among @options
 *   are passed over; options that it does not name follow in the order of the list
 *
 * Shows it, without PlenumTieOrder::changed.
 */
void
plenum_tie_order_set (PlenumTieOrder *self, GPtrArray *options, const char *order)
{
  g_auto (GStrv) ids = g_strsplit (order, ",", -1);
  guint done = 0;

  g_return_if_fail (PLENUM_IS_TIE_ORDER (self));

  g_ptr_array_set_size (self->options, 0);
  g_ptr_array_set_size (self->listed, 0);
  for (guint i = 0; i < options->len; i++)
    {
      g_ptr_array_add (self->listed, g_object_ref (options->pdata[i]));
      g_ptr_array_add (self->options, options->pdata[i]);
    }

  for (char **id = ids; *id != NULL; id++)
    for (guint i = done; i < self->options->len; i++)
      if (strcmp (plenum_record_get_id (self->options->pdata[i]), g_strstrip (*id)) == 0)
        {
          g_ptr_array_insert (self->options, done++, g_ptr_array_steal_index (self->options, i));
          break;
        }

  while (self->rows->len < self->options->len)
    add_row (self);
  while (self->rows->len > self->options->len)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  show (self);
}

/**
 * plenum_tie_order_get:
 *
 * Returns: (transfer full): the setting as it is now: all ids, or nothing for the order
 *   of the list
 */
char *
plenum_tie_order_get (PlenumTieOrder *self)
{
  GString *order = g_string_new (NULL);

  g_return_val_if_fail (PLENUM_IS_TIE_ORDER (self), NULL);

  for (guint i = 0; !is_as_listed (self) && i < self->options->len; i++)
    g_string_append_printf (order, "%s%s", i > 0 ? "," : "", plenum_record_get_id (self->options->pdata[i]));

  return g_string_free (order, FALSE);
}
