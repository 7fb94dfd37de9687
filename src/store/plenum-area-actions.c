/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How areas and boards are shown. An action's label gets the name when that is
 * read; each is written twice, since the catalog is made from the second. */
#include "plenum-area-actions.h"

#include "plenum-request.h"
#include "plenum-store.h"

typedef struct
{
  char             *id;
  PlenumRecordType  type;
  guint             field;
  guint             title;
  gint64            value;  /* 0 is no, stored as null */
  const char       *label;  /* static */
  PlenumAction     *action; /* borrowed: it owns this */
} Setting;

static void
setting_free (gpointer data)
{
  Setting *self = data;

  g_free (self->id);
  g_free (self);
}

static gboolean
set (PlenumEdit *edit, gpointer data, GError **error)
{
  Setting *self = data;
  g_autoptr (PlenumRecord) record = plenum_store_get (plenum_edit_get_store (edit), self->type, self->id, error);

  if (record == NULL)
    return FALSE;

  plenum_action_set_label (self->action, plenum_label_new_named (self->label, plenum_record_get_text (record, self->title)));
  if (self->value != 0)
    plenum_record_set_integer (record, self->field, self->value);
  else
    plenum_record_set_null (record, self->field);

  return plenum_edit_update (edit, record, error);
}

static PlenumAction *
new_setting (Setting setting, PlenumLabel *label)
{
  Setting *self = g_new (Setting, 1);

  *self = setting;
  self->id = g_strdup (setting.id);
  self->action = plenum_action_new (label, set, self, setting_free);

  return self->action;
}

static PlenumAction *
set_area (const char *area, guint field, gint64 value, const char *label, PlenumLabel *before)
{
  return new_setting ((Setting) { (char *) area, PLENUM_AREA, field, PLENUM_AREA_TITLE, value, label }, before);
}

/**
 * plenum_action_fold_area:
 *
 * Shows an area as a narrow strip, or in its width again. Its cards stay.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_fold_area (const char *area, gboolean folded)
{
  return folded ? set_area (area, PLENUM_AREA_FOLDED, 1, "Fold area “{name}”", plenum_label_new_named ("Fold area “{name}”", ""))
                : set_area (area, PLENUM_AREA_FOLDED, 0, "Unfold area “{name}”", plenum_label_new_named ("Unfold area “{name}”", ""));
}

/**
 * plenum_action_hide_area:
 *
 * Keeps an area from the beamer, or reveals it.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_hide_area (const char *area, gboolean hidden)
{
  return hidden ? set_area (area, PLENUM_AREA_HIDDEN, 1, "Hide area “{name}”", plenum_label_new_named ("Hide area “{name}”", ""))
                : set_area (area, PLENUM_AREA_HIDDEN, 0, "Reveal area “{name}”", plenum_label_new_named ("Reveal area “{name}”", ""));
}

/**
 * plenum_action_limit_area:
 * @capacity: how many cards it should hold at most, or 0 for any number
 *
 * Nothing is refused beyond that; the area only says so.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_limit_area (const char *area, guint capacity)
{
  return capacity > 0
         ? set_area (area, PLENUM_AREA_CAPACITY, capacity, "Limit area “{name}”", plenum_label_new_named ("Limit area “{name}”", ""))
         : set_area (area, PLENUM_AREA_CAPACITY, 0, "Lift limit of area “{name}”",
                     plenum_label_new_named ("Lift limit of area “{name}”", ""));
}

/**
 * plenum_action_set_anonymous:
 *
 * Shows nowhere on a board who wrote a card, or shows it again. Nothing is deleted.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_set_anonymous (const char *board, gboolean anonymous)
{
  Setting setting = { (char *) board, PLENUM_BOARD, PLENUM_BOARD_ANONYMOUS, PLENUM_BOARD_TITLE, anonymous };

  setting.label = anonymous ? "Hide authors of board “{name}”" : "Show authors of board “{name}”";
  return anonymous ? new_setting (setting, plenum_label_new_named ("Hide authors of board “{name}”", ""))
                   : new_setting (setting, plenum_label_new_named ("Show authors of board “{name}”", ""));
}
