/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who types which paper, where two people type each: above what is typed of it. What
 * they typed differently stands below. */
#include "plenum-paper-typist.h"

#include <glib/gi18n.h>

#include "plenum-editable.h"
#include "plenum-paper-actions.h"
#include "plenum-paper-stack.h"
#include "plenum-wrap-layout.h"

#define MOST_PAPERS 1000000

struct _PlenumPaperTypist
{
  GtkWidget         parent_instance;

  PlenumLibrary    *library;
  char             *poll;
  PlenumPaperStack *stack;
  char             *name;    /* who types, as the store writes it */
  guint             under_way; /* papers on their way into the library */
  GCancellable     *cancellable;

  GtkWidget        *name_entry;
  GtkWidget        *paper_entry;
  GtkWidget        *differences_label;
};

enum { CHANGED, DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumPaperTypist, plenum_paper_typist, GTK_TYPE_WIDGET)

static void
show_next (PlenumPaperTypist *self, guint after)
{
  guint paper = plenum_paper_stack_get_next (self->stack, self->name, after);
  g_autofree char *text = g_strdup_printf ("%u", paper);

  plenum_editable_show (GTK_EDITABLE (self->paper_entry), text);
}

static void
show_differences (PlenumPaperTypist *self)
{
  g_autofree char *lines = plenum_paper_stack_describe_differences (self->stack);
  /* Translators: above lines such as “Paper 3: AB typed “3 3 5”, CD typed “3 5 5”.” */
  g_autofree char *text = lines != NULL
    ? g_markup_printf_escaped ("<b>%s</b>\n%s", _("Look at these papers together. Whoever was wrong types the paper again:"), lines) : NULL;

  gtk_widget_set_visible (self->differences_label, text != NULL);
  gtk_label_set_markup (GTK_LABEL (self->differences_label), text != NULL ? text : "");
}

