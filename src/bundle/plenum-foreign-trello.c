/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A board of Trello in JSON: lists are areas, labels are tags. */
#include <string.h>

#include "plenum-foreign-reader.h"
#include "plenum-table-value.h"

typedef struct
{
  char     *name;
  double    position;
  gboolean  closed;
} List;

/* What stands on a card; it is put in order when all is read. */
typedef struct
{
  guint       idea;
  const char *list; /* nullable: its id */
  double      list_position, position;
} Card;

/* A comment, whose card may come after it. */
typedef struct
{
  char   *card, *text, *author;
  gint64  created;
} Remark;

typedef struct
{
  const char    *name; /* of the file */
  PlenumForeign *foreign;
  GHashTable    *lists;   /* id → List */
  GArray        *cards;   /* Card */
  GArray        *remarks; /* Remark */
} Trello;

static void
free_list (gpointer data)
{
  List *list = data;

  g_free (list->name);
  g_free (list);
}

static void
clear_remark (gpointer data)
{
  Remark *remark = data;

  g_free (remark->card);
  g_free (remark->text);
  g_free (remark->author);
}

static double
get_number (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) != G_TYPE_STRING
         ? json_node_get_double (node) : 0;
}

static gboolean
is_true (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN
         && json_node_get_boolean (node);
}

static void
read_list (Trello *self, JsonObject *object)
{
  const char *id = plenum_foreign_member (object, "id");
  List *list;

  if (id == NULL)
    return;

  list = g_new0 (List, 1);
  list->name = g_strdup (plenum_foreign_member (object, "name"));
  list->position = get_number (object, "pos");
  list->closed = is_true (object, "closed");
  g_hash_table_insert (self->lists, g_strdup (id), list);
}

/* An id of Trello begins with the second in which it was made, in hexadecimal. */
static gint64
get_created (const char *id)
{
  g_autofree char *start = g_strndup (id, 8);

  return strlen (id) == 24 && strspn (start, "0123456789abcdef") == 8 ? (gint64) g_ascii_strtoull (start, NULL, 16) * 1000 : 0;
}

static void
read_labels (Trello *self, JsonObject *card, PlenumForeignIdea *idea)
{
  JsonArray *labels = plenum_foreign_array (card, "labels");

  for (guint i = 0; labels != NULL && i < json_array_get_length (labels); i++)
    {
      JsonNode *node = json_array_get_element (labels, i);
      const char *name = JSON_NODE_HOLDS_OBJECT (node) ? plenum_foreign_member (json_node_get_object (node), "name") : NULL;

      if (name != NULL && *name == '\0') /* a mere colour */
        name = plenum_foreign_member (json_node_get_object (node), "color");
      if (name != NULL && *name != '\0')
        plenum_foreign_tag (self->foreign, idea, name);
    }
}

/* What has no place here, where a card has any of it. */
static void
lose_rest (Trello *self, JsonObject *card)
{
  static const char * const lists[] = { "attachments", "idChecklists", "idMembers", "stickers", "customFieldItems" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      JsonArray *array = plenum_foreign_array (card, lists[i]);

      if (array != NULL && json_array_get_length (array) > 0)
        plenum_foreign_lose (self->foreign, lists[i], NULL);
    }
  if (plenum_foreign_member (card, "due") != NULL)
    plenum_foreign_lose (self->foreign, "due", NULL);
}

static void
read_card (Trello *self, JsonObject *object)
{
  const char *id = plenum_foreign_member (object, "id");
  const char *title = plenum_foreign_keep (self->foreign, plenum_foreign_member (object, "name"));
  const char *text = plenum_foreign_keep (self->foreign, plenum_foreign_member (object, "desc"));
  const char *url = plenum_foreign_member (object, "shortUrl");
  Card card = { self->foreign->ideas->len };
  PlenumForeignIdea *idea;

  if (title == NULL && text == NULL)
    return;

  idea = plenum_foreign_add_idea (self->foreign);
  idea->id = plenum_foreign_keep (self->foreign, id);
  idea->title = title;
  idea->text = text;
  idea->url = plenum_foreign_keep (self->foreign, url != NULL ? url : plenum_foreign_member (object, "url"));
  idea->location = plenum_foreign_keep (self->foreign, plenum_foreign_member (object, "address"));
  idea->separators = "\x1f";
  idea->created = id != NULL ? get_created (id) : 0;
  read_labels (self, object, idea);
  if (is_true (object, "closed"))
    plenum_foreign_tag (self->foreign, idea, "archived");
  card.list = plenum_foreign_keep (self->foreign, plenum_foreign_member (object, "idList"));
  card.position = get_number (object, "pos");
  g_array_append_val (self->cards, card);
  lose_rest (self, object);
}

