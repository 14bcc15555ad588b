# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
_tertulia() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    case $previous in
        --profile | --pictures) mapfile -t COMPREPLY < <(compgen -d -- "$current") ; return ;;
        --status) mapfile -t COMPREPLY < <(compgen -W 'online chat away xa dnd offline' -- "$current") ; return ;;
        --chat | --new-window | --export-history | --message | --log) return ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W '--profile --hidden --offline --chat --new-window --status --message
        --export-history --list-accounts --quit --log --demo --script --pictures --help --version' -- "$current")
}
complete -F _tertulia tertulia
