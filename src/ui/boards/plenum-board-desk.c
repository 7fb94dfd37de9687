/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done on a board, whether by mouse, finger or keyboard: selecting, and
 * the actions on what is selected. What an action made is shown as soon as the
 * model has it. */
#include "plenum-board-desk.h"

#include <glib/gi18n.h>

#include "plenum-perform.h"

struct _PlenumBoardDesk
{
  GObject           parent_instance;

  PlenumBoardModel *model;
  GtkWidget        *view; /* unowned: it owns the desk */
  char            **carried; /* ids, or NULL */
};

enum { SHOW, SAY, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumBoardDesk, plenum_board_desk, G_TYPE_OBJECT)

static void
plenum_board_desk_finalize (GObject *object)
{
  PlenumBoardDesk *self = PLENUM_BOARD_DESK (object);

  g_clear_object (&self->model);
  g_strfreev (self->carried);

  G_OBJECT_CLASS (plenum_board_desk_parent_class)->finalize (object);
}

static void
plenum_board_desk_class_init (PlenumBoardDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_board_desk_finalize;

  /**
   * PlenumBoardDesk::show:
   * @entry: what
   * @how: a #PlenumBoardShow
   *
   * A card or stack shall be scrolled to and get the focus.
   */
  signals[SHOW] = g_signal_new ("show", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 2, PLENUM_TYPE_BOARD_ENTRY, G_TYPE_INT);

  /**
   * PlenumBoardDesk::say:
   * @sentence: what happened, for who cannot see it
   */
  signals[SAY] = g_signal_new ("say", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
plenum_board_desk_init (PlenumBoardDesk *self)
{
}

/**
 * plenum_board_desk_new:
 * @view: where errors and offers to undo are shown; it must outlive the desk
 *
 * Returns: (transfer full): a desk with nothing on it
 */
PlenumBoardDesk *
plenum_board_desk_new (PlenumBoardModel *model, GtkWidget *view)
{
  PlenumBoardDesk *self = g_object_new (PLENUM_TYPE_BOARD_DESK, NULL);

  self->model = g_object_ref (model);
  self->view = view;

  return self;
}

PlenumBoardModel *
plenum_board_desk_get_model (PlenumBoardDesk *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_DESK (self), NULL);

  return self->model;
}

/**
 * plenum_board_desk_is_read_only:
 *
 * Returns: whether cards can be looked at only, as in an old copy of the library
 */
gboolean
plenum_board_desk_is_read_only (PlenumBoardDesk *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_DESK (self), FALSE);

  return plenum_workshop_model_is_read_only (plenum_board_model_get_workshop (self->model));
}

/**
 * plenum_board_desk_get_selection:
 *
 * Returns: (transfer none): the model's selection
 */
PlenumCardSelection *
plenum_board_desk_get_selection (PlenumBoardDesk *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_DESK (self), NULL);

  return plenum_board_model_get_selection (self->model);
}

/**
 * plenum_board_desk_get_current:
 *
 * Returns: (transfer none) (nullable): the card or stack that has the focus or had it last
 */
PlenumBoardEntry *
plenum_board_desk_get_current (PlenumBoardDesk *self)
{
  return plenum_card_selection_get_current (plenum_board_desk_get_selection (self));
}

/**
 * plenum_board_desk_dup_ids:
 *
 * Returns: (transfer full): what a command on the current card is about: it alone,
 *   or all that is selected if it is
 */
char **
plenum_board_desk_dup_ids (PlenumBoardDesk *self)
{
  return plenum_card_selection_dup_ids (plenum_board_desk_get_selection (self), plenum_board_desk_get_current (self));
}

/**
 * plenum_board_desk_dup_card_ids:
 *
 * As plenum_board_desk_dup_ids(), but the cards of stacks instead of them.
 */
char **
plenum_board_desk_dup_card_ids (PlenumBoardDesk *self)
{
  return plenum_card_selection_dup_card_ids (plenum_board_desk_get_selection (self), plenum_board_desk_get_current (self));
}

/**
 * plenum_board_desk_show:
 * @id: (nullable): a card or stack; nothing happens if it is not there
 */
void
plenum_board_desk_show (PlenumBoardDesk *self, const char *id, PlenumBoardShow how)
{
  PlenumBoardEntry *entry;
  PlenumBoardEntry *stack;

  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  entry = plenum_board_model_lookup (self->model, id);
  if (entry == NULL)
    return;
  if (plenum_board_desk_is_read_only (self) && how != PLENUM_BOARD_DETAILS)
    how = PLENUM_BOARD_FOCUS;

  stack = plenum_board_entry_get_stack (entry);
  if (stack != NULL && (how == PLENUM_BOARD_EDIT || how == PLENUM_BOARD_REPLACE))
    plenum_board_model_set_open (self->model, stack, TRUE);
  else if (stack != NULL && !plenum_board_entry_get_open (stack) && how == PLENUM_BOARD_FOCUS)
    entry = stack;
  g_signal_emit (self, signals[SHOW], 0, entry, how);
}

void
plenum_board_desk_say (PlenumBoardDesk *self, const char *sentence)
{
  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  g_signal_emit (self, signals[SAY], 0, sentence);
}

/**
 * plenum_board_desk_toggle:
 *
 * Selects a card or stack too, or no longer, and says how many cards are.
 */
void
plenum_board_desk_toggle (PlenumBoardDesk *self, PlenumBoardEntry *entry)
{
  PlenumCardSelection *selection;
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  selection = plenum_board_desk_get_selection (self);
  plenum_card_selection_select (selection, entry, !plenum_board_entry_get_selected (entry));
  cards = plenum_card_selection_list_cards (selection, NULL);
  sentence = g_strdup_printf (ngettext ("%u card selected", "%u cards selected", cards->len), cards->len);
  plenum_board_desk_say (self, sentence);
}

