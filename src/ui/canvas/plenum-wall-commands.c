/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keys, buttons and the menu of a wall do. */
#include <glib/gi18n.h>
#include <math.h>

#include "plenum-accessible.h"
#include "plenum-canvas-actions.h"
#include "plenum-idea-actions.h"
#include "plenum-matrix-actions.h"
#include "plenum-wall-arrange.h"
#include "plenum-wall-axes.h"
#include "plenum-wall-polls.h"
#include "plenum-wall-private.h"

#define ZOOM_STEP  1.25
#define FRAME_STEP 24

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWall *self = PLENUM_WALL (widget);
  const char *how = g_variant_get_string (parameter, NULL);
  double zoom = self->view.zoom * (g_str_equal (how, "in") ? ZOOM_STEP : 1 / ZOOM_STEP);
  int current = plenum_wall_get_current (self);
  graphene_rect_t at = GRAPHENE_RECT_INIT (0, 0, self->view.width, self->view.height);
  graphene_point_t centre;
  g_autofree char *sentence = NULL;

  if (g_str_equal (how, "fit"))
    plenum_wall_fit (self);
  else
    {
      /* Who looks closer looks at the card that has the focus. */
      if (current >= 0 && gtk_widget_get_focus_child (widget) != NULL)
        at = plenum_wall_view_to_window (&self->view, plenum_wall_model_get_rect (self->model, current));
      centre = plenum_wall_middle (&at);
      plenum_wall_zoom (self, g_str_equal (how, "normal") ? 1 : zoom, centre.x, centre.y);
    }
  sentence = g_strdup_printf (_("%.0f %%"), self->view.zoom * 100);
  plenum_board_desk_say (self->desk, sentence);
}

static void
pan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWall *self = PLENUM_WALL (widget);
  const char *where = g_variant_get_string (parameter, NULL);
  double right = self->view.width * 0.8, down = self->view.height * 0.8;

  if (g_str_equal (where, "left"))
    plenum_wall_pan (self, right, 0);
  else if (g_str_equal (where, "right"))
    plenum_wall_pan (self, -right, 0);
  else
    plenum_wall_pan (self, 0, g_str_equal (where, "up") ? down : -down);
}

/* The cards a command is about: all that is selected, or else the current one. */
static GPtrArray *
list_cards (PlenumWall *self)
{
  return plenum_card_selection_list_cards (plenum_board_desk_get_selection (self->desk), plenum_board_desk_get_current (self->desk));
}

/* A single card is not arranged: all of its area are meant then. */
static GPtrArray *
list_to_arrange (PlenumWall *self)
{
  GPtrArray *cards = list_cards (self);
  int current = plenum_wall_get_current (self);

  if (cards->len >= 2 || current < 0)
    return cards;

  g_ptr_array_set_size (cards, 0);
  for (guint i = 0; i < plenum_wall_model_n_items (self->model); i++)
    {
      const PlenumWallItem *item = plenum_wall_model_get_item (self->model, i);

      if (item->frame == plenum_wall_model_get_item (self->model, current)->frame && !item->stack)
        g_ptr_array_add (cards, g_object_ref (item->entry));
    }

  return cards;
}

static void
arrange_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWall *self = PLENUM_WALL (widget);
  g_autoptr (GPtrArray) cards = list_to_arrange (self);
  g_autofree graphene_rect_t *rects = g_new0 (graphene_rect_t, cards->len + 1);
  g_autofree char *sentence = NULL;
  PlenumArrange how;

  if (plenum_wall_model_is_matrix (self->model) || !plenum_wall_arrange_from_name (g_variant_get_string (parameter, NULL), &how))
    return;
  if (cards->len < 2)
    {
      plenum_board_desk_say (self->desk, _("Select two cards or more to arrange them."));
      return;
    }

  for (guint i = 0; i < cards->len; i++)
    {
      int item = plenum_wall_model_find (self->model, cards->pdata[i]);

      if (item < 0)
        return;
      rects[i] = *plenum_wall_model_get_rect (self->model, item);
    }
  plenum_wall_arrange (rects, cards->len, how);
  plenum_wall_place (self, cards, rects);
  sentence = g_strdup_printf (ngettext ("%u card arranged", "%u cards arranged", cards->len), cards->len);
  plenum_board_desk_say (self->desk, sentence);
}

