/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card's code as squares to be printed. */
#include "plenum-qr.h"

#include <qrencode.h>

/**
 * plenum_qr_trace:
 *
 * Returns: (transfer full): the path of the dark modules, one unit a module, without
 *   the quiet zone of four modules that must be left around it
 */
char *
plenum_qr_trace (const PlenumCardCode *code)
{
  GString *path = g_string_new (NULL);
  char text[PLENUM_CARD_CODE_LENGTH + 1];
  QRcode *qr;

  plenum_card_code_write (code, text);
  qr = QRcode_encodeString (text, 2, QR_ECLEVEL_Q, QR_MODE_8, 1);
  g_assert (qr != NULL && qr->width == PLENUM_QR_MODULES);

  for (int y = 0; y < qr->width; y++)
    for (int x = 0, end; x < qr->width; x = end + 1)
      {
        for (end = x; end < qr->width && (qr->data[y * qr->width + end] & 1) != 0;)
          end++;
        if (end > x)
          g_string_append_printf (path, "%sM %d %d L %d %d L %d %d L %d %d Z", path->len > 0 ? " " : "",
                                  x, y, end, y, end, y + 1, x, y + 1);
      }
  QRcode_free (qr);

  return g_string_free (path, FALSE);
}
