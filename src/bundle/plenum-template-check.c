/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a template that somebody wrote is one, before anything is made from it. */
#include "plenum-template-private.h"

#include <glib/gi18n-lib.h>

#include "plenum-place.h"

#define MOST_PARTS 12 /* boards, areas of one, polls */
#define MOST_STEPS 40

JsonNode *
plenum_template_get_member (JsonNode *node, const char *name)
{
  return JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), name) : NULL;
}

const char *
plenum_template_get_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

/**
 * plenum_template_get_parts:
 *
 * Returns: (transfer none) (nullable): the list called @name, if there is one
 */
JsonArray *
plenum_template_get_parts (JsonNode *node, const char *name)
{
  JsonNode *list = plenum_template_get_member (node, name);

  return list != NULL ? json_node_get_array (list) : NULL;
}

/* Makes sure of what is read below, so that a template that somebody wrote can
 * be wrong without harm. */
typedef struct
{
  const char  *name;
  GError     **error;
} Check;

static gboolean
fail (Check *check, const char *member, const char *message)
{
  plenum_place_set_error (check->error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TEMPLATE, check->name, 0,
                          /* Translators: the name of a member, then a sentence about it. */
                          _("“%s”: %s"), member, message);

  return FALSE;
}

static gboolean
check_text (Check *check, JsonNode *node, const char *name)
{
  JsonNode *text = plenum_template_get_member (node, name);

  if (text == NULL || plenum_template_get_string (plenum_template_get_member (text, "en")) == NULL)
    return fail (check, name, _("A text is needed, in English at least."));

  return TRUE;
}

static gboolean
check_string (Check *check, JsonNode *node, const char *name)
{
  return plenum_template_get_string (plenum_template_get_member (node, name)) != NULL || fail (check, name, _("A text is needed."));
}

static gboolean
check_integer (Check *check, JsonNode *node, const char *name)
{
  JsonNode *number = plenum_template_get_member (node, name);

  if (number == NULL || !JSON_NODE_HOLDS_VALUE (number) || json_node_get_value_type (number) != G_TYPE_INT64
      || json_node_get_int (number) < 1 || json_node_get_int (number) > 10000)
    return fail (check, name, _("A whole number from 1 to 10000 is needed."));

  return TRUE;
}

static gboolean
check_list (Check *check, JsonNode *node, const char *name, guint most)
{
  JsonNode *list = plenum_template_get_member (node, name);
  g_autofree char *message = g_strdup_printf (_("A list of at most %u is needed."), most);

  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list) || json_array_get_length (json_node_get_array (list)) > most)
    return fail (check, name, message);

  return TRUE;
}

static gboolean
check_board (Check *check, JsonNode *board)
{
  JsonArray *areas;

  if (!check_text (check, board, "title") || !check_list (check, board, "areas", MOST_PARTS))
    return FALSE;

  areas = plenum_template_get_parts (board, "areas");
  for (guint i = 0; i < json_array_get_length (areas); i++)
    {
      JsonNode *area = json_array_get_element (areas, i);

      if (!check_text (check, area, "title") || !check_text (check, area, "hint") || !check_string (check, area, "kind"))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_poll (Check *check, JsonNode *poll)
{
  JsonNode *settings = plenum_template_get_member (poll, "settings");

  return check_text (check, poll, "question") && check_string (check, poll, "method")
         && ((settings != NULL && JSON_NODE_HOLDS_OBJECT (settings)) || fail (check, "settings", _("An object is needed.")));
}

/* The number of a board or a poll of the same template, if there is one. */
static gboolean
check_number (Check *check, JsonNode *step, const char *name, JsonArray *parts)
{
  JsonNode *number = plenum_template_get_member (step, name);

  if (number == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (number) || json_node_get_value_type (number) != G_TYPE_INT64
      || json_node_get_int (number) < 0 || json_node_get_int (number) >= json_array_get_length (parts))
    return fail (check, name, _("The number of one of the template is needed, counted from 0."));

  return TRUE;
}

static gboolean
check_steps (Check *check, JsonNode *root)
{
  JsonArray *steps;

  if (plenum_template_get_member (root, "steps") == NULL)
    return TRUE;
  if (!check_list (check, root, "steps", MOST_STEPS))
    return FALSE;

  steps = plenum_template_get_parts (root, "steps");
  for (guint i = 0; i < json_array_get_length (steps); i++)
    {
      JsonNode *step = json_array_get_element (steps, i);

      if (!check_text (check, step, "title") || !check_integer (check, step, "minutes")
          || !check_number (check, step, "board", plenum_template_get_parts (root, "boards"))
          || !check_number (check, step, "poll", plenum_template_get_parts (root, "polls")))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_root (Check *check, JsonNode *root)
{
  JsonNode *size = plenum_template_get_member (root, "group_size");

  if (!check_string (check, root, "id") || !check_text (check, root, "name") || !check_text (check, root, "description")
      || !check_text (check, root, "question") || !check_text (check, root, "purpose")
      || !check_integer (check, root, "minutes") || !check_list (check, root, "boards", MOST_PARTS) || !check_list (check, root, "polls", MOST_PARTS))
    return FALSE;
  if (size == NULL)
    return fail (check, "group_size", _("An object is needed."));
  if (!check_integer (check, size, "from") || !check_integer (check, size, "to"))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (plenum_template_get_parts (root, "boards")); i++)
    if (!check_board (check, json_array_get_element (plenum_template_get_parts (root, "boards"), i)))
      return FALSE;
  for (guint i = 0; i < json_array_get_length (plenum_template_get_parts (root, "polls")); i++)
    if (!check_poll (check, json_array_get_element (plenum_template_get_parts (root, "polls"), i)))
      return FALSE;

  return check_steps (check, root);
}

/**
 * plenum_template_check:
 * @name: what messages call the template
 * @error: return location for %PLENUM_BUNDLE_ERROR_TEMPLATE
 */
gboolean
plenum_template_check (JsonNode *root, const char *name, GError **error)
{
  Check check = { name, error };

  return check_root (&check, root);
}
