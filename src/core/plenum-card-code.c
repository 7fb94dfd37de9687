/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a printed card says to a camera: "PL1", the format and whether it is blank,
 * and the idea's id as a number to the base 36. Those are 29 characters of the
 * alphabet that a QR code packs densely: the most that its second size, of 25
 * modules a side, holds when a quarter of it may be damaged. */
#include "plenum-card-code.h"

#include <string.h>

#include "plenum-card-format.h"

#define PREFIX "PL1"
#define N_DIGITS 25 /* 36^25 is more than 2^128 */

__extension__ typedef unsigned __int128 Number;

static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * plenum_card_code_write:
 * @code: a valid id and a format of the table
 * @text: (out caller-allocates): what the code holds
 */
void
plenum_card_code_write (const PlenumCardCode *code, char text[PLENUM_CARD_CODE_LENGTH + 1])
{
  Number number = 0;

  g_return_if_fail (plenum_uuid_is_valid (code->id));

  for (const char *p = code->id; *p != '\0'; p++)
    if (*p != '-')
      number = number << 4 | g_ascii_xdigit_value (*p);

  memcpy (text, PREFIX, strlen (PREFIX));
  text[strlen (PREFIX)] = digits[2 * code->format + (code->blank ? 1 : 0)];
  for (int i = PLENUM_CARD_CODE_LENGTH - 1; i >= PLENUM_CARD_CODE_LENGTH - N_DIGITS; i--)
    {
      text[i] = digits[number % 36];
      number /= 36;
    }
  text[PLENUM_CARD_CODE_LENGTH] = '\0';
}

static gboolean
read_number (const char *text, Number *number)
{
  const Number most = ~(Number) 0;

  for (*number = 0; *text != '\0'; text++)
    {
      const char *digit = strchr (digits, *text);

      if (digit == NULL || *number > (most - (digit - digits)) / 36)
        return FALSE;
      *number = *number * 36 + (digit - digits);
    }

  return TRUE;
}

/**
 * plenum_card_code_read:
 * @text: what any code holds
 * @code: (out): what it says
 *
 * Returns: whether it is the code of a card, of a format that this program knows
 */
gboolean
plenum_card_code_read (const char *text, PlenumCardCode *code)
{
  const char *format;
  Number number;
  guint n_formats;
  PlenumCardCode read;
  char *p = read.id;

  plenum_card_format_get_table (&n_formats);
  if (strlen (text) != PLENUM_CARD_CODE_LENGTH || !g_str_has_prefix (text, PREFIX)
      || (format = strchr (digits, text[strlen (PREFIX)])) == NULL || (guint) (format - digits) / 2 >= n_formats
      || !read_number (text + PLENUM_CARD_CODE_LENGTH - N_DIGITS, &number))
    return FALSE;

  for (int shift = 124; shift >= 0; shift -= 4)
    {
      if (shift == 92 || shift == 76 || shift == 60 || shift == 44)
        *p++ = '-';
      *p++ = "0123456789abcdef"[(number >> shift) & 15];
    }
  *p = '\0';
  read.format = (format - digits) / 2;
  read.blank = (format - digits) % 2 == 1;
  *code = read;

  return TRUE;
}

/**
 * plenum_card_code_new_blank:
 * @number: what is printed on the card, below 65,536
 *
 * The number is kept in the last digits of the id, where a UUID version 7 has
 * nothing but chance: the photo of a blank card tells it again.
 *
 * Returns: (transfer full): an id that no other card has
 */
char *
plenum_card_code_new_blank (guint number)
{
  char *id = plenum_uuid_new ();

  g_snprintf (id + PLENUM_UUID_LENGTH - 4, 5, "%04x", number & 0xffff);

  return id;
}

/**
 * plenum_card_code_get_number:
 * @id: the id of a card that was printed blank
 *
 * Returns: the number that is printed on it
 */
guint
plenum_card_code_get_number (const char *id)
{
  return g_ascii_strtoull (id + PLENUM_UUID_LENGTH - 4, NULL, 16);
}