static void
snap_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWall *self = PLENUM_WALL (widget);

  self->snaps = !self->snaps;
  plenum_board_desk_say (self->desk, self->snaps ? _("Cards snap to each other.") : _("Cards lie where they are dropped."));
}

/* Size or form; the usual one is none. */
static void
look_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWall *self = PLENUM_WALL (widget);
  g_auto (GStrv) ids = plenum_board_desk_dup_card_ids (self->desk);
  const char *value = g_variant_get_string (parameter, NULL);
  guint field = g_str_equal (name, "wall.size") ? PLENUM_IDEA_SIZE : PLENUM_IDEA_FORM;

  if (ids[0] != NULL)
    plenum_board_desk_perform_for (self->desk,
                                   plenum_action_set_ideas_text ((const char *const *) ids, field, *value != '\0' ? value : NULL),
                                   NULL, NULL, 0);
}

/* Moves or resizes the area of the current card, with all that is in it. */
static void
frame_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWall *self = PLENUM_WALL (widget);
  int current = plenum_wall_get_current (self);
  int right, down;
  gboolean corner;
  g_autofree char *area = NULL;
  g_autofree char *sentence = NULL;

  g_variant_get (parameter, "(iib)", &right, &down, &corner);
  if (current < 0 || plenum_wall_model_is_matrix (self->model) || self->carry != PLENUM_CARRY_NOTHING)
    return;

  plenum_wall_carry_frame (self, plenum_wall_model_get_item (self->model, current)->frame, corner ? PLENUM_CARRY_CORNER : PLENUM_CARRY_FRAME);
  plenum_wall_carry_to (self, right * FRAME_STEP, down * FRAME_STEP, FALSE);
  area = plenum_wall_zone_name (self, self->carried_zone);
  plenum_wall_drop (self);
  sentence = corner ? g_strdup_printf (_("Area “%s” resized"), area) : g_strdup_printf (_("Area “%s” moved"), area);
  plenum_board_desk_say (self->desk, sentence);
}

static void
take_off_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWall *self = PLENUM_WALL (widget);
  g_auto (GStrv) ids = plenum_board_desk_dup_card_ids (self->desk);
  guint n = g_strv_length (ids);
  g_autofree PlenumAxisPlace *places = g_new0 (PlenumAxisPlace, n + 1);

  for (guint i = 0; i < n; i++)
    places[i] = (PlenumAxisPlace) { ids[i], -1, 0 };
  if (n > 0 && plenum_wall_model_is_matrix (self->model))
    plenum_board_desk_perform_for (self->desk, plenum_action_rate_ideas (places, n), NULL, NULL, 0);
}

static void
axes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWall *self = PLENUM_WALL (widget);

  if (plenum_wall_model_is_matrix (self->model))
    plenum_wall_axes_pop_up (self->axes[0], self->desk, self->model);
}

static void
polls_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWall *self = PLENUM_WALL (widget);

  if (plenum_wall_model_is_matrix (self->model))
    plenum_wall_polls_pop_up (self->controls, self->desk, self->model);
}

void
plenum_wall_install_commands (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "wall.zoom", "s", zoom_action);
  gtk_widget_class_install_action (widget_class, "wall.pan", "s", pan_action);
  gtk_widget_class_install_action (widget_class, "wall.arrange", "s", arrange_action);
  gtk_widget_class_install_action (widget_class, "wall.snap", NULL, snap_action);
  gtk_widget_class_install_action (widget_class, "wall.size", "s", look_action);
  gtk_widget_class_install_action (widget_class, "wall.form", "s", look_action);
  gtk_widget_class_install_action (widget_class, "wall.frame", "(iib)", frame_action);
  gtk_widget_class_install_action (widget_class, "wall.take-off", NULL, take_off_action);
  gtk_widget_class_install_action (widget_class, "wall.axes", NULL, axes_action);
  gtk_widget_class_install_action (widget_class, "wall.polls", NULL, polls_action);
}

typedef struct
{
  const char *label;
  const char *target;
} Choice;

static void
append (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target != NULL ? g_variant_new_string (target) : NULL);
  g_menu_append_item (menu, item);
}

