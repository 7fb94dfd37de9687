/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Painted by hand: a board of labels would cost ten times as much per frame. */
#include "plenum-wall-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plenum-card.h"
#include "plenum-card-speech.h"
#include "plenum-keys.h"

#define ICON 16.0

struct _PlenumWallCard
{
  GtkWidget         parent_instance;

  PlenumWallInk    *ink;   /* unowned: the wall's */
  PlenumBoardEntry *entry; /* nullable */
  PlenumCardForm    form;
  graphene_size_t   size;  /* on the wall */
  double            zoom;
  PangoLayout      *text;
  gboolean          stale; /* the text is laid out for another size */
  char             *place; /* (nullable): where it is, in words */
  char             *said;  /* (nullable): all that is known of it */
};

G_DEFINE_FINAL_TYPE (PlenumWallCard, plenum_wall_card, GTK_TYPE_WIDGET)

static gboolean
is_stack (PlenumWallCard *self)
{
  return plenum_board_entry_is_stack (self->entry);
}

static guint
get_paper (PlenumWallCard *self)
{
  return plenum_wall_paper (plenum_board_entry_get_kind (self->entry),
                            plenum_record_get_text (plenum_board_entry_get_record (self->entry), PLENUM_IDEA_COLOUR));
}

static void
set_words (PlenumWallCard *self)
{
  const char *title = plenum_board_entry_get_title (self->entry);
  const char *text = plenum_board_entry_get_text (self->entry);
  g_autofree char *words = NULL;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  if (is_stack (self))
    words = g_strdup_printf ("%s · %u", title, plenum_board_entry_count_cards (self->entry));
  else
    words = *title != '\0' && *text != '\0' ? g_strconcat (title, "\n", text, NULL) : g_strconcat (title, text, NULL);
  bold->end_index = strlen (title);
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, pango_attr_scale_new (plenum_wall_letters (self->zoom)));
  pango_layout_set_attributes (self->text, attributes);
  pango_layout_set_text (self->text, words, -1);
}

static graphene_rect_t
get_room (PlenumWallCard *self)
{
  return plenum_wall_text_room (&self->size, self->form, self->zoom);
}

static double
icon_size (PlenumWallCard *self)
{
  return ICON * CLAMP (self->zoom, 0.75, 2);
}

/* Beside the icon, for as much of it as there is room for. */
static void
lay_out (PlenumWallCard *self)
{
  graphene_rect_t room = get_room (self);
  double beside = is_stack (self) ? 0 : icon_size (self) + 5;

  if (!self->stale || !plenum_wall_ink_in_time (self->ink))
    return;

  if (self->text == NULL)
    {
      self->text = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_wrap (self->text, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (self->text, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_width (self->text, MAX (room.size.width - beside, 8) * PANGO_SCALE);
  pango_layout_set_height (self->text, MAX (room.size.height, 8) * PANGO_SCALE);
  pango_layout_set_alignment (self->text, self->form == PLENUM_FORM_OVAL || self->form == PLENUM_FORM_CIRCLE
                              ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  set_words (self);
  self->stale = FALSE;
}

static void
paint_text (PlenumWallCard *self, GtkSnapshot *snapshot)
{
  graphene_rect_t room = get_room (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double icon = icon_size (self), beside = is_stack (self) ? 0 : icon + 5;
  double down = 0;

  lay_out (self);
  if (self->form != PLENUM_FORM_RECTANGLE && self->text != NULL)
    {
      int height;

      pango_layout_get_pixel_size (self->text, NULL, &height);
      down = MAX ((room.size.height - height) / 2, 0);
    }
  if (!is_stack (self))
    plenum_wall_ink_icon (self->ink, snapshot, plenum_wall_ink_kind (self->entry),
                          rtl ? room.origin.x + room.size.width - icon : room.origin.x, room.origin.y + down, icon);
  if (self->text == NULL)
    return;

  gtk_snapshot_push_clip (snapshot, &room);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (room.origin.x + (rtl ? 0 : beside), room.origin.y + down));
  gtk_snapshot_append_layout (snapshot, self->text, &self->ink->text);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static gboolean
has_visible_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL && gtk_window_get_focus_visible (GTK_WINDOW (root));
}

static void
plenum_wall_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlenumWallCard *self = PLENUM_WALL_CARD (widget);
  graphene_rect_t rect = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  if (self->entry == NULL)
    return;

  gtk_snapshot_push_opacity (snapshot, plenum_board_entry_get_matches (self->entry) ? 1 : 0.3);
  plenum_wall_ink_sheet (self->ink, snapshot, &rect, self->form,
                         is_stack (self) ? &self->ink->frame : &self->ink->papers[get_paper (self)]);
  paint_text (self, snapshot);
  gtk_snapshot_pop (snapshot);
  if (plenum_board_entry_get_selected (self->entry))
    plenum_wall_ink_edge (self->ink, snapshot, &rect, self->form, 2, &self->ink->accent);
  if (gtk_widget_has_focus (widget) && has_visible_focus (widget))
    {
      graphene_rect_t ring = rect;

      graphene_rect_inset (&ring, -3, -3);
      plenum_wall_ink_edge (self->ink, snapshot, &ring, PLENUM_FORM_RECTANGLE, 2, &self->ink->accent);
    }
}

/* Another font, another colour, another direction. */
static void
plenum_wall_card_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PlenumWallCard *self = PLENUM_WALL_CARD (widget);

  GTK_WIDGET_CLASS (plenum_wall_card_parent_class)->css_changed (widget, change);
  g_clear_object (&self->text);
  self->stale = TRUE;
}

/* The focus is painted by hand, too. */
static void
plenum_wall_card_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  GTK_WIDGET_CLASS (plenum_wall_card_parent_class)->state_flags_changed (widget, before);
  gtk_widget_queue_draw (widget);
}

static void
plenum_wall_card_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0; /* as large as the wall says */
}

