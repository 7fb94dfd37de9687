/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON Canonicalization Scheme, RFC 8785: equal values are equal bytes. */
#include "plenum-json-writer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/**
 * plenum_json_append_string:
 * @string: valid UTF-8
 *
 * Appends @string as RFC 8785, 3.2.2.2 writes it.
 */
void
plenum_json_append_string (GString *text, const char *string)
{
  const char *start = string;

  g_string_append_c (text, '"');
  for (const char *c = string;; c++)
    {
      static const char named[] = "\"\\\b\f\n\r\t";
      static const char letters[] = "\"\\bfnrt";
      const char *found;

      if ((guchar) *c >= 0x20 && *c != '"' && *c != '\\')
        continue;

      g_string_append_len (text, start, c - start);
      start = c + 1;
      if (*c == '\0')
        break;

      found = strchr (named, *c);
      if (found != NULL)
        g_string_append_printf (text, "\\%c", letters[found - named]);
      else
        g_string_append_printf (text, "\\u%04x", (guint) *c);
    }
  g_string_append_c (text, '"');
}

/* The shortest digits that give the same number again, and the decimal exponent
 * of the first. */
static int
shortest_digits (double number, char digits[18])
{
  char buffer[32];
  int exponent;
  int n = 0;

  for (int precision = 0; precision < 17; precision++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%de", precision);
      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }

  exponent = atoi (strchr (buffer, 'e') + 1);
  for (const char *c = buffer; *c != 'e'; c++)
    if (g_ascii_isdigit (*c))
      digits[n++] = *c;
  while (n > 1 && digits[n - 1] == '0')
    n--;
  digits[n] = '\0';

  return exponent;
}

/**
 * plenum_json_append_double:
 * @number: a finite number
 *
 * Appends @number as ECMAScript writes it (RFC 8785, 3.2.2.3).
 */
void
plenum_json_append_double (GString *text, double number)
{
  char digits[18];
  int exponent, n;

  g_return_if_fail (isfinite (number));

  if (number < 0)
    g_string_append_c (text, '-');
  exponent = shortest_digits (fabs (number), digits);
  n = strlen (digits);

  if (number == 0)
    {
      g_string_append_c (text, '0');
    }
  else if (exponent >= 0 && exponent < 21)
    {
      for (int i = 0; i <= MAX (exponent, n - 1); i++)
        {
          if (i == exponent + 1)
            g_string_append_c (text, '.');
          g_string_append_c (text, i < n ? digits[i] : '0');
        }
    }
  else if (exponent < 0 && exponent >= -6)
    {
      g_string_append (text, "0.");
      for (int i = -1; i > exponent; i--)
        g_string_append_c (text, '0');
      g_string_append (text, digits);
    }
  else
    {
      g_string_append_printf (text, "%c%s%se%+d", digits[0], n > 1 ? "." : "", digits + 1, exponent);
    }
}

static guint
first_utf16_unit (gunichar character)
{
  return character < 0x10000 ? character : 0xd800 + ((character - 0x10000) >> 10);
}

/**
 * plenum_json_compare_keys:
 *
 * Compares by UTF-16 units, as RFC 8785, 3.2.3 orders members.
 */
int
plenum_json_compare_keys (const char *a, const char *b)
{
  while (*a != '\0' && *b != '\0')
    {
      gunichar x = g_utf8_get_char (a);
      gunichar y = g_utf8_get_char (b);

      if (x != y)
        {
          guint first_x = first_utf16_unit (x);
          guint first_y = first_utf16_unit (y);

          return first_x != first_y ? (first_x < first_y ? -1 : 1) : x < y ? -1 : 1;
        }
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }

  return (*a != '\0') - (*b != '\0');
}

static void
append_object (GString *text, JsonObject *object)
{
  g_autoptr (GList) keys = g_list_sort (json_object_get_members (object), (GCompareFunc) plenum_json_compare_keys);

  g_string_append_c (text, '{');
  for (GList *key = keys; key != NULL; key = key->next)
    {
      if (key != keys)
        g_string_append_c (text, ',');
      plenum_json_append_string (text, key->data);
      g_string_append_c (text, ':');
      plenum_json_append_canonical (text, json_object_get_member (object, key->data));
    }
  g_string_append_c (text, '}');
}

static void
append_array (GString *text, JsonArray *array)
{
  g_string_append_c (text, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      plenum_json_append_canonical (text, json_array_get_element (array, i));
    }
  g_string_append_c (text, ']');
}

/**
 * plenum_json_append_canonical:
 * @node: a value without infinities
 */
void
plenum_json_append_canonical (GString *text, JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      append_object (text, json_node_get_object (node));
      return;

    case JSON_NODE_ARRAY:
      append_array (text, json_node_get_array (node));
      return;

    case JSON_NODE_NULL:
      g_string_append (text, "null");
      return;

    case JSON_NODE_VALUE:
    default:
      break;
    }

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_INT64:
      g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
      break;

    case G_TYPE_DOUBLE:
      plenum_json_append_double (text, json_node_get_double (node));
      break;

    case G_TYPE_BOOLEAN:
      g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
      break;

    default:
      plenum_json_append_string (text, json_node_get_string (node));
      break;
    }
}

/**
 * plenum_json_to_canonical:
 *
 * Returns: (transfer full): @node in canonical form
 */
char *
plenum_json_to_canonical (JsonNode *node)
{
  GString *text = g_string_new (NULL);

  plenum_json_append_canonical (text, node);

  return g_string_free (text, FALSE);
}
