#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The icons can be drawn, have the sizes that GNOME expects, and follow its rules."""
import xml.etree.ElementTree as ElementTree

from checks import ROOT, check, finish

SVG = '{http://www.w3.org/2000/svg}'


def icon(name, size):
    root = ElementTree.parse(ROOT / 'data' / 'icons' / name).getroot()
    if root.tag != SVG + 'svg':
        yield f'the root is {root.tag}'
    if root.get('viewBox') != f'0 0 {size} {size}':
        yield f"the view box is {root.get('viewBox')}, not 0 0 {size} {size}"
    for element in root.iter():
        if element.tag in (SVG + 'image', SVG + 'text', SVG + 'script', SVG + 'style'):
            yield f'{element.tag} depends on what is outside the picture'


def one_colour(name):
    # GTK paints symbolic icons in the colour of the text around them: shades would be lost.
    colours = {element.get(key) for element in ElementTree.parse(ROOT / 'data' / 'icons' / name).getroot().iter()
               for key in ('fill', 'stroke') if element.get(key) not in (None, 'none')}
    return sorted(colours) if len(colours) > 1 else []


def main():
    check('the icon', icon('org.plenum.Plenum.svg', 128))
    check('the symbolic icon', icon('org.plenum.Plenum-symbolic.svg', 16))
    check('the symbolic icon has one colour', one_colour('org.plenum.Plenum-symbolic.svg'))
    finish()


if __name__ == '__main__':
    main()
