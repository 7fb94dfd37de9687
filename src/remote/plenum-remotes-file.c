/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of remotes as JSON, which a person can read and which says no secret. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-address.h"
#include "plenum-json-scanner.h"
#include "plenum-remote-error.h"
#include "plenum-remotes-private.h"

#define VERSION 1

static JsonObject *
get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_string (JsonObject *object, const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gboolean
get_boolean (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

/* Calls @take for each object in the list; a list that is missing is empty. */
static gboolean
each (PlenumRemotes *self, JsonObject *root, const char *member, gboolean (*take) (PlenumRemotes *, JsonObject *))
{
  JsonNode *node = json_object_get_member (root, member);
  JsonArray *list = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *object = get_object (json_array_get_element (list, i));

      if (object == NULL || !take (self, object))
        return FALSE;
    }

  return node == NULL || list != NULL;
}

/* The address is checked as one that was typed: the file may have been changed. */
static gboolean
take_remote (PlenumRemotes *self, JsonObject *object)
{
  const char *written = get_string (object, "address");
  g_autofree char *address = written != NULL ? plenum_address_check (written, NULL) : NULL;
  PlenumRemote remote = { (char *) get_string (object, "name"), address, (char *) get_string (object, "user"),
                          (char *) get_string (object, "certificate"), get_boolean (object, "central") };

  return remote.name != NULL && address != NULL && plenum_remotes_add (self, &remote, NULL);
}

static gboolean
take_waiting (PlenumRemotes *self, JsonObject *object)
{
  const char *remote = get_string (object, "remote");
  const char *workshop = get_string (object, "workshop");
  const char *privacy = get_string (object, "privacy");

  if (remote == NULL || workshop == NULL || privacy == NULL || plenum_remotes_find (self, remote, NULL) == NULL)
    return FALSE;

  plenum_remotes_queue (self, remote, workshop, privacy);
  ((PlenumWaiting *) self->waiting->pdata[self->waiting->len - 1])->problem = g_strdup (get_string (object, "problem"));

  return TRUE;
}

static gboolean
take_sent (PlenumRemotes *self, JsonObject *object)
{
  PlenumWaiting sent = { (char *) get_string (object, "remote"), (char *) get_string (object, "workshop"),
                         (char *) get_string (object, "privacy"), NULL };
  const char *digest = get_string (object, "digest");

  if (sent.remote == NULL || sent.workshop == NULL || sent.privacy == NULL || digest == NULL)
    return FALSE;

  plenum_remotes_set_sent (self, &sent, digest);

  return TRUE;
}

static gboolean
take_received (PlenumRemotes *self, JsonObject *object)
{
  const char *remote = get_string (object, "remote");
  JsonNode *files = json_object_get_member (object, "files");
  JsonArray *list = files != NULL && JSON_NODE_HOLDS_ARRAY (files) ? json_node_get_array (files) : NULL;

  if (remote == NULL || list == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *file = json_array_get_element (list, i);

      if (json_node_get_value_type (file) != G_TYPE_STRING)
        return FALSE;
      g_hash_table_add (self->received, g_strdup_printf ("%s %s", remote, json_node_get_string (file)));
    }

  return TRUE;
}

static gboolean
take (PlenumRemotes *self, JsonObject *root)
{
  return root != NULL && json_object_has_member (root, "version")
         && json_node_get_value_type (json_object_get_member (root, "version")) == G_TYPE_INT64
         && json_object_get_int_member (root, "version") == VERSION
         && each (self, root, "remotes", take_remote)
         && each (self, root, "waiting", take_waiting)
         && each (self, root, "sent", take_sent)
         && each (self, root, "received", take_received);
}

/* Where there is no file, nothing is known yet. */
gboolean
plenum_remotes_load (PlenumRemotes *self, GError **error)
{
  g_autofree char *path = plenum_remotes_get_path (self, "remotes.json");
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) problem = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &problem))
    {
      if (g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  root = plenum_json_parse (text, length, path, &problem);
  if (root != NULL && take (self, get_object (root)))
    return TRUE;

  if (problem != NULL)
    g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_FILE, "%s", problem->message);
  else
    g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_FILE,
                 _("%s: This is no list of remotes that this version can read. Put it aside and add them again."), path);

  return FALSE;
}

static void
add_member (JsonBuilder *builder, const char *member, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
begin_list (JsonBuilder *builder, const char *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}

static void
add_remotes (JsonBuilder *builder, PlenumRemotes *self)
{
  begin_list (builder, "remotes");
  for (guint i = 0; i < self->remotes->len; i++)
    {
      PlenumRemote *remote = self->remotes->pdata[i];

      json_builder_begin_object (builder);
      add_member (builder, "name", remote->name);
      add_member (builder, "address", remote->address);
      add_member (builder, "user", remote->user);
      add_member (builder, "certificate", remote->certificate);
      json_builder_set_member_name (builder, "central");
      json_builder_add_boolean_value (builder, remote->central);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_waiting (JsonBuilder *builder, PlenumRemotes *self)
{
  begin_list (builder, "waiting");
  for (guint i = 0; i < self->waiting->len; i++)
    {
      PlenumWaiting *waiting = self->waiting->pdata[i];

      json_builder_begin_object (builder);
      add_member (builder, "remote", waiting->remote);
      add_member (builder, "workshop", waiting->workshop);
      add_member (builder, "privacy", waiting->privacy);
      add_member (builder, "problem", waiting->problem);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static GList *
list_keys (GHashTable *table)
{
  return g_list_sort (g_hash_table_get_keys (table), (GCompareFunc) strcmp);
}

static void
add_sent (JsonBuilder *builder, PlenumRemotes *self)
{
  g_autoptr (GList) keys = list_keys (self->sent);

  begin_list (builder, "sent");
  for (GList *key = keys; key != NULL; key = key->next)
    {
      g_auto (GStrv) parts = g_strsplit (key->data, " ", 3);

      json_builder_begin_object (builder);
      add_member (builder, "remote", parts[0]);
      add_member (builder, "workshop", parts[1]);
      add_member (builder, "privacy", parts[2]);
      add_member (builder, "digest", g_hash_table_lookup (self->sent, key->data));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_received (JsonBuilder *builder, PlenumRemotes *self)
{
  g_autoptr (GList) keys = list_keys (self->received);

  begin_list (builder, "received");
  for (guint i = 0; i < self->remotes->len; i++)
    {
      const char *name = ((PlenumRemote *) self->remotes->pdata[i])->name;
      g_autofree char *start = g_strconcat (name, " ", NULL);

      json_builder_begin_object (builder);
      add_member (builder, "remote", name);
      begin_list (builder, "files");
      for (GList *key = keys; key != NULL; key = key->next)
        if (g_str_has_prefix (key->data, start))
          json_builder_add_string_value (builder, (char *) key->data + strlen (start));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Returns: (transfer full): the same bytes for the same list */
char *
plenum_remotes_to_json (PlenumRemotes *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION);
  add_remotes (builder, self);
  add_waiting (builder, self);
  add_sent (builder, self);
  add_received (builder, self);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}
