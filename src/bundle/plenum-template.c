/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-template-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-json-scanner.h"
#include "plenum-json-writer.h"
#include "plenum-place.h"
#include "plenum-position.h"
#include "plenum-templates-resources.h"

#define FOLDER "/org/plenum/Plenum/templates"

struct _PlenumTemplate
{
  grefcount   references;
  JsonNode   *root; /* checked: has the members that its schema wants */
};

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
  PlenumTemplate *self;

  if (root == NULL || !plenum_template_check (root, name, error))
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
  JsonNode *texts = plenum_template_get_member (node, name);
  const char *text = NULL;

  if (texts == NULL)
    return NULL;

  if (language != NULL)
    {
      g_autofree char *base = g_strndup (language, strcspn (language, "_-.@"));

      text = plenum_template_get_string (plenum_template_get_member (texts, language));
      if (text == NULL)
        text = plenum_template_get_string (plenum_template_get_member (texts, base));
    }

  return text != NULL ? text : plenum_template_get_string (plenum_template_get_member (texts, "en"));
}

const char *
plenum_template_get_id (PlenumTemplate *self)
{
  return plenum_template_get_string (plenum_template_get_member (self->root, "id"));
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
  return json_node_get_int (plenum_template_get_member (self->root, "minutes"));
}

/**
 * plenum_template_get_group_size:
 * @from: (out): the smallest group it is good for
 * @to: (out): the largest
 */
void
plenum_template_get_group_size (PlenumTemplate *self, guint *from, guint *to)
{
  JsonNode *size = plenum_template_get_member (self->root, "group_size");

  *from = json_node_get_int (plenum_template_get_member (size, "from"));
  *to = json_node_get_int (plenum_template_get_member (size, "to"));
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
  JsonArray *areas = plenum_template_get_parts (node, "areas");
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
      plenum_record_set_text (area, PLENUM_AREA_KIND, plenum_template_get_string (plenum_template_get_member (area_node, "kind")));
      take_next_position (area, PLENUM_AREA_POSITION, &area_position);
      g_ptr_array_add (records, area);
    }
}

static void
make_poll (GPtrArray *records, JsonNode *node, const char *workshop, const char *language, char **position)
{
  PlenumRecord *poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autofree char *settings = plenum_json_to_canonical (plenum_template_get_member (node, "settings"));

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, get_text (node, "question", language));
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, plenum_template_get_string (plenum_template_get_member (node, "method")));
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "draft");
  plenum_record_set_text (poll, PLENUM_POLL_SETTINGS, settings);
  take_next_position (poll, PLENUM_POLL_POSITION, position);
  g_ptr_array_add (records, poll);
}

/* The board or the poll with that number, counted from 0. */
static const char *
find_part (GPtrArray *records, PlenumRecordType type, JsonNode *number)
{
  gint64 left = number != NULL ? json_node_get_int (number) : -1;

  for (guint i = 0; left >= 0 && i < records->len; i++)
    if (plenum_record_get_record_type (records->pdata[i]) == type && left-- == 0)
      return plenum_record_get_id (records->pdata[i]);

  return NULL;
}

static void
make_step (GPtrArray *records, JsonNode *node, const char *workshop, const char *language, char **position)
{
  PlenumRecord *step = plenum_record_new (PLENUM_STEP, NULL);

  plenum_record_set_text (step, PLENUM_STEP_WORKSHOP, workshop);
  plenum_record_set_text (step, PLENUM_STEP_TITLE, get_text (node, "title", language));
  plenum_record_set_integer (step, PLENUM_STEP_MINUTES, json_node_get_int (plenum_template_get_member (node, "minutes")));
  plenum_record_set_text (step, PLENUM_STEP_BOARD, find_part (records, PLENUM_BOARD, plenum_template_get_member (node, "board")));
  plenum_record_set_text (step, PLENUM_STEP_POLL, find_part (records, PLENUM_POLL, plenum_template_get_member (node, "poll")));
  take_next_position (step, PLENUM_STEP_POSITION, position);
  g_ptr_array_add (records, step);
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
  JsonArray *boards = plenum_template_get_parts (self->root, "boards");
  JsonArray *areas = json_array_get_length (boards) > 0 ? plenum_template_get_parts (json_array_get_element (boards, 0), "areas") : NULL;

  for (guint i = 0; areas != NULL && i < json_array_get_length (areas); i++)
    g_strv_builder_add (kinds, plenum_template_get_string (plenum_template_get_member (json_array_get_element (areas, i), "kind")));

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
 * Makes a workshop with the template's boards, areas, drafts of polls and agenda. The
 * action's result is its id, known at once.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_template_make_action (PlenumTemplate *self, const char *title, const char *language)
{
  /* Steps refer to what comes before them. */
  static const struct {
    const char *name;
    void (*make) (GPtrArray *records, JsonNode *node, const char *workshop, const char *language, char **position);
  } parts[] = { { "boards", make_board }, { "polls", make_poll }, { "steps", make_step } };
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  const char *name = title != NULL && *title != '\0' ? title : plenum_template_get_name (self, language);
  PlenumRecord *workshop = make_workshop (self, name, language);
  const char *id = plenum_record_get_id (workshop);
  PlenumAction *action;

  g_ptr_array_add (records, workshop);
  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    {
      JsonArray *list = plenum_template_get_parts (self->root, parts[p].name);
      g_autofree char *position = NULL;

      for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
        parts[p].make (records, json_array_get_element (list, i), id, language, &position);
    }

  action = plenum_action_new (plenum_label_new_named ("Add workshop “{name}”", name),
                              insert_all, records, (GDestroyNotify) g_ptr_array_unref);
  plenum_action_set_result (action, id);

  return action;
}
