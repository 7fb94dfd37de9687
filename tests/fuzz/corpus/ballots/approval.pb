META
key;value
description;"A; b"
num_projects;2
budget;12,50
vote_type;approval
PROJECTS
project_id;cost;name
1;5;"Bench; ""green"""
7b;9.5;Tree
VOTES
voter_id;age;vote
1;30;1,7b
2;;
