/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All of one card: what stands on it, and where it comes from. What is typed is
 * stored when the focus leaves it, when Enter is pressed, and when another card
 * is shown. */
#include "plenum-card-details.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-card-context.h"
#include "plenum-card-kinds.h"
#include "plenum-card-tags.h"
#include "plenum-format.h"
#include "plenum-idea-actions.h"
#include "plenum-note-entry.h"

struct _PlenumCardDetails
{
  AdwBin            parent_instance;

  GtkWidget        *text_box;
  GtkWidget        *text;
  GtkEditable      *title_row;
  AdwComboRow      *kind_row;
  GtkEditable      *tags_row;
  AdwComboRow      *author_row;
  GtkBox           *comments;
  GtkEditable      *comment_entry;
  GtkLabel         *origin;
  GtkBox           *context_box;
  GtkWidget        *context;

  PlenumBoardDesk  *desk;
  PlenumBoardEntry *entry;  /* nullable */
  GListModel       *people; /* of the workshop */
  gboolean          showing; /* the rows are being set, not chosen */
};

G_DEFINE_FINAL_TYPE (PlenumCardDetails, plenum_card_details, ADW_TYPE_BIN)

static PlenumWorkshopModel *
get_workshop (PlenumCardDetails *self)
{
  return plenum_board_model_get_workshop (plenum_board_desk_get_model (self->desk));
}

static const char *const *
get_ids (PlenumCardDetails *self, const char **ids)
{
  ids[0] = plenum_board_entry_get_id (self->entry);
  ids[1] = NULL;

  return ids;
}

static void
perform (PlenumCardDetails *self, PlenumAction *action)
{
  plenum_board_desk_perform_for (self->desk, action, NULL, NULL, PLENUM_BOARD_FOCUS);
}

static gboolean
is_alive (PlenumCardDetails *self)
{
  return self->entry != NULL
         && plenum_board_model_lookup (plenum_board_desk_get_model (self->desk), plenum_board_entry_get_id (self->entry)) == self->entry;
}

static void
save_tags (PlenumCardDetails *self)
{
  g_auto (GStrv) before = plenum_card_tags_split (plenum_board_entry_get_tags (self->entry));
  g_auto (GStrv) after = plenum_card_tags_split (gtk_editable_get_text (self->tags_row));
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();
  const char *ids[2];

  for (char **tag = before; *tag != NULL; tag++)
    if (!g_strv_contains ((const char *const *) after, *tag))
      g_ptr_array_add (removed, *tag);
  for (char **tag = after; *tag != NULL; tag++)
    if (!g_strv_contains ((const char *const *) before, *tag))
      g_ptr_array_add (added, *tag);
  if (added->len == 0 && removed->len == 0)
    return;

  g_ptr_array_add (added, NULL);
  g_ptr_array_add (removed, NULL);
  perform (self, plenum_action_change_tags (get_ids (self, ids), (const char *const *) added->pdata,
                                            (const char *const *) removed->pdata));
}

static void
save (PlenumCardDetails *self)
{
  g_autofree char *text = NULL;
  const char *title;
  g_autoptr (PlenumRecord) changed = NULL;

  if (!is_alive (self) || self->showing)
    return;

  text = plenum_note_entry_dup_text (PLENUM_NOTE_ENTRY (self->text));
  title = gtk_editable_get_text (self->title_row);
  /* A card that says nothing is none; what it said stays. */
  if ((*text != '\0' || *title != '\0')
      && (!g_str_equal (text, plenum_board_entry_get_text (self->entry))
          || !g_str_equal (title, plenum_board_entry_get_title (self->entry))))
    {
      changed = plenum_record_copy (plenum_board_entry_get_record (self->entry), plenum_board_entry_get_id (self->entry));
      plenum_record_set_text (changed, PLENUM_IDEA_TEXT, text);
      plenum_record_set_text (changed, PLENUM_IDEA_TITLE, *title != '\0' ? title : NULL);
      perform (self, plenum_action_edit_idea (changed));
    }
  save_tags (self);
}

static void
save_cb (PlenumCardDetails *self)
{
  save (self);
}

static void
kind_cb (PlenumCardDetails *self)
{
  guint n;
  const PlenumCardKind *kinds = plenum_card_kinds_get_table (&n);
  guint chosen = adw_combo_row_get_selected (self->kind_row);
  const char *ids[2];

  if (!self->showing && is_alive (self) && chosen < n)
    perform (self, plenum_action_set_ideas_text (get_ids (self, ids), PLENUM_IDEA_KIND, kinds[chosen].id));
}

/* The first choice is nobody. */
static void
author_cb (PlenumCardDetails *self)
{
  guint chosen = adw_combo_row_get_selected (self->author_row);
  g_autoptr (PlenumRecord) author = chosen > 0 ? g_list_model_get_item (self->people, chosen - 1) : NULL;
  const char *ids[2];

  if (!self->showing && is_alive (self) && chosen != GTK_INVALID_LIST_POSITION)
    perform (self, plenum_action_set_ideas_text (get_ids (self, ids), PLENUM_IDEA_AUTHOR,
                                                 author != NULL ? plenum_record_get_id (author) : NULL));
}

