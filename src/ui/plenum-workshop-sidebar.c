/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the open workshop has: its boards, its people, its polls by state. */
#include "plenum-workshop-sidebar.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-agenda-model.h"
#include "plenum-format.h"
#include "plenum-list-stop.h"
#include "plenum-theme-row.h"
#include "plenum-window.h"

struct _PlenumWorkshopSidebar
{
  AdwBin                parent_instance;

  AdwWindowTitle       *title;
  GtkListBox           *list;

  PlenumWorkshopPage   *page;
  GPtrArray            *lists;     /* of GListModel: what is listed */
  PlenumSynthesisModel *synthesis; /* nullable: borrowed, among the lists */
  PlenumAgendaModel    *agenda;    /* from when there is a page */
  char                 *step;      /* what its row says */
  guint                 rebuild_source;
};

G_DEFINE_FINAL_TYPE (PlenumWorkshopSidebar, plenum_workshop_sidebar, ADW_TYPE_BIN)

static const char *
row_text (GtkListBoxRow *row, const char *key)
{
  return g_object_get_data (G_OBJECT (row), key);
}

static void
append_row (PlenumWorkshopSidebar *self, const char *section, const char *view, const char *record, const char *title,
            GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  plenum_accessible_name (row, title);
  g_object_set_data_full (G_OBJECT (row), "section", g_strdup (section), g_free);
  g_object_set_data_full (G_OBJECT (row), "view", g_strdup (view), g_free);
  g_object_set_data_full (G_OBJECT (row), "record", g_strdup (record), g_free);
  gtk_list_box_append (self->list, row);
}

static void
add_row (PlenumWorkshopSidebar *self,
         const char            *section,
         const char            *view,
         const char            *record,
         const char            *title,
         const char            *icon,
         const char            *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, title);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  if (note != NULL)
    {
      GtkWidget *count = gtk_label_new (note);

      gtk_widget_add_css_class (count, "dim-label");
      gtk_widget_add_css_class (count, "count");
      gtk_widget_add_css_class (count, "numeric");
      gtk_box_append (GTK_BOX (box), count);
    }
  append_row (self, section, view, record, title, box);
}

static int
compare_position (gconstpointer a, gconstpointer b, gpointer data)
{
  guint field = GPOINTER_TO_UINT (data);
  PlenumRecord *first = *(PlenumRecord * const *) a;
  PlenumRecord *second = *(PlenumRecord * const *) b;

  return g_strcmp0 (plenum_record_get_text (first, field), plenum_record_get_text (second, field));
}

static GPtrArray *
list_sorted (PlenumWorkshopSidebar *self, PlenumRecordType type, guint position)
{
  PlenumWorkshopModel *model = plenum_workshop_page_get_model (self->page);
  GListModel *list = G_LIST_MODEL (plenum_workshop_model_get_list (model, type));
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (list, i));
  g_ptr_array_sort_with_data (sorted, compare_position, GUINT_TO_POINTER (position));

  return sorted;
}

/* What goes on now, wherever one is. */
static const char *
name_step (PlenumWorkshopSidebar *self)
{
  int running = plenum_agenda_model_get_day (self->agenda)->running;

  return running < 0 ? _("All steps") : plenum_record_get_text (plenum_agenda_model_get_step (self->agenda, running), PLENUM_STEP_TITLE);
}

static void
add_agenda (PlenumWorkshopSidebar *self)
{
  guint n = plenum_agenda_model_get_n (self->agenda);
  g_autofree char *count = n > 0 ? plenum_format_number (n) : NULL;

  g_free (self->step);
  self->step = g_strdup (name_step (self));
  add_row (self, _("Agenda"), "agenda", NULL, self->step, "plenum-agenda-symbolic", count);
}

static void
add_boards (PlenumWorkshopSidebar *self)
{
  g_autoptr (GPtrArray) boards = list_sorted (self, PLENUM_BOARD, PLENUM_BOARD_POSITION);

  for (guint i = 0; i < boards->len; i++)
    add_row (self, _("Boards"), "boards", plenum_record_get_id (boards->pdata[i]),
             plenum_record_get_text (boards->pdata[i], PLENUM_BOARD_TITLE),
             "plenum-board-symbolic", NULL);
}