static void
forget (PlenumWallCard *self)
{
  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->said, g_free);
}

static void
plenum_wall_card_dispose (GObject *object)
{
  PlenumWallCard *self = PLENUM_WALL_CARD (object);

  forget (self);
  g_clear_object (&self->text);

  G_OBJECT_CLASS (plenum_wall_card_parent_class)->dispose (object);
}

static void
plenum_wall_card_class_init (PlenumWallCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_wall_card_dispose;
  widget_class->snapshot = plenum_wall_card_snapshot;
  widget_class->measure = plenum_wall_card_measure;
  widget_class->css_changed = plenum_wall_card_css_changed;
  widget_class->state_flags_changed = plenum_wall_card_state_flags_changed;
  gtk_widget_class_set_css_name (widget_class, "wallcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  plenum_keys_bind (widget_class, "card.");
}

static void
plenum_wall_card_init (PlenumWallCard *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->zoom = 1;
}

/**
 * plenum_wall_card_new:
 * @ink: must outlive the card
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
plenum_wall_card_new (PlenumWallInk *ink)
{
  PlenumWallCard *self = g_object_new (PLENUM_TYPE_WALL_CARD, NULL);

  self->ink = ink;

  return GTK_WIDGET (self);
}

static void
say (PlenumWallCard *self)
{
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;
  g_autofree char *all = NULL;

  plenum_card_speech (self->entry, self->place, &name, &description);
  all = g_strconcat (plenum_board_entry_get_selected (self->entry) ? "+" : "-", name, "\n", description, NULL);
  if (g_strcmp0 (all, self->said) == 0)
    return;

  g_free (self->said);
  self->said = g_steal_pointer (&all);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               plenum_board_entry_get_selected (self->entry), -1);
}

/**
 * plenum_wall_card_describe:
 * @place: where it is, in words
 *
 * Says what it is and where to who cannot see it.
 */
void
plenum_wall_card_describe (PlenumWallCard *self, const char *place)
{
  g_return_if_fail (PLENUM_IS_WALL_CARD (self) && self->entry != NULL);

  g_free (self->place);
  self->place = g_strdup (place);
  say (self);
}

static void
changed_cb (PlenumWallCard *self)
{
  self->stale = TRUE;
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plenum_wall_card_show:
 * @entry: (nullable): what it shows from now on
 */
void
plenum_wall_card_show (PlenumWallCard *self, PlenumBoardEntry *entry)
{
  g_return_if_fail (PLENUM_IS_WALL_CARD (self));

  if (self->entry == entry)
    return;

  forget (self);
  g_clear_object (&self->text);
  if (entry == NULL)
    return;

  self->entry = g_object_ref (entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}

PlenumBoardEntry *
plenum_wall_card_get_entry (PlenumWallCard *self)
{
  g_return_val_if_fail (PLENUM_IS_WALL_CARD (self), NULL);

  return self->entry;
}

/**
 * plenum_wall_card_set_form:
 * @size: how large it is on the wall
 * @zoom: how large the wall is seen
 */
void
plenum_wall_card_set_form (PlenumWallCard *self, PlenumCardForm form, const graphene_size_t *size, double zoom)
{
  g_return_if_fail (PLENUM_IS_WALL_CARD (self));

  if (self->form == form && graphene_size_equal (&self->size, size) && self->zoom == zoom)
    return;

  self->form = form;
  self->size = *size;
  self->zoom = zoom;
  self->stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plenum_wall_card_is_late:
 *
 * Returns: whether its text could not be laid out in time
 */
gboolean
plenum_wall_card_is_late (PlenumWallCard *self)
{
  g_return_val_if_fail (PLENUM_IS_WALL_CARD (self), FALSE);

  return self->stale;
}
