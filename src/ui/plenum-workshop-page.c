/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-workshop-page.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-activity-bar.h"
#include "plenum-agenda-view.h"
#include "plenum-boards-view.h"
#include "plenum-conflict-bar.h"
#include "plenum-keys.h"
#include "plenum-participants-view.h"
#include "plenum-presenter-bar.h"
#include "plenum-synthesis-view.h"
#include "plenum-title.h"
#include "plenum-undo-buttons.h"
#include "plenum-voting-view.h"
#include "plenum-window.h"

#define SYNTHESIS "synthesis"
#define FIRST     "boards" /* to look at */

typedef struct
{
  const char  *name;
  const char  *title;
  const char  *icon;
  GtkWidget *(*create) (PlenumWorkshopModel *model);
  PlenumPresenterContent presented; /* on the beamer, if the view shows one of them */
} View;

static const View views[] = {
  { "agenda", N_("Agenda"), "plenum-agenda-symbolic", plenum_agenda_view_new, PLENUM_SHOW_AGENDA },
  { "boards", N_("Boards"), "plenum-board-symbolic", plenum_boards_view_new, PLENUM_SHOW_BOARD },
  { "participants", N_("Participants"), "system-users-symbolic", plenum_participants_view_new, PLENUM_SHOW_WORKSHOP },
  { "voting", N_("Voting"), "plenum-poll-symbolic", plenum_voting_view_new, PLENUM_SHOW_POLL },
  { SYNTHESIS, N_("Themes"), "plenum-idea-symbolic", plenum_synthesis_view_new, PLENUM_SHOW_WORKSHOP },
  { NULL }
};

struct _PlenumWorkshopPage
{
  AdwBin                parent_instance;

  AdwViewStack         *stack;
  AdwViewSwitcherTitle *switcher;
  AdwViewSwitcherBar   *switcher_bar;
  PlenumUndoButtons    *undo_buttons;
  GtkMenuButton        *menu_button;
  GtkWidget            *search;
  PlenumConflictBar    *conflict_bar;
  PlenumPresenterBar   *presenter_bar;

  PlenumWorkshopModel  *model;
  GBinding             *search_binding;
  guint                 bar_source;
  gboolean              synthesis; /* it is one */
};

enum { PROP_0, PROP_VIEW, PROP_SHOWN, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlenumWorkshopPage, plenum_workshop_page, ADW_TYPE_BIN)

static gboolean
has_property (gpointer object, const char *name)
{
  return object != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (object), name) != NULL;
}

static GtkWidget *
get_view (PlenumWorkshopPage *self)
{
  GtkWidget *bin = adw_view_stack_get_visible_child (self->stack);

  return bin != NULL ? adw_bin_get_child (ADW_BIN (bin)) : NULL;
}

/* The beamer shows what is worked on. */
static void
follow (PlenumWorkshopPage *self)
{
  GtkWidget *bin = adw_view_stack_get_visible_child (self->stack);
  const View *view = g_object_get_data (G_OBJECT (bin), "view");
  g_autofree char *shown = plenum_workshop_page_get_shown (self);

  plenum_presenter_bar_follow (self->presenter_bar,
                               shown != NULL ? view->presented : PLENUM_SHOW_WORKSHOP, shown);
}

static void
shown_cb (PlenumWorkshopPage *self)
{
  follow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

/* A view is made when it is first looked at: most starts need one of them. */
static void
fill (PlenumWorkshopPage *self, AdwBin *bin)
{
  const View *view = g_object_get_data (G_OBJECT (bin), "view");
  GtkWidget *child;

  if (adw_bin_get_child (bin) != NULL)
    return;

  child = view->create (self->model);
  if (has_property (child, "shown"))
    g_signal_connect_object (child, "notify::shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (bin, child);
}

static void
visible_child_cb (PlenumWorkshopPage *self)
{
  GtkWidget *bin = adw_view_stack_get_visible_child (self->stack);
  GtkWidget *view;

  g_clear_pointer (&self->search_binding, g_binding_unbind);
  if (bin == NULL || self->model == NULL)
    return;

  fill (self, ADW_BIN (bin));
  view = get_view (self);
  gtk_widget_set_visible (self->search, has_property (view, "search-mode"));
  if (has_property (view, "search-mode"))
    self->search_binding = g_object_bind_property (view, "search-mode", self->search, "active",
                                                   G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  follow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

static void update_bar (PlenumWorkshopPage *self);

/* A synthesis has nothing of its own to put on boards, and workshops have no use for
 * the view in which others are read. */
static void
offer_views (PlenumWorkshopPage *self, gboolean synthesis)
{
  GtkWidget *visible = adw_view_stack_get_visible_child (self->stack);

  self->synthesis = synthesis;
  for (const View *view = views; view->name != NULL; view++)
    {
      GtkWidget *bin = adw_view_stack_get_child_by_name (self->stack, view->name);
      gboolean offered = g_str_equal (view->name, SYNTHESIS) == synthesis;

      adw_view_stack_page_set_visible (adw_view_stack_get_page (self->stack, bin), offered);
      if (bin == visible && !offered)
        adw_view_stack_set_visible_child_name (self->stack, synthesis ? SYNTHESIS : FIRST);
    }
  update_bar (self);
}

static void
workshop_cb (PlenumWorkshopPage *self)
{
  PlenumRecord *workshop = plenum_workshop_model_get_workshop (self->model);

  if (workshop == NULL)
    return;

  adw_view_switcher_title_set_title (self->switcher,
                                     plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE));
  offer_views (self, !plenum_record_is_null (workshop, PLENUM_WORKSHOP_KIND));
}

static void
show_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWorkshopPage *self = PLENUM_WORKSHOP_PAGE (widget);

  plenum_workshop_page_show (self, g_variant_get_string (parameter, NULL), NULL);

  /* Whoever comes by the keyboard wants to go on there, not at a button above. */
  if (get_view (self) != NULL)
    gtk_widget_grab_focus (get_view (self));
}

static void
present_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_presenter_bar_present (PLENUM_WORKSHOP_PAGE (widget)->presenter_bar);
}

static void
turn_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_presenter_bar_turn (PLENUM_WORKSHOP_PAGE (widget)->presenter_bar, g_variant_get_int32 (parameter));
}

