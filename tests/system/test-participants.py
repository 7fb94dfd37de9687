#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""People out of files as organisers have them."""
import re
import sys

from plenum_cli import run_tests


def test_german_file(cli):
    """Windows-1252, semicolons, German headers: what a spreadsheet in an office writes."""
    cli.json('workshop', 'new', '--title', 'W')
    table = ('Name;E-Mail;Einrichtung;Sektor;Rolle;Bietet;Sucht;Gewicht;Bemerkung\r\n'
             'Jürgen Groß;j.gross@example.org;Stadt Köln;Verwaltung;Referent;Räume; ;;egal\r\n'
             '"Öztürk, Ayşe";;"Verein ""Nähe"" e. V.";Zivilgesellschaft;;Nähen;Räume;3/2;\r\n')
    cli.write('leute.csv', table.encode('cp1252', errors='replace'))
    assert cli.json('participant', 'import', 'W', 'leute.csv') == {'added': 2, 'updated': 0, 'skipped': 0, 'problems': []}
    people = {person['name'][:3]: person for person in cli.json('participant', 'list', 'W')}
    assert people['Jür']['sector'] == 'administration' and people['Jür']['organisation'] == 'Stadt Köln'
    assert people['Jür']['seeks'] is None and people['Jür']['weight'] is None and people['Jür']['present'] is False
    assert people['Özt']['organisation'] == 'Verein "Nähe" e. V.' and people['Özt']['weight'] == '3/2'


def test_update(cli):
    """By email, else by name; an empty cell leaves what is known."""
    cli.json('workshop', 'new', '--title', 'W')
    cli.json('participant', 'import', 'W', '-', stdin=b'name,email,role\nAda,ada@x.org,a\nBo,,b\n')
    done = cli.json('participant', 'import', 'W', '-',
                    stdin=b'name,email,role,sector\nAda Lovelace,ADA@x.org,,science\nBo,bo@x.org,chair,\nCy,,,\n')
    assert done == {'added': 1, 'updated': 2, 'skipped': 0, 'problems': []}, done
    people = {person['name']: person for person in cli.json('participant', 'list', 'W')}
    assert set(people) == {'Ada Lovelace', 'Bo', 'Cy'}
    assert people['Ada Lovelace']['role'] == 'a' and people['Ada Lovelace']['sector'] == 'science'
    assert people['Bo']['email'] == 'bo@x.org' and people['Bo']['role'] == 'chair'
    again = cli.json('participant', 'import', 'W', '-', stdin=b'name,email\nAda Lovelace,ada@x.org\nCy,\n')
    assert again['added'] == 0 and again['skipped'] == 0
    cli.json('undo', 'W')
    assert len(cli.json('participant', 'list', 'W')) in (2, 3)


def test_problems(cli):
    """Each row that cannot be taken over is named with its line; the others are taken over."""
    cli.json('workshop', 'new', '--title', 'W')
    cli.write('p.csv', 'name,email,weight\nAda,ada@x.org,1\n,nobody@x.org,\nBo,bo at x.org,\n\n'
                       'Cy,,0\nDi,,"1,5"\nAda,ada@x.org,\n"Eve\nDouble",,2\nFay,,,,\nGil,,1/3\n')
    done = cli.json('participant', 'import', 'W', 'p.csv')
    assert done['added'] == 3 and done['skipped'] == 6 == len(done['problems']), done
    lines = [int(re.match(r'p\.csv:(\d+): ', problem).group(1)) for problem in done['problems']]
    assert lines == [3, 4, 6, 7, 8, 11], done['problems']
    assert [person['name'] for person in cli.json('participant', 'list', 'W')] == ['Ada', 'Eve\nDouble', 'Gil']
    status, output, errors = cli.run('participant', 'import', 'W', 'p.csv')
    assert status == 0 and len(errors.splitlines()) == 6 and 'p.csv:3: ' in errors


def test_headers(cli):
    cli.json('workshop', 'new', '--title', 'W')
    for content in (b'', b'email\nx@y.z\n', b'name,Name\nA,B\n', b'name,email,E-Mail\n'):
        assert re.match(r'plenum-cli: -(:1)?: ', cli.fails(1, 'participant', 'import', 'W', '-', stdin=content)), content


def test_formulas_are_text(cli):
    cli.json('workshop', 'new', '--title', 'W')
    cli.json('participant', 'import', 'W', '-', stdin=b'name,role\n"=HYPERLINK(""http://x"")",+chair\n')
    person = cli.json('participant', 'list', 'W')[0]
    assert person['name'] == '=HYPERLINK("http://x")' and person['role'] == '+chair'


run_tests(sys.modules[__name__])