static void
read_action (Trello *self, JsonObject *action)
{
  JsonObject *data = plenum_foreign_object (action, "data");
  JsonObject *card = data != NULL ? plenum_foreign_object (data, "card") : NULL;
  JsonObject *author = plenum_foreign_object (action, "memberCreator");
  const char *date = plenum_foreign_member (action, "date");
  Remark remark = { NULL };

  if (g_strcmp0 (plenum_foreign_member (action, "type"), "commentCard") != 0 || card == NULL
      || plenum_foreign_member (card, "id") == NULL || plenum_foreign_member (data, "text") == NULL)
    return;

  remark.card = g_strdup (plenum_foreign_member (card, "id"));
  remark.text = g_strdup (plenum_foreign_member (data, "text"));
  remark.author = author != NULL ? g_strdup (plenum_foreign_member (author, "fullName")) : NULL;
  if (date != NULL)
    plenum_table_parse_time (date, &remark.created);
  self->foreign->length += strlen (remark.text) + 64;
  g_array_append_val (self->remarks, remark);
}

static gboolean
read_member (const char *member, gboolean element, JsonNode *node, guint64 line, gpointer data, GError **error)
{
  Trello *self = data;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  if (text != NULL && strcmp (member, "id") == 0 && self->foreign->key == NULL)
    self->foreign->key = g_strdup_printf ("\x1f%s\x1f", text);
  else if (text != NULL && strcmp (member, "name") == 0 && self->foreign->title == NULL)
    self->foreign->title = g_strdup (text);
  else if (text != NULL && strcmp (member, "url") == 0 && self->foreign->url == NULL)
    self->foreign->url = g_strdup (text);
  else if (object != NULL && strcmp (member, "lists") == 0)
    read_list (self, object);
  else if (object != NULL && strcmp (member, "cards") == 0)
    read_card (self, object);
  else if (object != NULL && strcmp (member, "actions") == 0)
    read_action (self, object);
  else if (object != NULL && element && (strcmp (member, "checklists") == 0 || strcmp (member, "customFields") == 0))
    plenum_foreign_lose (self->foreign, member, NULL);

  return plenum_foreign_check_size (self->foreign, self->name, line, error);
}

static int
compare_cards (gconstpointer a, gconstpointer b)
{
  const Card *first = a, *second = b;

  if (first->list_position != second->list_position)
    return first->list_position < second->list_position ? -1 : 1;
  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;

  return first->idea < second->idea ? -1 : first->idea > second->idea;
}

/* Puts the cards as they stand on the board, each under the name of its list. */
static void
order_cards (Trello *self)
{
  GArray *ideas = g_array_sized_new (FALSE, TRUE, sizeof (PlenumForeignIdea), self->cards->len);

  for (guint i = 0; i < self->cards->len; i++)
    {
      Card *card = &g_array_index (self->cards, Card, i);
      PlenumForeignIdea *idea = &g_array_index (self->foreign->ideas, PlenumForeignIdea, card->idea);
      List *list = card->list != NULL ? g_hash_table_lookup (self->lists, card->list) : NULL;

      if (list == NULL)
        continue;
      card->list_position = list->position;
      idea->area = plenum_foreign_keep (self->foreign, list->name);
      if (list->closed)
        plenum_foreign_tag (self->foreign, idea, "archived");
    }
  g_array_sort (self->cards, compare_cards);
  for (guint i = 0; i < self->cards->len; i++)
    g_array_append_val (ideas, g_array_index (self->foreign->ideas, PlenumForeignIdea, g_array_index (self->cards, Card, i).idea));

  g_array_unref (self->foreign->ideas);
  self->foreign->ideas = ideas;
}

/* What was said last comes first in the file. */
static void
add_remarks (Trello *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->foreign->ideas->len; i++)
    {
      const char *id = g_array_index (self->foreign->ideas, PlenumForeignIdea, i).id;

      if (id != NULL)
        g_hash_table_insert (places, (char *) id, GUINT_TO_POINTER (i));
    }
  for (guint i = self->remarks->len; i > 0; i--)
    {
      Remark *remark = &g_array_index (self->remarks, Remark, i - 1);
      gpointer place;

      if (g_hash_table_lookup_extended (places, remark->card, NULL, &place))
        plenum_foreign_add_comment (self->foreign, GPOINTER_TO_UINT (place), remark->text, remark->author, remark->created);
    }
}

/**
 * plenum_foreign_read_trello:
 * @foreign: to be filled
 * @error: return location for an error in %PLENUM_BUNDLE_ERROR, %PLENUM_JSON_ERROR or of GIO
 */
gboolean
plenum_foreign_read_trello (PlenumForeign *foreign, PlenumInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_list);
  g_autoptr (GArray) cards = g_array_new (FALSE, TRUE, sizeof (Card));
  g_autoptr (GArray) remarks = g_array_new (FALSE, TRUE, sizeof (Remark));
  Trello self = { plenum_input_get_name (input), foreign, lists, cards, remarks };

  g_array_set_clear_func (remarks, clear_remark);
  if (!plenum_foreign_read_json (input, read_member, &self, cancellable, error))
    return FALSE;
  order_cards (&self);
  add_remarks (&self);

  return TRUE;
}
