/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card of a wall on the beamer: as much of its text as has room in letters that
 * can be read from the last row. It keeps no hold on the card, so that a picture
 * that is frozen stays as it is, and says nothing about who wrote it. */
#include "plenum-presenter-card.h"

#include "plenum-card.h"
#include "plenum-card-kinds.h"

/* Of a usual card on a wall that is seen as it is, in pixels. */
#define WALL_LETTERS 15.0

/* In the size of letters. */
#define LINE       1.22
#define LEAST_TEXT 3
#define ICON       0.65
#define GAP        0.2

struct _PlenumPresenterCard
{
  GtkWidget       parent_instance;

  PlenumWallInk  *ink;   /* unowned: the canvas's */
  PlenumCardForm  form;
  guint           paper;
  graphene_rect_t room;  /* for icon and text */
  double          em;

  GtkWidget      *icon;
  GtkWidget      *label;
};

G_DEFINE_FINAL_TYPE (PlenumPresenterCard, plenum_presenter_card, GTK_TYPE_WIDGET)

/* The form of a cloud is no box. */
static void
plenum_presenter_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlenumPresenterCard *self = PLENUM_PRESENTER_CARD (widget);

  if (self->form == PLENUM_FORM_CLOUD)
    plenum_wall_ink_sheet (self->ink, snapshot,
                           &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)),
                           self->form, &self->ink->papers[self->paper]);
  GTK_WIDGET_CLASS (plenum_presenter_card_parent_class)->snapshot (widget, snapshot);
}

/* As large as the canvas says. */
static void
plenum_presenter_card_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                               int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  PlenumPresenterCard *self = PLENUM_PRESENTER_CARD (widget);

  gtk_widget_measure (self->icon, orientation, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (self->label, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = 0;
}

static void
plenum_presenter_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlenumPresenterCard *self = PLENUM_PRESENTER_CARD (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int icon = self->em * ICON, beside = icon + self->em * GAP;
  int room = MAX (self->room.size.width - beside, 1);
  int left = self->room.origin.x, top = self->room.origin.y, least, need;

  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  room = MAX (room, least);
  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, room, &need, NULL, NULL, NULL);
  if (self->form != PLENUM_FORM_RECTANGLE)
    top += MAX ((self->room.size.height - need) / 2, 0);
  gtk_widget_measure (self->icon, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->icon, &(GtkAllocation) { rtl ? left + room + beside - icon : left, top,
                                                           MAX (icon, least), MAX (self->em * LINE, least) }, -1);
  gtk_widget_size_allocate (self->label, &(GtkAllocation) { rtl ? left : left + beside, top, room, need }, -1);
}

static void
plenum_presenter_card_dispose (GObject *object)
{
  PlenumPresenterCard *self = PLENUM_PRESENTER_CARD (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (plenum_presenter_card_parent_class)->dispose (object);
}

static void
plenum_presenter_card_class_init (PlenumPresenterCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_presenter_card_dispose;
  widget_class->snapshot = plenum_presenter_card_snapshot;
  widget_class->measure = plenum_presenter_card_measure;
  widget_class->size_allocate = plenum_presenter_card_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plenum_presenter_card_init (PlenumPresenterCard *self)
{
  self->icon = gtk_image_new ();
  gtk_widget_add_css_class (self->icon, "kind");
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * plenum_presenter_card_new:
 * @ink: must outlive the card
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
plenum_presenter_card_new (PlenumWallInk *ink)
{
  PlenumPresenterCard *self = g_object_new (PLENUM_TYPE_PRESENTER_CARD, NULL);

  self->ink = ink;

  return GTK_WIDGET (self);
}

static void
set_form (PlenumPresenterCard *self, PlenumCardForm form)
{
  static const char *const styles[] = {
    [PLENUM_FORM_RECTANGLE] = "rectangle", [PLENUM_FORM_OVAL] = "oval", [PLENUM_FORM_CIRCLE] = "oval",
    [PLENUM_FORM_STRIP] = "strip", [PLENUM_FORM_CLOUD] = "cloud",
  };

  gtk_widget_remove_css_class (GTK_WIDGET (self), styles[self->form]);
  gtk_widget_add_css_class (GTK_WIDGET (self), styles[form]);
  self->form = form;
}

/**
 * plenum_presenter_card_letters:
 *
 * Returns: how large letters are on a wall that is seen at @zoom, in pixels: as on the
 *   wall, and never smaller than @em
 */
double
plenum_presenter_card_letters (double zoom, double em)
{
  return MAX (em, WALL_LETTERS * zoom);
}

/**
 * plenum_presenter_card_show:
 * @entry: a card, which is not held
 * @size: on the wall
 * @zoom: how large the wall is seen
 * @em: the size of the canvas's letters, in pixels: they are never smaller
 */
void
plenum_presenter_card_show (PlenumPresenterCard *self, PlenumBoardEntry *entry, PlenumCardForm form,
                            const graphene_size_t *size, double zoom, double em)
{
  double letters = plenum_presenter_card_letters (zoom, em);
  const char *title, *text;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  g_return_if_fail (PLENUM_IS_PRESENTER_CARD (self));

  title = plenum_board_entry_get_title (entry);
  text = plenum_board_entry_get_text (entry);
  set_form (self, form);
  self->paper = plenum_wall_paper (plenum_board_entry_get_kind (entry),
                                   plenum_record_get_text (plenum_board_entry_get_record (entry), PLENUM_IDEA_COLOUR));
  self->em = letters;
  self->room = plenum_wall_text_room (size, form, zoom);
  plenum_card_paint (GTK_WIDGET (self), entry);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), plenum_card_kinds_find (plenum_board_entry_get_kind (entry))->icon);
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), letters * ICON);
  gtk_label_set_label (GTK_LABEL (self->label), *title != '\0' ? title : text);
  pango_attr_list_insert (attributes, pango_attr_scale_new (letters / em));
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  gtk_label_set_lines (GTK_LABEL (self->label), MAX (1, (int) (self->room.size.height / (letters * LINE))));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * plenum_presenter_card_has_room:
 *
 * Returns: whether the beginning of a text has room in letters of @em pixels
 */
gboolean
plenum_presenter_card_has_room (const graphene_size_t *size, PlenumCardForm form, double zoom, double em)
{
  graphene_rect_t room = plenum_wall_text_room (size, form, zoom);

  return room.size.width >= (LEAST_TEXT + ICON + GAP) * em && room.size.height >= LINE * em;
}