static gpointer
query (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return plenum_store_list_readings (store, data, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *readings = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);
  PlenumPaperTypist *self = data;

  if (readings == NULL)
    return;
  if (self->under_way > 0)
    {
      g_ptr_array_unref (readings);
      return;
    }

  plenum_paper_stack_set (self->stack, readings);
  show_differences (self);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->paper_entry)) == '\0')
    show_next (self, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
list (PlenumPaperTypist *self)
{
  plenum_library_query_async (self->library, query, g_strdup (self->poll), g_free, (GDestroyNotify) g_ptr_array_unref,
                              self->cancellable, listed_cb, self);
}

static void
library_changed_cb (PlenumLibrary *library, PlenumChanges *changes, PlenumPaperTypist *self)
{
  if (self->under_way == 0
      && (plenum_changes_get_everything (changes) || plenum_changes_touch (changes, PLENUM_BALLOT)))
    list (self);
}

static void
name_cb (PlenumPaperTypist *self)
{
  g_free (self->name);
  self->name = plenum_paper_fold_typist (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)));
  show_next (self, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
paper_cb (PlenumPaperTypist *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activate_cb (PlenumPaperTypist *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static GtkWidget *
add_entry (PlenumPaperTypist *self, GtkWidget *row, const char *title, int width, GCallback changed)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (title);
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_object (entry, "changed", changed, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_widget_set_parent (box, row);

  return entry;
}

static gboolean
plenum_paper_typist_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLENUM_PAPER_TYPIST (widget)->name_entry);
}

static void
plenum_paper_typist_dispose (GObject *object)
{
  PlenumPaperTypist *self = PLENUM_PAPER_TYPIST (object);
  GtkWidget *child;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (plenum_paper_typist_parent_class)->dispose (object);
}

static void
plenum_paper_typist_finalize (GObject *object)
{
  PlenumPaperTypist *self = PLENUM_PAPER_TYPIST (object);

  plenum_paper_stack_free (self->stack);
  g_free (self->poll);
  g_free (self->name);

  G_OBJECT_CLASS (plenum_paper_typist_parent_class)->finalize (object);
}

static void
plenum_paper_typist_class_init (PlenumPaperTypistClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_paper_typist_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_paper_typist_finalize;
  widget_class->grab_focus = plenum_paper_typist_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  /**
   * PlenumPaperTypist::changed:
   *
   * Somebody else types, or another paper, or more is known of the papers.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * PlenumPaperTypist::done:
   *
   * Enter was pressed: the paper itself is typed next.
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_paper_typist_init (PlenumPaperTypist *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->stack = plenum_paper_stack_new ();
  self->name = g_strdup ("");
  self->cancellable = g_cancellable_new ();

  gtk_widget_set_layout_manager (row, plenum_wrap_layout_new (12, FALSE));
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  self->name_entry = add_entry (self, row, _("Your _initials"), 6, G_CALLBACK (name_cb));
  self->paper_entry = add_entry (self, row, _("_Number of the paper"), 6, G_CALLBACK (paper_cb));
  gtk_entry_set_input_purpose (GTK_ENTRY (self->paper_entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_add_css_class (self->paper_entry, "numeric");

  self->differences_label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE,
                                          "selectable", FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (self->differences_label, "paper-differences");
  gtk_widget_set_parent (self->differences_label, GTK_WIDGET (self));
}

/**
 * plenum_paper_typist_new:
 * @library: where the papers go
 * @poll: the id of an open poll whose papers are typed twice
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
plenum_paper_typist_new (PlenumLibrary *library, const char *poll)
{
  PlenumPaperTypist *self = g_object_new (PLENUM_TYPE_PAPER_TYPIST, NULL);

  self->library = g_object_ref (library);
  self->poll = g_strdup (poll);
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, 0);
  list (self);

  return GTK_WIDGET (self);
}

/**
 * plenum_paper_typist_is_ready:
 *
 * Returns: whether it is known who types which paper
 */
gboolean
plenum_paper_typist_is_ready (PlenumPaperTypist *self)
{
  return *self->name != '\0' && plenum_paper_typist_get_paper (self) > 0;
}

const char *
plenum_paper_typist_get_name (PlenumPaperTypist *self)
{
  return self->name;
}

/**
 * plenum_paper_typist_get_paper:
 *
 * Returns: the number of the paper, 0 if what stands there is none
 */
guint
plenum_paper_typist_get_paper (PlenumPaperTypist *self)
{
  guint64 paper = 0;

  g_ascii_string_to_unsigned (gtk_editable_get_text (GTK_EDITABLE (self->paper_entry)), 10, 1, MOST_PAPERS, &paper, NULL);
  return paper;
}

/**
 * plenum_paper_typist_was_typed:
 *
 * Returns: whether anybody has typed the paper whose number stands there
 */
gboolean
plenum_paper_typist_was_typed (PlenumPaperTypist *self)
{
  return plenum_paper_stack_has (self->stack, plenum_paper_typist_get_paper (self));
}

/**
 * plenum_paper_typist_describe:
 *
 * Returns: (transfer full): how many papers count and how many do not yet
 */
char *
plenum_paper_typist_describe (PlenumPaperTypist *self)
{
  return plenum_paper_stack_describe (self->stack);
}

/**
 * plenum_paper_typist_begin:
 *
 * The paper that stands there is on its way; the next one stands there now.
 */
void
plenum_paper_typist_begin (PlenumPaperTypist *self)
{
  guint paper = plenum_paper_typist_get_paper (self);

  self->under_way++;
  plenum_paper_stack_type (self->stack, paper, self->name);
  show_next (self, paper);
}

/**
 * plenum_paper_typist_end:
 *
 * A paper was stored, or was refused.
 */
void
plenum_paper_typist_end (PlenumPaperTypist *self)
{
  self->under_way--;
  if (self->under_way == 0)
    list (self);
}