static void
add_polls (PlenumWorkshopSidebar *self)
{
  static const struct { const char *state, *title; } states[] = {
    { "open", N_("Votes that are open") },
    { "draft", N_("Votes in preparation") },
    { "closed", N_("Votes that are closed") },
  };
  g_autoptr (GPtrArray) polls = list_sorted (self, PLENUM_POLL, PLENUM_POLL_POSITION);

  for (guint s = 0; s < G_N_ELEMENTS (states); s++)
    for (guint i = 0; i < polls->len; i++)
      if (g_strcmp0 (plenum_record_get_text (polls->pdata[i], PLENUM_POLL_STATE), states[s].state) == 0)
        add_row (self, _(states[s].title), "voting", plenum_record_get_id (polls->pdata[i]),
                 plenum_record_get_text (polls->pdata[i], PLENUM_POLL_QUESTION),
                 "plenum-poll-symbolic", NULL);
}

static void rebuild (PlenumWorkshopSidebar *self);

static void
add_theme (PlenumWorkshopSidebar *self, PlenumSynthesisModel *synthesis, const char *section, const char *theme, guint largest)
{
  append_row (self, section, "synthesis", theme, plenum_synthesis_model_get_title (synthesis, theme),
              plenum_theme_row_new (synthesis, theme, largest));
}

static void
add_themes (PlenumWorkshopSidebar *self)
{
  PlenumSynthesisModel *synthesis = plenum_synthesis_model_get_for (plenum_workshop_page_get_model (self->page));
  g_autoptr (GPtrArray) themes = plenum_synthesis_model_list_themes (synthesis);
  PlenumSynthesisCount count;
  guint largest = 1;

  for (guint i = 0; i < themes->len; i++)
    {
      plenum_synthesis_model_count (synthesis, plenum_record_get_id (themes->pdata[i]), &count);
      largest = MAX (largest, count.n_cards);
    }
  add_theme (self, synthesis, _("Cards"), PLENUM_SYNTHESIS_ALL, 0);
  add_theme (self, synthesis, _("Cards"), PLENUM_SYNTHESIS_OPEN, 0);
  add_theme (self, synthesis, _("Cards"), PLENUM_SYNTHESIS_NONE, 0);
  for (guint i = 0; i < themes->len; i++)
    add_theme (self, synthesis, _("Themes"), plenum_record_get_id (themes->pdata[i]), largest);

  if (self->synthesis != synthesis)
    {
      self->synthesis = synthesis;
      g_ptr_array_add (self->lists, g_object_ref (synthesis));
      g_signal_connect_swapped (synthesis, "changed", G_CALLBACK (rebuild), self);
    }
}

/* Marks the row of what the page shows. */
static void
mark (PlenumWorkshopSidebar *self)
{
  const char *view;
  g_autofree char *shown = NULL;
  GtkListBoxRow *row;

  if (self->page == NULL)
    return;

  view = plenum_workshop_page_get_view (self->page);
  shown = plenum_workshop_page_get_shown (self->page);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (row_text (row, "view"), view) == 0
        && (row_text (row, "record") == NULL || g_strcmp0 (row_text (row, "record"), shown) == 0))
      break;
  gtk_list_box_select_row (self->list, row);
}

static void
rebuild_cb (gpointer data)
{
  PlenumWorkshopSidebar *self = data;
  PlenumWorkshopModel *model = plenum_workshop_page_get_model (self->page);
  PlenumRecord *workshop = plenum_workshop_model_get_workshop (model);
  guint people =
    g_list_model_get_n_items (G_LIST_MODEL (plenum_workshop_model_get_list (model, PLENUM_PARTICIPANT)));
  g_autofree char *count = people > 0 ? plenum_format_number (people) : NULL;
  GtkListBoxRow *row;

  self->rebuild_source = 0;
  if (workshop != NULL)
    adw_window_title_set_title (self->title, plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE));
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  if (workshop != NULL && !plenum_record_is_null (workshop, PLENUM_WORKSHOP_KIND))
    {
      add_themes (self);
    }
  else
    {
      add_agenda (self);
      add_boards (self);
      add_row (self, _("People"), "participants", NULL, _("Participants"), "system-users-symbolic", count);
      add_polls (self);
    }
  mark (self);
}

