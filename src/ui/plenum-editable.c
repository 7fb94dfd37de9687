/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-editable.h"

/**
 * plenum_editable_clear:
 * @editable: an entry whose text has become something else
 *
 * Empties it and forgets what was typed there, so that undo takes back what
 * became of it and not the typing.
 */
void
plenum_editable_clear (GtkEditable *editable)
{
  gtk_editable_set_text (editable, "");
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_enable_undo (editable, TRUE);
}