static void
comment_cb (PlenumCardDetails *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->comment_entry)));

  if (*text == '\0' || !is_alive (self))
    return;

  perform (self, plenum_action_add_comment (plenum_board_entry_get_id (self->entry), text, NULL));
  gtk_editable_set_text (self->comment_entry, "");
}

static void
delete_comment_cb (GtkButton *button, PlenumCardDetails *self)
{
  plenum_board_desk_perform_for (self->desk, plenum_action_delete_comment (g_object_get_data (G_OBJECT (button), "plenum-comment")),
                                 _("The comment was deleted."), NULL, 0);
}

static void
add_comment (PlenumCardDetails *self, PlenumRecord *comment)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (plenum_record_get_text (comment, PLENUM_COMMENT_TEXT));
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  gtk_widget_set_sensitive (remove, !plenum_board_desk_is_read_only (self->desk));
  gtk_widget_add_css_class (remove, "flat");
  plenum_accessible_tip (remove, _("Delete the comment"));
  g_object_set_data_full (G_OBJECT (remove), "plenum-comment", g_strdup (plenum_record_get_id (comment)), g_free);
  g_signal_connect (remove, "clicked", G_CALLBACK (delete_comment_cb), self);
  gtk_widget_add_css_class (box, "comment");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_box_append (self->comments, box);
}

static void
show_comments (PlenumCardDetails *self)
{
  GListModel *all = G_LIST_MODEL (plenum_workshop_model_get_list (get_workshop (self), PLENUM_COMMENT));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->comments))) != NULL)
    gtk_box_remove (self->comments, child);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (PlenumRecord) comment = g_list_model_get_item (all, i);

      if (g_strcmp0 (plenum_record_get_text (comment, PLENUM_COMMENT_IDEA), plenum_board_entry_get_id (self->entry)) == 0)
        add_comment (self, comment);
    }
}

static void
show_origin (PlenumCardDetails *self)
{
  PlenumRecord *idea = plenum_board_entry_get_record (self->entry);
  g_autofree char *when = plenum_format_time (plenum_record_get_integer (idea, PLENUM_IDEA_CREATED));
  g_autofree char *created = g_strdup_printf (_("Written on %s"), when);
  const char *source = plenum_record_get_text (idea, PLENUM_IDEA_SOURCE_SYSTEM);
  g_autofree char *from = source != NULL ? g_strdup_printf (_("Imported from %s"), source) : NULL;

  if (from != NULL)
    {
      g_autofree char *both = g_strjoin ("\n", created, from, plenum_record_get_text (idea, PLENUM_IDEA_SOURCE_URL), NULL);

      gtk_label_set_label (self->origin, both);
    }
  else
    gtk_label_set_label (self->origin, created);
}

static void
show_people (PlenumCardDetails *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *author = plenum_record_get_text (plenum_board_entry_get_record (self->entry), PLENUM_IDEA_AUTHOR);
  guint selected = 0;

  /* Translators: the choice that a card has no known author */
  gtk_string_list_append (names, C_("author", "Nobody named"));
  for (guint i = 0; i < g_list_model_get_n_items (self->people); i++)
    {
      g_autoptr (PlenumRecord) person = g_list_model_get_item (self->people, i);
      const char *name = plenum_record_get_text (person, PLENUM_PARTICIPANT_NAME);

      if (name == NULL || *name == '\0')
        name = plenum_record_get_text (person, PLENUM_PARTICIPANT_PSEUDONYM);
      gtk_string_list_append (names, name != NULL ? name : "");
      if (g_strcmp0 (plenum_record_get_id (person), author) == 0)
        selected = i + 1;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->author_row),
                          !plenum_board_model_is_anonymous (plenum_board_desk_get_model (self->desk), self->entry));
  adw_combo_row_set_model (self->author_row, G_LIST_MODEL (names));
  /* A row with choices makes itself sensitive. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->author_row), !plenum_board_desk_is_read_only (self->desk));
  adw_combo_row_set_selected (self->author_row, selected);
}

/* What is being typed is not replaced; it will be what is stored. */
static void
set_text (GtkEditable *row, const char *text)
{
  GtkWidget *delegate = GTK_WIDGET (gtk_editable_get_delegate (row));

  if ((delegate == NULL || !gtk_widget_has_focus (delegate)) && !g_str_equal (gtk_editable_get_text (row), text))
    gtk_editable_set_text (row, text);
}