static void
rebuild (PlenumWorkshopSidebar *self)
{
  if (self->rebuild_source == 0)
    self->rebuild_source = g_idle_add_once (rebuild_cb, self);
}

/* From minute to minute only times change. */
static void
agenda_cb (PlenumWorkshopSidebar *self)
{
  if (g_strcmp0 (self->step, name_step (self)) != 0)
    rebuild (self);
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *section = row_text (row, "section");
  GtkWidget *label;

  if (before != NULL && g_str_equal (row_text (before, "section"), section))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (section);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "sidebar-section");
  gtk_list_box_row_set_header (row, label);
}

static void
activated_cb (PlenumWorkshopSidebar *self, GtkListBoxRow *row)
{
  plenum_workshop_page_show (self->page, row_text (row, "view"), row_text (row, "record"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-content", NULL);
}

static void
forget_page (PlenumWorkshopSidebar *self)
{
  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  for (guint i = 0; i < self->lists->len; i++)
    g_signal_handlers_disconnect_by_data (self->lists->pdata[i], self);
  g_ptr_array_set_size (self->lists, 0);
  self->synthesis = NULL;
  if (self->agenda != NULL)
    g_signal_handlers_disconnect_by_data (self->agenda, self);
  g_clear_object (&self->agenda);
  if (self->page != NULL)
    {
      g_signal_handlers_disconnect_by_data (plenum_workshop_page_get_model (self->page), self);
      g_signal_handlers_disconnect_by_data (self->page, self);
    }
  g_clear_object (&self->page);
}

static void
plenum_workshop_sidebar_dispose (GObject *object)
{
  PlenumWorkshopSidebar *self = PLENUM_WORKSHOP_SIDEBAR (object);

  forget_page (self);

  G_OBJECT_CLASS (plenum_workshop_sidebar_parent_class)->dispose (object);
}

static void
plenum_workshop_sidebar_finalize (GObject *object)
{
  g_ptr_array_unref (PLENUM_WORKSHOP_SIDEBAR (object)->lists);
  g_free (PLENUM_WORKSHOP_SIDEBAR (object)->step);

  G_OBJECT_CLASS (plenum_workshop_sidebar_parent_class)->finalize (object);
}

static void
plenum_workshop_sidebar_class_init (PlenumWorkshopSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plenum_workshop_sidebar_dispose;
  object_class->finalize = plenum_workshop_sidebar_finalize;

  g_type_ensure (PLENUM_TYPE_LIST_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/plenum-workshop-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
plenum_workshop_sidebar_init (PlenumWorkshopSidebar *self)
{
  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_func, NULL, NULL);
}

/**
 * plenum_workshop_sidebar_set_page:
 * @page: (nullable): the workshop that is listed and steered
 */
void
plenum_workshop_sidebar_set_page (PlenumWorkshopSidebar *self, PlenumWorkshopPage *page)
{
  static const PlenumRecordType types[] = { PLENUM_STEP, PLENUM_BOARD, PLENUM_PARTICIPANT, PLENUM_POLL };

  g_return_if_fail (PLENUM_IS_WORKSHOP_SIDEBAR (self));

  forget_page (self);
  if (page == NULL)
    return;

  self->page = g_object_ref (page);
  self->agenda = plenum_agenda_model_new (plenum_workshop_page_get_model (page));
  g_signal_connect_swapped (self->agenda, "changed", G_CALLBACK (agenda_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      PlenumRecordList *list =
        plenum_workshop_model_get_list (plenum_workshop_page_get_model (page), types[i]);

      g_ptr_array_add (self->lists, g_object_ref (list));
      g_signal_connect_swapped (list, "items-changed", G_CALLBACK (rebuild), self);
    }
  g_signal_connect_swapped (plenum_workshop_page_get_model (page), "notify::workshop",
                            G_CALLBACK (rebuild), self);
  g_signal_connect_swapped (page, "notify::view", G_CALLBACK (mark), self);
  g_signal_connect_swapped (page, "notify::shown", G_CALLBACK (mark), self);
  rebuild_cb (self);
}
