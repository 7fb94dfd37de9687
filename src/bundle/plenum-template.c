/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-json-scanner.h"
#include "plenum-json-writer.h"
#include "plenum-place.h"
#include "plenum-position.h"
#include "plenum-templates-resources.h"

#define FOLDER "/org/plenum/Plenum/templates"
#define MOST_PARTS 12 /* boards, areas of one, polls */

struct _PlenumTemplate
{
  grefcount   references;
  JsonNode   *root; /* checked: has the members that its schema wants */
};

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

static JsonNode *
get_member (JsonNode *node, const char *name)
{
  return JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), name) : NULL;
}

static const char *
get_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static gboolean
check_text (Check *check, JsonNode *node, const char *name)
{
  JsonNode *text = get_member (node, name);

  if (text == NULL || get_string (get_member (text, "en")) == NULL)
    return fail (check, name, _("A text is needed, in English at least."));

  return TRUE;
}

static gboolean
check_string (Check *check, JsonNode *node, const char *name)
{
  return get_string (get_member (node, name)) != NULL || fail (check, name, _("A text is needed."));
}

static gboolean
check_integer (Check *check, JsonNode *node, const char *name)
{
  JsonNode *number = get_member (node, name);

  if (number == NULL || !JSON_NODE_HOLDS_VALUE (number) || json_node_get_value_type (number) != G_TYPE_INT64
      || json_node_get_int (number) < 1 || json_node_get_int (number) > 10000)
    return fail (check, name, _("A whole number from 1 to 10000 is needed."));

  return TRUE;
}

static gboolean
check_list (Check *check, JsonNode *node, const char *name)
{
  JsonNode *list = get_member (node, name);

  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list) || json_array_get_length (json_node_get_array (list)) > MOST_PARTS)
    return fail (check, name, _("A list of at most 12 is needed."));

  return TRUE;
}

static JsonArray *
get_list (JsonNode *node, const char *name)
{
  return json_node_get_array (get_member (node, name));
}

static gboolean
check_board (Check *check, JsonNode *board)
{
  JsonArray *areas;

  if (!check_text (check, board, "title") || !check_list (check, board, "areas"))
    return FALSE;

  areas = get_list (board, "areas");
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
  JsonNode *settings = get_member (poll, "settings");

  return check_text (check, poll, "question") && check_string (check, poll, "method")
         && ((settings != NULL && JSON_NODE_HOLDS_OBJECT (settings)) || fail (check, "settings", _("An object is needed.")));
}

static gboolean
check_root (Check *check, JsonNode *root)
{
  JsonNode *size = get_member (root, "group_size");

  if (!check_string (check, root, "id") || !check_text (check, root, "name") || !check_text (check, root, "description")
      || !check_text (check, root, "question") || !check_text (check, root, "purpose")
      || !check_integer (check, root, "minutes") || !check_list (check, root, "boards") || !check_list (check, root, "polls"))
    return FALSE;
  if (size == NULL)
    return fail (check, "group_size", _("An object is needed."));
  if (!check_integer (check, size, "from") || !check_integer (check, size, "to"))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (get_list (root, "boards")); i++)
    if (!check_board (check, json_array_get_element (get_list (root, "boards"), i)))
      return FALSE;
  for (guint i = 0; i < json_array_get_length (get_list (root, "polls")); i++)
    if (!check_poll (check, json_array_get_element (get_list (root, "polls"), i)))
      return FALSE;

  return TRUE;
}

/**
 * plenum_template_parse:
 * @json: a template as data/templates/template.schema.json describes it
 * @length: its bytes, or -1 if it ends with a NUL
 * @name: what messages call it
 * @error: return location for %PLENUM_BUNDLE_ERROR_TEMPLATE or an error in %PLENUM_JSON_ERROR
 *
 * Returns: (transfer full) (nullable): the template
 */
PlenumTemplate *
plenum_template_parse (const char *json, gssize length, const char *name, GError **error)
{
  g_autoptr (JsonNode) root = plenum_json_parse (json, length, name, error);
  Check check = { name, error };
  PlenumTemplate *self;

  if (root == NULL || !check_root (&check, root))
    return NULL;

  self = g_new0 (PlenumTemplate, 1);
  g_ref_count_init (&self->references);
  self->root = g_steal_pointer (&root);

  return self;
}

PlenumTemplate *
plenum_template_ref (PlenumTemplate *self)
{
  g_ref_count_inc (&self->references);

  return self;
}

