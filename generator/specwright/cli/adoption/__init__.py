"""What a repository needs to keep an output in step: the table, the workflow and the hook, each as a text."""
