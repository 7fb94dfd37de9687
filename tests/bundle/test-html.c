/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "plenum-html.h"

static const struct { const char *html, *text; } cases[] = {
  { "", "" },
  { "Nothing special", "Nothing special" },
  { "1 < 2 & 3 > 2", "1 < 2 & 3 > 2" },
  { "Kaffee &amp; Kuchen", "Kaffee & Kuchen" },
  { "gr&ouml;&szlig;er &#8222;so&#x201c;", "größer „so“" },
  { "<p>one</p><p>two</p>", "one\n\ntwo" },
  { "<p>one<br>two<br/>three</p>", "one\ntwo\nthree" },
  { "<p>much\n   space</p>", "much space" },
  { "<ul><li>a</li><li>b</li></ul>after", "• a\n• b\n\nafter" },
  { "<script>evil()</script><style>p{}</style><p>good</p>", "good" },
  { "<p>open <b>bold", "open bold" },
  { "<td>a</td><td>b</td>", "a b" },
  { "a&nbsp;&nbsp;b", "a  b" },
  { "&nosuch; &lt;p&gt;", "&nosuch; <p>" },
  { "<meta charset=\"latin1\"><p>Grün</p>", "Grün" },
  { "<p onclick=\"x\">ü<unknown>ö</unknown></p>", "üö" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plenum_html_to_text (cases[i].html);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* A million open elements neither overflow a stack nor take for ever. */
static void
test_deep (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (html, "<b>");
  g_string_append (html, "end");
  text = plenum_html_to_text (html->str);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/cases", test_cases);
  g_test_add_func ("/html/deep", test_deep);

  return g_test_run ();
}
