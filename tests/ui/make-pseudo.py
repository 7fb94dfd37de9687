#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-pseudo.py ROOT OUTPUT.mo [XGETTEXT-OPTION…]: a catalog of a language that nobody
speaks, with all that the program's source gives to translators, in which each sentence is in brackets and 40 % longer. What stands in the window
without brackets was never given to translators; what does not fit will not in German.
"""
import pathlib
import re
import subprocess
import sys

LETTERS = str.maketrans('aeiouAEIOUcnsy', 'àéîöûÀÉÎÖÛçñšÿ')
# What must stay as it is: conversions, markup, entities, the places in a label.
KEEP = re.compile(r"(%(?:\d+\$)?[-'#0 +]*\d*(?:\.\d+)?(?:l|ll|z|h)*[a-zA-Z%]|\{\w+\}|<[^>]*>|&\w+;)")
# Formats that are no sentences: dates as g_date_time_format() reads them.
FORMAT = re.compile(r'%-?[aAbBdeHjmMYy]')


def pseudo(text):
    if not text.strip() or FORMAT.search(text):
        return text
    parts = [part if KEEP.fullmatch(part) else part.translate(LETTERS) for part in KEEP.split(text) if part is not None]
    longer = ('~~~~~ ' * len(text))[:max(1, len(text) * 4 // 10)].rstrip()
    return '⟦' + ''.join(parts) + longer + '⟧'


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t') + '"'


def unquote(lines):
    joined = ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', '\n'.join(lines)))
    return re.sub(r'\\(.)', lambda m: {'n': '\n', 't': '\t'}.get(m[1], m[1]), joined)


def extract(root, options):
    """What xgettext finds in the source, as the text of a template."""
    names = (pathlib.Path(root) / 'po/POTFILES.in').read_text(encoding='utf-8').split('\n')
    sources = [name for name in names if name.startswith('src/') and not name.startswith('src/cli/')]
    return subprocess.run(['xgettext', *options, '--force-po', '-o', '-', *sources], cwd=root, check=True,
                          capture_output=True, text=True, encoding='utf-8').stdout


def read(template):
    """The entries of a template: context, singular, plural."""
    for block in re.split(r'\n\s*\n', template):
        fields, current = {}, None
        for line in block.splitlines():
            match = re.match(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) (".*")', line)
            if match:
                current = fields.setdefault(match[1], [])
                current.append(match[2])
            elif line.startswith('"') and current is not None:
                current.append(line)
        text = {key: unquote(lines) for key, lines in fields.items()}
        if text.get('msgid'):
            yield text.get('msgctxt'), text['msgid'], text.get('msgid_plural')


def main():
    root, output, *options = sys.argv[1:]
    template = extract(root, options)
    po = ['msgid ""', 'msgstr ""', '"Content-Type: text/plain; charset=UTF-8\\n"',
          '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"', '']
    for context, singular, plural in read(template):
        if context is not None:
            po.append(f'msgctxt {quote(context)}')
        po.append(f'msgid {quote(singular)}')
        if plural is None:
            po.append(f'msgstr {quote(pseudo(singular))}')
        else:
            po += [f'msgid_plural {quote(plural)}', f'msgstr[0] {quote(pseudo(singular))}',
                   f'msgstr[1] {quote(pseudo(plural))}']
        po.append('')
    subprocess.run(['msgfmt', '-o', output, '-'], input='\n'.join(po), text=True, encoding='utf-8', check=True)


if __name__ == '__main__':
    main()