static void
append_choices (GMenu *menu, const char *label, const char *action, const Choice *choices, guint n)
{
  g_autoptr (GMenu) inside = g_menu_new ();

  for (guint i = 0; i < n; i++)
    append (inside, _(choices[i].label), action, choices[i].target);
  g_menu_append_submenu (menu, label, G_MENU_MODEL (inside));
}

static GMenuModel *
new_menu (gboolean matrix)
{
  static const Choice sizes[] = { { N_("_Small"), "small" }, { N_("_Usual"), "" }, { N_("_Large"), "large" } };
  static const Choice forms[] = {
    { N_("_Rectangle: a contribution"), "" }, { N_("_Oval: a remark"), "oval" }, { N_("_Circle: a heading"), "circle" },
    { N_("_Strip: a heading"), "strip" }, { N_("C_loud: a topic"), "cloud" },
  };
  static const Choice aligns[] = {
    { N_("_Left edges"), "left" }, { N_("_Centres"), "centre" }, { N_("_Right edges"), "right" },
    { N_("_Upper edges"), "top" }, { N_("_Middles"), "middle" }, { N_("L_ower edges"), "bottom" },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();

  if (matrix)
    {
      append (first, _("_Name the axes"), "wall.axes", NULL);
      append (first, _("_Place by a poll…"), "wall.polls", NULL);
      append (first, _("_Take off the matrix"), "wall.take-off", NULL);
    }
  else
    {
      append (first, _("Arrange as _grid"), "wall.arrange", "grid");
      append_choices (first, _("_Align"), "wall.arrange", aligns, G_N_ELEMENTS (aligns));
      append (first, _("Distribute a_cross"), "wall.arrange", "across");
      append (first, _("Distribute _down"), "wall.arrange", "down");
      append (first, _("_Snap, or no longer"), "wall.snap", NULL);
    }
  append_choices (second, _("S_ize"), "wall.size", sizes, G_N_ELEMENTS (sizes));
  append_choices (second, _("_Form"), "wall.form", forms, G_N_ELEMENTS (forms));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));

  return G_MENU_MODEL (menu);
}

static GtkWidget *
new_button (const char *icon, const char *label, const char *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  plenum_accessible_tip (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "wall.zoom");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);

  return button;
}

static GtkWidget *
new_axis (PlenumWall *self)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "axis");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "wall.axes");
  gtk_widget_set_parent (button, GTK_WIDGET (self));

  return button;
}

/* The buttons in the corner, and on a matrix the names of its axes. */
GtkWidget *
plenum_wall_new_controls (PlenumWall *self)
{
  static const char *const changing[] = {
    "wall.arrange", "wall.size", "wall.form", "wall.frame", "wall.take-off", "wall.axes", "wall.polls",
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *menu = gtk_menu_button_new ();
  GtkWidget *zoom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *normal = new_button ("", _("Usual size"), "normal");
  gboolean matrix = plenum_wall_model_is_matrix (self->model);
  g_autoptr (GMenuModel) model = new_menu (matrix);

  for (guint i = 0; matrix && i < 2; i++)
    self->axes[i] = new_axis (self);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), model);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (menu), GTK_ARROW_UP);
  plenum_accessible_tip (menu, _("Arrange the cards"));

  self->percent = GTK_LABEL (gtk_label_new ("100 %"));
  gtk_label_set_width_chars (self->percent, 5);
  gtk_widget_add_css_class (GTK_WIDGET (self->percent), "numeric");
  gtk_button_set_child (GTK_BUTTON (normal), GTK_WIDGET (self->percent));
  gtk_widget_add_css_class (zoom, "linked");
  gtk_box_append (GTK_BOX (zoom), new_button ("zoom-out-symbolic", _("Look from farther away"), "out"));
  gtk_box_append (GTK_BOX (zoom), normal);
  gtk_box_append (GTK_BOX (zoom), new_button ("zoom-in-symbolic", _("Look closer"), "in"));
  gtk_box_append (GTK_BOX (zoom), new_button ("zoom-fit-best-symbolic", _("Show all"), "fit"));
  gtk_box_append (GTK_BOX (box), menu);
  gtk_box_append (GTK_BOX (box), zoom);
  gtk_widget_add_css_class (box, "wall-controls");
  for (guint i = 0; plenum_board_desk_is_read_only (self->desk) && i < G_N_ELEMENTS (changing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changing[i], FALSE);

  return box;
}
