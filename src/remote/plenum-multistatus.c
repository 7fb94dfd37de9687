/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer to PROPFIND (RFC 4918, section 13). It comes from elsewhere: nothing is
 * loaded for it, no entity is resolved, and a document type is refused. */
#include "plenum-multistatus.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "plenum-remote-error.h"

#define DAV "DAV:"

void
plenum_dav_entry_free (PlenumDavEntry *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self->etag);
  g_free (self);
}

static gboolean
is_element (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL && xmlStrEqual (node->ns->href, BAD_CAST DAV)
         && xmlStrEqual (node->name, BAD_CAST name);
}

static xmlNode *
find_child (xmlNode *node, const char *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_element (child, name))
      return child;

  return NULL;
}

static char *
get_text (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *text = content != NULL && g_utf8_validate ((char *) content, -1, NULL) ? g_strstrip (g_strdup ((char *) content)) : NULL;

  xmlFree (content);

  return text;
}

static void
read_properties (PlenumDavEntry *entry, xmlNode *properties)
{
  xmlNode *type = find_child (properties, "resourcetype");
  xmlNode *length = find_child (properties, "getcontentlength");
  xmlNode *etag = find_child (properties, "getetag");
  g_autofree char *number = length != NULL ? get_text (length) : NULL;

  if (type != NULL && find_child (type, "collection") != NULL)
    entry->folder = TRUE;
  if (number != NULL && !g_ascii_string_to_unsigned (number, 10, 0, G_MAXINT64, (guint64 *) &entry->length, NULL))
    entry->length = -1;
  if (etag != NULL && entry->etag == NULL)
    entry->etag = get_text (etag);
  if (entry->etag != NULL && *entry->etag == '\0')
    g_clear_pointer (&entry->etag, g_free);
}

/* Properties that were found stand with the status 200, others with 404. */
static gboolean
was_found (xmlNode *propstat)
{
  xmlNode *status = find_child (propstat, "status");
  g_autofree char *text = status != NULL ? get_text (status) : NULL;

  return text != NULL && strstr (text, " 200") != NULL;
}

/* What the reference means, seen from @place; NULL where it leads to another host
 * or has a name that is none. */
static PlenumDavEntry *
read_reference (xmlNode *response, const char *place)
{
  xmlNode *href = find_child (response, "href");
  g_autofree char *text = href != NULL ? get_text (href) : NULL;
  g_autoptr (GUri) base = g_uri_parse (place, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GUri) uri = text != NULL ? g_uri_parse_relative (base, text, SOUP_HTTP_URI_FLAGS, NULL) : NULL;
  g_autofree char *path = uri != NULL ? g_uri_unescape_string (g_uri_get_path (uri), NULL) : NULL;
  g_autoptr (PlenumDavEntry) entry = g_new0 (PlenumDavEntry, 1);

  if (path == NULL || !g_utf8_validate (path, -1, NULL) || g_strcmp0 (g_uri_get_host (uri), g_uri_get_host (base)) != 0)
    return NULL;

  while (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  entry->length = -1;
  entry->path = g_steal_pointer (&path);
  entry->name = g_strdup (strrchr (entry->path, '/') != NULL ? strrchr (entry->path, '/') + 1 : entry->path);

  return strcmp (entry->name, ".") == 0 || strcmp (entry->name, "..") == 0 ? NULL : g_steal_pointer (&entry);
}

static gboolean
read_responses (xmlNode *root, const char *place, GPtrArray *entries)
{
  if (root == NULL || !is_element (root, "multistatus"))
    return FALSE;

  for (xmlNode *response = root->children; response != NULL; response = response->next)
    {
      g_autoptr (PlenumDavEntry) entry = is_element (response, "response") ? read_reference (response, place) : NULL;

      if (entry == NULL)
        continue;
      for (xmlNode *propstat = response->children; propstat != NULL; propstat = propstat->next)
        if (is_element (propstat, "propstat") && was_found (propstat) && find_child (propstat, "prop") != NULL)
          read_properties (entry, find_child (propstat, "prop"));
      g_ptr_array_add (entries, g_steal_pointer (&entry));
    }

  return TRUE;
}

/**
 * plenum_multistatus_parse:
 * @text: what a server answered
 * @length: bytes of it
 * @place: the address that was asked
 * @error: return location for %PLENUM_REMOTE_ERROR_ANSWER
 *
 * Returns: (transfer full) (nullable) (element-type PlenumDavEntry): the folder that
 *   was asked for and what is in it, in the server's order
 */
GPtrArray *
plenum_multistatus_parse (const char *text, gsize length, const char *place, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_dav_entry_free);
  xmlDoc *document = length <= G_MAXINT
                       ? xmlReadMemory (text, length, place, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)
                       : NULL;
  gboolean read = document != NULL && xmlGetIntSubset (document) == NULL
                  && read_responses (xmlDocGetRootElement (document), place, entries);

  if (document != NULL)
    xmlFreeDoc (document);
  if (read)
    return g_steal_pointer (&entries);

  g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_ANSWER,
               _("%s: This does not answer like a WebDAV folder. Check the address of the platform."), place);

  return NULL;
}