static void
show (PlenumCardDetails *self)
{
  guint n;
  const PlenumCardKind *kinds = plenum_card_kinds_get_table (&n);
  g_autofree char *typed = NULL;

  if (!is_alive (self))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "board.close-details", NULL);
      return;
    }

  self->showing = TRUE;
  typed = plenum_note_entry_dup_text (PLENUM_NOTE_ENTRY (self->text));
  if (!gtk_widget_has_focus (self->text) && !g_str_equal (typed, plenum_board_entry_get_text (self->entry)))
    plenum_note_entry_set_text (PLENUM_NOTE_ENTRY (self->text), plenum_board_entry_get_text (self->entry));
  set_text (self->title_row, plenum_board_entry_get_title (self->entry));
  set_text (self->tags_row, plenum_board_entry_get_tags (self->entry));
  adw_combo_row_set_selected (self->kind_row, plenum_card_kinds_find (plenum_board_entry_get_kind (self->entry)) - kinds);
  show_people (self);
  show_comments (self);
  show_origin (self);
  plenum_card_context_show (PLENUM_CARD_CONTEXT (self->context), self->entry);
  self->showing = FALSE;
}

static void
updated_cb (PlenumCardDetails *self)
{
  if (self->entry != NULL)
    show (self);
}

static void
plenum_card_details_dispose (GObject *object)
{
  PlenumCardDetails *self = PLENUM_CARD_DETAILS (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), PLENUM_TYPE_CARD_DETAILS);
  g_clear_object (&self->entry);
  g_clear_object (&self->people);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (plenum_card_details_parent_class)->dispose (object);
}

static void
plenum_card_details_class_init (PlenumCardDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_card_details_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/boards/plenum-card-details.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumCardDetails, text_box);
  gtk_widget_class_bind_template_child (widget_class, PlenumCardDetails, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumCardDetails, kind_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumCardDetails, tags_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumCardDetails, author_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumCardDetails, comments);
  gtk_widget_class_bind_template_child (widget_class, PlenumCardDetails, comment_entry);
  gtk_widget_class_bind_template_child (widget_class, PlenumCardDetails, origin);
  gtk_widget_class_bind_template_child (widget_class, PlenumCardDetails, context_box);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, author_cb);
  gtk_widget_class_bind_template_callback (widget_class, comment_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "board.close-details", NULL);
}

static void
save_on_leave (PlenumCardDetails *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (save_cb), self);
  gtk_widget_add_controller (widget, focus);
}

static void
plenum_card_details_init (PlenumCardDetails *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const PlenumCardKind *kinds = plenum_card_kinds_get_table (&n);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = TRUE;
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, plenum_card_kinds_get_name (kinds[i].id));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));
  self->text = plenum_note_entry_new (_("Text"), _("Text"));
  gtk_box_append (GTK_BOX (self->text_box), self->text);
  g_signal_connect_swapped (self->text, "submit", G_CALLBACK (save_cb), self);
  save_on_leave (self, self->text);
  save_on_leave (self, GTK_WIDGET (self->title_row));
  save_on_leave (self, GTK_WIDGET (self->tags_row));
  self->showing = FALSE;
}

/* Its text can still be read in full contrast, and copied. */
static void
lock (PlenumCardDetails *self)
{
  GtkWidget *rows[] = { GTK_WIDGET (self->title_row), GTK_WIDGET (self->kind_row), GTK_WIDGET (self->tags_row) };

  /* Each by itself: a screen reader is not told of what is around it. */
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_sensitive (rows[i], FALSE);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->comment_entry), FALSE);
}

/**
 * plenum_card_details_new:
 *
 * Returns: (transfer floating): details of no card yet
 */
GtkWidget *
plenum_card_details_new (PlenumBoardDesk *desk)
{
  PlenumCardDetails *self = g_object_new (PLENUM_TYPE_CARD_DETAILS, NULL);

  self->desk = g_object_ref (desk);
  self->context = plenum_card_context_new (desk);
  gtk_box_append (self->context_box, self->context);
  if (plenum_board_desk_is_read_only (desk))
    lock (self);
  self->people = g_object_ref (G_LIST_MODEL (plenum_workshop_model_get_list (get_workshop (self), PLENUM_PARTICIPANT)));
  g_signal_connect_object (plenum_board_desk_get_model (desk), "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * plenum_card_details_set_entry:
 * @entry: (nullable): a card, or %NULL for none
 *
 * Stores what was typed about the card before.
 */
void
plenum_card_details_set_entry (PlenumCardDetails *self, PlenumBoardEntry *entry)
{
  g_return_if_fail (PLENUM_IS_CARD_DETAILS (self));

  save (self);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;

  show (self);
  gtk_widget_grab_focus (self->text);
}

/**
 * plenum_card_details_focus_comment:
 *
 * Lets a comment be typed.
 */
void
plenum_card_details_focus_comment (PlenumCardDetails *self)
{
  g_return_if_fail (PLENUM_IS_CARD_DETAILS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->comment_entry));
}

PlenumBoardEntry *
plenum_card_details_get_entry (PlenumCardDetails *self)
{
  g_return_val_if_fail (PLENUM_IS_CARD_DETAILS (self), NULL);

  return self->entry;
}