/**
 * plenum_board_desk_open:
 *
 * Opens a closed stack, closes an open one.
 */
void
plenum_board_desk_open (PlenumBoardDesk *self, PlenumBoardEntry *stack)
{
  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  plenum_board_model_set_open (self->model, stack, !plenum_board_entry_get_open (stack));
}

/**
 * plenum_board_desk_click:
 * @state: the modifiers that were down: with Ctrl it is selected too, with Shift
 *   all up to it, else it alone; a stack is opened
 */
void
plenum_board_desk_click (PlenumBoardDesk *self, PlenumBoardEntry *entry, GdkModifierType state)
{
  PlenumCardSelection *selection;

  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  selection = plenum_board_desk_get_selection (self);
  if (state & GDK_SHIFT_MASK)
    plenum_card_selection_extend (selection, entry);
  else if (state & GDK_CONTROL_MASK)
    plenum_board_desk_toggle (self, entry);
  else if (plenum_board_entry_is_stack (entry))
    {
      plenum_card_selection_select_none (selection);
      plenum_board_desk_open (self, entry);
    }
  else
    plenum_card_selection_select_only (selection, entry);
}

/**
 * plenum_board_desk_describe_place:
 *
 * Returns: (transfer full): where @entry stands in its area, as a screen reader
 *   would say it: "3 of 12 in Ideas"; empty if it is not shown there
 */
char *
plenum_board_desk_describe_place (PlenumBoardDesk *self, PlenumBoardEntry *entry)
{
  PlenumBoardArea *area;
  PlenumRecord *record;
  int position;

  g_return_val_if_fail (PLENUM_IS_BOARD_DESK (self), NULL);

  area = plenum_board_model_area_of (self->model, entry);
  position = area != NULL ? plenum_board_area_find (area, entry) : -1;
  if (position < 0)
    return g_strdup ("");

  record = plenum_board_area_get_record (area);
  /* Translators: the place of a card for screen readers: 3 of 12 in the area “Ideas” */
  return g_strdup_printf (_("%u of %u in %s"), position + 1, g_list_model_get_n_items (G_LIST_MODEL (area)),
                          record != NULL ? plenum_record_get_text (record, PLENUM_AREA_TITLE) : _("Not on a board yet"));
}

/**
 * plenum_board_desk_carry:
 * @entry: the card or stack that is dragged
 *
 * Takes it up, with all that is selected if it is.
 */
void
plenum_board_desk_carry (PlenumBoardDesk *self, PlenumBoardEntry *entry)
{
  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  g_strfreev (self->carried);
  self->carried = plenum_card_selection_dup_ids (plenum_board_desk_get_selection (self), entry);
}

void
plenum_board_desk_put_down (PlenumBoardDesk *self)
{
  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  g_clear_pointer (&self->carried, g_strfreev);
}

/**
 * plenum_board_desk_get_carried:
 *
 * Returns: (transfer none) (nullable) (array zero-terminated): the ids of what is carried
 */
const char *const *
plenum_board_desk_get_carried (PlenumBoardDesk *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_DESK (self), NULL);

  return (const char *const *) self->carried;
}

gboolean
plenum_board_desk_is_carried (PlenumBoardDesk *self, PlenumBoardEntry *entry)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_DESK (self), FALSE);

  return self->carried != NULL
         && g_strv_contains ((const char *const *) self->carried, plenum_board_entry_get_id (entry));
}

#define PENDING "plenum-board-pending"

typedef struct
{
  GWeakRef         desk;
  char            *id;
  PlenumBoardShow  how;
} Pending;

static gboolean
show_cb (gpointer data)
{
  Pending *pending = g_object_get_data (data, PENDING);
  g_autoptr (PlenumBoardDesk) self = g_weak_ref_get (&pending->desk);

  if (self != NULL)
    plenum_board_desk_show (self, pending->id, pending->how);

  return G_SOURCE_REMOVE;
}

static void
done_cb (PlenumAction *action, const GError *error, gpointer data)
{
  Pending *pending = data;
  gboolean edits = pending->how == PLENUM_BOARD_EDIT || pending->how == PLENUM_BOARD_REPLACE;

  if (error != NULL || pending->id == NULL)
    return;

  /* The menu that asked for it must be gone, or it takes the focus from the editor. */
  if (edits)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE + 10, show_cb, g_object_ref (action), g_object_unref);
  else
    show_cb (action);
}

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  g_weak_ref_clear (&pending->desk);
  g_free (pending->id);
  g_free (pending);
}

/**
 * plenum_board_desk_perform_for:
 * @id: (nullable): what to show when it is done, and how
 */
void
plenum_board_desk_perform_for (PlenumBoardDesk *self, PlenumAction *action, const char *toast, const char *id, PlenumBoardShow how)
{
  Pending *pending = g_new0 (Pending, 1);

  g_weak_ref_init (&pending->desk, self);
  pending->id = g_strdup (id);
  pending->how = how;
  /* Nobody is called when the view has gone by then, so the action keeps it. */
  g_object_set_data_full (G_OBJECT (action), PENDING, pending, pending_free);
  plenum_perform (self->view, plenum_workshop_model_get_library (plenum_board_model_get_workshop (self->model)),
                  action, toast, done_cb, pending);
}

/**
 * plenum_board_desk_perform:
 * @action: (transfer full): what to do
 * @toast: (nullable): as for plenum_perform()
 * @how: how to show what the action made, if it made something
 */
void
plenum_board_desk_perform (PlenumBoardDesk *self, PlenumAction *action, const char *toast, PlenumBoardShow how)
{
  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  plenum_board_desk_perform_for (self, action, toast, plenum_action_get_result (action), how);
}
