/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done on a matrix, and what a board is shown as. */
#include "plenum-matrix-actions.h"

#include <glib/gi18n-lib.h>

#include "plenum-request.h"
#include "plenum-store.h"

/* What was asked for, on its way to the store's thread. */
typedef struct
{
  GPtrArray *ids;    /* owns them */
  GArray    *places; /* of PlenumAxisPlace */
} AxisPlacing;

static void
placing_free (gpointer data)
{
  AxisPlacing *self = data;

  g_ptr_array_unref (self->ids);
  g_array_unref (self->places);
  g_free (self);
}

static gboolean
rate_ideas (PlenumEdit *edit, gpointer data, GError **error)
{
  AxisPlacing *placing = data;

  for (guint i = 0; i < placing->places->len; i++)
    {
      PlenumAxisPlace *place = &g_array_index (placing->places, PlenumAxisPlace, i);
      g_autoptr (PlenumRecord) idea = plenum_store_get (plenum_edit_get_store (edit), PLENUM_IDEA, place->id, error);

      if (idea == NULL)
        return FALSE;
      if (place->across >= 0
          && (place->across > PLENUM_AXIS_LENGTH || place->up < 0 || place->up > PLENUM_AXIS_LENGTH))
        {
          g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                               _("A place on a matrix is between 0 and 10,000 on each axis"));
          return FALSE;
        }

      plenum_record_set_null (idea, PLENUM_IDEA_ACROSS);
      plenum_record_set_null (idea, PLENUM_IDEA_UP);
      if (place->across >= 0)
        {
          plenum_record_set_integer (idea, PLENUM_IDEA_ACROSS, place->across);
          plenum_record_set_integer (idea, PLENUM_IDEA_UP, place->up);
        }
      if (!plenum_edit_update (edit, idea, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * plenum_action_rate_ideas:
 * @places: (array length=n_places): where cards lie on the matrix from now on
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, or %PLENUM_STORE_ERROR_INVALID for a
 * place beyond the axes
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_rate_ideas (const PlenumAxisPlace *places, guint n_places)
{
  AxisPlacing *placing = g_new0 (AxisPlacing, 1);
  gboolean off = n_places > 0 && places[0].across < 0;

  placing->ids = g_ptr_array_new_with_free_func (g_free);
  placing->places = g_array_new (FALSE, FALSE, sizeof (PlenumAxisPlace));
  for (guint i = 0; i < n_places; i++)
    {
      PlenumAxisPlace place = { g_strdup (places[i].id), places[i].across, places[i].up };

      g_ptr_array_add (placing->ids, (gpointer) place.id);
      g_array_append_val (placing->places, place);
    }

  return
    plenum_action_new (off ? plenum_label_new_count ("Take card off the matrix", "Take {count} cards off the matrix", n_places, NULL)
                           : plenum_label_new_count ("Place card on the matrix", "Place {count} cards on the matrix", n_places, NULL),
                       rate_ideas, placing, placing_free);
}

static gboolean
set_axes (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  return plenum_edit_set_text (edit, PLENUM_BOARD, request->id, PLENUM_BOARD_X_AXIS, request->text, error)
         && plenum_edit_set_text (edit, PLENUM_BOARD, request->id, PLENUM_BOARD_Y_AXIS, request->target, error);
}

static char *
dup_name (const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name != NULL ? name : ""));

  return *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

/**
 * plenum_action_set_axes:
 * @x_axis: (nullable): what grows from left to right, or %NULL for no name
 * @y_axis: (nullable): what grows from the bottom up
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_set_axes (const char *board, const char *x_axis, const char *y_axis)
{
  PlenumRequest *request = plenum_request_new_id (board);

  request->text = dup_name (x_axis);
  request->target = dup_name (y_axis);
  return plenum_request_to_action (request, plenum_label_new ("Name the axes"), set_axes);
}

static gboolean
set_layout (PlenumEdit *edit, gpointer data, GError **error)
{
  static const char * const layouts[] = { "columns", "canvas", "matrix", NULL };
  PlenumRequest *request = data;

  if (!g_strv_contains (layouts, request->text))
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("A board is shown as columns, canvas or matrix"));
      return FALSE;
    }

  return plenum_edit_set_text (edit, PLENUM_BOARD, request->id, PLENUM_BOARD_LAYOUT, request->text, error);
}

/**
 * plenum_action_set_layout:
 * @layout: "columns", "canvas" or "matrix"
 *
 * Shows a board differently. Places on the others stay for when it is changed back.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_INVALID for another layout
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_set_layout (const char *board, const char *layout)
{
  PlenumRequest *request = plenum_request_new_id (board);
  PlenumLabel *label;

  request->text = g_strdup (layout);
  if (g_strcmp0 (layout, "canvas") == 0)
    label = plenum_label_new ("Show board as canvas");
  else if (g_strcmp0 (layout, "matrix") == 0)
    label = plenum_label_new ("Show board as matrix");
  else
    label = plenum_label_new ("Show board as columns");

  return plenum_request_to_action (request, label, set_layout);
}
