# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
complete -c tertulia -f
complete -c tertulia -l profile -r -a '(__fish_complete_directories)' -d 'Keep everything in this folder'
complete -c tertulia -l hidden -d 'Start without a window if there is a tray'
complete -c tertulia -l offline -d 'Start without connecting'
complete -c tertulia -l chat -x -d 'Open the chat with this address'
complete -c tertulia -l new-window -x -d 'Open the chat in a window of its own'
complete -c tertulia -l status -x -a 'online chat away xa dnd offline' -d 'What to be seen as'
complete -c tertulia -l message -x -d 'Status message'
complete -c tertulia -l export-history -x -d 'Write what was said with this address to a file'
complete -c tertulia -l list-accounts -d 'List the accounts and exit'
complete -c tertulia -l quit -d 'End the running copy'
complete -c tertulia -l log -x -d 'Logging rules'
complete -c tertulia -l demo -d 'Try it out on a server on this computer'
complete -c tertulia -l script -d 'With --demo: play a conversation and exit'
complete -c tertulia -l pictures -r -a '(__fish_complete_directories)' -d 'With --script: folder for the pictures'
complete -c tertulia -s h -l help -d 'Show the options and exit'
complete -c tertulia -s v -l version -d 'Show the version and exit'
