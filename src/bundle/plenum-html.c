/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text from what people wrote into an editor on a web page. */
#include "plenum-html.h"

#include <libxml/HTMLparser.h>
#include <string.h>

typedef struct
{
  GString *text;
  guint    hidden; /* how many elements are open that are not shown */
  gboolean space;  /* one belongs before the next word */
} Html;

static gboolean
is_one_of (const xmlChar *name, const char *names)
{
  g_autofree char *wanted = g_strdup_printf ("|%s|", (const char *) name);

  return strstr (names, wanted) != NULL;
}

/* Ends the line, and with @paragraph leaves another one empty. */
static void
break_line (Html *html, gboolean paragraph)
{
  gsize length = html->text->len;

  html->space = FALSE;
  if (length == 0)
    return;
  if (html->text->str[length - 1] != '\n')
    g_string_append_c (html->text, '\n');
  if (paragraph && !g_str_has_suffix (html->text->str, "\n\n"))
    g_string_append_c (html->text, '\n');
}

static void
start_element (void *data, const xmlChar *name, const xmlChar **attributes)
{
  Html *html = data;

  if (is_one_of (name, "|script|style|head|template|"))
    html->hidden++;
  else if (is_one_of (name, "|p|h1|h2|h3|h4|h5|h6|ul|ol|table|blockquote|pre|"))
    break_line (html, TRUE);
  else if (is_one_of (name, "|div|tr|dt|dd|section|article|figure|hr|"))
    break_line (html, FALSE);
  else if (is_one_of (name, "|li|"))
    {
      break_line (html, FALSE);
      g_string_append (html->text, "• ");
    }
  else if (is_one_of (name, "|br|"))
    {
      g_string_append_c (html->text, '\n');
      html->space = FALSE;
    }
  else if (is_one_of (name, "|td|th|"))
    {
      html->space = TRUE;
    }
}

static void
end_element (void *data, const xmlChar *name)
{
  Html *html = data;

  if (is_one_of (name, "|script|style|head|template|"))
    html->hidden -= html->hidden > 0;
  else if (is_one_of (name, "|p|h1|h2|h3|h4|h5|h6|ul|ol|table|blockquote|pre|"))
    break_line (html, TRUE);
  else if (is_one_of (name, "|div|tr|dt|dd|li|section|article|figure|"))
    break_line (html, FALSE);
}

/* White space between words is one space, however it is laid out in the source. */
static void
add_characters (void *data, const xmlChar *characters, int length)
{
  Html *html = data;

  for (int i = 0; i < length && html->hidden == 0; i++)
    {
      if (g_ascii_isspace (characters[i]))
        {
          html->space = TRUE;
          continue;
        }
      if (html->space && html->text->len > 0 && !g_ascii_isspace (html->text->str[html->text->len - 1]))
        g_string_append_c (html->text, ' ');
      html->space = FALSE;
      g_string_append_c (html->text, characters[i]);
    }
}

/* Whether there is a tag or a character reference in it: most texts have none. */
static gboolean
has_markup (const char *text)
{
  return g_regex_match_simple ("</?[a-z][^<>]*>|&(#[0-9]+|#x[0-9a-f]+|[a-z]+[0-9]*);", text, G_REGEX_CASELESS, 0);
}

/**
 * plenum_html_to_text:
 * @html: text that may have tags and character references in it
 *
 * Returns: (transfer full): the text alone, paragraphs and list items on lines of
 *   their own; @html itself where it is no HTML
 */
char *
plenum_html_to_text (const char *html)
{
  htmlSAXHandler handler = { .startElement = start_element, .endElement = end_element,
                             .characters = add_characters, .ignorableWhitespace = add_characters };
  Html state = { NULL, 0, FALSE };
  htmlParserCtxtPtr parser;
  g_autofree char *text = NULL;

  if (!has_markup (html))
    return g_strdup (html);

  state.text = g_string_sized_new (strlen (html));
  parser = htmlCreatePushParserCtxt (&handler, &state, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  htmlCtxtUseOptions (parser, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
  htmlParseChunk (parser, html, strlen (html), 1);
  if (parser->myDoc != NULL)
    xmlFreeDoc (parser->myDoc);
  htmlFreeParserCtxt (parser);

  g_string_replace (state.text, "\xc2\xa0", " ", 0); /* editors put it between words */
  text = g_utf8_make_valid (state.text->str, state.text->len);
  g_string_free (state.text, TRUE);

  return g_strdup (g_strstrip (text));
}
