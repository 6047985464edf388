"""The desk in an editor: diagnostics, completion, hover and definitions, by the Language Server Protocol."""
