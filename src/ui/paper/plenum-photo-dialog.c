/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a photo of a wall would change, before anything does. */
#include "plenum-photo-dialog.h"

#include <glib/gi18n.h>

#include "plenum-format.h"
#include "plenum-perform.h"

#define MOST_NAMES 50 /* of missing cards; who has more has the wrong photo */

struct _PlenumPhotoDialog
{
  AdwWindow            parent_instance;

  GtkPicture          *picture;
  AdwPreferencesGroup *found;
  AdwPreferencesGroup *missing;
  GtkWidget           *hang_button;

  GtkWidget           *from; /* weak: what asked */
  PlenumLibrary       *library;
  PlenumPhotoPlan     *plan;
};

G_DEFINE_FINAL_TYPE (PlenumPhotoDialog, plenum_photo_dialog, ADW_TYPE_WINDOW)

static AdwActionRow *
add_row (AdwPreferencesGroup *group, const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (icon != NULL)
    adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (group, row);

  return ADW_ACTION_ROW (row);
}

static void
add_counts (PlenumPhotoDialog *self)
{
  guint moved = self->plan->counts[PLENUM_PHOTO_MOVED], made = self->plan->counts[PLENUM_PHOTO_NEW];
  guint others = self->plan->counts[PLENUM_PHOTO_UNKNOWN];
  g_autofree char *found = g_strdup_printf (ngettext ("%u card was found", "%u cards were found", moved), moved);
  g_autofree char *new = g_strdup_printf (ngettext ("%u card is new", "%u cards are new", made), made);
  g_autofree char *foreign = g_strdup_printf (ngettext ("%u card is not of this workshop",
                                                        "%u cards are not of this workshop", others), others);

  if (moved > 0)
    add_row (self->found, "object-select-symbolic", found, _("What was found is put where it hangs."));
  if (made > 0)
    add_row (self->found, "list-add-symbolic", new,
             _("Blank cards come in under their number, so that their text can be typed."));
  if (others > 0)
    add_row (self->found, "dialog-question-symbolic", foreign, _("What is of another workshop is left alone."));
}

static void
add_places (PlenumPhotoDialog *self)
{
  PlenumHanging *hanging = self->plan->hanging;
  g_autofree char *areas = g_strdup_printf (ngettext ("%u area", "%u areas", hanging->areas->len), hanging->areas->len);
  g_autofree char *themes = g_strdup_printf (ngettext ("%u theme", "%u themes", hanging->themes->len), hanging->themes->len);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *title = NULL, *escaped = NULL;

  for (guint i = 0; i < hanging->areas->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", plenum_record_get_text (hanging->areas->pdata[i], PLENUM_AREA_TITLE));
  escaped = g_markup_escape_text (names->str, -1);
  /* Translators: what was seen on a photo, "3 areas, 2 themes": numbers of each, with their words */
  title = hanging->themes->len == 0 ? g_strdup (areas) : hanging->areas->len == 0 ? g_strdup (themes)
        : g_strdup_printf (_("%s, %s"), areas, themes);
  add_row (self->found, "plenum-board-symbolic", title, escaped);
}

static void
add_missing (PlenumPhotoDialog *self)
{
  guint n = self->plan->missing->len;
  g_autofree char *title = g_strdup_printf (ngettext ("%u card of the board was not found", "%u cards of the board were not found", n), n);

  gtk_widget_set_visible (GTK_WIDGET (self->missing), n > 0);
  adw_preferences_group_set_title (self->missing, title);
  for (guint i = 0; i < MIN (n, MOST_NAMES); i++)
    {
      PlenumRecord *idea = self->plan->missing->pdata[i];
      const char *name = plenum_record_get_text (idea, PLENUM_IDEA_TITLE);

      add_row (self->missing, NULL, name != NULL && *name != '\0' ? name : plenum_record_get_text (idea, PLENUM_IDEA_TEXT), NULL);
    }
}

static void
show_plan (PlenumPhotoDialog *self)
{
  add_counts (self);
  if (self->plan->hanging != NULL && self->plan->hanging->areas->len + self->plan->hanging->themes->len > 0)
    add_places (self);
  if (self->plan->cards->len == 0)
    add_row (self->found, "dialog-warning-symbolic", _("No card was found on this photo"),
             _("Cards are found by their printed codes. Take the photo from nearer, in focus and in better light."));
  add_missing (self);
  gtk_widget_set_sensitive (self->hang_button, self->plan->hanging != NULL);
}

static void
hang_cb (PlenumPhotoDialog *self)
{
  if (self->from != NULL && self->plan->hanging != NULL)
    {
      guint n = self->plan->hanging->ideas->len;
      g_autofree char *toast = g_strdup_printf (ngettext ("%u card hangs as on the photo.", "%u cards hang as on the photo.", n), n);

      plenum_perform (self->from, self->library, plenum_action_hang_ideas (g_steal_pointer (&self->plan->hanging)), toast, NULL, NULL);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
plenum_photo_dialog_dispose (GObject *object)
{
  PlenumPhotoDialog *self = PLENUM_PHOTO_DIALOG (object);

  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->library);
  g_clear_pointer (&self->plan, plenum_photo_plan_free);

  G_OBJECT_CLASS (plenum_photo_dialog_parent_class)->dispose (object);
}

static void
plenum_photo_dialog_class_init (PlenumPhotoDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_photo_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/paper/plenum-photo-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumPhotoDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, PlenumPhotoDialog, found);
  gtk_widget_class_bind_template_child (widget_class, PlenumPhotoDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, PlenumPhotoDialog, hang_button);
  gtk_widget_class_bind_template_callback (widget_class, hang_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_photo_dialog_init (PlenumPhotoDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plenum_photo_dialog_show:
 * @from: the widget that asks
 * @plan: (transfer full): what the photo would change
 * @picture: the photo
 *
 * Shows it, and does it in one step if it is confirmed.
 */
void
plenum_photo_dialog_show (GtkWidget *from, PlenumLibrary *library, PlenumPhotoPlan *plan, GdkTexture *picture)
{
  PlenumPhotoDialog *self = g_object_new (PLENUM_TYPE_PHOTO_DIALOG, "transient-for", gtk_widget_get_root (from), NULL);

  g_set_weak_pointer (&self->from, from);
  self->library = g_object_ref (library);
  self->plan = plan;
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (picture));
  show_plan (self);
  gtk_window_present (GTK_WINDOW (self));
}