static void
present_idea_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_presenter_bar_show_idea (PLENUM_WORKSHOP_PAGE (widget)->presenter_bar,
                                  g_variant_get_string (parameter, NULL));
}

/* From wherever the focus is, where a view has something to print. */
static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *view = get_view (PLENUM_WORKSHOP_PAGE (widget));

  if (view != NULL)
    gtk_widget_activate_action (view, "paper.print", NULL);
}

static void
compare_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_conflict_bar_compare (PLENUM_WORKSHOP_PAGE (widget)->conflict_bar);
}

/* The beamer goes to where one looks. */
static void
look_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  double x, y, w, h;

  g_variant_get (parameter, "(dddd)", &x, &y, &w, &h);
  plenum_presenter_bar_look_at (PLENUM_WORKSHOP_PAGE (widget)->presenter_bar, &GRAPHENE_RECT_INIT (x, y, w, h));
}

static void
timer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_presenter_bar_show_timer (PLENUM_WORKSHOP_PAGE (widget)->presenter_bar);
}

static void
start_timer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_presenter_bar_start_timer (PLENUM_WORKSHOP_PAGE (widget)->presenter_bar, g_variant_get_uint32 (parameter));
}

static void
large_timer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_presenter_bar_turn_timer (PLENUM_WORKSHOP_PAGE (widget)->presenter_bar);
}

/* The views are at the bottom where they do not fit into the header. */
static void
update_bar (PlenumWorkshopPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean compact = FALSE;

  if (PLENUM_IS_WINDOW (root))
    g_object_get (root, "compact", &compact, NULL);
  /* Where there is one view, there is nothing to switch. */
  adw_view_switcher_bar_set_reveal (self->switcher_bar, !self->synthesis
                                    && (compact || adw_view_switcher_title_get_title_visible (self->switcher)));
}

static void
bar_idle_cb (gpointer data)
{
  PlenumWorkshopPage *self = data;

  self->bar_source = 0;
  update_bar (self);
}

/* The title finds out while sizes are given, when it is too late to change them. */
static void
title_visible_cb (PlenumWorkshopPage *self)
{
  if (self->bar_source == 0)
    self->bar_source = g_idle_add_once (bar_idle_cb, self);
}

static void
plenum_workshop_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plenum_workshop_page_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::compact", G_CALLBACK (update_bar), widget,
                           G_CONNECT_SWAPPED);
  update_bar (PLENUM_WORKSHOP_PAGE (widget));
}

static void
plenum_workshop_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_root (widget), widget);

  GTK_WIDGET_CLASS (plenum_workshop_page_parent_class)->unroot (widget);
}

static void
plenum_workshop_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlenumWorkshopPage *self = PLENUM_WORKSHOP_PAGE (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      g_value_set_string (value, plenum_workshop_page_get_view (self));
      break;

    case PROP_SHOWN:
      g_value_take_string (value, plenum_workshop_page_get_shown (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_workshop_page_dispose (GObject *object)
{
  PlenumWorkshopPage *self = PLENUM_WORKSHOP_PAGE (object);

  g_clear_handle_id (&self->bar_source, g_source_remove);
  g_clear_pointer (&self->search_binding, g_binding_unbind);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_workshop_page_parent_class)->dispose (object);
}

static void
plenum_workshop_page_class_init (PlenumWorkshopPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plenum_workshop_page_dispose;
  object_class->get_property = plenum_workshop_page_get_property;
  widget_class->root = plenum_workshop_page_root;
  widget_class->unroot = plenum_workshop_page_unroot;

  properties[PROP_VIEW] =
    g_param_spec_string ("view", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOWN] =
    g_param_spec_string ("shown", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLENUM_TYPE_ACTIVITY_BAR);
  g_type_ensure (PLENUM_TYPE_CONFLICT_BAR);
  g_type_ensure (PLENUM_TYPE_PRESENTER_BAR);
  g_type_ensure (PLENUM_TYPE_UNDO_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/plenum-workshop-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopPage, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopPage, undo_buttons);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopPage, search);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopPage, conflict_bar);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopPage, presenter_bar);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_visible_cb);
  gtk_widget_class_install_action (widget_class, "workshop.show", "s", show_cb);
  gtk_widget_class_install_action (widget_class, "workshop.present", NULL, present_cb);
  gtk_widget_class_install_action (widget_class, "workshop.turn", "i", turn_cb);
  gtk_widget_class_install_action (widget_class, "workshop.present-idea", "s", present_idea_cb);
  gtk_widget_class_install_action (widget_class, "workshop.timer", NULL, timer_cb);
  gtk_widget_class_install_action (widget_class, "workshop.start-timer", "u", start_timer_cb);
  gtk_widget_class_install_action (widget_class, "workshop.large-timer", NULL, large_timer_cb);
  gtk_widget_class_install_action (widget_class, "workshop.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "workshop.compare", NULL, compare_cb);
  gtk_widget_class_install_action (widget_class, "workshop.look-at", "(dddd)", look_cb);
}