void
plenum_template_unref (PlenumTemplate *self)
{
  if (!g_ref_count_dec (&self->references))
    return;

  json_node_unref (self->root);
  g_free (self);
}

/**
 * plenum_template_load:
 * @id: its name, "world-cafe"
 * @error: return location for %PLENUM_BUNDLE_ERROR_TEMPLATE
 *
 * Returns: (transfer full) (nullable): the template, or %NULL if there is none of that name
 */
PlenumTemplate *
plenum_template_load (const char *id, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER "/", id, ".json", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (plenum_templates_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    {
      g_autoptr (GPtrArray) templates = plenum_template_list ();
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint i = 0; i < templates->len; i++)
        g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", plenum_template_get_id (templates->pdata[i]));
      g_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TEMPLATE,
                   /* Translators: the second is a list of names such as “world-cafe”. */
                   _("There is no template “%s”. There are: %s"), id, ids->str);
      return NULL;
    }

  return plenum_template_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), id, error);
}

/**
 * plenum_template_list:
 *
 * Returns: (transfer full) (element-type PlenumTemplate): all templates, in the
 *   order in which they are offered
 */
GPtrArray *
plenum_template_list (void)
{
  static const char * const ids[] = { "brainstorming-dots", "zukunftswerkstatt", "world-cafe", "retrospective-lessons", "idea-market" };
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_template_unref);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      PlenumTemplate *template = plenum_template_load (ids[i], NULL);

      if (template != NULL)
        g_ptr_array_add (templates, template);
    }

  return templates;
}

/* The text in @language ("de", "de_AT"), or else in English. */
static const char *
get_text (JsonNode *node, const char *name, const char *language)
{
  JsonNode *texts = get_member (node, name);
  const char *text = NULL;

  if (texts == NULL)
    return NULL;

  if (language != NULL)
    {
      g_autofree char *base = g_strndup (language, strcspn (language, "_-.@"));

      text = get_string (get_member (texts, language));
      if (text == NULL)
        text = get_string (get_member (texts, base));
    }

  return text != NULL ? text : get_string (get_member (texts, "en"));
}

const char *
plenum_template_get_id (PlenumTemplate *self)
{
  return get_string (get_member (self->root, "id"));
}

/**
 * plenum_template_get_name:
 * @language: (nullable): "de"; English where the template does not speak it
 *
 * Returns: (transfer none): what people call it
 */
const char *
plenum_template_get_name (PlenumTemplate *self, const char *language)
{
  return get_text (self->root, "name", language);
}

const char *
plenum_template_get_description (PlenumTemplate *self, const char *language)
{
  return get_text (self->root, "description", language);
}

const char *
plenum_template_get_purpose (PlenumTemplate *self, const char *language)
{
  return get_text (self->root, "purpose", language);
}

/**
 * plenum_template_get_minutes:
 *
 * Returns: how long such a workshop takes
 */
guint
plenum_template_get_minutes (PlenumTemplate *self)
{
  return json_node_get_int (get_member (self->root, "minutes"));
}

/**
 * plenum_template_get_group_size:
 * @from: (out): the smallest group it is good for
 * @to: (out): the largest
 */
void
plenum_template_get_group_size (PlenumTemplate *self, guint *from, guint *to)
{
  JsonNode *size = get_member (self->root, "group_size");

  *from = json_node_get_int (get_member (size, "from"));
  *to = json_node_get_int (get_member (size, "to"));
}

/* Adds what comes next in an order of its own. */
static void
take_next_position (PlenumRecord *record, guint field, char **position)
{
  char *next = plenum_position_between (*position, NULL);

  g_free (*position);
  *position = next;
  plenum_record_set_text (record, field, next);
}

