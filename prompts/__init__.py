"""The prompts: text files, one a task. A variable is written $name; a line `--- user ---` ends the instructions."""