static void
plenum_workshop_page_init (PlenumWorkshopPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plenum_title_shrink (GTK_WIDGET (self->switcher));
  plenum_keys_bind_everywhere (GTK_WIDGET (self), "workshop.");
  plenum_accessible_name (GTK_WIDGET (self->menu_button), _("Main menu"));

  for (const View *view = views; view->name != NULL; view++)
    {
      GtkWidget *bin = adw_bin_new ();
      AdwViewStackPage *page = adw_view_stack_add_titled (self->stack, bin, view->name, _(view->title));

      g_object_set_data (G_OBJECT (bin), "view", (gpointer) view);
      adw_view_stack_page_set_icon_name (page, view->icon);
    }
  adw_view_stack_set_visible_child_name (self->stack, FIRST);
}

/**
 * plenum_workshop_page_new:
 * @model: the workshop
 * @undo: what the buttons for undo and redo tell about
 * @menu: the main menu
 *
 * Returns: (transfer floating): the workshop with its views
 */
GtkWidget *
plenum_workshop_page_new (PlenumWorkshopModel *model, PlenumUndo *undo, GMenuModel *menu)
{
  PlenumWorkshopPage *self = g_object_new (PLENUM_TYPE_WORKSHOP_PAGE, NULL);

  self->model = g_object_ref (model);
  plenum_conflict_bar_set_model (self->conflict_bar, model);
  plenum_presenter_bar_set_model (self->presenter_bar, model);
  plenum_undo_buttons_set_undo (self->undo_buttons, undo);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  g_signal_connect_object (model, "notify::workshop", G_CALLBACK (workshop_cb), self, G_CONNECT_SWAPPED);
  workshop_cb (self);

  return GTK_WIDGET (self);
}

/**
 * plenum_workshop_page_get_model:
 *
 * Returns: (transfer none): the workshop
 */
PlenumWorkshopModel *
plenum_workshop_page_get_model (PlenumWorkshopPage *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_PAGE (self), NULL);

  return self->model;
}

/**
 * plenum_workshop_page_get_view:
 *
 * Returns: (transfer none) (nullable): the name of the view that is visible
 */
const char *
plenum_workshop_page_get_view (PlenumWorkshopPage *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_PAGE (self), NULL);

  return adw_view_stack_get_visible_child_name (self->stack);
}

/**
 * plenum_workshop_page_get_shown:
 *
 * Returns: (transfer full) (nullable): the id of the board or poll that the
 *   visible view shows
 */
char *
plenum_workshop_page_get_shown (PlenumWorkshopPage *self)
{
  GtkWidget *view;
  char *shown = NULL;

  g_return_val_if_fail (PLENUM_IS_WORKSHOP_PAGE (self), NULL);

  view = get_view (self);
  if (has_property (view, "shown"))
    g_object_get (view, "shown", &shown, NULL);

  return shown;
}

/**
 * plenum_workshop_page_show:
 * @view: (nullable): the name of a view, or %NULL for the one that is visible;
 *   one that does not exist is ignored
 * @record: (nullable): the id of the board or poll that it is to show
 */
void
plenum_workshop_page_show (PlenumWorkshopPage *self, const char *view, const char *record)
{
  GtkWidget *child;

  g_return_if_fail (PLENUM_IS_WORKSHOP_PAGE (self));

  if (view != NULL && adw_view_stack_get_child_by_name (self->stack, view) == NULL)
    return;
  if (view != NULL)
    adw_view_stack_set_visible_child_name (self->stack, view);
  visible_child_cb (self);

  child = get_view (self);
  if (record != NULL && has_property (child, "shown"))
    g_object_set (child, "shown", record, NULL);
}

/**
 * plenum_workshop_page_search:
 *
 * Opens the search of the visible view, or closes it.
 */
void
plenum_workshop_page_search (PlenumWorkshopPage *self)
{
  g_return_if_fail (PLENUM_IS_WORKSHOP_PAGE (self));

  if (gtk_widget_get_visible (self->search))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->search),
                                  !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->search)));
}