static void
make_board (GPtrArray *records, JsonNode *node, const char *workshop, const char *language, char **position)
{
  PlenumRecord *board = plenum_record_new (PLENUM_BOARD, NULL);
  JsonArray *areas = get_list (node, "areas");
  g_autofree char *area_position = NULL;

  plenum_record_set_text (board, PLENUM_BOARD_WORKSHOP, workshop);
  plenum_record_set_text (board, PLENUM_BOARD_TITLE, get_text (node, "title", language));
  plenum_record_set_text (board, PLENUM_BOARD_QUESTION, get_text (node, "question", language));
  plenum_record_set_text (board, PLENUM_BOARD_LAYOUT, "columns");
  take_next_position (board, PLENUM_BOARD_POSITION, position);
  g_ptr_array_add (records, board);

  for (guint i = 0; i < json_array_get_length (areas); i++)
    {
      JsonNode *area_node = json_array_get_element (areas, i);
      PlenumRecord *area = plenum_record_new (PLENUM_AREA, NULL);

      plenum_record_set_text (area, PLENUM_AREA_WORKSHOP, workshop);
      plenum_record_set_text (area, PLENUM_AREA_BOARD, plenum_record_get_id (board));
      plenum_record_set_text (area, PLENUM_AREA_TITLE, get_text (area_node, "title", language));
      plenum_record_set_text (area, PLENUM_AREA_HINT, get_text (area_node, "hint", language));
      plenum_record_set_text (area, PLENUM_AREA_KIND, get_string (get_member (area_node, "kind")));
      take_next_position (area, PLENUM_AREA_POSITION, &area_position);
      g_ptr_array_add (records, area);
    }
}

static void
make_poll (GPtrArray *records, JsonNode *node, const char *workshop, const char *language, char **position)
{
  PlenumRecord *poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autofree char *settings = plenum_json_to_canonical (get_member (node, "settings"));

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, get_text (node, "question", language));
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, get_string (get_member (node, "method")));
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "draft");
  plenum_record_set_text (poll, PLENUM_POLL_SETTINGS, settings);
  take_next_position (poll, PLENUM_POLL_POSITION, position);
  g_ptr_array_add (records, poll);
}

/**
 * plenum_template_list_kinds:
 *
 * Returns: (transfer full): the kinds of ideas that the areas of its first board
 *   collect, in their order: enough to draw it small
 */
GStrv
plenum_template_list_kinds (PlenumTemplate *self)
{
  g_autoptr (GStrvBuilder) kinds = g_strv_builder_new ();
  JsonArray *boards = get_list (self->root, "boards");
  JsonArray *areas = json_array_get_length (boards) > 0 ? get_list (json_array_get_element (boards, 0), "areas") : NULL;

  for (guint i = 0; areas != NULL && i < json_array_get_length (areas); i++)
    g_strv_builder_add (kinds, get_string (get_member (json_array_get_element (areas, i), "kind")));

  return g_strv_builder_end (kinds);
}

static PlenumRecord *
make_workshop (PlenumTemplate *self, const char *title, const char *language)
{
  PlenumRecord *workshop = plenum_record_new (PLENUM_WORKSHOP, NULL);

  plenum_record_set_text (workshop, PLENUM_WORKSHOP_TITLE, title);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_QUESTION, get_text (self->root, "question", language));
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_PURPOSE, get_text (self->root, "purpose", language));
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_LANGUAGE, language);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_STATE, "planned");
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_ARCHIVED, FALSE);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_TEMPLATE, plenum_template_get_id (self));
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_CREATED, g_get_real_time () / 1000);

  return workshop;
}

static gboolean
insert_all (PlenumEdit *edit, gpointer data, GError **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!plenum_edit_insert (edit, records->pdata[i], error))
      return FALSE;

  return TRUE;
}

/**
 * plenum_template_make_action:
 * @title: what the workshop is called; the template's name if empty
 * @language: (nullable): the language that is spoken there, "de"
 *
 * Makes a workshop with the template's boards, areas and drafts of polls. The
 * action's result is its id, known at once.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_template_make_action (PlenumTemplate *self, const char *title, const char *language)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  const char *name = title != NULL && *title != '\0' ? title : plenum_template_get_name (self, language);
  PlenumRecord *workshop = make_workshop (self, name, language);
  const char *id = plenum_record_get_id (workshop);
  g_autofree char *board_position = NULL;
  g_autofree char *poll_position = NULL;
  PlenumAction *action;

  g_ptr_array_add (records, workshop);
  for (guint i = 0; i < json_array_get_length (get_list (self->root, "boards")); i++)
    make_board (records, json_array_get_element (get_list (self->root, "boards"), i), id, language, &board_position);
  for (guint i = 0; i < json_array_get_length (get_list (self->root, "polls")); i++)
    make_poll (records, json_array_get_element (get_list (self->root, "polls"), i), id, language, &poll_position);

  action = plenum_action_new (plenum_label_new_named ("Add workshop “{name}”", name),
                              insert_all, records, (GDestroyNotify) g_ptr_array_unref);
  plenum_action_set_result (action, id);

  return action;
}
